"""Who reports: the unit that is given, or the person's own."""

import shlex

from tracker.cli.prompts import answer, asks, confirmed
from tracker.cli.session import Session
from tracker.model.naming import unit_named
from tracker.problems import ExitCode, TrackerError
from tracker.store.git import keep_setting, setting
from tracker.store.workspace import Workspace

SETTING = "tracker.unit"


def own_unit(workspace: Workspace, by: str | None) -> str | None:
    """The unit of --by or TRACKER_BY, else that of git's configuration, if there is any."""
    return by or setting(workspace.root, SETTING)


def reporter(workspace: Workspace, session: Session, by: str | None, lead: str) -> str:
    """The unit that reports, as the catalogue spells it; asked for on a terminal, `lead` being the default.

    Who is asked may have the answer kept in git's configuration, and is then not asked again.

    Raises TrackerError (usage) where nobody can be asked.
    """
    catalogue = workspace.book.catalogue
    known = own_unit(workspace, by)
    if known:
        return unit_named(catalogue, known)
    if not asks():
        raise TrackerError("record-by", ExitCode.USAGE, setting=SETTING)
    unit = unit_named(catalogue, answer(session.words("ask.by"), lead))
    facts = {"command": f"git config --global {SETTING} {shlex.quote(unit)}", "unit": unit}
    if confirmed(session.words("ask.keep-unit", facts), default=False) and keep_setting(
        workspace.root, SETTING, unit
    ):
        session.complain(session.words("record.kept-unit", facts) + "\n")
    else:
        session.complain(session.words("record.keep-unit", facts) + "\n")
    return unit
