"""tracker digest."""

from datetime import date, timedelta
from typing import Annotated

import typer

from tracker.assess.periods import DateRange
from tracker.cli import options
from tracker.cli.help import examples
from tracker.cli.output import report, show
from tracker.cli.periods import PERIOD, PeriodOptions, span_named
from tracker.cli.reading import (
    day_looked_at,
    day_or_none,
    days_named,
    open_workspace,
    profile_named,
)
from tracker.cli.session import Session, session_of
from tracker.formats import FORMATS
from tracker.formats.cells import sentence
from tracker.formats.json import line as as_json
from tracker.model.book import Book
from tracker.problems import ExitCode, TrackerError
from tracker.report.briefing import Briefing, BriefingRequest, briefing
from tracker.report.digest import DigestLine, digest_view
from tracker.report.digest import digest as digest_of
from tracker.report.scope import accepted_phrase
from tracker.report.values import Phrase, Value
from tracker.store.workdays import working_calendar
from tracker.store.workspace import book_to_look_at

EXAMPLES = examples(
    "tracker digest", "tracker digest --since 8月底 --all", "tracker digest --dekad 8月中旬 --json-lines"
)


def digest(
    ctx: typer.Context,
    period: PeriodOptions,
    since: Annotated[
        str | None,
        options.day(
            "--since",
            "从哪天以后（或哪一期开始）到今天，代替某一期",
            "what changed after this day, or from the start of this period, until today, instead of a period",
            PERIOD,
        ),
    ] = None,
    known_on: options.KnownOn = None,
    verified_only: options.VerifiedOnly = False,
    profile: options.Profile = None,
    everything: Annotated[
        bool,
        options.flag(
            "--all",
            "也列出信号未变的数值变化和补报",
            "also values that moved without another signal, and late figures",
        ),
    ] = False,
    json_lines: Annotated[
        bool,
        options.flag(
            "--json-lines", "每行一个 JSON 对象，供脚本使用", "one JSON object to a line, for scripts"
        ),
    ] = False,
    format: Annotated[  # noqa: A002 - the option's name
        str | None,
        options.format_of(
            tuple(FORMATS), "用一种视图格式代替逐行文字", "a format of views, instead of plain lines"
        ),
    ] = None,
    output: options.Output = None,
) -> None:
    """List the changes of a period, one short line each."""
    session = session_of(ctx)
    if json_lines and format is not None:
        raise TrackerError("digest-format", ExitCode.USAGE)
    workspace = open_workspace(session)
    book = workspace.book
    known = day_or_none(known_on, session, book)
    today = day_looked_at(session, book)
    day = today if known is None else min(known, today)
    order = BriefingRequest(
        span=_span(since, period, session, book, day),
        written=day,
        known_on=known,
        verified_only=verified_only,
        profile=profile_named(profile),
    )
    found = briefing(book_to_look_at(workspace, order), order, working_calendar())
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


def _span(since: str | None, period: PeriodOptions, session: Session, book: Book, until: date) -> DateRange:
    """The period asked for, or everything after the day that was named; a period named counts itself."""
    if since is None:
        return span_named(period, session, book, until)
    if not period.nothing:
        raise TrackerError("digest-period", ExitCode.USAGE)
    named = days_named(since, session, book)
    day = named.end if named.start == named.end else named.start - timedelta(days=1)
    if day >= until:
        raise TrackerError("digest-since", ExitCode.USAGE, day=named.start, today=until)
    return DateRange(day + timedelta(days=1), until)


def _plain(found: Briefing, lines: tuple[DigestLine, ...], session: Session) -> list[str]:
    """What is posted; that figures are illustrative stands before them."""
    notice = found.scope.book.catalogue.notice
    head = [Phrase("head.notice", {"notice": notice})] if notice and lines else []
    head += [Phrase("head.verified-only")] if found.scope.verified_only and lines else []
    accepted = accepted_phrase(found.accepted) if lines else ()
    return [sentence(phrase, session.words) for phrase in (*head, *(line.text for line in lines), *accepted)]


def _json(found: Briefing, lines: tuple[DigestLine, ...], session: Session) -> list[str]:
    """Each line is posted alone, so each says of which period it is and that figures are illustrative."""
    more: dict[str, Value] = {"period": found.span.code, "notice": found.scope.book.catalogue.notice}
    more |= {"verified_only": True} if found.scope.verified_only else {}
    return [as_json({**line.record, **more}, session.words) for line in lines]
