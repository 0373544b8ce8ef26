"""tracker notice."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from tracker.assess.escalation import Notice
from tracker.cli import complete, options
from tracker.cli.help import both, examples
from tracker.cli.output import files_of, is_folder, refuse_existing, report, show, write_new
from tracker.cli.papers import NAMES, content_of, paper_format
from tracker.cli.reading import day_or_none
from tracker.cli.reporter import own_unit
from tracker.cli.session import Session
from tracker.cli.views import JudgingOptions, workspace_and_options
from tracker.cli.writing import commit_or_hint, refuse_problems
from tracker.formats.briefing import letter_paper
from tracker.formats.cells import sentence
from tracker.model.entry import Report, ReportLine
from tracker.model.supervision import SentNotice
from tracker.problems import ExitCode, TrackerError
from tracker.report.form import lead_unit, lead_units
from tracker.report.notice import Letter, LetterTerms, letters, terms
from tracker.report.notices import notices
from tracker.report.reporting import calendar_phrase, unknown_years
from tracker.report.scope import scope_of
from tracker.report.selection import Selection, unknown
from tracker.store.reports import Incoming, add, check_incoming
from tracker.store.workdays import working_calendar
from tracker.store.workspace import Workspace, book_to_look_at
from tracker.words import LANGUAGES, Words

SUFFIXES = {"text": "txt", "markdown": "md", "html": "html", "docx": "docx"}
# What stands between letters that are printed one after the other, in the formats that can be.
BETWEEN = {"text": b"\n" + b"=" * 78 + b"\n\n", "markdown": b"\n---\n\n"}

EXAMPLES = examples(
    "tracker notice --owner 区科技局",
    "tracker notice --all --level yellow -o 通知",
    "tracker notice --all -o 通知 --record --unit 区政府督查室",
    "tracker notice --open",
)


def notice(
    ctx: typer.Context,
    asked: JudgingOptions,
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
    record: Annotated[
        bool,
        options.flag(
            "--record", "登记为已发出，写成一个进展文件", "record them as sent, in one new progress file"
        ),
    ] = False,
    open_: Annotated[
        bool,
        options.flag(
            "--open",
            "不写信，列出已发出的：反馈没有，几天了，承诺，办结",
            "instead of letters, list those that were sent: answered or not, days, promise, closed",
        ),
    ] = False,
    commit: options.Commit = False,
) -> None:
    """Write the letters that remind lead units, warn them, or press them; or list those that were sent."""
    if open_:
        _refuse({"--all": all, "--level": level, "--date": day, "--reply-by": reply_by, "--record": record})
        session, workspace, view_options = workspace_and_options(ctx, asked)
        view_options = replace(view_options, selection=Selection(owners=tuple(owner or ())))
        show(
            notices(scope_of(book_to_look_at(workspace, view_options), view_options)), session, format, output
        )
        report(workspace.book.problems, session)
        return
    if all == bool(owner):
        raise TrackerError("notice-which", ExitCode.USAGE)
    if record and output is None:
        raise TrackerError("notice-record-output", ExitCode.USAGE)
    least = _level(level)
    session, workspace, view_options = workspace_and_options(ctx, asked, to_write=record)
    book, on = workspace.book, view_options.as_of
    named = dict.fromkeys(lead_unit(text, book, on) for text in owner or ())
    units = lead_units(book, on) if all else tuple(named)
    name = _format(format, output, several=all or len(units) > 1)
    calendar = working_calendar()
    given = terms(
        day_or_none(day, session, book) or on,
        on,
        calendar,
        reply_by=day_or_none(reply_by, session, book),
        issuer=unit,
        least=least,
    )
    looked_at = book_to_look_at(workspace, view_options)
    found = letters(scope_of(looked_at, view_options), units, given, calendar)
    words = session.words_for_units(book.catalogue.language)
    sent = {to: letter for to, letter in found.items() if letter}
    papers = {to: letter_paper(letter, words, workspace.root) for to, letter in sent.items()}
    contents = {to: content_of(paper, name, session, words) for to, paper in papers.items()}
    incoming = _incoming(workspace, session, sent.values(), given, unit) if record else None
    _write(session, sent, contents, name, output, several=all or len(units) > 1)
    if incoming:
        _record(workspace, session, incoming, commit=commit)
    silent = tuple(to for to, letter in found.items() if letter is None)
    if silent:
        session.complain(session.words("notice.nothing", {"units": silent, "count": len(silent)}) + "\n")
    years = {given.written.year, given.reply_by.year}
    if sent and reply_by is None and unknown_years(calendar, years):
        session.complain(sentence(calendar_phrase(calendar, years), session.words) + "\n")
    report(book.problems, session)


def _refuse(given: Mapping[str, object]) -> None:
    """Raises TrackerError (usage) for what does not go with the list of notices."""
    for name, value in given.items():
        if value:
            raise TrackerError("notice-open", ExitCode.USAGE, name=name)


def _incoming(
    workspace: Workspace, session: Session, sent: Iterable[Letter], given: LetterTerms, unit: str | None
) -> Incoming | None:
    """The report that says what was sent; None where nothing has come to a notice, or all is recorded.

    Raises TrackerError (usage) where nobody sends it, typer.Exit (1) where it could not be recorded.
    """
    by = unit or own_unit(workspace, None)
    if by is None:
        raise TrackerError("notice-record-unit", ExitCode.USAGE)
    of_day = (one for one in workspace.book.log.notices(given.written) if one.report.date == given.written)
    recorded = {(one.target, one.statement.level) for one in of_day}
    asked = [
        (change.target.id, group.level.value)
        for letter in sent
        for group in letter.groups
        for change in group.items
    ]
    lines = [
        ReportLine(n=0, target=target, statement=SentNotice(level, given.reply_by))
        for target, level in asked
        if (target, level) not in recorded
    ]
    if len(lines) < len(asked):
        facts = {"count": len(asked) - len(lines), "day": given.written}
        session.complain(session.words("notice.record-again", facts) + "\n")
    if not asked:
        session.complain(session.words("notice.record-nothing") + "\n")
    if not lines:
        return None
    new = Report(
        file="",
        stem="",
        date=given.written,
        by=by,
        source=None,
        recorded=None,
        entries=tuple(replace(line, n=n) for n, line in enumerate(lines, 1)),
    )
    incoming = check_incoming(workspace, [new], session.now)
    refuse_problems(incoming, session)
    return incoming


def _record(workspace: Workspace, session: Session, incoming: Incoming, *, commit: bool) -> None:
    paths = add(workspace.root, incoming.reports)
    (new,) = incoming.reports
    count = len(new.entries)
    with session.telling():
        session.write_lines(session.words("notice.recorded", {"count": count, "file": new.file}))
    message = f"progress: {new.by} {new.date} notices {count}"
    commit_or_hint(workspace, paths, message, session, commit=commit)


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
