"""tracker diff."""

from dataclasses import replace
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from tracker.cli import complete, options
from tracker.cli.help import both, examples
from tracker.cli.views import ListOptions, ViewRequest, view_request
from tracker.model.clock import day_in
from tracker.problems import ExitCode, TrackerError, nearest
from tracker.report.comparison import Comparison, WorkspaceVersion, between_books, between_days
from tracker.report.diff import diff as diff_view
from tracker.store.past import book_at
from tracker.store.revisions import Revision, is_revision, range_of
from tracker.store.workspace import book_to_look_at

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
        options.flag(
            "--as-known",
            "两边各用当天已录入的数据，即当时看到的情况",
            "each side with what was recorded by its own day, as it was seen then",
        ),
    ] = False,
    everything: Annotated[
        bool, options.flag("--all", "没有变化的也列出", "list what did not change as well")
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
    if as_known:
        before, after = (
            book_to_look_at(request.workspace, replace(view_options, known_on=day))
            for day in (first, view_options.as_of)
        )
        return between_days(after, view_options, first, before=before)
    return between_days(request.book, view_options, first)


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
    root, now, known_on = request.workspace.root, request.session.moment, request.view_options.known_on
    found = range_of(root, rev)
    before = book_at(found.repository, root, found.before, now, known_on)
    after = book_at(found.repository, root, found.after, now, known_on) if found.after else request.book
    if request.view_options.verified_only:
        before = replace(before, log=before.log.verified_only())
        after = replace(after, log=after.log.verified_only()) if found.after else after
    zone = request.workspace.book.catalogue.zone
    versions = (_version(found.before, zone), _version(found.after, zone))
    return between_books(before, after, request.view_options, versions)


def _version(revision: Revision | None, zone: ZoneInfo) -> WorkspaceVersion:
    if revision is None:
        return WorkspaceVersion("")
    return WorkspaceVersion(revision.name, revision.commit[:_SHORT], day_in(zone, revision.when))
