"""tracker form."""

from importlib import import_module
from pathlib import Path
from typing import Annotated

from tracker.cli import options
from tracker.cli.parameters import Option
from tracker.cli.per_unit import files_of, refuse_existing
from tracker.cli.reading import day_of, open_book
from tracker.cli.session import Session
from tracker.formats import Canvas
from tracker.problems import ExitCode, TrackerError
from tracker.report.form import Form, lead_unit, lead_units
from tracker.report.form import form as form_of
from tracker.report.selection import unknown
from tracker.store.atomic import create_files
from tracker.words import LANGUAGES, Words

FORMATS = {"xlsx": "tracker.formats.form_xlsx", "csv": "tracker.formats.form_csv"}


def form(
    session: Session,
    owner: Annotated[str | None, Option("--owner", takes="UNIT")] = None,
    all: Annotated[bool, Option("--all")] = False,  # noqa: A002 - the option's name
    as_of: options.AsOf = None,
    format: Annotated[  # noqa: A002 - the option's name
        str | None, Option("--format", "-f", takes="FORMAT", choices=tuple(FORMATS))
    ] = None,
    output: Annotated[Path | None, Option("--output", "-o", takes="FILE|DIR")] = None,
) -> None:
    """Write the sheet a unit fills in."""
    if all == (owner is not None) or (all and output is None):
        raise TrackerError("form-which", ExitCode.USAGE)
    if format not in {None, *FORMATS}:
        raise unknown("format", str(format), list(FORMATS))
    book = open_book(session)
    # The form is for the units: in the catalogue's language, whatever the analyst's terminal speaks.
    asked = session.language_option
    words = Words(asked if asked in LANGUAGES else book.catalogue.language)
    day = session.today if as_of is None else day_of(as_of, session, book)
    if output is None:
        content = _render(format or "csv", form_of(book, lead_unit(owner or "", book), day), words, Canvas())
        session.write(content, None)
        return
    units = lead_units(book) if all else (lead_unit(owner or "", book),)
    chosen = format or ("xlsx" if all else _suggested(output))
    files = files_of(output, units, chosen) if all else {units[0]: output}
    refuse_existing(files.values(), "form-exists")
    forms = {unit: form_of(book, unit, day) for unit in files}
    create_files({files[unit]: _render(chosen, forms[unit], words, Canvas(file=True)) for unit in files})
    for unit, path in files.items():
        facts = {"file": str(path), "count": len(forms[unit].rows)}
        session.write((session.words("form.written", facts) + "\n").encode(), None)


def _render(name: str, form: Form, words: Words, canvas: Canvas) -> bytes:
    try:
        module = import_module(FORMATS[name])
    except ModuleNotFoundError as error:
        if error.name != "openpyxl":
            raise
        raise TrackerError("missing-extra", ExitCode.MISSING_DEPENDENCY, extra=name) from None
    content: bytes = module.render(form, words, canvas)
    return content


def _suggested(output: Path) -> str:
    suffix = output.suffix.lower().removeprefix(".")
    if suffix not in FORMATS:
        raise TrackerError("form-suffix", ExitCode.USAGE, suffix=output.suffix or output.name)
    return suffix
