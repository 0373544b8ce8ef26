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
# Further ones, where replies are asked for.
REPLY = ("cause", "remedy", "by_when")


def columns_of(form: Form) -> tuple[str, ...]:
    """The order of the columns, headed by the words form.*; both forms have it.

    Part and whole are asked for where a share is among the targets, replies where some row is pressed.
    """
    counted, reply = (_COUNTED if form.counts_shares else ()), (REPLY if form.asks_reply else ())
    return (*_KNOWN, "total", *counted, "date", "note", *reply, "state")


def render(form: Form, words: Words, canvas: Canvas) -> bytes:
    """The form; a file starts with a byte order mark and ends its lines as Excel expects."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n" if canvas.file else "\n")
    if form.notice:
        writer.writerow([words("head.notice", {"notice": form.notice})])
    writer.writerow([words("form.by"), defused(form.unit)])
    writer.writerow([words("form.date"), ""])
    columns = columns_of(form)
    writer.writerow([words(f"form.{column}") for column in columns])
    writer.writerows(_cells(row, columns, words) for row in form.rows)
    return out.getvalue().encode("utf-8-sig" if canvas.file else "utf-8")


def state_of(row: FormRow, words: Words) -> str:
    """What is said of a target at the end of its row: done, or a reply is asked for."""
    return words("form.done" if row.done else "form.pressed") if row.done or row.pressed else ""


def _cells(row: FormRow, columns: tuple[str, ...], words: Words) -> list[str]:
    target, latest = row.target, row.latest
    known = [
        *(defused(text) for text in (target.id, target.number, target.name, target.unit)),
        defused(text_of(row.demand, words)),
        exact_for_machines(latest.value, target.unit) if latest else "",
        latest.day.isoformat() if latest else "",
    ]
    return [*known, *[""] * (len(columns) - len(known) - 1), state_of(row, words)]
