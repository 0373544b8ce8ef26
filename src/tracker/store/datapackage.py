"""Reading a data package: the values it publishes, or everything that is wrong with it, with file and line.

Only the resource `assessment` is read, and of it only the columns of `Published`. Who writes a package by
other means needs no more than the columns `id` and `value`.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from tracker.model.datapackage import DESCRIPTOR, NEEDED, VALUES, Package, Published
from tracker.model.period import iso_day
from tracker.model.quantity import decimal_of
from tracker.model.worksheet import FORMULA, SheetRow, Worksheet
from tracker.problems import Place, Problem
from tracker.store.csv_table import sheets
from tracker.store.files import MEBIBYTE, UnreadableError, inside, read_bytes

_LIMIT = 64 * MEBIBYTE
_MARKED = (*FORMULA, "'")  # before these the writer puts an apostrophe

T = TypeVar("T")


def read_package(path: Path) -> tuple[Package | None, list[Problem]]:
    """The package in a folder, or of a descriptor; None with every problem where there is any."""
    descriptor = path / DESCRIPTOR if path.is_dir() else path
    place = Place(str(descriptor))
    try:
        document = json.loads(read_bytes(descriptor, _LIMIT).decode("utf-8-sig"))
    except UnreadableError as error:
        return None, [Problem(error.code, place, error.facts)]
    except (ValueError, RecursionError) as error:
        line, column = getattr(error, "lineno", 1), getattr(error, "colno", 1)
        return None, [Problem("package-json", Place(str(descriptor), line=line, column=column))]
    data = document if isinstance(document, dict) else {}
    file = _file_of_values(data, descriptor)
    if isinstance(file, Problem):
        return None, [file]
    try:
        (sheet,) = sheets(read_bytes(file, _LIMIT), str(file))
    except UnreadableError as error:
        return None, [Problem(error.code, Place(str(file)), error.facts)]
    reader = _Reader(sheet)
    values = reader.values()
    if reader.problems:
        return None, reader.problems
    return Package(_text_of(data, "title"), _day_of(data, "as_of"), values, reader.repeated), []


def _file_of_values(data: Mapping[str, Any], descriptor: Path) -> Path | Problem:
    """The file of the resource that holds the values: below the descriptor, wherever links lead."""
    resources = data.get("resources")
    listed = [one for one in resources if isinstance(one, dict)] if isinstance(resources, list) else []
    found = next((one for one in listed if one.get("name") == VALUES), None)
    if found is None:
        return Problem("package-resource", Place(str(descriptor)), {"name": VALUES})
    named = found.get("path")
    pure = PurePosixPath(named) if isinstance(named, str) and named else None
    if pure is None or pure.is_absolute() or ".." in pure.parts or ":" in str(pure) or "\\" in str(pure):
        return Problem("package-path", Place(str(descriptor)), {"path": str(named)})
    file = descriptor.parent / pure
    if not inside(file, descriptor.parent):
        return Problem("package-path", Place(str(descriptor)), {"path": str(named)})
    return file


@dataclass(slots=True)
class _Reader:
    """Reads the rows of one table into values, and what is wrong with them into `problems`.

    A code of two rows spoils that code alone, and goes into `repeated`.
    """

    sheet: Worksheet
    problems: list[Problem] = field(default_factory=list)
    repeated: dict[str, Problem] = field(default_factory=dict)
    _columns: dict[str, int] = field(default_factory=dict)

    def values(self) -> tuple[Published, ...]:
        head, *rows = self.sheet.rows or (SheetRow(1, ()),)
        for column, cell in enumerate(head.cells, 1):
            self._columns.setdefault(str(cell.value or "").strip(), column)
        missing = tuple(name for name in NEEDED if name not in self._columns)
        if missing:
            self._complain(head, None, "package-column", names=missing)
            return ()
        seen: dict[str, int] = {}
        codes: set[str] = set()
        found = []
        for row in rows:
            one = self._value(row)
            if one.id in seen:
                self._complain(row, "id", "package-twice", id=one.id, line=seen[one.id])
            seen.setdefault(one.id, row.number)
            if one.code in codes:
                key = "indicator" if one.indicator else "id"
                self.repeated.setdefault(
                    one.code, Problem("code-twice", self._place(row, key), {"value": one.code})
                )
            codes.add(one.code)
            found.append(one)
        return tuple(found)

    def _value(self, row: SheetRow) -> Published:
        name = self._text(row, "id")
        if not name:
            self._complain(row, "id", "package-id")
        part, whole = self._number(row, "part"), self._number(row, "whole")
        if (part is None) != (whole is None) or (part or 0) < 0 or (whole is not None and whole <= 0):
            self._complain(row, "part", "package-counted")
        return Published(
            id=name or "",
            value=self._number(row, "value"),
            name=self._text(row, "name"),
            unit=self._text(row, "unit"),
            kind=self._text(row, "kind"),
            indicator=self._text(row, "indicator"),
            day=self._read(row, "day", iso_day, "package-day"),
            part=part,
            whole=whole,
        )

    def _number(self, row: SheetRow, name: str) -> Decimal | None:
        return self._read(row, name, decimal_of, "package-number")

    def _read(self, row: SheetRow, name: str, read: Callable[[str], T], code: str) -> T | None:
        """What `read` makes of a cell, None where it is empty or that is a problem."""
        text = self._cell(row, name)
        if not text:
            return None
        try:
            return read(text)
        except ValueError:
            self._complain(row, name, code, text=text, name=name)
            return None

    def _text(self, row: SheetRow, name: str) -> str | None:
        text = self._cell(row, name)
        return (text[1:] if text[:1] == "'" and text[1:].startswith(_MARKED) else text) or None

    def _cell(self, row: SheetRow, name: str) -> str:
        return str(row.at(self._columns.get(name)).value or "")

    def _complain(self, row: SheetRow, key: str | None, code: str, **facts: object) -> None:
        self.problems.append(Problem(code, self._place(row, key), facts))

    def _place(self, row: SheetRow, key: str | None) -> Place:
        return Place(self.sheet.file, line=row.number, column=self._columns.get(key or "", 1))


def _text_of(data: Mapping[str, Any], key: str) -> str | None:
    return data[key] if isinstance(data.get(key), str) else None


def _day_of(data: Mapping[str, Any], key: str) -> date | None:
    try:
        return iso_day(str(data.get(key)))
    except ValueError:
        return None
