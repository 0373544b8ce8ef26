"""Reading a policy text into a draft, and saying what was read and what was left (`draft`, `init --from`)."""

from collections import Counter
from pathlib import Path

from tracker.cli.session import Session
from tracker.draft.catalogue import Proposal, propose
from tracker.draft.edited import EditedError, edited
from tracker.draft.leftover import spans
from tracker.draft.reading import TooMuchError, read
from tracker.problems import ExitCode, Place, Problem, TrackerError
from tracker.store.files import UnreadableError
from tracker.store.policy import read_policy
from tracker.store.spreadsheets import read_spreadsheet


def drafted(file: Path, year: int | None, session: Session) -> tuple[str, Proposal]:
    """The text of a file and its draft.

    Raises TrackerError (problems) where it cannot be read, holds too much, or nothing that could be a measure.
    """
    text = read_policy(session.directory / file, str(file))
    try:
        proposal = propose(read(text, session.today.year, year))
    except TooMuchError as error:
        code = f"draft-many-{error.code}"
        raise TrackerError(code, ExitCode.PROBLEMS, file=str(file), limit=error.limit) from None
    if not proposal.measures:
        raise TrackerError("draft-nothing", ExitCode.PROBLEMS, file=str(file))
    return text, proposal


def tell(proposal: Proposal, session: Session) -> None:
    """Say how much was read, and which numbers were not taken, by kind and line."""
    targets = list(proposal.targets)
    facts = {
        "measures": len(proposal.measures),
        "targets": len(targets),
        "uncertain": sum(not target.certain for target in targets),
    }
    session.complain(session.words("draft.counts", facts) + "\n")
    if proposal.left:
        session.complain(session.words("draft.left", {"count": len(proposal.left)}) + "\n")
        reasons = Counter(left.reason for left in proposal.left)
        for reason, count in reasons.most_common():
            lines = spans(left.line for left in proposal.left if left.reason is reason)
            named: dict[str, object] = {
                "reason": session.words(f"why-not.{reason.value}"),
                "count": count,
                "lines": lines,
            }
            session.complain(session.words("draft.left.kind", named) + "\n")


def read_back(proposal: Proposal, table: Path, session: Session) -> Proposal:
    """The draft as a table has it that was edited.

    Raises TrackerError (problems) for a file or a cell that cannot be read.
    """
    try:
        return edited(proposal, read_spreadsheet(session.directory / table).sheets[0])
    except UnreadableError as error:
        problem = Problem(error.code, Place(str(table)), error.facts)
        raise TrackerError("draft-unreadable", ExitCode.PROBLEMS, (problem,), file=str(table)) from None
    except EditedError as error:
        column = session.words(f"column.{error.key}")
        raise TrackerError(
            "draft-cell", ExitCode.PROBLEMS, file=str(table), row=error.row, column=column
        ) from None
