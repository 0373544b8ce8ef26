"""tracker due and tracker owners, as a person runs them."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from support import REPOSITORY, Result, Run

DAY = ("--as-of", "2024-10-31")


def read(found: Result) -> dict[str, Any]:
    assert found.code == 0, found.err
    document: dict[str, Any] = json.loads(found.out)
    return document


def test_due_status_and_owners_agree_on_the_districts_numbers(tracker: Run) -> None:
    for day in ("2024-08-15", "2024-10-25", "2024-10-31", "2024-12-20", "2025-01-31"):
        status, due, owners = (
            read(tracker(command, "--as-of", day, "-f", "json", cwd=REPOSITORY))
            for command in ("status", "due", "owners")
        )
        assert owners["counts"] == status["counts"]
        assert owners["total"] == status["total"]
        leads = [row for row in owners["owners"] if row["role"] == "lead"]
        assert {s: sum(row[s] for row in leads) for s in status["counts"]} == status["counts"]
        assert sum(row["owing"] for row in leads) == due["owed_late"]
        assert sum(row["waiting"] for row in leads) == due["owed_waiting"]
        silent = {target["id"] for target in status["targets"] if target["signal"] == "silent"}
        assert silent <= {record["id"] for record in due["owed"]}
        soon = {target["id"] for target in status["targets"] if "due_soon" in target["flags"]}
        assert soon == {record["id"] for record in due["deadlines"]}


def test_without_the_calendars_package_weekends_are_used_and_it_is_said(
    tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_it = tracker("due", *DAY, cwd=REPOSITORY)
    monkeypatch.setitem(sys.modules, "chinese_calendar", None)
    without = tracker("due", *DAY, cwd=REPOSITORY)
    assert without.code == 0
    assert "indicator-tracker[workdays]" in without.out.replace("\n", "")
    assert "10-03" in without.out
    assert "10-08" in with_it.out
    assert "10-03" not in with_it.out
    for command in ("owners", "status"):
        assert tracker(command, *DAY, cwd=REPOSITORY).code == 0


def test_what_was_known_at_the_time(tracker: Run) -> None:
    now = read(tracker("due", "--as-of", "2024-08-20", "-f", "json", cwd=REPOSITORY))
    then = read(
        tracker("due", "--as-of", "2024-08-20", "--known-on", "2024-08-20", "-f", "json", cwd=REPOSITORY)
    )
    assert {record["id"] for record in now["owed"]} < {record["id"] for record in then["owed"]}


def test_reply_by_goes_with_text(tracker: Run) -> None:
    found = tracker("due", *DAY, "--reply-by", "2024-11-04", cwd=REPOSITORY)
    assert (found.code, found.out) == (2, "")
    assert "--text" in found.err
    sent = tracker("due", *DAY, "--text", "--reply-by", "11月4日", "--lang", "zh", cwd=REPOSITORY)
    assert "于11月4日前报送" in sent.out
    bad = tracker("due", *DAY, "--text", "--reply-by", "soon", cwd=REPOSITORY)
    assert (bad.code, bad.out) == (2, "")


def test_bad_numbers_names_and_ranks(tracker: Run) -> None:
    for arguments in (("due", "--within", "-1"), ("due", "--within", "x"), ("owners", "--rank", "best")):
        found = tracker(*arguments, *DAY, cwd=REPOSITORY)
        assert (found.code, found.out) == (2, "")
    found = tracker("owners", *DAY, "--owner", "区科学局", "--lang", "zh", cwd=REPOSITORY)
    assert found.code == 2
    assert "区科技局" in found.err


def test_an_owners_list_goes_to_a_file(tracker: Run, tmp_path: Path) -> None:
    file = tmp_path / "区教育局.md"
    found = tracker("owners", *DAY, "--owner", "区教育局", "-o", file, "--lang", "zh", cwd=REPOSITORY)
    assert found.code == 0, found.err
    text = file.read_text(encoding="utf-8")
    assert "区教育局参与的指标（3项）" in text
    assert text.count("|") > 30


def test_fail_on_looks_at_the_signals_of_what_is_shown(tracker: Run) -> None:
    assert tracker("due", *DAY, "--fail-on", "silent", cwd=REPOSITORY).code == 10
    assert tracker("due", *DAY, "--owner", "区教育局", "--fail-on", "silent", cwd=REPOSITORY).code == 0
