"""Words of pages in a browser: what is read aloud, and what stands in a drawn chart."""

from tracker.words.pairs import Pairs

PAGE: Pairs = {
    "page.bar": ("完成率 {completion}", "completion {completion}"),
    "page.bar.expected": (
        "完成率 {completion}，应完成 {expected}",
        "completion {completion}, expected {expected}",
    ),
    "page.figure": ("{day}：{value}", "{day}: {value}"),
    "page.goal": ("目标 {value}", "goal {value}"),
    "page.today": ("截至 {day}", "as of {day}"),
    "page.deadline": ("期限 {day}", "due {day}"),
    "page.chart": ("实际与应达到的进度", "Actual against expected"),
    "page.chart.period": (
        "{start} 至 {end}，目标 {goal}。",
        "{start} to {end}, goal {goal}.",
    ),
    "page.chart.latest": (
        "共 {count} 次数据，最近一次 {day}：{value}。",
        "{count:figure|figures}, the latest {value} on {day}.",
    ),
    "page.chart.none": ("尚无数据。", "No figure yet."),
    "page.chart.range": (
        "预计 {day} 在 {low} 与 {high} 之间。",
        "Forecast for {day}: between {low} and {high}.",
    ),
    "month.1": ("1月", "Jan"),
    "month.2": ("2月", "Feb"),
    "month.3": ("3月", "Mar"),
    "month.4": ("4月", "Apr"),
    "month.5": ("5月", "May"),
    "month.6": ("6月", "Jun"),
    "month.7": ("7月", "Jul"),
    "month.8": ("8月", "Aug"),
    "month.9": ("9月", "Sep"),
    "month.10": ("10月", "Oct"),
    "month.11": ("11月", "Nov"),
    "month.12": ("12月", "Dec"),
}
