"""What every command that shows a view has in common: its options, what was asked, its exit code."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Annotated

import typer

from tracker.assess.signal import Signal
from tracker.cli import complete, options
from tracker.cli.help import both
from tracker.cli.output import report, show
from tracker.cli.reading import day_of, day_or_none, open_workspace, profile_named, start_of
from tracker.cli.session import Session, session_of
from tracker.model.book import Book
from tracker.model.catalogue import Catalogue, SavedView
from tracker.problems import ExitCode
from tracker.report.scope import Scope, ViewOptions, scope_of
from tracker.report.selection import ORDERS, Selection, saved_view, signals_named
from tracker.report.view import View
from tracker.store.workspace import Workspace, book_to_look_at


@dataclass(frozen=True, kw_only=True)
class JudgingOptions:
    """On which day, knowing what, by which rule."""

    as_of: options.AsOf = None
    known_on: options.KnownOn = None
    verified_only: options.VerifiedOnly = False
    profile: options.Profile = None


@dataclass(frozen=True, kw_only=True)
class SharedOptions(JudgingOptions):
    """What every view can be told."""

    format: options.Format = None
    output: options.Output = None


@dataclass(frozen=True, kw_only=True)
class FilterOptions:
    """Which targets, and in which order."""

    section: Annotated[
        list[str] | None,
        typer.Option(
            "--section",
            metavar="SECTION",
            autocompletion=complete.sections,
            help=both(
                "只看这些部分（编号或标题的一部分）", "only these sections (number or part of the title)"
            ),
            rich_help_panel=options.WHICH,
        ),
    ] = None
    measure: Annotated[
        list[str] | None,
        typer.Option(
            "--measure",
            metavar="MEASURE",
            autocompletion=complete.measures,
            help=both(
                "只看这些措施（编号或标题的一部分）", "only these measures (number or part of the title)"
            ),
            rich_help_panel=options.WHICH,
        ),
    ] = None
    owner: options.Owners = None
    lead_only: Annotated[
        bool,
        options.flag(
            "--lead-only",
            "与 --owner 连用：只看其牵头的",
            "with --owner: only where that unit leads",
            options.WHICH,
        ),
    ] = False
    signal: Annotated[
        list[str] | None,
        typer.Option(
            "--signal",
            metavar="SIGNAL",
            autocompletion=complete.signals,
            help=both("只看这些信号，可用逗号分隔", "only these signals, separated by commas", Signal),
            rich_help_panel=options.WHICH,
        ),
    ] = None
    search: Annotated[
        str | None,
        typer.Option(
            "--search",
            metavar="TEXT",
            help=both("名称、id、原文中含有这些字", "name, id or quote contains this"),
            rich_help_panel=options.WHICH,
        ),
    ] = None
    sort: Annotated[
        str | None,
        typer.Option(
            "--sort",
            metavar="ORDER",
            autocompletion=complete.choices(ORDERS, "order"),
            help=both("指标的排序", "order of the targets", ORDERS),
            rich_help_panel=options.WHICH,
        ),
    ] = None
    view: Annotated[
        str | None,
        typer.Option(
            "--view",
            metavar="NAME",
            autocompletion=complete.views,
            help=both(
                "用 measures.yaml 里 views 保存的筛选和排序；另给的选项优先",
                "filters and order saved under views in measures.yaml; options given beside it win",
            ),
            rich_help_panel=options.WHICH,
        ),
    ] = None


@dataclass(frozen=True, kw_only=True)
class FilteredOptions(JudgingOptions, FilterOptions):
    """What can be told where targets are judged and written into files of their own kind."""


@dataclass(frozen=True, kw_only=True)
class ListOptions(SharedOptions, FilterOptions):
    """What a view that lists targets can be told."""

    fail_on: options.FailOn = None


class ViewRequest:
    """What a person asked to see, and the workspace they asked it of."""

    def __init__(
        self, session: Session, workspace: Workspace, view_options: ViewOptions, asked: SharedOptions
    ) -> None:
        self.session, self.workspace, self.view_options, self._asked = session, workspace, view_options, asked
        fail_on = asked.fail_on if isinstance(asked, ListOptions) else None
        self._alarms = signals_named(fail_on or ())

    @cached_property
    def book(self) -> Book:
        """The book as it is to be looked at."""
        return book_to_look_at(self.workspace, self.view_options)

    @cached_property
    def scope(self) -> Scope:
        """What is looked at. Raises TrackerError (usage) for names that do not exist."""
        return scope_of(self.book, self.view_options)

    def day(self, text: str) -> date:
        """The day a person wrote. Raises TrackerError (usage) for anything else."""
        return day_of(text, self.session, self.workspace.book)

    def start(self, text: str) -> date:
        """The first day of what a person wrote. Raises TrackerError (usage) for anything else."""
        return start_of(text, self.session, self.workspace.book)

    def answer(self, view: View, scope: Scope | None = None) -> None:
        """Show the view, and the problems of the files as they are.

        `scope` is what was looked at, where it is not that of the request: its own problems are then shown.
        Raises typer.Exit (10) where one of its targets has a signal that --fail-on names.
        """
        problems = scope.book.problems if scope else self.workspace.book.problems
        scope = scope or self.scope
        show(view, self.session, self._asked.format, self._asked.output)
        report(problems, self.session)
        if any(assessment.signal in self._alarms for assessment in scope.shown):
            raise typer.Exit(ExitCode.FAIL_ON)


def view_request(ctx: typer.Context, asked: SharedOptions, *, order: str = "text") -> ViewRequest:
    """Open the workspace and understand what is asked of it; raises as workspace_and_options does."""
    session, workspace, view_options = workspace_and_options(ctx, asked, order=order)
    return ViewRequest(session, workspace, view_options, asked)


def workspace_and_options(
    ctx: typer.Context, asked: JudgingOptions, *, order: str = "text", to_write: bool = False
) -> tuple[Session, Workspace, ViewOptions]:
    """The session, its workspace, and how it is to be looked at; `order` is used where none is asked for.

    One that is opened `to_write` first finishes what was cut off.

    Raises TrackerError (usage) for a day, rule, signal or saved view that does not exist, and as
    open_workspace does.
    """
    session = session_of(ctx)
    workspace = open_workspace(session, to_write=to_write)
    book = workspace.book
    view_options = ViewOptions(
        as_of=day_or_none(asked.as_of, session, book) or session.today,
        known_on=day_or_none(asked.known_on, session, book),
        profile=profile_named(asked.profile),
        order=order,
        verified_only=asked.verified_only,
    )
    if isinstance(asked, FilterOptions):
        view_options = _narrowed(view_options, asked, book.catalogue)
    return session, workspace, view_options


def _narrowed(view_options: ViewOptions, asked: FilterOptions, catalogue: Catalogue) -> ViewOptions:
    """The options with filters and order; a saved view says what the options leave open."""
    saved = saved_view(catalogue, asked.view) if asked.view else SavedView()
    return replace(
        view_options,
        profile=view_options.profile or profile_named(saved.profile),
        selection=Selection(
            tuple(asked.section or saved.section),
            tuple(asked.measure or saved.measure),
            tuple(asked.owner or saved.owner),
            asked.lead_only or saved.lead_only,
            tuple(asked.signal or saved.signal),
            asked.search or saved.search,
        ),
        order=asked.sort or saved.sort or view_options.order,
        saved=asked.view,
    )
