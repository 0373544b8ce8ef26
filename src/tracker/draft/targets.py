"""From a number that is a target to the target: its name, kind, operator, period and quote."""

import re
from collections.abc import Sequence
from decimal import Decimal

from tracker.draft.comparators import comparator_of, flipped
from tracker.draft.context import REACH, Clause, SentenceContext
from tracker.draft.doubts import doubts_of
from tracker.draft.indicators import (
    Trend,
    kind_of,
    names_in,
    only_does,
    several,
    shown_name,
    tidy,
    trend_of,
    verb_of,
)
from tracker.draft.measures import TableValue
from tracker.draft.mentions import TargetMention
from tracker.draft.numbers import quantities_in
from tracker.draft.periods import Period, month_end
from tracker.draft.phrases import BOUNDARY, NumberPhrase
from tracker.draft.sentences import ASIDE
from tracker.draft.text import Range, SourceText
from tracker.draft.units import is_ratio
from tracker.model.goal import Operator

_ALL_OF_THEM = re.compile(r"[均都各]|全部")
_BOTH = re.compile(r"[均都]")
_SEVERALLY = re.compile(r"分别|依次")
_FALLS = re.compile(r"(?:下降|降低|减少|压减|压缩|缩短|压降|精简|降|减|缩)(?:到|至|为)[^，。；]{0,4}$")
# 设立总规模50亿元的产业基金: the fund is what is set up.
_SIZE = re.compile(r"总?(?:规模|投资|额度)$")
_CHANGES = re.compile(r"(?:增速|变化)$")
_AT_LEAST = re.compile(r"(?:至少|最少)([^，。；、：]+)")
_FROM = re.compile(r"[由从自在][^由从自在]{0,12}$")
_POINTS = "，。；、：！？"
# Longer lists are no lists of indicators.
_MANY = 60
_TEN = Decimal(10)
_LONGEST_QUOTE = 150
# In cells of tables.
_SIGNS = (
    (re.compile(r"^≥|^>="), Operator.AT_LEAST),
    (re.compile(r"^>"), Operator.MORE_THAN),
    (re.compile(r"^≤|^<="), Operator.AT_MOST),
    (re.compile(r"^<"), Operator.LESS_THAN),
    (re.compile(r"^[约≈]"), Operator.ABOUT),
)
_SIGN = re.compile(r"^[<>≥≤≈约=+]+")
_COMPARED = re.compile(r"(?:以上|以下|以内|左右)$")
_YEAR = re.compile(r"20\d\d年度?")
# What a percentage says the growth of, where nothing says of what it is the share.
_GROWS = re.compile(r"(?:总值|增加值|投资|零售总?额|收入|进出口(?:总额)?|产值|产量|贷款余额|存款余额)$")
_ADDS = re.compile(r"新增|减少|完成")
_UNIT_IN_NAME = re.compile(r"（([^（）]{1,10})）$")


def target_mentions(phrase: NumberPhrase, clause: Clause) -> list[TargetMention]:
    """The targets that one number sets, one for each indicator; the clause's context takes in their names."""
    quantity, undated = phrase.quantity, clause.undated
    begin = clause.start if phrase.of_list else phrase.start
    lead = undated[max(begin, quantity.start - 3 * REACH) : quantity.start]
    behind = undated[phrase.comparator.end : phrase.comparator.end + REACH]
    trend = trend_of(lead, behind, growth=quantity.growth)
    kind = kind_of(lead, quantity.unit, trend, after=phrase.comparator.after)
    names = _names(phrase, clause, trend)
    if kind == "share" and _grows_on(names, clause.context):
        kind, trend = "growth", Trend.UP
    doubts = (*doubts_of(phrase, clause), *(("shared",) if len(names) > 1 else ()))
    shown = [_shown(name, kind, trend, clause.context) for name in names]
    return [_target(phrase, clause, name, kind, trend, doubts) for name in shown]


def _grows_on(names: Sequence[str], context: SentenceContext) -> bool:
    """生产总值增长6%以上，力争达到6.5%: what is named no more is what was said to grow."""
    return not any(map(tidy, names)) and context.topic.endswith("增速")


