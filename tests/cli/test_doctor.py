"""tracker doctor: what is there, what is missing, and how to get it."""

import json
from pathlib import Path

import pytest

from support import Run, write_workspace
from tracker.cli import doctor


def states(tracker: Run, root: Path) -> dict[str, tuple[str, str]]:
    found = tracker("doctor", "-f", "json", cwd=root)
    assert found.code == 0, found.err
    return {each["item"]: (each["state"], each["what_to_do"]) for each in json.loads(found.out)["findings"]}


def test_a_workspace_of_its_own_lacks_only_git(tmp_path: Path, tracker: Run) -> None:
    found = states(tracker, write_workspace(tmp_path))
    assert found["workspace"] == found["clock"] == found["git"] == ("fine", "")
    assert found["repository"][0] == "missing"
    assert "git init" in found["repository"][1]


def test_an_optional_part_that_is_not_there_is_named(
    tmp_path: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(doctor.EXTRAS, "xlsx", "no_such_module")
    assert states(tracker, tmp_path)["extra-xlsx"] == ("missing", "pip install 'indicator-tracker[xlsx]'")


def test_what_is_wrong_with_a_workspace_is_counted(tmp_path: Path, tracker: Run) -> None:
    later = "date: 2024-08-10\nby: 区科技局\nrecorded: 2026-02-01T09:00:00+08:00\nentries:\n- {target: firms, total: 3}\n"
    write_workspace(tmp_path, **{"progress__2024__08__2024-08-10-ab12.yaml": "date: [\n"})
    assert states(tracker, tmp_path)["workspace"][0] == "wrong"
    (tmp_path / "progress/2024/08/2024-08-10-ab12.yaml").unlink()
    path = tmp_path / "progress/2024/08/2024-08-10-cd34.yaml"
    path.write_text(later, "utf-8")
    assert states(tracker, tmp_path)["clock"][0] == "wrong"


def test_without_git_it_is_named(tmp_path: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert states(tracker, tmp_path)["git"][0] == "missing"


def test_without_a_workspace_it_says_how_to_make_one(tmp_path: Path, tracker: Run) -> None:
    state, what_to_do = states(tracker, tmp_path)["workspace"]
    assert (state, "tracker init" in what_to_do) == ("missing", True)
