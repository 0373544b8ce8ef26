"""Repositories whose configuration is a stranger's: no program of theirs runs, and no answer changes."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from repositories import Tree, name, text, tree

from support import Run
from tracker.model.clock import DEFAULT_ZONE
from tracker.problems import ExitCode, TrackerError
from tracker.store.attribution import attributions
from tracker.store.git import Repository
from tracker.store.history import examine
from tracker.store.past import book_at
from tracker.store.revisions import Revision, range_of

DAY = date(2024, 9, 1)
# Each would run a program; {run} is one that leaves a mark.
PROGRAMS: dict[str, dict[str, str]] = {
    "fsmonitor": {"core.fsmonitor": "{run}"},
    "pager": {
        "core.pager": "{run}",
        "pager.log": "true",
        "pager.rev-list": "{run}",
        "pager.diff-tree": "{run}",
    },
    "external-diff": {"diff.external": "{run}"},
    "textconv": {
        "diff.evil.textconv": "{run}",
        "diff.evil.command": "{run}",
        "diff.evil.cachetextconv": "true",
    },
    "filter": {"filter.evil.clean": "{run}", "filter.evil.smudge": "{run}", "filter.evil.required": "true"},
    "filter-process": {"filter.evil.process": "{run}"},
    "hooks": {"core.hooksPath": "{hooks}"},
    "signatures": {"log.showSignature": "true", "gpg.program": "{run}", "gpg.format": "openpgp"},
    "editor": {"core.editor": "{run}", "sequence.editor": "{run}"},
    "alias": {
        f"alias.{command}": "!{run}" for command in ("log", "rev-list", "diff-tree", "ls-tree", "rev-parse")
    },
    "promisor": {
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": "ext::{run}",
        "protocol.ext.allow": "always",
        "core.repositoryFormatVersion": "1",
    },
    "promisor-ssh": {
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": "ssh://example.invalid/x",
        "core.sshCommand": "{run}",
        "core.repositoryFormatVersion": "1",
    },
    "promisor-local": {
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": "{top}",
        "remote.origin.uploadpack": "{run}",
        "core.repositoryFormatVersion": "1",
    },
    "askpass": {"core.askPass": "{run}", "credential.helper": "!{run}", "core.gitProxy": "{run}"},
    "alternates": {"core.alternateRefsCommand": "{run}", "uploadpack.packObjectsHook": "{run}"},
}
# Each would change what git answers, in what order, or in which form.
SETTINGS: dict[str, dict[str, str]] = {
    **{
        f"merges-{value}": {"log.diffMerges": value}
        for value in ("off", "first-parent", "combined", "dense-combined", "remerge")
    },
    "roots": {"log.showRoot": "false"},
    "form": {
        "format.pretty": "oneline",
        "log.decorate": "full",
        "log.date": "raw",
        "log.abbrevCommit": "true",
    },
    "notes": {"notes.displayRef": "refs/notes/*", "format.notes": "true"},
    "colour": {"color.ui": "always", "color.diff": "always", "core.abbrev": "4"},
    "renames": {"diff.renames": "copies", "diff.renameLimit": "1", "log.follow": "true"},
    "paths": {
        "diff.relative": "true",
        "diff.noprefix": "true",
        "core.quotePath": "true",
        "diff.orderFile": "order",
    },
    "ignored": {"diff.ignoreSubmodules": "all", "core.fileMode": "true", "core.ignoreCase": "true"},
    "encoding": {"i18n.logOutputEncoding": "GBK", "i18n.commitEncoding": "UTF-8"},
    "mailmap": {"log.mailmap": "true", "mailmap.file": "names"},
    "attributes": {"core.attributesFile": "other", "core.autocrlf": "true", "core.safecrlf": "true"},
    "replacing": {"core.useReplaceRefs": "true", "advice.graftFileDeprecated": "false"},
}


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """A history with a breach in a merge, in names that a mailmap gives to others."""
    made = tree(tmp_path_factory.mktemp("original") / "w")
    made.branch("side")
    made.add("b")
    made.switch("main")
    made.add("c")
    made.merge("side", "--no-commit")
    made.write("a", 9)
    made.save()
    (made.root / ".gitattributes").write_text("*.yaml filter=evil diff=evil\n", encoding="utf-8")
    (made.root / ".mailmap").write_text("李工 <li@example.org> <wang@example.org>\n", encoding="utf-8")
    shutil.copy(made.root / ".mailmap", made.root / "names")
    (made.root / "order").write_text("z*\n", encoding="utf-8")
    made.save("attributes")
    return made


@pytest.fixture(scope="module")
def expected(original: Tree) -> tuple[Any, ...]:
    """What is answered where nothing is configured."""
    return answers(original.root)


@pytest.fixture
def made(original: Tree, tmp_path: Path) -> Tree:
    """The same history, to be configured."""
    copy = Tree.__new__(Tree)
    copy.root = shutil.copytree(original.root, tmp_path / "w")
    return copy


def answers(root: Path) -> tuple[Any, ...]:
    """All that is asked of git by any command that reads."""
    past = past_of(root)
    book = book_at(*past, DAY)
    told = examine(root), examine(root, "HEAD~1"), attributions(root, DEFAULT_ZONE)
    return (*told, past[-1], book.tally, book.problems)


def past_of(root: Path) -> tuple[Repository, Path, Revision]:
    """A revision in which the oldest report still stands as it was."""
    past = range_of(root, "HEAD~3..")
    return past.repository, root, past.before


def hostile(made: Tree, settings: dict[str, str]) -> Path:
    """Configure it so; returns the mark that must not appear."""
    mark, run, hooks = made.root.parent / "mark", made.root.parent / "run", made.root.parent / "hooks"
    run.write_text(f"#!/bin/sh\ntouch {mark}\ncat\n", encoding="utf-8")
    run.chmod(0o755)
    hooks.mkdir()
    for hook in (
        "post-index-change",
        "reference-transaction",
        "post-checkout",
        "pre-commit",
        "fsmonitor-watchman",
    ):
        shutil.copy(run, hooks / hook)
    for key, value in settings.items():
        made.git("config", key, value.format(run=run, hooks=hooks, top=made.root))
    # Whatever git believes of the files, it has to look into them again.
    for path in made.root.rglob("*.yaml"):
        os.utime(path)
    return mark


def without_an_object(made: Tree) -> None:
    """The oldest report's content is missing, as in a clone that leaves out what it can fetch."""
    blob = made.git("rev-parse", f"HEAD~3:{name('a')}").strip()
    (made.root / ".git/objects" / blob[:2] / blob[2:]).unlink()


