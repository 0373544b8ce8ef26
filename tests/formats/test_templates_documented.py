"""docs/templates.md and its Chinese twin list what templates can name, no more and no less."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pytest

from support import REPOSITORY, TODAY
from tracker.assess.periods import range_of
from tracker.formats.briefing.environment import filters
from tracker.formats.briefing.item import Item
from tracker.formats.briefing.trace import Tracer
from tracker.formats.briefing.variables import CHARTS, Notes, variables
from tracker.model.catalogue import Cadence
from tracker.report.briefing import BriefingRequest, briefing
from tracker.store.workdays import working_calendar
from tracker.store.workspace import load
from tracker.words import LANGUAGES, Words

WORDS = Words("zh")
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
NAME = re.compile(r"`(\w+)`")


def given(day: str) -> dict[str, Any]:
    book = load(REPOSITORY, TODAY).book
    order = BriefingRequest(span=range_of(Cadence.WEEK, date.fromisoformat(day)), written=TODAY)
    found = briefing(book, order, working_calendar())
    return variables(found, WORDS, Tracer(WORDS, {}, wanted=False), Notes(), found.lagging, CHARTS[0])


@pytest.fixture(scope="module")
def week() -> dict[str, Any]:
    return given("2024-10-06")


class Page:
    """The page in one language: its parts by their English titles."""

    def __init__(self, language: str) -> None:
        texts = {
            "en": (REPOSITORY / "docs/templates.md").read_text(encoding="utf-8"),
            "zh": (REPOSITORY / "docs/templates.zh-CN.md").read_text(encoding="utf-8"),
        }
        titles, own = (
            re.findall(r"^#+ (.+)\n", FENCED.sub("", texts[side]), re.MULTILINE) for side in ("en", language)
        )
        self.text = texts[language]
        self.titles = dict(zip(titles, own, strict=True))

    def part(self, title: str) -> str:
        return self.text.partition(f"# {self.titles[title]}\n")[2].partition("\n#")[0]

    def rows(self, title: str) -> list[str]:
        """The names of the first column of the table under a heading."""
        return [
            name
            for cell in re.findall(r"^\| (`.+?) \|", self.part(title), re.MULTILINE)
            for name in NAME.findall(cell)
        ]

    def row(self, title: str, name: str) -> set[str]:
        """The names that the row of this name speaks of, its own aside."""
        (line,) = re.findall(rf"^\| `{name}` \| (.+)", self.part(title), re.MULTILINE)
        return set(NAME.findall(line))

    def named(self, title: str) -> set[str]:
        """The names in a running text, apart from those in parentheses."""
        return set(NAME.findall(re.sub(r"[(（][^()（）]*[)）]", "", self.part(title))))


@pytest.fixture(params=LANGUAGES)
def page(request: pytest.FixtureRequest) -> Page:
    return Page(request.param)


def keys(records: Iterable[Mapping[str, object]]) -> set[str]:
    found = {frozenset(record) for record in records}
    assert len(found) == 1
    return set(*found)


def test_variables(page: Page, week: dict[str, Any]) -> None:
    assert sorted(page.rows("Variables")) == sorted(week)


def test_attributes_of_an_item(page: Page, week: dict[str, Any]) -> None:
    item = week["lagging"][0]
    assert isinstance(item, Item)
    assert sorted(page.rows("An item")) == sorted(name for name in dir(item) if not name.startswith("_"))


def test_attributes_of_the_rest(page: Page, week: dict[str, Any]) -> None:
    assert page.named("A class") == keys(week["classes"])
    assert set(page.rows("The answers")) == set(week["answers"])
    assert page.named("One of the colours") == keys(week["answers"]["colours"])
    assert page.row("The answers", "silent") >= keys(week["answers"]["silent"])
    assert page.named("One of silent or waiting") == keys([*week["silent"], *week["waiting"]])
    assert page.named("One of revised or late") == keys(given("2024-09-29")["revised"])
    assert page.row("Variables", "progress") >= keys(week["progress"])
    assert page.row("Variables", "turned") == set(week["turned"])


def test_filters(page: Page) -> None:
    assert page.rows("Filters") == list(dict.fromkeys(page.rows("Filters")))
    assert set(page.rows("Filters")) == set(filters(WORDS))


@pytest.mark.parametrize("language", LANGUAGES)
def test_blocks(page: Page, language: str) -> None:
    folder = REPOSITORY / "src/tracker/formats/templates"
    full, short = page.part("Blocks").strip().split("\n\n")
    for text, name in ((full, "brief"), (short, "brief-short")):
        template = (folder / f"{name}.{language}.md").read_text(encoding="utf-8")
        assert re.findall(r"`(\w+)`", text) == re.findall(r"{% block (\w+) %}", template)
