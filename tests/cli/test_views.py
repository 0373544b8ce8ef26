"""Every view in every format and both languages, and what they say of names that do not exist."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from wcwidth import wcswidth

from pages import Page
from support import GOLDEN, Golden, Run, document, target, write_files, write_workspace
from tracker.report.selection import GRAVITY
from tracker.words import LANGUAGES, Words

VIEWS: dict[str, tuple[str, ...]] = {
    "show-target": ("show", "1.2", "--open"),
    "show-measure": ("show", "4"),
    "gaps": ("gaps", "--section", "1"),
    "profiles": ("profiles", "--section", "1"),
}
DAY = ("--as-of", "2024-10-31")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [80, 140])
@pytest.mark.parametrize("view", VIEWS)
def test_each_view_on_a_terminal(
    view: str,
    width: int,
    language: str,
    tracker: Run,
    district: Path,
    golden: Golden,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    shown = tracker(*VIEWS[view], *DAY, "--lang", language, cwd=district)
    assert shown.code == 0, shown.err
    assert max(map(wcswidth, shown.out.splitlines())) <= width
    golden(GOLDEN / f"{view}.{width}.{language}.txt", shown.out)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["text", "markdown", "csv", "json"])
@pytest.mark.parametrize("view", VIEWS)
def test_each_view_in_each_format(
    view: str, name: str, language: str, tracker: Run, district: Path, golden: Golden
) -> None:
    shown = tracker(*VIEWS[view], *DAY, "--lang", language, "-f", name, cwd=district)
    assert shown.code == 0, shown.err
    golden(GOLDEN / f"{view}.{language}.{name}", shown.out)


PAGES = {**VIEWS, "due": ("due",), "owners": ("owners",), "diff": ("diff", "2024-09-30")}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", PAGES)
def test_each_view_is_a_page_that_says_what_the_text_says(
    view: str, language: str, tracker: Run, district: Path
) -> None:
    asked = (*PAGES[view], *DAY, "--lang", language)
    page = Page(tracker(*asked, "-f", "html", cwd=district).out).text()
    shown = tracker(*asked, "-f", "text", cwd=district).out.splitlines()
    # The chart is drawn otherwise, empty columns are left out, and what is meant is marked, not bracketed.
    chart = [n for n, line in enumerate(shown) if "┤" in line or "└" in line]
    kept = [line for n, line in enumerate(shown) if not chart or not chart[0] <= n <= chart[-1] + 2]
    empty = {Words(language)(f"column.{key}") for key in ("voided", "entry_status", "note")}
    words = {word for word in re.split(r"[\s【】]+", "\n".join(kept)) if word.strip("-|")} - empty
    assert {word for word in words if word not in page} == set()


def in_json(tracker: Run, folder: Path, *arguments: str) -> Any:
    shown = tracker(*arguments, "-f", "json", cwd=folder)
    assert shown.code == 0, shown.err
    return json.loads(shown.out)


def test_gaps_are_the_targets_that_are_not_met(tracker: Run, district: Path) -> None:
    status = in_json(tracker, district, "status", *DAY)["targets"]
    gaps = in_json(tracker, district, "gaps", *DAY)
    assert {gap["id"] for gap in gaps["gaps"]} == {t["id"] for t in status if not t["met"]}
    assert gaps["missing"] == len(gaps["gaps"])
    assert sum(gaps["counts"].values()) == gaps["missing"]
    by_id = {t["id"]: t for t in status}
    assert all(by_id[gap["id"]] == gap for gap in gaps["gaps"])


def test_each_order_puts_the_most_urgent_first(tracker: Run, district: Path) -> None:
    def column(order: str, key: str) -> list[Any]:
        rows = in_json(tracker, district, "gaps", *DAY, "--sort", order)["gaps"]
        return [row[key] for row in rows if row[key] is not None]

    by_lead = in_json(tracker, district, "gaps", *DAY, "--sort", "lead")["gaps"]
    gravest = [GRAVITY.index(row["signal"]) for row in by_lead]
    assert gravest == sorted(gravest)
    leads = [
        float(row["lead"]) for row in by_lead if row["signal"] == "far_behind" and row["kind"] != "growth"
    ]
    assert leads == sorted(leads)
    assert column("buffer", "buffer") == sorted(column("buffer", "buffer"))
    rows = in_json(tracker, district, "gaps", *DAY, "--sort", "pressure")["gaps"]
    ratios = [
        round(float(row["required"]) / float(row["pace"]), 4)
        for row in rows
        if row["required"] and row["pace"] and float(row["pace"]) > 0
    ]
    assert ratios == sorted(ratios, reverse=True)
    notices = in_json(tracker, district, "gaps", *DAY, "--sort", "notice")["gaps"]
    grave = {"red": 0, "yellow": 1, "blue": 2, None: 3}
    levels = [grave[row["notice_level"]] for row in notices]
    assert levels == sorted(levels)


def test_show_and_status_agree_on_every_number(tracker: Run, district: Path) -> None:
    for known in in_json(tracker, district, "status", *DAY, "--measure", "4")["targets"]:
        shown = in_json(tracker, district, "show", known["id"], *DAY)
        assert shown["target"] == known
        assert shown["history"][-1]["entry"] == known["entry"]


def test_profiles_agree_with_status_under_each_profile(tracker: Run, district: Path) -> None:
    shown = in_json(tracker, district, "profiles", *DAY)
    for rule in shown["profiles"]:
        name = rule["profile"]
        chosen = () if name == "own" else ("--profile", name)
        status = in_json(tracker, district, "status", *DAY, *chosen)
        assert {signal: rule[signal] for signal in status["counts"]} == status["counts"]
        signals = {t["id"]: t["signal"] for t in status["targets"]}
        assert all(change[f"under_{name}"] == signals[change["id"]] for change in shown["changes"])


def test_a_csv_of_show_is_its_history(tracker: Run, district: Path) -> None:
    shown = tracker("show", "1.2", *DAY, "-f", "csv", "--lang", "en", cwd=district)
    rows = list(csv.DictReader(io.StringIO(shown.out)))
    assert [row["day"] for row in rows][:2] == ["2024-07-10", "2024-07-20"]


ADJUSTED = target(
    baseline="0",
    adjustments=[
        {
            "date": "2024-06-01",
            "target": {"at_least": "60"},
            "document": "区政办〔2024〕9号",
            "reason": "上调",
        }
    ],
)


def adjusted(folder: Path) -> Path:
    write_workspace(folder, document(ADJUSTED))
    report = "date: 2024-07-10\nby: 区科技局\nentries:\n- {target: firms, total: 30}\n"
    write_files(folder, {"progress/2024/07/2024-07-10-a.yaml": report})
    return folder


def test_an_adjusted_target_is_shown_against_both_goals(tracker: Run, tmp_path: Path) -> None:
    shown = in_json(tracker, adjusted(tmp_path), "show", "firms", "--as-of", "2024-07-10")
    assert shown["target"]["completion"] == "50"
    assert shown["target"]["original_completion"] == "75"
    assert shown["target"]["adjusted_by"] == "区政办〔2024〕9号"
    assert [(row["target"], row["target_text"]) for row in shown["adjustments"]] == [
        ("40", "≥40家"),
        ("60", "≥60家"),
    ]
    assert [row["adjusted_completion"] for row in shown["adjustments"]] == ["75", "50"]
    before = in_json(tracker, tmp_path, "show", "firms", "--as-of", "2024-05-31")
    assert before["target"]["adjusted_by"] is None
    text = tracker("show", "firms", "--as-of", "2024-07-10", "--lang", "zh", cwd=tmp_path).out
    assert "区政办〔2024〕9号" in text
    assert Words("zh")("detail.original") in text


NOTHING = {"one": "date: 2024-07-10\nby: 区科技局\nentries:\n- {target: firms, total: 30}\n", "none": ""}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("figures", NOTHING)
def test_with_one_figure_or_none_there_is_a_dash_and_a_reason(
    figures: str, language: str, tracker: Run, tmp_path: Path
) -> None:
    write_workspace(tmp_path)
    if NOTHING[figures]:
        write_files(tmp_path, {"progress/2024/07/2024-07-10-a.yaml": NOTHING[figures]})
    shown = tracker("show", "firms", "--as-of", "2024-07-15", "--lang", language, cwd=tmp_path)
    assert shown.code == 0, shown.err
    assert Words(language)("forecast.too-few") in shown.out
    assert tracker("gaps", "--as-of", "2024-07-15", cwd=tmp_path).code == 0


@pytest.mark.parametrize("day", ["1999-01-01", "2023-12-31", "2025-06-30", "2900-01-01"])
@pytest.mark.parametrize("view", VIEWS)
def test_days_outside_the_year_work_and_say_so(view: str, day: str, tracker: Run, district: Path) -> None:
    shown = tracker(*VIEWS[view], "--as-of", day, "--lang", "en", cwd=district)
    assert shown.code == 0, shown.err
    said = "head.year-ahead" if day < "2024" else "head.year-over"
    assert Words("en")(said, {"year": 2024}) in " ".join(shown.out.split())


@pytest.mark.parametrize(
    ("arguments", "near"),
    [
        (("show", "uav-firm5"), "uav-firms"),
        (("show", "99"), "32"),
        (("show", "项目"), "9.3"),
        (("gaps", "--owner", "区科枝局"), "区科技局"),
        (("gaps", "--sort", "presure"), "pressure"),
        (("gaps", "--signal", "behnd"), "behind"),
        (("status", "--view", "周汇"), "周会"),
        (("status", "--profile", "sanja"), "sanya"),
        (("gaps", "--as-of", "2024-13-01"), "2024-08-10"),
    ],
)
def test_a_name_that_does_not_exist_gets_the_nearest(
    arguments: tuple[str, ...], near: str, tracker: Run, district: Path
) -> None:
    shown = tracker(*arguments, cwd=district)
    assert shown.code == 2
    assert not shown.out
    assert near in shown.err


def test_a_saved_view_is_what_its_options_are(tracker: Run, district: Path) -> None:
    by_hand = ("--signal", "behind,far_behind,overdue", "--sort", "lead")
    saved = in_json(tracker, district, "status", *DAY, "--view", "周会")
    assert saved == in_json(tracker, district, "status", *DAY, *by_hand)
    narrower = in_json(tracker, district, "status", *DAY, "--view", "周会", "--signal", "overdue")
    assert narrower == in_json(tracker, district, "status", *DAY, "--signal", "overdue", "--sort", "lead")
