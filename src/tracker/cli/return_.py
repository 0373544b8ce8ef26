"""tracker return."""

from typing import Annotated

import typer

from tracker.cli import options
from tracker.cli.help import both, examples
from tracker.cli.judging import Judge, Judged, judge

EXAMPLES = examples(
    "tracker return 2024-08-10-7k3m9x2a#1 --reason 口径不符 --by 区统计局",
    "tracker return 2024-08-10-7k3m9x2a --reason 缺佐证材料 --by 区统计局 --commit",
)


def return_(
    ctx: typer.Context,
    entries: Judged,
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help=both("退回的原因", "why it is returned"))
    ],
    by: Judge = None,
    dry_run: options.DryRun = False,
    commit: options.Commit = False,
) -> None:
    """Return figures that another unit reported: they count no more and are owed again."""
    judge(ctx, entries, by, verified=False, note=None, reason=reason, dry_run=dry_run, commit=commit)
