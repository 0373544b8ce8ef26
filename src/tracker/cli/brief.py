"""tracker brief."""

from functools import partial
from typing import Annotated

import typer

from tracker.cli import complete, options
from tracker.cli.help import both, examples
from tracker.cli.output import report
from tracker.cli.papers import NAMES, paper_format, write_paper
from tracker.cli.periods import PeriodOptions, span_named
from tracker.cli.reading import day_looked_at, day_or_none, open_workspace, profile_named
from tracker.cli.session import session_of
from tracker.formats import Canvas
from tracker.formats.briefing import paper
from tracker.formats.briefing.variables import CHARTS, Notes, notes_of
from tracker.formats.json import render as as_json
from tracker.report.briefing import BriefingRequest, brief_view, briefing
from tracker.report.selection import unknown
from tracker.store.attribution import attributions
from tracker.store.notes import name_of, read_notes
from tracker.store.seal import line_of_seal
from tracker.store.workdays import working_calendar
from tracker.store.workspace import book_to_look_at

FORMATS = (*NAMES, "json")
EXAMPLES = examples(
    "tracker brief",
    "tracker brief --week 2024-W40 -o 简报.docx",
    "tracker brief --short -o 一页.docx --date 2024-10-08",
    "tracker brief --month 2024-09 -f markdown --trace",
)


def brief(
    ctx: typer.Context,
    period: PeriodOptions,
    known_on: options.KnownOn = None,
    verified_only: options.VerifiedOnly = False,
    profile: options.Profile = None,
    number: Annotated[
        int | None,
        options.number(
            "--number",
            "N",
            1,
            "期号；默认为本年第几个周期",
            "number of the issue; by default which period of the year it is",
        ),
    ] = None,
    unit: options.Unit = None,
    date: Annotated[
        str | None,
        options.day("--date", "签发日期，默认为今天", "the day it is dated; today if not given"),
    ] = None,
    short: Annotated[
        bool | None,
        typer.Option(
            "--short/--full",
            help=both(
                "一页纸，或全文；默认由 measures.yaml 的 brief 决定，没有写的为全文",
                "one page, or all of it; by default as `brief` in measures.yaml says, or all of it",
            ),
        ),
    ] = None,
    charts: Annotated[
        str,
        typer.Option(
            "--charts",
            metavar="WHICH",
            autocompletion=complete.choices(CHARTS, "charts"),
            help=both(
                "全文附哪些图：红的、全部、不要",
                "charts of the full briefing: of what is red, all, none",
                CHARTS,
            ),
        ),
    ] = CHARTS[0],
    trace: Annotated[
        bool,
        options.flag(
            "--trace", "每个数字加注：指标、文件、提交", "a note to each number: target, file, commit"
        ),
    ] = False,
    format: Annotated[str | None, options.format_of(FORMATS)] = None,  # noqa: A002 - the option's name
    output: options.Output = None,
) -> None:
    """Write the briefing of one period."""
    session = session_of(ctx)
    workspace = open_workspace(session)
    book = workspace.book
    name = paper_format(format, output, FORMATS)
    if charts not in CHARTS:
        raise unknown("charts", charts, CHARTS)
    known = day_or_none(known_on, session, book)
    # What was known on a day is written as on that day, so that an old briefing comes out as it was.
    today = day_looked_at(session, book)
    day = today if known is None else min(known, today)
    order = BriefingRequest(
        span=span_named(period, session, book, day),
        written=day,
        dated=day_or_none(date, session, book),
        number=number,
        unit=unit,
        known_on=known,
        verified_only=verified_only,
        profile=profile_named(profile),
    )
    found = briefing(book_to_look_at(workspace, order), order, working_calendar())
    known_commits = attributions(workspace.root, session.zone) if trace or name == "json" else {}
    if name == "json":
        text = as_json(brief_view(found, known_commits), session.words, Canvas(file=output is not None))
        session.write(text.encode(), output)
    else:
        text = read_notes(workspace.root, found.span.code)
        notes = notes_of(text, name_of(found.span.code)) if text else Notes()
        written = paper(
            found,
            session.words,
            notes,
            workspace.root,
            attributions=known_commits,
            trace=trace,
            seal=partial(line_of_seal, workspace.root, order.written),
            short=book.catalogue.brief_length == "short" if short is None else short,
            charts=charts,
        )
        write_paper(written, name, session, output)
    report(book.problems, session)
