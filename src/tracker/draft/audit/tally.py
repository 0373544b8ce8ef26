"""How many comparisons were made of each sort, and the findings as records."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tracker.draft.audit.result import Audit, Checked
from tracker.draft.audit.said import Basis
from tracker.model.catalogue import ReadingCheck
from tracker.problems import Problem
from tracker.report.values import Phrase, Record, Value, Word

# In the order in which they are shown; quotes are compared word for word.
CHECKED = (
    ReadingCheck.MEASURE,
    ReadingCheck.OPERATOR,
    ReadingCheck.NUMBER,
    ReadingCheck.UNIT,
    ReadingCheck.KIND,
    ReadingCheck.BETTER,
    ReadingCheck.PERIOD,
    ReadingCheck.STRENGTH,
    ReadingCheck.BASELINE,
    ReadingCheck.OWNERS,
)
OPEN = ("audit-open", "audit-outside")
_OTHER = {
    "quote-missing": "quote",
    "quote-absent": "quote",
    "audit-nothing": "quote",
    **dict.fromkeys(OPEN, "open"),
    "audit-differs-idle": "differs",
    "audit-owners-idle": "differs",
    "audit-owners-order": "owners",
}


@dataclass(frozen=True, slots=True)
class Compared:
    """How often something was compared, and how often it differed, with and without a reason given."""

    compared: int
    differ: int
    reasoned: int


def compared(audit: Audit, check: ReadingCheck) -> Compared:
    """The comparisons of this sort."""
    if check is ReadingCheck.OWNERS:
        measures = [one for one in audit.measures if one.owners is not None]
        differ = sum(bool(one.differs) for one in measures)
        return Compared(len(measures), differ, sum(bool(one.agreed) for one in measures))
    return Compared(
        sum(_applies(one, check) for one in audit.targets),
        sum(found.check is check for one in audit.targets for found in one.differs),
        sum(found.check is check for one in audit.targets for found in one.agreed),
    )


def _applies(one: Checked, check: ReadingCheck) -> bool:
    """Whether catalogue and text both say something of it."""
    said = one.said
    if said is None:
        return False
    match check:
        case ReadingCheck.MEASURE | ReadingCheck.PERIOD:
            return True
        case ReadingCheck.STRENGTH:
            return said.aspire is not None
        case ReadingCheck.BASELINE:
            return said.baseline is not None and one.target.rules.takes_baseline
        case ReadingCheck.KIND:
            return said.growth is not None and one.target.kind in {"growth", "share"}
        case ReadingCheck.BETTER:
            return said.lower
        case ReadingCheck.UNIT:
            return said.value is not None and bool(said.unit)
        case _:
            return said.basis is not Basis.TASK and said.value is not None


def findings_of(problems: Iterable[Problem]) -> Iterator[Record]:
    """Each problem as a record: where, of what, which comparison, and what both sides say."""
    for problem in problems:
        place, facts = problem.place, problem.facts
        of_text = problem.code in OPEN
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
    return _OTHER.get(problem.code, problem.code.removeprefix("audit-"))


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
