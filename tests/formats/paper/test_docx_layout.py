"""Widths of columns and breaks of titles: laws that hold for any text."""

from hypothesis import given
from hypothesis import strategies as st

from tracker.formats.paper.docx_headings import cells, title_lines
from tracker.formats.paper.docx_tables import widths

ROOM = 8_844
COLUMNS = st.lists(st.tuples(st.integers(200, 12_000), st.integers(200, 12_000)), min_size=1, max_size=12)


@given(COLUMNS)
def test_columns_fill_the_room_and_never_more(columns: list[tuple[int, int]]) -> None:
    natural, least = [max(pair) for pair in columns], [min(pair) for pair in columns]
    found = widths(natural, least, ROOM)
    assert all(width > 0 for width in found)
    assert ROOM // 2 < sum(found) <= ROOM


def test_short_columns_keep_their_width_and_long_ones_share() -> None:
    assert widths([1_000, 20_000, 5_000], [1_000, 400, 400], 9_000) == [1_000, 5_345, 2_654]
    assert widths([100, 300], [100, 100], 8_000) == [2_000, 6_000], "what is left over goes in proportion"
    assert widths([9_000, 9_000], [1_000, 6_000], 9_000) == [3_000, 6_000], "a long word stays whole"


def test_titles_are_broken_where_their_sense_is_whole() -> None:
    assert title_lines("关于进展的专报", 40) == ("关于进展的专报",)
    long = "关于《示范区高质量发展若干措施》推进情况的专报"
    assert title_lines(long, 40) == ("关于《示范区高质量发展若干措施》", "推进情况的专报")
    assert title_lines("没有可以断开之处" * 4, 40) == ("没有可以断开之处" * 4,)


@given(st.text(alphabet="关于《》“”的、报a1", max_size=60), st.integers(10, 40))
def test_a_broken_title_loses_nothing(title: str, most: int) -> None:
    lines = title_lines(title, most)
    assert "".join(lines) == title
    assert len(lines) == 1 or all(0 < cells(line) <= most for line in lines)
