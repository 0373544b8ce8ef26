"""One sentence read: its numbers told apart, its targets with what earlier clauses lend them."""

import re
from dataclasses import replace

from tracker.draft.aiming import REACH, Scene, aims_of
from tracker.draft.aims import Aim, Claim
from tracker.draft.comparators import comparator_of
from tracker.draft.context import Context
from tracker.draft.mood import Mood, looks_back, tune
from tracker.draft.naming import shown_name
from tracker.draft.periods import Period, periods_in
from tracker.draft.pieces import Piece, pieces_of
from tracker.draft.quantities import Quantity, quantities_in
from tracker.draft.reasons import Fate, Reason
from tracker.draft.roles import plain_reason, reason_of
from tracker.draft.sentences import DATE, Sentence, sentences
from tracker.draft.trend import Trend
from tracker.draft.units import is_counted, is_measured, is_ratio

_POWER = re.compile(r"[百千万亿]+")
_SUMS = re.compile(r"(?:完成|实现|达到)[^，。；、]{0,8}$")
_PARTS = re.compile(r"[、，]|以及|[和及与]")
# Sentences without any of these say nothing of numbers or of time.
_NUMERAL = re.compile(r"[\d零〇一二两三四五六七八九十百千万亿翻半年季月今力]")


def read_sentence(sentence: Sentence, mood: Mood, measure: int) -> tuple[list[Aim], list[Claim]]:
    """The targets of a sentence and the fates of its numbers (veiled ones are not looked at here)."""
    if not _NUMERAL.search(sentence.veiled):
        return [], []
    periods = periods_in(sentence.veiled, mood.year)
    masked = _without(sentence.veiled, periods)
    quantities = quantities_in(masked)
    reader = _Reader(sentence, masked, mood, measure)
    numbers, dates = 0, 0
    for start, end in sentence.clauses():
        last, until = numbers, dates
        while until < len(periods) and periods[until].start < end:
            until += 1
        while last < len(quantities) and quantities[last].start < end:
            last += 1
        tune(mood, sentence, start, end, periods[dates:until])
        if last > numbers:
            reader.clause(start, end, quantities[numbers:last])
        numbers, dates = last, until
    return reader.aims, [*reader.dates(periods), *reader.claims]


def read_range(text: str, start: int, end: int, year: int, measure: int) -> tuple[list[Aim], list[Claim]]:
    """All sentences of text[start:end]; what one lends to the next goes no further than a full stop."""
    aims: list[Aim] = []
    claims: list[Claim] = []
    mood, goes_on = Mood(year), False
    for sentence in sentences(text, start, end):
        if not sentence.aside:
            if not goes_on:
                mood.rest()
            mood.turn()
            goes_on = sentence.veiled.endswith("；")
        found, fates = read_sentence(sentence, mood, measure)
        claims += [moved(claim, len(aims)) for claim in fates]
        aims += found
    return aims, claims


def moved(claim: Claim, by: int) -> Claim:
    """The claim where so many targets come before those it counts."""
    return replace(claim, aims=tuple(n + by for n in claim.aims)) if claim.aims and by else claim


