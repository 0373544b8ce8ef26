"""From a number that is a target to the target: its name, kind, operator, period and quote."""

import re
from dataclasses import dataclass
from decimal import Decimal

from tracker.draft.aims import Aim
from tracker.draft.comparators import flipped
from tracker.draft.context import BOUNDARY
from tracker.draft.indicators import kind_of, names_in, several
from tracker.draft.mood import Mood
from tracker.draft.naming import shown_name, tidy, verb_of
from tracker.draft.periods import Period
from tracker.draft.pieces import Piece
from tracker.draft.sentences import ASIDE, Sentence
from tracker.draft.trend import Trend, trend_of
from tracker.draft.units import is_measured, is_ratio
from tracker.model.goal import Operator

_ALL_OF_THEM = re.compile(r"[均都各]|全部")
_BOTH = re.compile(r"[均都]")
_SEVERALLY = re.compile(r"分别|依次")
_FALLS = re.compile(r"(?:下降|降低|减少|压减|压缩|缩短|压降|精简|降|减|缩)(?:到|至|为)[^，。；]{0,4}$")
_FROM = re.compile(r"[由从自在][^由从自在]{0,12}$")
_POINTS = "，。；、：！？"
# So much is looked at before a number.
REACH = 160
# Longer lists are no lists of indicators.
_MANY = 60
_TEN = Decimal(10)
_LONGEST_QUOTE = 150


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a number is read: its sentence, with dates masked too, the clause [start, end), and the mood."""

    sentence: Sentence
    masked: str
    mood: Mood
    measure: int
    start: int
    end: int


def aims_of(piece: Piece, scene: Scene) -> list[Aim]:
    """The targets that one number sets: as many as there are indicators."""
    quantity, masked = piece.quantity, scene.masked
    begin = scene.start if piece.of_list else piece.start
    lead = masked[max(begin, quantity.start - 3 * REACH) : quantity.start]
    behind = masked[piece.comparator.end : piece.comparator.end + REACH]
    trend = trend_of(lead, behind, growth=quantity.growth)
    kind = kind_of(lead, quantity.unit, trend, after=piece.comparator.after)
    names = _names(piece, scene, trend)
    doubts = (*_doubts(piece, scene), *(("shared",) if len(names) > 1 else ()))
    return [_aim(piece, scene, _shown(name, kind, trend, scene.mood), kind, trend, doubts) for name in names]


def _shown(name: str, kind: str, trend: Trend, mood: Mood) -> str:
    """The name for a reader, with what earlier words lend it; empty where there is none at all."""
    shown = shown_name(name, kind, trend, mood.verb)
    if shown:
        mood.topic, mood.verb = shown, verb_of(name) or mood.verb
    return shown or mood.topic


def _names(piece: Piece, scene: Scene, trend: Trend) -> list[str]:
    """The indicators that share this number; the words before it, and behind it where a noun follows."""
    left = _words_before(piece, scene)
    if piece.of_list:
        return [_own_name(piece, left)]
    each = left.endswith("各") or scene.masked.endswith("各", 0, piece.quantity.start)
    evenly = each or bool(_BOTH.search(left[-6:]))
    evenly = evenly or (trend is not Trend.NONE and bool(_ALL_OF_THEM.search(left[-8:])))
    if is_ratio(piece.quantity.unit) or evenly:
        shared = several(tidy(left), evenly=evenly)
        if len(shared) > 1:
            return shared
    noun = scene.masked[piece.comparator.end : piece.end].strip(_POINTS)
    words = tidy(left)
    if noun.startswith("的"):
        return [words or noun[1:]]
    return [f"{words}的{noun}" if noun and left.endswith("的") else words + noun]


def _words_before(piece: Piece, scene: Scene) -> str:
    """The words that name what is counted: of the piece, or of the clause where the piece has none."""
    masked = scene.masked
    if piece.of_list:
        return masked[max(scene.start, piece.list_start - 3 * REACH) : piece.list_start]
    first = piece.baseline.start if piece.baseline else piece.comparator.start
    left = masked[max(piece.start, first - 3 * REACH) : first]
    return _FROM.sub("", left) if piece.baseline else left


def _own_name(piece: Piece, left: str) -> str:
    """The name that answers a number of a list, or what is said of all of them."""
    if piece.list_size > _MANY:
        return ""
    severally = _SEVERALLY.search(left)
    names = names_in(tidy(left[: severally.start()] if severally else left))
    return names[piece.of_list - 1] if len(names) == piece.list_size else tidy(left)


def _doubts(piece: Piece, scene: Scene) -> list[str]:
    quantity = piece.quantity
    words = scene.masked[quantity.start : quantity.end]
    doubts = {
        "no-unit": not quantity.unit,
        "chinese-count": quantity.chinese and not piece.comparator.said and not is_measured(quantity.unit),
        "aside": scene.sentence.aside,
        "roughly": quantity.more,
        "fraction": "分之" in words and bool(quantity.value % 1),
    }
    return [doubt for doubt, holds in doubts.items() if holds]


def _aim(piece: Piece, scene: Scene, name: str, kind: str, trend: Trend, doubts: tuple[str, ...]) -> Aim:
    quantity, mood, offset = piece.quantity, scene.mood, scene.sentence.start
    operator, value, upper = piece.comparator.operator, quantity.value, quantity.upper
    if quantity.growth and value == _TEN and operator is Operator.REACH:
        operator = Operator.AT_LEAST  # 两位数
    if trend is Trend.DOWN and is_ratio(quantity.unit):
        operator = flipped(operator)
        value, upper = (-value, None) if upper is None else (-upper, -value)
    period, period_at = _period(piece, scene)
    before = scene.masked[max(scene.start, quantity.start - REACH) : quantity.start]
    same_unit = piece.baseline is not None and piece.baseline.unit == quantity.unit
    return Aim(
        measure=scene.measure,
        name=name,
        kind=kind,
        operator=operator,
        value=value,
        upper=upper,
        unit=quantity.unit,
        since=period.since if period else None,
        due=period.until if period else None,
        aspire=mood.aspire,
        baseline=piece.baseline.value if piece.baseline and same_unit else None,
        quote=_quote(piece, scene, period_at),
        period_at=period_at,
        at=offset + quantity.start,
        doubts=doubts if name else (*doubts, "no-name"),
        sentence=(offset, scene.sentence.end),
        falls=bool(_FALLS.search(before)) and trend is not Trend.UP,
    )


def _period(piece: Piece, scene: Scene) -> tuple[Period | None, int]:
    """The target's own period and where it begins: that of its piece, else what the clauses before lend."""
    own = [p for p in scene.mood.here if piece.start <= p.start < piece.quantity.start and not p.whole]
    if own:
        return own[-1], scene.sentence.start + own[-1].start
    period = scene.mood.period
    return (None, -1) if period is None or period.whole else (period, scene.mood.period_start)


def _quote(piece: Piece, scene: Scene, period_at: int) -> tuple[int, int]:
    """From what lends the number its strength or deadline, or the clause, to the end of its words."""
    masked, offset, mood = scene.masked, scene.sentence.start, scene.mood
    begin = scene.start
    while begin < piece.quantity.start and masked[begin] in f"，、{ASIDE}":
        begin += 1
    ends = BOUNDARY.match(masked, piece.comparator.end)
    stop = piece.comparator.end if (piece.comparator.after and ends) or piece.of_list else piece.end
    while stop > piece.quantity.end and masked[stop - 1] in _POINTS:
        stop -= 1
    lent = (mood.aspire_start, period_at, mood.period_start if mood.period else -1)
    first = min(offset + begin, *(place for place in lent if place >= offset), offset + begin)
    near = offset + begin - first <= _LONGEST_QUOTE
    return (first if near else offset + begin), offset + stop
