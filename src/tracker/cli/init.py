"""tracker init."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import options
from tracker.cli.drafting import drafted, tell
from tracker.cli.help import both, examples
from tracker.cli.session import Session, session_of
from tracker.draft.document import document
from tracker.problems import ExitCode, TrackerError
from tracker.store.policy import WORD
from tracker.store.scaffold import create, example, of_draft, small

EXAMPLES = examples(
    "tracker init 工作区 --title 低空经济行动计划 --year 2025",
    "tracker init 工作区 --from 方案.docx",
    "tracker init demo --example",
)


def init(
    ctx: typer.Context,
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="DIR",
            help=both("建在哪个目录，默认当前目录", "the folder to make it in; this one by default"),
        ),
    ] = Path(),
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
    text: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="FILE",
            dir_okay=False,
            help=both(
                "从政策原文（.txt、.md 或 .docx）起草目录",
                "draft the catalogue from a policy text: .txt, .md or .docx",
            ),
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
    if from_example and any(given is not None for given in (title, year, text)):
        raise TrackerError("init-example-alone", ExitCode.USAGE)
    if text is not None:
        _from_text(text, folder, title, year, session)
        return
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


def _from_text(file: Path, folder: Path, title: str | None, year: int | None, session: Session) -> None:
    """A workspace with the draft of a text in it, and the text in its seeds/."""
    words = session.words
    text, proposal = drafted(file, year, session)
    if title is not None:
        proposal = replace(proposal, title=title)
    source = f"seeds/{file.stem}.txt" if file.suffix.lower() == WORD else f"seeds/{file.name}"
    files = of_draft(document(proposal, source, words), source, text, words.language)
    create(session.directory / folder, files)
    with session.telling():
        session.write_lines(
            words("init.done.draft", {"folder": folder, "count": len(files), "source": source})
        )
    tell(proposal, session)
