"""What a person on a terminal is asked: all of a report, one question at a time; or whether to write it.

Typer asks the questions; where a person leaves, typer.Abort is raised.
"""

import contextlib
from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeVar

import typer

from tracker.cli.reading import day_of
from tracker.cli.session import Session
from tracker.formats.cells import text_of
from tracker.model.catalogue import Catalogue, Target
from tracker.model.entry import Report, ReportLine
from tracker.model.naming import find_target, typed_value
from tracker.model.quantity import Quantity
from tracker.problems import TrackerError
from tracker.report.values import Demand
from tracker.store.workspace import Workspace

Answer = TypeVar("Answer")


def ask_report(workspace: Workspace, session: Session, today: date, by: str | None) -> Report:
    """Ask for targets and values until none is named, then for day and unit; shows what will be written."""
    words, catalogue = session.words, workspace.book.catalogue
    lines: list[ReportLine] = []
    leads: list[str] = []
    with _completion(catalogue):
        while target := _ask_target(session, catalogue):
            _show_last(workspace, session, target)
            lines.append(_ask_line(session, target, len(lines) + 1))
            leads.append(target.lead)
    if not lines:
        raise typer.Abort
    day = _ask(session, words("ask.date"), str(today), lambda text: day_of(text, session, workspace.book))
    who = answer(words("ask.by"), by or leads[0])
    session.complain("".join(f"  {_summary(line, catalogue)}\n" for line in lines))
    return Report(file="", stem="", date=day, by=who, source=None, recorded=None, entries=tuple(lines))


def _ask_target(session: Session, catalogue: Catalogue) -> Target | None:
    def named(text: str) -> Target | None:
        return find_target(catalogue, text) if text.strip() else None

    return _ask(session, session.words("ask.target"), "", named)


def _ask_line(session: Session, target: Target, n: int) -> ReportLine:
    def line(text: str) -> ReportLine:
        value = typed_value(text)
        unit = value.unit if value.unit != target.unit else None
        if value.stage is not None:
            return ReportLine(n=n, target=target.id, stage=value.stage)
        if text.strip().startswith("+"):
            return ReportLine(n=n, target=target.id, add=value.number, unit=unit)
        return ReportLine(n=n, target=target.id, total=value.number, unit=unit)

    return _ask(session, session.words("ask.value"), None, line)


def _ask(session: Session, question: str, default: str | None, understand: Callable[[str], Answer]) -> Answer:
    """Ask until the answer is understood; what is wrong with it is said in a sentence."""
    while True:
        text = answer(question, default)
        try:
            return understand(text)
        except TrackerError as error:
            session.complain(session.words(f"error.{error.code}", error.facts) + "\n")


def answer(question: str, default: str | None) -> str:
    """What a person answers. Raises typer.Abort where they leave."""
    return str(typer.prompt(question, default=default, show_default=bool(default), err=True))


def confirmed(question: str, *, default: bool) -> bool:
    """Whether a person says yes. Raises typer.Abort where they leave."""
    return typer.confirm(question, default=default, err=True)


def _show_last(workspace: Workspace, session: Session, target: Target) -> None:
    points = workspace.book.log.points(target.id, date.max)
    goal = text_of(Demand(target.goal, target.unit, target.period.end), session.words)
    facts: dict[str, object] = {"name": target.name, "goal": goal}
    if points:
        last = text_of(Quantity(points[-1].value, target.unit), session.words)
        facts |= {"actual": last, "day": points[-1].day}
    session.complain(session.words("ask.last" if points else "ask.no-last", facts) + "\n")


def _summary(line: ReportLine, catalogue: Catalogue) -> str:
    target = catalogue.target(line.target or "")
    name, unit = (target.name, line.unit or target.unit) if target else (line.target, line.unit)
    if line.stage is not None:
        return f"{name}: {line.stage}"
    return f"{name}: {line.total}{unit}" if line.total is not None else f"{name}: +{line.add}{unit}"


@contextlib.contextmanager
def _completion(catalogue: Catalogue) -> Iterator[None]:
    """Tab completes ids and names while targets are asked for, where the terminal can."""
    names = [name for target in catalogue.targets for name in (target.id, target.name)]
    try:
        import readline
    except ImportError:  # Windows has none
        yield
        return

    def complete(text: str, state: int) -> str | None:
        fits = [name for name in names if name.startswith(text)]
        return fits[state] if state < len(fits) else None

    before = readline.get_completer(), readline.get_completer_delims()
    readline.set_completer(complete)
    readline.set_completer_delims("\n")
    readline.parse_and_bind("tab: complete")
    try:
        yield
    finally:
        readline.set_completer(before[0])
        readline.set_completer_delims(before[1])
