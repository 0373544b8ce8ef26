"""tracker import."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import complete, options
from tracker.cli.help import both, examples
from tracker.cli.output import report, show
from tracker.cli.progress_bar import ProgressBar
from tracker.cli.prompts import asks, confirmed
from tracker.cli.reading import day_or_none, open_workspace
from tracker.cli.session import Session, session_of
from tracker.cli.table_names import names_asked
from tracker.cli.writing import Doubted, WriteOptions, doubts_about, say, settle, show_effect, write_all
from tracker.model.worksheet_reading import RowDefaults, SheetReading
from tracker.problems import ExitCode, Problem, TrackerError
from tracker.report.understood import days_taken, understood
from tracker.report.values import Phrase
from tracker.store.import_mapping import MAPPING, known_of, remember
from tracker.store.imports import Asked, Import, checked, read_files, without_known
from tracker.store.reports import Incoming
from tracker.store.workspace import Workspace

EXAMPLES = examples("tracker import 区科技局.xlsx", "tracker import 填报表/*.xlsx --date 8月上旬 --dry-run")


def import_(
    ctx: typer.Context,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help=both("表格文件", "spreadsheet files"))
    ],
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="UNIT",
            autocompletion=complete.units,
            help=both("报送单位，表中没有写时用", "the reporting unit, where the table does not say"),
        ),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            metavar="DAY",
            autocompletion=complete.days,
            help=both(
                "数据日期，表中没有写时用，写法同 status",
                "the day of the figures, where the table does not say; written as for status",
            ),
        ),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            "--source",
            metavar="TEXT",
            help=both("来源；默认是文件名", "where the figures come from; the file's name by default"),
        ),
    ] = None,
    again: Annotated[
        bool,
        typer.Option(
            "--again",
            help=both("以前导入过的也再导入一次", "import once more what was imported before"),
        ),
    ] = False,
    hidden: Annotated[
        bool,
        typer.Option(
            "--hidden",
            help=both("隐藏的行、列和表也导入", "import hidden rows, columns and sheets as well"),
        ),
    ] = False,
    yes: options.Yes = False,
    yes_to: Annotated[
        list[str] | None,
        typer.Option(
            "--yes-to",
            metavar="CELL",
            help=both(
                "这一格的疑问已经核对，可写几次", "the doubts about this cell are settled; may be repeated"
            ),
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=both("只检查，不写入", "check only, write nothing"))
    ] = False,
    commit: options.Commit = False,
) -> None:
    """Import progress from spreadsheets, all or nothing."""
    session = session_of(ctx)
    workspace = open_workspace(session, to_write=True)
    day = day_or_none(date, session, workspace.book)
    asked = Asked(RowDefaults(by, day), source, hidden=hidden)
    known, problems = known_of(workspace.root, workspace.book.catalogue)
    _stop_at(problems, session)
    found = read_files(_with_bar(files, session), workspace, known, asked)
    if asks() and not (yes or dry_run):
        names = names_asked(found.problems, workspace.book.catalogue, session)
        _remember([], names, workspace, session)
        found = read_files(files, workspace, known.with_names(names), asked) if names else found
    if not again:
        found = without_known(found, workspace.reports.heads())
    incoming = checked(found, workspace, session.now)
    if found.uncertain and (incoming.reports or incoming.problems):
        tables = [table for table in found.tables if found.bare or table.uncertain]
        show(understood(workspace.book.catalogue, tables, found.bare, found.files), session, None, None)
    _stop_at(incoming.problems, session)
    if found.known and not incoming.reports:
        raise TrackerError("import-known", ExitCode.PROBLEMS)
    how = WriteOptions(yes=yes, yes_to=yes_to or (), dry_run=dry_run, commit=commit)
    if incoming.reports and found.uncertain and not dry_run:
        _agree(found, workspace, session, yes=yes)
    doubts = doubts_about(workspace, incoming)
    # Who imports again knows that it is there already; who completes an import, that the rest is earlier.
    plain = {"repeats": again, "late": bool(found.known)}
    doubts = [one for one in doubts if not plain.get(one.doubt.code)]
    _write(incoming, found, doubts, workspace, session, how)


def _agree(found: Import, workspace: Workspace, session: Session, *, yes: bool) -> None:
    """Ask on a terminal whether the tables were understood, refuse elsewhere; what was right is remembered.

    Raises typer.Exit (1) where the answer is no.
    """
    if not yes and not (asks() and confirmed(session.words("import.agree"), default=True)):
        session.complain(session.words("import.unsure") + "\n")
        raise typer.Exit(ExitCode.PROBLEMS)
    _remember(found.tables, {}, workspace, session)


def _remember(
    tables: Sequence[SheetReading], names: Mapping[str, str | None], workspace: Workspace, session: Session
) -> None:
    if remember(workspace.root, tables, names):
        with session.telling():
            session.write_lines(session.words("import.remembered", {"file": MAPPING}))


def _write(
    incoming: Incoming,
    found: Import,
    doubts: Sequence[Doubted],
    workspace: Workspace,
    session: Session,
    how: WriteOptions,
) -> None:
    if remarks := tuple(_remarks(found, session)):
        session.write_lines(*remarks)
    facts = {"files": found.files, "entries": found.entries, "blank": found.blank}
    doubted = {one.cell for one in doubts}
    if strange := [cell for cell in how.yes_to if cell not in doubted]:
        raise TrackerError("yes-to-nothing", ExitCode.USAGE, cell=strange[0])
    if not incoming.reports:
        session.write_lines(session.words("import.dry" if how.dry_run else "import.done", facts))
        return
    last = max(report.date for report in incoming.reports)
    if how.dry_run:
        say(doubts, session)
        for new in incoming.reports:
            said = {"day": new.date, "by": new.by, "entries": len(new.entries), "source": new.source}
            session.write_lines(session.words("import.report", said))
        session.write_lines(session.words("import.dry", facts), "")
        show_effect(workspace, incoming, session, last)
        return
    if doubts and not how.yes:
        show_effect(workspace, incoming, session, last)
    settle(doubts, session, how)
    write_all(workspace, incoming, session, how, last, (Phrase("import.done", facts),))


def _remarks(found: Import, session: Session) -> Iterator[str]:
    """What was read and not imported."""
    for spot, note in found.notes:
        facts = {"place": f"{spot.file} {spot.cell}", "note": note}
        yield session.words("import.note", facts)
    for spot, text in found.left_out:
        yield session.words("import.left-out", {"place": f"{spot.file} {spot.cell}", "text": text})
    for taken in days_taken(found.tables):
        yield session.words(taken.key, taken.facts)
    yield from _hidden(found, session)
    for sheet in found.sheets:
        yield session.words("import.sheet", {"sheet": sheet})
    if found.passed_over:
        yield session.words("import.passed", {"count": found.passed_over})
    if found.known:
        yield session.words("import.known", {"count": found.known})


def _hidden(found: Import, session: Session) -> Iterator[str]:
    """What was not read because it is hidden."""
    for hidden in found.hidden:
        if hidden.rows:
            yield session.words("import.hidden-rows", {"sheet": hidden.sheet, "rows": hidden.rows})
        if hidden.columns:
            yield session.words("import.hidden-columns", {"sheet": hidden.sheet, "columns": hidden.columns})
        if not hidden.rows and not hidden.columns:
            yield session.words("import.hidden-sheet", {"sheet": hidden.sheet})


def _stop_at(problems: Sequence[Problem], session: Session) -> None:
    """Show all problems and leave; no report has been written yet."""
    if problems:
        report(problems, session)
        raise TrackerError("import-refused", ExitCode.PROBLEMS, count=len(problems))


def _with_bar(files: Sequence[Path], session: Session) -> Iterator[Path]:
    with ProgressBar(session.words) as bar:
        for n, file in enumerate(files):
            bar(n, len(files))
            yield file
