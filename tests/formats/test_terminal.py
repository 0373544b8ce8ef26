"""The terminal: nothing is lost or cut at any width, colours say what they should, data is never markup."""

import re
from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.style import Style
from rich.text import Text

from support import REPOSITORY, TODAY
from tracker.assess.signal import Flag, Signal
from tracker.formats import Canvas
from tracker.formats.cells import text_of
from tracker.formats.layout import GAP, layout_of
from tracker.formats.terminal import render, render_problems
from tracker.problems import Place, Problem
from tracker.report.scope import ViewOptions, scope_of
from tracker.report.status import status
from tracker.report.values import Bar, Percent, PercentagePoints, Phrase, Value
from tracker.report.view import Block, Column, Fields, Level, Passage, Prose, Row, Table, TextLine, View
from tracker.store.workspace import load
from tracker.words import Words, printable

WORDS = Words("zh")
# Letters, spaces of several kinds, Chinese, kana of half width, marks that combine, pictures, what is forbidden.
CHARACTERS = "ab-.  \u3000企业数，（”k\u0301é\u0e33ｱ㎡한ℹ\ufe0f🚁👩\u200d🔬✓█\t\n\x1b[0m45,6"
TEXTS = st.one_of(
    # No accent without a letter below it: it would go to the column before.
    st.text(CHARACTERS, max_size=40).filter(lambda text: not text or cell_len(text[0]) > 0),
    st.just("longest-of-all-words"),
    st.just("新引进无人机企业" * 3),
    st.just("共1234567890123家"),
)
SHARES = st.fractions(-2, 2, max_denominator=50)


def values() -> st.SearchStrategy[Value]:
    flags = st.lists(st.sampled_from(Flag), min_size=1, max_size=2, unique=True).map(tuple)
    bars = st.builds(Bar, SHARES.map(Percent), SHARES.map(Percent) | st.none())
    days = st.dates(date(2024, 1, 1), date(2025, 1, 1))
    return st.one_of(
        TEXTS, st.none(), st.sampled_from(Signal), SHARES.map(PercentagePoints), bars, flags, days
    )


@st.composite
def tables(draw: st.DrawFn) -> Table:
    others = st.lists(st.sampled_from(["target", "signal", "lead", "lead_unit", "flags"]), unique=True)
    keys = ["name", *draw(others)]
    columns = tuple(
        Column(
            key,
            right=draw(st.booleans()),
            drop=draw(st.integers(0, 2)) if key != "name" else 0,  # one column stays
            late=draw(st.booleans()),
            wraps=draw(st.booleans()),
            brief=draw(st.booleans()),
        )
        for key in keys
    )
    levels = st.sampled_from([Level.ITEM, Level.TOTAL])
    cells = st.fixed_dictionaries({key: values() for key in keys})
    items = st.builds(lambda level, row, struck: Row(level, row, struck=struck), levels, cells, st.booleans())
    headings = st.builds(
        lambda level, text, owner: Row(level, number="3", text=text, owner=owner),
        st.sampled_from([Level.SECTION, Level.MEASURE]),
        TEXTS,
        TEXTS,
    )
    return Table(columns, tuple(draw(st.lists(headings | items, max_size=5))), remark=Phrase("table.empty"))


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    lines = []
    for number, text in enumerate(draw(st.lists(TEXTS, max_size=3)), 9):
        edges = sorted(draw(st.lists(st.integers(0, len(text)), max_size=4)))
        lines.append(TextLine(number, text, tuple(zip(edges[::2], edges[1::2], strict=False))))
    return Passage("policy.md", tuple(lines))


def blocks() -> st.SearchStrategy[Block]:
    keys = st.sampled_from(["name", "target", "signal", "baseline", "quote"])
    fields = st.lists(st.tuples(keys, values()), max_size=4).map(tuple)
    phrases = st.builds(lambda text: Phrase("head.saved", {"name": text}), TEXTS)
    return st.one_of(tables(), fields.map(Fields), st.tuples(phrases).map(Prose), passages())


def view_of(*shown: Block, title: str = "标题", counts: dict[Signal, int] | None = None) -> View:
    head = (Phrase("head.notice", {"notice": title}),)
    return View("status", title, head, counts, 3, shown, (Phrase("table.empty"),), {}, "targets", tuple)


def drawn(view: View, width: int | None = None, *, colour: bool = False) -> str:
    return render(view, WORDS, Canvas(width, colour=colour))


def dense(text: str) -> str:
    return "".join(text.split())


