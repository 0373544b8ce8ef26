"""What a run imports: a command waits for no other command, and for no library that it does not need."""

import os
import subprocess
import sys

import pytest

from support import REPOSITORY
from tracker.cli.commands import COMMANDS

PLAIN = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TRACKER_NOW": "2024-11-05", "COLUMNS": "100"}
MODULES = {f"tracker.cli.{'import_' if command == 'import' else command}" for command in COMMANDS}
# Typer imports pydantic itself, from 0.29 on.
LIBRARIES = {
    *("rich", "yaml", "tabulate", "jinja2", "markdown_it", "openpyxl", "python_calamine", "docx", "resvg_py"),
    "chinese_calendar",
    "icalendar",
}
RUN = """
import sys
from tracker.cli.app import main
try:
    main(sys.argv[1:])
finally:
    sys.stderr.write(" ".join(sys.modules))
"""


def imported(*arguments: str, **variables: str) -> set[str]:
    """The modules that such a run imports."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        cwd=REPOSITORY,
        env={**PLAIN, **variables},
        capture_output=True,
        check=True,
    )
    return set(done.stderr.decode().split())


@pytest.mark.parametrize("command", ["status", "gaps", "check", "profiles"])
def test_a_command_imports_no_other(command: str) -> None:
    assert imported(command, "-f", "json") & MODULES == {f"tracker.cli.{command}"}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_the_program_itself_imports_no_command(arguments: list[str]) -> None:
    assert not imported(*arguments) & MODULES


def test_a_help_page_imports_its_own_command() -> None:
    assert imported("status", "--help") & MODULES == {"tracker.cli.status"}


@pytest.mark.parametrize("arguments", [["--version"], ["status", "-f", "json"], ["status", "-f", "csv"]])
def test_what_draws_nothing_imports_no_rich(arguments: list[str]) -> None:
    imported("status", "-f", "json")  # leaves a cache behind
    assert not imported(*arguments) & LIBRARIES


def test_without_a_cache_the_strict_readers_are_what_it_takes() -> None:
    assert {"yaml", "pydantic"} <= imported("status", TRACKER_CACHE="off")
