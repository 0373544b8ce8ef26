"""A range from one period to another begins with the first day of the one and ends with the last of the other."""

import json
from pathlib import Path
from typing import Any

import pytest

from support import Run


def read(tracker: Run, folder: Path, *arguments: str) -> dict[str, Any]:
    found = tracker(*arguments, "-f", "json", cwd=folder)
    assert found.code == 0, found.err
    record: dict[str, Any] = json.loads(found.out)
    return record


def test_the_log_since_a_period_begins_with_it(tracker: Run, district: Path) -> None:
    for since, until, first, last in (
        ("8月上旬", "8月中旬", "2024-08-01", "2024-08-20"),
        ("8月", "8月", "2024-08-01", "2024-08-31"),
        ("三季度", "2024Q3", "2024-07-01", "2024-09-30"),
    ):
        shown = [
            read(tracker, district, "log", "--limit", "0", "--since", *span)["entries"]
            for span in ((since, "--until", until), (first, "--until", last))
        ]
        assert shown[0] == shown[1] != []


@pytest.mark.parametrize(
    ("arguments", "start", "end"),
    [
        (("--from", "8月上旬", "--to", "8月下旬"), "2024-08-01", "2024-08-31"),
        (("--from", "2024-08", "--to", "2024-09"), "2024-08-01", "2024-09-30"),
        (("--since", "2025年12月"), "2025-12-01", "2026-01-15"),
        (("--since", "2025-12-31"), "2026-01-01", "2026-01-15"),
    ],
)
def test_the_digest_of_a_range(
    arguments: tuple[str, ...], start: str, end: str, tracker: Run, district: Path
) -> None:
    record = read(tracker, district, "digest", *arguments)
    assert (record["start"], record["end"]) == (start, end)


def test_a_briefing_and_a_scoreboard_of_a_range(tracker: Run, district: Path) -> None:
    brief = read(tracker, district, "brief", "--from", "8月", "--to", "8月")
    assert (brief["start"], brief["end"]) == ("2024-08-01", "2024-08-31")
    assert read(tracker, district, "owners", "--since", "8月")["since"] == "2024-08-01"
