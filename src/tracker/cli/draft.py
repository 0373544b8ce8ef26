"""tracker draft."""

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import options
from tracker.cli.help import both, examples
from tracker.cli.output import content_of, format_by_suffix, show
from tracker.cli.reviewing import reviewed
from tracker.cli.session import Session, session_of
from tracker.cli.writing import asks
from tracker.draft.catalogue import Proposal, propose
from tracker.draft.document import document
from tracker.draft.reading import TooMuchError, read
from tracker.draft.view import view
from tracker.formats import FORMATS
from tracker.problems import ExitCode, TrackerError
from tracker.report.selection import unknown
from tracker.store.atomic import create_files
from tracker.store.policy import WORD, read_policy

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
            "--year", "YEAR", 1, "年份，默认从原文读出", "the year, read from the text by default"
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
    if output is not None and (session.directory / output).exists():
        raise TrackerError("draft-exists", ExitCode.WRITE_CONFLICT, file=str(output))
    text = read_policy(session.directory / file, str(file))
    proposal = _proposal(text, file, year, session)
    if review:
        proposal = reviewed(proposal, session)
    if output is None:
        _print(proposal, chosen, file, session)
    else:
        _write(proposal, chosen, file, text, session.directory / output, session)
    _tell(proposal, session)


def _proposal(text: str, file: Path, year: int | None, session: Session) -> Proposal:
    try:
        proposal = propose(read(text, session.today.year, year))
    except TooMuchError as error:
        code = f"draft-many-{error.code}"
        raise TrackerError(code, ExitCode.PROBLEMS, file=str(file), limit=error.limit) from None
    if not proposal.measures:
        raise TrackerError("draft-nothing", ExitCode.PROBLEMS, file=str(file))
    return proposal


def _print(proposal: Proposal, chosen: str, file: Path, session: Session) -> None:
    if chosen == YAML:
        session.write(
            document(proposal, _below(file, session.directory, session.directory), session.words).encode(),
            None,
        )
    else:
        show(view(proposal, session.words), session, chosen, None)


def _write(proposal: Proposal, chosen: str, file: Path, text: str, path: Path, session: Session) -> None:
    if chosen != YAML:
        create_files({path: content_of(view(proposal, session.words), chosen, session, path)})
    else:
        contents: dict[Path, bytes] = {}
        source = file
        if file.suffix.lower() == WORD:  # the catalogue is checked against a text
            source = path.parent / f"{file.stem}.txt"
            contents[source] = text.encode()
        named = _below(source, session.directory, path.parent)
        create_files({**contents, path: document(proposal, named, session.words).encode()})
        if not (path.parent / named).exists():
            session.complain(session.words("draft.source-elsewhere", {"file": named}) + "\n")
    session.complain(session.words("draft.written", {"file": str(path)}) + "\n")


def _below(file: Path, directory: Path, folder: Path) -> str:
    """The text's path as seen from the catalogue's folder; its name alone where it lies outside."""
    text, top = (directory / file).resolve(), folder.resolve()
    return text.relative_to(top).as_posix() if text.is_relative_to(top) else text.name


def _tell(proposal: Proposal, session: Session) -> None:
    targets = list(proposal.targets)
    facts = {
        "measures": len(proposal.measures),
        "targets": len(targets),
        "uncertain": sum(not target.certain for target in targets),
    }
    session.complain(session.words("draft.counts", facts) + "\n")
    if proposal.outside:
        outside = {"outside": proposal.outside, "stated": proposal.stated}
        session.complain(session.words("draft.outside", outside) + "\n")
