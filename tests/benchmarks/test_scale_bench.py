"""The scale benchmark as a whole: what it leaves behind, its goals, its tables, and one quick run."""

import json
import re
from pathlib import Path

import pytest

from scale.__main__ import main
from scale.chinese import in_chinese
from scale.groups import LARGE, LARGEST, OWN, SMALL
from scale.make import Size, made
from scale.place import Ground, Journal
from scale.processes import Measured
from scale.tables import GOALS, as_json, markdown, outcomes

FACTS = {"cores": "2", "ledger": "not installed"}


def measured(work: str, *seconds: float, memory: int = 0) -> Measured:
    return Measured(work, list(seconds), memory)


def files(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_workspace_is_put_back_as_it_was(tmp_path: Path) -> None:
    root = made(Size(1000), tmp_path)
    before = files(root)
    ground = Ground(root)
    for number in (1, 2):
        ground.add(number)
        ground.edit(number)
    recorded = root / "progress/2024/12/2024-12-20-7k3m9x2a.yaml"
    recorded.write_text("recorded", encoding="utf-8")
    changed = {name for name, content in files(root).items() if before.get(name) != content}
    assert len(changed) == 5  # two added, one edited, what it was, one recorded
    ground.unrecord()
    assert not recorded.exists()
    Ground(root)  # as after a run that was interrupted
    assert files(root) == before


def test_caches_are_forgotten(tmp_path: Path) -> None:
    ground, journal = Ground(made(Size(1000), tmp_path)), Journal(made(Size(1000, 50, "journals"), tmp_path))
    (ground.root / ".tracker").mkdir()
    (ground.root / ".tracker/cache").touch()
    (journal.root / ".main.beancount.picklecache").touch()
    ground.forget()
    ground.forget()
    journal.forget()
    assert not (ground.root / ".tracker").exists()
    assert not list(journal.root.glob(".*.picklecache"))


def test_a_journal_is_put_back_as_it_was(tmp_path: Path) -> None:
    root = made(Size(100, 50, "journals"), tmp_path)
    before = files(root)
    main_file = root / "main.hledger"
    main_file.write_text(main_file.read_text(encoding="utf-8") + "\n2024-12-20 x\n", encoding="utf-8")
    Journal(root)
    assert files(root) == before


def test_goals_are_ratios_of_medians() -> None:
    figures = {
        (OWN, "least program"): measured("least program", 0.10, 0.11, 5),
        (OWN, "status"): measured("status", 0.165),
        (OWN, "status -f json"): measured("status -f json", 0.2),
        (LARGE, "status"): measured("status", 1.0),
    }
    found = {(outcome.goal.size, outcome.goal.work): outcome for outcome in outcomes(figures)}
    assert found[OWN, "status"].ratio == pytest.approx(1.5)
    assert found[OWN, "status"].met
    assert found[OWN, "status -f json"].met is False
    assert found[LARGE, "status"].met is None
    assert found[LARGEST, "status, no cache"].own is None


def test_every_goal_is_about_something_that_is_measured() -> None:
    page = (Path(__file__).parents[2] / "benchmarks/scale").glob("*.py")
    source = "".join(path.read_text(encoding="utf-8") for path in page)
    for goal in GOALS:
        for work in (goal.work, goal.beside):
            words = work.removesuffix(", no cache").removeprefix("ledger ").removeprefix("hledger ")
            assert words in source or words == f"status, {SMALL:,} entries", work


def test_the_tables_say_what_was_met_and_what_was_not_run() -> None:
    figures = {
        (SMALL, "status"): measured("status", 0.3, 0.1, 0.2, memory=2048),
        (OWN, "status"): measured("status", 0.2),
        (OWN, "least program"): measured("least program", 0.1),
    }
    page = markdown(figures, FACTS)
    assert "| status | — | 200.0 ms | least program | 100.0 ms | 2 | ≤ 1.5 | **missed** |" in page
    assert "| status | 1,000,000 | — | ledger budget | — | — | ≤ 0.03 | not run |" in page
    assert "| status | 200.0 ms | 100.0 ms | 3 | 2 MiB |" in page
    assert "| status | 200 | — | — | — |" in page
    assert "| ledger | not installed |" in page
    twin = in_chinese(page)
    assert "| status | — | 200.0 ms | 最小程序 | 100.0 ms | 2 | ≤ 1.5 | **没有达到** |" in twin
    assert "| ledger | 没有安装 |" in twin
    data = json.loads(as_json(figures, FACTS))
    assert data["machine"] == FACTS
    assert len(data["goals"]) == len(GOALS)
    assert data["figures"][0] == {
        "entries": 1000,
        "work": "status",
        "median": 0.2,
        "least": 0.1,
        "rounds": 3,
        "memory": 2048,
    }


def test_a_quick_run_measures_and_writes_both_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, figures = tmp_path / "page.md", tmp_path / "figures.json"
    wanted = r"^(python|status$|tracker --version)"
    options = ["--quick", "--only", wanted, "--folder", tmp_path / "bench", "--page", page, "--json", figures]
    assert main([str(option) for option in options]) == 0
    assert capsys.readouterr().out == page.read_text(encoding="utf-8")
    twin = page.with_suffix(".zh-CN.md").read_text(encoding="utf-8")
    assert twin == in_chinese(page.read_text(encoding="utf-8"))
    works = {(found["entries"], found["work"]) for found in json.loads(figures.read_text())["figures"]}
    assert works == {
        *((OWN, work) for work in ("python -c pass", "tracker --version", "status")),
        (SMALL, "status"),
    }


def test_the_chinese_page_shows_the_same_figures() -> None:
    docs = Path(__file__).parents[2] / "docs"
    page = (docs / "performance-figures.md").read_text(encoding="utf-8")
    twin = (docs / "performance-figures.zh-CN.md").read_text(encoding="utf-8")
    assert twin == in_chinese(page)
    assert re.findall(r"\d[\d.,]*\d|\d", twin) == re.findall(r"\d[\d.,]*\d|\d", page)


def test_only_sizes_that_are_measured_can_be_asked_for() -> None:
    for sizes in ("2000", "many"):
        with pytest.raises(SystemExit, match="sizes: all"):
            main(["--sizes", sizes])
