"""Papers as the tool writes them, about a district that does not exist; every figure is invented."""

from datetime import date
from fractions import Fraction
from pathlib import Path

from tracker.assess.signal import Signal
from tracker.formats.cells import GLYPHS
from tracker.formats.markdown import escaped
from tracker.formats.paper import Paper
from tracker.report.values import Percent, Phrase
from tracker.report.view import Bullet, Bullets, Chart, Track
from tracker.words import Words

TEXTS = Path(__file__).parent / "texts"
_TABLE = {
    "zh": "| 序号 | 指标 | 牵头单位 | 年度目标 | 本期累计 | 完成率 | 超（欠）序时 | 信号 | 上期信号 | 说明 |",
    "en": "| No. | Target | Lead unit | Goal | Actual | Completion | Ahead or behind | Signal | Last week | Remark |",
}
_SIDES = "|--:|---|---|--:|--:|--:|--:|---|---|---|"
_NOTE = {
    "zh": "注：超（欠）序时单位为百分点；差值按未取舍的数计算。",
    "en": "Note: ahead or behind in percentage points, computed from figures that are not rounded.",
}
_NAMES = {
    "zh": ("低空技术应用示范中心", "企业技术需求对接", "技术合同成交额", "新建充电桩", "培训高素质农民", "引进高层次和急需紧缺各类人才总量", "农村公路提升"),
    "en": ("low-altitude technology centre", "matchmaking events", "technology contracts", "charging points", "farmers trained", "talent recruited", "rural roads"),
}  # fmt: skip
_UNITS = {"zh": ("区工业和信息化局", "区科技局", "区发展改革局"), "en": ("Industry Bureau", "Science Bureau", "Reform Commission")}  # fmt: skip
_REMARKS = {"zh": ("设备验收尚未完成", "单位未说明", "—"), "en": ("acceptance outstanding", "no reason given", "—")}  # fmt: skip
# A name that Markdown, HTML and templates would all like to read.
HOSTILE = "a*b_c <b>&amp; {{ 7*7 }} [x](javascript:x) `~~$^"


def _share(number: int) -> Fraction:
    return Fraction(number * 37 % 131, 100)


def _row(number: int, words: Words) -> str:
    language = words.language
    signal = list(Signal)[number % 7]
    names, units, remarks = _NAMES[language], _UNITS[language], _REMARKS[language]
    name = HOSTILE if number == 60 else f"{names[number % 7]}{'' if number < 8 else f' {number}'}"
    cells = (
        str(number), name, units[number % 3], f"{number * 10}", f"{number * 7}", f"{number * 37 % 131}.0%", f"{number * 13 % 40 - 25:+d}.0",
        f"{GLYPHS[signal]} {words(f'mark.{signal.value}')}", words("mark.on_track"), remarks[number % 3],
    )  # fmt: skip
    return f"| {' | '.join(map(escaped, cells))} |"


def bullets(count: int, words: Words) -> Bullets:
    """As many bars, in every signal; one without completion, one far above what can be drawn."""
    bars = [
        Bullet(
            f"{_NAMES[words.language][n % 7]}{'' if n < 7 else f' {n}'}",
            None if n == 5 else Percent(Fraction(43, 10) if n == 6 else _share(n + 1)),
            None if n == 4 else Percent(Fraction(82, 100)),
            list(Signal)[n % 7],
        )
        for n in range(count)
    ]
    return Bullets(tuple(bars), Phrase("page.chart"))


def _chart() -> Chart:
    def track(*points: tuple[int, int, int]) -> Track:
        return tuple((date(2025, month, day), Fraction(value)) for month, day, value in points)

    return Chart(
        unit="个", start=date(2025, 1, 1), end=date(2025, 12, 31), today=date(2025, 10, 26), goal=Fraction(600),
        actual=track((3, 31, 96), (6, 30, 210), (8, 31, 331), (10, 26, 402)),
        expected=track((1, 1, 0), (12, 31, 600)),
        low=track((10, 26, 402), (12, 31, 470)), high=track((10, 26, 402), (12, 31, 540)),
    )  # fmt: skip


def briefing(words: Words, *, bars: int = 12) -> Paper:
    """A weekly briefing with two charts, footnotes and an annex of sixty rows."""
    language = words.language
    rows = "\n".join(_row(number, words) for number in range(1, 61))
    table = f"{_TABLE[language]}\n{_SIDES}\n{rows}\n\n{_NOTE[language]}\n"
    title = {"zh": "推进情况专报", "en": "Delivery briefing"}[language]
    return Paper(
        title, _text("briefing", language) + table, {"bullets": bullets(bars, words), "新建充电桩": _chart()}
    )


def letter() -> Paper:
    """A letter to one unit."""
    return Paper("关于报送进展情况的提醒函", _text("letter", "zh"))


def _text(name: str, language: str) -> str:
    return (TEXTS / f"{name}.{language}.md").read_text(encoding="utf-8")
