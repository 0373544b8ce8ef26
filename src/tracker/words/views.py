"""Sentences of the views."""

from tracker.words.pairs import Pairs

VIEWS: Pairs = {
    "head.as-of": (
        "截至 {day}　{year} 年序时进度 {elapsed}",
        "As of {day} · {elapsed} of {year} has passed",
    ),
    "head.known-on": ("按 {day} 当日已录入的数据", "As known on {day}"),
    "head.year-over": (
        "{year} 年考核期已结束，未完成的均已逾期；看年内情况用 --as-of",
        "The year under review, {year}, is over: what is not done is overdue. See within it with --as-of",
    ),
    "head.year-ahead": ("{year} 年考核期尚未开始", "The year under review, {year}, has not begun"),
    "head.profile": (
        "按 {profile} 规则判定（目录规定的是 {own}）",
        "Judged by the profile {profile} (the catalogue's own is {own})",
    ),
    "head.notice": ("※{notice}", "※{notice}"),
    "head.saved": ("视图：{name}", "Saved view: {name}"),
    "head.shown": (
        "已筛选：显示 {total} 项中的 {shown} 项",
        "Filtered: {shown} of {total} targets",
    ),
    "times": ("{ratio}倍", "{ratio}×"),
    "colon": ("：", ": "),
    "chart.actual": ("实际", "actual"),
    "chart.expected": ("应达到", "expected"),
    "chart.goal": ("目标", "goal"),
    "chart.range": ("预计区间", "forecast range"),
    "chart.today": ("截至日", "the day looked at"),
    "counts.total": ("合计 {total}", "total {total}"),
    "foot.read": (
        "读取进展文件 {files} 个、记录 {entries} 条",
        "Read {files:progress file|progress files} with {entries:entry|entries}",
    ),
    "foot.problems": (
        "发现 {problems} 个问题：{files} 个文件、{entries} 条记录未计入（tracker check 查看）",
        "{problems:problem|problems} found: {files:file|files} and {entries:entry|entries} left out (see tracker check)",
    ),
    "table.empty": ("没有符合条件的指标", "No target matches"),
    "section.number": ("{numeral}、{title}", "{number}. {title}"),
    "measure.lead": ("牵头：{owner}", "lead: {owner}"),
    "check.fine": (
        "没有问题：{targets} 项指标、{files} 个文件、{entries} 条记录",
        "No problems: {targets:target|targets}, {files:file|files}, {entries:entry|entries}",
    ),
    "check.count": ("共 {count} 个问题", "{count:problem|problems}"),
    "problem.place": ("{file} 第 {line} 行第 {column} 列", "{file}:{line}:{column}"),
    "problem.file": ("{file}", "{file}"),
    "usage.global": ("通用选项", "Global options"),
    "usage.title": ("用法：", "Usage: "),
    "usage.options": ("选项", "Options"),
    "usage.arguments": ("参数", "Arguments"),
    "usage.commands": ("命令", "Commands"),
    "usage.default": ("默认 {value}", "default: {value}"),
    "usage.env": ("环境变量 {name}", "environment: {name}"),
    "usage.choices": ("可选 {choices}", "one of {choices}"),
}
