"""What a run imports: a short answer must not wait for a library that it does not need."""

import os
import re
import subprocess
import sys

import pytest

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
    *("matplotlib", "chinese_calendar"),
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


def modules(*arguments: str, **variables: str) -> set[str]:
    """The modules that such a run imports."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "tracker", *arguments],
        cwd=REPOSITORY,
        env={**PLAIN, **variables},
        capture_output=True,
        check=True,
    )
    assert done.stdout
    names = re.findall(r"^import time:.*\| +([\w.]+)$", done.stderr.decode(), re.MULTILINE)
    assert "tracker.cli.start" in names
    return set(names)


def imported(*arguments: str, **variables: str) -> set[str]:
    return HEAVY & modules(*arguments, **variables)


def test_the_version_needs_nothing() -> None:
    assert imported("--version") == set()


@pytest.mark.parametrize("arguments", [["--help"], ["status", "--help"], ["record", "-h"], ["--lang", "en"]])
def test_help_needs_neither_typer_nor_the_model(arguments: list[str]) -> None:
    assert imported(*arguments) == {"dataclasses", "inspect", "decimal", "textwrap"}


@pytest.mark.parametrize("typed", ["tracker sta", "tracker status --own", "tracker record uav"])
def test_a_word_is_completed_from_next_to_nothing(typed: str) -> None:
    asked = {"_TRACKER_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": typed}
    assert imported(**asked) == {"decimal", "tracker.store"}


# What the modules of a view import by name; the last two only to read the workspace.
NAMED = {"dataclasses", "decimal", "fractions", "pydantic", "yaml"}


@pytest.mark.parametrize("command", ["status", "gaps", "owners", "profiles"])
def test_a_view_in_the_terminal_needs_no_library_to_parse_or_draw(command: str) -> None:
    names = modules(command, "--as-of", "2024-10-31")
    assert not names & (LIBRARIES - NAMED)
    ours = [REPOSITORY / "src" / name.replace(".", "/") for name in names if name.startswith("tracker.")]
    texts = [
        path.read_text(encoding="utf-8")
        for place in ours
        for path in (place.with_suffix(".py"), place / "__init__.py")
        if path.exists()
    ]
    found = {name for text in texts for name in re.findall(r"^(?:import|from) (\w+)", text, re.MULTILINE)}
    assert found & HEAVY == NAMED
