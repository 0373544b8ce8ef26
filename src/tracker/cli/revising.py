"""The one way to change measures.yaml: judged as a whole, shown line by line, asked about, written, committed."""

import codecs
import difflib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import typer

from tracker.cli import options
from tracker.cli.output import report
from tracker.cli.prompts import asks, confirmed
from tracker.cli.session import Session
from tracker.cli.writing import Doubted, WriteOptions, commit_or_hint, say, settle
from tracker.problems import ExitCode, Problem, TrackerError
from tracker.store.atomic import replace_file
from tracker.store.git import repository_of
from tracker.store.workspace import CATALOGUE, Workspace, catalogue_text, with_catalogue
from tracker.words import printable

_CONTEXT_LINES = 2
BOM = codecs.BOM_UTF8


@dataclass(frozen=True)
class ChangeOptions:
    """How a change of the catalogue is made."""

    yes: options.Yes = False
    dry_run: options.DryRun = False
    commit: options.Commit = False


def revise(
    workspace: Workspace,
    before: str,
    after: str,
    session: Session,
    how: ChangeOptions,
    message: str,
    doubted: Callable[[Workspace], Sequence[Doubted]] = lambda _: (),
) -> None:
    """Put another text in place of the catalogue's, if the workspace is sound with it and nobody says no.

    `before` is the text that was changed; `doubted` says what is doubtful about the workspace with the new
    one, which is settled as doubts about figures are. Raises typer.Exit where the new one is no catalogue (4), or where it
    brings new problems or the answer is no (1).
    """
    if before == after:
        session.write_lines(session.words("revise.nothing"))
        return
    try:
        revised = with_catalogue(workspace.root, after.encode(), session.moment)
        brought, code = _brought(workspace, revised), ExitCode.PROBLEMS
        doubts = () if brought else doubted(revised)
    except TrackerError as error:
        brought, code, doubts = error.problems, error.exit_code, ()
    if brought:
        report(brought, session)
        session.complain(session.words("revise.not-written") + "\n")
        raise typer.Exit(code)
    session.write_lines(*_difference(before, after))
    if how.dry_run:
        say(doubts, session)
        return
    if how.commit:
        refuse_other_changes(workspace)
    settle(doubts, session, WriteOptions(yes=how.yes))
    if not how.yes and not doubts and asks() and not confirmed(session.words("revise.confirm"), default=True):
        session.complain(session.words("revise.not-written") + "\n")
        raise typer.Exit(ExitCode.PROBLEMS)
    if catalogue_text(workspace.root) != before:
        raise TrackerError("revise-meanwhile", ExitCode.WRITE_CONFLICT, file=CATALOGUE)
    path = (workspace.root / CATALOGUE).resolve()
    mark = BOM if path.read_bytes().startswith(BOM) else b""
    replace_file(path, mark + after.encode())
    with session.telling():
        session.write_lines(session.words("revise.written", {"file": CATALOGUE}))
    commit_or_hint(workspace, [path], message, session, commit=how.commit)


def refuse_other_changes(workspace: Workspace) -> None:
    """Raises TrackerError (git) where changes of the catalogue wait to be committed: they would come along."""
    repository = repository_of(workspace.root)
    path = (workspace.root / CATALOGUE).resolve()
    if repository is None or not repository.has_commits() or not path.is_relative_to(repository.top):
        return
    if any(repository.is_edited(name, blob) for name, blob in repository.standing(path).items()):
        raise TrackerError("revise-edited", ExitCode.GIT, file=CATALOGUE)


def _brought(before: Workspace, after: Workspace) -> tuple[Problem, ...]:
    """The problems that were not there before; one that only moved to another line was."""
    there = Counter(map(_identity, before.book.problems))
    new = []
    for problem in after.book.problems:
        if there[_identity(problem)]:
            there[_identity(problem)] -= 1
        else:
            new.append(problem)
    return tuple(new)


def _identity(problem: Problem) -> tuple[str, str, str]:
    return problem.code, problem.file, repr(sorted(problem.facts.items()))


def _difference(before: str, after: str) -> Iterable[str]:
    """What changes, as a unified diff without its head."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=_CONTEXT_LINES, lineterm="")
    return (printable(line) for line in list(lines)[2:])
