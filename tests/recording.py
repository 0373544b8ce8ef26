"""What tests of recording share: a workspace to record in, and what came of it."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from support import Run, document, target, write_workspace

BY = ("--by", "区科技局")
PLAN = target(
    id="plan",
    name="印发方案",
    kind="milestone",
    target={"done_by": "2024-12-31"},
    stages={"起草": "30", "印发": "100"},
)
MONEY = target(id="deals", name="技术合同成交额", unit="亿元", target={"more_than": "3.5"})


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRACKER_NOW", "2024-11-05")
    return write_workspace(tmp_path, json.dumps(document(target(), MONEY, PLAN), ensure_ascii=False))


def files(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("progress/**/*") if path.is_file())


def values(tracker: Run, root: Path) -> dict[str, str | None]:
    found = tracker("status", "-f", "json", cwd=root)
    return {record["id"]: record["actual"] for record in json.loads(found.out)["targets"]}


def git(root: Path, *arguments: str) -> str:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null"}
    found = subprocess.run(
        ["git", *arguments], cwd=root, env=environment, capture_output=True, text=True, check=True
    )
    return found.stdout


def repository(root: Path) -> None:
    git(root, "init", "-q")
    git(root, "config", "user.name", "分析员")
    git(root, "config", "user.email", "a@example.org")
    git(root, "add", "measures.yaml", "seeds")
    git(root, "commit", "-q", "-m", "start")
