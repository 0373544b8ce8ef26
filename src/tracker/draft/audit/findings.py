"""What is open or differs: as problems in the catalogue or the text, and as records of what both say."""

import re
from collections.abc import Iterable, Iterator, Mapping

from tracker.draft.audit.checks import plain
from tracker.draft.audit.comparison import Difference
from tracker.draft.audit.results import AuditedMeasure, AuditedNumber, AuditedTarget, Outcome
from tracker.draft.mentions import Reason
from tracker.model.catalogue import Catalogue
from tracker.model.rules.quotes import NUMERAL, squeezed
from tracker.problems import Path, Place, Problem
from tracker.report.values import Phrase, Record, Value, Word

_AROUND = 16
_MARKS = re.compile(r"[，,。；;：！？]|(?<=\d)[.、](?=\D)")
_OPEN = ("audit-open", "audit-outside", "audit-goal")
_CODES: dict[Reason | None, str] = {
    **dict.fromkeys(Reason, "audit-goal"),
    Reason.OUTSIDE: "audit-outside",
    Reason.UNCLEAR: "audit-open",
}
# The comparison that a problem comes from, where its code does not say so.
_CHECKS = {
    "quote-missing": "quote",
    "quote-absent": "quote",
    "audit-nothing": "quote",
    **dict.fromkeys(_OPEN, "open"),
    "audit-differs-idle": "differs",
    "audit-owners-idle": "differs",
    "audit-owners-order": "owners",
}


def problems_of(
    catalogue: Catalogue,
    targets: Iterable[AuditedTarget],
    measures: Iterable[AuditedMeasure],
    numbers: Iterable[AuditedNumber],
    original: str,
) -> Iterator[Problem]:
    """Everything that keeps the audit from being clean."""
    numbers = tuple(numbers)
    for target in targets:
        yield from _of_target(catalogue, target)
    for measure in measures:
        yield from _of_measure(catalogue, measure)
    for number in numbers:
        if number.outcome is Outcome.OPEN:
            place = Place(catalogue.source, line=number.entry.line, column=number.column)
            facts = {"number": number.entry.text, "words": around(number, original)}
            yield Problem(_CODES.get(number.reason, "audit-open"), place, facts)
    yield from _idle(catalogue, numbers, original)


def around(number: AuditedNumber, original: str, width: int = _AROUND) -> str:
    """The words around a number up to the nearest marks, at most so many characters to each side."""
    start, end = number.entry.start, number.entry.end
    line_start, line_end = original.rfind("\n", 0, start) + 1, original.find("\n", end)
    before = squeezed(original[max(line_start, start - 2 * width) : start])
    after = squeezed(original[end : min(len(original) if line_end < 0 else line_end, end + 2 * width)])
    before, after = _MARKS.split(before)[-1], _MARKS.split(after)[0]
    before = before if len(before) <= width else f"…{before[-width:]}"
    after = after if len(after) <= width else f"{after[:width]}…"
    return f"{before}{number.entry.text}{after}"


def _of_target(catalogue: Catalogue, one: AuditedTarget) -> Iterator[Problem]:
    target = one.target
    if one.span and one.statement is None:
        place = Place(catalogue.file, (*target.place, "quote"))
        yield Problem("audit-nothing", place, {"id": target.id, "line": one.line})
    words = one.statement.words if one.statement else ""
    for difference in one.differs:
        facts = {"id": target.id, "line": one.line, "words": words}
        yield _problem(catalogue, difference, target.place, facts)
    differing = {difference.check.value for difference in (*one.agreed, *one.differs)}
    for check in target.differs:
        if check not in differing and one.statement is not None:
            place = Place(catalogue.file, (*target.place, "differs", check), of_key=True)
            yield Problem("audit-differs-idle", place, {"id": target.id, "check": check})


def _of_measure(catalogue: Catalogue, one: AuditedMeasure) -> Iterator[Problem]:
    measure = one.measure
    for difference in one.differs:
        same = set(map(plain, measure.owners)) == set(map(plain, one.owners or ()))
        code = "audit-owners-order" if same else None
        yield _problem(catalogue, difference, measure.place, {"id": measure.number, "line": one.line}, code)
    if measure.differs and one.owners is not None and not one.agreed:
        place = Place(catalogue.file, (*measure.place, "differs", "owners"), of_key=True)
        yield Problem("audit-owners-idle", place, {"id": measure.number})


def _problem(
    catalogue: Catalogue,
    difference: Difference,
    place: Path,
    facts: Mapping[str, object],
    code: str | None = None,
) -> Problem:
    facts = {**facts, "catalogue": difference.catalogue, "text": difference.text}
    path = (*place, *difference.path)
    return Problem(code or f"audit-{difference.check.value}", Place(catalogue.file, path), facts)


def _idle(catalogue: Catalogue, numbers: Iterable[AuditedNumber], original: str) -> Iterator[Problem]:
    """What the catalogue ignores though its numbers are accounted for anyway.

    Words that are not in the text, hold no numeral or stand twice are problems of the catalogue by itself.
    """
    used = {id(number.ignored) for number in numbers if number.ignored}
    text, before = squeezed(original), set[str]()
    for at, ignored in enumerate(catalogue.ignore):
        words = squeezed(ignored.words)
        wrong = words in before or words not in text or not NUMERAL.search(words)
        before.add(words)
        if id(ignored) not in used and not wrong:
            place = Place(catalogue.file, ("ignore", at, "words"))
            yield Problem("audit-ignore-idle", place, {"words": words})


def findings_of(problems: Iterable[Problem]) -> Iterator[Record]:
    """Each problem as a record: where, of what, which comparison, and what both sides say."""
    for problem in problems:
        place, facts = problem.place, problem.facts
        of_text = problem.code in _OPEN
        yield {
            "code": problem.code,
            "file": place.file,
            "line": place.line,
            "column": place.column,
            "place": place_of(problem),
            "subject": _subject(problem),
            "check": Word("check", check_of(problem)),
            "catalogue": _written(problem),
            "policy": _text(facts.get("number") if of_text else facts.get("text")),
            "text_line": place.line if of_text else _line(facts.get("line")),
            "message": message_of(problem),
        }


def place_of(problem: Problem) -> str:
    """The place as editors and terminals read it: file:line:column."""
    place = problem.place
    return ":".join(str(part) for part in (place.file, place.line, place.column) if part)


def message_of(problem: Problem) -> Phrase:
    """What is wrong."""
    return Phrase(f"problem.{problem.code}", dict(problem.facts))


def check_of(problem: Problem) -> str:
    """Which comparison a problem comes from."""
    if problem.code.startswith(("ignore-", "audit-ignore")):
        return "ignore"
    return _CHECKS.get(problem.code, problem.code.removeprefix("audit-"))


def _written(problem: Problem) -> str | None:
    """What the catalogue says there."""
    facts = problem.facts
    match check_of(problem):
        case "ignore":
            return _text(facts.get("words"))
        case "quote" if "stands" in facts:
            return f"{facts['stands']}{facts['differs']}"
        case _:
            return _text(facts.get("catalogue"))


def _subject(problem: Problem) -> Value:
    subject = problem.facts.get("id")
    if isinstance(subject, int):
        return Phrase("audit.measure", {"number": subject})
    return _text(subject)


def _text(fact: object) -> str | None:
    return None if fact is None else str(fact)


def _line(fact: object) -> int | None:
    return fact if isinstance(fact, int) else None
