"""Revisions by name, and the workspace as it stood in one: real repositories, hostile trees."""

import os
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml
from repositories import Tree, name, text, tree

from support import TODAY, document, write_workspace
from tracker.model.book import Book
from tracker.problems import ExitCode, TrackerError
from tracker.store.git import repository_of
from tracker.store.past import book_at
from tracker.store.revisions import Range, Revision, is_revision, object_of, range_of

EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"


@pytest.fixture(autouse=True)
def leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever happens, the folder a revision was written to is gone afterwards."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield
    assert list(folder.iterdir()) == []


def at(made: Tree, revision: str, root: Path | None = None) -> Book:
    root = root or made.root
    repository = repository_of(root)
    assert repository is not None
    return book_at(repository, root, range_of(root, revision).before, TODAY)


def totals(found: Book) -> list[int]:
    return [int(point.value) for point in found.log.points("firms", date(2024, 12, 31))]


def refused(root: Path, revision: str) -> TrackerError:
    with pytest.raises(TrackerError) as raised:
        range_of(root, revision)
    return raised.value


def test_a_revision_by_any_name(tmp_path: Path) -> None:
    made = tree(tmp_path / "w")
    first = made.git("rev-parse", "HEAD").strip()
    made.git("tag", "-a", "v1", "-m", "annotated")
    made.branch("十月", "HEAD")
    second = made.add("b", 2)

    def commits(found: Range) -> tuple[str, str | None]:
        return found.before.commit, found.after.commit if found.after else None

    for revision in ("main", "v1", "HEAD~1", first[:9], "十月~1", "@{1}"):
        assert commits(range_of(made.root, revision)) == (first, None)
    assert commits(range_of(made.root, "main..十月")) == (first, second)
    assert commits(range_of(made.root, "main..")) == (first, second)
    assert commits(range_of(made.root, "..main")) == (second, first)
    assert range_of(made.root, "v1").before.name == "v1"


def test_three_dots_begin_where_the_branches_parted(tmp_path: Path) -> None:
    made = tree(tmp_path / "w")
    first = made.git("rev-parse", "HEAD").strip()
    made.branch("other")
    branch = made.add("b")
    made.switch("main")
    made.add("c")
    found = range_of(made.root, "main...other")
    assert (found.before.commit, found.after and found.after.commit) == (first, branch)
    made.git("checkout", "--quiet", "--orphan", "apart")
    made.save()
    error = refused(made.root, "main...apart")
    assert (error.code, error.exit_code) == ("rev-no-fork", ExitCode.USAGE)


def test_an_unknown_name_brings_the_nearest(tmp_path: Path) -> None:
    made = tree(tmp_path / "w")
    made.git("tag", "十月下旬")
    error = refused(made.root, "十月中旬")
    assert (error.code, error.exit_code, error.facts["near"]) == ("rev-near", ExitCode.USAGE, ("十月下旬",))
    assert refused(made.root, "mian..HEAD").facts["near"] == ("main",)
    assert refused(made.root, "HEAD..mian").facts["near"] == ("main",)
    error = refused(made.root, "zzzzzz")
    assert (error.code, error.facts["known"]) == ("rev-unknown", ("main", "十月下旬"))
    assert not is_revision(made.root, "zzzzzz")
    assert is_revision(made.root, "main")


@pytest.mark.parametrize(
    "revision",
    [
        "--output=x",
        "-h",
        "--all",
        "",
        "^main",
        "main^{tree}",
        "HEAD:progress",
        "main:measures.yaml",
        "a b",
        "$(x)",
    ],
)
def test_what_is_no_commit_is_refused_and_runs_nothing(tmp_path: Path, revision: str) -> None:
    made = tree(tmp_path / "w")
    before = sorted(made.root.iterdir())
    assert refused(made.root, revision).exit_code is ExitCode.USAGE
    assert refused(made.root, f"HEAD..{revision or '--output=x'}").exit_code is ExitCode.USAGE
    assert sorted(made.root.iterdir()) == before


