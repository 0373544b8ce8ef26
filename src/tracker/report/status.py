"""The status view: every target, its number, its signal."""

from collections.abc import Iterable, Iterator, Sequence

from tracker.assess.assessment import Assessment
from tracker.assess.summary import summarize
from tracker.model.catalogue import Catalogue
from tracker.report import cells
from tracker.report.drawings import drawings
from tracker.report.records import record
from tracker.report.scope import Scope, facts, foot, head
from tracker.report.values import Bar, Record
from tracker.report.view import Column, Level, Row, Table, View

# Columns of what not every catalogue has.
YEAR_ON_YEAR = Column("year_on_year", right=True, drop=11)
OF_YEARS = (Column("year_step", right=True, drop=5), Column("year_completion", right=True, drop=5))
# A narrow terminal drops the columns with the highest number first.
COLUMNS = (
    Column("number"),
    Column("name", wraps=True),
    Column("lead_unit", drop=10),
    Column("target", right=True, drop=3),
    OF_YEARS[0],
    Column("actual", right=True, drop=2),
    Column("actual_date", drop=9, brief=True),
    Column("completion", right=True),
    OF_YEARS[1],
    Column("bar", drop=8),
    Column("lead", right=True, drop=4),
    Column("gap", right=True, drop=6),
    YEAR_ON_YEAR,
    Column("signal"),
    Column("flags", drop=5),
    Column("notice", drop=7),
)


def status(scope: Scope) -> View:
    """The view of these assessments, under their sections and measures where they are in their order."""
    catalogue = scope.book.catalogue
    summary = summarize(scope.shown)
    return View(
        name="status",
        title=catalogue.title,
        head=tuple(head(scope)),
        counts=summary.counts,
        total=summary.total,
        blocks=(_table(catalogue, scope.shown, grouped=scope.order == "text"),),
        foot=tuple(foot(scope)),
        facts=facts(scope),
        items="targets",
        make_records=lambda: tuple(map(record, scope.shown)),
        make_drawings=lambda: tuple(drawings(scope)),
    )


def _table(catalogue: Catalogue, assessments: Sequence[Assessment], *, grouped: bool) -> Table:
    rows = _grouped(catalogue, assessments) if grouped else (_item(a) for a in assessments)
    without = [YEAR_ON_YEAR] if not any(a.target.previous for a in assessments) else []
    without += OF_YEARS if all(a.year_step is None for a in assessments) else []
    columns = (column for column in COLUMNS if column not in without)
    return Table(tuple(columns), tuple(rows))


def _grouped(catalogue: Catalogue, assessments: Iterable[Assessment]) -> Iterator[Row]:
    by_measure: dict[int, list[Assessment]] = {}
    for assessment in assessments:
        by_measure.setdefault(assessment.target.measure, []).append(assessment)
    for section in catalogue.sections:
        if not any(measure.number in by_measure for measure in section.measures):
            continue
        yield Row(Level.SECTION, number=str(section.number), text=section.title)
        for measure in section.measures:
            if measure.number not in by_measure:
                continue
            owner = measure.owners[0]
            yield Row(Level.MEASURE, number=str(measure.number), text=measure.title, owner=owner)
            yield from (_item(assessment) for assessment in by_measure[measure.number])


def _item(assessment: Assessment) -> Row:
    row: Record = {
        **cells.row(assessment),
        "bar": Bar(cells.completion(assessment), cells.expected(assessment)),
        "flags": assessment.flags,
        "notice": cells.notice(assessment),
    }
    return Row(Level.ITEM, cells=row)
