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
}
