"""Papers as the tool writes them, about a district that does not exist; every figure is invented."""

from datetime import date
from fractions import Fraction

from tracker.assess.signal import Signal
from tracker.formats.cells import GLYPHS
from tracker.formats.markdown import escaped
from tracker.formats.paper import Paper
from tracker.report.values import Phrase
from tracker.report.view import Bullet, Bullets, Chart, Track
from tracker.words import Words

_HEAD = {
    "zh": """# 关于《高质量发展若干措施》推进情况的专报

::: center
（2025年10月20日—26日）
:::

> 以下数字均为演示用的虚构数字，不代表任何真实情况。

截至2025年10月26日，《示范区高质量发展若干措施》60项指标中，已完成14项，滞后和逾期共12项，未报送2项[^1]。
本期新完成2项，新增滞后2项、逾期1项。

## 一、总体情况

全年时间已过82.0%。60项指标中，**已完成14项，占23.3%**；达到序时27项，占45.0%；滞后8项，占13.3%；严重滞后3项，占5.0%；逾期未完成1项，占1.7%；未报送2项，占3.3%；未到考核期5项，占8.3%[^1]。

![12项重点指标的完成率](chart:bullets)

## 二、滞后和逾期情况

### （一）逾期1项

区工业和信息化局牵头的“低空技术应用示范中心”应于10月20日前建成，截至10月26日形象进度85%，已逾期6天[^2]。

### （二）严重滞后3项

区发展改革局牵头的“新建充电桩”完成402个，年度目标600个，欠序时15.0个百分点。

![新建充电桩](chart:新建充电桩)

![不存在的图](chart:none)

## 三、下步工作建议

1. 建议由分管区领导调度逾期和严重滞后的4项指标；
2. 建议向区商务局和河东街道发提醒函，要求于10月29日前补报。

附件：1.60项指标进展总表\\
　　　　　2.未报送单位清单

::: right
示范区人民政府办公室
2025年10月27日
:::

[^1]: 百分比保留一位小数，分项合计因四舍五入可能不等于100%。
[^2]: 据该局说明，设备验收尚未完成。

---

## 附件1　60项指标进展总表

""",
    "en": """# Measures for High-Quality Development: delivery briefing

::: center
20 to 26 October 2025
:::

> All figures are invented for illustration.

As at 26 October 2025, 14 of the 60 targets are done, 12 are behind or overdue, and 2 have no current report[^1].
This week 2 were completed, 2 fell behind and 1 became overdue.

## Overall

82.0% of the year has passed. **14 targets are done (23.3%)**, 27 on track (45.0%), 8 behind (13.3%), 3 far behind (5.0%), 1 overdue (1.7%), 2 not reported (3.3%) and 5 not yet due (8.3%)[^1].

![Completion of 12 key targets](chart:bullets)

## Behind and overdue

### Overdue (1)

The low-altitude technology centre was due on 20 October and is 6 days overdue at 85% complete[^2].

### Far behind (3)

Charging points stand at 402 of 600 (67.0%), 15.0 percentage points behind schedule.

![New charging points](chart:新建充电桩)

![No such chart](chart:none)

## Recommendations

1. The responsible deputy heads review the 4 overdue and far-behind targets.
2. Send reminders to the Commerce Bureau and Hedong Subdistrict, for reply by 29 October.

::: right
District Government Office
27 October 2025
:::

[^1]: Percentages are rounded to one decimal and may not add up to 100%.
[^2]: The Industry Bureau says equipment acceptance is outstanding.

---

## Annex 1: all 60 targets

""",
}  # fmt: skip
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
            None if n == 5 else Fraction(43, 10) if n == 6 else _share(n + 1),
            None if n == 4 else Fraction(82, 100),
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
    return Paper(title, _HEAD[language] + table, {"bullets": bullets(bars, words), "新建充电桩": _chart()})


def letter() -> Paper:
    """A letter to one unit."""
    return Paper(
        "关于报送进展情况的提醒函",
        """# 关于报送进展情况的提醒函

区商务局：

你单位牵头的“限额以上商贸企业”，年度目标20家，截至2025年8月31日累计9家（虚构数字），此后未报送。请于10月29日17时前补报。

| 指标 | 年度目标 | 最近数据 |
|---|--:|--:|
| 限额以上商贸企业 | 20家 | 9家 |

特此函告。

::: right
示范区人民政府办公室

2025年10月27日
:::
""",
    )
