"""The status view: every target, its number, its signal."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tracker.assess.assessment import Assessment
from tracker.assess.summary import summarize
from tracker.model.book import Book
from tracker.model.catalogue import Catalogue
from tracker.model.period import year_of
from tracker.model.profile import Profile
from tracker.model.quantity import Quantity
from tracker.problems import count
from tracker.report.records import record
from tracker.report.table import (
    Bar,
    Column,
    Demand,
    Level,
    Percent,
    Phrase,
    Points,
    Record,
    Row,
    Shortfall,
    Table,
    View,
)

# A narrow terminal drops the columns with the highest number first.
COLUMNS = (
    Column("number"),
    Column("name", wraps=True),
    Column("lead_unit", drop=9),
    Column("target", right=True, drop=3),
    Column("actual", right=True, drop=2),
    Column("actual_date", drop=8),
    Column("completion", right=True),
    Column("bar", drop=7),
    Column("lead", right=True, drop=4),
    Column("gap", right=True, drop=6),
    Column("signal"),
    Column("flags", drop=5),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the status was asked for."""

    as_of: date
    known_on: date | None
    profile: Profile
    shown_of: int  # targets in the whole catalogue
    grouped: bool  # under their sections and measures, or in one list


def status(book: Book, assessments: Sequence[Assessment], asked: Asked) -> View:
    """The view of these assessments (already filtered and sorted) of this book."""
    catalogue = book.catalogue
    summary = summarize(assessments)
    year = year_of(catalogue.year)
    elapsed = year.elapsed(asked.as_of)
    tally = book.tally
    facts = {
        "title": catalogue.title,
        "notice": catalogue.notice,
        "year": catalogue.year,
        "as_of": asked.as_of,
        "known_on": asked.known_on,
        "elapsed": Percent(elapsed),
        "profile": asked.profile.name,
        "targets_in_catalogue": asked.shown_of,
        "shown": summary.total,
        "files": tally.files,
        "entries": tally.entries,
        "files_left_out": tally.files_left_out,
        "entries_left_out": tally.entries_left_out,
        "problems": count(book.problems),
    }
    return View(
        name="status",
        title=catalogue.title,
        head=tuple(_head(catalogue, asked, elapsed, summary.total)),
        counts=summary.counts,
        total=summary.total,
        table=_table(catalogue, assessments, grouped=asked.grouped),
        foot=tuple(_foot(book)),
        facts=facts,
        items="targets",
        records=tuple(record(assessment) for assessment in assessments),
    )


def _head(catalogue: Catalogue, asked: Asked, elapsed: Fraction, shown: int) -> Iterator[Phrase]:
    yield Phrase("head.as-of", {"day": asked.as_of, "year": catalogue.year, "elapsed": Percent(elapsed)})
    if asked.known_on:
        yield Phrase("head.known-on", {"day": asked.known_on})
    if asked.as_of > date(catalogue.year, 12, 31):
        yield Phrase("head.year-over", {"year": catalogue.year})
    if asked.as_of < date(catalogue.year, 1, 1):
        yield Phrase("head.year-ahead", {"year": catalogue.year})
    if asked.profile != catalogue.profile:
        yield Phrase("head.profile", {"profile": asked.profile.name, "own": catalogue.profile.name})
    if catalogue.notice:
        yield Phrase("head.notice", {"notice": catalogue.notice})
    if shown != asked.shown_of:
        yield Phrase("head.shown", {"shown": shown, "total": asked.shown_of})


def _foot(book: Book) -> Iterator[Phrase]:
    tally = book.tally
    yield Phrase("foot.read", {"files": tally.files, "entries": tally.entries})
    if book.problems:
        facts = {"files": tally.files_left_out, "entries": tally.entries_left_out}
        yield Phrase("foot.problems", {"problems": count(book.problems), **facts})


def _table(catalogue: Catalogue, assessments: Sequence[Assessment], *, grouped: bool) -> Table:
    rows = _grouped(catalogue, assessments) if grouped else (_item(a) for a in assessments)
    return Table(COLUMNS, tuple(rows))


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
    target, latest = assessment.target, assessment.latest
    cells: Record = {
        "number": target.number,
        "name": target.name,
        "lead_unit": target.lead,
        "target": Demand(assessment.goal, target.unit, assessment.period.end),
        "actual": Quantity(latest.value, target.unit) if latest else None,
        "actual_date": latest.day if latest else None,
        "completion": None if assessment.completion is None else Percent(assessment.completion),
        "bar": Bar(assessment.completion, assessment.expected_completion),
        "lead": None if assessment.lead is None else Points(assessment.lead),
        "gap": None if assessment.gap is None else Shortfall(assessment.gap, target.unit),
        "signal": assessment.signal,
        "flags": assessment.flags,
    }
    return Row(Level.ITEM, cells=cells)
