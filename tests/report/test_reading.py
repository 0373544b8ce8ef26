"""What the views say of targets that are not the usual ones."""

import json
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from support import Result, book, catalogue, document, target, total, write_files, write_workspace
from tracker.assess.assessment import Assessment
from tracker.assess.signal import Signal
from tracker.model.entry import Report
from tracker.report import cells
from tracker.report.reasons import comparison
from tracker.report.scope import Scope, ViewOptions, scope_of
from tracker.report.values import Amount
from tracker.words import Words

Run = Callable[..., Result]


def scope(day: str, *reports: Report, **keys: Any) -> Scope:
    return scope_of(book(catalogue(target(**keys)), *reports), ViewOptions(as_of=date.fromisoformat(day)))


def one(day: str, *reports: Report, **keys: Any) -> Assessment:
    return scope(day, *reports, **keys).shown[0]


def test_red_without_a_lead_comes_before_all() -> None:
    goals = ({"at_least": "0"}, {"at_least": "40"})
    both = catalogue(
        target(id="a", kind="growth", target=goals[1]), target(id="b", kind="growth", target=goals[0])
    )
    reports = [total("2024-03-05", 39, "a"), total("2024-03-05", -3, "b")]
    found = scope_of(book(both, *reports), ViewOptions(as_of=date(2024, 3, 5), order="lead")).shown
    assert [a.target.id for a in found] == ["b", "a"]
    assert (found[0].lead, found[0].signal) == (None, Signal.FAR_BEHIND)


def test_no_more_is_required_than_the_gap() -> None:
    found = one("2024-12-25", total("2024-12-25", 30))
    assert found.required is not None
    assert found.required > 10
    phrase = cells.pace(found, found.required, up=True)
    assert phrase is not None
    assert phrase.facts["amount"] == Amount(Fraction(10), "家", up=True)


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
        ({"kind": "growth", "target": {"at_least": "0"}}, -3, "reason.no-ratio"),
        ({"kind": "growth", "target": {"at_least": "5"}}, -3, "reason.wrong-direction"),
        ({"target": {"at_most": "50"}, "path": "linear"}, 49, "reason.lead.limit"),
        ({"target": {"about": "50", "tolerance": "5"}}, 72, "reason.lead.over"),
    ],
)
def test_the_comparison_is_told_as_it_was_made(keys: dict[str, Any], value: int, key: str) -> None:
    looked = scope("2024-06-30", total("2024-06-30", value), **keys)
    assert comparison(looked.shown[0], looked).key == key


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
    assert marks == [("3家", Words("en")("detail.superseded")), ("8家", "")]


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
