"""Districts in git repositories: fetched, read at a revision or a day, and nothing of a stranger's runs."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from repositories import Tree

from rollup.districts import MadeDistrict, indicators_text
from support import Run, write_files

DAY = ("--as-of", "2024-09-30")


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    tree = Tree(tmp_path / "source")
    MadeDistrict(0).write(tree.root, "2024-08-31")
    tree.git("add", "--all")
    tree.git("-c", "user.name=a", "commit", "-qm", "one", "--date", "2024-09-01T12:00:00+08:00")
    return tree


def value(tracker: Run, folder: Path, *words: str) -> list[str | None]:
    found = tracker(
        *("rollup", *words, "--clones", str(folder / "clones"), *DAY, "-f", "json", "--jobs", "1"),
        cwd=folder,
    )
    assert found.code == 0, found.err
    return [one["amount"] for one in json.loads(found.out)["indicators"]]


def listed(folder: Path, repository: str, more: str = "") -> None:
    line = f"- {{name: 甲, repository: '{repository}', folder: d00000{more}}}\n"
    write_files(folder, {"indicators.yaml": indicators_text(), "districts.yaml": f"districts:\n{line}"})


def test_a_repository_is_fetched_and_read_at_a_branch_a_tag_or_a_day(
    tree: Tree, tmp_path: Path, tracker: Run
) -> None:
    bare = tmp_path / "bare.git"
    tree.git("tag", "august")
    MadeDistrict(0).write(tree.root)
    env = {**os.environ, "GIT_COMMITTER_DATE": "2024-10-05T12:00:00+08:00"}
    tree.git("add", "--all")
    subprocess.run(["git", "commit", "-qm", "two"], cwd=tree.root, env=env, check=True)
    tree.git("clone", "-q", "--bare", ".", str(bare))
    listed(tmp_path, "bare.git")
    newest = value(tracker, tmp_path, "--list", "districts.yaml")
    assert newest == value(tracker, tmp_path, "--list", "districts.yaml")
    listed(tmp_path, "bare.git", ", revision: august")
    older = value(tracker, tmp_path, "--list", "districts.yaml")
    assert older != newest
    listed(tmp_path, f"file://{bare}", ", revision: main")
    assert value(tracker, tmp_path, "--list", "districts.yaml") == newest
    listed(tmp_path, "bare.git", ", revision: 2020-01-01")
    assert value(tracker, tmp_path, "--list", "districts.yaml")[0] is None


@pytest.mark.parametrize(
    "address",
    [
        "ext::sh -c touch% {mark}://",
        "ext::touch {mark}",
        "--upload-pack=touch {mark}",
        "http://127.0.0.1:9/x.git",
        "git://127.0.0.1:9/x.git",
        "nowhere.git",
    ],
)
def test_addresses_that_would_run_programs_or_lead_nowhere_are_counted_out(
    address: str, tmp_path: Path, tracker: Run
) -> None:
    mark = tmp_path / "pwned"
    listed(tmp_path, address.format(mark=mark))
    assert value(tracker, tmp_path, "--list", "districts.yaml")[0] is None
    assert not mark.exists()


def test_nothing_of_a_strangers_configuration_hooks_or_filters_runs(
    tree: Tree, tmp_path: Path, tracker: Run
) -> None:
    mark = tmp_path / "pwned"
    run = f"touch {mark}"
    for key in ("core.fsmonitor", "core.sshCommand", "uploadpack.packObjectsHook", "filter.evil.smudge"):
        tree.git("config", key, run)
    hooks = tree.root / ".git/hooks"
    hooks.mkdir(exist_ok=True)
    for hook in ("post-checkout", "post-upload-pack", "reference-transaction"):
        (hooks / hook).write_text(f"#!/bin/sh\n{run}\n", encoding="utf-8")
        (hooks / hook).chmod(0o755)
    write_files(tree.root, {".gitattributes": "* filter=evil\n"})
    mark.unlink(missing_ok=True)
    listed(tmp_path, "source")
    assert value(tracker, tmp_path, "--list", "districts.yaml")[0] is not None
    assert not mark.exists()
