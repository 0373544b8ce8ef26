"""The made-up workspaces of the scale benchmark: sound, always the same, the same figures in every form."""

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest

from scale.catalogue import aims
from scale.make import PER_FILE, SEED, Size, made
from scale.reports import Extent, Sheet, moments, sheets
from scale.subjects import SUBJECTS
from support import Run
from tracker.model.kinds import KINDS
from tracker.model.validation import read_report
from tracker.store.reports import text_of
from tracker.store.yaml import read

NOW = "2024-12-20T09:00:00+08:00"
# Enough for slips and what withdraws them.
ENTRIES = 2500


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bench")


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_NOW", NOW)


def targets_of(tracker: Run, root: Path) -> dict[str, dict[str, object]]:
    shown = json.loads(tracker("status", "-f", "json", cwd=root).out)
    assert shown["entries"] == ENTRIES
    return {target["id"]: target for target in shown["targets"]}


def year(count: int = ENTRIES, per_file: int = PER_FILE) -> list[Sheet]:
    return list(sheets(tuple(aims(50, SEED)), Extent(count, per_file), SEED))


@pytest.mark.parametrize(
    "size",
    [
        Size(1000),
        Size(1000, variant="handwritten"),
        Size(1000, variant="single"),
        Size(1000, targets=200),
        Size(ENTRIES),
    ],
    ids=lambda size: size.name,
)
def test_there_is_nothing_to_complain_of(tracker: Run, folder: Path, size: Size) -> None:
    checked = tracker("check", cwd=made(size, folder))
    assert (checked.code, checked.out, checked.err) == (0, "", "")


def test_people_write_the_same_figures_as_the_program(tracker: Run, folder: Path) -> None:
    plain, handwritten = (made(Size(ENTRIES, variant=name), folder) for name in ("plain", "handwritten"))
    assert targets_of(tracker, plain) == targets_of(tracker, handwritten)


def test_the_journals_add_up_to_the_same_values(tracker: Run, folder: Path) -> None:
    shown = targets_of(tracker, made(Size(ENTRIES), folder))
    journals = made(Size(ENTRIES, variant="journals"), folder)
    for name in ("entries.journal", "entries.beancount"):
        text = (journals / name).read_text(encoding="utf-8")
        sums: dict[str, Decimal] = {}
        for account, amount in re.findall(r"Income:(\S+)  (-?[\d.]+) [A-Z]+$", text, re.MULTILINE):
            sums[account.lower()] = sums.get(account.lower(), Decimal(0)) + Decimal(amount)
        assert len(re.findall(r"^2024-", text, re.MULTILINE)) == ENTRIES
        assert sums == {target: Decimal(str(found["actual"])) for target, found in shown.items()}


def test_the_files_are_in_the_form_in_which_the_program_writes_them(folder: Path) -> None:
    for path in made(Size(ENTRIES), folder).glob("progress/*/*/*.yaml"):
        text = path.read_text(encoding="utf-8")
        report, problems = read_report(read(text), path.name, path.stem)
        assert report is not None
        assert not problems
        assert text_of(report) == text


def test_a_year_is_always_the_same_and_has_something_of_everything() -> None:
    once = year()
    assert once == year()
    lines = [line for sheet in once for line in sheet.lines]
    assert len(lines) == ENTRIES
    assert {line.key for line in lines} == {"total", "add", "stage", "void"}
    assert sum(line.key == "void" for line in lines) == 1
    assert 10 * sum(line.key == "total" for line in lines) > 8 * len(lines)
    assert {"万元", "吨"} <= {line.unit for line in lines}
    assert any(line.preliminary for line in lines)
    assert any(line.note for line in lines)
    assert {subject.kind for subject in SUBJECTS} == set(KINDS)


def test_no_two_reports_were_recorded_at_once() -> None:
    for files in (1, 21, 20_834, 100_000):
        recorded = [moment for _, moment in moments(files)]
        assert len(recorded) == files
        assert recorded == sorted(set(recorded))
        assert recorded[-1] < NOW


def test_the_targets_are_in_every_state(tracker: Run, folder: Path) -> None:
    signals = {found["signal"] for found in targets_of(tracker, made(Size(ENTRIES), folder)).values()}
    assert {"done", "on_track", "behind", "far_behind", "overdue", "pending"} <= signals


def test_a_file_names_no_target_twice() -> None:
    with pytest.raises(ValueError, match="48"):
        next(sheets(tuple(aims(20, SEED)), Extent(100, 48), SEED))


def test_what_is_there_is_used_again_and_what_is_old_is_not(tmp_path: Path) -> None:
    root = made(Size(100), tmp_path)
    (root / "measures.yaml").write_text("kept", encoding="utf-8")
    assert made(Size(100), tmp_path) == root
    assert (root / "measures.yaml").read_text(encoding="utf-8") == "kept"
    (root / ".made-up").write_text("another version", encoding="utf-8")
    made(Size(100), tmp_path)
    assert (root / "measures.yaml").read_text(encoding="utf-8") != "kept"
    assert [path.name for path in tmp_path.iterdir()] == [root.name]
