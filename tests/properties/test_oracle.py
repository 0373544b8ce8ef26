"""The product's arithmetic and the oracle's agree: on this repository's own workspace, and on any other."""

import json
import tempfile
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import plain_assessment
import plain_workspace
import pytest
import workspaces_by_chance as chance
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support import REPOSITORY, Result, Run, document, target, write_workspace

PROFILES = ("default", "strict", "yinchuan", "sanya")
MARKS = ("due_soon", "stalled", "falling", "preliminary")
OWN_DAYS = [date(2024, 6, 25) + timedelta(n) for n in range(0, 230, 10)] + [
    date(2024, m, 1) for m in range(7, 13)
]


def as_printed(value: object) -> object:
    """A value as `-f json` prints it: exact numbers as text, rounded half-up to six places."""
    if isinstance(value, Fraction):
        size = (2 * abs(value.numerator) * 10**6 + value.denominator) // (2 * value.denominator)
        return format((Decimal(-size if value < 0 else size) / 10**6).normalize(), "f")
    if isinstance(value, date):
        return str(value)
    return sorted(value) if isinstance(value, frozenset) else value


def differences(result: Result, verdicts: list[plain_assessment.Verdict]) -> list[str]:
    """Each field in which the product's json is not what the oracle says."""
    assert result.code == 0, result.err
    shown = json.loads(result.out)
    # Of two files that were known in turn the first may name the second, which is then a problem.
    assert shown["problems"] == 0 or shown["known_on"], result.err
    records = {record["id"]: record for record in shown["targets"]}
    assert list(records) == [verdict.id for verdict in verdicts]
    lines = []
    for verdict in verdicts:
        record = records[verdict.id] | {
            "flags": [mark for mark in MARKS if mark in records[verdict.id]["flags"]]
        }
        for field in plain_assessment.VERDICT_FIELDS:
            expected, actual = as_printed(getattr(verdict, field)), record[field]
            actual = sorted(actual) if field == "flags" else actual
            if expected != actual:
                lines.append(f"{verdict.id} {field}: {expected} by the rules, {actual} by the product")
    return lines


@pytest.mark.parametrize("day", OWN_DAYS, ids=str)
def test_this_repository_is_told_as_the_rules_say(tracker: Run, day: date) -> None:
    workspace = plain_workspace.read(REPOSITORY)
    result = tracker("status", "--as-of", day, "-f", "json", cwd=REPOSITORY)
    assert not differences(result, plain_assessment.assess(workspace, day))


@pytest.mark.parametrize("profile", PROFILES)
def test_each_profile_judges_this_repository_as_the_rules_say(tracker: Run, profile: str) -> None:
    workspace = plain_workspace.read(REPOSITORY)
    for day in (date(2024, 8, 31), date(2024, 10, 31), date(2024, 12, 31)):
        result = tracker("status", "--as-of", day, "--profile", profile, "-f", "json", cwd=REPOSITORY)
        assert not differences(result, plain_assessment.assess(workspace, day, profile=profile)), day


@pytest.mark.parametrize(
    "known", [date(2024, 7, 15), date(2024, 8, 22), date(2024, 8, 24), date(2024, 9, 30)]
)
def test_what_was_known_is_told_as_the_rules_say(tracker: Run, known: date) -> None:
    workspace = plain_workspace.read(REPOSITORY)
    for day in (known, date(2024, 8, 20)):
        result = tracker("status", "--as-of", day, "--known-on", known, "-f", "json", cwd=REPOSITORY)
        assert not differences(result, plain_assessment.assess(workspace, day, known)), day


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chance.workspaces(), st.lists(chance.DAYS, min_size=1, max_size=3), st.data())
def test_any_workspace_is_told_as_the_rules_say(
    tracker: Run, files: tuple[dict[str, Any], dict[str, str]], days: list[date], data: st.DataObject
) -> None:
    known = data.draw(st.none() | chance.DAYS, label="known on")
    profile = data.draw(st.sampled_from(PROFILES), label="profile")
    options = ["--profile", profile, *(["--known-on", known] if known else [])]
    with tempfile.TemporaryDirectory() as folder:
        root = write_workspace(Path(folder), files[0], **files[1])
        workspace = plain_workspace.read(root)
        for day in days:
            result = tracker("status", "--as-of", day, *options, "-f", "json", cwd=root)
            assert not differences(result, plain_assessment.assess(workspace, day, known, profile)), day


STEPS = {"points": {"2024-06-30": "10", "2024-09-30": "30"}}
LOWERED = {"date": "2024-08-01", "target": {"at_least": "20"}, "document": "《关于调整年度目标的通知》"}
AIR = {"kind": "level", "unit": "微克/立方米", "target": {"at_most": "38.5"}}
GONE = {"on": "2024-08-31", "reason": "机构调整", "document": "《关于取消指标的通知》"}
# Day by day: what a catalogue may say that the workspaces made by chance do not.
FURTHER: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "steps of an adjusted goal": (
        {"path": STEPS, "adjustments": [LOWERED | {"path": {"points": {"2024-09-30": "15"}}}]},
        {},
        "total: 18",
    ),
    "a former id": ({"former_ids": ["new-firms"]}, {}, "total: 18"),
    "a retired target": ({"retired": GONE}, {}, "total: 18"),
    "a unit that nobody listed": (AIR, {}, "total: 38.2"),
    "whole by word": ({"unit": "亿元", "whole": "true", "target": {"more_than": "38"}}, {}, "total: 38"),
    "not whole by word": ({"whole": "false", "target": {"more_than": "38"}}, {}, "total: 38.5"),
    "another time zone": ({}, {"timezone": "Asia/Urumqi"}, "total: 18"),
}


@pytest.mark.parametrize("name", FURTHER)
def test_what_else_a_catalogue_may_say_is_told_as_the_rules_say(
    tracker: Run, tmp_path: Path, name: str
) -> None:
    keys, head, figure = FURTHER[name]
    former = keys.get("former_ids", ["firms"])[0]
    # Recorded when it was the next day in China already, and not yet in Ürümqi (UTC+6).
    report = "date: 2024-07-31\nby: 区科技局\nrecorded: 2024-07-31T17:00:00+00:00\nentries:\n"
    files = {"progress/2024/07/2024-07-31-a.yaml": f"{report}- {{target: {former}, {figure}}}\n"}
    root = write_workspace(tmp_path / "workspace", document(target(**keys), **head), **files)
    workspace = plain_workspace.read(root)
    for day in (date(2024, 7, 31), date(2024, 8, 1), date(2024, 8, 31), date(2024, 9, 30)):
        for known in (None, date(2024, 7, 31), date(2024, 8, 1)):
            options = ["--known-on", known] if known else []
            result = tracker("status", "--as-of", day, *options, "-f", "json", cwd=root)
            assert not differences(result, plain_assessment.assess(workspace, day, known)), (day, known)


def test_an_adjusted_goal_with_agreed_steps_and_no_new_path_is_a_problem(
    tracker: Run, tmp_path: Path
) -> None:
    root = write_workspace(tmp_path / "workspace", document(target(path=STEPS, adjustments=[LOWERED])))
    with pytest.raises(ValueError, match="steps of its own"):
        plain_workspace.read(root)
    assert tracker("check", cwd=root).code != 0
