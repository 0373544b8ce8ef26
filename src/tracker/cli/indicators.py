"""tracker indicators: what several workspaces have in common, and which targets of this one that is."""

import builtins
from pathlib import Path
from typing import Annotated

import typer

from tracker.assess.alike import suggestions
from tracker.cli import complete, options
from tracker.cli.help import both, examples
from tracker.cli.output import on_terminal, report, show
from tracker.cli.reading import open_workspace
from tracker.cli.revising import ChangeOptions, revise
from tracker.cli.session import Session, session_of
from tracker.model.indicators import FILE, Indicators, disagreements
from tracker.model.naming import find_target
from tracker.problems import ExitCode, TrackerError
from tracker.report.indicators import indicators_view
from tracker.store.indicators import load_indicators
from tracker.store.locate import located
from tracker.store.workspace import catalogue_text, find
from tracker.store.yaml_edit import EditedText

EXAMPLES = {
    "list": examples("tracker indicators list", "tracker indicators list --indicators ../indicators.yaml"),
    "check": examples("tracker indicators check", "tracker indicators check --indicators ../indicators.yaml"),
    "suggest": examples(
        "tracker indicators suggest", "tracker indicators suggest 1.2 --indicators ../indicators.yaml"
    ),
}
Shared = Annotated[
    Path | None,
    typer.Option(
        "--indicators",
        metavar="FILE",
        dir_okay=False,
        help=both(
            "上级的 indicators.yaml；默认为工作区里的那一份",
            "the indicators.yaml of the level above; that of the workspace unless given",
        ),
    ),
]


def list(  # noqa: A001 - the command's name
    ctx: typer.Context,
    indicators: Shared = None,
    format: options.Format = None,  # noqa: A002 - the option's name
    output: options.Output = None,
) -> None:
    """List the shared indicators."""
    session = session_of(ctx)
    try:
        catalogue = open_workspace(session).book.catalogue
    except TrackerError as error:
        if error.code != "no-workspace":
            raise
        catalogue = None
    show(indicators_view(_shared(session, indicators), catalogue), session, format, output)


def check(ctx: typer.Context, indicators: Shared = None) -> None:
    """Hold every target against the code it names."""
    session = session_of(ctx)
    workspace = open_workspace(session)
    shared, catalogue = _shared(session, indicators), workspace.book.catalogue
    problems = located(disagreements(catalogue, shared), workspace.root)
    if problems:
        report(problems, session)
        raise typer.Exit(ExitCode.PROBLEMS)
    if on_terminal():
        used = sum(target.indicator is not None for target in catalogue.targets)
        session.write_lines(session.words("indicators.fine", {"used": used, "file": shared.file}))


def suggest(
    ctx: typer.Context,
    how: ChangeOptions,
    target: Annotated[
        builtins.list[str] | None,
        typer.Argument(
            metavar="[TARGET]...",
            autocompletion=complete.targets,
            help=both("只为这些指标建议", "only for these targets"),
        ),
    ] = None,
    indicators: Shared = None,
) -> None:
    """Propose codes for targets that have none, to be accepted by a person."""
    session = session_of(ctx)
    workspace = open_workspace(session)
    shared, catalogue = _shared(session, indicators), workspace.book.catalogue
    among = [find_target(catalogue, name) for name in target or ()] or [*catalogue.targets]
    found = suggestions(catalogue, shared, among)
    for code, alike in found.doubtful.items():
        facts = {"code": code, "name": shared.by_code[code].name}
        named = tuple(f"{one.number} {one.name}" for one in alike)
        session.complain(session.words("indicators.suggest.doubt", {**facts, "targets": named}) + "\n")
    if found.rest and not target:
        session.complain(session.words("indicators.suggest.rest", {"codes": found.rest}) + "\n")
    before = catalogue_text(workspace.root)
    text = EditedText(before)
    for one in among:
        if one.id in found.proposed:
            text.put((*one.place, "indicator"), found.proposed[one.id])
    revise(workspace, before, text.text, session, how, f"catalogue: {len(found.proposed)} shared indicators")


def _shared(session: Session, path: Path | None) -> Indicators:
    """The file that was named, or that of the workspace, or of this folder. Raises as load_indicators does."""
    if path is not None:
        return load_indicators(session.directory / path)
    try:
        folder = find(session.directory)
    except TrackerError:
        return load_indicators(session.directory / FILE)
    return load_indicators(folder / FILE, within=folder)
