"""tracker seal."""

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.help import both, examples
from tracker.cli.output import report
from tracker.cli.session import session_of
from tracker.problems import ExitCode, TrackerError
from tracker.store.seal import added_to, examine_seals, seal_of, seals_in, uncommitted
from tracker.store.workspace import find, load_catalogue

EXAMPLES = examples(
    "tracker seal",
    "tracker seal -o /mnt/u/封存.txt",
)


def seal(
    ctx: typer.Context,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            dir_okay=False,
            help=both(
                "追加到这个封存文件，连同新文件各自的摘要；没有就新建",
                "add it to this file of seals, with the digests of new reports; made where there is none",
            ),
        ),
    ] = None,
) -> None:
    """Say in one line what all committed reports say, to be kept elsewhere."""
    session = session_of(ctx)
    root = find(session.directory)
    session.zone = load_catalogue(root).zone
    found = seal_of(root, session.today)
    if found is None:
        raise TrackerError("seal-nothing", ExitCode.GIT, folder=str(root))
    fresh, digests = found
    if left := uncommitted(root):
        session.complain(session.words("seal.uncommitted", {"count": left}) + "\n")
    if output is not None:
        text = ""
        if output.exists():
            text = seals_in(output)
            problems = examine_seals(root, text, str(output)).problems
            if problems:
                report(problems, session)
                raise TrackerError("seal-refused", ExitCode.PROBLEMS, file=str(output))
        session.write(added_to(text, fresh, digests).encode(errors="surrogateescape"), output)
    session.write_lines(fresh.line)
