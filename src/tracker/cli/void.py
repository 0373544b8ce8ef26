"""tracker void."""

from typing import Annotated

from tracker.cli.parameters import Argument, Option
from tracker.cli.reading import open_workspace
from tracker.cli.session import Session
from tracker.cli.writing import Wish, write
from tracker.model.entry import Report, ReportLine


def void(
    session: Session,
    what: Annotated[str, Argument("FILE[#N]")],
    reason: Annotated[str, Option("--reason", takes="TEXT")],
    by: Annotated[str | None, Option("--by", takes="UNIT", environment="TRACKER_BY")] = None,
    dry_run: Annotated[bool, Option("--dry-run")] = False,
    commit: Annotated[bool, Option("--commit")] = False,
) -> None:
    """Withdraw a report or one entry of it, in a new file."""
    workspace = open_workspace(session)
    name, mark, number = what.partition("#")
    stem = name.rpartition("/")[2].removesuffix(".yaml")
    reference = f"{stem}{mark}{number}"
    withdrawn = workspace.reports.report(stem)
    lines = withdrawn.entries if withdrawn else ()
    covered = [line.target for line in lines if line.target and number in {"", str(line.n)}]
    report = Report(
        file="",
        stem="",
        date=session.today,
        by=by or (withdrawn.by if withdrawn else "-"),
        source=None,
        recorded=session.now,
        entries=(ReportLine(n=1, void=reference, reason=reason),),
    )
    day = withdrawn.date if withdrawn else session.today
    write(workspace, report, session, Wish(yes=True, dry_run=dry_run, commit=commit), covered, day)
