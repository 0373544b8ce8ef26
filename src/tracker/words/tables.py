"""How the tables of others were understood."""

TABLES = {
    "import.understood": (
        "以下是对表格的理解，请核对（还没有写入）",
        "How the tables were understood; please look at it (nothing is written yet)",
    ),
    "column.written": ("表里写的", "in the table"),
    "column.understood": ("理解为", "understood as"),
    "column.near": ("名称", "name"),
    "import.near": ("近似", "near"),
    "import.exact": ("一致", "exact"),
    "import.no-figures": ("没有读到数", "no figures were read"),
    "import.adds": ("新增 {value}", "+{value}"),
    "import.field.target": ("指标", "the target"),
    "import.field.task": ("指标", "the target"),
    "import.field.total": ("累计数（现值）", "the running total, or present value"),
    "import.field.done": ("累计数（现值）", "the running total, or present value"),
    "import.field.add": (
        "新增数，加在上次报数之上（没有累计数时用）",
        "an increment since the last figure, where there is no total",
    ),
    "import.field.date": ("数据日期", "the day of the figures"),
    "import.field.filed": (
        "填报日期（没有数据日期时用）",
        "the day of filing, where nothing says the day of the figures",
    ),
    "import.field.day": ("数据日期 {day}", "the day of the figures, {day}"),
    "import.field.unread": ("不读", "not read"),
    "import.field.unit": ("计量单位", "the unit of measurement"),
    "import.field.note": ("备注", "a note"),
    "import.field.by": ("报送单位", "the reporting unit"),
    "import.field.cause": ("回执的原因", "the cause in a reply"),
    "import.field.remedy": ("回执的措施", "the remedy in a reply"),
    "import.field.by_when": ("回执承诺的完成日", "the day promised in a reply"),
    "import.replies": ("回执，承诺 {by_when}", "reply, promised for {by_when}"),
    "import.field.owner": (
        "责任单位，由第一个报送（没有写报送单位时用）",
        "the responsible units, of which the first reports where nothing says who does",
    ),
    "import.bare": (
        "{file} 的格式里读不出哪些行列是隐藏的、哪些数显示为百分比；有疑问就另存为 .xlsx 再导入",
        "{file} does not tell which rows are hidden and which figures are shown as percentages; if in doubt save it as .xlsx",
    ),
    "import.ask-name": (
        "{place}：“{name}”是哪一项指标？（id、编号或名称的一部分；- 不导入；空着就不管）",
        '{place}: which target is "{name}"? (id, number or part of the name; - to leave it out; empty to pass)',
    ),
    "import.agree": ("这样理解对吗？", "Is this right?"),
    "import.unsure": (
        "什么也没有写。理解得对就加 --yes，以后不再问；不对就在 import.yaml 里写明（见 tracker import 的说明）。",
        "Nothing was written. If this is right, add --yes, and it will not be asked again; if not, say it in import.yaml (see the manual of tracker import).",
    ),
    "import.remembered": ("已记入 {file}，以后不再问", "Remembered in {file}; it will not be asked again"),
    "import.left-out": ("{place}：{text}：没有导入", "{place}: {text}: not imported"),
    "import.day-taken": (
        "{place}：数据日期按“{text}”取 {day}",
        '{place}: the day of the figures is {day}, by "{text}"',
    ),
}
