"""Due and owners in every format: golden outputs in both languages, no line wider than the terminal."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date

import pytest
from wcwidth import wcswidth

from support import GOLDEN, REPOSITORY, TODAY, Golden
from tracker.assess.workdays import Weekends
from tracker.formats import Canvas, render
from tracker.model.book import Book
from tracker.report.due import DueOptions, due
from tracker.report.owners import ScoreboardOptions, owners
from tracker.report.scope import Scope, ViewOptions, scope_of
from tracker.report.selection import Selection
from tracker.report.view import View
from tracker.store.workdays import working_calendar
from tracker.store.workspace import load
from tracker.words import LANGUAGES, Words

DAY = date(2024, 10, 31)
UNIT = ("区生态环境局",)


@pytest.fixture(scope="module")
def district() -> Book:
    return load(REPOSITORY, TODAY).book


def scope(book: Book, day: date = DAY, owner: tuple[str, ...] = (), order: str = "text") -> Scope:
    return scope_of(book, ViewOptions(as_of=day, selection=Selection(owners=owner), order=order))


VIEWS: dict[str, Callable[[Book], View]] = {
    "due": lambda book: due(scope(book), working_calendar(), DueOptions(within=61)),
    "due-text": lambda book: due(scope(book), working_calendar(), DueOptions(text=True)),
    "owners": lambda book: owners(scope(book), working_calendar()),
    "owners-own": lambda book: owners(
        scope(book, owner=UNIT), working_calendar(), ScoreboardOptions(owners=UNIT)
    ),
}


def shown(view: View, name: str, language: str = "zh", width: int | None = None) -> str:
    return render(name, view, Words(language), Canvas(width)).decode()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [80, 140])
@pytest.mark.parametrize("which", VIEWS)
def test_no_line_is_wider_than_the_terminal(
    district: Book, which: str, width: int, language: str, golden: Golden
) -> None:
    text = shown(VIEWS[which](district), "term", language, width)
    assert max(wcswidth(line) for line in text.splitlines()) <= width
    assert "…" not in text
    golden(GOLDEN / f"{which}.{width}.{language}.txt", text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["text", "markdown", "csv", "json"])
@pytest.mark.parametrize("which", VIEWS)
def test_golden(district: Book, which: str, name: str, language: str, golden: Golden) -> None:
    golden(GOLDEN / f"{which}.{language}.{name}", shown(VIEWS[which](district), name, language))


@pytest.mark.parametrize("day", [date(2024, 8, 14), date(2024, 12, 20), date(2025, 2, 28), date(2028, 1, 3)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_on_any_day_the_views_fit_into_80_cells(district: Book, day: date, language: str) -> None:
    for order in ("text", "due"):
        for view in (
            due(scope(district, day, order=order), working_calendar()),
            due(scope(district, day, order=order), Weekends(), DueOptions(text=True)),
            owners(scope(district, day, order=order), working_calendar()),
            owners(scope(district, day, UNIT, order), Weekends(), ScoreboardOptions(owners=UNIT)),
        ):
            assert max(wcswidth(line) for line in shown(view, "term", language, 80).splitlines()) <= 80


@pytest.mark.parametrize("which", VIEWS)
def test_machines_read_the_same_records_in_csv_and_json(district: Book, which: str) -> None:
    view = VIEWS[which](district)
    document = json.loads(shown(view, "json", "en"))
    rows = list(csv.DictReader(io.StringIO(shown(view, "csv", "en"))))
    records = document[view.items]
    assert len(rows) == len(records) == len(view.records) > 0
    words = Words("en")
    assert list(rows[0]) == [words(f"column.{key}") for key in records[0]]
    assert len(set(rows[0])) == len(records[0])


def test_a_reminder_is_one_line_a_target_wherever_it_is_piped_to(district: Book) -> None:
    view = VIEWS["due-text"](district)
    text = shown(view, "term")
    for reminder in json.loads(shown(view, "json"))["reminders"]:
        assert reminder["lines"][0] == f"{reminder['unit']}："
        assert "\n".join(reminder["lines"]) in text
