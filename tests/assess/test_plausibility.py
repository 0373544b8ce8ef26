from decimal import Decimal
from typing import Any

from support import admitted, catalogue, report, target, total
from tracker.assess.plausibility import doubts_of, new_figures
from tracker.model.entry import Report


def doubts(new: Report, *known: Report, **keys: Any) -> set[str]:
    goals = catalogue(target(**keys))
    history = admitted(goals, *known, new).log(goals).history("firms")
    (goal,) = goals.targets
    refs = {f"{new.stem}#{line.n}" for line in new.entries}
    return {doubt.code for figure in new_figures(goal, history, refs) for doubt in doubts_of(figure)}


KNOWN = total("2024-08-10", 23)


def test_a_plausible_figure_raises_no_doubt() -> None:
    assert doubts(total("2024-08-20", 25), KNOWN) == set()
    assert doubts(total("2024-08-10", 23)) == set()
    assert doubts(report("2024-08-20", {"target": "firms", "add": 2}), KNOWN) == set()


def test_a_running_total_that_falls() -> None:
    assert doubts(total("2024-08-20", 22), KNOWN) == {"falls"}
    assert doubts(report("2024-08-20", {"target": "firms", "add": -1}), KNOWN) == {"falls"}
    assert doubts(total("2024-08-20", 22), KNOWN, kind="level", baseline="0") == set()


def test_ten_times_and_the_factor_of_wan() -> None:
    assert doubts(total("2024-08-20", 230), KNOWN) == {"leaps"}
    assert doubts(total("2024-08-20", 229), KNOWN) == {"far-past"}
    assert doubts(total("2024-08-20", 230000), KNOWN) == {"wan"}
    money = {"unit": "亿元", "target": {"more_than": "3.5"}}
    assert doubts(total("2024-08-20", 21000), **money) == {"wan"}
    assert doubts(total("2024-08-20", "0.00021"), total("2024-08-10", "2.1"), **money) == {"wan", "falls"}
    assert doubts(total("2024-08-20", 400)) == {"leaps"}


def test_far_past_the_goal_in_one_report() -> None:
    people = {"unit": "人", "target": {"at_least": "2000"}}
    assert doubts(total("2024-08-20", 9000), total("2024-08-10", 1340), **people) == {"far-past"}
    assert doubts(
        report("2024-08-20", {"target": "firms", "add": 7660}), total("2024-08-10", 1340), **people
    ) == {"far-past"}
    assert doubts(total("2024-08-20", 4001), **people) == {"far-past"}
    # Twice the goal, or past twice the goal by less than the goal, may be.
    assert doubts(total("2024-08-20", 4000), **people) == set()
    assert doubts(total("2024-08-20", 5000), total("2024-08-10", 3000), **people) == set()
    assert doubts(total("2024-08-20", 31), kind="growth", unit="%", target={"at_least": "7"}) == set()


def test_percentages_above_a_hundred() -> None:
    share = {"kind": "share", "target": {"at_least": "80"}}
    assert doubts(total("2024-08-20", 101), **share) == {"over-hundred"}
    assert doubts(total("2024-08-20", 101), kind="growth", target={"at_least": "15"}) == set()


def test_older_than_the_latest_and_repeated() -> None:
    assert doubts(total("2024-07-31", 20), KNOWN) == {"late"}
    assert doubts(total("2024-08-10", 23, recorded="2024-08-12T09:00:00+08:00"), KNOWN) == {"repeats"}
    assert doubts(total("2024-08-10", 24, recorded="2024-08-12T09:00:00+08:00"), KNOWN) == set()


def test_a_unit_that_is_not_responsible() -> None:
    from dataclasses import replace  # noqa: PLC0415 - only here

    assert doubts(replace(total("2024-08-20", 25), by="区商务局"), KNOWN) == {"outsider"}


def test_values_are_in_the_targets_unit() -> None:
    line = {"target": "firms", "total": Decimal(21000), "unit": "万元"}
    assert doubts(report("2024-08-20", line), unit="亿元", target={"more_than": "3.5"}) == set()


