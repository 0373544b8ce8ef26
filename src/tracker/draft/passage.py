"""One sentence read: its numbers told apart, its targets with what earlier clauses lend them."""

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from tracker.draft.aims import Aim, Claim
from tracker.draft.comparators import comparator_of, flipped
from tracker.draft.indicators import kind_of, names_in, several
from tracker.draft.naming import shown_name, tidy, verb_of
from tracker.draft.periods import Period, periods_in
from tracker.draft.pieces import Piece, pieces_of
from tracker.draft.quantities import Quantity, quantities_in
from tracker.draft.reasons import Fate, Reason
from tracker.draft.roles import Context, plain_reason, reason_of
from tracker.draft.sentences import ASIDE, DATE, Sentence
from tracker.draft.trend import Trend, trend_of
from tracker.draft.units import is_measured, is_ratio
from tracker.model.goal import Operator

_ASPIRES = re.compile(r"力争|争取|力求|努力(?:达到|实现|完成|使|将|把)|争创")
_BINDS = re.compile(r"确保|必须|严格控制")
_DONE = re.compile(r"(?:^|[，。；])[^，。；]{0,12}?(?:截至目前|目前|截至|迄今|已经?(?!.{0,3}投产)|累计已|现已|近年来|过去|以来|近[一二两三四五六七八九十\d]{1,2}年来?|现有(?![^，。；]*基础))|[^而]已(?:完成|建成|达到|累计|有|经|实现|开展|培育|引进|发放|超过)")
_NOW = re.compile(r"今年|力争|确保|争取(?=今年|年|全年|达|突破|超过|再|新增|到)|计划|将|要(?!求|素|点|件|闻|道|害|紧)|下一步|到20\d\d")
# A sentence that ends so looks back from its beginning.
_LOOKS_BACK = re.compile(r"奠定了|打下了|打下[^，。；]{0,6}基础|好于预期|创[^，。；]{0,6}新高|再创佳绩")
_COMPARED = re.compile(r"(?:比|较|于|同|与|以|超过|相比|对比|高于|低于)$")
_COMPARES = re.compile(r"^(?:的?基础|相比|水平|同期|的?规模|的?标准|基数|平均)")
_EVENLY = re.compile(r"[均都各]|全部")
_SEVERALLY = re.compile(r"分别|依次")
_FALLS = re.compile(r"(?:下降|降低|减少|压减|压缩|缩短|压降|精简|降|减|缩)(?:到|至|为)[^，。；]{0,4}$")
_START = re.compile(r"[由从自在][^由从自在]{0,12}$")
_POWER = re.compile(r"[百千万亿]+")
_PARTS = re.compile(r"[、，]|以及|[和及与]")
# 2024—2025年节能降碳行动方案, 2025年工作要点: the year belongs to a title.
_TITLED_YEARS = re.compile(r"[^，。；、：\x04]{0,24}?(?:方案|规划|计划|纲要|行动|意见)")
_TITLED_YEAR = re.compile(r"(?:度)?[^，。；、：\x04]{0,14}?(?:方案|要点|规划|纲要|清单|报告)")
_NUMERAL = re.compile(r"[\d零〇一二两三四五六七八九十百千万亿翻半年季月今力]")
# So much of a clause is looked at around a number.
_REACH = 160
_TEN = Decimal(10)
LONGEST_QUOTE = 150


@dataclass(slots=True)
class Mood:
    """What one clause lends to the next: who the year is, whether it is past, whether it is aspired to."""

    year: int
    period: Period | None = None
    period_start: int = -1
    past: bool = False
    aspire: bool = False
    aspire_start: int = -1
    given: bool = False  # subsidies were spoken of
    topic: str = ""  # the indicator named last
    verb: str = ""  # what is done with the things counted last

    def rest(self) -> None:
        """A new sentence: nothing is lent any longer."""
        self.period, self.period_start, self.past, self.given = None, -1, False, False
        self.aspire, self.aspire_start, self.topic, self.verb = False, -1, "", ""


def read_sentence(sentence: Sentence, mood: Mood, measure: int) -> tuple[list[Aim], list[Claim]]:
    """The targets of a sentence and the fates of its numbers (veiled ones are not looked at here)."""
    if not _NUMERAL.search(sentence.veiled):
        return [], []  # what it lends to the next is said again where it matters
    periods = periods_in(sentence.veiled, mood.year)
    masked = _without(sentence.veiled, periods)
    quantities = quantities_in(masked)
    reader = _Reader(sentence, masked, mood, measure)
    claims = [Claim(sentence.start + p.start, sentence.start + p.end, Fate.NOT_TARGET, Reason.DATE) for p in periods]
    for start, end in sentence.clauses():
        reader.tune(start, end, periods)
        inside = [q for q in quantities if start <= q.start < end]
        if inside:
            reader.clause(start, end, inside)
    return reader.aims, [*reader.with_periods(claims), *reader.claims]


