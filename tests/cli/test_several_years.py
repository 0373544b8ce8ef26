"""Targets of several years: in each year against the year's step, and against the whole."""

import json
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from pages import Page
from support import Run, assessed, document, target, total, write_workspace

YEARS = {
    "target": {"at_least": "100"},
    "due": "2026-12-31",
    "path": {"points": {"2024-12-31": "30", "2025-12-31": "60"}},
}
REPORT = "date: 2024-06-30\nby: 区科技局\nentries:\n- {target: firms, total: 7}\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRACKER_NOW", "2024-07-05T09:00:00+08:00")
    targets = target(**YEARS), target(id="jobs", name="就业", quote="就业40家以上")
    return write_workspace(
        tmp_path,
        document(*targets),
        **{"progress__2024__06__2024-06-30-ab12.yaml": REPORT, "seeds__policy.md": "全年新引进企业40家以上，就业40家以上"},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("day", "value", "step", "completion"),
    [
        ("2024-06-30", 7, 30, Fraction(7, 30)),
        ("2024-12-31", 31, 30, Fraction(31, 30)),
        ("2025-01-31", 31, 60, Fraction(31, 60)),
        ("2026-01-10", 80, None, None),  # the last year's step is the whole
    ],
)
def test_the_step_is_that_of_the_years_end(
    day: str, value: int, step: int | None, completion: Fraction | None
) -> None:
    found = assessed(YEARS, day, total(day, value))
    assert (found.year_step, found.year_completion) == (step, completion)
    assert found.completion == Fraction(value, 100)


@pytest.mark.parametrize(
    ("keys", "completion"),
    [
        ({"kind": "share", "baseline": "20", "target": {"at_least": "60"}}, Fraction(15 - 10, 40 - 20) * 2),
        ({"kind": "milestone", "target": {"done_by": "2026-12-31"}}, Fraction(30, 40)),
        ({"kind": "level", "baseline": "90", "target": {"reach": "10", "better": "lower"}}, Fraction(60, 50)),
    ],
)
def test_a_step_is_measured_as_the_whole_is(keys: dict[str, Any], completion: Fraction) -> None:
    asked = {**YEARS, **keys, "path": {"points": {"2024-12-31": "40"}}}
    assert assessed(asked, "2024-06-30", total("2024-06-30", 30)).year_completion == completion


def test_a_later_document_says_another_step() -> None:
    change = {
        "date": "2024-05-01",
        "target": {"at_least": "90"},
        "path": {"points": {"2024-12-31": "20"}},
        "document": "18号",
    }
    found = assessed({**YEARS, "adjustments": [change]}, "2024-06-30", total("2024-06-30", 7))
    assert found.year_step == 20
    assert found.year_completion == Fraction(7, 20)


def test_every_view_says_both(root: Path, tracker: Run) -> None:
    both = "本年应达 30家（完成 23.3%）；至2026年 ≥100家（完成 7.0%）"
    assert both in tracker("show", "firms", cwd=root).out
    assert both in tracker("show", "1", cwd=root).out
    assert both in Page(tracker("page", cwd=root).out).text()
    status = re.sub(" +", " ", tracker("status", "-f", "markdown", cwd=root).out)
    assert "| 目标 | 本年应达 | 实际 | 截至 | 完成率 | 本年完成 |" in status
    assert "| ≥100家 | 30家 | 7家 | 2024-06-30 | 7.0% | 23.3% |" in status
    record = json.loads(tracker("status", "-f", "json", cwd=root).out)["targets"]
    assert [(one["year_step"], one["year_completion"]) for one in record] == [
        ("30", "23.333333"),
        (None, None),
    ]
    lagging = tracker("brief", "--month", "2024-06", "-f", "markdown", cwd=root).out
    assert "| 1.1 | 新引进企业 | 7家 | 30家 | 23.3% | 2026年12月31日 | ≥100家 | 7.0% |" in lagging
    english = tracker("brief", "--month", "2024-06", "-f", "markdown", "--lang", "en", cwd=root).out
    assert "| 1.1 | 新引进企业 | 7家 | 30家 | 23.3% | 31 December 2026 | ≥100家 | 7.0% |" in english


def test_nothing_is_said_where_no_step_is_agreed(root: Path, tracker: Run) -> None:
    (root / "measures.yaml").write_text(
        (root / "measures.yaml").read_text("utf-8").replace("'2024-12-31': '30'", "'2024-11-30': '30'"),
        "utf-8",
    )
    assert "本年应达" not in tracker("status", "-f", "markdown", cwd=root).out
    assert "跨年" not in tracker("show", "firms", cwd=root).out
    assert "跨年" not in tracker("brief", "--month", "2024-06", "-f", "markdown", cwd=root).out


def test_a_task_of_a_later_year_names_the_year(root: Path, tracker: Run) -> None:
    later = target(kind="milestone", target={"done_by": "2026-06-30"}, path={"points": {"2024-12-31": "40"}})
    write_workspace(root, document(later))
    assert "2026年6月30日前" in tracker("status", "-f", "markdown", cwd=root).out
    paper = tracker("brief", "--month", "2024-06", "-f", "markdown", cwd=root).out
    assert "| 2026年6月30日前 |" in paper


def test_the_rest_goes_on_against_its_own_step(
    root: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_NOW", "2025-02-03T09:00:00+08:00")
    assert tracker("rollover", "2025", "-o", "../next", cwd=root).code == 0
    new = root.parent / "next"
    done = tracker("record", "firms", "5", "--by", "区科技局", "--date", "2025-01-31", cwd=new)
    assert done.code == 0, done.err
    assert "本年应达 53家（完成 9.4%）；至2026年 ≥93家（完成 5.4%）" in tracker("show", "firms", cwd=new).out
