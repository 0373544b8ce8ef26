"""What every command that shows a view has in common: its options, its answer, its exit code.

A view's command says only what is its own: `@viewing` adds the shared options to its signature, opens the
workspace, and shows what it returns.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, Concatenate, ParamSpec

from tracker.cli import options
from tracker.cli.leaving import Leave
from tracker.cli.output import report, show
from tracker.cli.parameters import Option
from tracker.cli.reading import day_of, open_workspace
from tracker.cli.session import Session
from tracker.model.profile import PROFILES, Profile
from tracker.problems import ExitCode
from tracker.report.scope import Scope, ViewOptions, scope_of
from tracker.report.selection import ORDERS, Selection, saved_view, signals_named, unknown
from tracker.report.view import View
from tracker.store.workspace import Workspace

# Shared options, in the order in which --help lists them: before the command's own, and after.
BEFORE: Mapping[str, tuple[Any, object]] = {
    "as_of": (options.AsOf, None),
    "known_on": (options.KnownOn, None),
    "section": (options.Sections, None),
    "measure": (options.Measures, None),
    "owner": (options.Owners, None),
    "lead_only": (options.LeadOnly, False),
    "signal": (options.Signals, None),
    "search": (options.Search, None),
    "sort": (str | None, None),  # with the command's own default
    "view": (options.View, None),
    "profile": (options.Profile, None),
}
AFTER: Mapping[str, tuple[Any, object]] = {
    "format": (options.Format, None),
    "output": (options.Output, None),
    "fail_on": (options.FailOn, None),
}
# Options of a command that looks at what it is told and filters nothing.
UNFILTERED = frozenset({"as_of", "known_on", "profile", "format", "output"})


class Asked:
    """What the shared options said, and the workspace they were said of."""

    def __init__(self, session: Session, workspace: Workspace, look: ViewOptions) -> None:
        self.session, self.workspace, self.look = session, workspace, look

    @property
    def scope(self) -> Scope:
        """What is looked at. Raises TrackerError (usage) for names that do not exist."""
        return scope_of(self.workspace.book, self.look)

    def day(self, text: str) -> date:
        """The day a person wrote. Raises TrackerError (usage) for anything else."""
        return day_of(text, self.session, self.workspace.book)


class Answer:
    """A view, and the scope whose signals --fail-on looks at."""

    def __init__(self, view: View, scope: Scope) -> None:
        self.view, self.scope = view, scope


P = ParamSpec("P")


class Viewing:
    """A command that shows the view its function answers with; cli/signature.py tells what it takes."""

    def __init__(self, function: Callable[..., Answer], order: str, shared: frozenset[str] | None) -> None:
        self.function, self.order, self.shared = function, order, shared
        code = function.__code__  # asking inspect would take longer
        self.own = code.co_varnames[1 : code.co_argcount]

    def __call__(self, session: Session, **given: Any) -> None:  # noqa: ANN401 - as many kinds as options
        """Open the workspace, show the view and the problems, and leave with 10 where --fail-on says so."""
        workspace = open_workspace(session)
        asked = Asked(session, workspace, _look(session, workspace, given, self.order))
        alarms = signals_named(given.get("fail_on") or ())
        answer = self.function(asked, **{name: given[name] for name in self.own})
        show(answer.view, session, given["format"], given["output"])
        report(answer.scope.book.problems, session)
        if any(assessment.signal in alarms for assessment in answer.scope.shown):
            raise Leave(ExitCode.FAIL_ON)

    def given_before_and_after(self) -> list[list[tuple[str, Any, object]]]:
        """The shared options before and after the function's own: name, annotation, default."""
        sort = Annotated[
            str | None, Option("--sort", takes="ORDER", choices=tuple(ORDERS), default=self.order)
        ]
        return [
            [(name, *given) for name, given in group.items() if self.shared is None or name in self.shared]
            for group in ({**BEFORE, "sort": (sort, None)}, AFTER)
        ]


def viewing(
    *, order: str = "text", shared: frozenset[str] | None = None
) -> Callable[[Callable[Concatenate[Asked, P], Answer]], Viewing]:
    """Make a command of a function that answers what was asked; `order` is used where none is asked for."""
    return lambda function: Viewing(function, order, shared)


def _look(session: Session, workspace: Workspace, given: Mapping[str, Any], order: str) -> ViewOptions:
    """What the shared options say; a saved view says what they leave open."""
    book = workspace.book
    name = given.get("view")
    saved = saved_view(book.catalogue, name) if name else None
    chosen = {key: given.get(key) or (getattr(saved, key) if saved else None) for key in _FILTERS}
    as_of, known_on = given["as_of"], given["known_on"]
    return ViewOptions(
        as_of=session.today if as_of is None else day_of(as_of, session, book),
        known_on=None if known_on is None else day_of(known_on, session, book),
        profile=profile_named(chosen["profile"]),
        selection=Selection(
            tuple(chosen["section"] or ()),
            tuple(chosen["measure"] or ()),
            tuple(chosen["owner"] or ()),
            bool(chosen["lead_only"]),
            tuple(chosen["signal"] or ()),
            chosen["search"],
        ),
        order=chosen["sort"] or order,
        saved=name,
    )


_FILTERS = ("section", "measure", "owner", "lead_only", "signal", "search", "sort", "profile")


def profile_named(name: str | None) -> Profile | None:
    """The threshold profile of this name. Raises TrackerError (usage) where there is none."""
    if name is None:
        return None
    if name not in PROFILES:
        raise unknown("profile", name, list(PROFILES))
    return PROFILES[name]
