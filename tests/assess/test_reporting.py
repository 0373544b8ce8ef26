"""What is asked for, what came in time, and what is owed."""

from datetime import date
from typing import Any

from support import TODAY, catalogue, report, target, total
from support import book as book_of
from tracker.assess.assessment import assess
from tracker.assess.reporting import Arrival, Duty, OwedState, duties, first_day
from tracker.assess.signal import Signal
from tracker.assess.workdays import Weekends
from tracker.model.book import Book
from tracker.model.entry import Report
from tracker.store.workdays import working_calendar

JULY = {"from_": "2024-07-01"}
OTHER = target(id="other", name="别的")


def looked_at(book: Book, day: str, *, weekends: bool = True) -> tuple[Duty, ...]:
    as_of = date.fromisoformat(day)
    found = assess(book, as_of)
    calendar = Weekends() if weekends else working_calendar()
    return duties(found, book.log, as_of, first_day(found, book.log, as_of), calendar)


def duty(keys: dict[str, Any], day: str, *reports: Report, **options: Any) -> Duty:
    """The first of two targets; the second has a figure of June, with which the log begins."""
    began = total("2024-06-30", 1, "other", stem="2024-06-30-began")
    book = book_of(catalogue(target(**keys), OTHER), began, *reports)
    return looked_at(book, day, **options)[0]


def arrivals(found: Duty) -> list[tuple[str, str, str]]:
    return [(r.period.code[5:], r.due.isoformat()[5:], r.arrival.value) for r in found.requests]


def test_each_period_is_asked_for_from_the_first_of_the_targets_own() -> None:
    found = duty({"from_": "2024-07-15"}, "2024-08-14")
    assert arrivals(found) == [
        ("07-11/20", "07-23", "missing"),
        ("07-21/31", "08-05", "missing"),  # the 3rd is a Saturday
        ("08-01/10", "08-13", "missing"),
    ]


def test_the_due_day_moves_behind_holidays() -> None:
    found = duty({"from_": "2024-09-21"}, "2024-10-31", weekends=False)
    assert arrivals(found)[0][:2] == ("09-21/30", "10-08")
    assert arrivals(duty({"from_": "2024-09-21"}, "2024-10-31"))[0][:2] == ("09-21/30", "10-03")


def test_in_time_is_what_was_recorded_by_the_due_day_in_china() -> None:
    for recorded, arrival in (
        ("2024-07-15T23:59:00+08:00", Arrival.ON_TIME),
        ("2024-07-15T15:59:00+00:00", Arrival.ON_TIME),
        ("2024-07-15T16:00:00+00:00", Arrival.LATE),
        ("2024-07-16T00:00:00+08:00", Arrival.LATE),
    ):
        # The 13th, three days after the dekad, is a Saturday.
        found = duty(JULY, "2024-07-31", total("2024-07-10", 5, recorded=recorded))
        assert found.requests[0].arrival is arrival, recorded


def test_a_correction_does_not_make_a_report_late() -> None:
    first = total("2024-07-10", 5, recorded="2024-07-11T09:00:00+08:00")
    later = total("2024-07-10", 6, recorded="2024-09-01T09:00:00+08:00")
    assert duty(JULY, "2024-07-31", first, later).requests[0].arrival is Arrival.ON_TIME


def test_a_withdrawn_report_never_came() -> None:
    wrong = total("2024-07-10", 5, stem="2024-07-10-wrong")
    void = report("2024-07-12", {"void": "2024-07-10-wrong", "reason": "错"})
    assert duty(JULY, "2024-07-17", wrong, void).requests[0].arrival is Arrival.MISSING


def test_a_later_figure_in_time_answers_earlier_periods_too() -> None:
    # Dated the 12th and recorded that day: the first dekad is due on the 15th.
    found = duty(JULY, "2024-07-31", total("2024-07-12", 5))
    assert arrivals(found) == [("07-01/10", "07-15", "on_time"), ("07-11/20", "07-23", "on_time")]


