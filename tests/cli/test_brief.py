"""tracker brief: three weeks in both languages, every format, sources, and an old briefing once more."""

import json
import re
from pathlib import Path
from typing import Any

import docx
import pytest

from briefings import brief
from pages import Page
from support import GOLDEN, Golden, Run
from tracker.words import LANGUAGES

pytestmark = pytest.mark.usefixtures("quick_charts")
# Nothing moved; a deadline was missed; the day before that deadline.
WEEKS = {"quiet": "2024-W43", "bad": "2024-W40", "september": "2024-W39"}
TODAY = "2024-11-05T09:20:00+08:00"


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_NOW", TODAY)
    monkeypatch.delenv("TRACKER_UNIT", raising=False)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["text", "markdown"])
@pytest.mark.parametrize("week", WEEKS)
def test_golden(week: str, name: str, language: str, tracker: Run, district: Path, golden: Golden) -> None:
    shown = brief(tracker, district, "--week", WEEKS[week], "--lang", language, "-f", name)
    golden(GOLDEN / f"brief.{week}.{language}.{name}", shown)


def test_golden_json(tracker: Run, district: Path, golden: Golden) -> None:
    shown = brief(tracker, district, "--week", WEEKS["bad"], "-f", "json")
    found = json.loads(shown)
    few = {**found, "targets": found["targets"][:3]}
    golden(GOLDEN / "brief.bad.zh.json", json.dumps(few, ensure_ascii=False, indent=2) + "\n")
    status = json.loads(tracker("status", "--as-of", "2024-10-06", "-f", "json", cwd=district).out)
    assert found["counts"] == status["counts"]
    assert {known["signal"]: len(known["targets"]) for known in found["classes"]} == status["counts"]
    assert sum(float(known["share"]) for known in found["classes"]) == pytest.approx(100)
    for mine, theirs in zip(found["targets"], status["targets"], strict=True):
        assert {key: mine[key] for key in theirs} == theirs


def words_of(document: Any) -> str:
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "".join("".join([*(paragraph.text for paragraph in document.paragraphs), *cells]).split())


def sentences(text: str) -> set[str]:
    """What the text says, in pieces between blanks, without the numbers of items."""
    return {
        piece
        for line in text.splitlines()
        for piece in re.sub(r"^\d+\. ", "", line).split()
        if piece.strip("-|")
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("week", WEEKS)
def test_page_and_word_file_say_what_the_text_says(
    week: str, language: str, tracker: Run, district: Path, tmp_path: Path
) -> None:
    asked = ("--week", WEEKS[week], "--lang", language)
    said = sentences(brief(tracker, district, *asked))
    page = "".join(Page(brief(tracker, district, *asked, "-f", "html")).text().split())
    assert {piece for piece in said if piece not in page} == set()
    if week != "bad":  # a Word file takes seconds
        return
    file = tmp_path / "a.docx"
    assert brief(tracker, district, *asked, "-o", file) == ""
    shown = words_of(docx.Document(str(file)))
    assert {piece for piece in said if piece not in shown} == set()


@pytest.mark.parametrize(
    ("arguments", "head"),
    [
        (("--dekad", "9月下旬"), ("进展旬报", "第27期", "（2024年9月21日至30日）")),
        (("--month", "2024-10"), ("进展月报", "第10期", "（2024年10月1日至31日）")),
        (
            ("--from", "2024-09-24", "--to", "2024-10-07"),
            ("进展专报", "第41期", "（2024年9月24日至10月7日）"),
        ),
        ((), ("进展旬报", "第30期", "（2024年10月21日至31日）")),
        (("--number", "7", "--unit", "区政府督查室"), ("第7期", "区政府督查室", "2024年11月5日")),
    ],
)
def test_the_head_tells_which_period(
    arguments: tuple[str, ...], head: tuple[str, ...], tracker: Run, district: Path
) -> None:
    shown = brief(tracker, district, *arguments)
    assert [piece for piece in head if piece not in shown[:500]] == []


def test_the_unit_may_come_from_the_environment(
    tracker: Run, district: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = brief(tracker, district, "--unit", "区政府办公室")
    monkeypatch.setenv("TRACKER_UNIT", "区政府办公室")
    assert brief(tracker, district) == asked
