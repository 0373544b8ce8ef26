"""tracker verify."""

from typing import Annotated

import typer

from tracker.cli import options
from tracker.cli.help import both, examples
from tracker.cli.judging import Judge, Judged, judge

EXAMPLES = examples(
    "tracker verify 2024-08-10-7k3m9x2a#1 --by 区统计局",
    "tracker verify 2024-08-10-7k3m9x2a 2024-08-20-9a2b3c4d --by 区统计局 --commit",
)


def verify(
    ctx: typer.Context,
    entries: Judged,
    by: Judge = None,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help=both("备注", "a note"))] = None,
    dry_run: options.DryRun = False,
    commit: options.Commit = False,
) -> None:
    """Verify figures that another unit reported, in a new file."""
    judge(ctx, entries, by, verified=True, note=note, reason=None, dry_run=dry_run, commit=commit)
