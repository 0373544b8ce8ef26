"""Figures that were changed after they were known: revised, withdrawn, late, carried."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from support import book, catalogue, report, target, total
from tracker.assess.revised import FigureChange, LogComparison, RevisionCause, difference, same_value
from tracker.model.entry import Report

SINCE, UNTIL = date(2024, 8, 20), date(2024, 8, 31)


def at(day: str) -> str:
    return f"{day}T09:00:00+08:00"


def figures(*reports: Report, **keys: Any) -> tuple[FigureChange, ...]:
    """What was done between the two days to figures up to the first."""
    listed = catalogue(target(**keys))
    log = book(listed, *reports).log
    new = log.known_on(UNTIL)
    comparison = LogComparison(
        old=log.known_on(SINCE), new=new, until=SINCE, late=new.recorded_after(SINCE), sequel=log
    )
    (only,) = listed.targets
    return comparison.figures(only, only)


def told(found: tuple[FigureChange, ...]) -> list[tuple[str, RevisionCause, int | None, int | None]]:
    values = [[None if value is None else int(value) for value in (f.old, f.new)] for f in found]
    return [(str(f.day), f.cause, *pair) for f, pair in zip(found, values, strict=True)]  # type: ignore[misc]


FIRST = total("2024-08-10", 10, stem="2024-08-10-first")


def add(day: str, value: int, **more: Any) -> Report:
    return report(day, {"target": "firms", "add": value}, **more)


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        ([FIRST], []),
        # The same again is no revision.
        ([FIRST, total("2024-08-10", 10, recorded=at("2024-08-25"))], []),
        (
            [FIRST, total("2024-08-10", 12, recorded=at("2024-08-25"))],
            [("2024-08-10", RevisionCause.REVISED, 10, 12)],
        ),
        # Corrected before the first day: both sides know it.
        ([FIRST, total("2024-08-10", 12, recorded=at("2024-08-20"))], []),
        # Corrected after the second day: neither does.
        ([FIRST, total("2024-08-10", 12, recorded=at("2024-09-01"))], []),
        # A figure within its term is simply new; dekads have three days of grace here.
        ([total("2024-08-20", 10, recorded=at("2024-08-23"))], []),
        (
            [total("2024-08-20", 10, recorded=at("2024-08-24"))],
            [("2024-08-20", RevisionCause.LATE, None, 10)],
        ),
        # Behind a later figure it is late however soon it came.
        (
            [total("2024-08-20", 10), total("2024-08-19", 9, recorded=at("2024-08-21"))],
            [("2024-08-19", RevisionCause.LATE, None, 9)],
        ),
        # First said after the first day, in time, and corrected since.
        (
            [
                total("2024-08-20", 10, recorded=at("2024-08-22")),
                total("2024-08-20", 11, recorded=at("2024-08-24")),
            ],
            [("2024-08-20", RevisionCause.REVISED, 10, 11)],
        ),
        # Late, and corrected since: there was nothing before.
        (
            [
                total("2024-08-20", 10, recorded=at("2024-08-25")),
                total("2024-08-20", 11, recorded=at("2024-08-27")),
            ],
            [("2024-08-20", RevisionCause.LATE, None, 11)],
        ),
        # An increment behind others moves them all.
        (
            [FIRST, add("2024-08-18", 2), add("2024-08-15", 5, recorded=at("2024-08-25"))],
            [("2024-08-15", RevisionCause.LATE, None, 15), ("2024-08-18", RevisionCause.CARRIED, 12, 17)],
        ),
        (
            [FIRST, add("2024-08-18", 2), total("2024-08-10", 20, recorded=at("2024-08-25"))],
            [("2024-08-10", RevisionCause.REVISED, 10, 20), ("2024-08-18", RevisionCause.CARRIED, 12, 22)],
        ),
    ],
)
def test_what_was_recorded_between(reports: list[Report], expected: list[tuple[object, ...]]) -> None:
    assert told(figures(*reports)) == expected


def void(stem: str, day: str) -> Report:
    return report(stem[:10], {"void": stem, "reason": "多写一个零"}, recorded=at(day))


def test_a_withdrawn_figure_names_the_void() -> None:
    (found,) = figures(FIRST, void(FIRST.stem, "2024-08-25"))
    assert (found.cause, found.old, found.new, found.moved) == (
        RevisionCause.WITHDRAWN,
        Decimal(10),
        None,
        None,
    )
    assert found.void is not None
    assert found.void.line.reason == "多写一个零"


def test_a_withdrawn_total_may_leave_an_earlier_one() -> None:
    wrong = total("2024-08-10", 100, recorded=at("2024-08-12"), stem="2024-08-10-wrong")
    (found,) = figures(FIRST, wrong, void(wrong.stem, "2024-08-25"))
    assert (found.cause, found.old, found.new, found.moved) == (
        RevisionCause.REVISED,
        Decimal(100),
        Decimal(10),
        Decimal(-90),
    )
    assert found.void is not None
    assert found.new_entry is not None
    assert found.new_entry.report.stem == FIRST.stem


def test_written_and_withdrawn_between_the_days() -> None:
    wrong = total("2024-08-20", 100, recorded=at("2024-08-22"), stem="2024-08-20-wrong")
    assert told(figures(wrong, void(wrong.stem, "2024-08-24"))) == [
        ("2024-08-20", RevisionCause.WITHDRAWN, 100, None)
    ]
    right = total("2024-08-20", 10, recorded=at("2024-08-21"), stem="2024-08-20-right")
    # The first word stands again: nothing is left of the slip.
    assert told(figures(right, wrong, void(wrong.stem, "2024-08-24"))) == []


def test_withdrawn_on_the_day_it_was_written_it_was_never_known() -> None:
    wrong = total("2024-08-20", 100, recorded=at("2024-08-22"), stem="2024-08-20-wrong")
    assert figures(wrong, void(wrong.stem, "2024-08-22")) == ()


def test_a_target_with_a_longer_term_is_late_later() -> None:
    figure = total("2024-07-31", 10, recorded=at("2024-08-25"))
    assert told(figures(figure)) == [("2024-07-31", RevisionCause.LATE, None, 10)]
    assert figures(figure, reporting={"cadence": "month", "grace": "30"}) == ()


def test_the_same_amount_in_another_unit() -> None:
    assert same_value(None, "家", None, "家")
    assert not same_value(None, "家", FIRST.entries[0].total, "家")
    assert difference(FIRST.entries[0].total, "亿元", FIRST.entries[0].total, "万元") == 10 - 100000
    assert difference(FIRST.entries[0].total, "亿元", FIRST.entries[0].total, "家") is None
