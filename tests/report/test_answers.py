"""What leaders ask: the answers, counted once, and equal to what other views say."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from support import book as book_of
from support import catalogue, target, total
from tracker.assess.periods import range_of
from tracker.assess.signal import Signal
from tracker.assess.summary import summarize
from tracker.assess.workdays import Weekends
from tracker.formats.cells import sentence
from tracker.model.book import Book
from tracker.model.catalogue import Cadence
from tracker.report.answers import CLASSES, PERIODS, Answers, answers, colour_of, past
from tracker.report.briefing import BriefingRequest, briefing
from tracker.report.scope import ViewOptions, scope_of
from tracker.report.selection import Selection
from tracker.store.workspace import load
from tracker.words import Words

ZH = Words("zh")
END = date(2024, 10, 31)


@pytest.fixture(scope="module")
def of_district(district: Path) -> Book:
    return load(district, date(2026, 1, 15), cache=False).book


def asked(book: Book, day: date = END, **look: Any) -> Answers:
    return answers(scope_of(book, ViewOptions(as_of=day, **look)), Weekends())


def small() -> Book:
    """On time; red; yellow that was green; never reported; due soon and not done."""
    targets = (
        target(id="a", name="甲"),
        target(id="b", name="乙", owners=["区财政局", "区科技局"]),
        target(id="c", name="丙"),
        target(id="d", name="丁", owners=["区教育局"]),
        target(id="e", name="戊", due="2024-11-15"),
    )
    reports = (
        total("2024-10-20", 40, "a"),
        total("2024-10-31", 10, "b"),
        total("2024-10-20", 33, "c"),
        total("2024-10-31", 33, "c", preliminary=True),
        total("2024-10-31", 39, "e"),
    )
    return book_of(catalogue(*targets), *reports)


@pytest.mark.parametrize(
    "look",
    [
        {},
        {"selection": Selection(owners=("区科技局",))},
        {"selection": Selection(sections=("2",), signals=("red",))},
        {"order": "lead"},
        {"known_on": date(2024, 9, 1)},
    ],
)
@pytest.mark.parametrize("day", [END, date(2024, 7, 4), date(2025, 1, 31), date.min, date.max])
def test_colours_and_signals_add_up(of_district: Book, look: dict[str, Any], day: date) -> None:
    found = asked(of_district, day, **look)
    counts = summarize(found.scope.shown).counts
    assert sum(each.count for each in found.colours) == found.total == len(found.scope.shown)
    assert {each.signal: each.count for each in found.signals} == counts
    assert found.trend[-1].counts == counts
    for each in found.colours:
        signals = [group for group in found.signals if colour_of(group.signal) == each.colour]
        assert each.count == sum(group.count for group in signals)
        assert each.change == sum(group.change for group in signals)
        assert each.change == found.trend[-1].of(each.colour) - found.trend[-2].of(each.colour)
    assert sum(unit_score.targets for _, unit_score in found.units) == found.total
    assert found.trust.figures + found.trust.without == found.total
    assert 2 <= len(found.trend) <= PERIODS + 1


def test_the_briefing_of_the_period_counts_the_same(of_district: Book) -> None:
    span = range_of(Cadence.DEKAD, END)
    paper = briefing(of_district, BriefingRequest(span=span, written=date(2024, 11, 4)), Weekends())
    found = asked(of_district)
    assert [(s.signal, s.count, s.share, s.change) for s in found.signals] == [
        (s.signal, s.count, s.share, s.change) for s in paper.classes
    ]
    assert [c.target.id for c in found.lagging] == [c.target.id for c in paper.lagging]
    assert [a.target.id for a in found.due] == [c.target.id for c in paper.near]
    late = {d.assessment.target.id for d in paper.owing}
    assert {d.assessment.target.id for unit in found.silent for d in unit.duties} == late


def test_the_headline_says_how_many_are_on_time_and_what_the_others_are() -> None:
    found = asked(small())
    said = sentence(found.headline, ZH)
    assert said == "5项指标2项按时（40.0%）；严重滞后或逾期1项、滞后1项、未报送1项"
    assert sentence(asked(small(), selection=Selection(search="甲")).headline, ZH) == "1项指标全部按时"
    assert sentence(asked(small(), selection=Selection(search="甲乙")).headline, ZH) == "没有符合条件的指标"


def test_the_worst_what_changed_and_what_is_near() -> None:
    found = asked(small())
    assert found.worst[0].target.id == "b"
    assert [(c.target.id, c.course) for c in found.changed] == [("c", -1), ("b", 0), ("e", 0)]
    assert [a.target.id for a in found.due] == ["e"]
    assert [unit for unit, _ in found.units] == ["区财政局", "区科技局", "区教育局"]
    assert found.trust.preliminary == 1
    assert found.trust.latest == END


def test_who_has_not_reported_is_told_by_unit_the_longest_first(of_district: Book) -> None:
    found = asked(of_district)
    assert [(each.unit, each.days, len(each.duties)) for each in found.silent] == [
        ("区委宣传部", 87, 2),
        ("区生态环境局", 28, 4),
    ]


def test_the_past_may_be_taken_once_for_all_units(of_district: Book) -> None:
    whole = scope_of(of_district, ViewOptions(as_of=END))
    before = past(whole)
    part = scope_of(of_district, ViewOptions(as_of=END, selection=Selection(owners=("区财政局",))))
    one, other = answers(part, Weekends(), before), answers(part, Weekends())
    assert one.trend == other.trend
    assert replace(one, changed=()).signals == other.signals


def test_every_signal_has_a_colour() -> None:
    assert sorted(signal for signals in CLASSES.values() for signal in signals) == sorted(Signal)
