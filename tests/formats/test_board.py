"""The page for leaders, read as text: one file that holds everything, small, with the numbers of the views."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pages import Page
from support import REPOSITORY, TODAY, Run, catalogue, report, target, total
from support import book as book_of
from tracker.assess.workdays import Weekends
from tracker.formats.page import render
from tracker.model.book import Book
from tracker.report.answers import CLASSES
from tracker.report.board import ENTRIES, board
from tracker.report.scope import ViewOptions, scope_of
from tracker.report.selection import Selection
from tracker.store.workspace import load
from tracker.words import LANGUAGES, Words

DAY = date(2024, 10, 31)
HOSTILE = "</style></title><script>alert('1')</script>\"onload=x' &amp; {{ 7*7 }}"


@pytest.fixture(scope="module")
def of_district() -> Book:
    return load(REPOSITORY, TODAY).book


def shown(book: Book, language: str = "zh", **look: Any) -> str:
    given = {"as_of": DAY, **look}
    return render(board(scope_of(book, ViewOptions(**given)), Weekends(), {}), Words(language)).decode()


def cards(page: Page) -> list[str]:
    return [str(each["id"]) for each in page.all("details") if "card" in str(each.get("class"))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_holds_everything_and_is_small(of_district: Book, language: str) -> None:
    text = shown(of_district, language)
    page = Page(text)
    assert len(text.encode()) < 300_000
    assert page.all("html") == [{"lang": {"zh": "zh-CN", "en": "en"}[language]}]
    assert page.all("script") == page.all("link") == page.all("img") == []
    assert not re.search(r"\b(src|srcset|onclick|onload|style)=|url\(|@import|https?:", text)
    policies = [meta["content"] for meta in page.all("meta") if "http-equiv" in meta]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]


@pytest.mark.parametrize("look", [{}, {"order": "lead"}, {"as_of": date(2024, 7, 2)}, {"as_of": date.max}])
def test_every_link_of_the_page_leads_somewhere(of_district: Book, look: dict[str, Any]) -> None:
    page = Page(shown(of_district, **look))
    assert len(set(page.ids)) == len(page.ids)
    links = {str(each["href"]) for tag in ("a", "use") for each in page.all(tag)}
    assert links <= {f"#{name}" for name in page.ids}
    assert {str(label["for"]) for label in page.all("label")} <= set(page.ids)


@pytest.mark.parametrize(
    "look",
    [
        {},
        {"order": "lead"},
        {"selection": Selection(owners=("区财政局",))},
        {"selection": Selection(signals=("red",), sections=("1",))},
        {"selection": Selection(search="没有这个")},
    ],
)
def test_each_target_shown_has_one_card_in_the_order_asked_for(
    of_district: Book, look: dict[str, Any]
) -> None:
    scope = scope_of(of_district, ViewOptions(as_of=DAY, **look))
    assert cards(Page(shown(of_district, **look))) == [a.target.id for a in scope.shown]


def test_a_browser_that_cannot_choose_shows_everything(of_district: Book) -> None:
    page = shown(of_district)
    style = page[page.index("<style>") : page.index("</style>")]
    hiding = [rule for rule in re.findall(r"[^{}]+\{[^{}]*display: none", style) if ".card:not" in rule]
    assert len(hiding) == 1
    selectors = hiding[0].split("{")[0].strip().split(",")
    assert all(":has(" in selector for selector in selectors)  # such a rule is left out as a whole
    assert len(selectors) >= len(CLASSES) + 8 + 28


def test_text_from_files_is_data() -> None:
    keys = {"name": HOSTILE, "unit": '<img>"&', "owners": [HOSTILE, "<u>"], "quote": HOSTILE}
    line = {"target": "firms", "total": 3, "note": HOSTILE}
    found = book_of(
        catalogue(target(**keys), title=HOSTILE, notice=HOSTILE),
        report("2024-10-20", line, by=HOSTILE),
        total("2024-10-31", 30, by="<u>"),
    )
    page = Page(shown(found))
    assert page.all("script") == page.all("img") == page.all("u") == []
    assert page.text().count("<script>") >= 6
    assert page.text().count("{{ 7*7 }}") >= 6  # nothing of a file is filled in


def test_a_target_may_have_any_id() -> None:
    names = ("red", "all", "s1", "u1", "m1", "p1")
    found = book_of(catalogue(*(target(id=name) for name in names)), total("2024-10-31", 30, "red"))
    page = Page(shown(found))
    assert len(set(page.ids)) == len(page.ids)
    assert cards(page) == list(names)


def test_of_a_long_history_only_the_newest_is_told() -> None:
    days = [date(2024, 1, 1 + n) for n in range(ENTRIES + 3)]
    found = book_of(catalogue(target()), *(total(day.isoformat(), n) for n, day in enumerate(days)))
    page = Page(shown(found)).text()
    assert "更早的 3 条见 tracker show firms" in page
    assert "01-15" in page
    assert "01-03 " not in page


def test_a_page_for_each_unit(tracker: Run, district: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    asked = ("page", "--as-of", "2024-10-31", "--section", "1", "--all", "-o", site)
    for _ in range(2):  # it is written anew as often as one likes
        result = tracker(*asked, cwd=district)
        assert (result.code, result.err) == (0, "")
    records = json.loads(
        tracker("status", "--as-of", "2024-10-31", "--section", "1", "-f", "json", cwd=district).out
    )
    units = {unit for record in records["targets"] for unit in record["owners"]}
    assert {path.stem for path in (site / "units").iterdir()} == units
    index = Page((site / "index.html").read_text(encoding="utf-8"))
    leads = {record["lead_unit"] for record in records["targets"]}
    assert sum("units/" in str(a["href"]) for a in index.all("a")) == len(leads) + len(units)
    for unit in units:
        page = Page((site / "units" / f"{unit}.html").read_text(encoding="utf-8"))
        assert cards(page) == [r["id"] for r in records["targets"] if unit in r["owners"]]
        assert "../index.html" in [link["href"] for link in page.all("a")]


@pytest.mark.parametrize(
    "more", [("--owner", "区科技局"), ("--owner", "区科技局", "--lead-only"), ("--lead-only",)]
)
def test_the_pages_show_what_the_index_shows(
    tracker: Run, district: Path, tmp_path: Path, more: tuple[str, ...]
) -> None:
    asked = ("page", "--as-of", "2024-10-31", "--section", "1", *more, "--all", "-o", tmp_path / "site")
    assert tracker(*asked, cwd=district).code == 0
    index, *pages = (
        Page(path.read_text(encoding="utf-8")) for path in sorted((tmp_path / "site").rglob("*.html"))
    )
    assert len(pages) == (1 if "--owner" in more else 3)
    assert {name for page in pages for name in cards(page)} == set(cards(index))
    assert all(cards(page) for page in pages)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("--all",), 2), (("-o", "看板.md"), 2), (("--all", "-o", "measures.yaml"), 2), (("--sort", "x"), 2)],
)
def test_what_is_no_page_is_refused(
    tracker: Run, district: Path, arguments: tuple[str, ...], code: int
) -> None:
    result = tracker("page", *arguments, cwd=district)
    assert (result.code, result.out) == (code, "")
    assert result.err


def test_without_a_file_a_pipe_gets_the_page(tracker: Run, district: Path) -> None:
    result = tracker("page", "--as-of", "2024-10-31", "--view", "周会", cwd=district)
    assert result.code == 0
    assert "视图：周会" in Page(result.out).text()


def test_each_that_will_miss_says_what_stands_against_it(of_district: Book) -> None:
    page = shown(of_district)
    section = page[page.index('<section class="missing">') : page.index('<section class="all">')]
    said = re.findall(r'<span class="how">(.*?)</span></li>', section)
    assert len(said) == 24
    assert all(re.search(r"^(预计|需).*\d.*，(目标|最快).*\d", text) for text in said)
    assert not any("前" in text for text in said)  # of a milestone how far, not by when
