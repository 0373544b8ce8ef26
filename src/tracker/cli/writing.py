"""The one way into the log: what comes is checked, doubted, asked about, written, and its effect shown."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import typer

from tracker.assess.plausibility import Doubt, doubts_of, new_figures
from tracker.cli.output import report as show_problems
from tracker.cli.output import show
from tracker.cli.prompts import asks, confirmed
from tracker.cli.session import Session
from tracker.model.admission import reference_of
from tracker.model.entry import Entry, Report
from tracker.model.quantity import plain_digits
from tracker.problems import MOST, ExitCode, TrackerError
from tracker.report.log import effect
from tracker.report.values import Phrase
from tracker.store.committing import command_for, commit_files
from tracker.store.git import repository_of
from tracker.store.reports import SCHEMA, Incoming, add, check_incoming, text_of
from tracker.store.workspace import Workspace

_NAMED = 3  # as many targets as a commit's message names


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How reports are to be written."""

    yes: bool = False
    yes_to: Collection[str] = ()  # cells whose doubts are settled
    dry_run: bool = False
    commit: bool = False


@dataclass(frozen=True, slots=True)
class Doubted:
    """A doubt about a new entry, and the cell it comes from, if it comes from one; or about a new goal."""

    doubt: Doubt
    entry: Entry | None = None  # None of a goal
    cell: str | None = None

    def sentence(self, session: Session) -> str:
        """What is doubtful, with its place."""
        facts = {
            key: plain_digits(fact) if isinstance(fact, Decimal) else fact
            for key, fact in self.doubt.facts.items()
        }
        said = session.words(f"doubt.{self.doubt.code}", facts)
        return session.words("doubt.at", {"place": self.cell, "doubt": said}) if self.cell else said


def write(workspace: Workspace, report: Report, session: Session, options: WriteOptions, day: date) -> None:
    """Write one report unless it is wrong or refused, and show what it changed as of `day`.

    Raises typer.Exit (1) where it is wrong or refused, TrackerError where it cannot be written or committed.
    """
    incoming = check_incoming(workspace, [report], session.now)
    refuse_problems(incoming, session)
    doubts = doubts_about(workspace, incoming)
    if options.dry_run:
        say(doubts, session)
        (ready,) = incoming.reports
        session.write(text_of(ready, schema=(workspace.root / SCHEMA).exists()).encode(), None)
        return
    settle(doubts, session, options)
    write_all(workspace, incoming, session, options, day)


def refuse_problems(incoming: Incoming, session: Session) -> None:
    """Show what the log would refuse. Raises typer.Exit (1) where there is anything."""
    if incoming.problems:
        show_problems(incoming.problems, session)
        session.complain(session.words("record.not-written") + "\n")
        raise typer.Exit(ExitCode.PROBLEMS)


def doubts_about(workspace: Workspace, incoming: Incoming) -> list[Doubted]:
    """Everything about new entries that a person should look at again, in the order of cells or entries."""
    entries = {entry.ref: entry for entry in incoming.entries}
    new = {ref: entries[ref] for ref in (incoming.cells or entries) if ref in entries}
    raised: dict[str, list[Doubt]] = {ref: [] for ref in new}
    for target_id in dict.fromkeys(entry.target for entry in new.values()):
        target = workspace.book.catalogue.target(target_id)
        if target:
            for figure in new_figures(target, incoming.after.log.history(target_id), new):
                raised[figure.entry.ref] += doubts_of(figure)
    for ref, entry in new.items():
        evidence = entry.line.evidence
        if evidence and "://" not in evidence and not (workspace.root / evidence).exists():
            raised[ref].append(Doubt("evidence", {"evidence": evidence}))
    return [
        Doubted(doubt, new[ref], incoming.cells.get(ref))
        for ref, doubts in raised.items()
        for doubt in doubts
    ]


def say(doubts: Sequence[Doubted], session: Session) -> None:
    """Name what is doubtful."""
    sentences = list(dict.fromkeys(doubted.sentence(session) for doubted in doubts))
    if sentences:
        more = len(sentences) - MOST
        tail = [session.words("doubt.more", {"more": more})] if more > 0 else []
        said = "".join(f"- {sentence}\n" for sentence in (*sentences[:MOST], *tail))
        session.complain(f"{session.words('record.doubts')}\n{said}")


