"""Every target of every district as rows of a Parquet file, written as the districts come."""

from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

import pyarrow as pa

from tracker.assess.district import DistrictResult
from tracker.formats.parquet import COMPUTED, NUMBER, Rows
from tracker.report.rollup_values import figure_record
from tracker.report.values import Record
from tracker.words import Words

_TEXT = pa.string()
# What is written of each target; a district that was not read has one row, with its state and nothing else.
COLUMNS: Mapping[str, pa.DataType] = {
    "district": _TEXT,
    "state": _TEXT,
    "year": pa.int32(),
    "id": _TEXT,
    "number": _TEXT,
    "code": _TEXT,
    "name": _TEXT,
    "lead_unit": _TEXT,
    "kind": _TEXT,
    "unit": _TEXT,
    "operator": _TEXT,
    "goal": NUMBER,
    "baseline": NUMBER,
    "actual": NUMBER,
    "actual_date": pa.date32(),
    "part": NUMBER,
    "whole": NUMBER,
    "amount": NUMBER,
    "value_unit": _TEXT,
    "completion": COMPUTED,
    "expected": NUMBER,
    "lead": COMPUTED,
    "signal": _TEXT,
    "by": _TEXT,
    "file": _TEXT,
    "entry": _TEXT,
    "before": NUMBER,
    "completion_before": COMPUTED,
}
_DISTRICTS = 128  # in a group of rows: their number decides the bytes, not how the work was spread


def written(
    results: Iterable[DistrictResult], out: BinaryIO, units: Mapping[str, str], words: Words
) -> Iterator[DistrictResult]:
    """The same results one by one, their rows written on the way; `units` are those of the indicators.

    Raises TrackerError for a number that does not fit.
    """
    with Rows(out, COLUMNS, words) as rows:
        group: list[Record] = []
        for number, result in enumerate(results, 1):
            group += _records(result, units)
            if number % _DISTRICTS == 0:
                rows.add(group)
                group = []
            yield result
        rows.add(group)


def _records(result: DistrictResult, units: Mapping[str, str]) -> Iterator[Record]:
    if not result.is_read:
        yield {"district": result.name, "state": result.state.value}
    for figure in result.figures:
        unit = None if figure.code in result.refused else units.get(figure.code or "")
        head = {"district": result.name, "state": result.state.value, "year": result.year}
        yield {**head, **figure_record(result.name, figure, unit)}
