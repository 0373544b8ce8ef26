from datetime import date
from decimal import Decimal
from typing import Any

from support import admitted, catalogue, report, target, total
from tracker.assess.plausibility import NewFigure, doubts_of
from tracker.model.entry import Report


def doubts(new: Report, *known: Report, **keys: Any) -> set[str]:
    goals = catalogue(target(**keys))
    before = admitted(goals, *known).log(goals).points("firms", date.max)
    admission = admitted(goals, *known, new)
    entry = next(e for e in admission.entries if e.report.stem == new.stem)
    value = admission.log(goals).points("firms", new.date)[-1].value
    found = goals.target("firms")
    assert found is not None
    return {doubt.code for doubt in doubts_of(NewFigure(found, entry, before, value))}


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
    assert doubts(total("2024-08-20", 229), KNOWN) == set()
    assert doubts(total("2024-08-20", 230000), KNOWN) == {"wan"}
    money = {"unit": "亿元", "target": {"more_than": "3.5"}}
    assert doubts(total("2024-08-20", 21000), **money) == {"wan"}
    assert doubts(total("2024-08-20", "0.00021"), total("2024-08-10", "2.1"), **money) == {"wan", "falls"}
    assert doubts(total("2024-08-20", 400)) == {"leaps"}


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
