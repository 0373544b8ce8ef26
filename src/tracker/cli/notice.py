"""tracker notice."""

from datetime import date
from pathlib import Path
from typing import Annotated

from tracker.assess.escalation import Notice
from tracker.cli import options
from tracker.cli.output import report
from tracker.cli.papers import NAMES, content_of, paper_format
from tracker.cli.parameters import Option
from tracker.cli.per_unit import files_of, refuse_existing
from tracker.cli.reading import day_of, open_workspace
from tracker.cli.session import Session
from tracker.cli.viewing import profile_named
from tracker.formats.briefing.letter import letter_paper
from tracker.formats.cells import sentence
from tracker.problems import ExitCode, TrackerError
from tracker.report.form import lead_unit, lead_units
from tracker.report.notice import Letter, letters, terms
from tracker.report.reporting import calendar_phrase, unknown_years
from tracker.report.scope import ViewOptions, scope_of
from tracker.report.selection import unknown
from tracker.store.atomic import create_files
from tracker.store.workdays import working_calendar
from tracker.words import LANGUAGES, Words

SUFFIXES = {"text": "txt", "markdown": "md", "html": "html", "docx": "docx"}
# What stands between letters that are printed one after the other, in the formats that can be.
BETWEEN = {"text": b"\n" + b"=" * 78 + b"\n\n", "markdown": b"\n---\n\n"}


def notice(
    session: Session,
    owner: options.Owners = None,
    all: Annotated[bool, Option("--all")] = False,  # noqa: A002 - the option's name
    level: Annotated[str | None, Option("--level", takes="LEVEL", choices=tuple(Notice))] = None,
    as_of: options.AsOf = None,
    known_on: options.KnownOn = None,
    profile: options.Profile = None,
    day: Annotated[str | None, Option("--date", takes="DAY")] = None,
    reply_by: Annotated[str | None, Option("--reply-by", takes="DAY")] = None,
    unit: Annotated[str | None, Option("--unit", takes="UNIT", environment="TRACKER_UNIT")] = None,
    format: Annotated[  # noqa: A002 - the option's name
        str | None, Option("--format", "-f", takes="FORMAT", choices=NAMES)
    ] = None,
    output: Annotated[Path | None, Option("--output", "-o", takes="FILE|DIR")] = None,
) -> None:
    """Write the letters that remind lead units, warn them, or press them."""
    if all == bool(owner):
        raise TrackerError("notice-which", ExitCode.USAGE)
    least = _level(level)
    workspace = open_workspace(session)
    book = workspace.book
    units = lead_units(book) if all else tuple(dict.fromkeys(lead_unit(text, book) for text in owner or ()))
    name = _format(format, output, several=all or len(units) > 1)

    def on(text: str | None) -> date | None:
        return None if text is None else day_of(text, session, book)

    look = ViewOptions(
        as_of=on(as_of) or session.today,
        known_on=on(known_on),
        profile=profile_named(profile),
    )
    calendar = working_calendar()
    given = terms(
        on(day) or look.as_of, look.as_of, calendar, reply_by=on(reply_by), issuer=unit, least=least
    )
    found = letters(scope_of(book, look), units, given, calendar)
    # Letters are for the units: in the catalogue's language, whatever the analyst's terminal speaks.
    asked = session.language_option
    words = Words(asked if asked in LANGUAGES else book.catalogue.language)
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
    folder = several or output.is_dir()
    files = files_of(output, sent, SUFFIXES[name]) if folder else dict.fromkeys(sent, output)
    refuse_existing(files.values(), "notice-exists")
    create_files({files[to]: content for to, content in contents.items()})
    for to, path in files.items():
        kind = session.words(f"notice.kind.{sent[to].level.value}")
        facts = {"file": str(path), "kind": kind, "count": sent[to].count}
        session.write((session.words("notice.written", facts) + "\n").encode(), None)


def _format(chosen: str | None, output: Path | None, *, several: bool) -> str:
    """The format asked for, or that of the file's name; Word files in a folder, text on a terminal."""
    if output is not None and (several or output.is_dir()):
        if several and output.suffix and not output.is_dir() and chosen is None:
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
