"""tracker diff."""

from dataclasses import replace
from typing import Annotated

from tracker.cli.parameters import Argument, Option
from tracker.cli.viewing import Answer, Asked, viewing
from tracker.problems import ExitCode, TrackerError, nearest
from tracker.report.comparison import Comparison, WorkspaceVersion, between_books, between_days
from tracker.report.diff import diff as diff_view
from tracker.store.past import workspace_at
from tracker.store.revisions import Revision, is_revision, range_of

_SHORT = 7


@viewing()
def diff(
    asked: Asked,
    since: Annotated[str | None, Argument("[FROM]")] = None,
    until: Annotated[str | None, Argument("[TO]")] = None,
    rev: Annotated[str | None, Option("--rev", takes="REV")] = None,
    as_known: Annotated[bool, Option("--as-known")] = False,
    everything: Annotated[bool, Option("--all")] = False,
) -> Answer:
    """Show what changed between two days or two revisions."""
    if rev is not None:
        if since is not None or as_known:
            raise TrackerError("diff-mixed", ExitCode.USAGE)
        compared = _revisions(asked, rev)
    else:
        compared = _days(asked, since, until, as_known=as_known)
    view = diff_view(compared, everything=everything)
    shown = tuple(c.after for c in compared.changes if c.after and (everything or c.kinds))
    return Answer(view, replace(compared.scope, shown=shown))


def _days(asked: Asked, since: str | None, until: str | None, *, as_known: bool) -> Comparison:
    if since is None:
        raise TrackerError("diff-since", ExitCode.USAGE)
    if as_known and asked.look.known_on:
        raise TrackerError("diff-known-twice", ExitCode.USAGE)
    try:
        first = asked.day(since)
        look = asked.look if until is None else replace(asked.look, as_of=asked.day(until))
    except TrackerError as error:
        raise _with_candidates(error, asked) from None
    return between_days(asked.workspace.book, look, first, as_known=as_known)


def _with_candidates(error: TrackerError, asked: Asked) -> TrackerError:
    """The error of a day that is none, with the days of figures near it or the revision it names."""
    text = str(error.facts.get("text"))
    near = nearest(text, sorted({day.isoformat() for day in asked.workspace.reports.dates()}))
    if near:
        return TrackerError("diff-day", ExitCode.USAGE, text=text, near=near)
    if is_revision(asked.workspace.root, text):
        return TrackerError("diff-day-revision", ExitCode.USAGE, text=text)
    return error


def _revisions(asked: Asked, rev: str) -> Comparison:
    root, today = asked.workspace.root, asked.session.today
    found = range_of(root, rev)
    before = workspace_at(found.repository, root, found.before, today)
    after = workspace_at(found.repository, root, found.after, today) if found.after else asked.workspace
    versions = (_version(found.before), _version(found.after))
    return between_books(before.book, after.book, asked.look, versions)


def _version(revision: Revision | None) -> WorkspaceVersion:
    if revision is None:
        return WorkspaceVersion("")
    return WorkspaceVersion(revision.name, revision.commit[:_SHORT], revision.when.date())
