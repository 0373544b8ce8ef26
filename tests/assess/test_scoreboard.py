"""Scores of units: what is counted for whom, and which completions have a mean."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from support import assessed, catalogue, target, total
from support import book as book_of
from tracker.assess.assessment import assess
from tracker.assess.reporting import Arrival, Duty, duties, first_day
from tracker.assess.signal import Signal
from tracker.assess.summary import Role, by_unit, mean_completion, score
from tracker.assess.workdays import Weekends
from tracker.model.entry import Report

DAY = date(2024, 10, 31)


def found(*reports: Report, **options: Any) -> tuple[Duty, ...]:
    targets = (
        target(id="a", name="甲"),
        target(id="b", name="乙", owners=["区财政局", "区科技局", "区教育局"]),
        target(id="c", name="丙", owners=["区财政局"]),
    )
    book = book_of(catalogue(*targets), *reports)
    assessments = assess(book, DAY, **options)
    return duties(assessments, book.log, DAY, first_day(assessments, book.log, DAY), Weekends())


def names(groups: dict[str, tuple[Duty, ...]]) -> dict[str, list[str]]:
    return {unit: [duty.assessment.target.id for duty in group] for unit, group in groups.items()}


def test_the_first_unit_leads_and_the_others_take_part() -> None:
    assert names(by_unit(found(), Role.LEAD)) == {"区科技局": ["a"], "区财政局": ["b", "c"]}
    assert names(by_unit(found(), Role.PARTICIPANT)) == {
        "区财政局": ["a"],
        "区科技局": ["b"],
        "区教育局": ["b"],
    }


def test_a_score_adds_up() -> None:
    late = total("2024-10-10", 5, "b", recorded="2024-10-20T09:00:00+08:00")
    seen = score(found(total("2024-09-30", 40, "a"), total("2024-09-30", 1, "b"), late))
    assert (seen.targets, seen.counts[Signal.DONE], seen.counts[Signal.SILENT]) == (3, 1, 2)
    # From October on, after the dekad in which the log began: two dekads of b and c are due, none of a.
    assert seen.due == 4
    assert seen.arrivals == {Arrival.ON_TIME: 0, Arrival.LATE: 1, Arrival.MISSING: 3}
    assert seen.punctuality == 0
    assert (seen.owing, seen.waiting) == (2, 0)


def test_reports_can_be_counted_from_a_day_on() -> None:
    all_of_them = found(total("2024-09-30", 1, "b"))
    assert [score(all_of_them, since).due for since in (date(2024, 10, 14), date(2024, 10, 15))] == [6, 3]
    assert score(all_of_them, date(2024, 10, 24)).punctuality is None


def test_completions_count_between_0_and_100() -> None:
    over = assessed({}, "2024-10-31", total("2024-10-31", 80))
    half = assessed({}, "2024-10-31", total("2024-10-31", 20))
    level = {"kind": "level", "target": {"reach": "17"}, "baseline": "5"}
    below = assessed(level, "2024-10-31", total("2024-10-31", 2))
    assert below.completion is not None
    assert below.completion < 0
    assert mean_completion([over, half]) == Fraction(3, 4)
    assert mean_completion([over, half, below]) == Fraction(1, 2)
    assert mean_completion([assessed({}, "2024-10-31")]) is None


def test_limits_that_are_used_up_have_no_part_in_the_mean() -> None:
    limit = {"unit": "亿元", "target": {"at_most": "3.5"}}
    used = assessed(limit, "2024-10-31", total("2024-10-31", Decimal("3.5")))
    assert used.completion == 1
    assert mean_completion([used]) is None
    assert mean_completion([used, assessed({}, "2024-10-31", total("2024-10-31", 20))]) == Fraction(1, 2)
