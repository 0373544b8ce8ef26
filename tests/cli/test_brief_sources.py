"""--trace and json: from each number to its target, entry, file and commit."""

import json
import re
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from repositories import Tree

from briefings import brief, copied
from support import Run
from tracker.model.quantity import rounded

WEEK = ("--week", "2024-W40")


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_NOW", "2024-11-05T09:20:00+08:00")


NOTE = re.compile(r"^\[\^(?P<number>\d+)\]: (?P<text>.+)$", re.MULTILINE)
ENTRY = re.compile(r"^(?P<target>[a-z0-9-]+)：(?P<value>\S+)，截至 (?P<day>\S+)，.+报，(?P<file>progress/\S+?)#(?P<n>\d+)，(?P<commit>.+)$")  # fmt: skip


@pytest.fixture
def repository(tmp_path: Path) -> Tree:
    """The workspace under git, a commit for each month of reports."""
    made = Tree(copied(tmp_path / "w"))
    for month in sorted(path.name for path in (made.root / "progress/2024").iterdir()):
        made.git("add", f"progress/2024/{month}")
        made.git("commit", "--quiet", "-m", month)
    made.save()
    return made


def commits_of(made: Tree) -> dict[str, str]:
    """The commit that added each file, by git's own word."""
    found: dict[str, str] = {}
    commit = ""
    for line in made.git("log", "--diff-filter=A", "--name-only", "--format=commit %H").splitlines():
        if line.startswith("commit "):
            commit = line.removeprefix("commit ")
        elif line:
            found[line] = commit
    return found


def test_every_footnote_leads_to_target_entry_and_commit(tracker: Run, repository: Tree) -> None:
    asked = (*WEEK, "-f", "markdown")
    traced = brief(tracker, repository.root, *asked, "--trace")
    notes = {m["number"]: m["text"].replace("\\", "") for m in NOTE.finditer(traced)}
    body = traced[: traced.index("[^1]: ")]
    used = re.findall(r"\[\^(\d+)\]", body)
    assert set(used) == set(notes)
    assert list(dict.fromkeys(used)) == list(notes)
    commits = commits_of(repository)
    seen: set[str] = set()
    for text in notes.values():
        if text.startswith("计入："):
            continue
        said = ENTRY.match(text)
        assert said, text
        read = yaml.safe_load((repository.root / said["file"]).read_text(encoding="utf-8"))
        assert read["entries"][int(said["n"]) - 1]["target"] == said["target"]
        assert str(read["date"]) == said["day"]
        assert said["commit"] == f"提交 {commits[said['file']][:10]}"
        seen.add(said["target"])
    assert len(seen) > 70
    plain = brief(tracker, repository.root, *asked)
    assert re.sub(r"\[\^\d+\]", "", body).rstrip() == plain.rstrip()


def test_what_a_count_counted_is_in_its_footnote(tracker: Run, district: Path) -> None:
    asked = WEEK
    traced = brief(tracker, district, *asked, "--trace", "-f", "markdown")
    notes = {m["number"]: m["text"] for m in NOTE.finditer(traced)}
    classes = json.loads(brief(tracker, district, *asked, "-f", "json"))["classes"]
    said = re.findall(r"(\d+)\[\^(\d+)\]项，占(\d+\.\d)\[\^(\d+)\]%", traced)
    every = sum(known["count"] for known in classes)
    assert [(int(count), share) for count, _, share, _ in said] == [
        (known["count"], f"{rounded(Fraction(known['count'] * 100, every), 1)}")
        for known in classes
        if known["count"]
    ]
    shown = [known["targets"] for known in classes if known["count"]]
    for (_, number, _, same), targets in zip(said, shown, strict=True):
        assert number == same
        assert notes[number] == f"计入：{'、'.join(targets)}"


def test_without_a_repository_the_footnote_says_that_nothing_is_committed(
    tracker: Run, district: Path
) -> None:
    traced = brief(tracker, district, *WEEK, "--trace")
    assert "None" not in traced
    assert "，尚未提交" in traced


def test_json_has_entry_file_and_commit_of_every_figure(tracker: Run, repository: Tree) -> None:
    found = json.loads(brief(tracker, repository.root, *WEEK, "-f", "json"))
    commits = commits_of(repository)
    figures = [record for record in found["targets"] if record["actual"] is not None]
    assert len(figures) == 89
    for record in figures:
        assert (repository.root / record["file"]).is_file()
        assert record["entry"].startswith(Path(record["file"]).stem + "#")
        assert record["commit"] == commits[record["file"]]
