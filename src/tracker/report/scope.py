"""What a view is about: the book, the day, the rule, and which targets of it are shown."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from tracker.assess.assessment import Assessment, assess
from tracker.assess.changes import Snapshot, TargetChange
from tracker.assess.signal import Flag
from tracker.model.amendments import Acceptance
from tracker.model.book import Book
from tracker.model.catalogue import Target
from tracker.model.log import totals_by_unit
from tracker.model.log_protocol import Log
from tracker.model.period import year_of
from tracker.model.profile import Profile
from tracker.problems import count
from tracker.report.cells import figure
from tracker.report.selection import Selection, in_order, owners_named, select
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
    verified_only: bool = False  # whether its log has verified figures alone

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
    verified_only: bool = False  # of a book whose log is `Log.verified_only`


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
        verified_only=options.verified_only,
    )


def scopes_of_units(scope: Scope, options: ViewOptions, targets: Iterable[Target]) -> dict[str, Scope]:
    """The same question asked of each unit that leads, or takes part in, one of `targets`.

    Of the units asked for, where there are any; of those that lead, where only these are.
    """
    wanted = owners_named(options.selection.owners, scope.book.catalogue)
    last = 1 if options.selection.lead_only else None
    owners = dict.fromkeys(unit for target in targets for unit in target.owners[:last])
    return {
        unit: scope_of(scope.book, replace(options, selection=replace(options.selection, owners=(unit,))))
        for unit in owners
        if not wanted or unit in wanted
    }


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
            verified_only=scope.verified_only,
        ),
    )


def head(scope: Scope) -> Iterator[Phrase]:
    """What stands above every view: day, clock, rule, notice, filter."""
    catalogue, day = scope.book.catalogue, scope.as_of
    elapsed = Percent(year_of(catalogue.year).elapsed(day))
    yield Phrase("head.as-of", {"day": day, "year": catalogue.year, "elapsed": elapsed})
    if scope.known_on:
        yield Phrase("head.known-on", {"day": scope.known_on})
    if scope.verified_only:
        yield Phrase("head.verified-only")
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


def _accepted(assessment: Assessment) -> Phrase:
    target, accepted = assessment.target, assessment.accepted
    facts = {"number": target.number, "name": target.name}
    return Phrase("foot.accepted-one", {**facts, **acceptance(accepted)} if accepted else facts)


def accepted_phrase(changes: Sequence[TargetChange]) -> Iterator[Phrase]:
    """How many of the targets that lag are accepted, and so in no red list; nothing where none is."""
    accepted = [change.after for change in changes if change.after and change.after.accepted]
    if accepted:
        yield Phrase("foot.accepted", {"count": len(accepted), "targets": tuple(map(_accepted, accepted))})


def acceptance(accepted: Acceptance) -> Record:
    """Until when, by which document, and why it is accepted that a target is behind."""
    return {"until": accepted.until, "document": accepted.document, "why": accepted.reason}


def foot(scope: Scope) -> Iterator[Phrase]:
    """What stands below every view: what was ended, where units do not agree, how much was read."""
    retired = scope.book.catalogue.retired_on(scope.as_of)
    if retired:
        ended = tuple(
            Phrase("foot.retired-one", {"number": target.number, "name": target.name, **retirement(target)})
            for target in retired
        )
        yield Phrase("foot.retired", {"count": len(ended), "targets": ended})
    yield from accepted_phrase([TargetChange(before=None, after=a, kinds=()) for a in scope.shown])
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
        **({"verified_only": True} if scope.verified_only else {}),
        "elapsed": Percent(year_of(catalogue.year).elapsed(scope.as_of)),
        "profile": scope.profile.name,
        "targets_in_catalogue": len(scope.everything) + len(retired),
        "retired": tuple(target.id for target in retired),
        "accepted": tuple(a.target.id for a in scope.shown if a.accepted),
        "shown": len(scope.shown),
        "files": tally.files,
        "entries": tally.entries,
        "files_left_out": tally.files_left_out,
        "entries_left_out": tally.entries_left_out,
        "problems": count(scope.book.problems),
    }
