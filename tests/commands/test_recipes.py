"""The recipes for sharing are true: each file is taken out of the page and run against a local bare repository."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from sharing import Desks, desks, edit, git, named, report

from support import REPOSITORY, Run

__all__ = ["desks", "named"]
pytestmark = pytest.mark.usefixtures("named")
PAGES = [REPOSITORY / "docs/sharing.md", REPOSITORY / "docs/sharing.zh-CN.md"]
FILE = re.compile(
    r"```(?:sh|yaml)\n(?P<text>(?:#!/bin/sh\n)?# (?P<name>[^ \n]+)\n.*?)```", re.MULTILINE | re.DOTALL
)
HOSTED = [".github/workflows/check.yml", ".gitlab-ci.yml", ".workflow/check.yml"]
pages = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def recipes(page: Path) -> dict[str, str]:
    """The text of each file in the page, by its path."""
    return {found["name"]: found["text"] for found in FILE.finditer(page.read_text(encoding="utf-8"))}


def install(page: Path, name: str, folder: Path) -> None:
    hook = folder / name
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(recipes(page)[name], encoding="utf-8")
    hook.chmod(0o755)


def push(root: Path) -> tuple[int, str]:
    found = subprocess.run(
        ["git", "push", "origin", "HEAD:main"], cwd=root, capture_output=True, check=False, text=True
    )
    return found.returncode, found.stderr


def commit(root: Path) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "-m", "reports")


@pytest.fixture
def _on_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture(params=[".git/hooks/pre-push", "hooks/pre-receive"])
def hook(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pages
@pytest.mark.usefixtures("_on_path")
def test_a_hook_lets_good_pushes_through_and_no_bad_ones(desks: Desks, page: Path, hook: str) -> None:
    install(page, hook, desks.first if hook.startswith(".git") else desks.share)
    report(desks.first, "a", 3)
    commit(desks.first)
    assert push(desks.first)[0] == 0
    assert desks.shared == {"2024-08-10-a"}

    # A report with a mistake, which is not in the folder any more.
    report(desks.first, "b", target="nothing")
    commit(desks.first)
    (desks.first / "progress/2024/08/2024-08-10-b.yaml").unlink()
    code, said = push(desks.first)
    assert (code, "nothing" in said) == (1, True), said
    git(desks.first, "reset", "--quiet", "--hard", "HEAD~1")

    # A report that was committed is another now.
    report(desks.first, "a", 4)
    commit(desks.first)
    code, said = push(desks.first)
    assert (code, "2024-08-10-a.yaml" in said) == (1, True), said
    git(desks.first, "reset", "--quiet", "--hard", "HEAD~1")

    # What is wrong only in the folder is nobody's matter.
    report(desks.first, "c", 5, day="2024-08-20")
    commit(desks.first)
    (desks.first / "measures.yaml").write_text("x", encoding="utf-8")
    assert push(desks.first)[0] == 0
    assert desks.shared == {"2024-08-10-a", "2024-08-20-c"}
    assert git(desks.first, "worktree", "list", "--porcelain").count("worktree ") == 1


@pages
@pytest.mark.usefixtures("_on_path")
def test_the_hook_of_the_folder_meets_a_sync_as_well(
    tracker: Run, desks: Desks, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(page, "hooks/pre-receive", desks.share)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
    git(tmp_path, "config", "--file", "config", "safe.directory", str(desks.share))
    second = desks.clone("second")
    edit(second, "title: 测试目录", "title: 新目录")
    report(second, "b")
    assert tracker("sync", cwd=second).code == 0
    report(desks.first, "a")
    found = tracker("sync", cwd=desks.first)
    assert found.code == 0, found.err
    assert desks.shared == {"2024-08-10-a", "2024-08-10-b"}


@pages
def test_the_settings_of_the_folder_refuse_who_rewrites_and_keep_a_sync_going(
    tracker: Run, desks: Desks, page: Path
) -> None:
    text = page.read_text(encoding="utf-8")
    for setting in re.findall(r"^git -C /share/tracker\.git (config \S+ \S+)", text, re.MULTILINE):
        git(desks.share, *setting.split())
    report(desks.first, "a")
    assert tracker("sync", cwd=desks.first).code == 0
    for what in ("+HEAD~1:main", ":main"):
        found = subprocess.run(
            ["git", "push", "origin", what], cwd=desks.first, capture_output=True, check=False
        )
        assert found.returncode == 1, what
    assert desks.shared == {"2024-08-10-a"}


def commands(name: str, recipe: dict[str, object]) -> list[str]:
    """What a hosted place is told to run."""
    match name, recipe:
        case ".gitlab-ci.yml", {"check": {"script": [*lines]}}:
            return lines
        case ".github/workflows/check.yml", {"jobs": {"check": {"steps": [*steps]}}}:
            return [step["run"] for step in steps if "run" in step]
        case ".workflow/check.yml", {"stages": [{"steps": [{"commands": [*lines]}]}]}:
            return lines
    raise AssertionError(recipe)


@pages
@pytest.mark.parametrize("name", HOSTED)
@pytest.mark.usefixtures("_on_path")
def test_what_hosted_places_run_tells_good_from_bad(desks: Desks, page: Path, name: str) -> None:
    recipe = yaml.safe_load(recipes(page)[name])
    (install_it, *rest) = [line for line in commands(name, recipe) if not line.startswith("git ")]
    assert re.fullmatch(r"python3? -m pip install indicator-tracker", install_it)
    assert all(line.startswith("tracker ") for line in rest)

    def passes() -> bool:
        done = subprocess.run(
            ["sh", "-e", "-c", "\n".join(rest)], cwd=desks.first, capture_output=True, check=False
        )
        return done.returncode == 0

    report(desks.first, "a")
    commit(desks.first)
    assert passes()
    report(desks.first, "a", 4)
    commit(desks.first)
    assert not passes()
    git(desks.first, "reset", "--quiet", "--hard", "HEAD~1")
    report(desks.first, "b", target="nothing")
    commit(desks.first)
    assert not passes()


@pages
def test_every_recipe_is_tried_here(page: Path) -> None:
    assert sorted(recipes(page)) == sorted([*HOSTED, ".git/hooks/pre-push", "hooks/pre-receive"])
    assert recipes(page) == recipes(PAGES[0])
