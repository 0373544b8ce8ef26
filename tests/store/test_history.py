"""Append-only, proved from histories as they really come about."""

import time
from pathlib import Path

import pytest
from repositories import Tree, name, text, tree

from support import Run, times
from tracker.problems import ExitCode, TrackerError
from tracker.store.history import examine


def found(made: Tree, since: str | None = None) -> list[tuple[str, str, str]]:
    return [
        (
            problem.code.removeprefix("history-"),
            Path(problem.place.file).stem[-1],
            str(problem.facts["commit"]),
        )
        for problem in examine(made.root, since).problems
    ]


@pytest.mark.parametrize("under", ["", "offices/科技局"], ids=["at-the-top", "below-the-top"])
def test_adding_is_no_breach_and_the_rest_is(tmp_path: Path, under: str) -> None:
    made = tree(tmp_path, under)
    for letter in "bcd":
        made.add(letter)
    assert found(made) == []
    made.write("a", 2)
    changed = made.save()
    (made.root / name("b")).unlink()
    deleted = made.save()
    made.git("mv", name("c"), name("e"))
    renamed = made.save()
    assert found(made) == [
        ("changed", "a", changed[:12]),
        ("deleted", "b", deleted[:12]),
        ("deleted", "c", renamed[:12]),
    ]
    facts = examine(made.root).problems[0].facts
    assert facts["author"] == "王工"


def test_what_is_no_report_may_change(tmp_path: Path) -> None:
    made = tree(tmp_path)
    readme, keep = made.root / "progress/README.md", made.root / "progress/.gitkeep"
    for content in ("one", "two"):
        readme.write_text(content, encoding="utf-8")
        keep.write_text(content, encoding="utf-8")
        (made.root / "other.yaml").write_text(content, encoding="utf-8")
        made.save()
    readme.unlink()
    made.save()
    (made.root / name("a")).chmod(0o755)
    made.save()
    assert found(made) == []


def test_a_file_put_back_settles_its_breaches(tmp_path: Path) -> None:
    made = tree(tmp_path)
    for total in (2, 3):
        made.write("a", total)
        made.save()
    source = str(examine(made.root).problems[0].facts["source"])
    assert len(found(made)) == 2
    made.git("checkout", source, "--", name("a"))
    made.save()
    findings = examine(made.root)
    assert (findings.problems, findings.settled) == ((), 3)


def test_every_report_gone_with_its_folder(tmp_path: Path) -> None:
    made = tree(tmp_path)
    made.git("rm", "-rq", "progress")
    gone = made.save()
    assert not (made.root / "progress").exists()
    assert found(made) == [("deleted", "a", gone[:12])]


def test_branches_that_only_add_merge_without_breach(tmp_path: Path) -> None:
    made = tree(tmp_path)
    made.branch("side")
    made.add("b")
    made.switch("main")
    made.add("c")
    made.merge("side")
    made.switch("side")
    made.merge("main")
    made.add("d")
    made.switch("main")
    made.merge("side")
    assert found(made) == []
    assert {path.name[-6] for path in (made.root / "progress").rglob("*.yaml")} == set("abcd")


@pytest.mark.parametrize("into", ["main", "side"], ids=["onto-main", "onto-the-branch"])
def test_a_breach_on_a_branch_is_named_once_whichever_way_it_is_merged(tmp_path: Path, into: str) -> None:
    made = tree(tmp_path)
    made.add("b")
    made.branch("side")
    made.write("a", 5)
    changed = made.save()
    (made.root / name("b")).unlink()
    deleted = made.save()
    made.switch("main")
    made.add("c")
    made.switch(into)
    made.merge({"main": "side", "side": "main"}[into])
    assert found(made) == [("changed", "a", changed[:12]), ("deleted", "b", deleted[:12])]


def test_changed_or_deleted_in_the_merge_itself(tmp_path: Path) -> None:
    made = tree(tmp_path)
    made.add("b")
    made.branch("side")
    made.add("c")
    made.switch("main")
    made.add("d")
    made.merge("side", "--no-commit")
    made.write("a", 9)
    made.write("c", 9)
    (made.root / name("b")).unlink()
    merge = made.save()[:12]
    assert found(made) == [("changed", "a", merge), ("deleted", "b", merge), ("changed", "c", merge)]


def test_a_merge_that_throws_a_side_away(tmp_path: Path) -> None:
    made = tree(tmp_path)
    made.branch("side")
    made.add("b")
    made.switch("main")
    made.add("c")
    merge = made.merge("side", "-s", "ours")[:12]
    assert found(made) == [("deleted", "b", merge)]


def test_two_reports_of_one_name(tmp_path: Path) -> None:
    made = tree(tmp_path)
    made.branch("side")
    made.add("b", 7)
    made.switch("main")
    made.add("b", 8)
    made.merge("side", "-X", "ours")
    assert [kind for kind, _, _ in found(made)] in (["clash"], ["changed"])  # either may count as the first
    for letter, total in (("x", 7), ("y", 8)):
        made.write(letter, total)
    source = made.git("log", "--format=%H", "--reverse", "--topo-order", "--diff-filter=A", "--", name("b"))
    made.git("checkout", source.split()[0], "--", name("b"))
    made.save()
    assert found(made) == []


