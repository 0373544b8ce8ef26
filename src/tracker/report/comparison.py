"""What is compared: two snapshots of one book on two days, or of two books on one day."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from tracker.assess.assessment import Assessment, assess
from tracker.assess.changes import Snapshot, TargetChange, changes
from tracker.assess.edits import Edit, catalogue_edits
from tracker.model.book import Book
from tracker.problems import ExitCode, TrackerError
from tracker.report.scope import Scope, ViewOptions, scope_of
from tracker.report.selection import Selection, select


class ComparisonClock(StrEnum):
    """What makes the two sides differ."""

    FIGURES = "figures"  # the day the figures are of; both sides know what is known now
    KNOWN = "known"  # the day, and what was known on it
    REVISIONS = "revisions"  # two states of the files, on one day


@dataclass(frozen=True, slots=True)
class WorkspaceVersion:
    """A revision of the workspace, or its files as they are now where there is no commit."""

    name: str
    commit: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What was compared. `changes` are the targets asked for, changed or not, in the order asked for."""

    scope: Scope  # the side after
    before: Book
    since: date
    clock: ComparisonClock
    changes: tuple[TargetChange, ...]
    edits: tuple[Edit, ...] = ()  # of the catalogue, beside its targets
    versions: tuple[WorkspaceVersion, WorkspaceVersion] | None = None


def between_days(book: Book, options: ViewOptions, since: date, *, before: Book | None = None) -> Comparison:
    """From `since` to the day of `options`.

    By the day of the figures, so that both sides are what the status of their days is now; or, where `before`
    is the book as it was known on `since`, each as it was known on its own day. Raises TrackerError (usage)
    where the days are the wrong way round or the options name what does not exist.
    """
    if since > options.as_of:
        raise TrackerError("diff-backwards", ExitCode.USAGE, since=since, until=options.as_of)
    scope = scope_of(book, replace(options, known_on=options.as_of) if before else options)
    log = scope.log
    then = before or replace(book, log=log)
    old = Snapshot(day=since, log=then.log, assessments=assess(then, since, profile=scope.profile))
    return Comparison(
        scope=scope,
        before=then,
        since=since,
        clock=ComparisonClock.KNOWN if before else ComparisonClock.FIGURES,
        changes=_asked_for(changes(old, scope.snapshot), scope, book, options.selection),
    )


def between_books(
    before: Book, after: Book, options: ViewOptions, versions: tuple[WorkspaceVersion, WorkspaceVersion]
) -> Comparison:
    """What one version of the workspace says otherwise than the other, of the day of `options`.

    Each is judged by its own rule unless the options name one. Raises TrackerError (usage) where the options
    name what does not exist in the side after.
    """
    scope = scope_of(after, options)
    day = options.as_of
    old = before.log if options.known_on is None else before.log.known_on(options.known_on)
    assessments_before = assess(replace(before, log=old), day, profile=options.profile)
    target_changes = changes(
        Snapshot(day=day, log=old, assessments=assessments_before),
        scope.snapshot,
    )
    edits = catalogue_edits(before.catalogue, after.catalogue)
    if before.source != after.source:
        edits += (Edit("source_text", None, None),)
    return Comparison(
        scope=scope,
        before=before,
        since=day,
        clock=ComparisonClock.REVISIONS,
        changes=_asked_for(target_changes, scope, before, options.selection),
        edits=edits,
        versions=versions,
    )


def _asked_for(
    target_changes: Iterable[TargetChange], scope: Scope, before: Book, selection: Selection
) -> tuple[TargetChange, ...]:
    """Those the side after shows, in its order; then those that are gone and that no filter leaves out."""
    by_id = {change.target.id: change for change in target_changes}
    shown = [by_id.pop(assessment.target.id) for assessment in scope.shown]
    gone = [change.before for change in by_id.values() if change.before and not change.after]
    return (*shown, *(by_id[a.target.id] for a in _fitting(gone, before, selection)))


def _fitting(gone: list[Assessment], before: Book, selection: Selection) -> tuple[Assessment, ...]:
    try:
        return select(gone, before.catalogue, selection)
    except TrackerError:  # a filter names what only the side after has
        return ()
