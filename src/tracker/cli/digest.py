"""tracker digest."""

from datetime import timedelta
from typing import Annotated

import typer

from tracker.assess.periods import DateRange
from tracker.cli import complete, options
from tracker.cli.help import both, examples
from tracker.cli.output import report, show
from tracker.cli.periods import PERIOD, PeriodOptions, span_named
from tracker.cli.reading import day_of, day_or_none, open_book, profile_named
from tracker.cli.session import Session, session_of
from tracker.formats import FORMATS
from tracker.formats.cells import sentence
from tracker.formats.json import line as as_json
from tracker.model.book import Book
from tracker.problems import ExitCode, TrackerError
from tracker.report.briefing import Briefing, BriefingRequest, briefing
from tracker.report.digest import DigestLine, digest_view
from tracker.report.digest import digest as digest_of
from tracker.report.values import Phrase
from tracker.store.workdays import working_calendar

EXAMPLES = examples(
    "tracker digest", "tracker digest --since 8月底 --all", "tracker digest --dekad 8月中旬 --json-lines"
)


def digest(
    ctx: typer.Context,
    period: PeriodOptions,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="DAY",
            autocompletion=complete.days,
            help=both(
                "从哪天以后到今天，代替某一期",
                "what changed after this day until today, instead of a period",
            ),
            rich_help_panel=PERIOD,
        ),
    ] = None,
    known_on: options.KnownOn = None,
    profile: options.Profile = None,
    everything: Annotated[
        bool,
        typer.Option(
            "--all",
            help=both(
                "也列出信号未变的数值变化和补报",
                "also values that moved without another signal, and late figures",
            ),
        ),
    ] = False,
    json_lines: Annotated[
        bool,
        typer.Option(
            "--json-lines",
            help=both("每行一个 JSON 对象，供脚本使用", "one JSON object to a line, for scripts"),
        ),
    ] = False,
    format: Annotated[  # noqa: A002 - the option's name
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            autocompletion=complete.choices(FORMATS),
            help=both("用一种视图格式代替逐行文字", "a format of views, instead of plain lines", FORMATS),
            rich_help_panel=options.OUTPUT,
        ),
    ] = None,
    output: options.Output = None,
) -> None:
    """List the changes of a period, one short line each."""
    session = session_of(ctx)
    if json_lines and format is not None:
        raise TrackerError("digest-format", ExitCode.USAGE)
    book = open_book(session)
    known = day_or_none(known_on, session, book)
    order = BriefingRequest(
        span=_span(since, period, session, book),
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


def _span(since: str | None, period: PeriodOptions, session: Session, book: Book) -> DateRange:
    """The period asked for, or everything after the day that was named."""
    if since is None:
        return span_named(period, session, book)
    if not period.nothing:
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
