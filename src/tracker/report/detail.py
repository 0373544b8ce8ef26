"""The detail of one target: its words, its rule, its history, its pace, where it will end."""

from collections.abc import Iterator, Mapping, Sequence

from tracker.assess.assessment import Assessment
from tracker.assess.schedule import Schedule
from tracker.model.catalogue import Adjustment, Cadence, Target
from tracker.model.entry import Entry
from tracker.model.log import History
from tracker.report import cells
from tracker.report.log import Committed, log_record
from tracker.report.passage import line_of, passage, spot_of
from tracker.report.reasons import outlook, reasons
from tracker.report.records import record
from tracker.report.scope import Scope, facts, foot, head
from tracker.report.track import chart
from tracker.report.values import Amount, Demand, Phrase, Record, Value, Word
from tracker.report.view import Block, Column, Fields, Level, Prose, Row, Table, View

HISTORY = (
    Column("day"),
    Column("said", right=True),
    Column("value", right=True, drop=1),
    Column("expected_then", right=True, drop=4),
    Column("by", drop=2),
    Column("entry", drop=3),
    Column("committed_by", drop=6),
    Column("commit_short", drop=5),
    Column("voided", wraps=True, drop=1),
    Column("note", wraps=True, drop=7),
)
PACES = (
    Column("per"),
    *(Column(key, right=True) for key in ("required_pace", "recent_pace", "best_pace")),
)
ADJUSTMENTS = (
    Column("adjusted_on"),
    Column("document", wraps=True),
    Column("target", right=True),
    Column("due", drop=1),
    Column("adjusted_completion", right=True, drop=2),
    Column("adjustment_reason", wraps=True, drop=3),
)


def detail(scope: Scope, target: Target, committed: Mapping[str, Committed], *, opened: bool = False) -> View:
    """Everything about one target; `opened` adds the policy text around its quote."""
    assessment = next(a for a in scope.everything if a.target.id == target.id)
    history = tuple(_history(scope, assessment, committed))
    adjustments = tuple(_adjustments(assessment))
    return View(
        name="show",
        title=f"{target.number} {target.name}（{target.id}）",
        head=tuple(head(scope)),
        counts=None,
        total=len(history),
        blocks=tuple(_blocks(scope, assessment, history, adjustments, opened=opened)),
        foot=tuple(foot(scope.book)),
        facts={
            **facts(scope),
            "shown": 1,
            "target": record(assessment),
            "why": tuple(reasons(assessment, scope)),
            "source": scope.book.catalogue.source,
            "line": _line(scope, target),
            "adjustments": adjustments,
        },
        items="history",
        records=history,
    )


def _blocks(
    scope: Scope,
    assessment: Assessment,
    history: Sequence[Record],
    adjustments: Sequence[Record],
    *,
    opened: bool,
) -> Iterator[Block]:
    yield Fields(tuple(_fields(scope, assessment)))
    yield Prose(tuple(reasons(assessment, scope)), title=Phrase("detail.why"))
    yield _paces(scope, assessment)
    drawn = chart(assessment, scope)
    if drawn:
        yield drawn
    rows = tuple(Row(Level.ITEM, cells=r, struck=bool(r["voided"])) for r in history)
    yield Table(HISTORY, rows, title=Phrase("detail.history"), empty=Phrase("detail.no-history"))
    if adjustments:
        changed = tuple(Row(Level.ITEM, cells=r) for r in adjustments)
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
    yield "period", Phrase("detail.period", {"start": assessment.period.start, "end": assessment.period.end})
    if latest is None:
        yield "actual", None
    else:
        report = latest.entry.report
        said = {"actual": cells.actual(assessment), "day": latest.day, "by": report.by, "file": report.file}
        yield "actual", Phrase("detail.actual", said)
    yield "completion", _completion(assessment)
    yield "gap", cells.gap(assessment)
    yield "signal", assessment.signal
    if assessment.flags:
        yield "flags", assessment.flags
    if assessment.standing.notice:
        yield "notice", cells.notice(assessment)


