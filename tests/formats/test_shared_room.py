"""Several columns whose text wraps share what room there is."""

import pytest

from tracker.formats.layout import NARROWEST, layout_of
from tracker.report.view import Column, Level, Row, Table
from tracker.words import Words

COLUMNS = [Column("name", wraps=True), Column("number"), Column("note", wraps=True)]
ITEM = Row(Level.ITEM, cells={"name": "甲" * 20, "number": "1.1", "note": "乙" * 60})


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (200, [40, 4, 120]),
        (100, [40, 4, 52]),  # the shorter has all it wishes
        (60, [26, 4, 26]),
        (10, [NARROWEST, 4, NARROWEST]),
    ],
)
def test_two_of_them(width: int, widths: list[int]) -> None:
    found = layout_of(Table(tuple(COLUMNS), (ITEM,)), Words("zh"), width)
    assert list(found.columns) == COLUMNS
    assert list(found.widths) == widths