@pytest.mark.parametrize("setting", PROGRAMS)
def test_no_program_of_theirs_runs(made: Tree, expected: tuple[Any, ...], setting: str) -> None:
    mark = hostile(made, PROGRAMS[setting])
    assert answers(made.root) == expected
    if setting.startswith("promisor"):
        without_an_object(made)
        with pytest.raises(TrackerError):
            book_at(*past_of(made.root), DAY)
        with suppress(TrackerError):
            attributions(made.root, DEFAULT_ZONE)
    assert not mark.exists()


def test_no_command_runs_one(made: Tree, tracker: Run) -> None:
    mark = hostile(made, {key: value for settings in PROGRAMS.values() for key, value in settings.items()})
    without_an_object(made)
    period = ("--month", "2024-08", "-f", "text")
    for command in (
        *(("log",), ("show", "firms"), ("check", "--history"), ("check", "--history", "--since", "HEAD~1")),
        *(
            ("diff", "--rev", "HEAD~3..HEAD"),
            ("brief", *period, "--trace"),
            ("record", "firms", "9", "--by", "x"),
        ),
    ):
        found = tracker(*command, "--lang", "en", cwd=made.root)
        assert "internal" not in found.err, found.err
    assert not mark.exists()


@pytest.mark.parametrize("setting", SETTINGS)
def test_no_setting_changes_what_is_answered(made: Tree, expected: tuple[Any, ...], setting: str) -> None:
    assert [problem.code for problem in expected[0].problems] == ["history-changed"]
    assert expected[0].problems[0].facts["author"] == "王工"
    hostile(made, SETTINGS[setting])
    assert answers(made.root) == expected


