"""tracker show."""

from typing import Annotated

from tracker.cli.committed import committed_in
from tracker.cli.parameters import Argument, Option
from tracker.cli.viewing import UNFILTERED, Answer, Asked, viewing
from tracker.model.catalogue import Measure
from tracker.model.naming import find_subject
from tracker.report.detail import detail, measure_detail


@viewing(shared=UNFILTERED)
def show(
    asked: Asked,
    target: Annotated[str, Argument("TARGET|MEASURE")],
    open: Annotated[bool, Option("--open")] = False,  # noqa: A002 - the option's name
) -> Answer:
    """Show everything about one target or measure."""
    scope = asked.scope
    subject = find_subject(asked.workspace.book.catalogue, target)
    if isinstance(subject, Measure):
        return Answer(measure_detail(scope, subject, opened=open), scope)
    committed = committed_in(asked.workspace.root)
    return Answer(detail(scope, subject, committed, opened=open), scope)
