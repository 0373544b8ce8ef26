"""How a broken workspace is described: its files, laid over a sound workspace."""

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
SHARE = """\
    - id: coverage
      name: 覆盖率
      kind: share
      target: {at_least: 80}
      quote: 同比增长15%以上
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


def shares(text: str) -> Case:
    """Entries of a workspace that has a share beside the others."""
    return Case({"measures.yaml": SOUND + SHARE, REPORT: TOP + text})


def catalogue(text: str) -> Case:
    return Case({"measures.yaml": text}, code=4)


def with_target(keys: str, **replaced: str) -> Case:
    """A catalogue with one target changed; `keys` are added to it."""
    text = FIRMS
    for old, new in replaced.items():
        lines = [f"      {new}" if line.startswith(f"      {old}:") else line for line in text.splitlines()]
        text = "\n".join(line for line in lines if line.strip()) + "\n"
    return catalogue(HEAD + SECTIONS + text + keys + DEALS + OTHERS)


def strange_breaks() -> str:
    """libyaml counts more kinds of line break than most editors show."""
    return "date: 2024-08-10\nby: 区科技局 # a\u2028# b\nentries:\n- {target: zzzzzz, total: 1}\n"


def laughs() -> str:
    lines = ["a: &a [lol]"]
    lines += [
        f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}, *{a}]"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    return "\n".join(lines) + "\n"