def _shown(name: str, kind: str, trend: Trend, context: SentenceContext) -> str:
    """The name for a reader, with what earlier words lend it; empty where there is none at all."""
    shown = shown_name(name, kind, trend, context.verb)
    if shown and only_does(shown) and context.topic.startswith(shown):
        return context.topic  # 去年新增企业12家，今年力争新增15家
    if shown:
        context.topic, context.verb = shown, verb_of(name) or context.verb
    return shown or shown_name(_CHANGES.sub("", context.topic), kind, trend, "")


def _names(phrase: NumberPhrase, clause: Clause, trend: Trend) -> list[str]:
    """The indicators that share this number; the words before it, and behind it where a noun follows."""
    left = _words_before(phrase, clause)
    if phrase.of_list:
        return [_own_name(phrase, left)]
    each = left.endswith("各") or clause.undated.endswith("各", 0, phrase.quantity.start)
    all_of_them = trend is not Trend.NONE and _ALL_OF_THEM.search(left[-8:])
    evenly = bool(each or all_of_them or _BOTH.search(left[-6:]))
    if is_ratio(phrase.quantity.unit) or evenly:
        shared = several(tidy(left), evenly=evenly)
        if len(shared) > 1:
            return shared
    noun = clause.undated[phrase.comparator.end : phrase.end].strip(_POINTS)
    words = tidy(left)
    if noun.startswith("的"):
        size = _SIZE.search(words)
        return [(words[: size.start()] + noun[1:] if size else words) or noun[1:]]
    return [f"{words}的{noun}" if noun and left.endswith("的") else words + noun]


def _words_before(phrase: NumberPhrase, clause: Clause) -> str:
    """The words that name what is counted: of the phrase, or of the clause where the phrase has none."""
    undated = clause.undated
    if phrase.of_list:
        return undated[max(clause.start, phrase.list_start - 3 * REACH) : phrase.list_start]
    first = phrase.baseline.start if phrase.baseline else phrase.comparator.start
    left = undated[max(phrase.start, first - 3 * REACH) : first]
    if at_least := _AT_LEAST.match(undated, phrase.comparator.start, phrase.quantity.start):
        left += at_least[1]  # 每月至少开展义诊1次
    return _FROM.sub("", left) if phrase.baseline else left


def _own_name(phrase: NumberPhrase, left: str) -> str:
    """The name that answers a number of a list, or what is said of all of them."""
    if phrase.list_size > _MANY:
        return ""
    severally = _SEVERALLY.search(left)
    names = names_in(tidy(left[: severally.start()] if severally else left))
    return names[phrase.of_list - 1] if len(names) == phrase.list_size else tidy(left)


def _target(
    phrase: NumberPhrase, clause: Clause, name: str, kind: str, trend: Trend, doubts: tuple[str, ...]
) -> TargetMention:
    quantity, context, offset = phrase.quantity, clause.context, clause.sentence.start
    operator, value, upper = phrase.comparator.operator, quantity.value, quantity.upper
    if quantity.growth and value == _TEN and operator is Operator.REACH:
        operator = Operator.AT_LEAST  # 两位数
    if trend is Trend.DOWN and is_ratio(quantity.unit):
        operator = flipped(operator)
        value, upper = (-value, None) if upper is None else (-upper, -value)
    period, period_at = _period(phrase, clause)
    same_unit = phrase.baseline is not None and phrase.baseline.unit == quantity.unit
    return TargetMention(
        measure=clause.measure,
        name=name,
        kind=kind,
        operator=operator,
        value=value,
        upper=upper,
        unit=quantity.unit,
        since=period.since if period else None,
        due=period.until if period else None,
        aspire=context.aspire,
        baseline=phrase.baseline.value if phrase.baseline and same_unit else None,
        quote=_quote(phrase, clause, period_at),
        period_at=period_at,
        at=offset + quantity.start,
        doubts=doubts if name else (*doubts, "no-name"),
        sentence=(offset, clause.sentence.end),
        falls=bool(_FALLS.search(clause.left_of(quantity.start))) and trend is not Trend.UP,
    )


