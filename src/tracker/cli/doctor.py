"""tracker doctor."""

import os
import platform
import sys
from collections.abc import Iterator
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

import typer

from tracker import __version__
from tracker.cli import options
from tracker.cli.help import examples
from tracker.cli.output import show
from tracker.cli.reading import open_workspace
from tracker.cli.session import Session, session_of
from tracker.model.entry_history import EntryFilter
from tracker.problems import TrackerError, count
from tracker.report.doctor import Finding, State
from tracker.report.doctor import doctor as doctor_view
from tracker.store.cache.database import FOLDER
from tracker.store.git import git_version, repository_of, setting
from tracker.store.workspace import Workspace, find

# The optional parts, and what each imports.
EXTRAS = {
    "xlsx": "openpyxl",
    "ods": "python_calamine",
    "docx": "docx",
    "charts": "resvg_py",
    "workdays": "chinese_calendar",
    "ics": "icalendar",
    "parquet": "pyarrow",
    "cluster": "distributed",
}
_LIBRARIES = ("typer", "rich", "pydantic", "PyYAML", "tabulate")
_SETTINGS = ("TRACKER_AS_OF", "TRACKER_NOW", "TRACKER_LANG", "TRACKER_BY", "TRACKER_UNIT", "TRACKER_CACHE")

EXAMPLES = examples("tracker doctor", "tracker doctor -f json")


def doctor(ctx: typer.Context, format: options.Format = None, output: options.Output = None) -> None:  # noqa: A002
    """Look at program, parts, git, clock, font and workspace."""
    session = session_of(ctx)
    findings = [*_program(), *_parts(), *_git(session), *_terminal(session), *_workspace(session)]
    show(doctor_view(findings, session.words("doctor.title")), session, format, output)


def _program() -> Iterator[Finding]:
    system = f"{platform.system()} {platform.machine()}"
    facts = {"version": __version__, "python": platform.python_version(), "system": system}
    yield Finding("program", State.FINE, {**facts, "folder": str(Path(sys.prefix))})
    yield Finding(
        "libraries", State.FINE, {"versions": tuple(f"{name} {_version(name)}" for name in _LIBRARIES)}
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"


def _parts() -> Iterator[Finding]:
    for name, module in EXTRAS.items():
        there = find_spec(module) is not None
        yield Finding(f"extra-{name}", State.FINE if there else State.MISSING, {"extra": name})
    if find_spec(EXTRAS["charts"]) is not None:
        from tracker.formats.charts.pictures import shows

        yield Finding("font", State.FINE if shows("中") else State.MISSING)


def _git(session: Session) -> Iterator[Finding]:
    try:
        yield Finding("git", State.FINE, {"version": git_version()})
    except TrackerError as error:
        yield Finding("git", State.MISSING, error.facts)
        return
    try:
        repository = repository_of(session.directory)
    except TrackerError as error:
        yield Finding(
            "repository", State.WRONG, {"reason": session.words(f"error.{error.code}", error.facts)}
        )
        return
    facts = {"folder": str(repository.top) if repository else ""}
    yield Finding("repository", State.FINE if repository else State.MISSING, facts)
    if repository:
        name, email = (setting(repository.top, f"user.{part}") for part in ("name", "email"))
        state = State.FINE if name and email else State.MISSING
        yield Finding("identity", state, {"name": name, "email": email})


def _terminal(session: Session) -> Iterator[Finding]:
    encoding = os.device_encoding(1) or "UTF-8"
    utf8 = encoding.replace("-", "").lower() == "utf8"
    yield Finding("encoding", State.FINE if utf8 else State.WRONG, {"encoding": encoding})
    settings = tuple(f"{name}={session.environ[name]}" for name in _SETTINGS if session.environ.get(name))
    yield Finding("settings", State.FINE, {"settings": settings or (session.words("doctor.no-settings"),)})


def _workspace(session: Session) -> Iterator[Finding]:
    try:
        workspace = open_workspace(session)
    except TrackerError as error:
        broken = error.problems
        yield Finding("workspace", State.WRONG if broken else State.MISSING, {"problems": count(broken)})
        return
    book = workspace.book
    problems = count(book.problems)
    facts = {"folder": str(find(session.directory)), "problems": problems, "files": book.tally.files}
    yield Finding("workspace", State.WRONG if problems else State.FINE, facts)
    clock = {"now": session.now.strftime("%Y-%m-%d %H:%M"), "zone": book.catalogue.timezone}
    last = _last_recorded(workspace)
    state = State.WRONG if last and last > session.today else State.FINE
    yield Finding("clock", state, {**clock, "recorded": last})
    kept = (workspace.root / FOLDER).is_dir() and workspace.reread is not None
    yield Finding("cache", State.FINE if kept else State.MISSING, {"folder": FOLDER})


def _last_recorded(workspace: Workspace) -> date | None:
    """The day on which the report of the newest figure was recorded."""
    histories, _ = workspace.book.log.newest(EntryFilter(limit=1))
    return histories[0].entry.report.known_day if histories else None
