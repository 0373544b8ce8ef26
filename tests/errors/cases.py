"""One broken workspace for each thing that can be wrong: its files, laid over a sound workspace."""

from dataclasses import dataclass, field

HEAD = """\
title: 测试目录
year: 2024
source: seeds/policy.md
reporting: {cadence: dekad, grace: 3}
"""
SECTIONS = """\
sections:
- number: 1
  title: 创新
  measures:
  - number: 1
    title: 引进企业
    owners: [区科技局, 区财政局]
    targets:
"""
FIRMS = """\
    - id: uav-firms
      name: 新引进无人机企业
      kind: cumulative
      unit: 家
      target: {at_least: 40}
      quote: 全年新引进无人机企业40家以上
"""
DEALS = """\
    - id: tech-contracts
      name: 技术合同成交额
      kind: cumulative
      unit: 亿元
      target: {more_than: 3.5}
      quote: 技术合同成交额超过3.5亿元
"""
OTHERS = """\
    - id: scenarios
      name: 场景
      kind: level
      unit: 个
      target: {reach: 17}
      quote: 培育场景达到17个
    - id: growth
      name: 增速
      kind: growth
      target: {at_least: 15}
      quote: 同比增长15%以上
    - id: plan
      name: 方案
      kind: milestone
      target: {done_by: 2024-09-30}
      stages: {起草: 30, 印发: 100}
      quote: 9月底前印发
    - id: land
      name: 土地
      kind: cumulative
      unit: 公顷
      target: {reach: 50}
      quote: 盘活50公顷
"""
SOUND = HEAD + SECTIONS + FIRMS + DEALS + OTHERS
POLICY = "全年新引进无人机企业40家以上，技术合同成交额超过 3.5 亿元。培育场景达到17个。同比增长15%以上。9月底前印发。盘活50公顷。\n"
REPORT = "progress/2024/08/2024-08-10-ab12.yaml"
GOOD = "progress/2024/07/2024-07-31-good.yaml"
GOOD_TEXT = "date: 2024-07-31\nby: 区科技局\nentries:\n- {target: uav-firms, total: 20}\n"
TOP = "date: 2024-08-10\nby: 区科技局\nentries:\n"
ENTRY = "- {target: uav-firms, total: 23}\n"


@dataclass(frozen=True)
class Case:
    """Files by path (None removes one); symbolic links by path; the exit code of `tracker check`."""

    files: dict[str, str | bytes | None] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    code: int = 1


def entries(text: str, top: str = TOP) -> Case:
    return Case({REPORT: top + text})


def catalogue(text: str) -> Case:
    return Case({"measures.yaml": text}, code=4)


def with_target(keys: str, **replaced: str) -> Case:
    """A catalogue with one target changed; `keys` are added to it."""
    text = FIRMS
    for old, new in replaced.items():
        lines = [f"      {new}" if line.startswith(f"      {old}:") else line for line in text.splitlines()]
        text = "\n".join(line for line in lines if line.strip()) + "\n"
    return catalogue(HEAD + SECTIONS + text + keys + DEALS + OTHERS)


def laughs() -> str:
    lines = ["a: &a [lol]"]
    lines += [
        f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}]"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    return "\n".join(lines) + "\n"


