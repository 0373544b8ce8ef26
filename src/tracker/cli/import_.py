"""tracker import."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated

from tracker.cli.output import report
from tracker.cli.parameters import Argument, Option
from tracker.cli.reading import day_of, open_workspace
from tracker.cli.session import Session
from tracker.model.entry import Report
from tracker.model.worksheet_figures import RowDefaults
from tracker.problems import ExitCode, Place, Problem, TrackerError
from tracker.store.imports import Asked, Import, add_all, checked, headings_of, read_files, without_known
from tracker.store.workspace import Workspace

# Fewer files are read before a bar could be looked at.
MANY = 20
MOST = 100  # problems shown of one file


def import_(
    session: Session,
    files: Annotated[list[Path], Argument("FILE...")],
    by: Annotated[str | None, Option("--by", takes="UNIT")] = None,
    date: Annotated[str | None, Option("--date", takes="DAY")] = None,
    source: Annotated[str | None, Option("--source", takes="TEXT")] = None,
    again: Annotated[bool, Option("--again")] = False,
    dry_run: Annotated[bool, Option("--dry-run")] = False,
) -> None:
    """Import progress from spreadsheets, all or nothing."""
    workspace = open_workspace(session)
    day = None if date is None else day_of(date, session, workspace.book)
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
    session.write("".join(f"{line}\n" for line in lines).encode(), None)


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


def _with_bar(files: Sequence[Path], session: Session) -> Iterable[Path]:
    if len(files) <= MANY or sys.stderr is None or not sys.stderr.isatty():
        return files
    console = import_module("rich.console").Console(stderr=True)
    track = import_module("rich.progress").track
    shown: Iterable[Path] = track(files, session.words("import.reading"), console=console, transient=True)
    return shown
