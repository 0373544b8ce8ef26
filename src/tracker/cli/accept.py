"""tracker accept."""

from typing import Annotated

import typer

from tracker.cli import options
from tracker.cli.help import both, examples
from tracker.cli.reading import day_looked_at, day_of, open_workspace
from tracker.cli.revising import ChangeOptions, revise
from tracker.cli.session import session_of
from tracker.cli.target import Document, Named
from tracker.model.amendments import Acceptance
from tracker.model.naming import find_target
from tracker.problems import ExitCode, TrackerError
from tracker.store.workspace import catalogue_text
from tracker.store.yaml_edit import EditedText
from tracker.store.yaml_text import Writable

EXAMPLES = examples(
    "tracker accept uav-firms --until 10月31日 --document 区政办〔2024〕18号 --reason 厂房交付推迟",
    "tracker accept 1.2 --until 2024-10-31 --document 区政府常务会议纪要 --reason 汛期停工 --commit",
)


def accept(
    ctx: typer.Context,
    target: Named,
    until: Annotated[
        str, options.day("--until", "接受到哪天为止（含）", "the last day on which it is accepted")
    ],
    document: Document,
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help=both("接受的理由", "why it is accepted"))
    ],
    how: ChangeOptions,
    since: Annotated[
        str | None, options.day("--from", "从哪天起，默认今天", "the first day of it; today unless given")
    ] = None,
) -> None:
    """Accept until a day that a target is behind: its signal stays, notices and red lists leave it out."""
    session = session_of(ctx)
    workspace = open_workspace(session)
    book = workspace.book
    found = find_target(book.catalogue, target)
    if found.retired is not None:
        raise TrackerError("target-retired", ExitCode.USAGE, id=found.id, on=found.retired.on)
    start = day_looked_at(session, book) if since is None else day_of(since, session, book)
    new = Acceptance(day_of(until, session, book), document, reason, start)
    before = catalogue_text(workspace.root)
    text = EditedText(before)
    place = (*found.place, "accept")
    match found.accepted:
        case ():
            text.put(place, _written(new))
        case (alone,):  # which may stand there without a list
            text.put(place, [_written(alone), _written(new)])
        case _:
            text.append(place, _written(new))
    message = f"catalogue: accept {found.id} {found.name} {new.until}"
    revise(workspace, before, text.text, session, how, message)


def _written(one: Acceptance) -> dict[str, Writable]:
    first: dict[str, Writable] = {} if one.since is None else {"from": one.since}
    return {**first, "until": one.until, "document": one.document, "reason": one.reason}
