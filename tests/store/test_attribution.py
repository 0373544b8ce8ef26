"""Who committed a report: the commit that brought it as it stands, or what is not known instead of a name."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from repositories import Tree, name, tree

from support import Result
from tracker.model.clock import DEFAULT_ZONE
from tracker.report.attribution import Origin
from tracker.store.attribution import attributions

Run = Callable[..., Result]


def known(made: Tree) -> dict[str, tuple[str, list[str]]]:
    """By the letter of each report: what is known, and the commits."""
    found = attributions(made.root, DEFAULT_ZONE)
    return {
        path.removesuffix(".yaml")[-1]: (one.origin.value, [commit.commit for commit in one.commits])
        for path, one in found.items()
    }


def shallow(made: Tree, folder: Path, depth: int = 1) -> Tree:
    """A clone of the last `depth` commits."""
    made.git("clone", "--quiet", f"--depth={depth}", f"file://{made.root}", str(folder))
    clone = Tree.__new__(Tree)
    clone.root = folder
    return clone


def test_each_file_is_of_the_commit_that_brought_it(tmp_path: Path) -> None:
    made = tree(tmp_path, "below")
    first = made.git("rev-parse", "HEAD").strip()
    for key, value in (("log.follow", "true"), ("diff.relative", "true"), ("log.showRoot", "false")):
        made.git("config", key, value)
    made.git("config", "diff.renames", "copies")
    made.branch("side")
    second = made.add("b")
    made.switch("main")
    third = made.add("c", 2)
    made.merge("side")
    made.write("d")
    made.write("e", 5)
    made.git("add", "--all", "--", name("e"))
    expected = {letter: ("committed", [c]) for letter, c in (("a", first), ("b", second), ("c", third))}
    assert known(made) == expected  # d and e have no commit yet
    found = attributions(made.root, DEFAULT_ZONE)[name("b")].commit
    assert found is not None
    assert (found.author, found.when.tzinfo is not None) == ("王工", True)


def test_where_nothing_can_be_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert attributions(tmp_path, DEFAULT_ZONE) == {}
    made = Tree(tmp_path / "w")
    made.write("a")
    assert attributions(made.root, DEFAULT_ZONE) == {}  # nothing is committed
    made.save()
    made.git("rm", "-rq", "progress")
    assert attributions(made.root, DEFAULT_ZONE) == {}


def test_a_file_that_had_another_content_names_all_its_commits_and_nobody(tmp_path: Path) -> None:
    made = tree(tmp_path)
    first = made.git("rev-parse", "HEAD").strip()
    second = made.add("a", 2)
    assert known(made) == {"a": ("changed", [first, second])}
    third = made.add("a", 3)
    assert known(made) == {"a": ("changed", [first, third])}
    made.add("a", 1)
    assert known(made) == {"a": ("committed", [first])}, "it stands as it was first brought"
    made.git("rm", "-q", "--", name("a"))
    made.save()
    again = made.add("a", 4)
    assert known(made) == {"a": ("changed", [first, again])}


def test_what_was_edited_and_not_committed_is_nobodys(tmp_path: Path) -> None:
    made = tree(tmp_path)
    (made.root / name("a")).chmod(0o755)
    assert known(made)["a"][0] == "committed", "leave to execute it is no part of what it says"
    made.write("a", 2)
    assert known(made) == {"a": ("edited", [])}
    made.git("add", "--all")
    assert known(made) == {"a": ("edited", [])}


def test_line_ends_that_git_converts_are_no_edit(tmp_path: Path) -> None:
    made = tree(tmp_path)
    (made.root / ".gitattributes").write_text("*.yaml text eol=crlf\n", encoding="utf-8")
    made.save()
    path = made.root / name("a")
    path.unlink()
    made.git("checkout", "--", name("a"))
    assert b"\r\n" in path.read_bytes()
    assert known(made)["a"][0] == "committed"


def test_a_renamed_file_keeps_whom_it_had(tmp_path: Path) -> None:
    made = tree(tmp_path, "old")
    first = made.git("rev-parse", "HEAD").strip()
    made.git("mv", name("a"), name("b"))
    made.save()
    assert known(made) == {"b": ("committed", [first])}
    moved = made.write("c")
    (made.root / name("b")).rename(moved)
    moved.write_text(moved.read_text(encoding="utf-8") + "source: 表\n", encoding="utf-8")
    second = made.save()
    assert known(made) == {"c": ("changed", [first, second])}
    made.root = made.root.parent
    made.git("mv", "old", "new")
    made.save()
    made.root /= "new"
    assert known(made) == {"c": ("changed", [first, second])}, "the whole workspace moved"


def test_a_copy_is_its_own(tmp_path: Path) -> None:
    made = tree(tmp_path)
    first, second = made.git("rev-parse", "HEAD").strip(), made.add("b")
    assert known(made) == {"a": ("committed", [first]), "b": ("committed", [second])}


def test_in_a_shallow_clone_what_lies_before_it_is_not_known(tmp_path: Path) -> None:
    made = tree(tmp_path / "whole")
    made.add("b")
    made.add("a", 2)
    third = made.add("c")
    last = made.add("b", 3)
    clone = shallow(made, tmp_path / "clone", 2)
    assert known(clone) == {"a": ("cut-off", []), "b": ("changed", [last]), "c": ("cut-off", [])}
    clone = shallow(made, tmp_path / "deeper", 3)
    assert known(clone)["c"] == ("committed", [third])
    clone.git("fetch", "--quiet", "--unshallow")
    assert known(clone) == known(made)
    assert {one for one, _ in known(clone).values()} == {Origin.COMMITTED, Origin.CHANGED}


def test_a_shallow_clone_with_a_merge(tmp_path: Path) -> None:
    made = tree(tmp_path / "whole")
    made.branch("side")
    side = made.add("b")
    made.switch("main")
    made.add("c")
    made.merge("side")
    assert known(shallow(made, tmp_path / "one")) == dict.fromkeys("abc", ("cut-off", []))
    found = known(shallow(made, tmp_path / "two", 2))
    assert found["a"] == ("cut-off", [])
    assert ("committed", [side]) not in found.values(), "both sides begin at the border"


def test_grafts_and_replacements_tell_no_other_history(tmp_path: Path) -> None:
    made = tree(tmp_path)
    made.add("b")
    last = made.add("c")
    before = known(made)
    made.git("replace", "--graft", last)
    assert known(made) == before
    made.git("replace", "--delete", last)
    (made.root / ".git/info/grafts").write_text(f"{last}\n", encoding="ascii")
    assert len(made.git("log", "--format=%H").split()) == 1, "git itself is told so"
    assert known(made) == before


def test_progress_as_a_repository_of_its_own(tmp_path: Path) -> None:
    made = tree(tmp_path)
    inner = Tree(made.root / "progress")
    commit = inner.save()
    assert known(made) == {"a": ("committed", [commit])}


@pytest.mark.parametrize(
    ("language", "unknown", "changed", "remark"),
    [
        (
            "zh",
            "不明（浅克隆）",
            "不明（提交后改过）",
            "提交记录不全（浅克隆）：1 条记录由谁提交不明；git fetch --unshallow 可取回全部历史",
        ),
        (
            "en",
            "not known (shallow clone)",
            "not known (changed since)",
            "A shallow clone: who committed 1 entry is not known; git fetch --unshallow brings the whole history",
        ),
    ],
)
def test_views_say_what_is_not_known(
    tracker: Run, tmp_path: Path, language: str, unknown: str, changed: str, remark: str
) -> None:
    made = tree(tmp_path / "whole")
    made.write("b", 2)
    made.git("add", "--all")
    made.git("commit", "--quiet", "--author=李工 <li@example.org>", "-m", "b")
    last = made.add("b", 3)
    clone = shallow(made, tmp_path / "clone")
    deeper = shallow(made, tmp_path / "deeper", 2)
    for arguments in (("log",), ("show", "firms", "--as-of", "2024-08-31")):
        out = tracker(*arguments, "--lang", language, "-f", "text", cwd=deeper.root).out
        out = out.replace("\u0336", "")  # what is struck through
        assert out.count(unknown) == 1, out
        assert out.count(changed) == 1, out
        assert "王工" not in out
        assert "李工" not in out
        assert remark in out.splitlines()
    show = json.loads(tracker("show", "firms", "-f", "json", cwd=deeper.root).out)["history"]
    log = json.loads(tracker("log", "-f", "json", cwd=deeper.root).out)["entries"]
    for entries in (show, log):
        one, two = sorted(entries, key=lambda entry: str(entry["file"]))
        nothing = {"committed_by": None, "committed": None, "commit": None}
        assert nothing.items() <= one.items()
        assert nothing.items() <= two.items()
        assert (one["attribution"], one["commits"]) == ("cut-off", [])
        assert (two["attribution"], len(two["commits"]), two["commits"][-1]) == ("changed", 1, last)
    asked = ("brief", "--month", "2024-08", "--lang", language, "-f")
    traced = tracker(*asked, "markdown", "--trace", cwd=clone.root).out
    assert {"zh": "提交记录不全（浅克隆），提交不明", "en": "commit not known (a shallow clone)"}[
        language
    ] in traced
    assert last[:10] not in traced
    changed_note = {"zh": f"提交后改过：{last[:10]}", "en": f"changed after it was committed: {last[:10]}"}
    assert changed_note[language] in tracker(*asked, "markdown", "--trace", cwd=deeper.root).out
    brief = json.loads(tracker(*asked, "json", cwd=clone.root).out)["targets"]
    assert [(t["commit"], t["attribution"]) for t in brief] == [(None, "cut-off")]


def test_the_whole_history_names_author_and_commit(tracker: Run, tmp_path: Path) -> None:
    made = tree(tmp_path)
    commit = made.git("rev-parse", "HEAD").strip()
    out = tracker("show", "firms", "--as-of", "2024-08-31", "-f", "text", cwd=made.root).out
    assert "王工" in out
    assert commit[:10] in out
    (made.root / name("a")).write_bytes((made.root / name("a")).read_bytes() + b"# x" + os.linesep.encode())
    assert "王工" not in tracker("log", "-f", "text", cwd=made.root).out
