"""What a run imports: a short answer must not wait for a library that it does not need."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from briefings import copied
from support import REPOSITORY

PLAIN = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TRACKER_NOW": "2024-11-05", "COLUMNS": "100"}
# Those that take milliseconds each, of the standard library and of others.
LIBRARIES = {
    *(
        "typer",
        "rich",
        "pydantic",
        "yaml",
        "tabulate",
        "jinja2",
        "wcwidth",
        "markdown_it",
        "openpyxl",
        "docx",
    ),
    *("resvg_py", "chinese_calendar"),
}
STANDARD = {
    *(
        "asyncio",
        "difflib",
        "email",
        "inspect",
        "json",
        "logging",
        "secrets",
        "shutil",
        "socket",
        "subprocess",
    ),
    *("tempfile", "textwrap", "traceback", "zipfile", "dataclasses", "decimal", "fractions"),
}
MODEL = {"tracker.model", "tracker.assess", "tracker.report", "tracker.store"}
HEAVY = LIBRARIES | STANDARD | MODEL


def modules(*arguments: str, cwd: Path = REPOSITORY, **variables: str) -> set[str]:
    """The modules that such a run imports."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "tracker", *arguments],
        cwd=cwd,
        env={**PLAIN, **variables},
        capture_output=True,
        check=True,
    )
    assert done.stdout
    names = re.findall(r"^import time:.*\| +([\w.]+)$", done.stderr.decode(), re.MULTILINE)
    assert "tracker.cli.start" in names
    return set(names)


def imported(*arguments: str, cwd: Path = REPOSITORY, **variables: str) -> set[str]:
    return HEAVY & modules(*arguments, cwd=cwd, **variables)


def test_the_version_needs_nothing() -> None:
    assert imported("--version") == set()


@pytest.mark.parametrize("arguments", [["--help"], ["status", "--help"], ["record", "-h"], ["--lang", "en"]])
def test_help_needs_neither_typer_nor_the_model(arguments: list[str]) -> None:
    assert imported(*arguments) == {"dataclasses", "inspect", "decimal", "textwrap"}


@pytest.mark.parametrize("typed", ["tracker sta", "tracker status --own", "tracker record uav"])
def test_a_word_is_completed_from_next_to_nothing(typed: str) -> None:
    found = imported(_TRACKER_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS=typed)
    assert found == {"decimal", "tracker.store"}


# What a view needs of the standard library where the workspace was read before.
WARM = {"dataclasses", "decimal", "fractions", "inspect", "json"}


@pytest.mark.parametrize("command", ["status", "gaps", "owners", "profiles"])
def test_a_view_of_a_workspace_read_before_needs_no_library(command: str) -> None:
    modules("status")  # leaves an index behind
    assert imported(command, "--as-of", "2024-10-31") - MODEL == WARM


def test_one_report_more_needs_none_either(tmp_path: Path) -> None:
    root = copied(tmp_path / "w")
    modules("status", cwd=root)
    report = root / "progress/2024/11/2024-11-04-new.yaml"
    report.parent.mkdir(exist_ok=True)
    report.write_text(
        "date: 2024-11-04\nby: 区科技局\nrecorded: 2024-11-04T09:00:00+08:00\nentries:\n"
        "- {target: uav-firms, total: 37}\n",
        encoding="utf-8",
    )
    assert imported("status", cwd=root) - MODEL == WARM


def test_without_an_index_the_strict_readers_are_what_it_takes() -> None:
    assert {"yaml", "pydantic"} <= imported("status", TRACKER_INDEX="off")
