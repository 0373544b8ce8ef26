"""tracker export."""

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import options
from tracker.cli.help import both, examples
from tracker.cli.output import report, write_files
from tracker.cli.views import JudgingOptions, workspace_and_options
from tracker.formats.datapackage import render
from tracker.model.datapackage import DESCRIPTOR
from tracker.problems import ExitCode, TrackerError
from tracker.report.scope import scope_of
from tracker.store.workspace import book_to_look_at

EXAMPLES = examples("tracker export -o 开放数据", "tracker export --as-of 2024-10-31 -o data/2024-10")


def export(
    ctx: typer.Context,
    asked: JudgingOptions,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="DIR",
            help=both("写入哪个目录", "the folder to write into"),
            rich_help_panel=options.OUTPUT,
        ),
    ],
    replace: options.Replace = False,
) -> None:
    """Write a data package."""
    del replace  # the session knows
    session, workspace, view_options = workspace_and_options(ctx, asked)
    if output.is_file():
        raise TrackerError("export-folder", ExitCode.USAGE, file=str(output))
    scope = scope_of(book_to_look_at(workspace, view_options), view_options)
    files = render(scope)
    write_files({output / name: content for name, content in files.items()}, session, makes_folders=True)
    facts = {"count": len(files), "file": str(output / DESCRIPTOR)}
    with session.telling():
        session.write_lines(session.words("export.written", facts))
    report(workspace.book.problems, session)
