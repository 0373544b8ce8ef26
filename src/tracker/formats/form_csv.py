"""A form as csv: the unit and the day above, then one target per line; for programs without xlsx."""

import csv
import io

from tracker.formats import Canvas
from tracker.formats.cells import text_of
from tracker.formats.csv import defused
from tracker.model.quantity import plain_digits
from tracker.report.form import Form, FormRow
from tracker.words import Words

# The order of the columns, headed by the words form.*; both forms have it.
COLUMNS = ("id", "number", "name", "unit", "goal", "last", "last_date", "total", "date", "note", "state")


def render(form: Form, words: Words, canvas: Canvas) -> bytes:
    """The form; a file starts with a byte order mark and ends its lines as Excel expects."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n" if canvas.file else "\n")
    if form.notice:
        writer.writerow([words("head.notice", {"notice": form.notice})])
    writer.writerow([words("form.by"), defused(form.unit)])
    writer.writerow([words("form.date"), ""])
    writer.writerow([words(f"form.{column}") for column in COLUMNS])
    writer.writerows(_cells(row, words) for row in form.rows)
    return out.getvalue().encode("utf-8-sig" if canvas.file else "utf-8")


def _cells(row: FormRow, words: Words) -> list[str]:
    target, latest = row.target, row.latest
    known = [
        *(defused(text) for text in (target.id, target.number, target.name, target.unit)),
        defused(text_of(row.demand, words)),
        plain_digits(latest.value) if latest else "",
        latest.day.isoformat() if latest else "",
    ]
    return [*known, "", "", "", words("form.done") if row.done else ""]
