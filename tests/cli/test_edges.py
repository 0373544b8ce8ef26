"""Figures at the very edge: almost met, zero, a goal of none, a goal where it began, a count that should not grow."""

import json
from pathlib import Path
from typing import Any

import pytest

from support import Run, document, target, write_workspace

TARGETS = (
    target(id="tax", name="税收", unit="亿元", target={"reach": "3.5"}),
    target(id="plan", name="方案", kind="milestone", target={"done_by": "2024-09-30"}),
    target(id="accidents", name="事故", unit="起", target={"at_most": "0"}),
    target(
        id="complaints",
        name="投诉",
        kind="level",
        unit="件",
        baseline="20",
        target={"reach": "0", "better": "lower"},
    ),
    target(id="stock", name="库存", kind="level", unit="个", baseline="50", target={"reach": "50"}),
    target(id="speed", name="增速", kind="growth", target={"at_least": "6"}),
)


@pytest.fixture
def root(tmp_path: Path, tracker: Run) -> Path:
    write_workspace(tmp_path, document(*TARGETS))
    figures = ("tax=3.4999", "plan=99.96", "complaints=2", "stock=48", "accidents=1", "speed=-0.0")
    found = tracker("record", *figures, "--by", "区科技局", "--date", "2024-06-30", "--yes", cwd=tmp_path)
    assert found.code == 0, found.err
    return tmp_path


def by_id(tracker: Run, root: Path) -> dict[str, dict[str, Any]]:
    found = tracker("status", "--as-of", "2024-06-30", "-f", "json", cwd=root)
    return {record["id"]: record for record in json.loads(found.out)["targets"]}


def test_what_is_not_met_is_never_shown_as_all_of_it(root: Path, tracker: Run) -> None:
    views = (("status", "--as-of", "2024-06-30"), ("brief", "--month", "2024-06", "-f", "markdown"))
    for view in views:
        shown = tracker(*view, "--lang", "en", cwd=root).out
        lines = [line for line in shown.splitlines() if "税收" in line or "方案" in line]
        assert lines
        assert not any("100.0%" in line for line in lines)


def test_zero_has_no_sign(root: Path, tracker: Run) -> None:
    assert by_id(tracker, root)["speed"]["actual"] == "0"
    (line,) = (
        line
        for line in tracker("status", "--as-of", "2024-06-30", cwd=root).out.splitlines()
        if "增速" in line
    )
    assert "-0%" not in line


def test_completion_where_the_goal_is_zero_or_where_it_began(root: Path, tracker: Run) -> None:
    records = by_id(tracker, root)
    assert (records["complaints"]["completion"], records["complaints"]["met"]) == ("90", False)
    assert (records["stock"]["completion"], records["stock"]["met"]) == ("96", False)
    assert (records["accidents"]["completion"], records["accidents"]["signal"]) == (None, "far_behind")


def test_a_count_that_should_not_grow_says_which_way_it_goes(root: Path, tracker: Run) -> None:
    more = ("record", "accidents", "2", "--by", "区科技局", "--date", "2024-07-31", "--yes")
    assert tracker(*more, cwd=root).code == 0
    for view in ("gaps", "show"):
        shown = tracker(view, *(["accidents"] if view == "show" else []), "--as-of", "2024-07-31", cwd=root)
        assert shown.code == 0
        assert "-1起" not in shown.out
        assert "升" in shown.out
