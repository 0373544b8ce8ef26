"""tracker sync."""

from pathlib import Path
from time import sleep
from typing import Annotated

import typer

from tracker.cli import options
from tracker.cli.help import both, examples
from tracker.cli.output import report, show
from tracker.cli.session import Session, session_of
from tracker.problems import ExitCode, TrackerError
from tracker.report.sync import conflict, exchanged
from tracker.report.values import Phrase
from tracker.report.view import View
from tracker.store.attribution import attributions
from tracker.store.publishing import finish
from tracker.store.sync import ConflictError, Exchange, SyncOptions
from tracker.store.sync import sync as exchange
from tracker.store.workspace import find, load_catalogue

EXAMPLES = examples(
    "tracker sync",
    "tracker sync --watch --every 60",
)
EVERY = 300  # seconds
_SHORT = 10


def sync(
    ctx: typer.Context,
    remote: Annotated[
        str | None,
        typer.Option(
            "--remote",
            metavar="NAME",
            help=both(
                "与哪个远端收发，默认为本分支的远端",
                "the remote to share with; the branch's own unless given",
            ),
        ),
    ] = None,
    with_problems: Annotated[
        bool,
        options.flag(
            "--with-problems",
            "收到的有问题也照收；有问题的条目不计入",
            "let problems in that come; such entries do not count",
        ),
    ] = False,
    watch: Annotated[
        bool, options.flag("--watch", "一直收发，直到按 Ctrl-C", "go on sharing until Ctrl-C")
    ] = False,
    every: Annotated[
        int,
        options.number(
            "--every", "SECONDS", 5, "与 --watch 连用：隔多少秒", "with --watch: every so many seconds"
        ),
    ] = EVERY,
    format: options.Format = None,  # noqa: A002 - the option's name
    output: options.Output = None,
) -> None:
    """Share with the others: fetch, check, merge, push."""
    session = session_of(ctx)
    root = find(session.directory)
    if not watch:
        _show(_once(root, session, remote, despite=with_problems), root, session, format, output)
        return
    if output:
        raise TrackerError("sync-watch-output", ExitCode.USAGE)
    session.complain(session.words("sync.watching", {"seconds": every}) + "\n")
    said = ""
    while True:
        session.go_on()
        try:
            found = _exchanged(root, session, remote, despite=with_problems)
            if found.book or said:
                _tell_moment(session)
                _show(found, root, session, format, output)
            said = ""
        except TrackerError as error:  # the next time may do better; what is said already is not said again
            again = repr((error.code, error.facts, error.problems))
            if again != said:
                _tell_moment(session)
                _explain(error, session)
                report(error.problems, session)
                session.complain(f"tracker: {session.words(f'error.{error.code}', error.facts)}\n")
            said = again
        sleep(every)


def _tell_moment(session: Session) -> None:
    session.complain(f"{session.now:%Y-%m-%d %H:%M}\n")


def _once(root: Path, session: Session, remote: str | None, *, despite: bool) -> Exchange:
    """Share once. Raises as sync does."""
    try:
        return _exchanged(root, session, remote, despite=despite)
    except TrackerError as error:
        _explain(error, session)
        raise


def _exchanged(root: Path, session: Session, remote: str | None, *, despite: bool) -> Exchange:
    finish(root)
    catalogue = load_catalogue(root)
    session.catalogue_language, session.zone = catalogue.language, catalogue.zone
    return exchange(root, SyncOptions(session.now, remote, despite=despite))


def _explain(error: TrackerError, session: Session) -> None:
    """Where both sides changed the catalogue, show what each changed."""
    if isinstance(error, ConflictError):
        show(conflict(error.before, error.here, error.there), session, None, None)


def _show(found: Exchange, root: Path, session: Session, format: str | None, output: Path | None) -> None:  # noqa: A002
    """Who reported what since the last time."""
    if found.book is None:
        session.write_lines(session.words("sync.nothing", {"remote": found.remote.tracking}))
        return
    show(_view(found, root, session), session, format, output)
    report(found.book.problems, session)


def _view(found: Exchange, root: Path, session: Session) -> View:
    assert found.book is not None  # noqa: S101 - the caller has looked
    before, after = found.before[:_SHORT], found.after[:_SHORT]
    notes = [Phrase("sync.catalogue", {"before": before, "after": after})] if found.catalogue_came else []
    if found.catalogue_went:
        notes.append(Phrase("sync.catalogue-went"))
    known = attributions(root, session.zone)
    return exchanged(found.book, known, found.came, found.went, notes)
