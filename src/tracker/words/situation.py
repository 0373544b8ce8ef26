"""Gaps, notices, profiles: what lags, how fast it must go, and under which rule."""

from tracker.words.pairs import Pairs

SITUATION: Pairs = {
    "help.gaps": (
        "列出缺口：还差多少、每个报送周期还需多少（倒排），最急的在前",
        "List what is missing, most urgent first, with the pace that would close it",
    ),
    "help.profiles": (
        "同一天按各种判定规则分别判定：哪些指标会变色",
        "Judge the same day by every threshold profile: which targets would change colour",
    ),
    "rate.week": ("{amount}/周", "{amount}/week"),
    "rate.dekad": ("{amount}/旬", "{amount}/dekad"),
    "rate.half-month": ("{amount}/半月", "{amount}/half-month"),
    "rate.month": ("{amount}/月", "{amount}/month"),
    "rate.quarter": ("{amount}/季", "{amount}/quarter"),
    "notice.blue": ("蓝", "blue"),
    "notice.yellow": ("黄", "yellow"),
    "notice.red": ("红", "red"),
    "notice.alone": ("{level}", "{level}"),
    "notice.repeated": ("{level}·连{periods}期", "{level}, {periods}×"),
    "order.text": ("原文顺序", "as in the text"),
    "order.gap": (
        "所差占目标的比例，大的在前",
        "share of the goal that is missing, largest first",
    ),
    "order.lead": ("超欠序时，欠得多的在前", "lead over schedule, furthest behind first"),
    "order.due": ("截止日，早的在前", "deadline, nearest first"),
    "order.completion": ("完成率，低的在前", "completion, lowest first"),
    "order.buffer": (
        "余量天数（照此不再增加，几天后落后于序时），少的在前",
        "days of buffer (until it falls behind if nothing more is reported), fewest first",
    ),
    "order.pressure": (
        "所需进度与近期进度之比，大的在前；没有进展的最先",
        "required over recent pace, largest first; what does not move comes before all",
    ),
    "order.notice": (
        "提示级别和连续滞后期数，重的在前",
        "notice and periods behind in a row, gravest first",
    ),
    "gaps.shown": (
        "{shown} 项中有 {missing} 项未达目标",
        "{missing} of {shown:target|targets} not met",
    ),
    "gaps.order": ("排序：{order}（--sort 另选）", "Order: {order} (choose another with --sort)"),
    "gaps.remark": (
        "所需＝差距÷距截止日的周期数，可数的向上取整；近期＝最近 90 天的平均；倍数＝所需÷近期；余量＝照此不再增加，几天后落后于序时。— 表示无从计算（无数据、无基数、已过截止日，或须始终保持）。",
        "required = gap / reporting periods left, things that come one by one rounded up; recent = mean of the last 90 days; ratio = required / recent; buffer = days until it falls behind if nothing more is reported. — where nothing can be computed (no figure, no baseline, past its deadline, or a rate that must hold).",
    ),
    "gaps.empty": ("全部达到目标，没有缺口", "Every target shown is met: nothing is missing"),
    "profile.own": ("目录规定（{name}）", "catalogue's own ({name})"),
    "profiles.counts": ("各规则下的数量", "Counts under each profile"),
    "profiles.changes": ("会变色的指标", "Targets that would change colour"),
    "profiles.same": ("各规则下没有一项不同", "No target differs under any profile"),
    "rule.points": (
        "落后即黄（超欠低于 {behind}），低于 {far} 个百分点为红",
        "yellow below {behind} points, red below {far}",
    ),
    "rule.points.including": (
        "超欠不高于 {behind} 个百分点为黄，低于 {far} 为红",
        "yellow at {behind} points or less, red below {far}",
    ),
    "rule.any": ("超欠低于 {behind} 个百分点即为红", "red below {behind} points, no yellow"),
    "rule.one": ("超欠低于 {behind} 个百分点为黄，不设红", "yellow below {behind} points, no red"),
    "rule.short": (
        "超欠低于 {behind} 个百分点为黄，比应达到的少 {short}% 以上为红",
        "yellow below {behind} points, red when more than {short} % short of what is expected",
    ),
    "column.required_rate": ("所需", "required"),
    "column.recent_rate": ("近期", "recent"),
    "column.pressure": ("倍数", "ratio"),
    "column.days_left": ("剩余天", "days left"),
    "column.notice": ("提示", "notice"),
    "column.notice_level": ("提示级别", "notice level"),
    "column.behind_periods": ("连续滞后期数", "periods behind"),
    "column.behind_since": ("滞后起始日", "behind since"),
    "column.original_completion": ("对原目标完成率", "compl. of original"),
    "column.adjusted_by": ("调整依据", "adjusted by"),
    "column.adjusted_on": ("调整日期", "adjusted on"),
    "column.profile": ("规则", "profile"),
    "column.total": ("合计", "total"),
    "column.changes": ("变色", "changes"),
    "column.rule": ("界限", "thresholds"),
    "column.under_own": ("目录规定", "own"),
}
