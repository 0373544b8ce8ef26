"""Widths of columns, breaks of titles, and pages that lie across."""

from io import BytesIO

import docx
from hypothesis import given
from hypothesis import strategies as st

from tracker.formats.paper import Paper, render
from tracker.formats.paper.docx_layout import title_lines
from tracker.formats.paper.reading import parser
from tracker.formats.paper.tables import LANDSCAPE, PORTRAIT, Grid, cells, grids_of
from tracker.words import Words

TEXT = st.text(alphabet="甲乙a1 ", max_size=60)
TABLES = st.integers(1, 12).flatmap(
    lambda n: st.lists(st.lists(TEXT, min_size=n, max_size=n), min_size=2, max_size=4)
)


def grid_of(rows: list[list[str]], sides: str = "") -> Grid:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    lines[1:1] = [f"|{'|'.join('--:' if side == 'r' else '---' for side in sides or 'l' * len(rows[0]))}|"]
    (grid,) = grids_of(parser().parse("\n".join(lines)))
    return grid


@given(TABLES, st.sampled_from([PORTRAIT, LANDSCAPE]))
def test_columns_fill_the_room_and_never_more(rows: list[list[str]], room: int) -> None:
    widths = grid_of(rows).widths(room)
    assert all(width > 0 for width in widths)
    assert room - len(widths) <= sum(widths) <= room


def test_short_columns_and_numbers_stay_whole_and_long_ones_share() -> None:
    rows = [["编号", "指标", "说明", "完成率"], ["1.1", "甲" * 30, "乙" * 90, "100.0%"]]
    assert grid_of(rows, "lllr").widths(84) == [6, 29, 40, 8]
    assert grid_of([["甲", "乙"], ["甲" * 4, "乙" * 10]]).widths(84) == [32, 51], "what is left is shared"
    assert grid_of([["Completion", "甲"], ["1", "甲" * 90]]).widths(84)[0] == 12, "a word is not broken"


def test_a_page_across_is_the_upright_one_turned() -> None:
    wide = (
        "| 甲 | 乙 | 丙 | 丁 | 戊 | 己 |\n|---|---|---|---|---|---|\n" + "|" + "很长的说明文字写在这里|" * 6
    )
    content = render("docx", Paper("题", f"# 题\n\n## 一\n\n文\n\n---\n\n## 表\n\n{wide}\n"), Words("zh"))
    sections = docx.Document(BytesIO(content)).sections
    sides = ("left", "top", "right", "bottom")
    upright, across = (
        [round(getattr(section, f"{side}_margin").mm) for side in sides] for section in sections
    )
    assert upright == [28, 37, 26, 35]
    assert across == [35, 28, 37, 26], "the head of a table lies at the binding edge"
    assert [round(section.footer_distance.mm) for section in sections if section.footer_distance] == [25, 16]


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
