"""tracker notice."""

from pathlib import Path
from typing import Annotated

import typer

from tracker.assess.escalation import Notice
from tracker.cli import complete, options
from tracker.cli.help import both, examples
from tracker.cli.output import files_of, is_folder, refuse_existing, report, write_new
from tracker.cli.papers import NAMES, content_of, paper_format
from tracker.cli.reading import book_known_on, day_or_none, open_workspace, profile_named
from tracker.cli.session import Session, session_of
from tracker.formats.briefing import letter_paper
from tracker.formats.cells import sentence
from tracker.problems import ExitCode, TrackerError
from tracker.report.form import lead_unit, lead_units
from tracker.report.notice import Letter, letters, terms
from tracker.report.reporting import calendar_phrase, unknown_years
from tracker.report.scope import ViewOptions, scope_of
from tracker.report.selection import unknown
from tracker.store.workdays import working_calendar
from tracker.words import LANGUAGES, Words

SUFFIXES = {"text": "txt", "markdown": "md", "html": "html", "docx": "docx"}
# What stands between letters that are printed one after the other, in the formats that can be.
BETWEEN = {"text": b"\n" + b"=" * 78 + b"\n\n", "markdown": b"\n---\n\n"}

EXAMPLES = examples(
    "tracker notice --owner 区科技局",
    "tracker notice --all --level yellow -o 通知",
    "tracker notice --owner 区科技局 -o 督办单.docx",
)


def notice(
    ctx: typer.Context,
    owner: Annotated[
        list[str] | None,
        typer.Option(
            "--owner",
            metavar="UNIT",
            autocompletion=complete.leads,
            help=both(
                "写给哪个牵头单位（名称的一部分即可，可多次）",
                "to which lead unit (part of the name; may be repeated)",
            ),
        ),
    ] = None,
    all: Annotated[  # noqa: A002 - the option's name
        bool, options.flag("--all", "写给所有牵头单位", "to every lead unit")
    ] = False,
    level: Annotated[
        str | None,
        typer.Option(
            "--level",
            metavar="LEVEL",
            autocompletion=complete.choices(Notice, "notice"),
            help=both("只写这一级和更重的事项", "only items of this level or a graver one", Notice),
        ),
    ] = None,
    as_of: options.AsOf = None,
    known_on: options.KnownOn = None,
    profile: options.Profile = None,
    day: Annotated[
        str | None,
        options.day(
            "--date", "成文日期，默认与 --as-of 同日", "date of the letter; that of --as-of if not given"
        ),
    ] = None,
    reply_by: Annotated[
        str | None,
        options.day(
            "--reply-by",
            "请在哪天前书面反馈，默认成文后第3个工作日",
            "the day to reply by; the third working day after the letter's date if not given",
        ),
    ] = None,
    unit: options.Unit = None,
    format: Annotated[  # noqa: A002 - the option's name
        str | None,
        options.format_of(
            NAMES,
            "输出格式；默认按文件名，写入目录时为 docx",
            "format; decided by the file's name, in a folder docx",
        ),
    ] = None,
    output: options.OutputOrFolder = None,
) -> None:
    """Write the letters that remind lead units, warn them, or press them."""
    session = session_of(ctx)
    if all == bool(owner):
        raise TrackerError("notice-which", ExitCode.USAGE)
    least = _level(level)
    workspace = open_workspace(session)
    book = workspace.book
    on = day_or_none(as_of, session, book) or session.today
    named = dict.fromkeys(lead_unit(text, book, on) for text in owner or ())
    units = lead_units(book, on) if all else tuple(named)
    name = _format(format, output, several=all or len(units) > 1)

    view_options = ViewOptions(
        as_of=on,
        known_on=day_or_none(known_on, session, book),
        profile=profile_named(profile),
    )
    calendar = working_calendar()
    given = terms(
        day_or_none(day, session, book) or view_options.as_of,
        view_options.as_of,
        calendar,
        reply_by=day_or_none(reply_by, session, book),
        issuer=unit,
        least=least,
    )
    looked_at = book_known_on(workspace, view_options.known_on)
    found = letters(scope_of(looked_at, view_options), units, given, calendar)
    words = session.words_for_units(book.catalogue.language)
    sent = {to: letter for to, letter in found.items() if letter}
    papers = {to: letter_paper(letter, words, workspace.root) for to, letter in sent.items()}
    contents = {to: content_of(paper, name, session, words) for to, paper in papers.items()}
    _write(session, sent, contents, name, output, several=all or len(units) > 1)
    silent = tuple(to for to, letter in found.items() if letter is None)
    if silent:
        session.complain(session.words("notice.nothing", {"units": silent, "count": len(silent)}) + "\n")
    years = {given.written.year, given.reply_by.year}
    if sent and reply_by is None and unknown_years(calendar, years):
        session.complain(sentence(calendar_phrase(calendar, years), session.words) + "\n")
    report(book.problems, session)


def _write(
    session: Session,
    sent: dict[str, Letter],
    contents: dict[str, bytes],
    name: str,
    output: Path | None,
    *,
    several: bool,
) -> None:
    if output is None:
        session.write(BETWEEN.get(name, b"").join(contents.values()), None)
        return
    folder = several or is_folder(output)
    files = files_of(output, sent, SUFFIXES[name]) if folder else dict.fromkeys(sent, output)
    refuse_existing(files.values(), "notice-exists")
    write_new({files[to]: content for to, content in contents.items()})
    for to, path in files.items():
        kind = session.words(f"notice.kind.{sent[to].level.value}")
        facts = {"file": str(path), "kind": kind, "count": sent[to].count}
        with session.telling():
            session.write_lines(session.words("notice.written", facts))


def _format(chosen: str | None, output: Path | None, *, several: bool) -> str:
    """The format asked for, or that of the file's name; Word files in a folder, text on a terminal."""
    if output is not None and (several or is_folder(output)):
        if several and output.suffix and not is_folder(output) and chosen is None:
            raise TrackerError("notice-folder", ExitCode.USAGE, file=str(output))
        return paper_format(chosen or "docx", output, NAMES)
    if output is not None and output.suffix.lower() in {".yaml", ".yml"}:  # never beside what is read
        raise TrackerError("output-yaml", ExitCode.USAGE, file=str(output))
    name = paper_format(chosen, output, NAMES)
    if several and name not in BETWEEN:
        raise TrackerError("notice-several", ExitCode.USAGE, known=tuple(BETWEEN))
    return name


def _level(text: str | None) -> Notice:
    """The level of this name, in any language. Raises TrackerError (usage) where there is none."""
    named = {words(f"notice.{level.value}"): level for words in map(Words, LANGUAGES) for level in Notice}
    if text is not None and text not in named:
        raise unknown("level", text, [level.value for level in Notice])
    return Notice.BLUE if text is None else named[text]