def test_no_variable_of_the_surroundings_changes_it(
    made: Tree, expected: tuple[Any, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = hostile(made, {})
    other = tree(tmp_path / "other")
    for key, value in {
        "GIT_DIR": str(other.root / ".git"),
        "GIT_EXTERNAL_DIFF": str(tmp_path / "run"),
        "GIT_PAGER": str(tmp_path / "run"),
        "GIT_DIFF_OPTS": "-u0",
        "GIT_NOGLOB_PATHSPECS": "1",
        "GIT_NAMESPACE": "x",
        "GIT_SHALLOW_FILE": str(tmp_path / "run"),
        "GIT_TRACE": "1",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "log.diffMerges",
        "GIT_CONFIG_VALUE_0": "off",
    }.items():
        monkeypatch.setenv(key, value)
    assert answers(made.root) == expected
    assert not mark.exists()


def test_a_workspace_that_is_itself_a_bare_repository(made: Tree, tracker: Run) -> None:
    """Cloned with all its files, HEAD, objects and configuration among them."""
    inner = made.root / "inner"
    shutil.copytree(made.root / ".git", inner)
    shutil.copytree(made.root / "progress", inner / "progress")
    for file in ("measures.yaml", "seeds/policy.md"):
        (inner / file).parent.mkdir(exist_ok=True)
        shutil.copy(made.root / file, inner / file)
    mark = made.root.parent / "mark"
    for worktree in ("", ".", ".."):
        made.git("config", "-f", str(inner / "config"), "core.bare", "true" if not worktree else "false")
        if worktree:
            made.git("config", "-f", str(inner / "config"), "core.worktree", worktree)
        made.git("config", "-f", str(inner / "config"), "core.fsmonitor", f"touch {mark}")
        assert attributions(inner, DEFAULT_ZONE) == {}
        for command in (("log",), ("show", "firms"), ("status",)):
            assert tracker(*command, cwd=inner).code == 0
        found = tracker("check", "--history", "--lang", "en", cwd=inner)
        assert (found.code, "not in a git repository" in found.err) == (ExitCode.GIT, True)
    assert not mark.exists()


def test_a_working_tree_elsewhere_is_none(made: Tree, tmp_path: Path, tracker: Run) -> None:
    made.git("config", "core.worktree", str(tmp_path.parent / "elsewhere"))
    assert attributions(made.root, DEFAULT_ZONE) == {}
    assert tracker("log", cwd=made.root).code == 0


def test_a_shortcut_beside_the_commits_is_not_believed(made: Tree, expected: tuple[Any, ...]) -> None:
    made.git("commit-graph", "write", "--reachable")
    graph = made.root / ".git/objects/info/commit-graph"
    graph.chmod(0o644)
    content = graph.read_bytes()
    graph.write_bytes(content[:-40] + b"\0" * 40)
    assert answers(made.root) == expected


def test_what_is_missing_is_not_fetched_but_told(made: Tree, tracker: Run) -> None:
    hostile(made, PROGRAMS["promisor"])
    without_an_object(made)
    found = tracker("diff", "--rev", "HEAD~3..HEAD", "--lang", "en", cwd=made.root)
    assert (found.code, found.out, "git fetch --refetch" in found.err) == (ExitCode.GIT, "", True), found.err


def test_a_link_or_file_in_the_place_of_progress(made: Tree, tmp_path: Path, tracker: Run) -> None:
    places: dict[str, Callable[[Path], object]] = {
        "link": lambda path: path.symlink_to(tmp_path),
        "file": lambda path: path.write_text(text(1), encoding="utf-8"),
    }
    for put in places.values():
        shutil.rmtree(made.root / "progress", ignore_errors=True)
        (made.root / "progress").unlink(missing_ok=True)
        put(made.root / "progress")
        for command in (("log",), ("show", "firms"), ("check", "--history"), ("diff", "--rev", "HEAD")):
            found = tracker(*command, "--lang", "en", cwd=made.root)
            assert "internal" not in found.err, (command, found.err)
            assert "progress:" in found.err, (command, found.err)
