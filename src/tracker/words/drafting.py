"""What `tracker draft` says: in the drafted file, in its table, and to a person who reviews it."""

from tracker.words.pairs import Pairs

DRAFTING: Pairs = {
    "draft.head": (
        "由 tracker draft 从 {source} 读出的草稿：每项指标前写明把握、行号、依据和原句，请逐条核对。",
        "Drafted from {source} by tracker draft: before each target stand how sure it is, the line, why, and the sentence. Check each.",
    ),
    "draft.head.tolerance": (
        "“左右”的偏差（目标的十分之一）是本工具的取值，原文没有规定。",
        "The tolerance of 左右 (a tenth of the number) is this tool's own; the text does not say.",
    ),
    "draft.head.reporting": (
        "报送周期同样是本工具的取值：每月，月后 5 天内有效。",
        "So is the reporting cadence: monthly, with five days of grace.",
    ),
    "draft.no-owners": (
        "原文没有写责任单位，请补上。",
        "The text names no responsible unit: add it.",
    ),
    "draft.unknown-owner": ("责任单位未明确", "not named"),
    "draft.because": (
        "把握：{confidence}（第 {line} 行）。{why}。",
        "Confidence: {confidence} (line {line}): {why}.",
    ),
    "draft.confidence.high": ("高", "high"),
    "draft.confidence.medium": ("中", "medium"),
    "draft.confidence.low": ("低", "low"),
    "draft.no-doubt": ("数字、单位和比较词都写明了", "number, unit and comparator are plain"),
    "draft.doubt.milestone": (
        "这条措施没有数字，取最像交付成果的一句",
        "the measure has no number, this clause reads most like what it delivers",
    ),
    "draft.doubt.no-unit": ("没有单位", "no unit"),
    "draft.doubt.no-name": ("数字前后没有写指标", "nothing beside the number says what it counts"),
    "draft.doubt.chinese-count": ("中文数字，可能只是列举", "a Chinese numeral, which may only list"),
    "draft.doubt.aside": ("在括号里", "it stands in brackets"),
    "draft.doubt.roughly": ("写有余或多，取整数", "余 or 多 stands behind it, the round number is taken"),
    "draft.doubt.table": ("取自表格", "it comes from a table"),
    "draft.doubt.shared": ("几个指标共用一个数", "several indicators share one number"),
    "draft.doubt.fraction": ("分数，取两位小数", "a fraction, taken to two places"),
    "draft.counts": (
        "读出 {measures} 条措施、{targets} 项指标，其中 {uncertain} 项需要核对。",
        "{measures:measure|measures}, {targets:target|targets}; {uncertain} to be looked at.",
    ),
    "draft.written": ("已写 {file}", "Written: {file}"),
    "draft.source-elsewhere": (
        "目录写的原文是 {file}：请把原文放到那里，tracker check 才能核对引文。",
        "The catalogue names {file} as its text: put it there, so that tracker check can compare the quotes.",
    ),
    "draft.ask.target": (
        "\n{n}/{count} · 措施 {measure} · 第 {line} 行\n  原句：{sentence}\n  指标：{name}  {goal}\n  {why}",
        "\n{n}/{count} · measure {measure} · line {line}\n  sentence: {sentence}\n  target: {name}  {goal}\n  {why}",
    ),
    "draft.ask": (
        "a 接受，c 修改，d 删除，q 其余照旧",
        "a accept, c change, d drop, q keep the rest",
    ),
    "draft.ask.bad": ("请输入 a、c、d 或 q。", "Type a, c, d or q."),
    "draft.ask.name": ("指标名称", "Name"),
    "draft.ask.name.bad": ("名称不能为空。", "A name cannot be empty."),
    "draft.ask.operator": (
        "比较（at_least more_than reach about at_most less_than between）",
        "Operator (at_least more_than reach about at_most less_than between)",
    ),
    "draft.ask.operator.bad": ("没有这样的比较词。", "There is no such operator."),
    "draft.ask.number": ("数字（between 写两个，用空格隔开）", "Number (two for between, with a blank)"),
    "draft.ask.number.bad": (
        "请写普通的十进制数；between 写两个，小的在前。",
        "Write a plain decimal number; two for between, the smaller one first.",
    ),
    "draft.ask.unit": ("单位", "Unit"),
    "draft.ask.unit.bad": ("单位不能为空。", "A unit cannot be empty."),
    "column.title": ("措施标题", "measure title"),
    "column.confidence": ("把握", "confidence"),
    "column.line": ("行", "line"),
    "error.draft-unreadable": (
        "不能读取 {file}，没有起草。",
        "{file} cannot be read; nothing was drafted.",
    ),
    "error.draft-nothing": (
        "在 {file} 里没有找到措施：需要“一、”“（一）”“1.”“第一条”“##”一类的标题，或任务表。",
        "No measures were found in {file}: it needs headings like 一、 （一） 1. 第一条 ##, or a table of tasks.",
    ),
    "error.draft-many-measures": (
        "{file} 有 {limit} 个以上的标题或表格行，不像政策原文，没有起草。",
        "{file} has more than {limit} headings or rows of tables; that is no policy text, and nothing was drafted.",
    ),
    "error.draft-many-numbers": (
        "{file} 有 {limit} 个以上的数字，不像政策原文，没有起草。",
        "{file} has more than {limit} numbers; that is no policy text, and nothing was drafted.",
    ),
    "error.draft-exists": (
        "{file} 已存在，不覆盖。换一个文件名，或先移走它。",
        "{file} exists and is never overwritten. Choose another name, or move it away first.",
    ),
    "error.draft-review-terminal": (
        "--review 要在终端里一问一答。去掉 --review，改用 -f csv 在表格里核对。",
        "--review asks questions on a terminal. Leave it out, and review the draft in a spreadsheet with -f csv.",
    ),
    "problem.word-broken": ("不是能读的 Word 文件：{reason}", "no Word file that can be read: {reason}"),
    "remedy.word-broken": (
        "用 Word 另存为 .docx，或存为纯文本。",
        "Save it as .docx again, or as plain text.",
    ),
}
