"""tracker brief of one page: what leaders ask, the same numbers as on the screen and in the workbook, one page of A4."""

import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from briefings import brief, copied, parts_of, rows_of
from pages import Page
from support import GOLDEN, Golden, Run, document, target, write_workspace
from tracker.assess.signal import Signal
from tracker.formats.cells import GLYPHS
from tracker.words import LANGUAGES

pytestmark = pytest.mark.usefixtures("quick_charts")
DEKAD = ("--dekad", "10月上旬")
BAD = ("--week", "2024-W40")


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_NOW", "2024-11-05T09:20:00+08:00")
    monkeypatch.delenv("TRACKER_UNIT", raising=False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_golden(language: str, tracker: Run, district: Path, golden: Golden) -> None:
    golden(
        GOLDEN / f"brief-short.{language}.text", brief(tracker, district, "--short", *BAD, "--lang", language)
    )


def test_every_number_is_that_of_the_screen_and_of_the_workbook(
    tracker: Run, district: Path, tmp_path: Path
) -> None:
    screen = json.loads(
        tracker("status", "--summary", "--as-of", "2024-10-10", "-f", "json", cwd=district).out
    )
    short = brief(tracker, district, "--short", *DEKAD, "-f", "markdown")
    full = parts_of(brief(tracker, district, *DEKAD, "-f", "markdown"))
    counts = {each["colour"]: each["count"] for each in screen["colours"]}
    said = re.search(
        r"\*\*(\d+)项指标(\d+)项按时（(.+?)%）；严重滞后或逾期(\d+)项、滞后(\d+)项、未报送(\d+)项、未到期(\d+)项",
        short,
    )
    assert said
    assert [int(said[n]) for n in (1, 2, 4, 5, 6, 7)] == [
        screen["total"], *(counts[colour] for colour in ("green", "red", "yellow", "grey", "pending"))
    ]  # fmt: skip
    reds = [each for each in screen["worst"] if each["signal"] in {"far_behind", "overdue"}]
    rows = rows_of(short.replace(" |\n", " | \n"))
    assert [re.sub(r"（(新|逾期\d+天)）$", "", row[0]) for row in rows] == [each["name"] for each in reds]
    assert [row[1] for row in rows] == [each["lead_unit"] for each in reds]
    assert f"{counts['red']}项" in short
    order = [
        signal.value
        for signal in (Signal.DONE, Signal.ON_TRACK, Signal.BEHIND, Signal.FAR_BEHIND, Signal.OVERDUE)
    ]
    turns = [
        (order.index(each["signal_before"]), order.index(each["signal"]))
        for each in screen["changed"]
        if {each["signal_before"], each["signal"]} <= set(order)
    ]
    for word, count in (("变差", sum(a < b for a, b in turns)), ("好转", sum(a > b for a, b in turns))):
        assert re.search(
            rf"{word}(?:{count}项|的有.+?等{count}项)" if count else rf"^(?!.*{word})", short, re.DOTALL
        )
    for unit in screen["silent"]:
        assert f"{unit['lead_unit']}（{len(unit['targets'])}项，最长{unit['days']}天）" in short
    assert f"等{len(screen['missing'])}项" in short
    assert f"滞后和逾期的指标共{counts['red'] + counts['yellow']}项" in full["滞后与预警"]
    _workbook(tracker, district, tmp_path / "a.xlsx", screen)


def _workbook(tracker: Run, district: Path, path: Path, screen: Mapping[str, Any]) -> None:
    assert tracker("status", "--as-of", "2024-10-10", "-o", path, cwd=district).code == 0
    book = openpyxl.load_workbook(path)
    listed = [str(row[0].value)[0] for row in book["列表"].iter_rows(min_row=4, min_col=10, max_col=10)]
    drawn = {str(row[0])[0]: row[1] for row in book["图"].iter_rows(max_col=2, max_row=9, values_only=True)}
    for each in screen["signals"]:
        glyph = GLYPHS[Signal(each["signal"])]
        assert (listed.count(glyph), drawn[glyph]) == (each["count"], each["count"])


def pages(path: Path) -> int | None:
    """How many pages LibreOffice makes of a Word file; None where it is not installed."""
    program = shutil.which("soffice")
    if program is None:
        return None
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    asked = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(path)]
    subprocess.run(asked, check=True, capture_output=True)
    return len(re.findall(rb"/Type\s*/Page\b", path.with_suffix(".pdf").read_bytes()))


def test_paper_is_as_long_as_it_is_said_to_be(tracker: Run, district: Path, tmp_path: Path) -> None:
    for option, panels, most, turned in (("--short", 1, 1, [0]), ("--full", 2, 12, [0, 1])):
        path = tmp_path / f"{option}.docx"
        assert brief(tracker, district, option, *BAD, "-o", path) == ""
        written = docx.Document(str(path))
        assert len(written.inline_shapes) == panels
        assert [int(section.orientation or 0) for section in written.sections] == turned
        count = pages(path)
        assert count is None or count <= most


def test_the_catalogue_may_ask_for_one_page(tracker: Run, tmp_path: Path) -> None:
    folder = copied(tmp_path / "a")
    catalogue = folder / "measures.yaml"
    catalogue.write_text(
        catalogue.read_text("utf-8").replace(
            "signals: default\n", "signals: default\nbrief: {length: short}\n"
        ),
        "utf-8",
    )
    assert brief(tracker, folder, *BAD) == brief(tracker, folder, *BAD, "--short")
    assert brief(tracker, folder, *BAD, "--full") != brief(tracker, folder, *BAD)


def test_the_answers_stand_before_any_prose(tracker: Run, district: Path) -> None:
    page = Page(brief(tracker, district, *BAD, "-f", "html")).text()
    places = [
        page.index(text)
        for text in ("项按时", "照目前速度完不成", "一、总体情况", "二、滞后与预警", "三、本周进展")
    ]
    assert places == sorted(places)


def test_it_is_dated_as_it_is_told(tracker: Run, district: Path) -> None:
    assert "2024年10月8日" in brief(tracker, district, *BAD, "--date", "2024-10-08")[:400]
    assert "2024年11月5日" in brief(tracker, district, *BAD)[:400]
    early = tracker("brief", *BAD, "--date", "2024-10-05", cwd=district)
    assert (early.code, early.out, "--date" in early.err) == (2, "", True)


@pytest.mark.parametrize(("charts", "drawn"), [("none", 0), ("red", 1), ("all", 30)])
def test_which_charts(charts: str, drawn: int, tracker: Run, district: Path) -> None:
    page = brief(tracker, district, *BAD, "--charts", charts, "-f", "html")
    assert min(page.count("<figure>"), 30) == drawn


def test_a_choice_of_charts_that_there_is_not(tracker: Run, district: Path) -> None:
    found = tracker("brief", *BAD, "--charts", "some", cwd=district)
    assert (found.code, found.out, "none" in found.err) == (2, "", True)


def test_nothing_red_and_nobody_late(tracker: Run, tmp_path: Path) -> None:
    report = "date: 2024-10-31\nby: 区科技局\nentries:\n- {target: firms, total: 40}\n"
    root = write_workspace(tmp_path, document(target()), **{"progress/2024/10/2024-10-31-a.yaml": report})
    short = brief(tracker, root, "--short", *("--week", "2024-W44"))
    assert "没有严重滞后和逾期的指标" in short
    assert "没有欠报的单位" in short
    assert "1项指标全部按时" in short
