"""The audit as a view: the coverage, what differs, what was compared, and what became of the numbers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from tracker.draft.audit.comparison import Difference
from tracker.draft.audit.findings import around, findings_of
from tracker.draft.audit.results import Audit, AuditedMeasure, AuditedNumber, AuditedTarget, Outcome
from tracker.draft.audit.statement import Basis
from tracker.model.catalogue import ReadingCheck
from tracker.problems import Problem
from tracker.report.values import Percent, Phrase, Record, Value, Word
from tracker.report.view import Block, Column, Level, Row, Table, View

FINDINGS = (
    Column("place"),
    Column("subject"),
    Column("check"),
    Column("catalogue", wraps=True),
    Column("policy", wraps=True),
    Column("text_line", right=True, drop=1),
)
CHECKS = (
    Column("check"),
    Column("compared", right=True),
    Column("agree", right=True),
    Column("differ", right=True),
    Column("reasoned", right=True),
)
OUTCOMES = (
    Column("outcome"),
    Column("why_not"),
    Column("numbers", right=True),
    Column("examples", wraps=True),
)
NUMBERS = (
    Column("text_line", right=True),
    Column("figure"),
    Column("outcome"),
    Column("why_not", wraps=True),
    Column("around", wraps=True, drop=1),
)
REASONS = (Column("subject"), Column("check"), Column("policy", wraps=True), Column("why_given", wraps=True))
_EXAMPLES = 4


def audit_view(
    audit: Audit, problems: tuple[Problem, ...], *, everything: bool = False, listed: bool = True
) -> View:
    """The view; `problems` are those of the audit and of the quotes, with their places.

    Not `listed` they are left out of its blocks: whoever reads it is told of them beside it.
    """
    findings = tuple(findings_of(problems))
    numbers = tuple(_record(number, audit) for number in audit.numbers)
    return View(
        name="audit",
        title=audit.catalogue.title,
        head=tuple(head(audit, problems)),
        counts=None,
        total=len(numbers) if everything else len(findings),
        blocks=tuple(_blocks(audit, findings if listed else (), numbers, everything=everything)),
        foot=(),
        facts=_facts(audit, findings),
        items="numbers" if everything else "findings",
        make_records=lambda: numbers if everything else findings,
    )


def head(audit: Audit, problems: tuple[Problem, ...]) -> Iterator[Phrase]:
    """The coverage, its parts, and how much was compared."""
    catalogue = audit.catalogue
    yield Phrase("audit.source", {"source": catalogue.source})
    share = Percent(coverage(audit))
    yield Phrase(
        "audit.coverage", {"total": len(audit.numbers), "accounted": audit.accounted, "share": share}
    )
    yield Phrase("audit.parts", {outcome.value: count for outcome, count in audit.counts.items()})
    facts = {"targets": len(audit.targets), "measures": len(audit.measures)}
    facts |= {"findings": len(problems), "reasoned": len(audit.agreed)}
    yield Phrase("audit.result" if problems else "audit.clean", facts)


def coverage(audit: Audit) -> Fraction:
    """The share of numbers accounted for, cut to one decimal of a per cent: 100 % is all of them."""
    if not audit.numbers:
        return Fraction(1)
    return Fraction(1000 * audit.accounted // len(audit.numbers), 1000)


def _blocks(
    audit: Audit, findings: tuple[Record, ...], numbers: tuple[Record, ...], *, everything: bool
) -> Iterator[Block]:
    if findings:
        yield Table(FINDINGS, tuple(_rows(FINDINGS, findings)), Phrase("audit.findings"))
    reasons = tuple(_reasons(audit))
    if reasons:
        yield Table(REASONS, tuple(_rows(REASONS, reasons)), Phrase("audit.reasons"))
    yield Table(CHECKS, tuple(_rows(CHECKS, _checks(audit))), Phrase("audit.checks"))
    if everything:
        shown = ({**record, "why_not": record["ids"] or record["why_not"]} for record in numbers)
        yield Table(NUMBERS, tuple(_rows(NUMBERS, shown)), Phrase("audit.numbers"))
    else:
        yield Table(OUTCOMES, tuple(_rows(OUTCOMES, _outcomes(audit))), Phrase("audit.fates"))


def _rows(columns: tuple[Column, ...], records: Iterable[Record]) -> Iterator[Row]:
    for record in records:
        yield Row(Level.ITEM, cells={column.key: record[column.key] for column in columns})


def _checks(audit: Audit) -> Iterator[Record]:
    """How often each thing was compared, and with what result; quotes are compared word for word."""
    for check in ReadingCheck:
        audited: tuple[AuditedTarget | AuditedMeasure, ...] = audit.targets
        compared = sum(_applies(one, check) for one in audit.targets)
        if check is ReadingCheck.OWNERS:
            audited = audit.measures
            compared = sum(one.owners is not None for one in audit.measures)
        differ = sum(difference.check is check for one in audited for difference in one.differs)
        reasoned = sum(difference.check is check for one in audited for difference in one.agreed)
        yield {
            "check": Word("check", check.value),
            "compared": compared,
            "agree": compared - differ - reasoned,
            "differ": differ,
            "reasoned": reasoned,
        }


def _applies(one: AuditedTarget, check: ReadingCheck) -> bool:
    """Whether catalogue and text both say something of it."""
    statement = one.statement
    if statement is None:
        return False
    match check:
        case ReadingCheck.MEASURE | ReadingCheck.PERIOD | ReadingCheck.NAME:
            return True
        case ReadingCheck.STRENGTH:
            return statement.aspire is not None
        case ReadingCheck.BASELINE:
            return statement.baseline is not None and one.target.rules.takes_baseline
        case ReadingCheck.KIND:
            return statement.growth is not None and one.target.kind in {"growth", "share"}
        case ReadingCheck.BETTER:
            return statement.lower
        case ReadingCheck.UNIT:
            return statement.value is not None and bool(statement.unit)
        case _:
            return statement.basis is not Basis.TASK and statement.value is not None


def _outcomes(audit: Audit) -> Iterator[Record]:
    """Each outcome with its reasons, the commonest first, and the first different examples."""
    groups: dict[tuple[Outcome, str], list[AuditedNumber]] = defaultdict(list)
    for number in audit.numbers:
        groups[number.outcome, number.reason.value if number.reason else ""].append(number)
    order = list(Outcome)
    for (outcome, reason), numbers in sorted(
        groups.items(), key=lambda group: (order.index(group[0][0]), -len(group[1]), group[0][1])
    ):
        examples = dict.fromkeys(around(number, audit.original, 8) for number in numbers)
        yield {
            "outcome": Word("outcome", outcome.value),
            "why_not": Word("why-not", reason) if reason else None,
            "numbers": len(numbers),
            "examples": tuple(examples)[:_EXAMPLES],
        }


def _reasons(audit: Audit) -> Iterator[Record]:
    """Where the catalogue means to differ or to ignore, with the reasons it gives."""
    for target in audit.targets:
        for difference in target.agreed:
            yield _reason(target.target.id, difference, target.target.differs)
    for measure in audit.measures:
        for difference in measure.agreed:
            subject = Phrase("audit.measure", {"number": measure.measure.number})
            yield _reason(subject, difference, measure.measure.differs)
    for ignored in audit.catalogue.ignore:
        if any(number.ignored is ignored for number in audit.numbers):
            yield _row_of_reason(None, "ignore", ignored.words, ignored.reason)


def _reason(subject: Value, difference: Difference, reasons: Mapping[str, str]) -> Record:
    both = f"{difference.catalogue} ≠ {difference.text}"
    return _row_of_reason(subject, difference.check.value, both, reasons[difference.check])


def _row_of_reason(subject: Value, check: str, policy: str, why: str) -> Record:
    return {"subject": subject, "check": Word("check", check), "policy": policy, "why_given": why}


def _record(number: AuditedNumber, audit: Audit) -> Record:
    entry = number.entry
    return {
        "text_line": entry.line,
        "text_column": number.column,
        "figure": entry.text,
        "outcome": Word("outcome", number.outcome.value),
        "why_not": why_of(number),
        "ids": number.targets,
        "around": around(number, audit.original),
    }


def why_of(number: AuditedNumber) -> Value:
    """The rule's reason, or the catalogue's own."""
    if number.ignored:
        return number.ignored.reason
    return Word("why-not", number.reason.value) if number.reason else None


def _facts(audit: Audit, findings: tuple[Record, ...]) -> dict[str, Value | Record | tuple[Record, ...]]:
    catalogue = audit.catalogue
    return {
        "title": catalogue.title,
        "notice": catalogue.notice,
        "year": catalogue.year,
        "source": catalogue.source,
        "numbers_in_text": len(audit.numbers),
        "accounted": audit.accounted,
        "coverage": Percent(coverage(audit)),
        "outcomes": {outcome.value: count for outcome, count in audit.counts.items()},
        "targets_in_catalogue": len(audit.targets),
        "problems": len(findings),
        "checks": tuple(_checks(audit)),
        "reasons": tuple(_reasons(audit)),
        "fates": tuple(_outcomes(audit)),
    }
