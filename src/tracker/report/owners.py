"""The owners view: a scoreboard of the responsible units, and one unit's own list."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tracker.assess.reporting import Arrival, Duty
from tracker.assess.signal import Signal
from tracker.assess.summary import Role, Score, by_unit, score, summarize
from tracker.assess.workdays import Calendar
from tracker.report import cells
from tracker.report.records import record
from tracker.report.reporting import (
    calendar_facts,
    calendar_phrase,
    duties_of,
    owed_cell,
    owed_record,
    years_of,
)
from tracker.report.scope import Scope, facts, foot, head
from tracker.report.selection import owners_named, unknown
from tracker.report.values import Phrase, Record, Value, Word
from tracker.report.view import Block, Column, Level, Row, Table, View

_SIGNALS = tuple(Column(signal.value, right=True, mark=signal) for signal in Signal)
_REPORTS = (
    Column("mean_completion", right=True, drop=1),
    Column("reports_due", right=True, drop=2),
    Column("on_time", right=True, drop=4),
    Column("late_reports", right=True, drop=5),
    Column("missing", right=True, drop=3),
    Column("punctuality", right=True),
    Column("owing", right=True),
)
PROMISES = Column("promises_overdue", right=True)
SCORES = (Column("owner", wraps=True), Column("targets", right=True), *_SIGNALS, *_REPORTS)
OWN_SCORES = (Column("role"), Column("targets", right=True), *_SIGNALS, *_REPORTS)
LIST = (
    Column("number"),
    Column("name", wraps=True),
    Column("lead_unit", wraps=True, drop=6),
    Column("target", right=True, drop=4),
    Column("actual", right=True, drop=3),
    Column("actual_date", brief=True, drop=9),
    Column("completion", right=True),
    Column("lead", right=True, drop=7),
    Column("gap", right=True, drop=5),
    Column("signal"),
    Column("due", brief=True, drop=8),
    Column("owed", drop=2),
    Column("flags", drop=10),
)
LED = tuple(column for column in LIST if column.key != "lead_unit")

Scores = Mapping[str, Score]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreboardOptions:
    """How to keep score: whose own lists to show (empty: all units), reports from when, which order."""

    owners: tuple[str, ...] = ()
    since: date | None = None  # reports due earlier are left out
    rank: str = "text"


def _worst(share: Callable[[Score], Fraction | None]) -> Callable[[Score], tuple[bool, Fraction]]:
    """The lowest share first; units without one last."""

    def key(unit_score: Score) -> tuple[bool, Fraction]:
        value = share(unit_score)
        return value is None, value or Fraction(0)

    return key


RANKS: dict[str, Callable[[Score], tuple[bool, Fraction]] | None] = {
    "text": None,
    "targets": lambda found: (False, Fraction(-found.targets)),
    "completion": _worst(lambda found: found.completion),
    "punctuality": _worst(lambda found: found.punctuality),
    "lagging": lambda found: (False, Fraction(-found.lagging)),
}


def owners(scope: Scope, calendar: Calendar, options: ScoreboardOptions | None = None) -> View:
    """The scoreboard of the units that lead or take part in the targets shown; or the lists of some units.

    Raises TrackerError (usage) for units and orders that do not exist.
    """
    options = options or ScoreboardOptions()
    if options.rank not in RANKS:
        raise unknown("rank", options.rank, list(RANKS))
    duties = duties_of(scope, calendar)
    groups = {role: by_unit(duties, role) for role in Role}
    since = options.since or date.min
    scores = {
        role: ranked({unit: score(group, since) for unit, group in groups[role].items()}, options.rank)
        for role in Role
    }
    summary = summarize(scope.shown)
    wanted_units = owners_named(options.owners, scope.book.catalogue)
    units = [
        unit
        for unit in dict.fromkeys((*scores[Role.LEAD], *scores[Role.PARTICIPANT]))
        if unit in wanted_units
    ]
    years = years_of(duties, scope.as_of)
    calendar_note = calendar_phrase(calendar, years)
    blocks = _boards(scores, score(duties, since), calendar_note)
    if options.owners:
        blocks = tuple(
            block for unit in units for block in _own(unit, scores, groups, scope.as_of, calendar_note)
        )
    shown = [
        (role, unit, scores[role][unit])
        for role in Role
        for unit in scores[role]
        if not options.owners or unit in wanted_units
    ]
    targets = [
        _target(duty, unit, role, scope.as_of)
        for role, unit, _ in shown
        if options.owners
        for duty in groups[role][unit]
    ]
    period_note = () if options.since is None else (Phrase("owners.since", {"day": options.since}),)
    return View(
        name="owners",
        title=scope.book.catalogue.title,
        head=(*head(scope), *period_note),
        counts=summary.counts,
        total=summary.total,
        blocks=blocks,
        foot=(Phrase("owners.mean"), *foot(scope)),
        facts={
            **facts(scope),
            **calendar_facts(calendar, years),
            "since": options.since,
            **({"targets": tuple(targets)} if options.owners else {}),
        },
        items="owners",
        make_records=lambda: tuple(_record(role, unit, unit_score) for role, unit, unit_score in shown),
    )


def ranked(scores: dict[str, Score], rank: str) -> dict[str, Score]:
    """The units by one of RANKS; equal ones stay as they are."""
    key = RANKS[rank]
    if key is None:
        return scores
    return dict(sorted(scores.items(), key=lambda item: key(item[1])))


def _boards(scores: Mapping[Role, Scores], total: Score, calendar_note: Phrase) -> tuple[Block, ...]:
    leads = [_row(unit, unit_score) for unit, unit_score in scores[Role.LEAD].items()]
    if leads:
        leads.append(_row(Word("owners", "total"), total, Level.TOTAL))
    others = tuple(_row(unit, unit_score) for unit, unit_score in scores[Role.PARTICIPANT].items())
    columns = (*SCORES, *_promises(total))
    overlap = Phrase("owners.overlap") if others else None
    return (
        Table(columns, tuple(leads), Phrase("owners.leads"), calendar_note),
        Table(columns, others, Phrase("owners.participants"), overlap, Phrase("owners.none")),
    )


def _promises(*scores: Score) -> tuple[Column, ...]:
    """The column of promises that are overdue, where there are any."""
    return (PROMISES,) if any(unit_score.promises_overdue for unit_score in scores) else ()


def _row(owner: Value, unit_score: Score, level: Level = Level.ITEM) -> Row:
    numbers = _numbers(unit_score)
    # A blank where there is none: the eye goes to what is there.
    marks = {signal.value: unit_score.counts[signal] or "" for signal in Signal}
    return Row(level, cells={**numbers, **marks, "owner": owner, "role": owner})


def _numbers(unit_score: Score) -> Record:
    return {
        "targets": unit_score.targets,
        **{signal.value: unit_score.counts[signal] for signal in Signal},
        "mean_completion": cells.percent(unit_score.completion),
        "reports_due": unit_score.due,
        "on_time": unit_score.arrivals[Arrival.ON_TIME],
        "late_reports": unit_score.arrivals[Arrival.LATE],
        "missing": unit_score.arrivals[Arrival.MISSING],
        "punctuality": cells.percent(unit_score.punctuality),
        "owing": unit_score.owing,
        "waiting": unit_score.waiting,
        "promises_overdue": unit_score.promises_overdue,
    }


def _record(role: Role, unit: str, unit_score: Score) -> Record:
    return {"owner": unit, "role": Word("role", role.value), **_numbers(unit_score)}


Groups = Mapping[Role, Mapping[str, Sequence[Duty]]]


def _own(
    unit: str, scores: Mapping[Role, Scores], groups: Groups, day: date, calendar_note: Phrase
) -> Iterator[Block]:
    """One unit's scores, and what it leads and takes part in."""
    rows = tuple(_row(Word("role", role.value), scores[role][unit]) for role in Role if unit in scores[role])
    columns = (*OWN_SCORES, *_promises(*(scores[role][unit] for role in Role if unit in scores[role])))
    yield Table(columns, rows, Phrase("owners.unit", {"unit": unit}), calendar_note)
    for role, columns in ((Role.LEAD, LED), (Role.PARTICIPANT, LIST)):
        group = groups[role].get(unit, ())
        if group:
            title = Phrase(f"owners.own.{role.value}", {"unit": unit, "count": len(group)})
            yield Table(columns, tuple(_items(group, day)), title)


def _items(group: Iterable[Duty], day: date) -> Iterator[Row]:
    for duty in group:
        assessment = duty.assessment
        row: Record = {
            **cells.row(assessment),
            "due": assessment.period.end,
            "owed": owed_cell(duty.owed, day.year),
            "flags": assessment.flags,
        }
        yield Row(Level.ITEM, cells=row)


def _target(duty: Duty, unit: str, role: Role, day: date) -> Record:
    own: Record = {"owner": unit, "role": Word("role", role.value)}
    return {**own, **record(duty.assessment), **owed_record(duty.owed, day.year)}
