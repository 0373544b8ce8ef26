"""The briefing: goals as people write them, periods, sources, and what can go wrong."""

from tracker.words.pairs import Pairs

BRIEFING: Pairs = {
    "goal.at_least": ("{value}以上", "{value} or more"),
    "goal.at_least.percent": ("{value}以上", "{value} or more"),
    "goal.more_than": ("超过{value}", "more than {value}"),
    "goal.reach": ("{value}", "{value}"),
    "goal.about": ("{value}左右", "about {value}"),
    "goal.at_most": ("{value}以内", "{value} at most"),
    "goal.less_than": ("低于{value}", "less than {value}"),
    "goal.between": ("{low}至{upper}", "{low} to {upper}"),
    "goal.done_by": ("{month}月{day}日前完成", "done by {month:02d}-{day:02d}"),
    "trace.entry": (
        "{target}：{value}，截至 {day}，{by}报，{file}，提交 {commit}",
        "{target}: {value} as of {day}, from {by}, {file}, commit {commit}",
    ),
    "trace.uncommitted": (
        "{target}：{value}，截至 {day}，{by}报，{file}，尚未提交",
        "{target}: {value} as of {day}, from {by}, {file}, not committed",
    ),
    "trace.targets": ("计入：{targets}", "counted: {targets}"),
    "trace.none": ("没有这样的指标", "no such target"),
    "help.brief": (
        "写一期简报：总体情况、本期进展、滞后与预警、临期、未报送、修订、附表",
        "Write the briefing of one period: what stands, what moved, what lags, what is due, who is silent",
    ),
    "help.any.week": ("哪一周，如 2024-W36", "which week: 2024-W36"),
    "help.any.dekad": ("哪一旬，如 2024-08中旬、8月中旬", "which dekad (ten days): 2024-08中旬"),
    "help.any.month": ("哪个月，如 2024-08", "which month: 2024-08"),
    "help.any.start": ("从哪天起（与 --to 一起用）", "from this day (with --to)"),
    "help.any.end": ("到哪天止（与 --from 一起用）", "to this day (with --from)"),
    "help.brief.number": (
        "期号；默认为本年第几个周期",
        "number of the issue; by default which period of the year it is",
    ),
    "help.brief.unit": ("编发单位", "the unit that issues it"),
    "help.brief.trace": ("每个数字加注：指标、文件、提交", "a note to each number: target, file, commit"),
    "help.brief.format": ("输出格式", "format of the output"),
    "error.brief-period": (
        "--week、--dekad、--month 和 --from/--to 只能用一种，--from 和 --to 要一起用。",
        "Give one of --week, --dekad, --month, or --from with --to.",
    ),
    "error.brief-backwards": (
        "起始日 {start} 晚于截止日 {end}。",
        "The first day, {start}, is after the last, {end}.",
    ),
    "error.brief-future": (
        "这一期从 {start} 开始，今天是 {today}，还没有到。",
        "This period begins on {start}, and today is {today}: it has not come yet.",
    ),
    "error.brief-early": (
        "到 {end} 为止还没有任何数据；最早的数据是 {first} 的。换一个时期。",
        "There is no figure up to {end}; the first one is of {first}. Choose another period.",
    ),
    "error.brief-no-figures": (
        "到 {end} 为止还没有任何数据。先用 tracker record 录入。",
        "There is no figure up to {end}. Record some first, with tracker record.",
    ),
    "error.template-broken": (
        "模板 {file} 第 {line} 行：{reason}。可用的变量见 docs/templates.md。",
        "Template {file}, line {line}: {reason}. docs/templates.md lists the variables.",
    ),
    "error.template-outside": ("{file} 指向工作区之外。", "{file} leads out of the workspace."),
    "error.note-broken": (
        "读不了 {file}：{reason}。",
        "Cannot read {file}: {reason}.",
    ),
    "error.note-outside": ("{file} 指向工作区之外。", "{file} leads out of the workspace."),
    "error.docx-output": (
        "Word 文件要用 -o 写到文件，如 -o 简报.docx。",
        "A Word file goes to a file: add -o, as in -o briefing.docx.",
    ),
    "note.overview": ("综述", "overview"),
    "note.next": ("下步打算", "next steps"),
    "brief.charts.bullets": (
        "各项指标完成率与应完成率",
        "Completion of each target, beside what is expected",
    ),
}
