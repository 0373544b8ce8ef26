"""What is open or differs, as problems with their places in the catalogue or in the text."""

import re
from collections.abc import Iterator

from tracker.draft.audit.compared import Difference
from tracker.draft.audit.owners import plain
from tracker.draft.audit.result import Checked, CheckedMeasure, Number, Outcome
from tracker.draft.reasons import Reason
from tracker.model.catalogue import Catalogue
from tracker.model.rules.quotes import NUMERAL, squeezed
from tracker.problems import Path, Place, Problem

AROUND = 16
_MARKS = re.compile(r"[，,。；;：！？]|(?<=\d)[.、](?=\D)")


def complaints(
    catalogue: Catalogue,
    targets: tuple[Checked, ...],
    measures: tuple[CheckedMeasure, ...],
    numbers: tuple[Number, ...],
    source: str,
) -> Iterator[Problem]:
    """Everything that keeps the audit from being clean."""
    for one in targets:
        yield from _of_target(catalogue, one)
    for measure in measures:
        yield from _of_measure(catalogue, measure)
    for number in numbers:
        if number.outcome is Outcome.OPEN:
            place = Place(catalogue.source, line=number.mention.line, column=number.column)
            facts = {"number": number.mention.text, "words": around(number, source)}
            code = "audit-outside" if number.reason is Reason.OUTSIDE else "audit-open"
            yield Problem(code, place, facts)
    yield from _idle(catalogue, numbers, source)


def around(number: Number, source: str, width: int = AROUND) -> str:
    """The words around a number up to the nearest marks, at most so many characters to each side."""
    start, end = number.mention.start, number.mention.end
    line = source.rfind("\n", 0, start) + 1
    stop = source.find("\n", end)
    before = squeezed(source[max(line, start - 2 * width) : start])
    after = squeezed(source[end : min(len(source) if stop < 0 else stop, end + 2 * width)])
    mark = _MARKS.search(after)
    before = _MARKS.split(before)[-1]
    after = after[: mark.start() if mark else None]
    before = before if len(before) <= width else f"…{before[-width:]}"
    after = after if len(after) <= width else f"{after[:width]}…"
    return f"{before}{number.mention.text}{after}"


def _of_target(catalogue: Catalogue, one: Checked) -> Iterator[Problem]:
    target = one.target
    if one.spot and one.said is None:
        place = Place(catalogue.file, (*target.place, "quote"))
        yield Problem("audit-nothing", place, {"id": target.id, "line": one.line})
    said = one.said.words if one.said else ""
    for found in one.differs:
        facts = {"id": target.id, "line": one.line, "words": said, **_facts(found)}
        yield _problem(catalogue, found, target.place, facts)
    known = {found.check.value for found in (*one.agreed, *one.differs)}
    for check in target.differs:
        if check not in known and one.said is not None:
            place = Place(catalogue.file, (*target.place, "differs", check), of_key=True)
            yield Problem("audit-differs-idle", place, {"id": target.id, "check": check})


def _of_measure(catalogue: Catalogue, one: CheckedMeasure) -> Iterator[Problem]:
    measure = one.measure
    for found in one.differs:
        facts = {"id": measure.number, "line": one.line, **_facts(found)}
        same = set(map(plain, measure.owners)) == set(map(plain, one.owners or ()))
        yield _problem(catalogue, found, measure.place, facts, "audit-owners-order" if same else None)
    if measure.differs and one.owners is not None and not one.agreed:
        place = Place(catalogue.file, (*measure.place, "differs", "owners"), of_key=True)
        yield Problem("audit-owners-idle", place, {"id": measure.number})


def _problem(
    catalogue: Catalogue, found: Difference, place: Path, facts: dict[str, object], code: str | None = None
) -> Problem:
    path = (*place, *found.path)
    return Problem(code or f"audit-{found.check.value}", Place(catalogue.file, path), facts)


def _facts(found: Difference) -> dict[str, object]:
    return {"catalogue": found.catalogue, "text": found.text}


def _idle(catalogue: Catalogue, numbers: tuple[Number, ...], source: str) -> Iterator[Problem]:
    """What the catalogue ignores though its numbers are accounted for anyway.

    Words that are not in the text, hold no numeral or stand twice are problems of the catalogue by itself.
    """
    used = {id(number.ignored) for number in numbers if number.ignored}
    text, seen = squeezed(source), set[str]()
    for at, ignored in enumerate(catalogue.ignore):
        words = squeezed(ignored.words)
        known = words in seen or words not in text or not NUMERAL.search(words)
        seen.add(words)
        if id(ignored) not in used and not known:
            yield Problem(
                "audit-ignore-idle", Place(catalogue.file, ("ignore", at, "words")), {"words": words}
            )
