"""The summary: what leaders ask on one screen, and the same numbers as everywhere else."""

import json
from pathlib import Path

import pytest
from wcwidth import wcswidth

from support import GOLDEN, Golden, Run, document, target, write_workspace

AS_OF = ("--as-of", "2024-10-31")
SIGNALS = ("done", "on_track", "behind", "far_behind", "overdue", "silent", "pending")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_fits_one_screen(
    district: Path, tracker: Run, golden: Golden, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    shown = tracker("status", "--summary", *AS_OF, "--lang", language, "-f", "term", cwd=district)
    assert shown.code == 0
    lines = shown.out.splitlines()
    assert len(lines) <= 25
    golden(GOLDEN / f"summary.80.{language}.txt", shown.out)


def test_the_program_alone_shows_it(district: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_AS_OF", "2024-10-31")
    alone = tracker(cwd=district)
    assert alone.out == tracker("status", "--summary", cwd=district).out
    assert max(map(wcswidth, alone.out.splitlines())) > 0


def test_outside_of_a_workspace_the_program_alone_helps(tmp_path: Path, tracker: Run) -> None:
    assert tracker(cwd=tmp_path).out == tracker("--help", cwd=tmp_path).out


def test_a_broken_catalogue_is_told_of(tmp_path: Path, tracker: Run) -> None:
    write_workspace(tmp_path, "title: [\n")
    assert tracker(cwd=tmp_path).code == 4


@pytest.mark.parametrize("filters", [(), ("--owner", "区发展改革委"), ("--section", "6")])
def test_every_number_is_that_of_status(district: Path, tracker: Run, filters: tuple[str, ...]) -> None:
    def shown(*arguments: str) -> dict[str, object]:
        found: dict[str, object] = json.loads(
            tracker("status", *AS_OF, *filters, *arguments, "-f", "json", cwd=district).out
        )
        return found

    summary, status = shown("--summary"), shown()
    targets: list[dict[str, str]] = status["targets"]  # type: ignore[assignment]
    sections: list[dict[str, int]] = summary["sections"]  # type: ignore[assignment]
    for signal in SIGNALS:
        count = sum(record["signal"] == signal for record in targets)
        assert sum(section[signal] for section in sections) == count
        assert count == next(s["count"] for s in summary["signals"] if s["signal"] == signal)  # type: ignore[attr-defined]
    assert sum(section["total"] for section in sections) == summary["total"] == len(targets)
    assert sum(colour["count"] for colour in summary["colours"]) == len(targets)  # type: ignore[attr-defined]
    assert summary["trend"][-1]["red"] == sum(r["signal"] in {"far_behind", "overdue"} for r in targets)  # type: ignore[index]
    by_id = {record["id"]: record for record in targets}
    for record in summary["worst"]:  # type: ignore[attr-defined]
        assert (record["lead"], record["signal"]) == (
            by_id[record["id"]]["lead"],
            by_id[record["id"]]["signal"],
        )


def test_a_workspace_without_reports_has_one(tmp_path: Path, tracker: Run) -> None:
    write_workspace(tmp_path, document(target()))
    shown = tracker("--lang", "en", cwd=tmp_path)
    assert (shown.code, "0 of 1 target on time" in shown.out) == (0, True)
