from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from itertools import permutations

import pytest

from support import admitted, catalogue, report, target, total
from tracker.model.entry import Report
from tracker.model.log_protocol import Log

FIRMS = catalogue(target())


def values(*reports: Report, known_on: str | None = None, until: str = "2024-12-31") -> dict[str, str]:
    admission = admitted(FIRMS, *reports)
    assert not admission.problems
    log: Log = admission.log(FIRMS)
    if known_on:
        log = log.known_on(date.fromisoformat(known_on))
    return {str(p.day): str(p.value) for p in log.points("firms", date.fromisoformat(until))}


def add(day: str, value: object, **more: str) -> Report:
    return report(day, {"target": "firms", "add": value}, **more)


def test_adds_count_from_the_baseline_until_a_total_comes() -> None:
    log = [add("2024-07-10", 2), add("2024-07-20", 3), total("2024-07-31", 10), add("2024-08-10", 1)]
    assert values(*log) == {"2024-07-10": "2", "2024-07-20": "5", "2024-07-31": "10", "2024-08-10": "11"}


def test_a_total_reported_later_for_an_earlier_day_moves_what_was_added_since() -> None:
    log = [add("2024-08-10", 1), total("2024-07-31", 10, recorded="2024-08-15T09:00:00+08:00")]
    assert values(*log) == {"2024-07-31": "10", "2024-08-10": "11"}


def test_among_totals_of_one_day_the_later_recorded_wins_whatever_the_order_of_files() -> None:
    first = total("2024-08-10", 23, recorded="2024-08-11T09:00:00+08:00", stem="2024-08-10-zz")
    second = total("2024-08-10", 24, recorded="2024-08-11T10:00:00+08:00", stem="2024-08-10-aa")
    third = add("2024-08-10", 1, recorded="2024-08-11T11:00:00+08:00")
    for order in permutations([first, second, third]):
        assert values(*order) == {"2024-08-10": "25"}


def test_recorded_moments_compare_across_offsets() -> None:
    early = total("2024-08-10", 1, recorded="2024-08-11T01:30:00+00:00")
    late = total("2024-08-10", 2, recorded="2024-08-11T09:31:00+08:00")
    assert values(late, early) == {"2024-08-10": "2"}


def test_what_was_not_yet_recorded_is_not_known() -> None:
    log = [total("2024-08-10", 23), total("2024-08-10", 22, recorded="2024-09-01T08:00:00+08:00")]
    assert values(*log) == {"2024-08-10": "22"}
    assert values(*log, known_on="2024-08-31") == {"2024-08-10": "23"}
    assert values(*log, known_on="2024-08-09") == {}


def test_a_void_withdraws_a_report_or_one_entry_and_is_itself_not_known_before_it_was_recorded() -> None:
    wrong = total("2024-08-10", 230, stem="2024-08-10-bad")
    void = report("2024-08-12", {"void": "2024-08-10-bad#1", "reason": "多写一个零"})
    assert values(total("2024-07-31", 20), wrong, void) == {"2024-07-31": "20"}
    assert values(wrong, void, known_on="2024-08-11") == {"2024-08-10": "230"}
    whole = report("2024-08-12", {"void": "2024-08-10-bad", "reason": "整份作废"})
    assert values(wrong, whole) == {}


def test_as_of_hides_later_figures_but_not_later_corrections() -> None:
    wrong = total("2024-08-10", 230, stem="2024-08-10-bad")
    void = report("2024-08-12", {"void": "2024-08-10-bad", "reason": "多写一个零"})
    assert values(wrong, void, total("2024-08-20", 25), until="2024-08-11") == {}


def test_units_are_converted_exactly() -> None:
    money = catalogue(target(id="deals", unit="亿元", target={"more_than": "3.5"}))
    log = [
        total("2024-08-10", "21000", "deals", unit="万元"),
        report("2024-08-20", {"target": "deals", "add": "0.1"}),
    ]
    points = admitted(money, *log).log(money).points("deals", date(2024, 12, 31))
    assert [point.value for point in points] == [Decimal("2.1"), Decimal("2.2")]


def test_a_stage_is_its_percentage() -> None:
    plan = catalogue(
        target(
            id="plan",
            kind="milestone",
            target={"done_by": "2024-09-30"},
            stages={"起草": "30", "印发": "100"},
        )
    )
    points = admitted(plan, report("2024-08-10", {"target": "plan", "stage": "起草"})).log(plan)
    assert [point.value for point in points.points("plan", date(2024, 12, 31))] == [Decimal(30)]


def codes(*reports: Report) -> list[str]:
    return [problem.code for problem in admitted(FIRMS, *reports).problems]