def _period(phrase: NumberPhrase, clause: Clause) -> tuple[Period | None, int]:
    """The target's own period and where it begins: that of its phrase, else what the clauses before lend."""
    own = [p for p in clause.context.own_periods if p.start < phrase.quantity.start and not p.whole]
    listed = [p for p in own or clause.context.last_periods if p.start < phrase.list_start]
    if len(listed) == phrase.list_size > 1:  # 2024年、2025年分别建成600个、800个
        answering = listed[phrase.of_list - 1]
        return answering, clause.sentence.start + answering.start
    own = [p for p in own if phrase.start <= p.start] or [
        p for p in clause.context.own_periods if p.start == phrase.comparator.end and p.since is None
    ]
    if own:
        return own[-1], clause.sentence.start + own[-1].start
    period = clause.context.period
    return (None, -1) if period is None or period.whole else (period, clause.context.period_start)


def _quote(phrase: NumberPhrase, clause: Clause, period_at: int) -> Range:
    """From what lends the number its strength or deadline, or the clause, to the end of its words."""
    undated, offset, context = clause.undated, clause.sentence.start, clause.context
    begin = clause.start
    while begin < phrase.quantity.start and undated[begin] in f"，、{ASIDE}":
        begin += 1
    ends = BOUNDARY.match(undated, phrase.comparator.end)
    stop = phrase.comparator.end if (phrase.comparator.after and ends) or phrase.of_list else phrase.end
    while stop > phrase.quantity.end and undated[stop - 1] in _POINTS:
        stop -= 1
    begin += offset
    lent = (context.aspire_start, period_at, context.period_start if context.period else -1)
    first = min((place for place in lent if offset <= place < begin), default=begin)
    return (first if begin - first <= _LONGEST_QUOTE else begin), offset + stop


def table_target(source: SourceText, cells: TableValue, measure: int, year: int) -> TargetMention | None:
    """The target that a row of a table sets, with name and number in cells of their own, the unit in any.

    `year` is the text's. None where its number cannot be read.
    """
    name, words = source.text[slice(*cells.name)], source.text[slice(*cells.value)]
    in_name = _UNIT_IN_NAME.search(name)
    label = name[: in_name.start()] if in_name else name
    unit = (source.text[slice(*cells.unit)] if cells.unit else "") or (
        in_name[1] if in_name else cells.caption
    )
    if _YEAR.fullmatch(label):
        label = ""
    if not words.startswith("【"):
        label, unit = label + cells.column.noun, cells.column.unit or unit
    words = words.strip("【】")
    number = _SIGN.sub("", words)
    bare = _COMPARED.sub("", number)
    written = (
        bare + (unit if bare[-1:].isdigit() or bare.endswith(("万", "亿")) else "") + number[len(bare) :]
    )
    quantities = quantities_in(written)
    if len(quantities) != 1:
        return None
    quantity = quantities[0]
    comparator = comparator_of(written, quantity.start, quantity.end, 0, ranged=quantity.upper is not None)
    operator = next((op for sign, op in _SIGNS if sign.search(words)), comparator.operator)
    says = written[: comparator.start]
    trend = trend_of(label + says, "", growth=False) if is_ratio(quantity.unit) else Trend.NONE
    if (
        trend is Trend.NONE
        and not written[: quantity.start]
        and quantity.unit == "%"
        and _GROWS.search(label)
    ):
        trend = Trend.UP
    value = -quantity.value if written.startswith("-") else quantity.value
    if trend is Trend.DOWN and quantity.upper is None:
        operator, value = flipped(operator), -abs(value)
    kind = kind_of(label + says, quantity.unit, trend, after=False)
    return TargetMention(
        measure=measure,
        name=shown_name(says + label if _ADDS.match(says) else label, kind, trend, ""),
        kind=kind,
        operator=operator,
        value=value,
        upper=quantity.upper,
        unit=quantity.unit,
        quote=(min(cells.name[0], cells.value[0]), max(cells.name[1], cells.value[1])),
        due=month_end(cells.column.year or year, cells.column.month or 12)
        if cells.column.year or cells.column.month
        else None,
        at=cells.value[0],
        doubts=("table",),
    )
