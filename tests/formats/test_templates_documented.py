"""docs/templates.md lists what templates can name, no more and no less."""

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

PAGE = (REPOSITORY / "docs/templates.md").read_text(encoding="utf-8")
WORDS = Words("zh")


def given(day: str) -> dict[str, Any]:
    book = load(REPOSITORY, TODAY).book
    order = BriefingRequest(span=range_of(Cadence.WEEK, date.fromisoformat(day)), written=TODAY)
    found = briefing(book, order, working_calendar())
    return variables(found, WORDS, Tracer(WORDS, {}, wanted=False), Notes(), found.lagging, CHARTS[0])


@pytest.fixture(scope="module")
def week() -> dict[str, Any]:
    return given("2024-10-06")


def part(title: str) -> str:
    return PAGE.partition(f"# {title}\n")[2].partition("\n#")[0]


def rows(title: str) -> list[str]:
    """The names of the first column of the table under a heading."""
    return [
        name
        for cell in re.findall(r"^\| (`.+?) \|", part(title), re.MULTILINE)
        for name in re.findall(r"`(\w+)`", cell)
    ]


def named(title: str) -> set[str]:
    """The names in a running text, apart from those in parentheses."""
    return set(re.findall(r"`(\w+)`", re.sub(r"\([^()]*\)", "", part(title))))


def keys(records: Iterable[Mapping[str, object]]) -> set[str]:
    found = {frozenset(record) for record in records}
    assert len(found) == 1
    return set(*found)


def test_variables(week: dict[str, Any]) -> None:
    assert sorted(rows("Variables")) == sorted(week)


def test_attributes_of_an_item(week: dict[str, Any]) -> None:
    item = week["lagging"][0]
    assert isinstance(item, Item)
    assert sorted(rows("An item")) == sorted(name for name in dir(item) if not name.startswith("_"))


def test_attributes_of_the_rest(week: dict[str, Any]) -> None:
    assert named("A class") == keys(week["classes"])
    assert set(rows("The answers")) == set(week["answers"])
    assert named("One of the colours") == keys(week["answers"]["colours"])
    assert set(re.findall(r"`(\w+)`", re.search(r"\| `silent` \| late units.+", PAGE)[0])) >= keys(  # type: ignore[index]
        week["answers"]["silent"]
    )
    assert named("One of silent or waiting") == keys([*week["silent"], *week["waiting"]])
    assert named("One of revised or late") == keys(given("2024-09-29")["revised"])
    assert set(re.findall(r"`(\w+)`", re.search(r"\| `progress` \|.+", PAGE)[0])) >= keys(week["progress"])  # type: ignore[index]
    assert set(week["turned"]) == set(re.findall(r"`(\w+)`", re.search(r"\| `turned` \| (.+)", PAGE)[1]))  # type: ignore[index]


def test_filters() -> None:
    assert rows("Filters") == list(dict.fromkeys(rows("Filters")))
    assert set(rows("Filters")) == set(filters(WORDS))


@pytest.mark.parametrize("language", LANGUAGES)
def test_blocks(language: str) -> None:
    folder = REPOSITORY / "src/tracker/formats/templates"
    full, short = part("Blocks").split("Of one page")
    for text, name in ((full, "brief"), (short, "brief-short")):
        template = (folder / f"{name}.{language}.md").read_text(encoding="utf-8")
        assert re.findall(r"`(\w+)`", text) == re.findall(r"{% block (\w+) %}", template)
