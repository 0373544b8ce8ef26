"""A form as csv: the unit and the day above, then one target per line; for programs without xlsx."""

import csv
import io

from tracker.formats import Canvas
from tracker.formats.cells import exact_for_machines, text_of
from tracker.formats.csv import defused
from tracker.report.form import Form, FormRow
from tracker.words import Words

_KNOWN = ("id", "number", "name", "unit", "goal", "last", "last_date")
_COUNTED = ("part", "whole")


def columns_of(form: Form) -> tuple[str, ...]:
    """The order of the columns, headed by the words form.*; both forms have it.

    Part and whole are asked for where a share is among the targets.
    """
    return (*_KNOWN, "total", *(_COUNTED if form.counts_shares else ()), "date", "note", "state")


def render(form: Form, words: Words, canvas: Canvas) -> bytes:
    """The form; a file starts with a byte order mark and ends its lines as Excel expects."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n" if canvas.file else "\n")
    if form.notice:
        writer.writerow([words("head.notice", {"notice": form.notice})])
    writer.writerow([words("form.by"), defused(form.unit)])
    writer.writerow([words("form.date"), ""])
    writer.writerow([words(f"form.{column}") for column in columns_of(form)])
    writer.writerows(_cells(row, words, columns_of(form)) for row in form.rows)
    return out.getvalue().encode("utf-8-sig" if canvas.file else "utf-8")


def _cells(row: FormRow, words: Words, columns: tuple[str, ...]) -> list[str]:
    target, latest = row.target, row.latest
    known = [
        *(defused(text) for text in (target.id, target.number, target.name, target.unit)),
        defused(text_of(row.demand, words)),
        exact_for_machines(latest.value, target.unit) if latest else "",
        latest.day.isoformat() if latest else "",
    ]
    blank = [""] * (len(columns) - len(known) - 1)
    return [*known, *blank, words("form.done") if row.done else ""]
