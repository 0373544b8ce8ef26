"""Accepted deviations: the signal stays true, notices and red lists leave them out until the day, and say so."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from support import Run, document, target, write_files, write_workspace

ACCEPT = (
    "--until",
    "2024-09-15",
    "--document",
    "区政办〔2024〕18号",
    "--reason",
    "汛期停工",
    "--from",
    "2024-08-15",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    keys = document(target(), target(id="deals", name="成交额", unit="亿元"))
    root = write_workspace(tmp_path / "w", keys)
    for day in ("2024-07-31", "2024-08-10", "2024-08-20", "2024-08-31", "2024-09-10", "2024-09-20"):
        head = f"date: {day}\nby: 区科技局\nrecorded: {day}T12:00:00+08:00\nentries:\n"
        figures = "- {target: firms, total: 10}\n- {target: deals, total: 10}\n"
        write_files(root, {f"progress/{day[:4]}/{day[5:7]}/{day}-a.yaml": head + figures})
    return root


def shown(root: Path, tracker: Run, *arguments: str) -> dict[str, Any]:
    found = tracker(*arguments, "-f", "json", cwd=root)
    assert found.code == 0, found.err
    return dict(json.loads(found.out))


def test_it_is_written_into_the_catalogue_and_nothing_else_is_touched(root: Path, tracker: Run) -> None:
    before = (root / "measures.yaml").read_text(encoding="utf-8").splitlines()
    found = tracker("accept", "firms", *ACCEPT, cwd=root)
    assert found.code == 0, found.err
    after = (root / "measures.yaml").read_text(encoding="utf-8").splitlines()
    assert [line for line in before if line not in after] == []
    written = yaml.safe_load("\n".join(after))["sections"][0]["measures"][0]["targets"][0]["accept"]
    assert str(written["until"]) == "2024-09-15"
    assert (written["document"], written["reason"]) == ("区政办〔2024〕18号", "汛期停工")
    assert tracker("check", cwd=root).code == 0


def test_until_that_day_inclusive_it_is_in_no_notice_and_no_red_list(root: Path, tracker: Run) -> None:
    tracker("accept", "firms", *ACCEPT, cwd=root)
    for day, accepted in (
        ("2024-08-14", False),
        ("2024-08-15", True),
        ("2024-09-15", True),
        ("2024-09-16", False),
    ):
        status = shown(root, tracker, "status", "--as-of", day)
        firms, deals = status["targets"]
        assert firms["signal"] == deals["signal"] == "far_behind"
        assert (firms["notice_level"] is None, "accepted" in firms["flags"]) == (accepted, accepted)
        assert deals["notice_level"] == "red"
        assert status["accepted"] == (["firms"] if accepted else [])
        assert ("已接受偏差 1 项" in tracker("status", "--as-of", day, cwd=root).out) == accepted
        letter = tracker("notice", "--all", "--as-of", day, "-f", "markdown", cwd=root).out
        assert ("新引进企业" in letter) != accepted
        assert ("另有1项的偏差已经接受" in letter) == accepted
        form = tracker("form", "--owner", "区科技局", "--as-of", day, cwd=root).out
        assert form.count("请回执") == (1 if accepted else 2)


def test_the_briefing_the_page_and_the_digest_say_how_many(root: Path, tracker: Run) -> None:
    tracker("accept", "firms", *ACCEPT, cwd=root)
    brief = shown(root, tracker, "brief", "--dekad", "8月下旬")
    assert (brief["lagging"], brief["accepted"]) == (["deals"], ["firms"])
    assert sum(one["count"] for one in brief["classes"]) == 2
    text = tracker("brief", "--dekad", "8月下旬", "-f", "markdown", cwd=root).out
    assert "滞后和逾期的指标共1项" in text
    assert "另有1项滞后已按文件接受" in text
    back = shown(root, tracker, "brief", "--dekad", "9月中旬")
    assert (back["lagging"], back["accepted"]) == (["firms", "deals"], [])
    assert tracker("page", "--as-of", "2024-08-31", "-o", "a.html", cwd=root).code == 0
    assert "另有 1 项滞后已按文件接受" in (root / "a.html").read_text(encoding="utf-8")
    digest = tracker("digest", "--dekad", "8月下旬", "--all", cwd=root)
    assert digest.code == 0
    assert (
        shown(root, tracker, "show", "firms", "--as-of", "2024-08-31")["target"]["accepted_until"]
        == "2024-09-15"
    )
    assert "区政办〔2024〕18号" in tracker("show", "firms", "--as-of", "2024-08-31", cwd=root).out


def test_what_is_on_track_needs_nothing_accepted(root: Path, tracker: Run) -> None:
    tracker("accept", "firms", *ACCEPT, cwd=root)
    tracker("record", "firms", "38", "--by", "区科技局", "--date", "2024-09-01", "--yes", cwd=root)
    firms = shown(root, tracker, "status", "--as-of", "2024-09-02")["targets"][0]
    assert (firms["signal"], firms["accepted_until"]) == ("on_track", None)
    assert "accepted" not in firms["flags"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--until", "2024-08-01"), "早于起始日 2024-08-15"),
        (("--until", "2025-02-01"), "晚于截止日 2024-12-31"),
    ],
)
def test_what_no_document_can_accept_is_refused(
    root: Path, tracker: Run, more: tuple[str, ...], said: str
) -> None:
    before = (root / "measures.yaml").read_bytes()
    found = tracker("accept", "firms", *ACCEPT, *more, cwd=root)
    assert found.code in {1, 4}
    assert said in found.err
    assert (root / "measures.yaml").read_bytes() == before


def test_a_second_acceptance_leaves_the_first_as_it_was(root: Path, tracker: Run) -> None:
    tracker("accept", "firms", *ACCEPT, cwd=root)
    again = ("--until", "2024-10-31", "--document", "乙", "--reason", "停工", "--from", "2024-09-10")
    third = ("--until", "2024-12-20", "--document", "丙", "--reason", "停工", "--from", "2024-12-01")
    for more in (again, third):
        found = tracker("accept", "firms", *more, cwd=root)
        assert found.code == 0, found.err
    text = (root / "measures.yaml").read_text(encoding="utf-8")
    written = yaml.safe_load(text)["sections"][0]["measures"][0]["targets"][0]["accept"]
    assert [(str(one["from"]), str(one["until"]), one["document"]) for one in written] == [
        ("2024-08-15", "2024-09-15", "区政办〔2024〕18号"),
        ("2024-09-10", "2024-10-31", "乙"),
        ("2024-12-01", "2024-12-20", "丙"),
    ]
    for day, by in (
        *(("2024-08-14", None), ("2024-09-09", "区政办〔2024〕18号"), ("2024-09-10", "乙")),
        *(("2024-10-31", "乙"), ("2024-11-01", None), ("2024-12-05", "丙")),
    ):
        assert shown(root, tracker, "status", "--as-of", day)["targets"][0]["accepted_by"] == by
    assert tracker("check", cwd=root).code == 0


def test_what_is_wrong_with_one_of_several_is_said_at_its_place(root: Path, tracker: Run) -> None:
    one = {"from": "2024-08-15", "until": "2024-09-15", "document": "甲", "reason": "停工"}
    late = one | {"until": "2025-02-01"}
    for accept, line in (([one, late], "2025-02-01"), (late, "2025-02-01"), (one | {"to": "x"}, "to: x")):
        write_workspace(root, document(target(accept=accept), target(id="deals", name="成交额", unit="亿元")))
        text = (root / "measures.yaml").read_text(encoding="utf-8").splitlines()
        (at,) = [n for n, content in enumerate(text, 1) if line in content]
        found = tracker("check", cwd=root)
        assert (found.code, f"第 {at} 行" in found.err) == (4, True), found.err
    write_workspace(root, document(target(accept=[])))
    assert tracker("check", cwd=root).code == 4
