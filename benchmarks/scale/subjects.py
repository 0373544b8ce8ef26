"""What the made-up targets are about: twenty-five figures of a district, of every kind, in five themes."""

from dataclasses import dataclass

THEMES = ("创新引领", "产业发展", "稳定就业", "城乡建设", "民生保障")
UNITS = (
    "区科技局",
    "区发展改革委",
    "区工业和信息化局",
    "区财政局",
    "区人力资源社会保障局",
    "区住房和城乡建设局",
    "区农业农村局",
    "区商务局",
    "区卫生健康委",
    "区教育局",
    "区民政局",
    "区交通运输局",
    "区市场监管局",
    "区统计局",
    "区文化和旅游局",
    "区生态环境局",
)
STAGES = {"起草": 30, "征求意见": 60, "印发": 100}


@dataclass(frozen=True, slots=True)
class Subject:
    """One figure. Numbers are whole, in steps of 10 to the minus `digits` of the unit."""

    slug: str
    name: str
    kind: str
    unit: str
    commodity: str  # the unit's name in a journal
    goal: int
    goal_form: str  # the comparator, with {goal} and {high} in it
    words: str  # the words of the policy text, with the same in them
    digits: int = 0
    start: int = 0
    baseline: bool = False
    more: str = ""  # other keys of the target, a line each
    staged: bool = False

    @property
    def adds_up(self) -> bool:
        """Whether increments may be reported."""
        return self.kind not in {"growth", "milestone"}


_MONTHLY = "reporting: {{cadence: month, grace: 15}}"
_STAGES = "stages: {{" + ", ".join(f"{name}: {share}" for name, share in STAGES.items()) + "}}"
_STEPS = "path: {{points: {{2024-06-30: {third}, 2024-09-30: {half}}}}}"

# Five to a theme, in the order of THEMES.
SUBJECTS = (
    Subject(
        "new-firms", "新引进企业", "cumulative", "家", "JIA", 60, "at_least: {goal}", "新引进企业{goal}家以上"
    ),
    Subject(
        "results",
        "科研成果",
        "cumulative",
        "项",
        "XIANG",
        30,
        "between: [{goal}, {high}]",
        "取得{goal}至{high}项科研成果",
    ),
    Subject(
        "scenarios",
        "应用场景总数",
        "level",
        "个",
        "GE",
        90,
        "reach: {goal}",
        "应用场景达到{goal}个",
        start=30,
        baseline=True,
    ),
    Subject(
        "contracts",
        "技术合同成交额",
        "cumulative",
        "亿元",
        "YIYUAN",
        850,
        "more_than: {goal}",
        "技术合同成交额超过{goal}亿元",
        digits=2,
        more="strength: aspire",
    ),
    Subject(
        "coverage",
        "研发活动覆盖率",
        "share",
        "%",
        "PCT",
        750,
        "reach: {goal}",
        "研发活动覆盖率达到{goal}%",
        digits=1,
        start=420,
        baseline=True,
        more=_MONTHLY,
    ),
    Subject(
        "output-growth",
        "工业增加值增速",
        "growth",
        "%",
        "PCT",
        75,
        "at_least: {goal}",
        "工业增加值同比增长{goal}%以上",
        digits=1,
        more=_MONTHLY,
    ),
    Subject(
        "investment",
        "完成投资",
        "cumulative",
        "亿元",
        "YIYUAN",
        12500,
        "at_least: {goal}",
        "完成投资不低于{goal}亿元",
        digits=2,
    ),
    Subject(
        "projects",
        "新开工项目",
        "cumulative",
        "个",
        "GE",
        120,
        "at_least: {goal}",
        "新开工项目不少于{goal}个",
        more=_STEPS,
    ),
    Subject(
        "factory",
        "标准厂房建成",
        "milestone",
        "%",
        "PCT",
        100,
        "done_by: 2024-11-30",
        "标准厂房11月底前全面建成",
    ),
    Subject(
        "firms-total",
        "规上企业总数",
        "level",
        "家",
        "JIA",
        240,
        "more_than: {goal}",
        "规上企业超过{goal}家",
        start=200,
    ),
    Subject(
        "jobs", "开发就业岗位", "cumulative", "个", "GE", 1500, "at_least: {goal}", "开发就业岗位{goal}个以上"
    ),
    Subject(
        "training",
        "职业技能培训",
        "cumulative",
        "人次",
        "RENCI",
        60000,
        "at_least: {goal}",
        "开展职业技能培训{goal}人次以上",
    ),
    Subject(
        "talent",
        "引进人才",
        "cumulative",
        "人",
        "REN",
        2000,
        "reach: {goal}",
        "力争引进人才{goal}人",
        more="strength: aspire",
    ),
    Subject("fairs", "举办招聘会", "cumulative", "场", "CHANG", 80, "reach: {goal}", "举办招聘会{goal}场"),
    Subject(
        "unemployment",
        "调查失业率",
        "share",
        "%",
        "PCT",
        55,
        "at_most: {goal}",
        "调查失业率控制在{goal}%以内",
        digits=1,
        more=_MONTHLY,
    ),
    Subject(
        "roads",
        "新改建农村公路",
        "cumulative",
        "公里",
        "GONGLI",
        1800,
        "at_least: {goal}",
        "新改建农村公路{goal}公里以上",
        digits=1,
    ),
    Subject(
        "farmland",
        "建成高标准农田",
        "cumulative",
        "亩",
        "MU",
        12000,
        "reach: {goal}",
        "建成高标准农田{goal}亩",
        more="due: 2024-10-31",
    ),
    Subject(
        "grain",
        "粮食产量",
        "cumulative",
        "万吨",
        "WANDUN",
        4600,
        "at_least: {goal}",
        "粮食产量稳定在{goal}万吨以上",
        digits=2,
    ),
    Subject(
        "villages",
        "示范村总数",
        "level",
        "个",
        "GE",
        45,
        "reach: {goal}",
        "示范村达到{goal}个",
        start=12,
        baseline=True,
        more="path: at_due",
    ),
    Subject("market", "市场改造", "milestone", "%", "PCT", 100, "done_by: 2024-12-31", "年底前完成市场改造"),
    Subject(
        "beds", "新增养老床位", "cumulative", "张", "ZHANG", 600, "reach: {goal}", "新增养老床位{goal}张"
    ),
    Subject(
        "homes",
        "老旧小区改造",
        "cumulative",
        "套",
        "TAO",
        3200,
        "at_least: {goal}",
        "改造老旧小区{goal}套以上",
        more="due: 2024-11-30",
    ),
    Subject(
        "plan",
        "实施方案印发",
        "milestone",
        "%",
        "PCT",
        100,
        "done_by: 2024-09-30",
        "9月底前印发实施方案",
        more=_STAGES,
        staged=True,
    ),
    Subject(
        "income",
        "居民收入增速",
        "growth",
        "%",
        "PCT",
        62,
        "about: {goal}, tolerance: 0.5, better: higher",
        "居民收入增长{goal}%左右",
        digits=1,
        more=_MONTHLY,
    ),
    Subject(
        "costs",
        "三公经费",
        "cumulative",
        "万元",
        "WANYUAN",
        5000,
        "at_most: {goal}",
        "三公经费不超过{goal}万元",
    ),
)
