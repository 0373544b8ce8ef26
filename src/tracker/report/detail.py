"""The detail of one target or measure: its words, its rule, its history, its pace, where it will end."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

from tracker.assess.assessment import Assessment, assess_target
from tracker.assess.summary import summarize
from tracker.model.catalogue import Cadence, Measure, Retirement, Target
from tracker.model.period import a_year_later
from tracker.report import cells
from tracker.report.adjustments import adjustments_of
from tracker.report.attribution import Attributions
from tracker.report.log import HISTORY, LogEntry, cut_off, target_history
from tracker.report.policy_text import clause, passage, target_line
from tracker.report.reasons import comparison, outlook, reasons
from tracker.report.records import record
from tracker.report.scope import Scope, facts, foot, head, retirement
from tracker.report.values import Phrase, Record, Value, Word
from tracker.report.view import Block, Chart, Column, Fields, Level, Prose, Row, Table, Track, View

PACES = (Column("per"), *(Column(key, right=True) for key in ("required_pace", "recent_pace", "best_pace")))
ADJUSTMENTS = (
    Column("adjusted_on"),
    Column("document", wraps=True),
    Column("target", right=True),
    Column("due", drop=1),
    Column("adjusted_completion", right=True, drop=2),
    Column("adjustment_reason", wraps=True, drop=3),
)
OF_MEASURE = (
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


def detail(scope: Scope, target: Target, attributions: Attributions, *, opened: bool = False) -> View:
    """Everything about one target; `opened` adds the policy text around its quote.

    What was ended is shown as it stood on the day before.
    """
    if target.retired is not None and target.retired_on(scope.as_of):
        scope = _before_its_end(scope, target, target.retired)
    assessment = next(a for a in scope.everything if a.target.id == target.id)
    history = tuple(target_history(scope, assessment, attributions))
    adjustments = tuple(adjustments_of(assessment))
    return View(
        name="show",
        title=f"{target.number} {target.name}（{target.id}）",
        head=tuple(head(scope)),
        counts=None,
        total=len(history),
        blocks=tuple(_blocks(scope, assessment, history, adjustments, opened=opened)),
        foot=(*foot(scope), *cut_off(history)),
        facts={
            **facts(scope),
            "shown": 1,
            "target": record(assessment),
            "why": tuple(reasons(assessment, scope)),
            "source": scope.book.catalogue.source,
            "line": target_line(scope, target),
            "adjustments": adjustments,
        },
        items="history",
        make_records=lambda: tuple(entry.record for entry in history),
    )


def _before_its_end(scope: Scope, target: Target, ended: Retirement) -> Scope:
    """The scope on the last day on which the target was assessed, of that target alone."""
    day = ended.on - timedelta(days=1)
    escalation = scope.book.catalogue.escalation
    assessment = assess_target(target, scope.log, day, scope.profile, escalation)
    return replace(scope, as_of=day, everything=(assessment,), shown=(assessment,))


def _blocks(
    scope: Scope,
    assessment: Assessment,
    history: Sequence[LogEntry],
    adjustments: Sequence[Record],
    *,
    opened: bool,
) -> Iterator[Block]:
    yield Fields(tuple(_fields(scope, assessment)))
    yield Prose(tuple(reasons(assessment, scope)), title=Phrase("detail.why"))
    yield _paces(scope, assessment)
    curve = chart(assessment, scope)
    if curve:
        yield curve
    rows = tuple(entry.row for entry in history)
    yield Table(HISTORY, rows, title=Phrase("detail.history"), empty=Phrase("detail.no-history"))
    if adjustments:
        changed = tuple(Row(Level.ITEM, cells={**r, "target": r["target_text"]}) for r in adjustments)
        yield Table(ADJUSTMENTS, changed, title=Phrase("detail.adjustments"))
    if opened:
        book = scope.book
        quotes = [assessment.target.quote]
        yield passage(
            book.catalogue.source, book.source, quotes, Phrase("detail.text", {"file": book.catalogue.source})
        ) or Prose((Phrase("detail.no-text", {"file": book.catalogue.source}),))


def _fields(scope: Scope, assessment: Assessment) -> Iterator[tuple[str, Value]]:
    target, latest = assessment.target, assessment.latest
    yield "quote", Phrase("detail.quote", {"quote": target.quote})
    yield "clause", clause(scope, target)
    yield (
        "owners",
        Phrase("detail.owners", {"lead": target.lead, "others": target.owners[1:]})
        if target.owners[1:]
        else target.lead,
    )
    yield (
        "kind",
        Phrase(
            "detail.kind",
            {
                "kind": Word("kind", target.kind),
                "strength": Word("strength", "aspire" if target.aspire else "binding"),
                "cadence": Word("cadence", target.reporting.cadence.value),
                "grace": target.reporting.grace,
            },
        ),
    )
    yield "target", cells.demand(assessment)
    if of_years := cells.of_years(assessment):
        yield "years", of_years
    yield "period", Phrase("detail.period", {"start": assessment.period.start, "end": assessment.period.end})
    if target.retired is not None:
        yield "retired", Phrase("detail.retired", retirement(target))
    if latest is None:
        yield "actual", None
    else:
        report = latest.entry.report
        latest_figure = {
            "actual": cells.actual(assessment),
            "day": latest.day,
            "by": report.by,
            "file": report.file,
        }
        yield "actual", Phrase("detail.actual", latest_figure)
    if before := cells.year_before(assessment):
        yield "year_before", before
    yield from _standing(assessment)
    yield "gap", cells.gap(assessment)
    yield "signal", assessment.signal
    if assessment.flags:
        yield "flags", assessment.flags
    if assessment.escalation_state.notice:
        yield "notice", cells.notice(assessment)


def _standing(assessment: Assessment) -> Iterator[tuple[str, Value]]:
    """Completion and lead; of a rate the lead alone, in points of the rate."""
    facts = {
        "actual": cells.actual(assessment),
        "edge": cells.edge(assessment),
        "completion": cells.completion(assessment),
        "expected": cells.expected(assessment),
        "lead": cells.lead(assessment),
    }
    completion, is_rate = cells.completion(assessment), assessment.inputs.schedule.is_rate
    if is_rate and assessment.lead is not None:
        yield "lead", Phrase("detail.lead.rate", facts)
    if is_rate or completion is None or assessment.lead is None:
        if assessment.target.kind != "growth":
            yield "completion", completion
    else:
        yield "completion", Phrase("detail.completion", facts)


def _paces(scope: Scope, assessment: Assessment) -> Table:
    """Pace needed against pace so far, per month, dekad and week."""

    def row(cadence: Cadence) -> Row:
        cells_of_row = {
            "per": Word("cadence", cadence.value),
            "required_pace": cells.rate(assessment, assessment.required, cadence, up=True),
            "recent_pace": cells.rate(assessment, cells.recent(assessment), cadence),
            "best_pace": cells.rate(assessment, assessment.best, cadence),
        }
        return Row(Level.ITEM, cells=cells_of_row)

    rows = tuple(row(cadence) for cadence in (Cadence.MONTH, Cadence.DEKAD, Cadence.WEEK))
    return Table(PACES, rows, title=Phrase("detail.paces"), remark=outlook(assessment, scope))


def measure_detail(scope: Scope, measure: Measure, *, opened: bool = False) -> View:
    """One measure with its targets; `opened` adds the policy text around their quotes."""
    assessments = tuple(a for a in scope.everything if a.target.measure == measure.number)
    summary = summarize(assessments)
    return View(
        name="show",
        title=f"{measure.number} {measure.title}",
        head=tuple(head(scope)),
        counts=summary.counts,
        total=summary.total,
        blocks=tuple(_measure_blocks(scope, assessments, opened=opened)),
        foot=tuple(foot(scope)),
        facts=facts(scope)
        | {"shown": len(assessments), "measure": measure.number, "measure_title": measure.title},
        items="targets",
        make_records=lambda: tuple(record(assessment) for assessment in assessments),
    )


def _measure_blocks(scope: Scope, assessments: tuple[Assessment, ...], *, opened: bool) -> Iterator[Block]:
    yield Table(OF_MEASURE, tuple(_measure_row(assessment) for assessment in assessments))
    for assessment in assessments:
        title = Phrase("detail.one", {"number": assessment.target.number, "name": assessment.target.name})
        yield Fields(tuple(_short_fields(assessment, scope)), title=title)
    if opened:
        book = scope.book
        title = Phrase("detail.text", {"file": book.catalogue.source})
        excerpt = passage(book.catalogue.source, book.source, (a.target.quote for a in assessments), title)
        if excerpt:
            yield excerpt


def _measure_row(assessment: Assessment) -> Row:
    row: Record = {
        **cells.row(assessment),
        "required_rate": cells.pace(assessment, assessment.required, up=True),
        "flags": assessment.flags,
        "notice": cells.notice(assessment),
    }
    return Row(Level.ITEM, cells=row)


def _short_fields(assessment: Assessment, scope: Scope) -> Iterator[tuple[str, Value]]:
    yield "quote", Phrase("detail.quote", {"quote": assessment.target.quote})
    yield "owners", assessment.target.owners
    if of_years := cells.of_years(assessment):
        yield "years", of_years
    yield "reason", comparison(assessment, scope)
    yield "forecast", outlook(assessment, scope)


def chart(assessment: Assessment, scope: Scope) -> Chart | None:
    """The chart of one target; None where there is no figure to draw."""
    target, period = assessment.target, assessment.period
    points = scope.log.points(target.id, scope.as_of)
    if not points:
        return None
    latest = (points[-1].day, Fraction(points[-1].value))
    low: Track = ()
    high: Track = ()
    if assessment.forecast and latest[0] < period.end:
        low = (latest, (period.end, assessment.forecast.low))
        high = (latest, (period.end, assessment.forecast.high))
    return Chart(
        unit=target.unit,
        start=period.start,
        end=period.end,
        today=scope.as_of,
        goal=Fraction(assessment.goal.value),
        actual=tuple((point.day, Fraction(point.value)) for point in points),
        expected=assessment.inputs.schedule.course(),
        low=low,
        high=high,
        previous=tuple((a_year_later(day), Fraction(value)) for day, value in target.previous),
        title=Phrase("detail.chart"),
    )
