"""tracker target adjust: what is doubted of a new goal, and several changes of one day."""

import json
from pathlib import Path

import pytest

from support import UNIT_POLICY, UNIT_TARGETS, Run, document, target, write_workspace

DOCUMENT = ("--document", "区政办〔2024〕18号")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRACKER_NOW", "2024-09-05")
    report = "date: 2024-08-10\nby: 区科技局\nentries:\n- {target: firms, total: 8}\n"
    write_workspace(
        tmp_path,
        document(*UNIT_TARGETS),
        **{"progress/2024/08/2024-08-10-ab12.yaml": report, "seeds/policy.md": UNIT_POLICY},
    )
    return tmp_path


def text_of(root: Path) -> str:
    return (root / "measures.yaml").read_text("utf-8")


def shown(tracker: Run, root: Path, target: str, day: str) -> dict[str, object]:
    found = tracker("status", "--as-of", day, "-f", "json", cwd=root)
    records: list[dict[str, object]] = json.loads(found.out)["targets"]
    return next(record for record in records if record["id"] == target)


@pytest.mark.parametrize(
    ("change", "doubt"),
    [
        (("--to", "400"), "新目标 400家 与原来的 40家 相差十倍以上"),
        (("--to", "400000"), "相差千倍以上，是不是多写或漏写了“万”？"),
        (("--to", "≤45"), "原来越高越好，新目标 45家 却是越低越好"),
        (("--to", "8"), "最近的 8家 已经达到新目标 8家"),
        (("--due", "2024-08-31"), "新的截止日 2024-08-31 早于 2024-09-05"),
    ],
)
def test_a_goal_that_is_far_off_is_doubted_as_a_figure_is(
    change: tuple[str, str], doubt: str, root: Path, tracker: Run
) -> None:
    before = text_of(root)
    refused = tracker("target", "adjust", "firms", *change, *DOCUMENT, cwd=root)
    assert (refused.code, text_of(root)) == (1, before)
    assert doubt in refused.err
    assert "核对无误后加 --yes" in refused.err
    assert doubt in tracker("target", "adjust", "firms", *change, *DOCUMENT, "--dry-run", cwd=root).err
    assert tracker("target", "adjust", "firms", *change, *DOCUMENT, "--yes", cwd=root).code == 0
    assert "adjustments" in text_of(root)


def test_a_share_typed_as_a_fraction_is_doubted(root: Path, tracker: Run) -> None:
    share = target(kind="share", target={"at_least": "80"})
    write_workspace(root, document(share))
    refused = tracker("target", "adjust", "firms", "--to", "0.85", *DOCUMENT, cwd=root)
    assert (refused.code, "新目标写的是 0.85%，是不是 85%？" in refused.err) == (1, True)


def test_a_likely_goal_is_not_doubted(root: Path, tracker: Run) -> None:
    found = tracker("target", "adjust", "firms", "--to", "45", "--due", "2025-03-31", *DOCUMENT, cwd=root)
    assert (found.code, found.err) == (0, "")


def test_two_documents_may_change_a_target_on_one_day(root: Path, tracker: Run) -> None:
    assert tracker("target", "adjust", "firms", "--to", "45", *DOCUMENT, cwd=root).code == 0
    later = ("target", "adjust", "firms", "--due", "2025-03-31", "--document", "19号")
    assert tracker(*later, cwd=root).code == 0
    assert tracker("check", cwd=root).code == 0
    record = shown(tracker, root, "firms", "2024-09-05")
    assert (record["target"], record["due"], record["adjusted_by"]) == ("45", "2025-03-31", "19号")
    steps = json.loads(tracker("show", "firms", "-f", "json", cwd=root).out)["adjustments"]
    assert [(each["target"], each["due"]) for each in steps] == [
        ("40", "2024-12-31"),
        ("45", "2024-12-31"),
        ("45", "2025-03-31"),
    ]
    changed = json.loads(tracker("diff", "2024-09-04", "2024-09-05", "-f", "json", cwd=root).out)
    adjusted = [
        (each["target_before"], each["target"], each["due_before"], each["due"])
        for each in changed["adjustments"]
    ]
    assert adjusted == [
        ("40", "45", "2024-12-31", "2024-12-31"),
        ("45", "45", "2024-12-31", "2025-03-31"),
    ]


def test_one_document_changes_it_once_a_day(root: Path, tracker: Run) -> None:
    assert tracker("target", "adjust", "firms", "--to", "45", *DOCUMENT, cwd=root).code == 0
    again = tracker("target", "adjust", "firms", "--to", "46", *DOCUMENT, cwd=root)
    assert (again.code, "调整了两次" in again.err, "tracker target edit" in again.err) == (4, True, True)


def test_its_first_day_is_that_of_the_day_looked_at(
    root: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_AS_OF", "2024-08-31")
    assert tracker("target", "adjust", "firms", "--to", "45", *DOCUMENT, cwd=root).code == 0
    assert "date: 2024-08-31" in text_of(root)
    ended = tracker("target", "retire", "firms", *DOCUMENT, "--reason", "并入", "--dry-run", cwd=root)
    assert "on: 2024-08-31" in ended.out


def test_a_command_of_a_group_is_named_with_it(root: Path, tracker: Run) -> None:
    found = tracker("edit", "firms", cwd=root)
    assert (found.code, "target edit" in found.err) == (2, True)