def test_without_a_repository_or_a_commit(tmp_path: Path) -> None:
    write_workspace(tmp_path)
    assert refused(tmp_path, "main").code == "rev-no-repository"
    made = Tree(tmp_path)
    error = refused(made.root, "HEAD")
    assert (error.code, error.exit_code) == ("rev-nothing", ExitCode.USAGE)


@pytest.mark.parametrize("under", ["", "区/工作 区"])
def test_the_workspace_as_it_stood_whatever_the_working_tree_holds(tmp_path: Path, under: str) -> None:
    made = tree(tmp_path / "w", under)
    made.add("a", 7)
    (made.root / name("a")).unlink()
    (made.root / "measures.yaml").write_text("broken", encoding="utf-8")
    found = at(made, "HEAD")
    assert totals(found) == [7]
    assert found.problems == ()
    assert found.source is not None
    assert totals(at(made, "HEAD~1")) == [1]


def test_attributes_change_nothing(tmp_path: Path) -> None:
    made = tree(tmp_path / "w")
    (made.root / ".gitattributes").write_text("progress export-ignore\n* export-subst\n", encoding="utf-8")
    made.save()
    assert totals(at(made, "HEAD")) == [1]


def test_a_revision_from_before_the_workspace(tmp_path: Path) -> None:
    made = Tree(tmp_path / "w")
    (made.root / "README.md").write_text("", encoding="utf-8")
    made.save()
    write_workspace(made.root / "in" / "here")
    made.save()
    for root in (made.root, made.root / "in" / "here"):
        with pytest.raises(TrackerError) as raised:
            at(made, "HEAD~1", root)
        assert (raised.value.code, raised.value.exit_code) == ("rev-no-catalogue", ExitCode.NO_WORKSPACE)
    assert at(made, "HEAD", made.root / "in" / "here").problems == ()


def test_a_broken_catalogue_is_named_with_its_revision(tmp_path: Path) -> None:
    made = tree(tmp_path / "w")
    good = (made.root / "measures.yaml").read_text(encoding="utf-8")
    (made.root / "measures.yaml").write_text(good.replace("year:", "jahr:"), encoding="utf-8")
    made.save()
    (made.root / "measures.yaml").write_text(good, encoding="utf-8")
    with pytest.raises(TrackerError) as raised:
        at(made, "main")
    error = raised.value
    assert (error.code, error.exit_code) == ("rev-catalogue-bad", ExitCode.BAD_CATALOGUE)
    assert error.facts["revision"] == "main"
    assert {problem.place.file for problem in error.problems} == {"main:measures.yaml"}
    assert all(problem.place.line for problem in error.problems if problem.place.path)


def test_a_broken_report_is_left_out_and_counted(tmp_path: Path) -> None:
    made = tree(tmp_path / "w")
    made.write("b").write_text("date: x\n", encoding="utf-8")
    made.save()
    found = at(made, "HEAD")
    assert (totals(found), found.tally.files_left_out) == ([1], 1)
    assert found.problems[0].place.file == f"HEAD:{name('b')}"


def test_the_source_may_be_a_link_and_lie_anywhere_in_the_workspace(tmp_path: Path) -> None:
    made = tree(tmp_path / "w")
    policy = (made.root / "seeds" / "policy.md").read_bytes()
    (made.root / "texts").mkdir()
    (made.root / "texts" / "real.text").write_bytes(policy)
    (made.root / "linked").symlink_to("texts")
    document_ = yaml.safe_dump(document(source="linked/real.text"), allow_unicode=True)
    (made.root / "catalogue.yaml").write_text(document_, encoding="utf-8")
    (made.root / "measures.yaml").unlink()
    (made.root / "measures.yaml").symlink_to("catalogue.yaml")
    made.save()
    found = at(made, "HEAD")
    assert found.source == policy.decode()
    assert found.problems == ()


