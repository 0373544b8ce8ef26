"""The terminal's lines are those that rich draws, byte for byte: colours, wide characters, words that break."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import term_by_rich
from support import REPOSITORY, TODAY
from tracker.assess.signal import Flag, Signal
from tracker.formats import Canvas, term
from tracker.model.naming import find_target
from tracker.report.detail import detail
from tracker.report.gaps import gaps
from tracker.report.owners import ScoreboardOptions, owners
from tracker.report.profiles import profiles
from tracker.report.scope import Scope, ViewOptions, scope_of
from tracker.report.status import status
from tracker.report.values import Bar, PercentagePoints, Phrase, Value
from tracker.report.view import (
    Block,
    Column,
    Fields,
    Level,
    Passage,
    Prose,
    Row,
    Table,
    TextLine,
    View,
)
from tracker.store.workdays import working_calendar
from tracker.store.workspace import load
from tracker.words import Words

# Letters, spaces of several kinds, Chinese, kana of half width, marks that combine, pictures, what is forbidden.
CHARACTERS = "ab-.  \u3000企业数，k\u0301é\u0e33ｱ㎡한ℹ\ufe0f🚁👩\u200d🔬✓█\t\n\x1b"
TEXTS = (
    st.text(CHARACTERS, max_size=24)
    | st.just("")
    | st.just("longest-of-all-words")
    | st.just("新引进无人机企业" * 3)
)
SHARES = st.fractions(-2, 2, max_denominator=50)


def values() -> st.SearchStrategy[Value]:
    flags = st.lists(st.sampled_from(Flag), min_size=1, max_size=2, unique=True).map(tuple)
    return st.one_of(
        TEXTS,
        TEXTS,
        st.none(),
        st.sampled_from(Signal),
        SHARES.map(PercentagePoints),
        st.builds(Bar, SHARES, SHARES | st.none()),
        flags,
        st.dates(date(2024, 1, 1), date(2025, 1, 1)),
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
            wraps=draw(st.booleans()),
            brief=draw(st.booleans()),
        )
        for key in keys
    )
    headings = st.tuples(st.sampled_from([Level.SECTION, Level.MEASURE]), TEXTS, TEXTS).map(
        lambda it: Row(it[0], number="3", text=it[1], owner=it[2])
    )
    levels = st.sampled_from([Level.ITEM, Level.ITEM, Level.TOTAL])
    names = TEXTS.filter(bool)  # else nothing might stand in the table at all
    cells_of = st.fixed_dictionaries({key: names if key == "name" else values() for key in keys})
    items = st.tuples(levels, cells_of, st.booleans()).map(lambda it: Row(it[0], it[1], struck=it[2]))
    rows = draw(st.lists(headings | items, max_size=6))
    remark = Phrase("table.empty") if draw(st.booleans()) else None
    return Table(columns, tuple(rows), remark=remark)


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
    return st.one_of(tables(), tables(), fields.map(Fields), st.tuples(phrases).map(Prose), passages())


@st.composite
def views(draw: st.DrawFn) -> View:
    counts = st.dictionaries(st.sampled_from(Signal), st.integers(0, 99))
    return View(
        name="status",
        title=draw(TEXTS),
        head=(Phrase("head.notice", {"notice": draw(TEXTS)}),),
        counts=draw(counts | st.none()),
        total=3,
        blocks=tuple(draw(st.lists(blocks(), max_size=3))),
        foot=(Phrase("table.empty"),),
        facts={},
        items="targets",
        make_records=lambda: (),
    )


def assert_the_same(view: View, language: str, canvas: Canvas) -> None:
    words = Words(language)
    assert term.render(view, words, canvas) == term_by_rich.render(view, words, canvas)


@given(
    view=views(),
    wide=st.integers(1, 70) | st.none(),
    colour=st.booleans(),
    language=st.sampled_from(["zh", "en"]),
)
def test_any_view_is_drawn_as_rich_draws_it(
    view: View,
    wide: int | None,
    colour: bool,  # noqa: FBT001 - drawn
    language: str,
) -> None:
    assert_the_same(view, language, Canvas(wide, colour=colour))


@pytest.fixture(scope="module")
def scope() -> Scope:
    return scope_of(load(REPOSITORY, TODAY).book, ViewOptions(as_of=date(2024, 10, 31)))


REAL: dict[str, Callable[[Scope], View]] = {
    "status": status,
    "gaps": gaps,
    "profiles": profiles,
    "owners": lambda scope: owners(scope, working_calendar(), ScoreboardOptions()),
    "show": lambda scope: detail(scope, find_target(scope.book.catalogue, "uav-firms"), {}, opened=False),
}


@pytest.mark.parametrize("name", REAL)
@pytest.mark.parametrize("wide", [20, 60, 80, 140])
@pytest.mark.parametrize("colour", [True, False])
def test_the_views_of_the_district_too(scope: Scope, name: str, wide: int, colour: bool) -> None:  # noqa: FBT001
    view = REAL[name](scope)
    for language in ("zh", "en"):
        assert_the_same(view, language, Canvas(wide, colour=colour))
