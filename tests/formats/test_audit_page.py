"""The marked text: the whole text, every number on it once, each link with its other end, legible colours."""

import re
from functools import cache

import pytest

from pages import Page, contrast
from support import REPOSITORY, TODAY
from tracker.draft.audit.audit import audit
from tracker.draft.audit.page import marked_text
from tracker.draft.audit.results import Audit, Outcome
from tracker.formats.html import render_audit
from tracker.model.rules.quotes import squeezed
from tracker.report.policy_text import MeasureHeading
from tracker.store.workspace import load
from tracker.words import LANGUAGES, Words

TEMPLATES = REPOSITORY / "src/tracker/formats/templates"
CSS = (TEMPLATES / "audit.css").read_text(encoding="utf-8")
MARKS = ("target", "differs", "part", "rule", "ignored", "open")


@cache
def district() -> Audit:
    book = load(REPOSITORY, TODAY).book
    return audit(book.catalogue, book.source or "")


def page_of(language: str = "zh") -> tuple[str, Page]:
    text = render_audit(marked_text(district(), ()), Words(language)).decode()
    return text, Page(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_lead_somewhere_and_ids_stand_once(language: str) -> None:
    text, page = page_of(language)
    assert len(set(page.ids)) == len(page.ids)
    assert {str(link["href"]).removeprefix("#") for link in page.all("a")} <= set(page.ids)
    assert "<script" not in text
    assert not re.search(r"(?:src|href)=\"(?!#)", text)


def test_every_number_is_marked_once_with_its_outcome() -> None:
    _, page = page_of()
    marks = [str(link["class"]).removeprefix("num ") for link in page.all("a") if link.get("id")]
    counted = [number.outcome.value for number in district().numbers]
    drawn = [word for word in district().words_of_time if word.outcome is Outcome.PART]
    assert sorted(marks) == sorted([*counted, *["part"] * len(drawn)])
    assert all(link["title"] for link in page.all("a") if link.get("id"))


def test_the_text_stands_there_whole() -> None:
    found = marked_text(district(), ())
    shown = "".join(piece.text for line in found.lines for piece in line.pieces)
    assert squeezed(shown) == squeezed(district().original)


def test_the_table_has_every_target_and_measure() -> None:
    entries = marked_text(district(), ()).targets
    headings = [entry for entry in entries if isinstance(entry, MeasureHeading)]
    targets = [entry for entry in entries if not isinstance(entry, MeasureHeading)]
    assert [heading.number for heading in headings] == list(range(1, 33))
    assert [entry.id for entry in targets] == [one.target.id for one in district().targets]
    assert all(entry.agrees and entry.places for entry in targets)


def test_the_legend_counts_every_number() -> None:
    found = marked_text(district(), ())
    assert sum(count for _, count in found.legend) == len(district().numbers)


def test_every_mark_can_be_read_in_light_and_dark() -> None:
    schemes = [
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))
        for block in re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
    ]
    assert [len(scheme) for scheme in schemes] == [12, 12]
    for scheme in schemes:
        for mark in ("target", "part", "rule", "ignored", "wrong", "open"):
            assert contrast(scheme[mark], scheme[f"{mark}-ink"]) >= 4.5, mark
    assert all(f".num.{mark} {{" in CSS for mark in MARKS)
