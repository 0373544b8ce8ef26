"""The audit as a marked text: every number of the text leads to what accounts for it, and back."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from tracker.draft.audit.comparison import Difference
from tracker.draft.audit.findings import message_of, place_of
from tracker.draft.audit.results import Audit, AuditedMeasure, AuditedNumber, AuditedTarget, Outcome
from tracker.draft.audit.view import head, why_of
from tracker.problems import Problem
from tracker.report.policy_text import (
    MarkedLine,
    MarkedPiece,
    MarkedText,
    MeasureHeading,
    ReasonEntry,
    TargetEntry,
    TextLink,
)
from tracker.report.values import Demand, Phrase, Word

DIFFERS = "differs"  # a target's number, about which catalogue and text disagree


def marked_text(audit: Audit, problems: tuple[Problem, ...]) -> MarkedText:
    """The page; `problems` are those of the audit and of the quotes, with their places."""
    differing = {one.target.id for one in audit.targets if one.differs}
    marks = {number.start: _mark(number, differing) for number in audit.numbers}
    drawn = (*audit.numbers, *(word for word in audit.words_of_time if word.outcome is Outcome.PART))
    return MarkedText(
        title=audit.catalogue.title,
        head=tuple(head(audit, problems)),
        file=audit.catalogue.source,
        legend=tuple(_legend(marks.values())),
        findings=tuple((place_of(problem), message_of(problem)) for problem in problems),
        lines=tuple(_lines(audit, sorted(drawn, key=lambda number: number.start), differing)),
        targets=tuple(_targets(audit)),
        reasons=tuple(_reasons(audit)),
    )


def _mark(number: AuditedNumber, differing: set[str]) -> str:
    if number.outcome is Outcome.TARGET and differing & set(number.targets):
        return DIFFERS
    return number.outcome.value


def _legend(marks: Iterable[str]) -> Iterator[tuple[str, int]]:
    counts = Counter(marks)
    for mark in (Outcome.TARGET.value, DIFFERS, *(o.value for o in Outcome if o is not Outcome.TARGET)):
        if counts[mark] or mark == Outcome.OPEN.value:
            yield mark, counts[mark]


def _lines(audit: Audit, numbers: list[AuditedNumber], differing: set[str]) -> Iterator[MarkedLine]:
    start, at = 0, 0
    for n, line in enumerate(audit.original.split("\n"), 1):
        end = start + len(line)
        pieces: list[MarkedPiece] = []
        done = start
        while at < len(numbers) and numbers[at].entry.start < end:
            entry = numbers[at].entry
            begin, stop = max(entry.start, start), min(entry.end, end)
            pieces.append(MarkedPiece(audit.original[done:begin]))
            piece = _piece(numbers[at], audit.original[begin:stop], differing, audit)
            pieces.append(piece if begin == entry.start else replace(piece, anchor=""))
            done = stop
            if entry.end > end:  # broken by the end of a line, it goes on in the next
                break
            at += 1
        pieces.append(MarkedPiece(audit.original[done:end].rstrip("\r")))
        if line.strip():
            yield MarkedLine(n, tuple(p for p in pieces if p.text), heading=line.startswith("#"))
        start = end + 1


def _piece(number: AuditedNumber, text: str, differing: set[str], audit: Audit) -> MarkedPiece:
    mark = _mark(number, differing)
    if number.targets:
        note = Phrase(f"audit.note.{mark}", {"ids": number.targets})
        return MarkedPiece(text, mark, note, anchor_of(number), f"t-{number.targets[0]}")
    why = why_of(number)
    if number.outcome is Outcome.PART:
        note = Phrase("audit.note.size")
    else:
        note = Phrase(f"audit.note.{number.outcome.value}", {} if why is None else {"why": why})
    return MarkedPiece(text, mark, note, anchor_of(number), reason_anchor(number, audit))


def anchor_of(number: AuditedNumber) -> str:
    """The id of a number on the page."""
    return f"n-{number.entry.line}-{number.column}"


def reason_anchor(number: AuditedNumber, audit: Audit) -> str:
    """The id of the row that explains a number which is no target's."""
    if number.ignored:
        ignored = audit.catalogue.ignore
        return f"why-ignored-{next(n for n, one in enumerate(ignored, 1) if one is number.ignored)}"
    return f"why-{number.reason.value}" if number.reason else f"why-{number.outcome.value}"


def _targets(audit: Audit) -> Iterator[MeasureHeading | TargetEntry]:
    by_target: dict[str, list[AuditedNumber]] = defaultdict(list)
    for number in (*audit.numbers, *audit.words_of_time):
        for target in number.targets:
            by_target[target].append(number)
    measures = {one.measure.number: one for one in audit.measures}
    before = None
    for one in audit.targets:
        if one.target.measure != before:
            before = one.target.measure
            above = measures[before]
            results = tuple(_results(above, above.measure.differs))
            yield MeasureHeading(above.measure.number, above.measure.title, results)
        yield _entry(one, by_target[one.target.id])


def _entry(one: AuditedTarget, numbers: list[AuditedNumber]) -> TargetEntry:
    target = one.target
    places = [TextLink(_place(n), anchor_of(n)) for n in sorted(numbers, key=lambda number: number.start)]
    if not places and one.line is not None:
        places = [TextLink(Phrase("audit.line", {"line": one.line}), f"L{one.line}")]
    results = list(_results(one, target.differs))
    if one.statement is None:
        results.append(Phrase("audit.page.nothing" if one.span else "audit.page.no-quote"))
    goal = Demand(target.goal, target.unit, target.period.end)
    agrees = not one.differs and one.statement is not None
    return TargetEntry(target.id, target.number, target.name, goal, tuple(places), tuple(results), agrees)


def _place(number: AuditedNumber) -> Phrase:
    return Phrase("audit.page.place", {"line": number.entry.line, "text": number.entry.text})


def _results(one: AuditedTarget | AuditedMeasure, reasons: Mapping[str, str]) -> Iterator[Phrase]:
    for difference in one.differs:
        yield Phrase("audit.page.differs", _sides(difference))
    for difference in one.agreed:
        yield Phrase("audit.page.agreed", {**_sides(difference), "why": reasons[difference.check]})


def _sides(difference: Difference) -> dict[str, object]:
    check = Word("check", difference.check.value)
    return {"check": check, "catalogue": difference.catalogue, "text": difference.text}


def _reasons(audit: Audit) -> Iterator[ReasonEntry]:
    groups: dict[str, list[AuditedNumber]] = defaultdict(list)
    for number in audit.numbers:
        if not number.targets:
            groups[reason_anchor(number, audit)].append(number)
    order = list(Outcome)[::-1]  # what is open first
    for anchor, numbers in sorted(
        groups.items(), key=lambda group: (order.index(group[1][0].outcome), -len(group[1]))
    ):
        links = tuple(TextLink(_place(number), anchor_of(number)) for number in numbers)
        outcome = numbers[0].outcome.value
        yield ReasonEntry(anchor, outcome, Word("outcome", outcome), why_of(numbers[0]), links)
