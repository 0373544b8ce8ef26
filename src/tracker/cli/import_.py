"""tracker import."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import complete
from tracker.cli.help import both, examples
from tracker.cli.output import report
from tracker.cli.progress_bar import ProgressBar
from tracker.cli.reading import day_or_none, open_workspace
from tracker.cli.session import Session, session_of
from tracker.model.entry import Report
from tracker.model.worksheet_figures import RowDefaults
from tracker.problems import ExitCode, Place, Problem, TrackerError
from tracker.store.imports import Asked, Import, add_all, checked, headings_of, read_files, without_known
from tracker.store.workspace import Workspace

MOST = 100  # problems shown of one file
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
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=both("只检查，不写入", "check only, write nothing"))
    ] = False,
) -> None:
    """Import progress from spreadsheets, all or nothing."""
    session = session_of(ctx)
    workspace = open_workspace(session)
    day = day_or_none(date, session, workspace.book)
    asked = Asked(RowDefaults(by, day), source, session.now)
    headings, problems = headings_of(workspace.root)
    _stop_at(problems, session)
    found = read_files(_with_bar(files, session), workspace, headings, asked)
    if not again:
        found = without_known(found, workspace.reports.heads())
    reports, problems = checked(found, workspace)
    _stop_at(problems, session)
    if found.known and not reports:
        raise TrackerError("import-known", ExitCode.PROBLEMS)
    _write(reports, found, workspace, session, dry_run=dry_run)


def _write(
    reports: Sequence[Report], found: Import, workspace: Workspace, session: Session, *, dry_run: bool
) -> None:
    lines = list(_remarks(found, session))
    facts = {"files": found.files, "entries": found.entries, "blank": found.blank}
    if dry_run:
        for new in reports:
            said = {"day": new.date, "by": new.by, "entries": len(new.entries), "source": new.source}
            lines.append(session.words("import.report", said))
        lines.append(session.words("import.dry", facts))
    else:
        written: list[Path] = []
        add_all(workspace.root, reports, written.append)
        for path in written:
            file = path.relative_to(workspace.root).as_posix()
            lines.append(session.words("import.wrote", {"file": file}))
        lines.append(session.words("import.done", facts))
    session.write_lines(*lines)


def _remarks(found: Import, session: Session) -> Iterator[str]:
    """What was read and not imported."""
    for spot, note in found.notes:
        facts = {"place": f"{spot.file} {spot.cell}", "note": note}
        yield session.words("import.note", facts)
    for sheet in found.sheets:
        yield session.words("import.sheet", {"sheet": sheet})
    if found.passed_over:
        yield session.words("import.passed", {"count": found.passed_over})
    if found.known:
        yield session.words("import.known", {"count": found.known})


def _stop_at(problems: Sequence[Problem], session: Session) -> None:
    """Show all problems and leave; nothing has been written yet."""
    if problems:
        report(tuple(_bounded(problems)), session)
        raise TrackerError("import-refused", ExitCode.PROBLEMS, count=len(problems))


def _bounded(problems: Iterable[Problem]) -> Iterator[Problem]:
    """In the order of the files and rows; of one file not more than can be read."""
    counts: Counter[str] = Counter()
    for problem in problems:
        file = problem.place.file.removesuffix(f" {problem.facts.get('cell')}")
        counts[file] += 1
        if counts[file] <= MOST:
            yield problem
    for file, count in counts.items():
        if count > MOST:
            yield Problem("more-problems", Place(file), {"more": count - MOST, "count": count})


def _with_bar(files: Sequence[Path], session: Session) -> Iterator[Path]:
    with ProgressBar(session.words) as bar:
        for n, file in enumerate(files):
            bar(n, len(files))
            yield file
