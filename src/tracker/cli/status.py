"""tracker status."""

import typer

from tracker.assess.assessment import assess
from tracker.cli import options
from tracker.cli.output import report, show
from tracker.cli.reading import day_of, open_book
from tracker.cli.session import Session
from tracker.model.profile import PROFILES
from tracker.problems import ExitCode
from tracker.report.selection import Selection, in_order, select, signals_named, unknown
from tracker.report.status import Asked
from tracker.report.status import status as status_view


def status(
    ctx: typer.Context,
    as_of: options.AsOf = None,
    known_on: options.KnownOn = None,
    section: options.Sections = None,
    measure: options.Measures = None,
    owner: options.Owners = None,
    lead_only: options.LeadOnly = False,
    signal: options.Signals = None,
    search: options.Search = None,
    sort: options.Sort = "text",
    profile: options.Profile = None,
    format: options.Format = None,  # noqa: A002 - the option's name
    output: options.Output = None,
    fail_on: options.FailOn = None,
) -> None:
    """Show each target: goal, actual, completion, lead, signal."""
    session: Session = ctx.obj
    book = open_book(session)
    day = session.today if as_of is None else day_of(as_of, session, book)
    known = None if known_on is None else day_of(known_on, session, book)
    if profile is not None and profile not in PROFILES:
        raise unknown("profile", profile, list(PROFILES))
    rule = PROFILES[profile] if profile else book.catalogue.profile
    wanted = Selection(
        tuple(section or ()),
        tuple(measure or ()),
        tuple(owner or ()),
        lead_only,
        tuple(signal or ()),
        search,
    )
    everything = assess(book, day, known_on=known, profile=rule)
    shown = in_order(select(everything, book.catalogue, wanted), sort)
    alarms = signals_named(fail_on or ())
    asked = Asked(day, known, rule, len(everything), grouped=sort == "text")
    show(status_view(book, shown, asked), session, format, output)
    report(book.problems, session)
    if any(assessment.signal in alarms for assessment in shown):
        raise typer.Exit(ExitCode.FAIL_ON)