def test_a_period_that_was_passed_over_stays_missing() -> None:
    found = duty(JULY, "2024-07-31", total("2024-07-20", 5))
    assert arrivals(found) == [("07-01/10", "07-15", "missing"), ("07-11/20", "07-23", "on_time")]
    assert found.owed is not None
    assert found.owed.first.code == "2024-07-21/31"


def test_an_increment_without_a_start_is_no_figure() -> None:
    level = {**JULY, "kind": "level", "target": {"reach": "40"}, "path": "hold"}
    base = total("2024-07-05", 5, recorded="2024-08-01T09:00:00+08:00")
    more = report("2024-07-10", {"target": "firms", "add": 3})
    book = book_of(catalogue(target(**level), OTHER), total("2024-06-30", 1, "other"), base, more)
    day = date(2024, 7, 17)
    for known, arrival in ((None, Arrival.ON_TIME), (day, Arrival.MISSING)):
        log = book.log if known is None else book.log.known_on(known)
        found = duties(assess(book, day, known_on=known), log, day, date(2024, 6, 30), Weekends())[0]
        assert [request.arrival for request in found.requests] == [arrival]


def test_a_report_is_late_from_the_day_after_its_due_day() -> None:
    at = {day: duty(JULY, day).owed for day in ("2024-07-10", "2024-07-15", "2024-07-16", "2024-07-22")}
    states = [
        (owed.state, owed.days_late, owed.working_days_late, owed.missed) for owed in at.values() if owed
    ]
    assert states == [
        (OwedState.WAITING, 0, 0, 0),
        (OwedState.WAITING, 0, 0, 0),
        (OwedState.LATE, 1, 1, 1),
        (OwedState.LATE, 7, 5, 1),
    ]


def test_lateness_counts_from_the_first_period_without_an_answer() -> None:
    owed = duty(JULY, "2024-08-25", total("2024-07-12", 5)).owed
    assert owed is not None
    assert (owed.first.code, owed.latest.code) == ("2024-07-21/31", "2024-08-11/20")
    assert owed.due == date(2024, 8, 5)
    assert (owed.days_late, owed.missed) == (20, 3)


def test_it_is_owed_from_the_last_day_of_the_period_on() -> None:
    given = total("2024-07-10", 5)
    assert duty(JULY, "2024-07-19", given).owed is None
    owed = duty(JULY, "2024-07-20", given).owed
    assert owed is not None
    assert (owed.state, owed.latest.code) == (OwedState.WAITING, "2024-07-11/20")
    assert duty(JULY, "2024-07-20", given, total("2024-07-20", 5)).owed is None


def test_a_silent_target_is_always_asked() -> None:
    # A figure of the first day of a dekad answers that dekad, yet is too old before the next one has ended.
    found = duty(JULY, "2024-07-16", total("2024-07-01", 5))
    assert found.assessment.signal is Signal.SILENT
    assert found.owed is not None
    assert (found.owed.state, found.owed.latest.code) == (OwedState.WAITING, "2024-07-11/20")


def test_nothing_is_asked_once_the_goal_was_met() -> None:
    found = duty(JULY, "2024-10-31", total("2024-07-10", 30), total("2024-07-25", 41))
    assert [row[0] for row in arrivals(found)] == ["07-01/10", "07-11/20", "07-21/31"]
    assert found.owed is None


def test_reports_are_asked_again_once_the_goal_is_not_met_any_more() -> None:
    fallen = total("2024-10-02", 39)
    found = duty(JULY, "2024-10-31", total("2024-07-10", 41), fallen)
    assert [row[0] for row in arrivals(found)] == ["07-01/10", "10-11/20"]
    assert found.owed is not None
    assert found.owed.first.code == "2024-10-11/20"


