"""tracker draft."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import options
from tracker.cli.drafting import drafted, read_back, tell
from tracker.cli.help import both, examples
from tracker.cli.output import content_of, format_by_suffix, show, write_new
from tracker.cli.prompts import asks
from tracker.cli.reviewing import put_away, reviewed, so_far
from tracker.cli.session import Session, session_of
from tracker.draft.catalogue import Proposal
from tracker.draft.document import document
from tracker.draft.view import view
from tracker.formats import FORMATS
from tracker.problems import ExitCode, TrackerError
from tracker.report.selection import unknown
from tracker.store.atomic import replace_file
from tracker.store.outputs import refuse_place
from tracker.store.policy import WORD

YAML = "yaml"
CHOICES = (YAML, *FORMATS)
_BY_SUFFIX = {
    ".yaml": YAML,
    ".yml": YAML,
    ".csv": "csv",
    ".json": "json",
    ".md": "markdown",
    ".txt": "text",
    ".html": "html",
    ".xlsx": "xlsx",
}

EXAMPLES = examples(
    "tracker draft seeds/policy.txt",
    "tracker draft 方案.docx -o measures.yaml",
    "tracker draft 方案.txt --review -o draft.yaml",
    "tracker draft 方案.txt --from 草稿.xlsx -o measures.yaml",
)


def draft(
    ctx: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help=both("政策原文：.txt、.md，或 .docx", "the policy text: .txt, .md or .docx")
        ),
    ],
    year: Annotated[
        int | None,
        options.number(
            "--year",
            "YEAR",
            1,
            "年份，默认从原文读出",
            "the year, read from the text by default",
            date.max.year,
        ),
    ] = None,
    table: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="TABLE",
            dir_okay=False,
            help=both(
                "读回在表格里改过的草稿（-f csv 写出，存成 csv 或 xlsx）",
                "read back a draft that was edited in a spreadsheet (as -f csv wrote it; csv or xlsx)",
            ),
        ),
    ] = None,
    review: Annotated[
        bool,
        options.flag(
            "--review",
            "在终端逐条核对没有把握的指标：接受、修改或删除",
            "go through the uncertain targets on a terminal: accept, change, drop",
        ),
    ] = False,
    format: Annotated[  # noqa: A002 - the option's name
        str | None,
        options.format_of(
            CHOICES,
            "输出格式，默认 yaml；csv 便于在表格里核对",
            "format, yaml by default; csv for a review in a spreadsheet",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            dir_okay=False,
            help=both("写入文件（不覆盖）", "write to a file that does not exist yet"),
            rich_help_panel=options.OUTPUT,
        ),
    ] = None,
) -> None:
    """Draft a catalogue from a policy text."""
    session = session_of(ctx)
    if review and not asks():
        raise TrackerError("draft-review-terminal", ExitCode.USAGE)
    suggested = YAML if output is None else format_by_suffix(output, _BY_SUFFIX)
    chosen = suggested if format is None else format
    if chosen not in CHOICES:
        raise unknown("format", chosen, list(CHOICES))
    again = review and output is not None and os.path.lexists(session.directory / output)
    if output is not None and not again:  # before a person has answered anything
        _refuse(output, session)
    text, proposal = drafted(file, year, session)
    if table is not None:
        proposal = read_back(proposal, table, session)
    through = True
    if review:
        proposal, through = _review(proposal, text, file, output, session)
    if output is None:
        _print(proposal, chosen, file, session)
    else:
        _write(proposal, chosen, file, text, session.directory / output, session, again=again)
        if review:
            put_away(_steps(output, session), session, through=through)
    asked = review and through  # what was not taken has been gone through
    tell(replace(proposal, left=()) if asked else proposal, session)


def _steps(output: Path, session: Session) -> Path:
    """Where the steps of a review are kept."""
    return session.directory / f"{output}.review"


def _review(
    proposal: Proposal, text: str, file: Path, output: Path | None, session: Session
) -> tuple[Proposal, bool]:
    """The draft as a person leaves it, and whether all was asked.

    Raises TrackerError where the output holds anything but this draft, as it was or as it was left.
    """
    if output is None:
        return reviewed(proposal, session, None, text)
    path, steps = session.directory / output, _steps(output, session)
    if os.path.lexists(path):
        left = so_far(proposal, steps, text)
        if not any(_holds(path, one, file, session) for one in (proposal, left)):
            _refuse(output, session)
    return reviewed(proposal, session, steps, text)


def _refuse(output: Path, session: Session) -> None:
    """Raises TrackerError where something is there already, or nothing may be written there."""
    if os.path.lexists(session.directory / output):
        raise TrackerError("draft-exists", ExitCode.WRITE_CONFLICT, file=str(output))
    refuse_place(session.directory / output)


def _holds(path: Path, proposal: Proposal, file: Path, session: Session) -> bool:
    """Whether a file is what this command would write or wrote, so that a review loses nobody's work."""
    if file.suffix.lower() == WORD or path.is_symlink() or not path.is_file():
        return False
    named = _below(file, session.directory, path.parent)
    return path.read_bytes() == document(proposal, named, session.words).encode()


def _print(proposal: Proposal, chosen: str, file: Path, session: Session) -> None:
    if chosen == YAML:
        session.write(
            document(proposal, _below(file, session.directory, session.directory), session.words).encode(),
            None,
        )
    else:
        show(view(proposal, session.words), session, chosen, None)


def _write(
    proposal: Proposal, chosen: str, file: Path, text: str, path: Path, session: Session, *, again: bool
) -> None:
    if again:
        named = _below(file, session.directory, path.parent)
        replace_file(path, document(proposal, named, session.words).encode())
    elif chosen != YAML:
        write_new({path: content_of(view(proposal, session.words), chosen, session, path)})
    else:
        contents: dict[Path, bytes] = {}
        source = file
        if file.suffix.lower() == WORD:  # the catalogue is checked against a text
            source = path.parent / f"{file.stem}.txt"
            contents[source] = text.encode()
        named = _below(source, session.directory, path.parent)
        write_new({**contents, path: document(proposal, named, session.words).encode()})
        if not (path.parent / named).exists():
            session.complain(session.words("draft.source-elsewhere", {"file": named}) + "\n")
    session.complain(session.words("draft.written", {"file": str(path)}) + "\n")


def _below(file: Path, directory: Path, folder: Path) -> str:
    """The text's path as seen from the catalogue's folder; its name alone where it lies outside."""
    text, top = (directory / file).resolve(), folder.resolve()
    return text.relative_to(top).as_posix() if text.is_relative_to(top) else text.name