@given(st.lists(blocks(), max_size=3), TEXTS, st.integers(30, 90))
def test_no_line_is_wider_than_the_terminal_or_a_table_that_cannot_be_narrower(
    shown: list[Block], title: str, width: int
) -> None:
    counts = {Signal.DONE: 12, Signal.FAR_BEHIND: 3, Signal.SILENT: 0}
    tables_ = [layout_of(block, WORDS, width).width for block in shown if isinstance(block, Table)]
    lines = drawn(view_of(*shown, title=title, counts=counts), width).split("\n")
    assert max(map(cell_len, lines)) <= max([width, *tables_])
    assert all(line == line.rstrip() for line in lines)


@given(st.lists(blocks(), max_size=3), TEXTS, st.integers(20, 90) | st.none())
def test_colours_change_no_text(shown: list[Block], title: str, width: int | None) -> None:
    view = view_of(*shown, title=title)
    coloured = drawn(view, width, colour=True)
    plain = [line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", coloured).split("\n")]
    assert plain == drawn(view, width).split("\n")
    assert "\x1b" not in drawn(view, width)


@given(tables(), st.integers(20, 90))
def test_no_text_of_a_cell_is_lost(table: Table, width: int) -> None:
    table = table._replace(rows=tuple(row for row in table.rows if row.cells)[:1], remark=None)
    layout = layout_of(table, WORDS, width)
    title, _notice, empty, *lines = drawn(view_of(table), width).split("\n")
    assert (title, empty) == ("标题", "")
    at = 0
    for column, room in zip(layout.columns, layout.widths, strict=True):
        column_of = [line[_at(line, at) : _at(line, at + room)] for line in lines[:-3]]  # the foot comes last
        text = layout.written[0][column.key] if layout.written else ""
        assert dense("".join(column_of)).endswith(dense(text))
        assert all(any(number in line for line in column_of) for number in re.findall(r"\d[\d.,]*", text))
        at += room + GAP


def _at(line: str, cells: int) -> int:
    """The character that begins after so many cells; what combines belongs to the one before."""
    return max(n for n in range(len(line) + 1) if cell_len(line[:n]) <= cells)


@given(st.lists(TEXTS, min_size=1, max_size=3), st.integers(20, 60))
def test_no_text_of_a_field_or_a_passage_is_lost(texts: Sequence[str], width: int) -> None:
    fields = drawn(view_of(Fields(tuple(("quote", text) for text in texts))), width)
    assert dense("".join(map(printable, texts))) in dense(fields).replace("原文", "")
    assert all(number in fields for text in texts for number in re.findall(r"\d[\d.,]*", text))
    passage = drawn(view_of(Passage("a.md", tuple(TextLine(9, text) for text in texts))), width)
    assert dense("".join(map(printable, texts))) in dense(re.sub(r"(?m)^ +9 \|", "", passage))


def look(style: str | Style) -> str:
    """What a terminal receives of it."""
    return Style.parse(str(style)).render("x", color_system=ColorSystem.STANDARD)


def look_of(text: str, view: View | str) -> str:
    """How the text looks the first time it stands there."""
    screen = Text.from_ansi(view if isinstance(view, str) else drawn(view, 120, colour=True))
    at = screen.plain.index(text)
    styles = [span.style for span in screen.spans if span.start <= at < span.end]
    return look(Style.combine([Style(), *(style for style in styles if isinstance(style, Style))]))


COLOURS: dict[Signal, str] = {
    Signal.DONE: "bold green",
    Signal.ON_TRACK: "green",
    Signal.BEHIND: "yellow",
    Signal.FAR_BEHIND: "bold red",
    Signal.OVERDUE: "bold white on red",
    Signal.SILENT: "bright_black",
    Signal.PENDING: "blue",
}


@pytest.mark.parametrize("signal", Signal)
def test_each_signal_has_its_colour_wherever_it_stands(signal: Signal) -> None:
    mark = text_of(signal, WORDS)
    columns = (Column("name"), Column("lead"), Column("signal"))
    cells: dict[str, Value] = {"name": "甲", "lead": PercentagePoints(Fraction(-1, 10)), "signal": signal}
    table = view_of(Table(columns, (Row(Level.ITEM, cells),)))
    assert look_of(mark, table) == look(COLOURS[signal])
    # Beside it without the background.
    assert look_of("-10.0", table) == look("red" if signal is Signal.OVERDUE else COLOURS[signal])
    assert look_of(mark, view_of(Fields((("signal", signal),)))) == look(COLOURS[signal])
    count = f"{mark.split()[0]} {WORDS(f'signal.{signal.value}')} 7"
    assert look_of(count, view_of(counts={signal: 7})) == look(COLOURS[signal])


def test_what_fills_a_cell_has_no_colour() -> None:
    longer = (("signal", Signal.OVERDUE), ("name", "比信号长得多的名称"))
    line = next(x for x in drawn(view_of(Fields(longer)), 120, colour=True).split("\n") if "逾期" in x)
    assert re.search(r"逾期\x1b\[0m *$", line)
    assert "41" in line  # on red


def test_what_else_is_coloured() -> None:
    columns = (Column("name"), Column("flags"), Column("gap"))
    soon = Row(Level.ITEM, {"name": "甲", "flags": (Flag.DUE_SOON,), "gap": None})
    flagged = Row(
        Level.ITEM, {"name": "乙", "flags": (Flag.DUE_SOON, Flag.STALLED), "gap": "7家"}, struck=True
    )
    total = Row(Level.TOTAL, {"name": "合计", "flags": (), "gap": "7家"})
    table = view_of(Table(columns, (soon, flagged, total)))
    assert look_of(text_of((Flag.DUE_SOON,), WORDS), table) == look("blue")
    assert look_of(text_of((Flag.DUE_SOON, Flag.STALLED), WORDS), table) == look("magenta strike")
    assert look_of("—", table) == look("bright_black")
    assert look_of("乙", table) == look("strike")
    assert look_of("合计", table) == look("bold")
    assert look_of("指标", table) == look("bold underline")
    assert look_of("标题", table) == look("bold")
    assert look_of("※", table) == look("yellow")
    passage = view_of(Passage("a.md", (TextLine(9, "全年40家以上", ((2, 5),)),)))
    assert look_of("40家", passage) == look("bold reverse")
    assert look_of("以上", passage) == look_of("全年", passage) == look("")
    assert look_of("    9 |", passage) == look("bright_black")


@pytest.mark.parametrize(
    "text", ["[red]甲[/red]", "[link=file:///etc/passwd]x[/link]", ":smile:", "https://a.b"]
)
def test_markup_in_data_is_text(text: str) -> None:
    columns = (Column("name", wraps=True), Column("note"))
    row = Row(Level.ITEM, {"name": text, "note": text})
    view = view_of(Table(columns, (row,)), Fields((("quote", text),)), title=text)
    assert drawn(view, 100).count(text) == 5
    assert look_of(f"  {text}", view) == look("")


def test_the_views_of_the_district_too() -> None:
    view = status(scope_of(load(REPOSITORY, TODAY).book, ViewOptions(as_of=date(2024, 10, 31))))
    for width in (20, 60, 80, 140):
        lines = drawn(view, width, colour=True).split("\n")
        assert len(lines) > len(view.records)


def problem(excerpt: str, column: int) -> Problem:
    place = Place("progress/2024/08/2024-08-10-ab12.yaml", (), line=5, column=column, excerpt=excerpt)
    return Problem("target-unknown", place, {"name": "[red]无人机[/red]", "near": ("uav-firms",)})


def test_a_problem_stands_out_where_there_is_colour() -> None:
    said = render_problems([problem("- {target: 无人机, total: 5}", 12)], WORDS, Canvas(120, colour=True))
    assert look_of("progress/2024/08/2024-08-10-ab12.yaml", said) == look("bold")
    assert look_of("[red]无人机[/red]", said) == look("")
    assert look_of("^", said) == look("bold red")


def test_what_to_do_about_a_problem_is_not_broken_so_that_it_can_be_copied() -> None:
    said = render_problems([problem("- x", 1)] * 2, WORDS, Canvas(60))
    for lines in said.rstrip("\n").split("\n\n"):
        *sentence, _source, _caret, remedy = lines.split("\n")
        assert len(sentence) == 2
        assert max(map(cell_len, sentence)) <= 60
        assert remedy.startswith("→ ")
    wide = render_problems([problem("- x", 1)], WORDS, Canvas())
    assert wide.split("\n")[0].endswith("“[red]无人机[/red]”")


@given(st.text("甲ab：, ", min_size=1, max_size=300), st.data(), st.integers(30, 140) | st.none())
def test_the_caret_stands_below_its_place(line: str, data: st.DataObject, width: int | None) -> None:
    at = data.draw(st.integers(0, len(line) - 1))
    line = line[:at] + "X" + line[at + 1 :]
    said = render_problems([problem(line, at + 1)], WORDS, Canvas(width)).split("\n")
    source, below = said[-5:-3]
    assert cell_len(source[: source.index("X")]) == cell_len(below[: below.index("^")])
    assert cell_len(source) <= (width or 10_000)
