"""Words of papers as pages: what is read aloud, and the legend of completions beside expectations."""

from tracker.words.pairs import Pairs

PAPER_PAGE: Pairs = {
    "page.notes": ("注释", "Notes"),
    "page.note": ("注释 {number}", "note {number}"),
    "page.note.back": ("返回正文", "back to the text"),
    "page.table": ("表", "table"),
    "bullets.completion": ("完成率", "completion"),
    "bullets.expected": ("应达到", "expected"),
    "bullets.over": ("超过 {limit} 的只画到 {limit}", "above {limit} drawn to {limit}"),
    "bullets.bar": (
        "{name}：{signal}，完成率 {completion}，应达到 {expected}",
        "{name}: {signal}, completion {completion}, expected {expected}",
    ),
    "bullets.bar.unexpected": (
        "{name}：{signal}，完成率 {completion}",
        "{name}: {signal}, completion {completion}",
    ),
    "bullets.bar.empty": ("{name}：{signal}，无完成率", "{name}: {signal}, no completion"),
}
