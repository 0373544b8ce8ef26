"""What the views say of targets that are not the usual ones."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from support import Run, book, catalogue, document, target, total, write_files, write_workspace
from tracker.assess.assessment import Assessment
from tracker.assess.signal import Signal
from tracker.formats.cells import text_of
from tracker.model.entry import Report
from tracker.report import cells
from tracker.report.reasons import comparison, forecast, reasons
from tracker.report.scope import Scope, ViewOptions, scope_of
from tracker.report.values import Shortfall
from tracker.words import Words


def scope(day: str, *reports: Report, **keys: Any) -> Scope:
    return scope_of(book(catalogue(target(**keys)), *reports), ViewOptions(as_of=date.fromisoformat(day)))


def one(day: str, *reports: Report, **keys: Any) -> Assessment:
    return scope(day, *reports, **keys).shown[0]


def test_by_lead_the_signal_comes_first_and_rates_are_not_sorted_among_counts() -> None:
    several = catalogue(
        target(id="met", kind="growth", target={"at_least": "1"}),
        target(id="rate", kind="growth", target={"at_least": "7"}),
        target(id="yellow", target={"at_least": "100"}),
        target(id="red-rate", kind="growth", target={"at_least": "7"}),
        target(id="red", target={"at_least": "100"}),
        target(id="redder", target={"at_least": "100"}),
        target(id="no-lead", target={"at_most": "0"}),
    )
    values = {"met": 2, "rate": 6, "yellow": 49, "red-rate": 4, "red": 30, "redder": 20, "no-lead": 1}
    reports = [total("2024-06-30", value, name) for name, value in values.items()]
    found = scope_of(book(several, *reports), ViewOptions(as_of=date(2024, 6, 30), order="lead")).shown
    ids = [a.target.id for a in found]
    assert ids == ["no-lead", "redder", "red", "red-rate", "yellow", "rate", "met"]
    assert (found[0].lead, found[0].signal) == (None, Signal.FAR_BEHIND)


def test_no_more_is_required_than_the_gap() -> None:
    found = one("2024-12-25", total("2024-12-25", 30))
    assert found.required is not None
    assert found.required > 10
    phrase = cells.pace(found, found.required, up=True)
    assert phrase is not None
    assert phrase.facts["amount"] == Shortfall(Decimal(10), "家")


def test_what_is_to_come_down_has_a_required_pace() -> None:
    keys: dict[str, Any] = {"kind": "level", "target": {"at_most": "50"}, "baseline": "100", "unit": "起"}
    found = one("2024-10-31", total("2024-09-30", 65), total("2024-10-31", 60), **keys)
    assert found.required == 5
    assert cells.recent(found) is not None
    assert (cells.recent(found) or 0) > 0
    kept = one("2024-10-31", total("2024-10-31", 60), target={"at_most": "50"})
    assert kept.required is None


def test_past_the_upper_end_of_about_there_is_no_pace() -> None:
    keys: dict[str, Any] = {"target": {"about": "50", "tolerance": "5"}}
    assert one("2024-10-31", total("2024-10-31", 72), **keys).required is None
    assert one("2024-10-31", total("2024-10-31", 20), **keys).required is not None


@pytest.mark.parametrize(
    ("keys", "value", "key"),
    [
        ({"kind": "growth", "target": {"at_least": "0"}}, -3, "reason.lead.rate"),
        ({"kind": "growth", "target": {"at_least": "5"}}, -3, "reason.lead.rate"),
        ({"kind": "growth", "target": {"at_least": "5"}}, 5, "reason.holds.rate"),
        ({"kind": "share", "target": {"at_least": "90"}, "path": "hold"}, 84, "reason.lead.rate"),
        ({"kind": "level", "target": {"at_least": "5"}, "baseline": "1"}, 5, "reason.holds"),
        ({"kind": "share", "target": {"at_least": "90"}}, 84, "reason.at-due"),
        ({"target": {"at_most": "0"}}, 1, "reason.no-ratio"),
        ({"target": {"at_most": "50"}, "path": "linear"}, 49, "reason.lead.limit"),
        ({"target": {"about": "50", "tolerance": "5"}}, 72, "reason.lead.past"),
    ],
)
def test_the_comparison_is_told_as_it_was_made(keys: dict[str, Any], value: int, key: str) -> None:
    looked = scope("2024-06-30", total("2024-06-30", value), **keys)
    assert comparison(looked.shown[0], looked).key == key


def told(day: str, *reports: Report, **keys: Any) -> str:
    looked = scope(day, *reports, **keys)
    return "\n".join(text_of(phrase, Words("zh")) for phrase in reasons(looked.shown[0], looked))


def test_a_rate_is_told_in_points_of_the_rate() -> None:
    rate: dict[str, Any] = {"kind": "growth", "reporting": {"cadence": "month", "grace": "9"}}
    short = told("2024-10-31", total("2024-10-31", "6.1"), **rate, target={"reach": "7"})
    assert "6.1% 与达标线 7% 相比，超欠 -0.9 个百分点" in short
    assert "低 2 个百分点以上为红" in short
    fall = {"about": "-4", "tolerance": "0.5", "better": "lower"}
    kept = told("2024-10-31", total("2024-10-31", "-3.7"), **rate, target=fall)
    assert "-3.7% 满足 ≈-4%，与达标线 -3.5% 相比超欠 +0.2 个百分点" in kept


def test_what_warns_before_its_deadline_says_in_which_range_it_will_be() -> None:
    days = (("2024-08-31", 37), ("2024-09-30", 38), ("2024-10-31", 39))
    looked = scope(
        "2024-10-31", *(total(*day) for day in days), kind="share", unit="%", target={"at_least": "50"}
    )
    assert comparison(looked.shown[0], looked).key == "reason.at-due.at-risk"
    assert forecast(looked.shown[0]).key == "forecast.warning"


def test_where_less_is_better_the_words_do_not_ask_for_more() -> None:
    down: dict[str, Any] = {"kind": "level", "unit": "天", "baseline": "9", "whole": "true"}
    down["target"] = {"reach": "5", "better": "lower"}
    assert "5天 或更少即为完成" in told("2024-06-30", total("2024-06-30", 8), **down)
    falling = one("2024-06-30", total("2024-04-30", 8), total("2024-06-30", 6), **down)
    rising = one("2024-06-30", total("2024-03-31", 6), total("2024-06-30", 8), **down)
    words = [text_of(cells.pace(a, cells.recent(a)), Words("zh")) for a in (falling, rising)]
    assert [text[0] for text in words] == ["降", "升"]
    assert not any("-" in text for text in words)


def test_a_run_of_periods_is_told_in_its_own_unit() -> None:
    reports = [total(day, 1) for day in ("2024-03-10", "2024-03-20", "2024-03-31")]
    dekads = one("2024-03-31", *reports)
    months = one("2024-03-31", *reports, reporting={"cadence": "month", "grace": "9"})
    assert [text_of(cells.notice(a), Words("zh")) for a in (dekads, months)] == ["红·连3旬", "黄·连1月"]
    assert "已连续 3旬；满 3旬，或严重滞后满 2旬" in told("2024-03-31", *reports)


REPORTS: dict[str, str | bytes] = {
    "progress/2024/09/2024-09-20-a.yaml": (
        "date: 2024-09-20\nby: 区科技局\nrecorded: 2024-09-20T09:00:00+08:00\nentries:\n- {target: firms, total: 3}\n"
    ),
    "progress/2024/09/2024-09-20-b.yaml": (
        "date: 2024-09-20\nby: 区科技局\nrecorded: 2024-09-21T09:00:00+08:00\nentries:\n- {target: firms, total: 8}\n"
    ),
}


def test_a_figure_that_was_corrected_says_so(tracker: Run, tmp_path: Path) -> None:
    write_workspace(tmp_path)
    write_files(tmp_path, REPORTS)
    shown = json.loads(
        tracker("show", "firms", "--as-of", "2024-09-25", "-f", "json", "--lang", "en", cwd=tmp_path).out
    )
    marks = [(row["value"], row["voided"]) for row in shown["history"]]
    assert marks == [("3", Words("en")("detail.superseded")), ("8", "")]


def test_nothing_selected_is_not_nothing_owed(tracker: Run, tmp_path: Path) -> None:
    write_workspace(tmp_path)
    asked = ("due", "--search", "不存在", "--as-of", "2024-10-31", "--lang", "zh")
    shown = tracker(*asked, cwd=tmp_path)
    assert Words("zh")("table.empty") in shown.out
    assert Words("zh")("due.nobody") not in shown.out


def test_an_answer_cannot_be_asked_for_in_the_past(tracker: Run, tmp_path: Path) -> None:
    write_workspace(tmp_path)
    asked = ("due", "--text", "--as-of", "2024-10-31", "--reply-by", "2024-10-30")
    assert tracker(*asked, cwd=tmp_path).code == 2


def test_a_broken_saved_view_says_where_it_stands(tracker: Run, tmp_path: Path) -> None:
    write_workspace(tmp_path, document(target(), views={"周会": {"signal": ["behnd"]}}))
    shown = tracker("gaps", "--view", "周会", "--lang", "en", cwd=tmp_path)
    assert shown.code == 2
    for part in ("measures.yaml", "周会", "signal", "behnd", "behind"):
        assert part in shown.err
