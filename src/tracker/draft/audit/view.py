"""The audit as a view: the coverage, what differs, what was compared, and what became of the numbers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction

from tracker.draft.audit.complaints import around
from tracker.draft.audit.result import Audit, Number, Outcome
from tracker.draft.audit.tally import CHECKED, compared, findings_of
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
FATES = (Column("outcome"), Column("why_not"), Column("numbers", right=True), Column("examples", wraps=True))
NUMBERS = (
    Column("text_line", right=True),
    Column("figure"),
    Column("outcome"),
    Column("why_not", wraps=True),
    Column("around", wraps=True, drop=1),
)
REASONS = (Column("subject"), Column("check"), Column("policy", wraps=True), Column("why_given", wraps=True))
_EXAMPLES = 4


def audit_view(audit: Audit, problems: tuple[Problem, ...], *, everything: bool = False) -> View:
    """The view; `problems` are those of the audit and of the quotes, with their places."""
    findings = tuple(findings_of(problems))
    numbers = tuple(_record(number, audit) for number in audit.numbers)
    return View(
        name="audit",
        title=audit.catalogue.title,
        head=tuple(head(audit, problems)),
        counts=None,
        total=len(numbers) if everything else len(findings),
        blocks=tuple(_blocks(audit, findings, numbers, everything=everything)),
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
    found = {"findings": len(problems), "reasoned": len(audit.agreed)}
    yield Phrase("audit.result" if problems else "audit.clean", facts | found)


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
        yield Table(FATES, tuple(_rows(FATES, _fates(audit))), Phrase("audit.fates"))


def _rows(columns: tuple[Column, ...], records: Iterable[Record]) -> Iterator[Row]:
    for record in records:
        yield Row(Level.ITEM, cells={column.key: record[column.key] for column in columns})


def _checks(audit: Audit) -> Iterator[Record]:
    for check in CHECKED:
        found = compared(audit, check)
        agree = found.compared - found.differ - found.reasoned
        yield {
            "check": Word("check", check.value),
            "compared": found.compared,
            "agree": agree,
            "differ": found.differ,
            "reasoned": found.reasoned,
        }


def _fates(audit: Audit) -> Iterator[Record]:
    """Each outcome with its reasons, the commonest first, and the first different examples."""
    groups: dict[tuple[Outcome, str], list[Number]] = defaultdict(list)
    for number in audit.numbers:
        groups[number.outcome, number.reason.value if number.reason else ""].append(number)
    order = list(Outcome)
    for (outcome, reason), found in sorted(
        groups.items(), key=lambda group: (order.index(group[0][0]), -len(group[1]), group[0][1])
    ):
        examples = tuple(dict.fromkeys(around(n, audit.source, 8) for n in found))[:_EXAMPLES]
        yield {
            "outcome": Word("outcome", outcome.value),
            "why_not": Word("why-not", reason) if reason else None,
            "numbers": len(found),
            "examples": examples,
        }


def _reasons(audit: Audit) -> Iterator[Record]:
    """Where the catalogue means to differ or to ignore, with the reasons it gives."""
    for one in audit.targets:
        for found in one.agreed:
            said = f"{found.catalogue} ≠ {found.text}"
            yield _reason(one.target.id, found.check.value, said, one.target.differs[found.check])
    for measure in audit.measures:
        for found in measure.agreed:
            said = f"{found.catalogue} ≠ {found.text}"
            subject = Phrase("audit.measure", {"number": measure.measure.number})
            yield _reason(subject, found.check.value, said, measure.measure.differs[found.check])
    for ignored in audit.catalogue.ignore:
        if any(number.ignored is ignored for number in audit.numbers):
            yield _reason(None, "ignore", ignored.words, ignored.reason)


def _reason(subject: Value, check: str, said: str, why: str) -> Record:
    return {"subject": subject, "check": Word("check", check), "policy": said, "why_given": why}


def _record(number: Number, audit: Audit) -> Record:
    mention = number.mention
    return {
        "text_line": mention.line,
        "text_column": number.column,
        "figure": mention.text,
        "outcome": Word("outcome", number.outcome.value),
        "why_not": why_of(number),
        "ids": number.targets,
        "around": around(number, audit.source),
    }


def why_of(number: Number) -> Value:
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
        "fates": tuple(_fates(audit)),
    }
