"""tracker show."""

from typing import Annotated

import typer

from tracker.cli import complete, options
from tracker.cli.help import both, examples
from tracker.cli.views import SharedOptions, view_request
from tracker.model.catalogue import Measure
from tracker.model.naming import find_subject
from tracker.report.detail import detail, measure_detail
from tracker.store.attribution import attributions

EXAMPLES = examples("tracker show uav-firms", "tracker show 1.2 --open", "tracker show 4 --as-of 2024-08-31")


def show(
    ctx: typer.Context,
    target: Annotated[
        str,
        typer.Argument(
            metavar="TARGET|MEASURE",
            autocompletion=complete.subjects,
            help=both(
                "指标的 id、编号（1.2）或名称的一部分；措施的编号（1）或标题的一部分",
                "id, number (1.2) or part of the name of a target; number (1) or part of the title of a measure",
            ),
        ),
    ],
    asked: SharedOptions,
    open: Annotated[  # noqa: A002 - the option's name
        bool,
        options.flag("--open", "同时显示原文中该句前后的文字", "also show the policy text around the quote"),
    ] = False,
) -> None:
    """Show everything about one target or measure."""
    request = view_request(ctx, asked)
    workspace, scope = request.workspace, request.scope
    subject = find_subject(workspace.book.catalogue, target)
    if isinstance(subject, Measure):
        view = measure_detail(scope, subject, opened=open)
    else:
        view = detail(scope, subject, attributions(workspace.root, request.session.zone), opened=open)
    request.answer(view)