def _without(veiled: str, periods: list[Period]) -> str:
    """The sentence with its dates masked: no number is looked for in them."""
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
        self._looks_back = looks_back(sentence.veiled)
        self._used: dict[int, list[int]] = {}  # which targets took a period for their own

    def clause(self, start: int, end: int, found: list[Quantity]) -> None:
        """Read the numbers of one clause."""
        pieces = pieces_of(self._masked, start, end, self._counting(start, end, found))
        self._mood.verb = ""
        reasons = [reason_of(self._context(pieces, n, start, end)) for n in range(len(pieces))]
        self._alike(pieces, reasons)
        pieces = self._whole(pieces, reasons)
        scene = Scene(self._sentence, self._masked, self._mood, self._measure, start, end)
        for n, (piece, reason) in enumerate(zip(pieces, reasons, strict=True)):
            if reason:
                self._reject(piece, reason, (*pieces[max(0, n - 2) : n], *pieces[n + 1 : n + 3]))
            else:
                self._accept(piece, aims_of(piece, scene))

    def _alike(self, pieces: list[Piece], reasons: list[Reason | None]) -> None:
        """投资超5亿元、税收超1000万元的项目: what stands beside a size class is one too."""
        for n in range(len(pieces) - 2, -1, -1):
            one, other = pieces[n], pieces[n + 1]
            beside = self._masked[one.comparator.end : one.comparator.end + 1] in {"、", "和", "且", "或"}
            measured = is_measured(one.quantity.unit) and one.comparator.said
            described = reasons[n + 1] in {Reason.CLASS, Reason.THRESHOLD}
            tail = self._masked[other.comparator.end : other.comparator.end + 1]
            if reasons[n] is None and beside and measured and described and tail == "的":
                reasons[n] = reasons[n + 1]

    def dates(self, periods: list[Period]) -> list[Claim]:
        """What became of the periods: those that a target took for its own, and mere dates."""
        offset = self._sentence.start
        claims: list[Claim] = []
        for period in periods:
            start, end = offset + period.start, offset + period.end
            takers = tuple(self._used.get(start, ()))
            fate = Fate.PERIOD if takers else Fate.NOT_TARGET
            claims.append(Claim(start, end, fate, None if takers else Reason.DATE, takers))
        return claims

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
                masked[max(start, quantity.start - REACH) : quantity.start],
                masked[quantity.end : min(end, quantity.end + REACH)],
                masked[comparator.end : min(end, comparator.end + REACH)],
                power=bool(_POWER.fullmatch(masked, quantity.start, quantity.number_end)),
            )
            if reason := plain_reason(context):
                self._claim(quantity, Fate.NOT_TARGET, reason)
            else:
                counting.append(quantity)
        return counting

    def _context(self, pieces: list[Piece], n: int, start: int, end: int) -> Context:
        piece, masked = pieces[n], self._masked
        quantity = piece.quantity
        left = masked[max(start, quantity.start - REACH) : quantity.start]
        end = min(end, piece.comparator.end + REACH)
        before = pieces[n - 1].quantity if n else None
        after = [p.quantity for p in pieces[n + 1 : n + 5]]
        straight = bool(after) and not _PARTS.search(masked, quantity.end, after[0].start)
        into_ratio = straight and is_ratio(after[0].unit) and not piece.comparator.after
        behind = left[:-1].split(DATE)[-1] if left.endswith("等") else ""
        return Context(
            quantity,
            piece.comparator,
            left,
            masked[quantity.end : end],
            masked[piece.comparator.end : end],
            past=self._mood.past or self._looks_back,
            given=self._mood.given,
            counts_left=before is not None and before.end == quantity.start and is_counted(before.unit),
            counts_right=(straight or any(is_counted(q.unit) for q in after)) and not piece.of_list,
            of_sum=straight and self._of_sum(left, masked[quantity.end : after[0].start], after[0]),
            base_of_ratio=into_ratio and is_counted(quantity.unit),
            listed=behind.count("、") + 1 if "、" in behind else 0,
        )

    def _of_sum(self, left: str, between: str, after: Quantity) -> bool:
        """Whether a count only says whose sum follows: nothing is done with it but with the sum."""
        undone = not left.rpartition("，")[2].strip(f"{DATE}全区县市省年、确保力争其中")
        return undone and is_measured(after.unit) and bool(_SUMS.search(between))

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

    def _reject(self, piece: Piece, reason: Reason, near: tuple[Piece, ...]) -> None:
        self._mood.given |= reason is Reason.SUBSIDY
        described = reason is Reason.CLASS and any(is_counted(p.quantity.unit) for p in near)
        if described:
            self._claim(piece.quantity, Fate.SIZE)
        else:
            self._claim(piece.quantity, Fate.NOT_TARGET, reason)
        if piece.baseline:
            self._claim(piece.baseline, Fate.NOT_TARGET, reason)
        if reason is Reason.PAST:  # 去年接待游客612万人次，今年力争…
            words = self._masked[piece.start : piece.comparator.start]
            self._mood.topic = shown_name(words[-REACH:], "", Trend.NONE, "")

    def _accept(self, piece: Piece, aims: list[Aim]) -> None:
        places = tuple(range(len(self.aims), len(self.aims) + len(aims)))
        self.aims += aims
        self._claim(piece.quantity, Fate.VALUE, aims=places)
        if piece.baseline:
            self._claim(piece.baseline, Fate.BASELINE, aims=places)
        if aims and aims[0].period_at >= 0:
            self._used.setdefault(aims[0].period_at, []).extend(places)

    def _claim(
        self, quantity: Quantity, fate: Fate, reason: Reason | None = None, aims: tuple[int, ...] = ()
    ) -> None:
        start, end = self._sentence.start + quantity.start, self._sentence.start + quantity.end
        self.claims.append(Claim(start, end, fate, reason, aims, quantity.value, quantity.unit))