def test_a_broken_line_leaves_the_others_counted() -> None:
    mixed = report(
        "2024-08-10", {"target": "nope", "total": 1}, {"target": "firms", "total": 7}, stem="2024-08-10-a"
    )
    admission = admitted(FIRMS, mixed)
    assert [problem.code for problem in admission.problems] == ["target-unknown"]
    assert admission.entries_left_out == 1
    assert [entry.total for entry in admission.entries] == [Decimal(7)]


def test_a_void_settles_the_problem_of_the_line_it_withdraws() -> None:
    mixed = report("2024-08-10", {"target": "nope", "total": 1}, stem="2024-08-10-a")
    assert codes(mixed) == ["target-unknown"]
    assert codes(mixed, report("2024-08-11", {"void": "2024-08-10-a#1", "reason": "指标写错"})) == []


def test_voids_must_withdraw_something_that_still_stands() -> None:
    first = report("2024-08-12", {"void": "2024-08-10-bad", "reason": "错"}, stem="2024-08-12-v1")
    again = report("2024-08-13", {"void": "2024-08-10-bad#1", "reason": "错"}, stem="2024-08-13-v2")
    of_void = report("2024-08-14", {"void": "2024-08-12-v1", "reason": "恢复"}, stem="2024-08-14-v3")
    wrong = total("2024-08-10", 230, stem="2024-08-10-bad")
    assert codes(first) == ["void-unknown"]
    assert codes(wrong, first, again) == ["void-twice"]
    assert codes(wrong, first, of_void) == ["void-of-void"]


def test_an_add_needs_something_to_add_to() -> None:
    stock = catalogue(target(id="stock", kind="level", target={"reach": "17"}))
    line = {"target": "stock", "add": 1}
    assert [p.code for p in admitted(stock, report("2024-08-10", line)).problems] == ["add-base"]
    assert not admitted(stock, total("2024-07-31", 10, "stock"), report("2024-08-10", line)).problems


def test_a_report_from_the_future_counts_for_nothing() -> None:
    admission = admitted(FIRMS, total("2026-01-17", 40, recorded="2026-01-17T09:00:00+00:00"))
    assert {problem.code for problem in admission.problems} >= {"date-future", "recorded-future"}
    assert (admission.entries, admission.files_left_out, admission.entries_left_out) == ([], 1, 1)


@pytest.mark.parametrize(
    ("recorded", "known"),
    [
        ("2026-01-15T23:59:00+08:00", True),
        ("2026-01-16T05:59:00+14:00", True),  # in China it is still the 15th
        ("2026-01-15T23:59:00", True),  # without offset it is China's
        ("2026-01-15T16:06:00+00:00", False),  # in China the 16th has begun
        ("2026-01-16T00:06:00+08:00", False),
        ("2026-01-16T00:06:00", False),
    ],
)
def test_a_moment_is_ahead_where_the_workspace_s_day_has_not_come(recorded: str, known: bool) -> None:  # noqa: FBT001
    problems = admitted(FIRMS, total("2024-12-31", 40, recorded=recorded)).problems
    assert [problem.code for problem in problems] == ([] if known else ["recorded-future"])


STOCK = catalogue(target(id="stock", kind="level", target={"reach": "170"}))


def stock(*reports: Report, known_on: str) -> list[int]:
    log = admitted(STOCK, *reports).log(STOCK).known_on(date.fromisoformat(known_on))
    return [int(point.value) for point in log.points("stock", date(2024, 12, 31))]


def test_what_later_files_say_never_changes_what_was_known() -> None:
    first = total("2024-08-01", 100, "stock", stem="2024-08-01-a")
    more = report("2024-08-10", {"target": "stock", "add": 5})
    void = report("2024-09-10", {"void": "2024-08-01-a", "reason": "x"})
    assert stock(first, more, void, known_on="2024-08-31") == [100, 105]
    assert stock(first, more, void, known_on="2024-09-10") == []
    late = total("2024-08-01", 100, "stock", recorded="2024-09-01T09:00:00+08:00")
    assert stock(late, more, known_on="2024-08-15") == []
    assert stock(late, more, known_on="2024-09-01") == [100, 105]


def test_of_two_totals_in_one_report_the_first_that_stands_counts() -> None:
    both = report(
        "2024-08-10", {"target": "firms", "total": 1}, {"target": "firms", "total": 2}, stem="2024-08-10-a"
    )
    void = report("2024-08-11", {"void": "2024-08-10-a#1", "reason": "x"})
    assert codes(both) == ["entry-twice"]
    assert admitted(FIRMS, both).entries_left_out == 1
    assert values(both, void) == {"2024-08-10": "2"}
    assert values(both, void, known_on="2024-08-10") == {"2024-08-10": "1"}


def unrecorded(day: str, value: int, stem: str) -> Report:
    return replace(total(day, value, stem=stem), recorded=None)


