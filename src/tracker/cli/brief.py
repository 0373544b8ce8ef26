"""tracker brief."""

from datetime import date
from typing import Annotated

import typer

from tracker.cli import options
from tracker.cli.output import report
from tracker.cli.papers import NAMES, paper_format, write_paper
from tracker.cli.reading import committed_in, day_of, open_workspace
from tracker.cli.session import Session
from tracker.cli.viewing import profile_named
from tracker.formats import Canvas
from tracker.formats.briefing import paper
from tracker.formats.briefing.notes import Notes, notes_of
from tracker.formats.json import render as as_json
from tracker.model.book import Book
from tracker.model.catalogue import Cadence
from tracker.problems import ExitCode, TrackerError
from tracker.report.brief_record import brief_view
from tracker.report.briefing import Order, briefing
from tracker.report.span import Span, last_whole, span_of
from tracker.store.notes import read_notes
from tracker.store.workdays import working_calendar


def brief(
    ctx: typer.Context,
    week: Annotated[str | None, typer.Option("--week", metavar="DAY")] = None,
    dekad: Annotated[str | None, typer.Option("--dekad", metavar="DAY")] = None,
    month: Annotated[str | None, typer.Option("--month", metavar="DAY")] = None,
    start: Annotated[str | None, typer.Option("--from", metavar="DAY")] = None,
    end: Annotated[str | None, typer.Option("--to", metavar="DAY")] = None,
    known_on: options.KnownOn = None,
    profile: options.Profile = None,
    number: Annotated[int | None, typer.Option("--number", metavar="N", min=1)] = None,
    unit: Annotated[str | None, typer.Option("--unit", metavar="UNIT", envvar="TRACKER_UNIT")] = None,
    trace: Annotated[bool, typer.Option("--trace")] = False,
    format: options.Format = None,  # noqa: A002 - the option's name
    output: options.Output = None,
) -> None:
    """Write the briefing of one period."""
    session: Session = ctx.obj
    workspace = open_workspace(session)
    book = workspace.book
    name = paper_format(format, output, (*NAMES, "json"))
    known = None if known_on is None else day_of(known_on, session, book)
    # What was known on a day is written as on that day, so that an old briefing comes out as it was.
    day = session.today if known is None else min(known, session.today)
    named = {Cadence.WEEK: week, Cadence.DEKAD: dekad, Cadence.MONTH: month}
    order = Order(
        span=_span(session, book, named, (start, end), day),
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


def _span(
    session: Session,
    book: Book,
    named: dict[Cadence, str | None],
    days: tuple[str | None, str | None],
    today: date,
) -> Span:
    """The period asked for; the last whole one of the catalogue's cadence on `today` where none is."""
    start, end = days
    given = [(cadence, text) for cadence, text in named.items() if text is not None]
    if len(given) + (start is not None or end is not None) > 1 or (start is None) != (end is None):
        raise TrackerError("brief-period", ExitCode.USAGE)
    if given:
        cadence, text = given[0]
        return span_of(cadence, day_of(text, session, book))
    if start is not None and end is not None:
        first, last = day_of(start, session, book), day_of(end, session, book)
        if first > last:
            raise TrackerError("brief-backwards", ExitCode.USAGE, start=first, end=last)
        return Span(first, last)
    return last_whole(book.catalogue.reporting.cadence, today)
