"""tracker init."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import options
from tracker.cli.help import both, examples
from tracker.cli.session import session_of
from tracker.problems import ExitCode, TrackerError
from tracker.store.scaffold import create, example, small

EXAMPLES = examples("tracker init 工作区 --title 低空经济行动计划 --year 2025", "tracker init demo --example")


def init(
    ctx: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help=both("建在哪个目录", "the folder to make it in"))
    ],
    title: Annotated[
        str | None,
        typer.Option("--title", metavar="TEXT", help=both("政策文件的标题", "title of the policy")),
    ] = None,
    year: Annotated[
        int | None,
        options.number(
            "--year",
            "YEAR",
            1,
            "考核年度，默认今年",
            "the year under review; this year if not given",
            date.max.year,
        ),
    ] = None,
    from_example: Annotated[
        bool,
        options.flag(
            "--example",
            "用示范区的完整工作区（措施、原文和演示进展）",
            "start from the district's whole workspace, with its illustrative progress",
        ),
    ] = False,
) -> None:
    """Make a new workspace."""
    session = session_of(ctx)
    words = session.words
    if from_example and (title is not None or year is not None):
        raise TrackerError("init-example-alone", ExitCode.USAGE)
    if from_example:
        files = example(words.language)
    else:
        heading = words("init.title") if title is None else title
        files = small(heading, session.today.year if year is None else year, words.language)
    create(session.directory / folder, files)
    said = words(
        "init.done.example" if from_example else "init.done", {"folder": folder, "count": len(files)}
    )
    with session.telling():
        session.write_lines(said)
