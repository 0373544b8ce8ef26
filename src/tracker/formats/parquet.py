"""Parquet by pyarrow (an extra): the records of a view as typed columns, whole or as they come.

Numbers of files are exact decimals (decimal128) of sixteen places, twice as many as a file may have, so that
what was converted (元 to 亿元) is exact too. Computed ones have six places, as in CSV and JSON.
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import BinaryIO, Self

import pyarrow as pa
import pyarrow.parquet as pq

from tracker.formats import Canvas
from tracker.formats.cells import for_machines, text_of
from tracker.model.quantity import rounded
from tracker.problems import ExitCode, TrackerError
from tracker.report.values import (
    Amount,
    Difference,
    Percent,
    PercentagePoints,
    Record,
    Shortfall,
    Times,
    Value,
    Word,
)
from tracker.report.view import View
from tracker.words import Words

PLACES = 16
NUMBER = pa.decimal128(38, PLACES)
COMPUTED = pa.decimal128(18, 6)
_LARGEST = 10 ** (38 - PLACES)
_LARGEST_COMPUTED = 10**12


def render(view: View, words: Words, _canvas: Canvas) -> bytes:
    """The records as one table, of the same view the same bytes.

    Raises ModuleNotFoundError where pyarrow is not installed, TrackerError for a number that does not fit.
    """
    records = view.records
    out = io.BytesIO()
    types = {key: _type_of([record[key] for record in records]) for key in view.keys}
    with Rows(out, types, words) as rows:
        rows.add(records)
    return out.getvalue()


class Rows:
    """A table that is written as its rows come; of the same rows in the same groups the same bytes."""

    def __init__(self, out: BinaryIO, types: Mapping[str, pa.DataType], words: Words) -> None:
        self._schema = pa.schema([pa.field(key, kind) for key, kind in types.items()])
        self._writer = pq.ParquetWriter(out, self._schema, compression="zstd")
        self._words = words

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._writer.close()

    def add(self, records: Sequence[Record]) -> None:
        """Write these rows as one group; of no rows nothing. Raises TrackerError for what does not fit."""
        if not records:
            return
        columns = [
            pa.array(
                [_value(record.get(field.name), field.type, self._words) for record in records], field.type
            )
            for field in self._schema
        ]
        self._writer.write_table(pa.Table.from_arrays(columns, schema=self._schema))


def _type_of(values: Iterable[Value]) -> pa.DataType:
    """The type of a column: that of its values, text where they are not all of one sort."""
    kinds = {_kind(value) for value in values if value is not None}
    if len(kinds) > 1 and kinds <= {NUMBER, COMPUTED, pa.int64()}:
        return NUMBER
    return kinds.pop() if len(kinds) == 1 else pa.string()


def _kind(value: Value) -> pa.DataType:
    match value:
        case bool():
            return pa.bool_()
        case int():
            return pa.int64()
        case date():
            return pa.date32()
        case Decimal() | Difference() | Shortfall():
            return NUMBER
        case Percent() | PercentagePoints() | Amount() | Times():
            return COMPUTED
        case _ if type(value) is tuple:
            return pa.list_(pa.string())
        case _:
            return pa.string()


def _value(value: object, kind: pa.DataType, words: Words) -> object:
    if value is None:
        return None
    if kind == NUMBER:
        return _number(value)
    if kind == COMPUTED:
        return _fitting(Decimal(for_machines(value)), _LARGEST_COMPUTED)  # type: ignore[arg-type]
    if pa.types.is_list(kind):
        return [_text(each, words) for each in value]  # type: ignore[attr-defined]
    if kind == pa.string():
        return _text(value, words)
    return value


def _text(value: object, words: Words) -> str:
    """Text; what is one of a few words by its key, as in JSON, whatever language the run has."""
    match value:
        case Word(_, key):
            return key
        case Enum():
            return str(value.value)
        case _:
            return text_of(value, words)  # type: ignore[arg-type]


def _number(value: object) -> Decimal:
    """A number to sixteen places: exact, but for what has no end (亩 in 公顷) or more of them."""
    match value:
        case Percent() | PercentagePoints() | Times():
            found: object = Decimal(for_machines(value))
        case Difference(exact) | Shortfall(exact) | Amount(exact):
            found = exact
        case _:
            found = value
    if not isinstance(found, Decimal | Fraction | int):
        raise TypeError(value)
    return _fitting(rounded(Fraction(found), PLACES), _LARGEST)


def _fitting(value: Decimal, largest: int) -> Decimal:
    if abs(value) >= largest:
        raise TrackerError("parquet-large", ExitCode.USAGE, value=value)
    return value
