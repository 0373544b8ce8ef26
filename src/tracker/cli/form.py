"""tracker form."""

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import complete, options
from tracker.cli.help import both, examples
from tracker.cli.output import extras, files_of, refuse_existing, write_new
from tracker.cli.reading import day_of, open_book
from tracker.cli.session import session_of
from tracker.formats import Canvas
from tracker.formats.form_csv import render as render_csv
from tracker.problems import ExitCode, TrackerError
from tracker.report.form import Form, lead_unit, lead_units
from tracker.report.form import form as form_of
from tracker.report.selection import unknown
from tracker.words import Words

FORMATS = ("xlsx", "csv")
EXAMPLES = examples("tracker form --owner 区科技局 -o 区科技局.xlsx", "tracker form --all -o 填报表")


def form(
    ctx: typer.Context,
    owner: Annotated[
        str | None,
        typer.Option(
            "--owner",
            metavar="UNIT",
            autocompletion=complete.leads,
            help=both("哪个牵头单位（名称的一部分即可）", "which lead unit (part of the name)"),
        ),
    ] = None,
    all: Annotated[  # noqa: A002 - the option's name
        bool,
        options.flag(
            "--all", "每个牵头单位各一份，写入 -o 目录", "one form for each lead unit, into the folder -o"
        ),
    ] = False,
    as_of: options.AsOf = None,
    format: Annotated[  # noqa: A002 - the option's name
        str | None,
        options.format_of(FORMATS, "格式；默认由文件名决定", "format; decided by the file's name by default"),
    ] = None,
    output: options.OutputOrFolder = None,
) -> None:
    """Write the sheet a unit fills in."""
    session = session_of(ctx)
    if all == (owner is not None) or (all and output is None):
        raise TrackerError("form-which", ExitCode.USAGE)
    if format not in {None, *FORMATS}:
        raise unknown("format", str(format), list(FORMATS))
    book = open_book(session)
    words = session.words_for_units(book.catalogue.language)
    day = session.today if as_of is None else day_of(as_of, session, book)
    if output is None:
        content = _render(
            format or "csv", form_of(book, lead_unit(owner or "", book, day), day), words, Canvas()
        )
        session.write(content, None)
        return
    units = lead_units(book, day) if all else (lead_unit(owner or "", book, day),)
    chosen = format or ("xlsx" if all else _suggested(output))
    files = files_of(output, units, chosen) if all else {units[0]: output}
    refuse_existing(files.values(), "form-exists")
    forms = {unit: form_of(book, unit, day) for unit in files}
    write_new({files[unit]: _render(chosen, forms[unit], words, Canvas(file=True)) for unit in files})
    for unit, path in files.items():
        facts = {"file": str(path), "count": len(forms[unit].rows)}
        with session.telling():
            session.write_lines(session.words("form.written", facts))


def _render(name: str, form: Form, words: Words, canvas: Canvas) -> bytes:
    if name == "csv":
        return render_csv(form, words, canvas)
    with extras():
        from tracker.formats.form_xlsx import render as render_xlsx  # openpyxl is an extra
    return render_xlsx(form, words, canvas)


def _suggested(output: Path) -> str:
    suffix = output.suffix.lower().removeprefix(".")
    if suffix not in FORMATS:
        raise TrackerError("form-suffix", ExitCode.USAGE, suffix=output.suffix or output.name)
    return suffix
