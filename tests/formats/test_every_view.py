"""What holds of every view alike: numbers apart from their units, cells that say something, plain English."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pages import Page
from support import REPOSITORY, Run, document, target, write_files, write_workspace

DAY = ("--as-of", "2024-08-20")
VIEWS = (
    ("status", *DAY),
    ("gaps", *DAY),
    ("show", "1.1", *DAY),
    ("show", "24.2", *DAY),
    ("show", "talent", "--as-of", "2024-11-20"),
    ("show", "1", *DAY),
    ("owners", *DAY),
    ("owners", "--owner", "区科技局", *DAY),
    ("due", *DAY),
    ("profiles", *DAY),
    ("diff", "2024-07-20", "2024-10-31", "--all"),
    ("diff", "2024-07-20", "2024-10-31", "--as-known"),
    ("digest", "--from", "2024-08-01", "--to", "2024-10-31", "--all"),
    ("log", "--limit", "0"),
    ("audit",),
    ("audit", "--all"),
    ("check",),
    ("draft", REPOSITORY / "seeds/2024-h2-measures.md"),
)
PAGES = tuple(view for view in VIEWS if view != ("check",))  # whose formats are those of problems
# Text as people read or wrote it, beside which the numbers stand by themselves.
_TEXTS = re.compile(
    r"target_text|quote|note|why|text|around|examples|name|title|source|figure|message|policy"
)
_WITH_UNIT = re.compile(r"[^\w\s]?\d[\d.,–]*\s?(家|项|个|%|人|亿元|万元|场|亩|套|元|台|微克|分)")


def texts_of(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    match value:
        case dict():
            for name, item in value.items():
                yield from texts_of(item, str(name))
        case list():
            for item in value:
                yield from texts_of(item, key)
        case str():
            yield key, value


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: " ".join(map(str, view)).replace("/", ""))
def test_machines_read_number_and_unit_apart(view: tuple[str, ...], district: Path, tracker: Run) -> None:
    found = tracker(*view, "-f", "json", cwd=district)
    record = json.loads(found.out)
    assert [
        (key, text) for key, text in texts_of(record) if not _TEXTS.search(key) and _WITH_UNIT.match(text)
    ] == []


@pytest.mark.parametrize("view", PAGES, ids=lambda view: " ".join(map(str, view)).replace("/", ""))
def test_no_heading_of_a_page_is_empty(view: tuple[str, ...], district: Path, tracker: Run) -> None:
    found = tracker(*view, "-f", "html", cwd=district)
    headings = re.findall(r"<th\b[^>]*>(.*?)</th>", found.out, re.DOTALL)
    assert [text for text in headings if re.sub(r"<[^>]*>|[\s—]", "", text) == ""] == []
    assert Page(found.out).all("html")


@pytest.fixture(scope="module")
def ones(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of one target, one measure, one unit and one report, of one each."""
    folder = tmp_path_factory.mktemp("ones")
    one = target(target={"at_least": "2"}, quote="全年新引进企业2家以上")
    catalogue = document(one)
    catalogue["sections"][0]["measures"][0]["owners"] = ["区科技局"]
    write_workspace(folder, catalogue)
    report = "date: {}\nby: 区科技局\nrecorded: {}T09:00:00+08:00\nentries:\n- {{target: firms, {}}}\n"
    write_files(
        folder,
        {
            "seeds/policy.md": "一、创新\n1. 引进企业。全年新引进企业2家以上。（区科技局）\n",
            "progress/2024/08/2024-08-10-a.yaml": report.format("2024-08-10", "2024-08-10", "total: 1"),
        },
    )
    return folder


def _on(day: str) -> Iterator[tuple[str, ...]]:
    for view in ("status", "gaps", "owners", "due", "profiles", "show"):
        yield (view, *(["1.1"] if view == "show" else []), "--as-of", day)
    yield ("due", "--text", "--as-of", day)
    yield ("status", "--signal", "behind", "--as-of", day)
    yield ("brief", "--from", "2024-08-01", "--to", day, "-f", "text")
    yield ("notice", "--all", "--as-of", day, "-f", "text")
    yield ("diff", "2024-08-09", day, "--all")
    yield ("digest", "--from", "2024-08-01", "--to", day, "--all")


# Fresh, a day late, behind for a period, nearly over with a day left, and a day over.
DAYS = ("2024-08-11", "2024-08-24", "2024-09-01", "2024-12-18", "2024-12-30", "2025-01-01")


@pytest.mark.parametrize("day", DAYS)
def test_one_of_a_thing_is_no_plural(day: str, ones: Path, tracker: Run) -> None:
    plurals = []
    for view in (*_on(day), ("log",), ("audit",), ("check",), ("draft", "seeds/policy.md")):
        found = tracker("--lang", "en", *view, cwd=ones)
        assert found.code in {0, 1}, (view, found.err)
        said = found.out + found.err
        plurals += [
            (view, *m.groups())
            for m in re.finditer(r"(?<![\d.,-])(1 (?!is|has|was|calls|progress)[a-z]+s)\b", said)
        ]
    assert plurals == []


def test_a_briefing_says_where_figures_lead_as_a_range_only(district: Path, tracker: Run) -> None:
    for language, led, between in (
        ("zh", r"推算，([^，；]*)", r"12月31日在[\d.]+\S*至[\d.]+\S*之间"),
        ("en", r"by the figures so far ([^;,]*)[;,.]", r"[\d.]+\S* to [\d.]+\S* by 31 December"),
    ):
        shown = tracker("--lang", language, "brief", "--month", "2024-10", "-f", "markdown", cwd=district)
        said = re.findall(led, shown.out)
        assert len(said) > 1
        assert all(re.fullmatch(between, each) for each in said)
