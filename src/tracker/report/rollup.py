"""The roll-up of many districts as a view: the whole by indicator, the districts by rank, who is missing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.assess.rollup import RANKS, RollUp
from tracker.assess.signal import Signal
from tracker.assess.whole import Whole
from tracker.model.period import year_of
from tracker.problems import ExitCode, TrackerError
from tracker.report.rollup_values import (
    NAMED,
    district_cells,
    district_record,
    figure_record,
    goalless_phrase,
    lack_phrase,
    more,
    own_lacks,
    part_cells,
    units_of,
    whole_cells,
    whole_record,
    why,
)
from tracker.report.selection import unknown
from tracker.report.values import Percent, Phrase, Record
from tracker.report.view import Block, Column, Level, Prose, Row, Table, View

ROWS = ("indicator", "district", "target")
SHOWN = 20  # districts in a list that is only a part of the view
WHOLES = (
    Column("code", drop=8),
    Column("name", wraps=True),
    Column("goal", right=True, drop=5),
    Column("amount", right=True),
    Column("completion", right=True),
    Column("lead", right=True, drop=6),
    Column("with_figure", right=True),
    Column("least", right=True, drop=3, wraps=True),
    Column("median", right=True, drop=4),
    Column("most", right=True, drop=2, wraps=True),
)
CHANGE = Column("change", right=True, drop=7)
DISTRICTS = (
    Column("rank", right=True),
    Column("district", wraps=True),
    Column("completion", right=True),
    Column("lead", right=True, drop=2),
    Column("punctuality", right=True, drop=1),
    Column("figures", right=True),
    *(Column(signal.value, right=True, mark=signal) for signal in Signal),
)
PARTS = (
    Column("district", wraps=True),
    Column("amount", right=True),
    Column("actual_date", brief=True, drop=4),
    Column("goal", right=True, drop=3),
    Column("completion", right=True),
    Column("lead", right=True, drop=2),
    Column("to_median", right=True, drop=1),
    Column("signal"),
)
FIGURES = (
    Column("district", wraps=True),
    Column("number", drop=2),
    Column("name", wraps=True),
    Column("actual", right=True),
    Column("unit"),
    Column("completion", right=True),
    Column("lead", right=True, drop=1),
    Column("signal"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RollUpOptions:
    """How the whole is shown: its day, what the rows are, the order of districts, and one indicator alone."""

    as_of: date
    known_on: date | None = None
    since: date | None = None
    verified_only: bool = False
    title: str = ""
    rows: str = ROWS[0]
    rank: str = "completion"
    indicator: str | None = None

    def __post_init__(self) -> None:
        """Raises TrackerError (usage) for rows and orders that do not exist."""
        if self.rows not in ROWS:
            raise unknown("rows", self.rows, ROWS)
        if self.rank not in RANKS:
            raise unknown("rank", self.rank, list(RANKS))


def rollup_view(rollup: RollUp, options: RollUpOptions) -> View:
    """The view. Raises TrackerError (usage) for an indicator that there is not."""
    wholes = _wanted(rollup, options)
    units = units_of(rollup)
    records: Sequence[Record]
    match options.rows:
        case "district":
            items = "districts"
            records = [district_record(district) for district in rollup.districts]
            blocks: tuple[Block, ...] = (_districts(rollup, options, whole=True),)
        case "target":
            items = "targets"
            records = [
                figure_record(name, figure, units.get(figure.code or "")) for name, figure in rollup.figures
            ]
            blocks = (Table(FIGURES, tuple(Row(Level.ITEM, record) for record in records)),)
        case _:
            items = "indicators"
            records = [whole_record(whole) for whole in wholes]
            blocks = tuple(_whole_blocks(rollup, wholes, options))
    return View(
        name="rollup",
        title=options.title,
        head=tuple(_head(rollup, options)),
        counts=rollup.signals,
        total=sum(rollup.signals.values()),
        blocks=blocks,
        foot=tuple(_foot(rollup, wholes)),
        facts={
            "title": options.title,
            "year": rollup.year,
            "as_of": options.as_of,
            "known_on": options.known_on,
            "since": options.since,
            **({"verified_only": True} if options.verified_only else {}),
            "ranked_by": options.rank,
            "districts_in_all": len(rollup.districts),
            "districts_read": rollup.read,
            "left_out": tuple(d.result.name for d in rollup.districts if not d.result.is_read),
            **({} if items == "districts" else {"districts": tuple(map(district_record, rollup.districts))}),
        },
        items=items,
        make_records=lambda: records,
    )


def _wanted(rollup: RollUp, options: RollUpOptions) -> tuple[Whole, ...]:
    if options.indicator is None:
        return rollup.wholes
    codes = [whole.indicator.code for whole in rollup.wholes]
    if not codes:
        raise TrackerError("rollup-no-indicators", ExitCode.USAGE)
    if options.indicator not in codes:
        raise unknown("indicator", options.indicator, codes)
    return tuple(whole for whole in rollup.wholes if whole.indicator.code == options.indicator)


def _head(rollup: RollUp, options: RollUpOptions) -> Iterator[Phrase]:
    if rollup.read:
        elapsed = Percent(year_of(rollup.year).elapsed(options.as_of))
        yield Phrase("head.as-of", {"day": options.as_of, "year": rollup.year, "elapsed": elapsed})
    if options.known_on:
        yield Phrase("head.known-on", {"day": options.known_on})
    if options.verified_only:
        yield Phrase("head.verified-only")
    if options.since:
        yield Phrase("rollup.since", {"day": options.since})
    yield Phrase("rollup.read", {"read": rollup.read, "count": len(rollup.districts)})


def _whole_blocks(rollup: RollUp, wholes: Sequence[Whole], options: RollUpOptions) -> Iterator[Block]:
    if wholes:
        rows = tuple(Row(Level.ITEM, whole_cells(whole)) for whole in wholes)
        remark = Phrase("rollup.rule.spread")
        yield Table(_columns(WHOLES, options), rows, Phrase("rollup.title.whole"), remark)
    if options.indicator is not None:
        (whole,) = wholes
        order = sorted(whole.parts, key=lambda part: (part.level is None, -(part.level or 0)))
        rows = tuple(Row(Level.ITEM, part_cells(whole, part)) for part in order)
        yield Table(
            _columns(PARTS, options), rows, Phrase("rollup.title.one", {"name": whole.indicator.name})
        )
    else:
        yield _districts(rollup, options, whole=False)
    lacking = tuple(_lacking(wholes))
    if lacking:
        yield Prose(lacking, Phrase("rollup.title.missing"))


def _columns(columns: tuple[Column, ...], options: RollUpOptions) -> tuple[Column, ...]:
    """With the change since another day, where one is named."""
    return (*columns, CHANGE) if options.since else columns


def _districts(rollup: RollUp, options: RollUpOptions, *, whole: bool) -> Table:
    """The districts by rank; where it is not the whole view, of many only the first and the last."""
    shown = rollup.districts
    rest: Phrase | str = ""
    left = len(shown) - SHOWN
    if not whole and left > 0:
        shown = (*shown[: SHOWN // 2], *shown[-SHOWN // 2 :])
        rest = Phrase("rollup.shown", {"count": left})
    rows = tuple(Row(Level.ITEM, district_cells(district)) for district in shown)
    remark = Phrase("rollup.remarks", {"rule": Phrase(f"rollup.rule.{options.rank}"), "shown": rest})
    return Table(_columns(DISTRICTS, options), rows, Phrase("rollup.title.districts"), remark)


def _lacking(wholes: Sequence[Whole]) -> Iterator[Phrase]:
    """Of each indicator who is missing, but for districts that were not read, which the foot names."""
    for whole in wholes:
        lacks = own_lacks(whole)
        if lacks:
            who = tuple(lack_phrase(lack) for lack in lacks[:NAMED])
            facts = {"code": whole.indicator.code, "name": whole.indicator.name, "who": who}
            yield Phrase("rollup.missing", {**facts, "more": more(len(lacks), NAMED)})
        if whole.goalless:
            yield goalless_phrase(whole)
        if whole.silent:
            old = tuple(
                Phrase("rollup.silent.one", {"who": who, "day": day}) for who, day in whole.silent[:NAMED]
            )
            facts = {"code": whole.indicator.code, "name": whole.indicator.name, "who": old}
            yield Phrase("rollup.silent", {**facts, "more": more(len(whole.silent), NAMED)})


def _foot(rollup: RollUp, wholes: Sequence[Whole]) -> Iterator[Phrase]:
    left_out = [district.result for district in rollup.districts if not district.result.is_read]
    for result in left_out[:NAMED]:
        yield Phrase("rollup.left-out", {"who": result.name, "why": why(result)})
    if len(left_out) > NAMED:
        yield Phrase("rollup.left-out.more", {"count": len(left_out) - NAMED})
    for whole in wholes:
        if whole.without and len(wholes) <= NAMED:
            facts = {"name": whole.indicator.name, "count": len(whole.without), "who": whole.without[:NAMED]}
            yield Phrase("rollup.without", {**facts, "more": more(len(whole.without), NAMED)})
    if not rollup.wholes:
        yield Phrase("rollup.no-indicators")
    troubled = [d.result for d in rollup.districts if d.result.is_read and d.result.problem_count]
    if troubled:
        count = sum(result.problem_count for result in troubled)
        who = tuple(result.name for result in troubled[:NAMED])
        yield Phrase("rollup.problems", {"count": count, "who": who, "more": more(len(troubled), NAMED)})
