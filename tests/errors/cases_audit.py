"""Catalogues that do not say what their text says, one for each thing that can differ."""

from broken import FIRMS, HEAD, SECTIONS

TEXT = """\
1.引进企业。全年新引进无人机企业40家以上。覆盖率由60%提高到80%。（区科技局、区财政局按职责分工负责）
2.降低成本。力争9月底前建成大厅。能耗同比下降4%左右。（区商务局负责）
3.优化环境。做好服务。（区税务局负责）
"""
RATE = """\
    - id: rate
      name: 覆盖率
      kind: share
      baseline: 60
      target: {reach: 80}
      quote: 覆盖率由60%提高到80%
"""
OLD = RATE.replace("baseline: 60\n      target: {reach: 80}", "target: {reach: 60}").replace(
    "id: rate", "id: old"
)
SECOND = """\
  - number: 2
    title: 降低成本
    owners: [区商务局]
    targets:
"""
HALL = """\
    - id: hall
      name: 大厅
      kind: milestone
      target: {done_by: 2024-09-30}
      strength: aspire
      quote: 力争9月底前建成大厅
"""
ENERGY = """\
    - id: energy
      name: 能耗同比
      kind: growth
      target: {about: -4, tolerance: 0.5, better: lower}
      quote: 能耗同比下降4%左右
"""
AGREES = HEAD + SECTIONS + FIRMS + RATE + SECOND + HALL + ENERGY
PREAMBLE = "地区生产总值增长百分之六。\n"
IGNORE = "ignore:\n- {words: 3.优化环境, reason: 编号}\n"

# The catalogue and the text of each case, by the one problem that is found.
AUDIT_CASES: dict[str, tuple[str, str]] = {
    "audit-operator": (AGREES.replace("at_least: 40", "more_than: 40"), TEXT),
    "audit-number": (AGREES.replace("at_least: 40", "at_least: 45"), TEXT),
    "audit-unit": (AGREES.replace("unit: 家", "unit: 个"), TEXT),
    "audit-kind": (AGREES.replace("kind: growth", "kind: share"), TEXT),
    "audit-better": (AGREES.replace(", better: lower", ""), TEXT),
    "audit-period": (AGREES.replace("2024-09-30", "2024-10-31"), TEXT),
    "audit-strength": (AGREES.replace("      strength: aspire\n", ""), TEXT),
    "audit-baseline": (AGREES.replace("baseline: 60", "baseline: 50"), TEXT),
    "audit-owners": (AGREES.replace("[区商务局]", "[区商务局, 区财政局]"), TEXT),
    "audit-owners-order": (AGREES.replace("[区科技局, 区财政局]", "[区财政局, 区科技局]"), TEXT),
    "audit-measure": (
        HEAD + SECTIONS + FIRMS + RATE + ENERGY + SECOND + HALL + HALL.replace("id: hall", "id: opened"),
        TEXT,
    ),
    "audit-nothing": (
        AGREES.replace("quote: 能耗同比下降4%左右", "quote: 能耗同比下降"),
        TEXT.replace("4%左右", ""),
    ),
    "audit-open": (AGREES.replace(ENERGY, ""), TEXT),
    "audit-outside": (AGREES, PREAMBLE + TEXT),
    "audit-goal": (AGREES, TEXT.replace("做好服务。", "做好服务，力争达到全区现有18个乡镇的标准。")),
    "audit-result": (AGREES.replace("      baseline: 60\n", ""), TEXT.replace("覆盖率由", "去年，覆盖率由")),
    "audit-start": (
        HEAD + SECTIONS + FIRMS + RATE + OLD + SECOND + HALL + ENERGY,
        TEXT,
    ),
    "audit-name": (AGREES.replace("name: 大厅", "name: 预期性"), TEXT),
    "audit-ignore-idle": (AGREES.replace("sections:", f"{IGNORE}sections:"), TEXT),
    "audit-differs-idle": (AGREES.replace("unit: 家", "unit: 家\n      differs: {unit: 同义}"), TEXT),
    "audit-owners-idle": (AGREES.replace("[区商务局]", "[区商务局]\n    differs: {owners: 机构改革}"), TEXT),
}