def _without(veiled: str, periods: list[Period]) -> str:
    text = list(veiled)
    for period in periods:
        text[period.start : period.end] = DATE * (period.end - period.start)
    return "".join(text)


class _Reader:
    """Reads the clauses of one sentence in order."""

    def __init__(self, sentence: Sentence, masked: str, mood: Mood, measure: int) -> None:
        self.aims: list[Aim] = []
        self.claims: list[Claim] = []
        self._sentence, self._masked, self._mood, self._measure = sentence, masked, mood, measure
        self._looks_back = bool(_LOOKS_BACK.search(sentence.veiled)) and not re.search("今年|力争|确保", sentence.veiled)
        self._used: set[tuple[int, int]] = set()

    def tune(self, start: int, end: int, periods: list[Period]) -> None:
        """Take in what a clause says of time and will before its numbers are read."""
        mood, veiled = self._mood, self._sentence.veiled
        words = veiled[start:end]
        here = [p for p in periods if start <= p.start < end]
        turns = [(found.end(), True) for found in _DONE.finditer(words)]
        turns += [(found.end(), False) for found in _NOW.finditer(words)]
        for period in here:
            compared = _COMPARED.search(veiled[max(0, period.start - 3) : period.start]) or _COMPARES.match(veiled[period.end : period.end + 8])
            if not compared and (period.past or not turns):
                turns.append((period.end - start, period.past))
        if turns:
            mood.past = max(turns)[1]
        usable = [p for p in here if p.until and not p.past and not p.yearly and not self._in_title(p)]
        if usable:
            best = next((p for p in usable if not p.whole), usable[0])
            mood.period, mood.period_start = best, self._sentence.start + best.start
        if found := _ASPIRES.search(words):
            mood.aspire, mood.aspire_start = True, self._sentence.start + start + found.start()
        elif _BINDS.search(words):
            mood.aspire, mood.aspire_start = False, -1

    def _in_title(self, period: Period) -> bool:
        if period.since is None or period.whole or period.until is None:
            return False
        longer = period.since.year != period.until.year
        return bool((_TITLED_YEARS if longer else _TITLED_YEAR).match(self._sentence.veiled, period.end))

    def clause(self, start: int, end: int, found: list[Quantity]) -> None:
        """Read the numbers of one clause."""
        pieces = pieces_of(self._masked, start, end, self._counting(start, end, found))
        self._mood.verb = ""
        reasons = [reason_of(self._context(piece, pieces, n, start, end)) for n, piece in enumerate(pieces)]
        pieces = self._whole(pieces, reasons)
        for n, (piece, reason) in enumerate(zip(pieces, reasons, strict=True)):
            if reason:
                self._reject(piece, reason, pieces, n)
                continue
            first = len(self.aims)
            self.aims += self._aims(piece, start, end)
            self._accept(piece, tuple(range(first, len(self.aims))))

    def _whole(self, pieces: list[Piece], reasons: list[Reason | None]) -> list[Piece]:
        """The pieces, each with the numbers that only describe what it counts."""
        whole = list(pieces)
        for n in range(1, len(pieces)):
            joined = whole[n - 1].end == whole[n].start and not _PARTS.search(
                self._masked, whole[n - 1].quantity.end, whole[n].comparator.start
            )
            if joined and reasons[n - 1] and not reasons[n]:
                whole[n] = replace(whole[n], start=whole[n - 1].start)
            elif joined and reasons[n] and not reasons[n - 1]:
                whole[n - 1] = replace(whole[n - 1], end=whole[n].end)
        return whole

    def _counting(self, start: int, end: int, found: list[Quantity]) -> list[Quantity]:
        """The numbers that count something; the others are parts of names and words."""
        counting: list[Quantity] = []
        masked, floor = self._masked, start
        for quantity in found:
            comparator = comparator_of(masked, quantity.start, quantity.end, floor)
            floor = quantity.end
            context = Context(
                quantity,
                comparator,
                masked[max(start, quantity.start - _REACH) : quantity.start],
                masked[quantity.end : min(end, quantity.end + _REACH)],
                masked[comparator.end : min(end, comparator.end + _REACH)],
                power=bool(_POWER.fullmatch(masked, quantity.start, quantity.number_end)),
            )
            if reason := plain_reason(context):
                self._claim(quantity, Fate.NOT_TARGET, reason, ())
            else:
                counting.append(quantity)
        return counting

    def with_periods(self, claims: list[Claim]) -> list[Claim]:
        """The claims of periods, with the targets that took one of them for their own."""
        return [
            replace(claim, fate=Fate.PERIOD, reason=None, aims=self._takers(claim)) if self._takers(claim) else claim
            for claim in claims
        ]

    def _takers(self, claim: Claim) -> tuple[int, ...]:
        return tuple(n for n, aim in enumerate(self.aims) if (claim.start, n) in self._used)

    def _context(self, piece: Piece, pieces: list[Piece], n: int, start: int, end: int) -> Context:
        quantity, masked = piece.quantity, self._masked
        left = masked[max(start, quantity.start - _REACH) : quantity.start]
        end = min(end, piece.comparator.end + _REACH)
        before = pieces[n - 1].quantity if n else None
        after = [p.quantity for p in pieces[n + 1 : n + 5]]
        straight = n + 1 < len(pieces) and not _PARTS.search(masked, quantity.end, after[0].start)
        behind = left[:-1].split(DATE)[-1] if left.endswith("等") else ""
        return Context(
            quantity,
            piece.comparator,
            left,
            masked[quantity.end : end],
            masked[piece.comparator.end : end],
            past=self._mood.past or self._looks_back,
            given=self._mood.given,
            counts_left=before is not None and before.end == quantity.start and _counts(before),
            counts_right=(any(map(_counts, after)) or straight) and not piece.of_list,
            base_of_ratio=straight and _counts(quantity) and is_ratio(after[0].unit) and not piece.comparator.after,
            listed=behind.count("、") + 1 if "、" in behind else 0,
        )

    def _reject(self, piece: Piece, reason: Reason, pieces: list[Piece], n: int) -> None:
        quantity = piece.quantity
        self._mood.given |= reason is Reason.SUBSIDY
        near = (*pieces[max(0, n - 2) : n], *pieces[n + 1 : n + 3])
        counted = reason is Reason.CLASS and any(_counts(p.quantity) for p in near)
        fate = Fate.SIZE if counted else Fate.NOT_TARGET
        self._claim(quantity, fate, None if counted else reason, ())
        if piece.baseline:
            self._claim(piece.baseline, Fate.NOT_TARGET, reason, ())
        if reason is Reason.PAST:  # 去年接待游客612万人次，今年力争…
            self._mood.topic = shown_name(self._masked[piece.start : piece.comparator.start], "", Trend.NONE, "")

    def _accept(self, piece: Piece, aims: tuple[int, ...]) -> None:
        self._claim(piece.quantity, Fate.VALUE, None, aims)
        if piece.baseline:
            self._claim(piece.baseline, Fate.BASELINE, None, aims)

    def _claim(self, quantity: Quantity, fate: Fate, reason: Reason | None, aims: tuple[int, ...]) -> None:
        offset = self._sentence.start
        self.claims.append(
            Claim(offset + quantity.start, offset + quantity.end, fate, reason, aims, quantity.value, quantity.unit)
        )

    def _aims(self, piece: Piece, start: int, end: int) -> list[Aim]:
        """The targets that one number sets: as many as there are indicators."""
        quantity, masked = piece.quantity, self._masked
        first = piece.baseline.start if piece.baseline else piece.comparator.start
        left = masked[max(piece.start, first - 3 * _REACH) : first]
        if piece.baseline:
            left = _START.sub("", left)
        if piece.of_list:
            left = masked[max(start, piece.list_start - 3 * _REACH) : piece.list_start]
        elif not left.strip(f"、，和及{ASIDE}{DATE}") and is_ratio(quantity.unit):
            left = masked[max(start, first - _REACH) : first]
        begin = start if piece.of_list else piece.start
        lead = masked[max(begin, quantity.start - 3 * _REACH) : quantity.start]
        trend = self._trend(lead, masked[piece.comparator.end : piece.comparator.end + _REACH], quantity)
        kind = kind_of(lead, quantity.unit, trend, after=bool(piece.comparator.after))
        doubts = self._doubts(piece, left)
        found = self._names(piece, left, trend)
        if len(found) > 1:
            doubts += ("shared",)
        if quantity.unit == "%" and quantity.value % 1 and quantity.chinese and "分之" in masked[quantity.start : quantity.end]:
            doubts += ("fraction",)
        names = [self._named(name, kind, trend) for name in found]
        return [self._aim(piece, name or "", kind, trend, (start, end), doubts + ((), ("no-name",))[not name]) for name in names]

    def _named(self, name: str, kind: str, trend: Trend) -> str:
        """The name as it is shown, with what earlier words lend it; empty where there is none at all."""
        mood = self._mood
        shown = shown_name(name, kind, trend, mood.verb)
        if shown:
            mood.topic, mood.verb = shown, verb_of(name) or mood.verb
        return shown or mood.topic

    def _trend(self, left: str, right: str, quantity: Quantity) -> Trend:
        if not is_ratio(quantity.unit) and quantity.unit != "倍":
            return trend_of(left, right, growth=False)
        return trend_of(left, right, growth=quantity.growth)

    def _names(self, piece: Piece, left: str, trend: Trend) -> list[str]:
        masked = self._masked
        if piece.of_list:
            severally = _SEVERALLY.search(left)
            names = names_in(tidy(left[: severally.start()] if severally else left))
            whole = tidy(left)
            return [names[piece.of_list - 1] if len(names) == piece.list_size else whole]
        behind = masked[piece.comparator.end : piece.end].strip("，。；、：！？")
        noun = behind if behind and not left.endswith("的") and not piece.comparator.after else ""
        each = left.endswith("各") or masked.endswith("各", 0, piece.quantity.start)
        evenly = each or (bool(_EVENLY.search(left[-8:])) and trend is not Trend.NONE)
        evenly = evenly or bool(re.search(r"[均都]", left[-6:]))
        if is_ratio(piece.quantity.unit) or evenly:
            shared = several(tidy(left), evenly=evenly)
            if len(shared) > 1:
                return shared
        name = tidy(left)
        if noun:
            name = f"{name}{noun}"
        return [name]

    def _doubts(self, piece: Piece, left: str) -> tuple[str, ...]:
        doubts: list[str] = []
        quantity = piece.quantity
        if not quantity.unit:
            doubts.append("no-unit")
        if quantity.chinese and not piece.comparator.said and not is_measured(quantity.unit):
            doubts.append("chinese-count")
        if self._sentence.aside:
            doubts.append("aside")
        if quantity.more:
            doubts.append("roughly")
        return tuple(doubts)

    def _aim(
        self, piece: Piece, name: str, kind: str, trend: Trend, clause: tuple[int, int], doubts: tuple[str, ...]
    ) -> Aim:
        quantity, mood, offset = piece.quantity, self._mood, self._sentence.start
        operator, value, upper = piece.comparator.operator, quantity.value, quantity.upper
        if quantity.growth and value == _TEN and operator is Operator.REACH:
            operator = Operator.AT_LEAST  # 两位数
        if trend is Trend.DOWN and (is_ratio(quantity.unit)):
            operator, value, upper = flipped(operator), -(value if upper is None else upper), None if upper is None else -quantity.value
        since, due = self._days(len(self.aims))
        begin = clause[0]
        while self._masked[begin] in f"，、{ASIDE}" and begin < quantity.start:
            begin += 1
        stop = piece.comparator.end if piece.comparator.after or piece.of_list else piece.end
        quote = (self._quote_start(offset + begin), offset + _trimmed(self._masked, quantity.end, stop))
        return Aim(
            measure=self._measure,
            name=name,
            kind=kind,
            operator=operator,
            value=value,
            upper=upper,
            unit=quantity.unit,
            since=since,
            due=due,
            aspire=mood.aspire,
            baseline=piece.baseline.value if piece.baseline and piece.baseline.unit == quantity.unit else None,
            quote=quote,
            at=offset + quantity.start,
            doubts=doubts,
            sentence=(offset, self._sentence.end),
            falls=bool(_FALLS.search(self._masked[max(clause[0], quantity.start - _REACH) : quantity.start])) and not (trend is Trend.UP),
        )

    def _days(self, n: int) -> tuple[date | None, date | None]:
        period, mood = self._mood.period, self._mood
        if period is None or period.whole:
            return None, None
        self._used.add((mood.period_start, n))
        return period.since, period.until

    def _quote_start(self, start: int) -> int:
        """Where the quote begins: with what lends it its strength or its deadline, if that is near."""
        lent = [p for p in (self._mood.aspire_start, self._mood.period_start if self._mood.period else -1) if p >= 0]
        first = min([start, *(p for p in lent if p >= self._sentence.start)])
        return first if start - first <= LONGEST_QUOTE else start


def _trimmed(masked: str, floor: int, stop: int) -> int:
    while stop > floor and masked[stop - 1] in "，。；、：！？":
        stop -= 1
    return stop


def _counts(quantity: Quantity) -> bool:
    return bool(quantity.unit) and not is_measured(quantity.unit) and not is_ratio(quantity.unit)

