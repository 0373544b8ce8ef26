"""The manual says the same in both languages: X.zh-CN.md has the parts of X.md, and its prose is Chinese."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from manual import ENGLISH, PAGES, TWINS, name

MARKDOWN = MarkdownIt("commonmark").enable("table")
# They show the program in the language of the page, so each has blocks of its own, which are both run.
OWN_BLOCKS = {"README.md", "docs/tour.md"}
CHINESE = [page for page in PAGES if page in TWINS.values()]
pairs = pytest.mark.parametrize(
    ("page", "twin"), [(page, twin) for page, twin in TWINS.items() if twin in CHINESE], ids=name
)


def tokens(page: Path) -> list[Token]:
    return MARKDOWN.parse(page.read_text(encoding="utf-8"))


def headings(page: Path) -> Iterator[tuple[str, str]]:
    """The tag (h1, h2 ...) and the text of each heading."""
    for opening, text in pairwise(tokens(page)):
        if opening.type == "heading_open":
            yield opening.tag, text.content


def anchors(page: Path) -> set[str]:
    """What leads to the headings, as GitHub makes it of their texts."""
    return {re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-") for _, text in headings(page)}


def table_rows(page: Path) -> list[int]:
    """How many rows each table has."""
    rows: list[int] = []
    for token in tokens(page):
        if token.type == "table_open":
            rows.append(0)
        elif token.type == "tr_open":
            rows[-1] += 1
    return rows


def links(page: Path) -> Iterator[tuple[Path, str]]:
    """The file and the anchor that each link into the repository leads to."""
    for token in tokens(page):
        for part in token.children or ():
            url = urlsplit(str(part.attrGet("href"))) if part.type == "link_open" else None
            if url and not url.scheme:
                yield (page.parent / unquote(url.path)).resolve() if url.path else page, unquote(url.fragment)


def english(page: Path) -> Iterator[str]:
    """Each text with a clause of Latin words, and outside tables, which may hold names alone, with more than Chinese.

    Code is left aside, and the title, which is that of the command in both.
    """
    found = tokens(page)[3:]
    for before, token in pairwise(found):
        if token.type != "inline":
            continue
        text = " ".join(part.content for part in token.children or () if part.type == "text")
        words = len(re.findall(r"[A-Za-z]{2,}", text))
        clause = re.search(r"[A-Za-z]+(?: [A-Za-z]+){3}", text)
        if clause or (
            before.type not in {"td_open", "th_open"} and words > len(re.findall(r"[一-鿿]", text))
        ):
            yield text


def test_every_page_has_its_twin() -> None:
    assert [name(page) for page, twin in TWINS.items() if not twin.exists()] == []


def test_every_twin_has_its_page() -> None:
    beside = {page for folder in {page.parent for page in ENGLISH} for page in folder.glob("*.zh-CN.md")}
    assert beside <= set(TWINS.values())


@pairs
def test_headings(page: Path, twin: Path) -> None:
    assert [tag for tag, _ in headings(twin)] == [tag for tag, _ in headings(page)]


@pairs
def test_titles_of_commands(page: Path, twin: Path) -> None:
    if page.parent.name == "commands":
        assert next(headings(twin)) == next(headings(page)) == ("h1", f"tracker {page.stem}")


@pairs
def test_blocks(page: Path, twin: Path) -> None:
    said, said_again = ([token for token in tokens(side) if token.type == "fence"] for side in (page, twin))
    assert [block.info for block in said_again] == [block.info for block in said]
    if name(page) not in OWN_BLOCKS:
        assert [block.content for block in said_again] == [block.content for block in said]


@pairs
def test_tables(page: Path, twin: Path) -> None:
    assert table_rows(twin) == table_rows(page)


@pairs
def test_a_chinese_page_leads_to_chinese_pages(page: Path, twin: Path) -> None:
    assert [name(to) for to, _ in links(twin) if to in TWINS and to != page] == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_what_is_linked_is_there(page: Path) -> None:
    # A twin that is not written yet is missed above.
    lost = [to for to, _ in links(page) if not to.exists() and to not in TWINS.values()]
    assert lost == []
    assert [(name(to), at) for to, at in links(page) if at and to.exists() and at not in anchors(to)] == []


@pytest.mark.parametrize("page", CHINESE, ids=name)
def test_the_prose_of_a_chinese_page_is_chinese(page: Path) -> None:
    assert list(english(page)) == []
