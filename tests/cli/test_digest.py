"""tracker digest: its lines agree with the briefing, and machines can read them."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from support import (
    GOLDEN,
    REPOSITORY,
    Golden,
    Result,
    Run,
    book,
    catalogue,
    target,
    total,
    write_files,
    write_workspace,
)
from tracker.assess.periods import DateRange
from tracker.assess.signal import Signal
from tracker.assess.workdays import Weekends
from tracker.formats.cells import GLYPHS
from tracker.report.briefing import TURNS, BriefingRequest, briefing
from tracker.report.digest import TRANSITIONS, digest
from tracker.store.workspace import load
from tracker.words import Words

TODAY = date(2026, 1, 15)
KEYS = [
    "kind", "id", "number", "name", "lead_unit", "unit", "before", "after", "signal_before", "signal",
    "day", "text", "entry", "file", "period", "notice",
]  # fmt: skip


def rows(found: Result) -> list[dict[str, Any]]:
    assert found.code == 0, found.err
    return [json.loads(line) for line in found.out.splitlines()]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_lines(tracker: Run, golden: Golden, language: str) -> None:
    found = tracker("digest", "--all", "--dekad", "2024-09-30", "--lang", language, cwd=REPOSITORY)
    assert (found.code, found.err) == (0, "")
    golden(GOLDEN / f"digest.{language}.txt", found.out)


@pytest.mark.parametrize("end", ["2024-08-10", "2024-09-30", "2024-10-31", "2024-12-31"])
def test_lines_and_briefing_agree(end: str) -> None:
    until = date.fromisoformat(end)
    order = BriefingRequest(span=DateRange(until.replace(day=1), until), written=TODAY)
    found = briefing(load(REPOSITORY, TODAY).book, order, Weekends())
    lines = digest(found, everything=True)
    counts = Counter(line.kind for line in lines)
    assert {kind: counts[kind.value] for kind in TURNS} == {k: len(found.turned[k]) for k in TURNS}
    changed = sum(change.signal_changed for change in found.items)
    assert sum(counts[kind.value] for kind in TRANSITIONS) == changed
    assert counts["revised"] + counts["withdrawn"] == len(found.revised)
    assert counts["late"] == len(found.late)
    assert counts["adjusted"] == len(found.adjusted)
    assert counts["at_risk"] <= len(found.at_risk)
    few = digest(found)
    assert [line for line in lines if line.kind not in {"value", "late"}] == list(few)


def test_one_object_to_a_line_with_the_same_keys_and_text(tracker: Run) -> None:
    given = ("digest", "--month", "2024-09", "--all")
    found = rows(tracker(*given, "--json-lines", cwd=REPOSITORY))
    assert {tuple(row) for row in found} == {tuple(KEYS)}
    plain = tracker(*given, cwd=REPOSITORY).out.splitlines()
    assert [row["text"] for row in found] == plain[1:]
    assert plain[0].startswith("※")
    assert all((REPOSITORY / row["file"]).is_file() for row in found if row["file"])
    view = json.loads(tracker(*given, "-f", "json", cwd=REPOSITORY).out)
    assert [row["text"] for row in view["changes"]] == plain[1:]
    for name in ("term", "text", "markdown", "html", "csv"):
        assert tracker(*given, "-f", name, cwd=REPOSITORY).code == 0


def test_corrections_goals_and_risks() -> None:
    changed = {"date": "2024-09-05", "document": "某文件", "target": {"at_least": "50"}, "reason": "调整"}
    moved = {"date": "2024-09-05", "document": "某文件", "target": {"at_least": "40"}, "due": "2025-03-31"}
    known = book(
        catalogue(target(), target(id="goal", adjustments=[changed]), target(id="due", adjustments=[moved])),
        total("2024-08-20", 30),
        total("2024-08-20", 25, recorded="2024-09-03T09:00:00+08:00"),
    )
    order = BriefingRequest(span=DateRange(date(2024, 9, 1), date(2024, 9, 10)), written=TODAY)
    found = [line for line in digest(briefing(known, order, Weekends())) if line.kind != "newly_silent"]
    assert [(line.kind, line.record["before"], line.record["after"]) for line in found][-3:] == [
        ("adjusted", 40, 50),
        ("adjusted", 40, 40),
        ("revised", 30, 25),
    ]


def test_nothing_changed(tracker: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_workspace(tmp_path / "w")
    report = "date: 2024-08-05\nby: 区科技局\nentries:\n- {target: firms, total: 40}\n"
    write_files(root, {"progress/2024/08/2024-08-05-ab.yaml": report})
    monkeypatch.setenv("TRACKER_NOW", "2024-10-15")
    plain = tracker("digest", cwd=root)
    assert (plain.code, plain.out) == (0, "")
    assert "2024-10-01" in plain.err
    lines = tracker("digest", "--json-lines", cwd=root)
    assert (lines.code, lines.out, lines.err) == (0, "", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--since", "2024-10-01", "--week", "2024-W40"), "--since"),
        (("--since", "2026-01-15"), "2026-01-15"),
        (("--since", "soon"), "soon"),
        (("--week", "2024-W40", "--month", "2024-10"), "--week"),
        (("--from", "2024-10-01"), "--to"),
        (("--json-lines", "-f", "json"), "--json-lines"),
        (("-f", "xml"), "xml"),
        (("--month", "2023-01"), "2023-01-31"),
    ],
)
def test_what_a_digest_cannot_be(tracker: Run, arguments: tuple[str, ...], said: str) -> None:
    found = tracker("digest", *arguments, cwd=REPOSITORY)
    assert (found.code, found.out) == (2, "")
    assert said in found.err


def test_marks_are_those_of_the_signals() -> None:
    for words in map(Words, ("zh", "en")):
        assert {s: words(f"digest.mark.{s.value}") for s in Signal} == GLYPHS
        assert words("digest.what.newly_done").startswith(GLYPHS[Signal.DONE])
