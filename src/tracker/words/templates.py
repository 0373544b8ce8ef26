"""The files a new workspace starts with, by path: Chinese and English. TITLE, YEAR stand for what is asked for."""

TEMPLATES = {
    "measures.yaml": (
        """\
# yaml-language-server: $schema=schema/catalogue.schema.json
# 措施和指标的目录：政策里的每项措施、每个数字目标各写一条。改动后运行 tracker check。
title: TITLE
year: YEAR
language: zh
source: seeds/policy.md  # 政策原文；每项指标的 quote 都必须在原文里找得到

# 报送周期：week 周、dekad 旬、half-month 半月、month 月、quarter 季；grace 是期末后还算及时的天数。
reporting: {cadence: month, grace: 5}

sections:
- number: 1
  title: 示例部分
  measures:
  - number: 1
    title: 示例措施
    owners: [牵头单位, 配合单位]  # 第一个是牵头单位
    targets:
    - id: new-firms               # 短名，小写字母、数字和连字符；进展文件用它指明是哪项指标
      name: 新引进企业
      kind: cumulative            # cumulative 累计数，level 现值，share 占比，growth 增速，milestone 里程碑
      unit: 家
      target: {at_least: 20}      # 另有 reach、more_than、at_most、between、about、done_by 等
      quote: 全年新引进企业20家以上
    - id: service-centre
      name: 企业服务中心
      kind: milestone
      target: {done_by: YEAR-12-31}
      stages: {前期: 20, 开工: 40, 主体完工: 80, 建成: 100}
      quote: 建成企业服务中心
""",
        """\
# yaml-language-server: $schema=schema/catalogue.schema.json
# The catalogue: one entry for each measure of the policy, one for each of its targets. Then run tracker check.
title: TITLE
year: YEAR
language: en
source: seeds/policy.md  # the policy's text; each target's quote must be found in it

# How often figures are due: week, dekad (ten days), half-month, month, quarter; grace days count as in time.
reporting: {cadence: month, grace: 5}

sections:
- number: 1
  title: A section
  measures:
  - number: 1
    title: A measure
    owners: [Lead unit, Other unit]  # the first one leads
    targets:
    - id: new-firms               # short name: lower-case letters, digits, hyphens; reports name the target by it
      name: New firms
      kind: cumulative            # cumulative, level, share, growth or milestone
      unit: firms
      target: {at_least: 20}      # or reach, more_than, at_most, between, about, done_by ...
      quote: at least 20 new firms
    - id: service-centre
      name: Business service centre
      kind: milestone
      target: {done_by: YEAR-12-31}
      stages: {planned: 20, begun: 40, built: 80, open: 100}
      quote: open a business service centre
""",
    ),
    "seeds/policy.md": (
        "全年新引进企业20家以上，建成企业服务中心。\n",
        "Attract at least 20 new firms this year and open a business service centre.\n",
    ),
    "progress/.gitkeep": ("", ""),
    ".gitignore": (
        ".tracker/\n# 写文件时中断留下的临时文件\n.*.tmp\n",
        ".tracker/\n# temporary files of a writer that was killed\n.*.tmp\n",
    ),
    ".pre-commit-config.yaml": (
        """\
# 每次提交前自动检查：先装 pre-commit，再运行一次 pre-commit install
repos:
- repo: local
  hooks:
  - id: tracker-check
    name: tracker check
    entry: tracker check
    language: system
    pass_filenames: false
    files: ^(measures\\.yaml|progress/|seeds/)
""",
        """\
# Checked before every commit: install pre-commit, then run pre-commit install once.
repos:
- repo: local
  hooks:
  - id: tracker-check
    name: tracker check
    entry: tracker check
    language: system
    pass_filenames: false
    files: ^(measures\\.yaml|progress/|seeds/)
""",
    ),
}