ADDED = report("2024-08-20", {"target": "firms", "add": 4})


def test_the_same_increment_again() -> None:
    soon = report("2024-08-20", {"target": "firms", "add": 4}, recorded="2024-08-27T09:00:00+08:00")
    assert doubts(soon, KNOWN, ADDED) == {"adds-again"}
    later = report("2024-08-20", {"target": "firms", "add": 4}, recorded="2024-08-27T09:00:01+08:00")
    assert doubts(later, KNOWN, ADDED) == set()
    assert doubts(report("2024-08-20", {"target": "firms", "add": 5}), KNOWN, ADDED) == set()
    assert doubts(report("2024-08-21", {"target": "firms", "add": 4}), KNOWN, ADDED) == set()


def test_the_same_increment_twice_in_one_report_and_in_another_unit() -> None:
    twice = report("2024-08-20", {"target": "firms", "add": 4}, {"target": "firms", "add": 4})
    assert doubts(twice, KNOWN) == {"adds-again"}
    money = {"unit": "亿元", "target": {"more_than": "3.5"}}
    one = report("2024-08-20", {"target": "firms", "add": "0.5"})
    other = report("2024-08-20", {"target": "firms", "add": 5000, "unit": "万元"}, stem="2024-08-20-x")
    assert doubts(other, total("2024-08-10", 2), one, **money) == {"adds-again"}


def test_figures_that_come_together_are_held_against_one_another() -> None:
    goals = catalogue(target())
    new = [total(f"2024-0{month}-28", value) for month, value in ((5, 3), (6, 30), (7, 300), (8, 250))]
    history = admitted(goals, *new).log(goals).history("firms")
    (goal,) = goals.targets
    refs = {f"{one.stem}#1" for one in new}
    raised = [{doubt.code for doubt in doubts_of(one)} for one in new_figures(goal, history, refs)]
    assert raised == [set(), {"leaps"}, {"leaps"}, {"falls"}]


SHARE = {"kind": "share", "target": {"at_least": "80"}}


def test_a_fraction_where_a_percentage_is_meant() -> None:
    assert doubts(total("2024-08-20", "0.46"), **SHARE) == {"fraction"}
    assert doubts(total("2024-08-20", "0.46"), total("2024-08-10", 45), **SHARE) == {"fraction"}
    assert doubts(total("2024-08-20", 1), **SHARE) == {"fraction"}  # all of it
    growth = {"kind": "growth", "target": {"at_least": "15"}}
    assert doubts(total("2024-08-20", "0.16"), **growth) == {"fraction"}
    assert doubts(total("2024-08-20", "-0.1"), **growth) == {"fraction"}
    task = {"kind": "milestone", "target": {"done_by": "2024-12-31"}}
    assert doubts(total("2024-08-20", "0.6"), **task) == {"fraction"}


def test_a_small_percentage_is_no_fraction() -> None:
    assert doubts(total("2024-08-20", "0.46", unit="%"), **SHARE) == set()  # its sign was written
    small = {"kind": "share", "target": {"at_most": "0.5"}}
    assert doubts(total("2024-08-20", "0.3"), **small) == set()
    assert doubts(total("2024-08-20", "0.9"), total("2024-08-10", "0.8"), **SHARE) == set()
    assert doubts(total("2024-08-20", 0), **SHARE) == set()
    assert doubts(total("2024-08-20", "0.46"), unit="亿元", target={"at_least": "3"}) == set()


def test_a_stock_below_zero() -> None:
    stock = {"kind": "level", "unit": "亿元", "target": {"at_least": "80"}}
    assert doubts(total("2024-08-20", -7), **stock) == {"negative"}
    assert doubts(total("2024-08-20", -7), total("2024-08-10", -6), **stock) == set()
    assert doubts(total("2024-08-20", -7), **{**stock, "target": {"at_most": "-3"}}) == set()
    assert doubts(total("2024-08-20", -7), kind="growth", unit="%", target={"at_least": "6"}) == set()
