"""What a view is about: the book, the day, the rule, and which targets of it are shown."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from tracker.assess.assessment import Assessment, assess
from tracker.assess.changes import Snapshot
from tracker.assess.signal import Flag
from tracker.model.book import Book
from tracker.model.catalogue import Target
from tracker.model.log import Log, totals_by_unit
from tracker.model.period import year_of
from tracker.model.profile import Profile
from tracker.problems import count
from tracker.report.cells import figure
from tracker.report.selection import Selection, in_order, select
from tracker.report.values import Percent, Phrase, Record, Value


@dataclass(frozen=True, kw_only=True)
class Scope:
    """What of a workspace is shown. `shown` are the assessments asked for, in the order asked for."""

    book: Book
    as_of: date
    known_on: date | None
    profile: Profile
    everything: tuple[Assessment, ...]
    shown: tuple[Assessment, ...]
    order: str  # one of selection.ORDERS
    selection: Selection  # by which they were chosen
    saved: str | None = None  # the saved view that was used

    @cached_property
    def log(self) -> Log:
        """The log as far as it is looked at; one and the same for all that is compared within the scope."""
        return self.book.log if self.known_on is None else self.book.log.known_on(self.known_on)

    @property
    def snapshot(self) -> Snapshot:
        """Every target on the day, to be compared with another day or another version."""
        retired = frozenset(target.id for target in self.book.catalogue.retired_on(self.as_of))
        return Snapshot(day=self.as_of, log=self.log, assessments=self.everything, retired=retired)


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewOptions:
    """How to look at a book: on which day, knowing what, under which rule, at which targets."""

    as_of: date
    known_on: date | None = None
    profile: Profile | None = None  # None: the catalogue's own
    selection: Selection = field(default_factory=Selection)
    order: str = "text"
    saved: str | None = None


def scope_of(book: Book, options: ViewOptions) -> Scope:
    """The scope of these options. Raises TrackerError (usage) for an order, unit or section that is none."""
    rule = options.profile or book.catalogue.profile
    everything = assess(book, options.as_of, known_on=options.known_on, profile=rule)
    shown = in_order(select(everything, book.catalogue, options.selection), options.order)
    return Scope(
        book=book,
        as_of=options.as_of,
        known_on=options.known_on,
        profile=rule,
        everything=everything,
        shown=shown,
        order=options.order,
        selection=options.selection,
        saved=options.saved,
    )


def scope_of_day(scope: Scope, day: date) -> Scope:
    """The same question asked of another day."""
    return scope_of(
        scope.book,
        ViewOptions(
            as_of=day,
            known_on=scope.known_on,
            profile=scope.profile,
            selection=scope.selection,
            order=scope.order,
            saved=scope.saved,
        ),
    )


def head(scope: Scope) -> Iterator[Phrase]:
    """What stands above every view: day, clock, rule, notice, filter."""
    catalogue, day = scope.book.catalogue, scope.as_of
    elapsed = Percent(year_of(catalogue.year).elapsed(day))
    yield Phrase("head.as-of", {"day": day, "year": catalogue.year, "elapsed": elapsed})
    if scope.known_on:
        yield Phrase("head.known-on", {"day": scope.known_on})
    if day > date(catalogue.year, 12, 31):
        yield Phrase("head.year-over", {"year": catalogue.year})
    if day < date(catalogue.year, 1, 1):
        yield Phrase("head.year-ahead", {"year": catalogue.year})
    yield from terms(scope)


def terms(scope: Scope) -> Iterator[Phrase]:
    """What holds for the whole view, whatever day it is of: rule, notice, filter."""
    catalogue = scope.book.catalogue
    if scope.profile != catalogue.profile:
        yield Phrase("head.profile", {"profile": scope.profile.name, "own": catalogue.profile.name})
    if catalogue.notice:
        yield Phrase("head.notice", {"notice": catalogue.notice})
    if scope.saved:
        yield Phrase("head.saved", {"name": scope.saved})
    if len(scope.shown) != len(scope.everything):
        yield Phrase("head.shown", {"shown": len(scope.shown), "total": len(scope.everything)})


def retirement(target: Target) -> Record:
    """What ended a target: from which day on, which document, why."""
    ended = target.retired
    if ended is None:
        raise LookupError(target.id)
    return {"on": ended.on, "document": ended.document, "reason": ended.reason}


def totals_said(scope: Scope, assessment: Assessment) -> tuple[Phrase, ...]:
    """Which unit said what of the day of the latest figure, where they do not agree (同日有异)."""
    target, latest = assessment.target, assessment.latest
    totals = totals_by_unit(scope.log.entries(target.id, latest.day, latest.day)) if latest else {}
    return tuple(
        Phrase("conflict.figure", {"by": by, "value": figure(value, target.unit)})
        for by, value in totals.items()
    )


def _conflict(scope: Scope, assessment: Assessment) -> Phrase:
    target, latest = assessment.target, assessment.latest
    facts = {"number": target.number, "name": target.name, "day": latest.day if latest else None}
    return Phrase("conflict.one", {**facts, "figures": totals_said(scope, assessment)})


def foot(scope: Scope) -> Iterator[Phrase]:
    """What stands below every view: what was ended, where units do not agree, how much was read."""
    retired = scope.book.catalogue.retired_on(scope.as_of)
    if retired:
        ended = tuple(
            Phrase("foot.retired-one", {"number": target.number, "name": target.name, **retirement(target)})
            for target in retired
        )
        yield Phrase("foot.retired", {"count": len(ended), "targets": ended})
    conflicts = tuple(_conflict(scope, a) for a in scope.shown if Flag.CONFLICTING in a.flags)
    if conflicts:
        yield Phrase("foot.conflicting", {"count": len(conflicts), "targets": conflicts})
    book = scope.book
    tally = book.tally
    yield Phrase("foot.read", {"files": tally.files, "entries": tally.entries})
    if book.problems:
        facts = {"files": tally.files_left_out, "entries": tally.entries_left_out}
        yield Phrase("foot.problems", {"problems": count(book.problems), **facts})


def facts(scope: Scope) -> dict[str, Value]:
    """What machines read of head and foot of every view."""
    catalogue, tally = scope.book.catalogue, scope.book.tally
    retired = catalogue.retired_on(scope.as_of)
    return {
        "title": catalogue.title,
        "notice": catalogue.notice,
        "year": catalogue.year,
        "as_of": scope.as_of,
        "known_on": scope.known_on,
        "elapsed": Percent(year_of(catalogue.year).elapsed(scope.as_of)),
        "profile": scope.profile.name,
        "targets_in_catalogue": len(scope.everything) + len(retired),
        "retired": tuple(target.id for target in retired),
        "shown": len(scope.shown),
        "files": tally.files,
        "entries": tally.entries,
        "files_left_out": tally.files_left_out,
        "entries_left_out": tally.entries_left_out,
        "problems": count(scope.book.problems),
    }