CASES: dict[str, Case] = {
    # YAML
    "syntax": entries("- {target: uav-firms, total: 23\n"),
    "syntax-quote": entries('- {target: uav-firms, total: 23, note: "新增}\n'),
    "syntax-indent": entries("- target: uav-firms\n   total: 23\n  note: 错位\n"),
    "syntax-percent": entries("- target: growth\n  total: %15\n"),
    "syntax-colon": entries("- target: uav-firms\n  note: 见附件: 三\n  total: 23\n"),
    "tab": entries("- target: uav-firms\n\ttotal: 23\n"),
    "key-twice": entries("- target: uav-firms\n  total: 23\n  total: 24\n"),
    "anchor": entries("- &a {target: uav-firms, total: 23}\n"),
    "alias": Case({"progress/2024/08/2024-08-10-ab12.yaml": "date: *d\n"}),
    "billion-laughs": Case({REPORT: laughs()}),
    "tag": entries("- {target: uav-firms, total: !!int 23}\n"),
    "several-documents": Case({REPORT: TOP + ENTRY + "---\n" + TOP + ENTRY}),
    "conflict": Case(
        {
            REPORT: TOP
            + "<<<<<<< HEAD\n"
            + ENTRY
            + "=======\n- {target: uav-firms, total: 24}\n>>>>>>> other\n"
        }
    ),
    "too-deep-10000": entries("- " + "[" * 10_000 + "]" * 10_000 + "\n"),
    "too-deep-200000": entries("- " + "{a: " * 200_000 + "\n"),
    "too-deep-block": entries("- " * 10_000 + "a\n"),
    "not-utf8": Case({REPORT: (TOP + "- {target: uav-firms, total: 23, note: 新增三家}\n").encode("gbk")}),
    "not-utf8-noise": Case({REPORT: b"date: 2024-08-10\nby: \xff\xfe\n"}),
    "nul": Case({REPORT: TOP + "- {target: uav-firms, total: 2\x003}\n"}),
    "empty-file": Case({REPORT: ""}),
    "only-comments": Case({REPORT: "# 待填\n"}),
    "file-large": Case({REPORT: b"#" * (100 * 1024 * 1024)}),
    "key-bad": entries("- {target: uav-firms, total: 23, [a]: b}\n"),
    "text-control": entries('- {target: uav-firms, total: 23, note: "\\e[31mred"}\n'),
    # keys and scalars
    "mapping-expected": Case({REPORT: "just text\n"}),
    "entry-not-a-mapping": entries("- uav-firms 23\n"),
    "list-expected": Case(
        {REPORT: "date: 2024-08-10\nby: 区科技局\nentries: {target: uav-firms, total: 23}\n"}
    ),
    "list-empty": Case({REPORT: "date: 2024-08-10\nby: 区科技局\nentries: []\n"}),
    "key-unknown": entries("- {target: uav-firms, totl: 23}\n"),
    "key-missing": Case({REPORT: "date: 2024-08-10\nentries:\n" + ENTRY}),
    "value-missing": Case({REPORT: "date: 2024-08-10\nby:\nentries:\n" + ENTRY}),
    "scalar-expected": entries("- {target: [uav-firms], total: 23}\n"),
    "number-thousands": entries("- {target: uav-firms, total: '1,500'}\n"),
    "number-underscore": entries("- {target: uav-firms, total: 1_500}\n"),
    "number-exponent": entries("- {target: uav-firms, total: 1e3}\n"),
    "number-sexagesimal": entries("- {target: uav-firms, total: 12:30}\n"),
    "number-infinite": entries("- {target: uav-firms, total: .inf}\n"),
    "number-nan": entries("- {target: uav-firms, total: NaN}\n"),
    "number-no": entries("- {target: uav-firms, total: no}\n"),
    "number-unit": entries("- {target: tech-contracts, total: 2.1亿元}\n"),
    "date-bad": Case({REPORT: "date: 2024-02-30\nby: 区科技局\nentries:\n" + ENTRY}),
    "moment-bad": Case({REPORT: "date: 2024-08-10\nby: 区科技局\nrecorded: 昨天\nentries:\n" + ENTRY}),
    "choice-bad": entries("- {target: uav-firms, total: 23, status: final}\n"),
    "text-empty": entries("- {target: uav-firms, total: 23, note: ' '}\n"),
    "text-long": entries("- {target: uav-firms, total: 23, note: " + "长" * 2001 + "}\n"),
    "text-lines": Case({REPORT: 'date: 2024-08-10\nby: "区科\\n技局"\nentries:\n' + ENTRY}),
    # files
    "name-bad": Case({"progress/2024/08/8月上旬.yaml": TOP + ENTRY}),
    "name-yml": Case({"progress/2024/08/2024-08-10-ab12.yml": TOP + ENTRY}),
    "name-copy": Case({"progress/2024/08/2024-08-10-ab12 (1).yaml": TOP + ENTRY}),
    "misplaced": Case({"progress/2024/09/2024-08-10-ab12.yaml": TOP + ENTRY}),
    "date-differs": entries(ENTRY, TOP.replace("08-10", "08-20")),
    "link-outside": Case(links={REPORT: "/etc/hostname"}),
    "link-file": Case(links={REPORT: "../07/2024-07-31-good.yaml"}),
    "link-folder": Case(links={"progress/2024/08": "07"}),
    "not-a-file": Case({REPORT + "/inner.txt": "a folder named like a report\n"}),
    # the log
    "target-unknown": entries("- {target: uav-frims, total: 23}\n"),
    "target-by-number": entries("- {target: '1.2', total: 2}\n"),
    "target-nothing-near": entries("- {target: zzzzzz, total: 23}\n"),
    "unit-wrong": entries("- {target: uav-firms, total: 23, unit: 万元}\n"),
    "unit-inexact": entries("- {target: land, total: 100, unit: 亩}\n"),
    "unit-stage": entries("- {target: plan, stage: 起草, unit: '%'}\n"),
    "date-future": Case({"progress/2999/08/2999-08-10-ab12.yaml": TOP.replace("2024", "2999") + ENTRY}),
    "date-before": Case({"progress/2023/08/2023-08-10-ab12.yaml": TOP.replace("2024", "2023") + ENTRY}),
    "date-after": Case({"progress/2026/01/2026-01-10-ab12.yaml": TOP.replace("2024-08", "2026-01") + ENTRY}),
    "entry-target": entries("- {total: 23}\n"),
    "entry-value": entries("- {target: uav-firms, total: 23, add: 1}\n"),
    "entry-no-value": entries("- {target: uav-firms, note: 暂无}\n"),
    "entry-twice": entries(ENTRY + "- {target: uav-firms, total: 24}\n"),
    "reason-alone": entries("- {target: uav-firms, total: 23, reason: 更正}\n"),
    "add-kind": entries("- {target: growth, add: 1}\n"),
    "add-base": entries("- {target: scenarios, add: 1}\n"),
    "milestone-range": entries("- {target: plan, total: 101}\n"),
    "stage-kind": entries("- {target: uav-firms, stage: 起草}\n"),
    "stage-unknown": entries("- {target: plan, stage: 审议}\n"),
    "void-mixed": entries("- {void: 2024-07-31-good, reason: 错, total: 3}\n"),
    "void-reason": entries("- {void: 2024-07-31-good}\n"),
    "void-unknown": entries("- {void: 2024-07-30-none#1, reason: 错}\n"),
    "void-number": entries("- {void: 2024-07-31-good#2, reason: 错}\n"),
    "void-twice": entries(
        "- {void: 2024-07-31-good, reason: 错}\n- {void: '2024-07-31-good#1', reason: 又错}\n"
    ),
    "void-of-void": Case(
        {
            REPORT: TOP + "- {void: 2024-07-31-good, reason: 错}\n",
            "progress/2024/08/2024-08-11-cd34.yaml": TOP.replace("08-10", "08-11")
            + "- {void: 2024-08-10-ab12, reason: 恢复}\n",
        }
    ),
    # the catalogue
    "catalogue-empty": catalogue(""),
    "catalogue-syntax": catalogue(SOUND.replace("target: {at_least: 40}", "target: {at_least: 40")),
    "catalogue-keys": catalogue(SOUND.replace("quote: 全年", "qoute: 全年")),
    "catalogue-many": catalogue(
        SOUND.replace("at_least: 40", "at_least: 四十")
        .replace("kind: growth", "kind: rate")
        .replace("year: 2024", "year: 24")
    ),
    "catalogue-link": Case({"measures.yaml": None}, {"measures.yaml": "/etc/hostname"}, code=4),
    "catalogue-log-too": Case(
        {"measures.yaml": SOUND.replace("year: 2024", "year: 二〇二四"), REPORT: "date: 2024-08-10\n"}, code=4
    ),
    "whole-bad": catalogue(SOUND.replace("number: 1\n  title", "number: 一\n  title")),
    "slug-bad": catalogue(SOUND.replace("id: uav-firms", "id: UAV_Firms")),
    "goal-count": with_target("", target="target: {at_least: 40, reach: 41}"),
    "goal-none": with_target("", target="target: {}"),
    "goal-tolerance": with_target("", target="target: {about: 40}"),
    "goal-kind": with_target("", target="target: {done_by: 2024-09-30}"),
    "between-order": with_target("", target="target: {between: [5, 3]}"),
    "between-short": with_target("", target="target: {between: [5]}"),
    "between-long": with_target("", target="target: {between: [3, 4, 5]}"),
    "between-words": with_target("", target="target: {between: 3至5}"),
    "tolerance-negative": with_target("", target="target: {about: 40, tolerance: -1}"),
    "path-count": with_target("      path: {}\n"),
    "path-growth": catalogue(SOUND.replace("kind: growth", "kind: growth\n      path: linear")),
    "path-baseline": catalogue(SOUND.replace("kind: level", "kind: level\n      path: linear")),
    "points-outside": with_target("      path: {points: {2025-03-31: 12}}\n"),
    "points-day": with_target("      path: {points: {九月底: 12}}\n"),
    "period-empty": with_target("      from: 2024-09-01\n      due: 2024-08-01\n"),
    "due-differs": catalogue(SOUND.replace("kind: milestone", "kind: milestone\n      due: 2024-10-31")),
    "baseline-kind": catalogue(SOUND.replace("kind: growth", "kind: growth\n      baseline: 3")),
    "unit-kind": catalogue(SOUND.replace("kind: growth", "kind: growth\n      unit: 家")),
    "unit-missing": with_target("", unit=""),
    "stages-kind": with_target("      stages: {起草: 30}\n"),
    "stages-range": catalogue(SOUND.replace("起草: 30", "起草: 130")),
    "id-twice": catalogue(SOUND.replace("id: growth", "id: uav-firms")),
    "section-twice": catalogue(
        SOUND
        + SECTIONS.removeprefix("sections:\n").replace("number: 1\n    title", "number: 2\n    title")
        + FIRMS.replace("uav-firms", "others")
    ),
    "measure-twice": catalogue(
        SOUND
        + SECTIONS.removeprefix("sections:\n").replace("- number: 1\n  title", "- number: 2\n  title")
        + FIRMS.replace("uav-firms", "others")
    ),
    "owner-twice": catalogue(SOUND.replace("[区科技局, 区财政局]", "[区科技局, 区科技局]")),
    "thresholds-order": catalogue(
        SOUND.replace("sections:", "signals: {behind: -20, far_behind: -10}\nsections:")
    ),
    "quote-missing": Case(
        {"measures.yaml": SOUND.replace("全年新引进无人机企业40家以上", "全年新引进无人机企业四十家以上")}
    ),
    "source-missing": Case({"seeds/policy.md": None}),
    "source-folder": Case({"seeds/policy.md": None, "seeds/policy.md/a.txt": "a folder named like the text"}),
    "source-large": Case({"seeds/policy.md": b"#" * (17 * 1024 * 1024)}),
    "source-outside": Case({"measures.yaml": SOUND.replace("seeds/policy.md", "../../etc/hostname")}),
    "source-encoding": Case({"seeds/policy.md": POLICY.encode("gbk")}),
}
