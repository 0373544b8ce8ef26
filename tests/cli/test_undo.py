"""Taking back the last report, as long as nobody else can have it."""

from pathlib import Path

import pytest

from recording import BY, files, git, repository, root, values
from support import Run, write_files

__all__ = ["root"]


@pytest.fixture
def recorded(tracker: Run, root: Path) -> Path:
    for total, day in (("3", "2024-10-01"), ("5", "2024-10-10")):
        assert tracker("record", "firms", total, *BY, "--date", day, "--yes", cwd=root).code == 0
    return root


def test_the_last_report_is_shown_and_removed(tracker: Run, recorded: Path) -> None:
    (last,) = [file for file in files(recorded) if "2024-10-10" in file.name]
    found = tracker("undo", "--yes", cwd=recorded)
    assert found.code == 0
    assert "total: 5" in found.out
    assert not last.exists()
    assert values(tracker, recorded)["firms"] == "3"


def test_without_a_terminal_it_does_not_remove_unasked(tracker: Run, recorded: Path) -> None:
    before = files(recorded)
    found = tracker("undo", cwd=recorded)
    assert (found.code, "--yes" in found.err) == (2, True)
    assert files(recorded) == before


def test_what_is_committed_stays(tracker: Run, recorded: Path) -> None:
    repository(recorded)
    git(recorded, "add", "progress")
    git(recorded, "commit", "-q", "-m", "reports")
    before = files(recorded)
    found = tracker("undo", "--yes", cwd=recorded)
    assert (found.code, "tracker void" in found.err) == (2, True)
    assert files(recorded) == before


def test_what_is_staged_is_taken_back_from_there_too(tracker: Run, recorded: Path) -> None:
    repository(recorded)
    git(recorded, "add", "progress")
    assert tracker("undo", "--yes", cwd=recorded).code == 0
    assert [Path(line).name[:10] for line in git(recorded, "ls-files", "progress").split()] == ["2024-10-01"]


@pytest.mark.parametrize("line", ["verify: {}#1", "return: {}#1, reason: 口径不符", "void: {}, reason: 填错"])
def test_what_a_committed_report_names_stays(tracker: Run, recorded: Path, line: str) -> None:
    (last,) = [file for file in files(recorded) if "2024-10-10" in file.name]
    text = "date: 2024-10-11\nby: 区统计局\nentries:\n- {" + line.format(last.stem) + "}\n"
    write_files(recorded, {"progress/2024/10/2024-10-11-v.yaml": text})
    repository(recorded)
    git(recorded, "add", "progress/2024/10/2024-10-11-v.yaml")
    git(recorded, "commit", "-q", "-m", "judged")
    found = tracker("undo", "--yes", cwd=recorded)
    assert (found.code, "2024-10-11-v.yaml" in found.err) == (2, True)
    assert last.exists()


def test_what_another_report_refers_to_stays(tracker: Run, recorded: Path) -> None:
    (last,) = [file for file in files(recorded) if "2024-10-10" in file.name]
    assert tracker("void", last.stem, "--reason", "填错", cwd=recorded).code == 0
    # The void was recorded last, so it goes first; then the figure it withdrew stands again.
    assert tracker("undo", "--yes", cwd=recorded).code == 0
    assert last.exists()
    assert values(tracker, recorded)["firms"] == "5"
