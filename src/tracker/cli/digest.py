"""tracker digest."""

from datetime import timedelta
from typing import Annotated

from tracker.assess.periods import DateRange
from tracker.cli import options, periods
from tracker.cli.output import report, show
from tracker.cli.parameters import Option
from tracker.cli.reading import day_of, open_book
from tracker.cli.session import Session
from tracker.cli.viewing import profile_named
from tracker.formats.cells import sentence
from tracker.formats.json import line as as_json
from tracker.model.book import Book
from tracker.problems import ExitCode, TrackerError
from tracker.report.briefing import Briefing, BriefingRequest, briefing
from tracker.report.digest import DigestLine, digest_view
from tracker.report.digest import digest as digest_of
from tracker.report.values import Phrase
from tracker.store.workdays import working_calendar


def digest(
    session: Session,
    since: Annotated[str | None, Option("--since", takes="DAY")] = None,
    week: periods.Week = None,
    dekad: periods.Dekad = None,
    month: periods.Month = None,
    start: periods.Start = None,
    end: periods.End = None,
    known_on: options.KnownOn = None,
    profile: options.Profile = None,
    everything: Annotated[bool, Option("--all")] = False,
    json_lines: Annotated[bool, Option("--json-lines")] = False,
    format: options.Format = None,  # noqa: A002 - the option's name
    output: options.Output = None,
) -> None:
    """List the changes of a period, one short line each."""
    if json_lines and format is not None:
        raise TrackerError("digest-format", ExitCode.USAGE)
    book = open_book(session)
    known = None if known_on is None else day_of(known_on, session, book)
    order = BriefingRequest(
        span=_span(since, periods.Named(week, dekad, month, start, end), session, book),
        written=known or session.today,
        known_on=known,
        profile=profile_named(profile),
    )
    found = briefing(book, order, working_calendar())
    lines = digest_of(found, everything=everything)
    if format is not None:
        show(digest_view(found, lines), session, format, output)
    else:
        written = _json(found, lines, session) if json_lines else _plain(found, lines, session)
        session.write("".join(f"{line}\n" for line in written).encode(), output)
        if not lines and not json_lines:
            said = {"start": order.span.start, "end": order.span.end, "previous": order.span.previous.end}
            session.complain(session.words("digest.nothing", said) + "\n")
    report(book.problems, session)


def _span(since: str | None, named: periods.Named, session: Session, book: Book) -> DateRange:
    """The period asked for, or everything after the day that was named."""
    if since is None:
        return periods.span_named(named, session, book)
    if not named.nothing:
        raise TrackerError("digest-period", ExitCode.USAGE)
    day = day_of(since, session, book)
    if day >= session.today:
        raise TrackerError("digest-since", ExitCode.USAGE, day=day, today=session.today)
    return DateRange(day + timedelta(days=1), session.today)


def _plain(found: Briefing, lines: tuple[DigestLine, ...], session: Session) -> list[str]:
    """What is posted; that figures are illustrative stands before them."""
    notice = found.scope.book.catalogue.notice
    head = [Phrase("head.notice", {"notice": notice})] if notice and lines else []
    return [sentence(phrase, session.words) for phrase in (*head, *(line.text for line in lines))]


def _json(found: Briefing, lines: tuple[DigestLine, ...], session: Session) -> list[str]:
    """Each line is posted alone, so each says of which period it is and that figures are illustrative."""
    more = {"period": found.span.code, "notice": found.scope.book.catalogue.notice}
    return [as_json({**line.record, **more}, session.words) for line in lines]
