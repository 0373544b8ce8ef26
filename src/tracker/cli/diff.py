"""tracker diff."""

from dataclasses import replace
from typing import Annotated

import typer

from tracker.cli import complete
from tracker.cli.help import both, examples
from tracker.cli.views import ListOptions, ViewRequest, view_request
from tracker.problems import ExitCode, TrackerError, nearest
from tracker.report.comparison import Comparison, WorkspaceVersion, between_books, between_days
from tracker.report.diff import diff as diff_view
from tracker.store.past import workspace_at
from tracker.store.revisions import Revision, is_revision, range_of

_SHORT = 7


EXAMPLES = examples(
    "tracker diff 2024-09-30 2024-10-31",
    "tracker diff 8月底 --signal behind,far_behind,overdue",
    "tracker diff --rev main...HEAD",
)


def diff(
    ctx: typer.Context,
    asked: ListOptions,
    since: Annotated[
        str | None,
        typer.Argument(metavar="FROM", autocompletion=complete.days, help=both("从哪天起", "from which day")),
    ] = None,
    until: Annotated[
        str | None,
        typer.Argument(
            metavar="TO",
            autocompletion=complete.days,
            help=both("到哪天，默认为 --as-of", "to which day; --as-of unless given"),
        ),
    ] = None,
    rev: Annotated[
        str | None,
        typer.Option(
            "--rev",
            metavar="REV",
            help=both(
                "比较两个版本的全部文件：A..B；A...B 从分叉处起；只写 A 则与现有文件比",
                "compare the files of two revisions: A..B, A...B from where they parted, A with the files as they are",
            ),
        ),
    ] = None,
    as_known: Annotated[
        bool,
        typer.Option(
            "--as-known",
            help=both(
                "两边各用当天已录入的数据，即当时看到的情况",
                "each side with what was recorded by its own day, as it was seen then",
            ),
        ),
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help=both("没有变化的也列出", "list what did not change as well"))
    ] = False,
) -> None:
    """Show what changed between two days or two revisions."""
    request = view_request(ctx, asked)
    if rev is not None:
        if since is not None or as_known:
            raise TrackerError("diff-mixed", ExitCode.USAGE)
        compared = _revisions(request, rev)
    else:
        compared = _days(request, since, until, as_known=as_known)
    view = diff_view(compared, everything=everything)
    shown = tuple(c.after for c in compared.changes if c.after and (everything or c.kinds))
    request.answer(view, replace(compared.scope, shown=shown))


def _days(request: ViewRequest, since: str | None, until: str | None, *, as_known: bool) -> Comparison:
    if since is None:
        raise TrackerError("diff-since", ExitCode.USAGE)
    if as_known and request.view_options.known_on:
        raise TrackerError("diff-known-twice", ExitCode.USAGE)
    try:
        first = request.day(since)
        view_options = (
            request.view_options if until is None else replace(request.view_options, as_of=request.day(until))
        )
    except TrackerError as error:
        raise _with_candidates(error, request) from None
    return between_days(request.workspace.book, view_options, first, as_known=as_known)


def _with_candidates(error: TrackerError, request: ViewRequest) -> TrackerError:
    """The error of a day that is none, with the days of figures near it or the revision it names."""
    text = str(error.facts.get("text"))
    near = nearest(text, sorted({day.isoformat() for day in request.workspace.reports.dates()}))
    if near:
        return TrackerError("diff-day", ExitCode.USAGE, text=text, near=near)
    if is_revision(request.workspace.root, text):
        return TrackerError("diff-day-revision", ExitCode.USAGE, text=text)
    return error


def _revisions(request: ViewRequest, rev: str) -> Comparison:
    root, today = request.workspace.root, request.session.today
    found = range_of(root, rev)
    before = workspace_at(found.repository, root, found.before, today)
    after = workspace_at(found.repository, root, found.after, today) if found.after else request.workspace
    versions = (_version(found.before), _version(found.after))
    return between_books(before.book, after.book, request.view_options, versions)


def _version(revision: Revision | None) -> WorkspaceVersion:
    if revision is None:
        return WorkspaceVersion("")
    return WorkspaceVersion(revision.name, revision.commit[:_SHORT], revision.when.date())