def test_two_totals_of_one_day_need_to_say_which_is_later() -> None:
    one, two = unrecorded("2024-08-10", 30, "2024-08-10-aa"), unrecorded("2024-08-10", 3, "2024-08-10-zz")
    assert codes(one, two) == ["total-unordered"]
    assert codes(one, unrecorded("2024-08-10", 30, "2024-08-10-zz")) == ["report-copied"]
    assert codes(total("2024-08-10", 30), two) == ["total-unordered"]
    assert codes(total("2024-08-10", 30), total("2024-08-10", 31, recorded="2024-08-10T10:00:00+08:00")) == []
    assert admitted(FIRMS, one, two).entries_left_out == 0


def test_moments_are_days_of_the_workspace_s_zone() -> None:
    late = total("2024-08-10", 1, recorded="2024-08-10T20:00:00+00:00")
    assert values(late, known_on="2024-08-10") == {}
    assert values(late, known_on="2024-08-11") == {"2024-08-10": "1"}


def left(*reports: Report, **keys: object) -> tuple[list[str], dict[str, str]]:
    """The codes of problems, and the values all the same."""
    goals = catalogue(target(**keys))
    admission = admitted(goals, *reports)
    points = admission.log(goals).points("firms", date.max)
    return [p.code for p in admission.problems], {str(p.day): str(p.value) for p in points}


def test_an_increment_that_brings_a_count_below_zero_is_left_out() -> None:
    first, taken, more = total("2024-08-10", 5), add("2024-08-20", -9), add("2024-08-31", 2)
    assert left(first, taken, more) == (["sum-negative"], {"2024-08-10": "5", "2024-08-31": "7"})
    assert left(first, add("2024-08-20", -5)) == ([], {"2024-08-10": "5", "2024-08-20": "0"})
    assert left(taken, more) == (["sum-negative"], {"2024-08-31": "2"})


def test_only_where_the_kind_cannot_be_negative() -> None:
    lines = (total("2024-08-10", 5), add("2024-08-20", -9))
    money = {"unit": "亿元", "target": {"reach": "9"}}
    assert left(*lines, **money)[0] == ["sum-negative"]
    assert left(*lines, kind="share", unit="%", target={"reach": "9"})[0] == ["sum-negative"]
    assert left(*lines, kind="level", unit="套", target={"reach": "9"})[0] == ["sum-negative"]
    assert left(*lines, kind="level", **money) == ([], {"2024-08-10": "5", "2024-08-20": "-4"})
    assert left(*lines, unit="亿元", target={"reach": "-9", "better": "lower"})[0] == []
    assert left(total("2024-08-10", -1), **money)[0] == ["value-negative"]


def test_an_increment_that_lost_its_ground_by_a_void() -> None:
    first, taken = total("2024-08-10", 5, stem="2024-08-10-a"), add("2024-08-20", -4)
    void = report("2024-08-25", {"void": "2024-08-10-a", "reason": "错"})
    goals = FIRMS
    admission = admitted(goals, first, taken, void)
    assert [p.code for p in admission.problems] == ["sum-negative"]
    log = admission.log(goals)
    assert log.points("firms", date.max) == ()
    before = log.known_on(date(2024, 8, 21)).points("firms", date.max)
    assert [str(p.value) for p in before] == ["5", "1"]


def test_a_copy_under_another_name_does_not_count() -> None:
    one = add("2024-08-10", 4, stem="2024-08-10-aa")
    copy = replace(one, stem="2024-08-10-aa-ubuntu", file=one.file.replace("aa", "aa-ubuntu"))
    for order in ((one, copy), (copy, one)):
        admission = admitted(FIRMS, *order)
        (problem,) = admission.problems
        assert (problem.code, problem.place.file, problem.facts["other"]) == (
            "report-copied",
            copy.file,
            one.file,
        )
        assert [str(p.value) for p in admission.log(FIRMS).points("firms", date.max)] == ["4"]
        assert (admission.files_left_out, admission.entries_left_out) == (1, 1)
    later = replace(copy, recorded=datetime.fromisoformat("2024-08-10T09:00:00.000001+08:00"))
    assert not admitted(FIRMS, one, later).problems
    assert not admitted(FIRMS, one, replace(copy, by="区财政局")).problems


def test_a_copy_never_counts_whatever_becomes_of_the_original() -> None:
    one = add("2024-08-10", 4, stem="2024-08-10-aa")
    copy = replace(one, stem="2024-08-10-ab", file="progress/2024/08/2024-08-10-ab.yaml")
    of_copy = report("2024-08-11", {"void": "2024-08-10-ab", "reason": "重复"})
    admission = admitted(FIRMS, one, copy, of_copy)
    assert (admission.problems, len(admission.entries)) == ([], 1)
    of_original = report("2024-08-11", {"void": "2024-08-10-aa", "reason": "错"})
    admission = admitted(FIRMS, one, copy, of_original)
    assert [p.code for p in admission.problems] == ["report-copied"]
    assert admission.log(FIRMS).points("firms", date.max) == ()
