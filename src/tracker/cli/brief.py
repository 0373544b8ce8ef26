"""tracker brief."""

from typing import Annotated

from tracker.cli import options, periods
from tracker.cli.committed import committed_in
from tracker.cli.output import report
from tracker.cli.papers import NAMES, paper_format, write_paper
from tracker.cli.parameters import Option
from tracker.cli.reading import day_of, open_workspace
from tracker.cli.session import Session
from tracker.cli.viewing import profile_named
from tracker.formats import Canvas
from tracker.formats.briefing import paper
from tracker.formats.briefing.notes import Notes, notes_of
from tracker.formats.json import render as as_json
from tracker.report.briefing import BriefingRequest, brief_view, briefing
from tracker.store.notes import read_notes
from tracker.store.workdays import working_calendar

FORMATS = (*NAMES, "json")


def brief(
    session: Session,
    week: periods.Week = None,
    dekad: periods.Dekad = None,
    month: periods.Month = None,
    start: periods.Start = None,
    end: periods.End = None,
    known_on: options.KnownOn = None,
    profile: options.Profile = None,
    number: Annotated[int | None, Option("--number", takes="N", least=1)] = None,
    unit: Annotated[str | None, Option("--unit", takes="UNIT", environment="TRACKER_UNIT")] = None,
    trace: Annotated[bool, Option("--trace")] = False,
    format: Annotated[  # noqa: A002 - the option's name
        str | None, Option("--format", "-f", takes="FORMAT", choices=FORMATS)
    ] = None,
    output: options.Output = None,
) -> None:
    """Write the briefing of one period."""
    workspace = open_workspace(session)
    book = workspace.book
    name = paper_format(format, output, FORMATS)
    known = None if known_on is None else day_of(known_on, session, book)
    # What was known on a day is written as on that day, so that an old briefing comes out as it was.
    day = session.today if known is None else min(known, session.today)
    named = periods.Named(week, dekad, month, start, end)
    order = BriefingRequest(
        span=periods.span_named(named, session, book, day),
        written=day,
        number=number,
        unit=unit,
        known_on=known,
        profile=profile_named(profile),
    )
    found = briefing(book, order, working_calendar())
    committed = committed_in(workspace.root) if trace or name == "json" else {}
    if name == "json":
        text = as_json(brief_view(found, committed), session.words, Canvas(file=output is not None))
        session.write(text.encode(), output)
    else:
        text = read_notes(workspace.root, found.span.code)
        notes = notes_of(text) if text else Notes()
        written = paper(found, session.words, notes, workspace.root, committed=committed, trace=trace)
        write_paper(written, name, session, output)
    report(book.problems, session)