def test_links_that_lead_out_are_problems_and_never_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text(text(99), encoding="utf-8")
    made = tree(tmp_path / "w")
    (made.root / name("b")).symlink_to(secret)
    (made.root / "seeds" / "policy.md").unlink()
    (made.root / "seeds" / "policy.md").symlink_to(secret)
    made.save()
    found = at(made, "HEAD")
    assert (totals(found), found.source) == ([1], None)
    assert {problem.code for problem in found.problems} == {"link-outside", "source-outside"}
    (made.root / "measures.yaml").unlink()
    (made.root / "measures.yaml").symlink_to(secret)
    made.save()
    with pytest.raises(TrackerError) as raised:
        at(made, "HEAD")
    assert {problem.code for problem in raised.value.problems} == {"link-outside"}
    assert "HEAD:measures.yaml" in {problem.place.file for problem in raised.value.problems}


def entry(mode: str, called: bytes, hash_: str) -> bytes:
    return mode.encode() + b" " + called + b"\0" + bytes.fromhex(hash_)


def test_a_tree_made_by_hand_writes_nothing_outside(tmp_path: Path) -> None:
    made = tree(tmp_path / "w")
    outside = tmp_path / "outside"
    outside.mkdir()

    def stored(kind: str, content: bytes) -> str:
        return made.git("hash-object", "-t", kind, "--literally", "-w", "--stdin", stdin=content).strip()

    report = stored("blob", text(5).encode())
    link = stored("blob", os.fsencode(outside))
    inner = stored("tree", entry("100644", b"escaped.yaml", report))
    catalogue = made.git("rev-parse", "HEAD:measures.yaml").strip()
    hostile = stored(
        "tree",
        entry("100644", b"..", report)
        + entry("40000", b"..", inner)
        + entry("100644", str(outside / "absolute.yaml").encode(), report)
        + entry("100644", b"measures.yaml", catalogue)
        + entry("120000", b"progress", link)
        + entry("40000", b"progress", inner)
        + entry("100644", b"progress/../../up.yaml", report),
    )
    commit = made.git("commit-tree", hostile, "-m", "hostile").strip()
    made.git("tag", "hostile", commit)
    assert at(made, "hostile").catalogue.title == "测试目录"
    assert list(outside.iterdir()) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["outside", "temporary", "w"]


def test_what_is_too_large_to_be_read_is_not_read(tmp_path: Path) -> None:
    made = tree(tmp_path / "w")
    made.write("b").write_bytes(b"#" * (17 * 1024 * 1024))
    (made.root / "film.mp4").write_bytes(b"\0" * 100)
    made.save()
    assert [problem.code for problem in at(made, "HEAD").problems] == ["file-large"]


def test_a_progress_folder_of_another_repository(tmp_path: Path) -> None:
    made = tree(tmp_path / "w")
    head = made.git("rev-parse", "HEAD").strip()
    made.git("rm", "-r", "--quiet", "--cached", "progress")
    made.git("update-index", "--add", "--cacheinfo", f"160000,{head},progress")
    made.git("commit", "--quiet", "-m", "submodule")
    with pytest.raises(TrackerError) as raised:
        at(made, "HEAD")
    assert raised.value.code == "rev-submodule"


def test_a_missing_object_is_an_error_in_gits_words(tmp_path: Path) -> None:
    made = tree(tmp_path / "w")
    blob = made.git("rev-parse", f"HEAD:{name('a')}").strip()
    loose = made.root / ".git" / "objects" / blob[:2] / blob[2:]
    loose.chmod(0o644)
    loose.unlink()
    with pytest.raises(TrackerError) as raised:
        at(made, "HEAD")
    assert raised.value.exit_code is ExitCode.GIT


def test_the_empty_tree_is_no_commit(tmp_path: Path) -> None:
    made = tree(tmp_path / "w")
    repository = repository_of(made.root)
    assert repository is not None
    assert object_of(repository, EMPTY_TREE) == EMPTY_TREE
    assert refused(made.root, EMPTY_TREE).exit_code is ExitCode.USAGE
    revision = Revision(
        "empty",
        made.git("commit-tree", EMPTY_TREE, "-m", "e").strip(),
        range_of(made.root, "HEAD").before.when,
    )
    with pytest.raises(TrackerError) as raised:
        book_at(repository, made.root, revision, TODAY)
    assert raised.value.code == "rev-no-catalogue"
