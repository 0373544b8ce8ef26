"""The end of every command that adds to the log: check, ask, write, show the effect, commit or say how."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import typer

from tracker.assess.plausibility import Doubt, NewFigure, doubts_of
from tracker.cli.output import report as show_problems
from tracker.cli.output import show
from tracker.cli.prompts import confirmed
from tracker.cli.session import Session
from tracker.formats.cells import number
from tracker.model.entry import Report
from tracker.problems import ExitCode, TrackerError
from tracker.report.log import effect
from tracker.report.values import Phrase
from tracker.store.git import command_for, repository_of
from tracker.store.reports import SCHEMA, Incoming, add, check_incoming, text_of
from tracker.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How a report is to be written."""

    yes: bool = False
    dry_run: bool = False
    commit: bool = False
    confirm: bool = False  # ask even where nothing is doubtful


def write(
    workspace: Workspace,
    report: Report,
    session: Session,
    options: WriteOptions,
    touched: Sequence[str],
    day: date,
) -> None:
    """Write one report unless it is wrong or refused, and show what it changed for `touched` as of `day`.

    Raises typer.Exit (1) where it is wrong or refused, TrackerError where it cannot be written or committed.
    """
    incoming = check_incoming(workspace, [report])
    if incoming.problems:
        show_problems(incoming.problems, session)
        session.complain(session.words("record.not-written") + "\n")
        raise typer.Exit(ExitCode.PROBLEMS)
    ready = incoming.reports[0]
    if options.dry_run:
        _say(_doubts(workspace, incoming), session)
        session.write(text_of(ready, schema=(workspace.root / SCHEMA).exists()).encode(), None)
        return
    _settle(_doubts(workspace, incoming), session, options)
    path = add(workspace.root, ready)
    head = (Phrase("head.written", {"file": ready.file}), Phrase("head.effect", {"day": day}))
    show(effect(workspace.book, incoming.after, touched, day, head), session, None, None)
    _commit(workspace, path, _message(workspace, incoming, ready), session, options)


def _doubts(workspace: Workspace, incoming: Incoming) -> list[Doubt]:
    doubts: list[Doubt] = []
    for entry in incoming.entries:
        target = workspace.book.catalogue.target(entry.target)
        points = incoming.after.log.points(entry.target, entry.report.date)
        if target and points:
            before = workspace.book.log.points(entry.target, date.max)
            doubts += doubts_of(NewFigure(target, entry, before, points[-1].value))
        evidence = entry.line.evidence
        if evidence and "://" not in evidence and not (workspace.root / evidence).exists():
            doubts.append(Doubt("evidence", {"evidence": evidence}))
    return doubts


def _say(doubts: Iterable[Doubt], session: Session) -> None:
    sentences = [session.words(f"doubt.{doubt.code}", _exact(doubt)) for doubt in doubts]
    if sentences:
        said = "".join(f"- {sentence}\n" for sentence in sentences)
        session.complain(f"{session.words('record.doubts')}\n{said}")


def _exact(doubt: Doubt) -> dict[str, object]:
    return {key: number(fact) if hasattr(fact, "as_tuple") else fact for key, fact in doubt.facts.items()}  # type: ignore[arg-type]


def _settle(doubts: list[Doubt], session: Session, options: WriteOptions) -> None:
    """Ask on a terminal, refuse elsewhere; --yes settles every doubt."""
    _say(doubts, session)
    if options.yes or not (doubts or options.confirm):
        return
    if not asks():
        if doubts:
            session.complain(session.words("record.refused") + "\n")
            raise typer.Exit(ExitCode.PROBLEMS)
        return
    question = "record.confirm" if doubts else "ask.write"
    if not confirmed(session.words(question), default=not doubts):
        session.complain(session.words("record.not-written") + "\n")
        raise typer.Exit(ExitCode.PROBLEMS)


def asks() -> bool:
    """Whether there is a person to ask: both ends are a terminal."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def _commit(workspace: Workspace, path: Path, message: str, session: Session, options: WriteOptions) -> None:
    repository = repository_of(workspace.root)
    if options.commit:
        if repository is None:
            raise TrackerError("no-repository", ExitCode.GIT, folder=str(workspace.root), file=str(path))
        commit = repository.commit([path], message)
        said = session.words("record.committed", {"commit": commit, "message": message})
        session.write_lines(said)
    elif repository is not None:
        command = command_for([path], message)
        session.write_lines("", session.words("record.hint"), command)


def _message(workspace: Workspace, incoming: Incoming, report: Report) -> str:
    """progress: 区科技局 2024-08-10 新引进无人机企业 23/40家."""
    parts = []
    for target_id in dict.fromkeys(entry.target for entry in incoming.entries):
        target = workspace.book.catalogue.target(target_id)
        points = incoming.after.log.points(target_id, report.date)
        if target and points:
            goal = target.goal_on(report.date).value
            parts.append(f"{target.name} {number(points[-1].value)}/{number(goal)}{target.unit}")
    parts += [f"void {line.void}" for line in report.entries if line.void]
    shown = "，".join(parts[:3]) + (f" 等{len(parts)}项" if len(parts) > 3 else "")  # noqa: PLR2004 - a line long
    return f"progress: {report.by} {report.date} {shown}"
