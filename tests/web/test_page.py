"""The page for leaders in a browser: its numbers are those of status, and it shows what is chosen."""

import re
import shutil
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsers import DAY, DESK, PAPER, PHONE, SIZES, Site, opened, written
from playwright.sync_api import Browser, Page, sync_playwright

from support import book as book_of
from support import catalogue, report, target
from tracker.assess.signal import Signal
from tracker.assess.workdays import Weekends
from tracker.formats.cells import text_of
from tracker.formats.page import render
from tracker.report.answers import CLASSES
from tracker.report.board import board
from tracker.report.scope import ViewOptions, scope_of
from tracker.words import Words

ZH = Words("zh")
VISIBLE = """() => [...document.querySelectorAll('.card')].filter(c => c.checkVisibility()).map(c => c.id)"""
# Of each card the text of a cell but for what is small there, whether it is seen, how far to the right it goes.
CELLS = """key => Object.fromEntries([...document.querySelectorAll('.card')].map(card => {
  const cell = card.querySelector(`summary > .${key}`), box = cell.getBoundingClientRect();
  const text = [...cell.childNodes].map(node => node.localName === 'small' ? '' : node.textContent).join('');
  return [card.id, [text.trim(), box.width > 0 && box.height > 0, Math.ceil(box.right)]];
}))"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return written(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=shutil.which("chromium"))


@pytest.fixture(params=SIZES)
def width(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def page(browser: Browser, width: int) -> Iterator[Page]:
    """An empty page in a window."""
    with opened(browser, width) as context:
        yield context.new_page()


def visible(page: Page) -> list[str]:
    return list(page.evaluate(VISIBLE))


def cells(page: Page, key: str) -> dict[str, Any]:
    return dict(page.evaluate(CELLS, key))


def rounds_to(text: str, exact: str | None, step: str = "0.05") -> bool:
    """Whether a number on the page is that of the json, as far as it is printed."""
    if exact is None:
        return text == "—"
    return abs(Decimal(text.strip("%+")) - Decimal(exact)) <= Decimal(step)


def test_every_number_is_that_of_status(site: Site, browser: Browser, width: int, scheme: str) -> None:
    with opened(browser, width, scheme) as context:
        page = context.new_page()
        page.goto(site.board.as_uri())
        check_numbers(site, page, width)


def test_every_number_on_paper_is_that_of_status(site: Site, browser: Browser) -> None:
    with opened(browser, DESK) as context:
        page = context.new_page()
        page.emulate_media(media="print")
        page.set_viewport_size({"width": PAPER, "height": 1000})
        page.goto(site.board.as_uri())
        check_numbers(site, page, PAPER)
        assert not page.locator(".filters").is_visible()
        assert page.locator(".missing li").count() == page.locator(".missing li:visible").count()


def check_numbers(site: Site, page: Page, width: int) -> None:
    """Every number stands where it should, and is seen without moving anything sideways."""
    found = {key: cells(page, key) for key in ("title", "want", "got", "share", "lead", "state", "gauge")}
    for record in site.records:
        text = {key: cell[0] for key, cell in ((key, found[key][record["id"]]) for key in found)}
        actual = f"{record['actual']}{record['unit']}" if record["actual"] else "—"
        signal = text_of(Signal(record["signal"]), ZH)
        assert text["title"] == f"{record['number']} {record['name']}"
        assert (text["want"], text["got"], text["state"]) == (record["target_text"], actual, signal)
        assert rounds_to(text["share"], record["completion"])
        assert rounds_to(text["lead"], record["lead"])
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    with_bar = {record["id"] for record in site.records if record["completion"]}
    for key in ("share", "lead", "state", "gauge"):
        for name, (_, seen, right) in found[key].items():
            assert right <= width, (name, key)
            assert seen or (key == "gauge" and name not in with_bar), (name, key)


def test_english_has_room_as_well(site: Site, page: Page, width: int) -> None:
    page.goto(site.english.as_uri())
    beyond = """width => [...document.querySelectorAll('.tile *, summary > span, .how, h2')]
        .filter(each => each.getBoundingClientRect().right > width).map(each => each.outerHTML)"""
    assert page.evaluate(beyond, width - 8) == []
    tiles = page.locator(".tile")
    assert all(
        tiles.nth(n).evaluate("each => each.scrollWidth <= each.clientWidth") for n in range(tiles.count())
    )


def test_the_tiles_and_the_units_add_up(site: Site, page: Page) -> None:
    page.goto(site.board.as_uri())
    counts = site.facts["counts"]
    for colour, signals in CLASSES.items():
        tile = page.locator(f".tile.{colour}")
        assert tile.locator("b").inner_text() == str(sum(counts[signal.value] for signal in signals))
    units = page.locator(".units tbody tr")
    rows = [units.nth(n).locator("th, td").all_inner_texts() for n in range(units.count())]
    leads = [record["lead_unit"] for record in site.records]
    assert {row[0].strip(): int(row[1]) for row in rows} == {unit: leads.count(unit) for unit in leads}
    lagging = {"behind", "far_behind", "overdue", "silent"}
    assert sum(int(row[2]) for row in rows) == sum(r["signal"] in lagging for r in site.records)


def test_a_colour_shows_exactly_its_targets(site: Site, page: Page) -> None:
    page.goto(site.board.as_uri())
    assert visible(page) == [record["id"] for record in site.records]
    for colour, signals in CLASSES.items():
        page.locator(f".tile.{colour}").click()
        assert visible(page) == [r["id"] for r in site.records if r["signal"] in signals]
        assert page.locator(".all h2").is_visible()
    page.locator(".chip.any").click()
    assert len(visible(page)) == len(site.records)


def test_a_section_and_a_unit_show_exactly_their_targets(site: Site, page: Page) -> None:
    page.goto(site.board.as_uri())
    section, unit = page.locator(".filters details").nth(0), page.locator(".filters details").nth(1)
    section.locator("summary").click()
    for number in dict.fromkeys(record["section"] for record in site.records):
        section.locator(f"label[for=S{number}]").click()
        assert visible(page) == [r["id"] for r in site.records if r["section"] == number]
    section.locator("label[for=S0]").click()
    unit.locator("summary").click()
    for name in dict.fromkeys(name for record in site.records for name in record["owners"]):
        unit.get_by_text(re.compile(rf"^{name} \d+$")).click()
        assert visible(page) == [r["id"] for r in site.records if name in r["owners"]]
    unit.get_by_text(re.compile(r"^区科技局 \d+$")).click()
    section.locator("label[for=S1]").click()
    page.locator(".chip.yellow").click()
    fits = [r for r in site.records if r["section"] == 1 and "区科技局" in r["owners"]]
    assert visible(page) == [r["id"] for r in fits if r["signal"] == "behind"]
    assert not page.locator("h3.section").first.is_visible()
    # A link to a target shows it, whatever is chosen.
    page.locator(".worst a").first.click()
    assert page.locator(".card:target").is_visible()
    page.get_by_role("button").click()
    assert len(visible(page)) == len(site.records)


def test_a_tap_opens_what_is_behind_a_target(site: Site, page: Page) -> None:
    page.goto(site.board.as_uri())
    for record in site.records[:3]:
        card = page.locator(f"[id='{record['id']}']")
        card.locator("summary").click()
        inside = card.locator(".inside")
        assert inside.is_visible()
        text = inside.inner_text()
        assert record["quote"] in text
        assert all(unit in text for unit in record["owners"])
        assert record["entry"] in text
        assert inside.locator("svg.chart").bounding_box()["height"] > 80  # type: ignore[index]


def test_nothing_is_fetched_and_no_script_runs(site: Site, browser: Browser, tmp_path: Path) -> None:
    hostile = "</style></script><script>document.title='x'</script><img src='http://127.0.0.1:9/x' onerror=alert(1)>"
    keys = {"name": hostile, "owners": [hostile], "quote": hostile, "unit": "<svg onload=alert(1)>"}
    line = {"target": "firms", "total": 3, "note": hostile}
    found = book_of(
        catalogue(target(**keys), title=hostile, notice=hostile), report("2024-10-20", line, by=hostile)
    )
    scope = scope_of(found, ViewOptions(as_of=DAY))
    inert = tmp_path / "hostile.html"
    inert.write_bytes(render(board(scope, Weekends(), {}), ZH))
    asked: list[str] = []
    said: list[str] = []
    with browser.new_context() as context:  # scripts would run here
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        for file in (site.board, inert):
            page.goto(file.as_uri())
            page.locator(".card summary").first.click()
            assert page.locator("script, img").count() == 0
        assert page.title().startswith("</style>")
    assert asked == [site.board.as_uri(), inert.as_uri()]
    assert said == []


def test_everybody_can_read_it(site: Site, browser: Browser, width: int, scheme: str) -> None:
    with opened(browser, width, scheme, scripts=True) as context:
        page = context.new_page()
        page.goto(site.board.as_uri())
        page.evaluate(
            "document.querySelectorAll('details:not(.card), .measure + .card').forEach(d => d.open = true)"
        )
        assert violations(page) == []


def test_everybody_can_read_status(site: Site, browser: Browser, width: int) -> None:
    with opened(browser, width, scripts=True) as context:
        page = context.new_page()
        page.goto(site.status.as_uri())
        assert violations(page) == []


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """What axe finds: the rule, and some of the places."""
    found = Axe().run(page).response["violations"]
    return [(rule["id"], [node["html"][:200] for node in rule["nodes"][:3]]) for rule in found]


def test_status_shows_completion_bar_and_lead_on_a_phone(site: Site, browser: Browser) -> None:
    with opened(browser, PHONE) as context:
        page = context.new_page()
        page.goto(site.status.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
        for record in site.records:
            for name, key in (("完成率", "completion"), ("超欠", "lead"), ("进度", "completion")):
                if record[key] is not None:
                    box = page.locator(f"[id='{record['id']}'] td[data-name={name}]").bounding_box()
                    assert box is not None
                    assert box["x"] + box["width"] <= PHONE


def test_it_opens_at_once(
    site: Site,
    browser: Browser,
    width: int,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The time is told, and decides nothing."""
    with opened(browser, width) as context:
        page = context.new_page()
        page.goto(site.board.as_uri())
        timing = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
    with capsys.disabled():
        sys.stdout.write(f"\n{width} px: opens in {timing:.0f} ms\n")
    assert timing > 0
