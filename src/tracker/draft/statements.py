"""What a passage states: its numbers classified, its targets with what earlier clauses lend them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.draft.classification import is_meant, reason_of_count, reason_of_word
from tracker.draft.comparators import comparator_of
from tracker.draft.context import REACH, Clause, SentenceContext, looks_back
from tracker.draft.indicators import Trend, shown_name
from tracker.draft.mentions import Classification, NumberMention, Reason, Statements, TargetMention
from tracker.draft.numbers import Quantity, quantities_in
from tracker.draft.periods import Period, periods_in
from tracker.draft.phrases import NumberInClause, NumberPhrase, phrases_of
from tracker.draft.sentences import DATE, Sentence, sentences
from tracker.draft.targets import target_mentions
from tracker.draft.units import is_counted, is_measured, is_ratio

_POWER = re.compile(r"十?[百千万亿]+")
_SUMS = re.compile(r"(?:完成|实现|达到)[^，。；、]{0,8}$")
_ACTS = re.compile(r"新|建|改|造|完成|达|实施|开展|推进|举办|培|增")
# In the names of A、B和C there is no number.
_ITEMS = re.compile(r"、|(?<=[^、])[和及与](?=[^、]{2,}$)")
_PARTS = re.compile(r"[、，]|以及|[和及与]")
# A number beside one of these may itself describe or be given.
_DESCRIBING = frozenset(
    (Reason.CLASS, Reason.THRESHOLD, Reason.SUBSIDY, Reason.EXISTING, Reason.LISTED, Reason.PAST)
)
# 11月底前全部完成, with the date masked
_COMPLETES = re.compile(
    rf"(?:并|均|力争|确保|争取)?{DATE}+(?:全面|全部|基本|正式|如期)*"
    r"(?:完成|建成|竣工|完工|投用|投入使用|建成投用|交付|开通|通车|投产)[，。；]?"
)
# Sentences without any of these say nothing of numbers or of time.
_NUMERAL = re.compile(r"[\d零〇一二两三四五六七八九十百千万亿翻半年季月今力]")


def read_range(text: str, start: int, end: int, year: int, measure: int) -> Statements:
    """All sentences of text[start:end]; what one lends to the next goes no further than a full stop."""
    stated = Statements()
    context, goes_on = SentenceContext(year), False
    for sentence in sentences(text, start, end):
        if not sentence.aside:
            if goes_on:
                context.pass_semicolon()
            else:
                context = SentenceContext(year)
            goes_on = sentence.masked.endswith("；")
        following = text[sentence.end : min(end, sentence.end + REACH)]
        stated.extend(_read_sentence(sentence, following, context, measure))
    return stated


def _read_sentence(sentence: Sentence, following: str, context: SentenceContext, measure: int) -> Statements:
    """What a sentence states with what the context lends it; the context takes in what it lends the next."""
    if not _NUMERAL.search(sentence.masked):
        return Statements()
    periods = periods_in(sentence.masked, context.year)
    undated = _without_dates(sentence.masked, periods)
    quantities = quantities_in(undated)
    reader = _SentenceReader(looks_back=looks_back(sentence.masked, following))
    first, first_period = 0, 0
    for start, end in sentence.clauses():
        last, last_period = first, first_period
        while last_period < len(periods) and periods[last_period].start < end:
            last_period += 1
        while last < len(quantities) and quantities[last].start < end:
            last += 1
        before = context.period, context.period_start
        context.enter(sentence, start, end, periods[first_period:last_period])
        if last == first and last_period == first_period + 1:
            period = periods[first_period]
            if period.until and not period.past and _COMPLETES.fullmatch(undated, start, end):
                reader.complete(sentence, period)
                context.period, context.period_start = before
        if last > first:
            reader.read(Clause(sentence, undated, context, measure, start, end), quantities[first:last])
        first, first_period = last, last_period
    return Statements(reader.targets, [*reader.dates(sentence, periods), *reader.numbers])


def _without_dates(masked: str, periods: Sequence[Period]) -> str:
    """The sentence with its dates masked: no number is looked for in them."""
    characters = list(masked)
    for period in periods:
        characters[period.start : period.end] = DATE * (period.end - period.start)
    return "".join(characters)


class _SentenceReader:
    """The targets and numbers of the clauses of one sentence that have been read, in order."""

    def __init__(self, *, looks_back: bool) -> None:
        self.targets: list[TargetMention] = []
        self.numbers: list[NumberMention] = []
        self._looks_back = looks_back
        self._meant = False
        self._last = range(0)  # the targets of the last clause with numbers
        self._takers: dict[int, list[int]] = {}  # the targets whose own period begins at a place

    def read(self, clause: Clause, quantities: Sequence[Quantity]) -> None:
        """Read the numbers of one clause."""
        floors = (clause.start, *(quantity.end for quantity in quantities))
        counts = [q for q, floor in zip(quantities, floors, strict=False) if self._counts(clause, q, floor)]
        phrases = phrases_of(clause.undated, clause.start, clause.end, counts)
        clause.context.verb = ""
        reasons = [self._reason(clause, phrases, n) for n in range(len(phrases))]
        _spread(clause, phrases, reasons)
        phrases = _joined(clause, phrases, reasons)
        known = len(self.targets)
        for n, (phrase, reason) in enumerate(zip(phrases, reasons, strict=True)):
            if reason:
                self._reject(clause, phrase, reason, (*phrases[max(0, n - 2) : n], *phrases[n + 1 : n + 3]))
            else:
                self._accept(clause, phrase, beside=not _DESCRIBING.isdisjoint(reasons))
        self._last = range(known, len(self.targets))

    def complete(self, sentence: Sentence, period: Period) -> None:
        """…改造，11月底前完成: by when what the clause before wants is to be there."""
        for n in self._last:
            target = self.targets[n]
            if target.due is None:
                at = sentence.start + period.start
                self.targets[n] = replace(target, since=period.since, due=period.until, period_at=at)
                self._takers.setdefault(at, []).append(n)

    def dates(self, sentence: Sentence, periods: Sequence[Period]) -> list[NumberMention]:
        """What became of the periods: those that a target took for its own, and mere dates."""
        mentions: list[NumberMention] = []
        for period in periods:
            start, end = sentence.start + period.start, sentence.start + period.end
            if takers := tuple(self._takers.get(start, ())):
                mentions.append(NumberMention(start, end, Classification.PERIOD, None, takers))
            else:
                mentions.append(NumberMention(start, end, Classification.NOT_TARGET, Reason.DATE))
        return mentions

    def _counts(self, clause: Clause, quantity: Quantity, floor: int) -> bool:
        """Whether a number counts something; where it is part of a name or a word, that is what it is.

        Nothing before `floor` is looked at, but for its clause.
        """
        comparator = comparator_of(clause.undated, quantity.start, quantity.end, floor)
        number = NumberInClause(
            quantity,
            comparator,
            clause.left_of(quantity.start),
            clause.right_of(quantity.end),
            clause.right_of(comparator.end),
            power=bool(_POWER.fullmatch(clause.undated, quantity.start, quantity.number_end)),
        )
        reason = reason_of_word(number)
        if reason:
            self._add(clause, quantity, Classification.NOT_TARGET, reason)
        return reason is None

    def _reason(self, clause: Clause, phrases: Sequence[NumberPhrase], n: int) -> Reason | None:
        """Why the n-th number of a clause is no target; the next ones are told what it means for them."""
        number = self._in_clause(clause, phrases, n)
        reason = reason_of_count(number)
        self._meant = reason is Reason.EXISTING and (number.meant or is_meant(number.left))
        return reason

    def _in_clause(self, clause: Clause, phrases: Sequence[NumberPhrase], n: int) -> NumberInClause:
        phrase, undated = phrases[n], clause.undated
        quantity, comparator = phrase.quantity, phrase.comparator
        left = clause.left_of(quantity.start)
        before = phrases[n - 1].quantity if n else None
        after = [p.quantity for p in phrases[n + 1 : n + 5]]
        straight = bool(after) and not _PARTS.search(undated, quantity.end, after[0].start)
        into_ratio = straight and is_ratio(after[0].unit) and not comparator.after
        items = left.removesuffix("等").split(DATE)[-1]
        return NumberInClause(
            quantity,
            comparator,
            left,
            undated[quantity.end : min(clause.end, comparator.end + REACH)],
            clause.right_of(comparator.end),
            past=clause.context.past or self._looks_back,
            subsidies=clause.context.subsidies,
            aside=clause.sentence.aside,
            beside=before.unit if before is not None else "",
            counts_left=before is not None and before.end == quantity.start and is_counted(before.unit),
            counts_right=(straight or any(is_counted(q.unit) for q in after)) and not phrase.of_list,
            meant=self._meant and not _ACTS.search(_before(clause, phrases, n)),
            of_sum=straight and _of_sum(left, undated[quantity.end : after[0].start], after[0]),
            base_of_ratio=(into_ratio and is_counted(quantity.unit))
            or (undated.startswith("的", quantity.end) and any(is_ratio(q.unit) for q in after)),
            listed=len(_ITEMS.split(items)) if "、" in items and not items.endswith("、") else 0,
        )

    def _reject(
        self, clause: Clause, phrase: NumberPhrase, reason: Reason, near: Sequence[NumberPhrase]
    ) -> None:
        clause.context.subsidies |= reason is Reason.SUBSIDY
        if reason is Reason.CLASS and any(is_counted(p.quantity.unit) for p in near):
            self._add(clause, phrase.quantity, Classification.SIZE)
        else:
            self._add(clause, phrase.quantity, Classification.NOT_TARGET, reason)
        if phrase.baseline:
            self._add(clause, phrase.baseline, Classification.NOT_TARGET, reason)
        if reason is Reason.PAST:  # 去年接待游客612万人次，今年力争…
            words = clause.undated[phrase.start : phrase.comparator.start]
            clause.context.topic = shown_name(words[-REACH:], "", Trend.NONE, "")

    def _accept(self, clause: Clause, phrase: NumberPhrase, *, beside: bool) -> None:
        targets = target_mentions(phrase, clause)
        if beside:
            targets = [replace(target, doubts=(*target.doubts, "beside")) for target in targets]
        places = tuple(range(len(self.targets), len(self.targets) + len(targets)))
        self.targets += targets
        self._add(clause, phrase.quantity, Classification.VALUE, targets=places)
        if phrase.baseline:
            self._add(clause, phrase.baseline, Classification.BASELINE, targets=places)
        if targets and targets[0].period_at >= 0:
            self._takers.setdefault(targets[0].period_at, []).extend(places)

    def _add(
        self,
        clause: Clause,
        quantity: Quantity,
        classification: Classification,
        reason: Reason | None = None,
        targets: tuple[int, ...] = (),
    ) -> None:
        start, end = clause.sentence.start + quantity.start, clause.sentence.start + quantity.end
        self.numbers.append(
            NumberMention(start, end, classification, reason, targets, quantity.value, quantity.unit)
        )


def _spread(clause: Clause, phrases: Sequence[NumberPhrase], reasons: list[Reason | None]) -> None:
    """投资超5亿元、税收超1000万元的项目: what stands beside a size class is one too."""
    for n in range(len(phrases) - 2, -1, -1):
        one, other = phrases[n], phrases[n + 1]
        beside = clause.undated[one.comparator.end : one.comparator.end + 1] in {"、", "和", "且", "或"}
        measured = is_measured(one.quantity.unit) and one.comparator.explicit
        described = reasons[n + 1] in {Reason.CLASS, Reason.THRESHOLD}
        tail = clause.undated[other.comparator.end : other.comparator.end + 1]
        if reasons[n] is None and beside and measured and described and tail == "的":
            reasons[n] = reasons[n + 1]


def _joined(
    clause: Clause, phrases: Sequence[NumberPhrase], reasons: Sequence[Reason | None]
) -> list[NumberPhrase]:
    """The phrases, each with the numbers that only describe what it counts."""
    joined = list(phrases)
    for n in range(1, len(phrases)):
        before, behind = joined[n - 1], joined[n]
        apart = _PARTS.search(clause.undated, before.comparator.end, behind.comparator.start)
        if apart or before.end != behind.start:
            continue
        if reasons[n - 1] and not reasons[n]:
            joined[n] = replace(behind, start=before.start)
        elif reasons[n] and not reasons[n - 1]:
            joined[n - 1] = replace(before, end=behind.end)
    return joined


def _before(clause: Clause, phrases: Sequence[NumberPhrase], n: int) -> str:
    """The words between a number and the one before it in its clause, or the beginning of that."""
    begin = phrases[n - 1].comparator.end if n else clause.start
    return clause.undated[begin : phrases[n].comparator.start]


def _of_sum(left: str, between: str, after: Quantity) -> bool:
    """Whether a count only says whose sum follows: nothing is done with it but with the sum."""
    undone = not left.rpartition("，")[2].strip(f"{DATE}全区县市省年、确保力争其中")
    return undone and is_measured(after.unit) and bool(_SUMS.search(between))
