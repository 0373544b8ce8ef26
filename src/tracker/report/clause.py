"""The detail of one measure: the same in short for each of its targets."""

from collections.abc import Iterator

from tracker.assess.assessment import Assessment
from tracker.assess.summary import summarize
from tracker.model.catalogue import Measure
from tracker.report import cells
from tracker.report.passage import passage
from tracker.report.reasons import comparison, outlook
from tracker.report.records import record
from tracker.report.scope import Scope, facts, foot, head
from tracker.report.values import Phrase, Value
from tracker.report.view import Block, Column, Fields, Level, Row, Table, View

TARGETS = (
    Column("number"),
    Column("name", wraps=True),
    Column("target", right=True),
    Column("actual", right=True),
    Column("actual_date", drop=4, brief=True),
    Column("completion", right=True),
    Column("lead", right=True, drop=2),
    Column("gap", right=True, drop=3),
    Column("required_rate", right=True, drop=1),
    Column("signal"),
    Column("flags", drop=5),
    Column("notice", drop=4),
)


def measure_detail(scope: Scope, measure: Measure, *, opened: bool = False) -> View:
    """One measure with its targets; `opened` adds the policy text around their quotes."""
    found = tuple(a for a in scope.everything if a.target.measure == measure.number)
    summary = summarize(found)
    return View(
        name="show",
        title=f"{measure.number} {measure.title}",
        head=tuple(head(scope)),
        counts=summary.counts,
        total=summary.total,
        blocks=tuple(_blocks(scope, found, opened=opened)),
        foot=tuple(foot(scope.book)),
        facts=facts(scope) | {"shown": len(found), "measure": measure.number, "measure_title": measure.title},
        items="targets",
        records=tuple(record(assessment) for assessment in found),
    )


def _blocks(scope: Scope, found: tuple[Assessment, ...], *, opened: bool) -> Iterator[Block]:
    yield Table(TARGETS, tuple(_row(assessment) for assessment in found))
    for assessment in found:
        title = Phrase("detail.one", {"number": assessment.target.number, "name": assessment.target.name})
        yield Fields(tuple(_fields(assessment, scope)), title=title)
    if opened:
        book = scope.book
        title = Phrase("detail.text", {"file": book.catalogue.source})
        shown = passage(book.catalogue.source, book.source, (a.target.quote for a in found), title)
        if shown:
            yield shown


def _row(assessment: Assessment) -> Row:
    target, latest = assessment.target, assessment.latest
    return Row(
        Level.ITEM,
        cells={
            "number": target.number,
            "name": target.name,
            "target": cells.demand(assessment),
            "actual": cells.actual(assessment),
            "actual_date": latest.day if latest else None,
            "completion": cells.percent(assessment.completion),
            "lead": cells.points(assessment.lead),
            "gap": cells.gap(assessment),
            "required_rate": cells.pace(assessment, assessment.required, up=True),
            "signal": assessment.signal,
            "flags": assessment.flags,
            "notice": cells.notice(assessment),
        },
    )


def _fields(assessment: Assessment, scope: Scope) -> Iterator[tuple[str, Value]]:
    yield "quote", Phrase("detail.quote", {"quote": assessment.target.quote})
    yield "owners", assessment.target.owners
    yield "reason", comparison(assessment, scope)
    yield "forecast", outlook(assessment, scope)
