"""Sharing with what strangers made: configuration, attributes and folders name programs, and none of them runs."""

import shutil
from pathlib import Path

import pytest
from sharing import Desks, desks, edit, git, named, report, state

from support import Run

__all__ = ["desks", "named"]
pytestmark = pytest.mark.usefixtures("named")


def test_a_folder_with_hooks_of_its_own_is_used_only_where_it_is_trusted(
    tracker: Run, desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hook = desks.share / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {tmp_path}/mark\n", encoding="utf-8")
    hook.chmod(0o755)
    report(desks.first, "a")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
    refused = tracker("sync", cwd=desks.first)
    assert (refused.code, "safe.directory" in refused.err) == (6, True)
    assert not (tmp_path / "mark").exists()
    git(tmp_path, "config", "--file", "config", "safe.directory", str(desks.share))
    assert tracker("sync", cwd=desks.first).code == 0
    assert (tmp_path / "mark").exists()


@pytest.mark.parametrize("way", ["commondir", "inner", "beside"])
def test_a_share_that_borrows_its_hooks_from_elsewhere_is_strange(
    tracker: Run, desks: Desks, tmp_path: Path, way: str
) -> None:
    evil = tmp_path / "evil.git"
    shutil.copytree(desks.share, evil)
    hook = evil / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {tmp_path}/mark\n", encoding="utf-8")
    hook.chmod(0o755)
    if way == "commondir":
        (desks.share / "commondir").write_text(f"{evil}\n", encoding="utf-8")
    elif way == "inner":
        evil.rename(desks.share / ".git")
    else:
        evil.rename(desks.share.with_suffix(".git.git"))
        (desks.share / "HEAD").unlink()
    report(desks.first, "a")
    before = state(desks.first)
    found = tracker("sync", cwd=desks.first)
    assert found.code == 6
    assert not (tmp_path / "mark").exists()
    assert state(desks.first) == before


def test_what_a_strangers_configuration_names_is_not_run(tracker: Run, desks: Desks, tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    run = f"touch {mark}; false"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {mark}\n", encoding="utf-8")
    program.chmod(0o755)
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for hook in (
        "post-checkout",
        "pre-push",
        "reference-transaction",
        "post-merge",
        "pre-commit",
        "post-commit",
    ):
        (hooks / hook).symlink_to(program)
    second = desks.clone("second")
    (second / ".gitattributes").write_text("* filter=evil merge=evil diff=evil\n", encoding="utf-8")
    edit(second, "title: 测试目录", "title: 新目录")
    git(second, "add", "--all")
    git(second, "commit", "--quiet", "-m", "attributes")
    report(second, "b")
    assert tracker("sync", cwd=second).code == 0
    edit(desks.first, "at_least: '40'", "at_least: '60'")
    report(desks.first, "a")
    for key, value in {
        "core.hooksPath": str(hooks),
        "core.fsmonitor": str(program),
        "core.sshCommand": run,
        "core.askPass": str(program),
        "core.pager": run,
        "core.editor": run,
        "core.alternateRefsCommand": str(program),
        "credential.helper": f"!{run}",
        "filter.evil.clean": run,
        "filter.evil.smudge": run,
        "filter.evil.process": run,
        "filter.evil.required": "true",
        "merge.evil.driver": run,
        "diff.evil.textconv": run,
        "remote.origin.uploadpack": run,
        "remote.origin.receivepack": run,
        "gpg.program": str(program),
        "commit.gpgSign": "true",
        "merge.verifySignatures": "true",
        "push.gpgSign": "true",
        "gc.auto": "1",
        "gc.recentObjectsHook": str(program),
    }.items():
        git(desks.first, "config", key, value)
    found = tracker("sync", cwd=desks.first)
    assert found.code == 0, found.err
    assert desks.shared == {"2024-08-10-a", "2024-08-10-b"}
    assert not mark.exists()


@pytest.mark.parametrize("installed", [True, False])
def test_filters_of_the_users_own_configuration_do_not_run(
    tracker: Run, desks: Desks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, installed: bool
) -> None:
    second = desks.clone("second")
    (second / ".gitattributes").write_text("* filter=lfs\n*.yaml ident merge=union\n", encoding="utf-8")
    git(second, "add", "--all")
    git(second, "commit", "--quiet", "-m", "attributes")
    edit(second, "title: 测试目录", "title: 新目录")
    report(second, "b")
    assert tracker("sync", cwd=second).code == 0
    own = tmp_path / "config"
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(own))
    program = f"touch {tmp_path}/mark; cat" if installed else "git-lfs-that-is-not-installed"
    for key in ("clean", "smudge"):
        git(tmp_path, "config", "--file", str(own), f"filter.lfs.{key}", program)
    git(tmp_path, "config", "--file", str(own), "filter.lfs.required", "true")
    report(desks.first, "a")
    found = tracker("sync", cwd=desks.first)
    assert found.code == 0, found.err
    assert not (tmp_path / "mark").exists()
    assert "title: 新目录" in (desks.first / "measures.yaml").read_text("utf-8")
    assert desks.shared == {"2024-08-10-a", "2024-08-10-b"}
