"""A data package: CSV files with `datapackage.json`, for open-data portals and statistics.

Its files begin with a byte order mark, by which Excel knows their encoding; to whoever reads them as the
descriptor says (UTF-8) it is no part of the first heading.
"""

import csv
import io
import json
from datetime import date
from decimal import Decimal
from hashlib import sha256

from tracker.assess.signal import Signal
from tracker.formats.cells import exact_for_machines, for_machines
from tracker.model.datapackage import DESCRIPTOR, TABLES, Table, TableField
from tracker.model.quantity import plain_digits
from tracker.model.worksheet import FORMULA
from tracker.report.package import package_rows
from tracker.report.scope import Scope
from tracker.report.values import Amount, Percent, PercentagePoints, Record, Shortfall, Times, Word
from tracker.words import LANGUAGES, Words, printable


def render(scope: Scope) -> dict[str, bytes]:
    """The files of the package by their names, the descriptor first."""
    rows = package_rows(scope)
    files = {f"{table.name}.csv": _csv(table, rows[table.name]) for table in TABLES}
    catalogue = scope.book.catalogue
    descriptor = {
        "profile": "tabular-data-package",
        "name": f"indicators-{catalogue.year}",
        "title": printable(catalogue.title),
        "description": printable(catalogue.notice) if catalogue.notice else _both("package.description"),
        "as_of": scope.as_of.isoformat(),
        "known_on": scope.known_on.isoformat() if scope.known_on else None,
        "rule": scope.profile.name,
        "resources": [_resource(table, files[f"{table.name}.csv"]) for table in TABLES],
    }
    given = {key: value for key, value in descriptor.items() if value is not None}
    text = json.dumps(given, ensure_ascii=False, indent=2) + "\n"
    return {DESCRIPTOR: text.encode(), **files}


def _csv(table: Table, rows: tuple[Record, ...]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in table.fields])
    writer.writerows([_cell(row[column.name]) for column in table.fields] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    """Numbers bare and exact; no text can become a formula of a spreadsheet."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Percent() | PercentagePoints() | Amount() | Times():
            return for_machines(value)
        case Shortfall():
            return exact_for_machines(*value)
        case Decimal():
            return plain_digits(value)
        case Signal():
            return value.value
        case Word():
            return value.key
        case date():
            return value.isoformat()
        case tuple():
            return _text("；".join(map(str, value)))
        case _:
            return _text(str(value))


def _text(text: str) -> str:
    """The text with an apostrophe before what a spreadsheet would compute, or what has one already."""
    return f"'{printable(text)}" if text.startswith((*FORMULA, "'")) else printable(text)


def _resource(table: Table, content: bytes) -> dict[str, object]:
    schema: dict[str, object] = {
        "fields": [_field(table, column) for column in table.fields],
        "missingValues": [""],
        "primaryKey": table.key,
    }
    if table.of_targets:
        reference = {"resource": "targets", "fields": "id"}
        schema["foreignKeys"] = [{"fields": "id", "reference": reference}]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": _both(f"package.{table.name}"),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n"},
        "schema": schema,
    }


def _field(table: Table, column: TableField) -> dict[str, object]:
    described = f"package.{table.name}.{column.name}"
    return {
        "name": column.name,
        "type": column.type,
        "title": _both(f"column.{column.name}"),
        **({"description": _both(described)} if Words(LANGUAGES[0]).has(described) else {}),
        **({"constraints": column.constraints} if column.constraints else {}),
        **({"unit": column.unit} if column.unit else {}),
    }


def _both(key: str) -> str:
    """A sentence in Chinese and in English."""
    return " / ".join(Words(language)(key) for language in LANGUAGES)
