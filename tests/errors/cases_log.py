"""Broken progress files, one for each thing that can be wrong with them."""

from broken import ENTRY, REPORT, TOP, Case, entries, laughs, shares, strange_breaks

LOG_CASES: dict[str, Case] = {
    # YAML
    "target-lost": Case(
        {
            f"progress/2024/08/2024-08-{day}-ab12.yaml": TOP.replace("2024-08-10", f"2024-08-{day}")
            + "- {target: drone-firms, total: 23}\n"
            for day in (10, 20)
        }
    ),
    "syntax": entries("- {target: uav-firms, total: 23\n"),
    "syntax-quote": entries('- {target: uav-firms, total: 23, note: "新增}\n'),
    "syntax-indent": entries("- target: uav-firms\n   total: 23\n  note: 错位\n"),
    "syntax-percent": entries("- target: growth\n  total: %15\n"),
    "syntax-colon": entries("- target: uav-firms\n  note: 见附件: 三\n  total: 23\n"),
    "colon-wide": Case({REPORT: TOP.replace("by: ", "by：") + ENTRY}),
    "colon-wide-date": Case({REPORT: TOP.replace("date: ", "date：") + ENTRY}),
    "colon-wide-entries": Case({REPORT: TOP.replace("entries:", "entries：") + ENTRY}),
    "colon-wide-first": entries("- {target：uav-firms, total: 23}\n"),
    "colon-wide-in-braces": entries("- {target: uav-firms, total：23}\n"),
    "colon-wide-in-block": entries("- target: uav-firms\n  total：23\n"),
    "colon-tight": Case({REPORT: TOP.replace("by: ", "by:") + ENTRY}),
    "sign-wide": entries("- {target: uav-firms， total: 23}\n"),
    "sign-wide-brace": entries("- ｛target: uav-firms, total: 23｝\n"),
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
    "strange-breaks": Case({REPORT: strange_breaks()}),
    "control-character": entries(
        "- {target: uav-firms, total: 23, note: 新增三家\x01}\n# 后面还有\n# 几行\n"
    ),
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
    "number-comma": entries("- {target: uav-firms, total: 1,500}\n"),
    "more-problems": entries("".join(f"- {{target: zz{n}, total: 1}}\n" for n in range(3000))),
    "null-entry": entries("-\n" + ENTRY),
    "entries-missing": Case({REPORT: "date: 2024-08-10\nby: 区科技局\n"}),
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
    "name-txt": Case({"progress/2024/08/2024-08-10-ab12.yaml.txt": TOP + ENTRY}),
    "name-day": Case({"progress/2024/02/2024-02-30-ab12.yaml": TOP + ENTRY}),
    "date-differs-and-more": entries("- {target: uav-firms, total: x}\n", TOP.replace("08-10", "08-20")),
    "report-copied": Case(
        {
            REPORT: TOP + ENTRY.replace("total: 23", "add: 3"),
            REPORT.replace("ab12", "ab12-ubuntu"): "# copied\n" + TOP + ENTRY.replace("total: 23", "add: 3"),
        }
    ),
    "name-copy": Case({"progress/2024/08/2024-08-10-ab12 (1).yaml": TOP + ENTRY}),
    "misplaced": Case({"progress/2024/09/2024-08-10-ab12.yaml": TOP + ENTRY}),
    "date-differs": entries(ENTRY, TOP.replace("08-10", "08-20")),
    "link-outside": Case(links={REPORT: "/etc/hostname"}),
    "link-file": Case(links={REPORT: "../07/2024-07-31-good.yaml"}),
    "link-folder": Case(links={"progress/2024/08": "07"}),
    "link-folder-round": Case(links={"progress/2024/08": "08"}),
    "link-folder-nowhere": Case(links={"progress/2024/08": "nowhere"}),
    "write-unfinished": Case({"progress/.decided-0a1b/2024/08/2024-08-10-ab12.yaml": TOP + ENTRY}),
    "not-a-folder": Case({"progress/2024/08": TOP}),
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
    "recorded-future": Case(
        {REPORT: TOP.replace("entries", "recorded: 2999-01-01T09:00:00+08:00\nentries") + ENTRY}
    ),
    "value-fraction": entries("- {target: uav-firms, total: 23.5}\n"),
    "value-negative": entries("- {target: uav-firms, total: -5}\n"),
    "total-unordered": Case(
        {REPORT: TOP + ENTRY, REPORT.replace("ab12", "cd34"): TOP + ENTRY.replace("23", "24")}
    ),
    "entry-target": entries("- {total: 23}\n"),
    "entry-value": entries("- {target: uav-firms, total: 23, add: 1}\n"),
    "entry-no-value": entries("- {target: uav-firms, note: 暂无}\n"),
    "counted-half": shares("- {target: coverage, part: 9}\n"),
    "counted-half-whole": shares("- {target: coverage, whole: 10}\n"),
    "part-negative": shares("- {target: coverage, part: -1, whole: 10}\n"),
    "whole-zero": shares("- {target: coverage, part: 0, whole: 0.0}\n"),
    "counted-unit": shares("- {target: coverage, part: 9, whole: 10, unit: '%'}\n"),
    "counted-kind": shares("- {target: uav-firms, part: 9, whole: 10}\n"),
    "part-above-whole": shares("- {target: coverage, part: 10, whole: 9}\n"),
    "entry-value-counted": shares("- {target: coverage, total: 90, part: 9, whole: 10}\n"),
    "sum-negative-counted": shares(
        "- {target: coverage, part: 1, whole: 3}\n- {target: coverage, add: -40}\n"
    ),
    "entry-twice": entries(ENTRY + "- {target: uav-firms, total: 24}\n"),
    "reason-alone": entries("- {target: uav-firms, total: 23, reason: 更正}\n"),
    "add-kind": entries("- {target: growth, add: 1}\n"),
    "add-base": entries("- {target: scenarios, add: 1}\n"),
    "sum-negative": entries("- {target: uav-firms, add: -24}\n"),
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
    "void-of-both": Case(
        {
            REPORT: TOP + "- {void: 2024-07-31-good, reason: 错}\n" + ENTRY,
            "progress/2024/08/2024-08-11-cd34.yaml": TOP.replace("08-10", "08-11")
            + "- {void: 2024-08-10-ab12, reason: 恢复}\n",
        }
    ),
}
