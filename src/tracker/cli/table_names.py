"""Asking which targets are meant by names in tables that are nobody's."""

from collections.abc import Iterable

from tracker.cli.prompts import ask, with_completion
from tracker.cli.session import Session
from tracker.model.catalogue import Catalogue
from tracker.model.naming import find_target
from tracker.problems import Problem

_UNKNOWN = "sheet-target-unknown"
_LEAVE_OUT = "-"
# Whoever has more of them had better write import.yaml.
_MOST = 20


def names_asked(problems: Iterable[Problem], catalogue: Catalogue, session: Session) -> dict[str, str | None]:
    """The targets that a person says are meant by unknown names; None for a name whose rows are left out.

    What is not answered is not among them. Raises typer.Abort where the person leaves.
    """
    names = {
        str(one.facts["called"]): one for one in problems if one.code == _UNKNOWN and one.facts["called"]
    }
    if not 0 < len(names) <= _MOST:
        return {}

    def meant(text: str) -> str:
        return text if text in {"", _LEAVE_OUT} else find_target(catalogue, text).id

    with with_completion([name for target in catalogue.targets for name in (target.id, target.name)]):
        answers = {
            name: ask(
                session, session.words("import.ask-name", {"name": name, "place": one.place.file}), "", meant
            )
            for name, one in names.items()
        }
    return {name: None if said == _LEAVE_OUT else said for name, said in answers.items() if said}
