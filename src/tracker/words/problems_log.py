"""Problems of the log: progress files and their entries."""

from tracker.words.pairs import Pairs

LOG_PROBLEMS: Pairs = {
    "recorded-future": (
        "录入时间 {recorded} 在今天（{today}）之后",
        "recorded {recorded} is after today, {today}",
    ),
    "value-fraction": ("{value}{unit}不是整数", "{value} {unit} is not a whole number"),
    "value-negative": ("{value}{unit}是负数", "{value} {unit} is negative"),
    "total-unordered": (
        "{id} 在 {day} 有两个不同的数，看不出哪个在后（{one}、{two}）",
        "{id} has two different figures on {day}, and nothing says which is later ({one}, {two})",
    ),
    "void-of-both": (
        "“{ref}”里既有数又有撤回，不能整份撤回",
        '"{ref}" holds a void beside figures and cannot be voided as a whole',
    ),
    "entry-value.none": ("没有写数", "has no figure"),
    "name-bad": (
        "文件名“{name}”不合格式，或没有这一天",
        'the name "{name}" is not of the form, or there is no such day',
    ),
    "misplaced": ("文件放错了目录", "the file stands in the wrong folder"),
    "date-differs": (
        "date {date} 与文件名的日期 {named} 不同",
        "date {date} differs from the file's name, {named}",
    ),
    "date-future": ("{date} 在今天（{today}）之后", "{date} is after today, {today}"),
    "date-outside": (
        "{date} 不在 {id} 的考核期 {start} 至 {end} 内",
        "{date} is outside the period of {id}, {start} to {end}",
    ),
    "entry-target": ("没有写是哪项指标", "names no target"),
    "entry-value": (
        "total、add、stage 应有且只有一个：{given}",
        "exactly one of total, add and stage is needed, not: {given}",
    ),
    "entry-twice": ("同一文件里 {id} 报了两个数", "two figures for {id} in one file"),
    "reason-alone": ("reason 只用于撤回（void）", "reason goes with void only"),
    "target-unknown": ("没有指标“{name}”", 'unknown target "{name}"'),
    "unit-wrong": (
        "单位“{unit}”与 {id} 的“{wanted}”不是同一种量",
        '"{unit}" does not measure what {id} counts in "{wanted}"',
    ),
    "unit-inexact": ("{value}{unit}换算成{wanted}除不尽", "{value} {unit} has no exact value in {wanted}"),
    "unit-stage": ("写了 stage 就不写 unit", "a stage has no unit"),
    "add-kind": ("{kind} 不能累加", "a {kind} cannot be added to"),
    "add-base": (
        "{id} 没有期初值，也没有更早的 total，无从累加",
        "{id} has neither a baseline nor an earlier total to add to",
    ),
    "milestone-range": ("{value} 不在 0 到 100 之间", "{value} is not between 0 and 100"),
    "stage-kind": ("{id} 没有设阶段", "{id} has no stages"),
    "stage-unknown": ("{id} 没有阶段“{stage}”", '{id} has no stage "{stage}"'),
    "void-mixed": ("撤回的条目不能再写：{keys}", "a void cannot have: {keys}"),
    "void-reason": ("撤回要写明原因", "a void needs its reason"),
    "void-unknown": ("要撤回的“{ref}”不存在", 'nothing to void: there is no "{ref}"'),
    "void-of-void": ("“{ref}”本身是撤回，不能再撤回", '"{ref}" is itself a void and cannot be voided'),
    "void-twice": ("“{ref}”已经撤回过", '"{ref}" is void already'),
}

LOG_REMEDIES: Pairs = {
    "recorded-future": ("检查日期和时区。", "Check the day and the offset."),
    "value-fraction": ("检查数字和单位。", "Check the number and its unit."),
    "value-negative": (
        "累计数和现值不会是负数；减少的数用 add: -1。",
        "A count is never negative; take away with add: -1.",
    ),
    "total-unordered": (
        "写上 recorded: 录入时间，或撤回（void）其中一个。",
        "Add recorded: to say when, or void one of them.",
    ),
    "void-of-both": ("逐条撤回：文件名#第几条。", "Void its figures one by one: name#number."),
    "name-bad": (
        "改成 年-月-日-后缀.yaml，后缀用小写字母和数字，如 2024-08-10-kjj1.yaml。",
        "Name it YYYY-MM-DD-suffix.yaml, the suffix in lower-case letters and digits: 2024-08-10-kjj1.yaml.",
    ),
    "misplaced": ("移到 {folder}/。", "Move it to {folder}/."),
    "date-differs": (
        "改成一致；数字属于哪天，文件名就写哪天。",
        "Make them agree: both are the day of the figures.",
    ),
    "date-future": ("检查年份和月份。", "Check year and month."),
    "date-outside": (
        "检查年份和月份；期初的数写在目录的 baseline。",
        "Check year and month; a value from before goes into the catalogue's baseline.",
    ),
    "entry-target": ("写上 target: 指标id。", "Add target: with the target's id."),
    "entry-value": (
        "累计数写 total，新增数写 add，阶段写 stage。",
        "total for the running total, add for an increment, stage for a stage.",
    ),
    "entry-twice": ("只保留一条。", "Keep one."),
    "reason-alone": ("改写成 note。", "Write note instead."),
    "target-unknown": ("相近的有：{near}。", "Near: {near}."),
    "target-unknown.none": ("写目录里的 id。", "Write an id of the catalogue."),
    "unit-wrong": ("改用“{wanted}”或同类单位。", "Use {wanted} or a unit of the same quantity."),
    "unit-inexact": ("直接按{wanted}报数。", "Report it in {wanted}."),
    "unit-stage": ("删除 unit。", "Delete unit."),
    "add-kind": ("用 total 写当前的数。", "Write the present figure as total."),
    "add-base": ("先用 total 报一次总数。", "Report a total first."),
    "milestone-range": ("里程碑写完成百分比，0 到 100。", "A milestone is a percentage done, 0 to 100."),
    "stage-kind": (
        "用 total 写完成百分比，或在目录里设 stages。",
        "Write total as a percentage, or give it stages in the catalogue.",
    ),
    "stage-unknown": ("阶段有：{stages}。", "Its stages: {stages}."),
    "void-mixed": ("撤回和新数分成两条写。", "Make two entries of it, the void and the new figure."),
    "void-reason": ("加上 reason: 原因。", "Add reason:."),
    "void-unknown": (
        "写文件名（不带 .yaml），或 文件名#第几条，如 2024-08-10-ab12#2。",
        "Write the file's name without .yaml, or name#number: 2024-08-10-ab12#2.",
    ),
    "void-of-void": ("要恢复原来的数，请重新报一条。", "To restore a figure, report it again."),
    "void-twice": ("删除多余的这一条（若尚未提交）。", "Delete this entry, if it is not committed yet."),
}
