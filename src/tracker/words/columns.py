"""What the columns of status, show and gaps mean, with their formulas."""

from tracker.words.labels import SIGNALS

# What is also shown as it was on an earlier day.
_BEFORE = [
    "operator",
    "target_text",
    "upper",
    "completion",
    "lead",
    "gap",
    "target",
    "due",
    "unit",
    "date",
    "entry",
    "signal",
]

COLUMNS = {
    **{
        f"means.column.{signal}": (
            f"几项指标的信号是“{zh}”（tracker explain signals）。",
            f"How many targets are {en} (tracker explain signals).",
        )
        for signal, (zh, en) in SIGNALS.items()
    },
    **{
        f"means.column.{name}_before": (
            "同名的列在比较的前一天（或前一版本）的值。",
            "The column of that name on the earlier day, or in the earlier revision.",
        )
        for name in _BEFORE
    },
    "means.column.id": (
        "目录里指标的 id，唯一，不再用于别的指标。",
        "The target's id in the catalogue: unique, never used again.",
    ),
    "means.column.number": (
        "措施编号.第几项：1.2 是第 1 条措施的第二项。",
        "Measure and place: 1.2 is the second target of measure 1.",
    ),
    "means.column.name": ("指标的名称。", "The target's name."),
    "means.column.section": ("所在部分的编号。", "The number of its section."),
    "means.column.section_title": ("所在部分的标题。", "The title of its section."),
    "means.column.measure": ("所在措施的编号。", "The number of its measure."),
    "means.column.title": ("措施的标题。", "The title of the measure."),
    "means.column.lead_unit": (
        "责任单位中排第一的，由它报数。",
        "The first of the responsible units, which reports.",
    ),
    "means.column.owners": (
        "责任单位，按原文次序，第一个牵头。",
        "The responsible units in the order of the text; the first leads.",
    ),
    "means.column.kind": (
        "类别：累计数、存量、比率、增速、里程碑（tracker explain terms）。",
        "Cumulative, level, share, growth or milestone (tracker explain terms).",
    ),
    "means.column.operator": (
        "目标的比较词：at_least 以上、more_than 超过、reach 达到、about 左右、at_most 以内、less_than、between、done_by。",
        "How the goal compares: at_least, more_than, reach, about, at_most, less_than, between, done_by.",
    ),
    "means.column.target": ("截至日有效的目标。", "The goal in force on the day looked at."),
    "means.column.target_text": ("目标的写法，如 ≥40家。", "The goal as it is written, such as ≥40家."),
    "means.column.upper": ("between 的上限。", "The upper bound of between."),
    "means.column.tolerance": ("“左右”允许的偏差。", "By how much about may be missed."),
    "means.column.better": (
        "哪个方向更好：高、低，或都不是。",
        "Which way is better: higher, lower, or neither.",
    ),
    "means.column.original_target": (
        "最初的目标，不计以后的调整。",
        "The goal as first set, before any adjustment.",
    ),
    "means.column.unit": ("计量单位。", "The unit of measurement."),
    "means.column.baseline": (
        "期初值：起算前的数；累计数、增速和里程碑为 0。",
        "The value at the start; 0 for what is counted up, growth and milestones.",
    ),
    "means.column.from": ("起算日。", "The first day of its period."),
    "means.column.due": ("截止日（期限）。", "The last day of its period: the deadline."),
    "means.column.path": (
        "进度路径：什么时候应达到多少（tracker explain terms）。",
        "How much is expected when (tracker explain terms).",
    ),
    "means.column.strength": ("约束性，或力争。", "Binding, or aspired to."),
    "means.column.cadence": (
        "多久报一次：周、旬、半月、月、季。",
        "How often it is reported: week, dekad, half-month, month, quarter.",
    ),
    "means.column.grace": (
        "周期结束后几天内报送不算迟。",
        "Days after a period's end within which a report is not late.",
    ),
    "means.column.quote": ("设定这项指标的政策原话。", "The words of the policy text that set it."),
    "means.column.actual": (
        "截至日的值：当日或以前最近的累计数，加其后的新增数。",
        "The value on the day: the latest total on or before it, and the increments since.",
    ),
    "means.column.actual_date": ("“实际”是哪一天的数。", "The day of the actual figure."),
    "means.column.actual_written": (
        "报送时写的数，未换算单位。",
        "The figure as it was reported, before its unit was converted.",
    ),
    "means.column.actual_written_unit": ("报送时写的单位。", "The unit in which it was reported."),
    "means.column.reported_by": ("谁报的。", "Who reported it."),
    "means.column.file": ("这个数在哪个文件里。", "The file that holds the figure."),
    "means.column.entry": ("文件名#第几条。", "The file's name and the entry's number in it."),
    "means.column.note": ("报送时的备注。", "The note of the report."),
    "means.column.evidence": ("佐证材料。", "What proves the figure."),
    "means.column.judged_on": (
        "判定日：最新数未超过周期加宽限天数时是那一天，否则是截至日。",
        "The judging day: that of the latest figure while it is within cadence and grace, else the day looked at.",
    ),
    "means.column.elapsed": (
        "（已过的整月＋当月已过的部分）÷总月数，在考核日算。月末正好是 月数÷12。",
        "(Whole months passed + the share of the running one) ÷ months, on the judging day. At a month's end exactly months/12.",
    ),
    "means.column.completion": (
        "（实际−期初值）÷（目标−期初值）；没有期初值的存量和比率是 实际÷目标；增速没有。不封顶。",
        "(actual - baseline) ÷ (goal - baseline); actual ÷ goal for a level or share without a baseline; none for growth. Not capped.",
    ),
    "means.column.bar": (
        "完成率的长条，竖线是应完成率。",
        "Completion as a bar, with a mark at the completion expected.",
    ),
    "means.column.expected": (
        "按进度路径，判定日应达到的值。",
        "Where the path says the value should be on the judging day.",
    ),
    "means.column.expected_completion": (
        "应达到的值折合的完成率；序时路径下等于序时进度。",
        "The completion that the path expects; on a linear path it is the elapsed share.",
    ),
    "means.column.lead": (
        "完成率−应完成率，百分点；比率是 实际−达标线。负数为落后。",
        "Completion minus expected completion, in points; of a rate actual minus the passing mark. Below zero is behind.",
    ),
    "means.column.gap": (
        "还差多少，用指标的单位，不为负；百分数用百分点。",
        "What is still missing, in the target's unit, never negative; of percentages in points.",
    ),
    "means.column.met": ("最新数是否满足目标。", "Whether the latest figure meets the goal."),
    "means.column.pace": ("最近 90 天平均每月增加多少。", "The mean gain per month over the last 90 days."),
    "means.column.recent_rate": (
        "最近 90 天的平均速度，按报送周期折算。",
        "The mean pace of the last 90 days, per reporting period.",
    ),
    "means.column.recent_pace": ("最近 90 天的平均速度。", "The mean pace of the last 90 days."),
    "means.column.required": (
        "差距÷剩余月数，至少按一个报送周期算。",
        "The gap ÷ the months left, at least one reporting period.",
    ),
    "means.column.required_rate": (
        "差距÷剩余的报送周期数，不足一期按一期。",
        "The gap ÷ the reporting periods left, at least one.",
    ),
    "means.column.required_pace": (
        "到截止日补上差距需要的速度。",
        "The pace that closes the gap by the deadline.",
    ),
    "means.column.best_pace": (
        "迄今最好的速度，至少约一个月。",
        "The best pace so far, over about a month at least.",
    ),
    "means.column.best_pace_month": ("迄今最好的速度，每月。", "The best pace so far, per month."),
    "means.column.pressure": (
        "所需÷近期：1.5 倍就是要快一半。",
        "Required ÷ recent: 1.5 means half as fast again.",
    ),
    "means.column.forecast": (
        "照近期速度到截止日的值；须始终保持的和到期考核的没有。",
        "The value at the deadline at the recent pace; none of what must hold or is judged at its deadline.",
    ),
    "means.column.forecast_low": ("预计区间的下端。", "The low end of the forecast."),
    "means.column.forecast_high": ("预计区间的上端。", "The high end of the forecast."),
    "means.column.no_forecast": ("为什么没有预计。", "Why there is no forecast."),
    "means.column.buffer": (
        "不再有新数时，几天后落后于路径；0 为已经落后。",
        "Days until it falls behind its path if nothing more is reported; 0 is behind already.",
    ),
    "means.column.signal": (
        "七种信号之一（tracker explain signals）。",
        "One of the seven signals (tracker explain signals).",
    ),
    "means.column.reason": ("信号是由哪一项比较得出的。", "The comparison that gave the signal."),
    "means.column.flags": (
        "信号之外的标记（tracker explain flags）。",
        "Marks beside the signal (tracker explain flags).",
    ),
    "means.column.days_left": ("到截止日还有几天。", "Days until the deadline."),
    "means.column.notice": (
        "应发的提示和连续滞后的期数。",
        "The notice it has come to, and the periods behind in a row.",
    ),
    "means.column.notice_level": (
        "蓝、黄、红（tracker explain terms）。",
        "Blue, yellow or red (tracker explain terms).",
    ),
    "means.column.behind_periods": (
        "连续几个报送周期滞后：只计已结束的，或自己有数的周期。",
        "Reporting periods behind in a row: those that have ended, or have a figure of their own.",
    ),
    "means.column.behind_since": ("从哪天起连续滞后。", "Since when it has been behind."),
    "means.column.original_completion": ("对最初目标的完成率。", "Completion against the goal as first set."),
    "means.column.adjusted_by": ("调整目标的文件。", "The document that changed the goal."),
    "means.column.adjusted_on": ("调整从哪天起生效。", "The day from which the change holds."),
    "means.column.year_before": ("上年同一天的累计数。", "The running total of the same day a year before."),
    "means.column.year_before_date": ("上年同期是哪一天。", "The day a year before."),
    "means.column.year_on_year": ("实际÷上年同期−1。", "Actual ÷ that of a year before - 1."),
}
