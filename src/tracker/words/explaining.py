"""Sentences of `tracker explain`, and what signals, flags and the words of the field mean."""

EXPLAINING = {
    "explain.title": ("词语和问题的解释", "What words and problems mean"),
    "explain.group": ("{title}（tracker explain {group}）", "{title} (tracker explain {group})"),
    "explain.group.signals": ("信号", "Signals"),
    "explain.group.flags": ("标记", "Flags"),
    "explain.group.terms": ("指标的类别、进度路径、力度和提示", "Kinds, paths, strength and notices"),
    "explain.group.columns": ("列名", "Columns"),
    "explain.group.files": ("问题：任何文件", "Problems of any file"),
    "explain.group.catalogue": ("问题：指标目录", "Problems of the catalogue"),
    "explain.group.progress": ("问题：进展文件", "Problems of progress files"),
    "explain.group.audit": ("问题：目录与政策原文", "Problems of the catalogue beside its text"),
    "explain.group.sheets": ("问题：要导入的表格", "Problems of spreadsheets to import"),
    "explain.group.history": ("问题：历史和封存", "Problems of history and seals"),
    "explain.heading": ("{code}", "{code}"),
    "explain.means": ("{word}：{meaning}", "{word}: {meaning}"),
    "explain.said": ("{text}", "{text}"),
    "explain.file": ("例（{file}）：", "Example ({file}):"),
    "explain.at-line": ("例（{file} 第 {line} 行）：", "Example ({file}:{line}):"),
    "explain.missing": ("例：没有 {file}", "Example: there is no {file}"),
    "explain.empty": ("例：{file} 是空的", "Example: {file} is empty"),
    "explain.link": ("例：{file} 是指向 {to} 的符号链接", "Example: {file} is a symbolic link to {to}"),
    "explain.at": ("位置：{file}", "Where: {file}"),
    "explain.todo": ("→ {text}", "→ {text}"),
    "explain.origin": ("为什么：{origin}", "Why: {origin}"),
    "explain.hint": (
        "→ 解释和例子：tracker explain {codes}",
        "→ explained with examples: tracker explain {codes}",
    ),
    "option.word": ("词语或代码", "word or code"),
    "column.word": ("词语", "word"),
    "column.meaning": ("意思", "meaning"),
    "means.signal.done": (
        "已满足目标。累计数和里程碑满足即完成；存量、比率、增速还会回落，要到截止日当天仍有有效数据满足目标才算。此后不必再报。",
        "The goal is met. What is counted up is done when it is met; levels, shares and growth can fall again and are done when a fresh figure of the deadline meets the goal. Nothing more needs to be reported.",
    ),
    "means.signal.on_track": (
        "超欠没有低到滞后的界限（默认规则：不小于 0）；会回落的指标，在截止日前满足目标也算。绿。",
        "The lead is not below the threshold of behind (by default: 0 or more); what can fall again is also on track while it meets its goal before the deadline. Green.",
    ),
    "means.signal.behind": (
        "超欠低于滞后的界限而不到严重滞后的界限（默认规则：小于 0、不低于 −10 个百分点）。黄。",
        "The lead is below the threshold of behind, but not below that of far behind (by default: below 0, down to -10 points). Yellow.",
    ),
    "means.signal.far_behind": (
        "超欠低于严重滞后的界限（默认规则：低于 −10 个百分点；增速等比率：低于达标线 2 个百分点以上）。红。",
        "The lead is below the threshold of far behind (by default: below -10 points; of a rate: more than 2 points short of the passing mark). Red.",
    ),
    "means.signal.overdue": (
        "截止日已过，最新数没有满足目标。红。",
        "The deadline has passed and the latest figure does not meet the goal. Red.",
    ),
    "means.signal.silent": (
        "从未报过数，或最新数早于报送周期加宽限天数之前；截止日的情况没有有效数据说明时也是。灰，最后的数仍然显示。",
        "No figure at all, or none since cadence and grace days; also where no fresh figure speaks for the deadline. Grey; the last figure is still shown.",
    ),
    "means.signal.pending": (
        "还没到起算日；或只在截止日考核，截止日未到，也还没有满足目标。",
        "It has not begun; or it is judged only at its deadline, which has not come, and the goal is not met yet.",
    ),
    "means.flag.due_soon": (
        "未完成，距截止日不超过 30 天。蓝。",
        "Not done, and the deadline is within 30 days. Blue.",
    ),
    "means.flag.at_risk": (
        "信号还是达到序时或未到考核期，但照近期速度到期达不到目标，或所需速度超过迄今最好速度的 1.5 倍；只在截止日考核的，要三个数以上、整个推算区间都达不到才标。",
        "Still on track or not yet due, but at the recent pace the goal will be missed, or the required pace is above 1.5 times the best so far; what is judged only at its deadline needs three figures and a whole range that misses.",
    ),
    "means.flag.stalled": (
        "未满足目标，最近两次报数都没有朝好的方向变动。",
        "The goal is not met, and neither of the last two reports moved in the better direction.",
    ),
    "means.flag.falling": (
        "累计数比以前报过的少了：多半是更正，或报错了口径。",
        "A running total is below what it once was: a correction, most likely, or another way of counting.",
    ),
    "means.flag.conflicting": (
        "最新数的那一天，两个单位报了不同的累计数；采用录入较晚的一个。",
        "Two units said different totals of the day of the latest figure; the one recorded later counts.",
    ),
    "means.flag.preliminary": (
        "最新数是初步数（status: preliminary），以后可能修订。",
        "The latest figure is a first one (status: preliminary) and may be revised.",
    ),
    "means.flag.promise_overdue": (
        "责任单位在回执里承诺的日期已过，从回执之日起没有一天完成或达到序时。",
        "The day that the unit promised in its reply has passed, and on no day since the reply was it done or on track.",
    ),
    "means.flag.accepted": (
        "滞后已按文件接受（tracker accept），到写明的日期为止不进提示和红黄名单；信号不变。",
        "A document accepts that it is behind (tracker accept): until the day given it is in no notice and no red list; the signal stays.",
    ),
    "means.flag.verified": (
        "最新数已由报数单位以外的单位核实（tracker verify）。",
        "Another unit than reported the latest figure has verified it (tracker verify).",
    ),
    "means.kind.cumulative": (
        "期内从零累加的数，如新增企业、培训人次。默认按序时考核。",
        "Counted up from nothing over the period, such as new firms or people trained. Linear by default.",
    ),
    "means.kind.level": (
        "某一天的存量，如企业总数、场景数。有期初值的按序时，没有的到期考核。",
        "What there is on a day, such as all firms. Linear where its baseline is known, else judged at its deadline.",
    ),
    "means.kind.share": (
        "百分比形式的水平，如覆盖率。可用分子、分母报数（part、whole）。",
        "A level in per cent, such as coverage. It may be reported as part and whole.",
    ),
    "means.kind.growth": (
        "与上年同期相比的变动率，如同比增长 15%。不折算，每次报送都须满足。",
        "A rate of change against last year, such as +15 %. Never prorated: it must hold at every report.",
    ),
    "means.kind.milestone": (
        "没有数的任务，按完成百分比（0 到 100）或阶段报。",
        "A task without a number, reported as a percentage done (0 to 100) or by stages.",
    ),
    "means.edited_path.linear": (
        "应达到＝期初值＋（目标−期初值）×序时进度。",
        "Expected = baseline + (goal - baseline) × elapsed.",
    ),
    "means.edited_path.hold": (
        "每次报送都须满足目标，不按时间折算。",
        "It must hold at every report, not prorated.",
    ),
    "means.edited_path.at_due": (
        "只在截止日考核，此前不作要求。",
        "Judged at the deadline only; nothing is asked before.",
    ),
    "means.edited_path.seasonal": (
        "按上年同期累计数的分布折算：上年到这一天完成了几成，今年就应完成几成。",
        "As last year's running totals were spread: what share was reached by this day then is expected now.",
    ),
    "means.edited_path.points": (
        "事先约定某日到某数，其间按天折算。",
        "Steps agreed in advance, so much by such a day, interpolated by day between them.",
    ),
    "means.strength.binding": (
        "原文用“确保”“完成”或不加修饰。",
        "The text says ensure or complete, or says it plainly.",
    ),
    "means.strength.aspire": ("原文用“力争”“争取”。", "The text says strive for (力争, 争取)."),
    "term.judging_day": ("判定日", "judging day"),
    "means.term.judging_day": (
        "列名是“考核日”：最新数未超过周期加宽限天数时是那一天，否则是截至日；迟报不算进展。",
        "The column judged on: the day of the latest figure while it is within cadence and grace, else the day looked at; late reports are no progress.",
    ),
    "term.passing_mark": ("达标线", "passing mark"),
    "means.term.passing_mark": (
        "刚好算满足目标的数；“左右”是允许范围靠近实际的一边。",
        "What just counts as met; of about the edge of the tolerance nearer to the figure.",
    ),
    "means.notice.blue": ("未完成，截止日临近：提醒函。", "Not done and the deadline is near: a reminder."),
    "means.notice.yellow": ("滞后：预警通知单。", "Behind: a warning."),
    "means.notice.red": (
        "逾期，或连续多期滞后（几期由目录的 escalation 定）：督办单。",
        "Overdue, or behind for several periods in a row (how many is the catalogue's escalation): an order.",
    ),
}