def _completion(assessment: Assessment) -> Value:
    if assessment.completion is None or assessment.lead is None:
        return cells.percent(assessment.completion)
    facts_ = {
        "completion": cells.percent(assessment.completion),
        "expected": cells.percent(assessment.expected_completion),
        "lead": cells.points(assessment.lead),
    }
    return Phrase("detail.completion", facts_)


def clause(scope: Scope, target: Target) -> Phrase:
    """Section, measure and line of the policy text that set the target."""
    catalogue = scope.book.catalogue
    section = next(s for s in catalogue.sections if s.number == target.section)
    measure = next(m for m in section.measures if m.number == target.measure)
    facts_: dict[str, object] = {
        "section": section.title,
        "number": measure.number,
        "measure": measure.title,
        "file": catalogue.source,
    }
    line = _line(scope, target)
    if line is None:
        return Phrase("detail.clause", facts_)
    return Phrase("detail.clause-line", {**facts_, "line": str(line)})


def _line(scope: Scope, target: Target) -> int | None:
    source = scope.book.source
    spot = spot_of(target.quote, source)
    return None if spot is None or source is None else line_of(spot.begin, source)


def _paces(scope: Scope, assessment: Assessment) -> Table:
    """Pace needed against pace so far, per month, dekad and week."""

    def row(cadence: Cadence) -> Row:
        said = {
            "per": Word("cadence", cadence.value),
            "required_pace": cells.rate(assessment, assessment.required, cadence, up=True),
            "recent_pace": cells.rate(assessment, cells.recent(assessment), cadence),
            "best_pace": cells.rate(assessment, assessment.best, cadence),
        }
        return Row(Level.ITEM, cells=said)

    rows = tuple(row(cadence) for cadence in (Cadence.MONTH, Cadence.DEKAD, Cadence.WEEK))
    return Table(PACES, rows, title=Phrase("detail.paces"), remark=outlook(assessment, scope))


def _history(scope: Scope, assessment: Assessment, committed: Mapping[str, Committed]) -> Iterator[Record]:
    """What was reported up to the day, oldest first, each with what was expected on its day."""
    target = assessment.target
    superseded = _superseded(scope.log.entries(target.id, scope.as_of))
    for found in scope.log.history(target.id):
        entry = found.entry
        if entry.report.date <= scope.as_of:
            said = log_record(found, scope.book, committed.get(entry.report.file))
            commit = said["commit"]
            if not said["voided"] and entry.ref in superseded:
                said = {**said, "voided": Phrase("detail.superseded")}
            yield {
                **said,
                "expected_then": _expected(target, found),
                "commit_short": commit[:10] if isinstance(commit, str) else None,
            }


def _superseded(entries: Sequence[Entry]) -> set[str]:
    """Entries of a day of which a later total says otherwise or the same."""
    found: set[str] = set()
    for n, entry in enumerate(entries):
        later = (other for other in entries[n + 1 :] if other.report.date == entry.report.date)
        if any(other.total is not None for other in later):
            found.add(entry.ref)
    return found


def _expected(target: Target, found: History) -> Value:
    day = found.entry.report.date
    expected = Schedule(target, target.goal_on(day), target.period_on(day)).expected(day)
    return None if expected is None else Amount(expected, target.unit, level=True)


def _adjustments(assessment: Assessment) -> Iterator[Record]:
    """The goal as first set, then each change, with the completion of today's figure against it."""
    target = assessment.target
    if not target.adjustments:
        return
    first = Demand(target.goal, target.unit, target.period.end)
    yield {
        "adjusted_on": None,
        "document": Phrase("detail.original"),
        "target": first,
        "due": target.period.end,
        "adjusted_completion": cells.percent(assessment.original_completion),
        "adjustment_reason": None,
    }
    for change in sorted(target.adjustments, key=lambda a: a.since):
        yield _adjustment(assessment, change)


def _adjustment(assessment: Assessment, change: Adjustment) -> Record:
    target, latest = assessment.target, assessment.latest
    period = target.period_on(change.since)
    schedule = Schedule(target, change.goal, period)
    done = schedule.completion(latest.value) if latest else None
    return {
        "adjusted_on": change.since,
        "document": change.document,
        "target": Demand(change.goal, target.unit, period.end),
        "due": period.end,
        "adjusted_completion": cells.percent(done),
        "adjustment_reason": change.reason,
    }
