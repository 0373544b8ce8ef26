"""The gaps view: what is missing, most urgent first, and how fast it would have to come (倒排)."""

from tracker.assess.assessment import Assessment
from tracker.assess.periods import pressure
from tracker.assess.summary import summarize
from tracker.report import cells
from tracker.report.records import record
from tracker.report.replies import promise_cell, promise_column
from tracker.report.scope import Scope, facts, foot, head
from tracker.report.values import Phrase, Record, Times, Word
from tracker.report.view import Column, Level, Row, Table, View

COLUMNS = (
    Column("number"),
    Column("name", wraps=True),
    Column("lead_unit", drop=9),
    Column("gap", right=True),
    Column("required_rate", right=True),
    Column("recent_rate", right=True, drop=4),
    Column("pressure", right=True, drop=6),
    Column("days_left", right=True, drop=5),
    Column("buffer", right=True, drop=8),
    Column("lead", right=True, drop=3),
    Column("signal", drop=2),
    Column("flags", drop=10),
    Column("notice", drop=7),
)
PROMISE = Column("promise", wraps=True, drop=3)


def gaps(scope: Scope) -> View:
    """Every target shown that is not met, in the order of the scope.

    A target that meets its number has no gap, whatever its signal; one without any figure has its whole goal
    before it where its baseline is known, and no known gap otherwise.
    """
    catalogue = scope.book.catalogue
    missing = tuple(assessment for assessment in scope.shown if not assessment.met)
    summary = summarize(missing)
    explained = Phrase("gaps.order", {"order": Word("order", scope.order)})
    shown = Phrase("gaps.shown", {"missing": len(missing), "shown": len(scope.shown)})
    return View(
        name="gaps",
        title=catalogue.title,
        head=(*head(scope), shown, explained),
        counts=summary.counts,
        total=summary.total,
        blocks=(
            Table(
                (*COLUMNS, *promise_column(missing, PROMISE)),
                tuple(Row(Level.ITEM, cells=_cells(assessment, scope)) for assessment in missing),
                remark=Phrase("gaps.remark") if missing else None,
                empty=Phrase("gaps.empty" if scope.shown else "table.empty"),
            ),
        ),
        foot=tuple(foot(scope)),
        facts=facts(scope) | {"order": scope.order, "missing": len(missing)},
        items="gaps",
        make_records=lambda: tuple(map(record, missing)),
    )


def _cells(assessment: Assessment, scope: Scope) -> Record:
    # The same for every period, so it is the ratio of the two columns beside it.
    ratio = pressure(assessment.required, cells.recent(assessment))
    days_left = (assessment.period.end - scope.as_of).days
    return {
        **cells.row(assessment),
        "required_rate": cells.pace(assessment, assessment.required, up=True),
        "recent_rate": cells.pace(assessment, cells.recent(assessment)),
        "pressure": None if ratio is None else Times(ratio),
        "days_left": days_left,
        "buffer": assessment.buffer,
        "flags": assessment.flags,
        "notice": cells.notice(assessment),
        "promise": promise_cell(assessment),
    }