def test_an_overdue_target_is_asked_on() -> None:
    milestone = {"kind": "milestone", "target": {"done_by": "2024-09-30"}, **JULY}
    found = duty(milestone, "2024-11-30", total("2024-10-10", 80))
    assert found.assessment.signal is Signal.OVERDUE
    assert found.owed is not None
    owed = found.owed
    assert (owed.missed, owed.first, owed.first.code) == (0, owed.latest, "2024-11-21/30")


def test_after_the_deadline_the_last_figure_is_asked_for_once() -> None:
    owed = duty({"target": {"at_least": "40"}, **JULY}, "2025-03-15", total("2024-08-31", 12)).owed
    assert owed is not None
    assert (owed.missed, owed.first, owed.first.code) == (1, owed.latest, "2024-12-21/31")


def test_what_is_judged_at_its_deadline_is_asked_for_then() -> None:
    keys = {"kind": "level", "target": {"reach": "40"}, "due": "2024-09-15", "path": "at_due", **JULY}
    before = duty(keys, "2024-09-14")
    assert before.assessment.signal is Signal.PENDING
    assert (before.requests, before.owed) == ((), None)
    on_the_day = duty(keys, "2024-09-15")
    assert on_the_day.assessment.signal is Signal.SILENT
    assert on_the_day.owed is not None
    assert on_the_day.owed.state is OwedState.WAITING
    assert arrivals(duty(keys, "2024-10-01")) == [("09-11/20", "09-23", "missing")]


def test_what_has_not_begun_owes_nothing() -> None:
    found = duty({"from_": "2024-10-01"}, "2024-09-30")
    assert (found.requests, found.owed) == ((), None)


def test_a_rate_that_must_hold_is_asked_until_its_final_figure() -> None:
    keys = {"kind": "growth", "target": {"at_least": "15"}, "reporting": {"cadence": "month", "grace": "20"}}
    november = total("2024-11-30", 16)
    assert duty(keys, "2024-12-31", november).owed is not None
    over = duty(keys, "2025-03-31", november)
    assert over.assessment.signal is Signal.DONE
    assert over.owed is None
    assert over.requests[-1].period.code == "2024-11"
    short = duty(keys, "2025-03-31", total("2024-11-30", 14))
    assert short.assessment.signal is Signal.OVERDUE
    assert short.owed is not None
    assert short.requests[-1].period.code == "2024-12"


def test_the_log_begins_with_the_first_figure_of_any_target() -> None:
    found = duty({}, "2024-07-31")
    assert found.requests[0].period.code == "2024-07-01/10"
    book = book_of(catalogue(target()), total("2024-07-05", 5))
    # The dekad in which the log began is not held against anybody.
    assert [r.period.code for r in looked_at(book, "2024-07-31")[0].requests] == ["2024-07-11/20"]


def test_without_any_figure_the_running_period_is_asked_for() -> None:
    (found,) = looked_at(book_of(catalogue(target())), "2024-11-05")
    assert found.requests == ()
    assert found.owed is not None
    assert (found.owed.state, found.owed.latest.code) == (OwedState.WAITING, "2024-11-01/10")


def test_what_is_not_known_yet_is_missing() -> None:
    book = book_of(
        catalogue(target(**JULY)),
        total("2024-07-05", 1),
        total("2024-07-31", 5, recorded="2024-08-20T09:00:00+08:00"),
    )
    as_of = date(2024, 8, 6)
    for log, owes in ((book.log, False), (book.log.known_on(as_of), True)):
        found = assess(book, as_of, known_on=as_of if owes else None)
        (seen,) = duties(found, log, as_of, first_day(found, log, as_of), Weekends())
        assert (seen.owed is not None) is owes


def test_the_end_of_the_calendar_is_no_error() -> None:
    keys = {"reporting": {"cadence": "quarter", "grace": "30"}}
    owed = duty(keys, "2024-10-31").owed
    assert owed is not None
    assert owed.due < TODAY
    book = book_of(catalogue(target(**keys)))
    assert looked_at(book, "9999-12-31")[0].owed is not None
