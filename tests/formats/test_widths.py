"""Widths that are certain are those of rich and of wcwidth; any other text is measured by them."""

import pytest
import wcwidth
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len, chop_cells, set_cell_size

from tracker.formats.widths import RANGES, cells, certain, chopped, cropped, ljust, width
from tracker.formats.wrap import wrap

SURE = st.text("ab-  企业，.é→ ✓", max_size=40)
ANY = st.text("ab企 k\u0301\u0e33ｱℹ\ufe0f🚁👩\u200d🔬\u1100\u1161", max_size=12)


@pytest.mark.parametrize("span", RANGES, ids=lambda span: hex(span[0]))
def test_nobody_disagrees_about_what_is_certain(span: tuple[int, int, int]) -> None:
    first, last, wide = span
    for character in map(chr, range(first, last + 1)):
        assert certain(character) == wide == cell_len(character) == wcwidth.width(character)


@given(SURE | ANY)
@example("👩\u200d🔬")
def test_any_other_text_is_measured_by_those_who_know(text: str) -> None:
    assert cells(text) == cell_len(text)
    assert width(text) == wcwidth.width(text)
    assert ljust(text, 9) == wcwidth.ljust(text, 9)


@given(SURE | ANY, st.integers(1, 12))
def test_texts_are_cut_as_rich_cuts_them(text: str, room: int) -> None:
    assert chopped(text, room) == chop_cells(text, room)
    if cells(text) > room:
        assert cropped(text, room) == set_cell_size(text, room)


@given(SURE | ANY, st.integers(8, 40))
@example("2024-W33 or half-month --as-of 科技局新引进无人机企业", 8)
def test_texts_are_wrapped_as_wcwidth_wraps_them(text: str, room: int) -> None:
    assert wrap(text.strip(), room) == wcwidth.wrap(text.strip(), room)