def test_a_rebase_moves_additions_and_nothing_else(tmp_path: Path) -> None:
    made = tree(tmp_path)
    made.branch("side")
    made.add("b")
    made.add("c")
    made.switch("main")
    base = made.add("d")
    made.switch("side")
    made.git("rebase", "--quiet", "main")
    assert found(made) == []
    assert found(made, base) == []
    assert found(made, "side@{1}") == []


def test_since(tmp_path: Path) -> None:
    made = tree(tmp_path)
    made.write("a", 2)
    first = made.save()
    made.add("b")
    made.git("tag", "release")
    assert found(made, "release") == []
    assert found(made, f"{first}^") == [("changed", "a", first[:12])]
    made.write("b", 2)
    second = made.save()
    assert found(made, "release") == [("changed", "b", second[:12])]
    assert len(found(made)) == 2
    for unknown in ("nowhere", "--all", "", "^HEAD", "HEAD~1..HEAD"):
        with pytest.raises(TrackerError) as error:
            examine(made.root, unknown)
        assert error.value.code == "git-revision"


def test_since_does_not_blame_a_branch_for_what_it_merged_in(tmp_path: Path) -> None:
    made = tree(tmp_path)
    made.branch("side")
    made.add("b")
    made.switch("main")
    made.write("a", 2)
    made.save()
    made.switch("side")
    made.merge("main")
    assert found(made, "main") == []
    assert len(found(made)) == 1


def test_a_shallow_clone(tmp_path: Path, tracker: Run) -> None:
    made = tree(tmp_path / "full")
    made.write("a", 2)
    made.save()
    made.add("b")
    made.write("b", 2)
    last = made.save()
    made.git("clone", "--quiet", "--depth=2", f"file://{made.root}", str(tmp_path / "shallow"))
    ran = tracker("--lang", "en", "check", "--history", cwd=tmp_path / "shallow")
    assert ran.code == 1
    assert "A shallow clone: only the history at hand was looked at." in ran.err
    assert last[:12] in ran.err
    assert ran.err.count("changed after") == 1


def test_no_repository_and_no_commit(tmp_path: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    made = tree(tmp_path / "with")
    made.git("update-ref", "-d", "HEAD")
    assert tracker("check", "--history", cwd=made.root).code == 0
    (made.root / ".git").rename(tmp_path / "away")
    ran = tracker("--lang", "en", "check", "--history", cwd=made.root)
    assert (ran.code, ran.out) == (ExitCode.GIT, "")
    assert "not in a git repository" in ran.err
    assert tracker("check", "--since", "HEAD", cwd=made.root).code == ExitCode.USAGE
    assert tracker("check", cwd=made.root).code == 0


def test_what_is_said_and_that_the_remedy_works(tmp_path: Path, tracker: Run) -> None:
    made = tree(tmp_path)
    (made.root / name("a")).unlink()
    made.save()
    for language, word in (("zh", "被删除"), ("en", "deleted or renamed")):
        ran = tracker("--lang", language, "check", "--history", cwd=made.root)
        assert (ran.code, ran.out) == (1, "")
        assert word in ran.err
        assert "王工" in ran.err
    command = ran.err.partition("commit: ")[2].partition(". ")[0]
    made.git(*command.split()[1:])
    assert (made.root / name("a")).read_text(encoding="utf-8") == text(1)
    made.save()
    ran = tracker("--lang", "en", "check", "--history", cwd=made.root)
    assert (ran.code, ran.err) == (0, "1 earlier breach has been put right.\n")


def test_thousands_of_commits_in_seconds(tmp_path: Path) -> None:
    made = tree(tmp_path)
    stream = []
    for n in range(times(2_000, 10_000)):
        body = text(n).encode()
        file = f"progress/2024/{n % 12 + 1:02}/2024-{n % 12 + 1:02}-10-{n:05}.yaml"
        stream.append(
            b"commit refs/heads/main\ncommitter W <w@example.org> %d +0800\ndata 0\n" % (1700000000 + n)
        )
        stream.append(b"from refs/heads/main^0\n" if n == 0 else b"")
        stream.append(b"M 644 inline %s\ndata %d\n%s\n" % (file.encode(), len(body), body))
    stream.append(b"commit refs/heads/main\ncommitter W <w@example.org> 1800000000 +0800\ndata 0\n")
    stream.append(b"D progress/2024/08/2024-08-10-00007.yaml\n")
    made.git("fast-import", "--quiet", stdin=b"".join(stream))
    made.git("reset", "--quiet", "--hard")
    began = time.monotonic()
    assert [problem.code for problem in examine(made.root).problems] == ["history-deleted"]
    assert examine(made.root, "HEAD~1").problems
    assert examine(made.root, "HEAD").problems == ()
    assert time.monotonic() - began < 60