def settle(doubts: Sequence[Doubted], session: Session, options: WriteOptions) -> None:
    """Ask about doubts on a terminal, refuse elsewhere; --yes settles all, --yes-to those of a cell.

    Raises typer.Exit (1) where the answer is no.
    """
    left = [doubted for doubted in doubts if doubted.cell is None or doubted.cell not in options.yes_to]
    say(doubts if options.yes else left, session)
    if options.yes or not left:
        return
    if asks():
        if confirmed(session.words("record.confirm"), default=False):
            return
        refusal = "record.not-written"
    else:
        refusal = "import.doubted" if left[0].cell else "record.refused"
    session.complain(session.words(refusal, {"cell": left[0].cell}) + "\n")
    raise typer.Exit(ExitCode.PROBLEMS)


def write_all(
    workspace: Workspace,
    incoming: Incoming,
    session: Session,
    options: WriteOptions,
    day: date,
    head: tuple[Phrase, ...] = (),
) -> None:
    """Write the reports, all or none, show what they changed as of `day`, and commit them or say how.

    Raises TrackerError where they cannot be written or committed.
    """
    paths = add(workspace.root, incoming.reports)
    files = (Phrase("head.written", {"file": report.file}) for report in incoming.reports)
    with session.telling():
        show_effect(workspace, incoming, session, day, (*files, *head))
    commit_or_hint(workspace, paths, _message(workspace, incoming), session, commit=options.commit)


def show_effect(
    workspace: Workspace, incoming: Incoming, session: Session, day: date, head: tuple[Phrase, ...] = ()
) -> None:
    """Show each touched target before and after, as of `day`; without `head` it is what would be."""
    head = (*head, Phrase("head.effect" if head else "head.effect-if", {"day": day}))
    touched = _touched(workspace, incoming.reports)
    show(effect(workspace.book, incoming.after, touched, day, head), session, None, None)


def _touched(workspace: Workspace, reports: Sequence[Report]) -> Iterator[str]:
    """The targets of which something is said or withdrawn."""
    for report in reports:
        for line in report.entries:
            void = reference_of(line, report)
            withdrawn = workspace.reports.report(void.stem) if void else None
            for one in withdrawn.entries if void and withdrawn else (line,):
                if one.target and (void is None or void.n in {None, one.n}):
                    yield one.target


def commit_or_hint(
    workspace: Workspace, paths: Sequence[Path], message: str, session: Session, *, commit: bool
) -> None:
    """Commit what was written, or say how that is done. Raises TrackerError (git) where it cannot be."""
    repository = repository_of(workspace.root)
    if commit:
        if repository is None:
            files = ", ".join(map(str, paths))
            raise TrackerError("no-repository", ExitCode.GIT, folder=str(workspace.root), file=files)
        facts = {"commit": commit_files(repository, paths, message), "message": message}
        with session.telling():
            session.write_lines(session.words("record.committed", facts))
    elif repository is not None:
        with session.telling():
            session.write_lines("", session.words("record.hint"), command_for(paths, message))


def _message(workspace: Workspace, incoming: Incoming) -> str:
    """progress: 区科技局 2024-08-10 新引进无人机企业 23/40家."""
    parts = []
    last = max(report.date for report in incoming.reports)
    for target_id in dict.fromkeys(entry.target for entry in incoming.entries):
        target = workspace.book.catalogue.target(target_id)
        points = incoming.after.log.points(target_id, last)
        if target and points:
            goal = target.goal_on(last).value
            parts.append(f"{target.name} {plain_digits(points[-1].value)}/{plain_digits(goal)}{target.unit}")
    parts += [f"void {line.void}" for report in incoming.reports for line in report.entries if line.void]
    units = list(dict.fromkeys(report.by for report in incoming.reports))
    by = units[0] + (f"等{len(units)}家" if len(units) > 1 else "")
    shown = "，".join(parts[:_NAMED]) + (f" 等{len(parts)}项" if len(parts) > _NAMED else "")
    return f"progress: {by} {last} {shown}"
