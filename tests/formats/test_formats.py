"""The same view in every format: golden outputs, nothing cut, nothing that could be mistaken for markup."""

import csv
import io
import json
import re
import subprocess
import sys
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from support import GOLDEN, REPOSITORY, TODAY, Golden, catalogue, target, total
from support import book as book_of
from tracker.assess.signal import Signal
from tracker.formats import FORMATS, Canvas, render
from tracker.formats.cells import bar, for_machines, percentage, printed, text_of
from tracker.formats.csv import defused
from tracker.formats.markdown import escaped
from tracker.model.book import Book
from tracker.model.quantity import plain_digits, rounded
from tracker.report.scope import ViewOptions, scope_of
from tracker.report.selection import Selection
from tracker.report.status import status
from tracker.report.values import Amount, Bar, Computed, Percent, PercentagePoints, Times
from tracker.report.view import Table, View
from tracker.store.workspace import load
from tracker.words import LANGUAGES, Words, printable

DAY = date(2024, 10, 31)


def view_of(book: Book, *, grouped: bool = True, day: date = DAY) -> View:
    return status(scope_of(book, ViewOptions(as_of=day, order="text" if grouped else "due")))


@pytest.fixture(scope="module")
def district() -> View:
    return view_of(load(REPOSITORY, TODAY).book)


def shown(
    view: View, name: str, language: str = "zh", width: int | None = None, *, file: bool = False
) -> str:
    return render(name, view, Words(language), Canvas(width, file=file)).decode()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [40, 60, 80, 100, 140])
def test_no_line_is_wider_than_the_terminal(
    district: View, width: int, language: str, golden: Golden
) -> None:
    text = shown(district, "term", language, width)
    assert max(wcswidth(line) for line in text.splitlines()) <= width
    assert "…" not in text
    golden(GOLDEN / f"status.{width}.{language}.txt", text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["text", "markdown", "csv", "json"])
def test_golden(district: View, name: str, language: str, golden: Golden) -> None:
    golden(GOLDEN / f"status.{language}.{name}", shown(district, name, language))


def test_without_a_terminal_nothing_is_dropped_or_broken(district: View) -> None:
    lines = shown(district, "term").splitlines()
    for record in district.records:
        line = next(
            line for line in lines if line.split()[:1] == [record["number"]] and str(record["name"]) in line
        )
        assert wcswidth(line) > 60


def test_at_any_width_no_character_of_a_name_is_lost(district: View) -> None:
    for width in (40, 80):
        text = "".join(shown(district, "term", "zh", width).split())
        assert sum(len(str(record["name"])) for record in district.records) < len(text)
        for record in district.records:
            assert str(record["name"])[:5] in text


def table_of(view: View) -> Table:
    (block,) = view.blocks
    assert isinstance(block, Table)
    return block


def test_columns_go_in_the_stated_order() -> None:
    view = view_of(load(REPOSITORY, TODAY).book, grouped=False)
    words = Words("zh")
    kept = []
    for width in range(160, 36, -4):
        lines = shown(view, "term", "zh", width).splitlines()
        heading = next(line for line in lines if line.lstrip().startswith(words("column.number")))
        kept.append(
            {
                column.key
                for column in table_of(view).columns
                if words(f"column.{column.key}") in heading.split()
            }
        )
    order = ["lead_unit", "actual_date", "bar", "notice", "gap", "flags", "lead", "target", "actual"]
    for wide, narrow in pairwise(kept):
        assert narrow <= wide
    assert [len(k) for k in kept] == sorted((len(k) for k in kept), reverse=True)
    for columns in kept:
        gone = [key for key in order if key not in columns]
        assert gone == order[: len(gone)]
    assert kept[0] == {column.key for column in table_of(view).columns}
    assert kept[-1] == {"number", "name", "completion", "signal"}


def test_tables_of_text_are_aligned_for_wide_characters(district: View) -> None:
    for block in shown(district, "text").split("\n\n")[1:-1]:
        rows = [line for line in block.splitlines() if not line.endswith("：") and "  " in line]
        rule = next(line for line in rows if set(line) == {"-", " "})
        edges = [match.start() for match in re.finditer(r"(?<= )-", rule)]
        for row in rows:
            cells = [0]
            for character in row:
                cells.append(cells[-1] + wcswidth(character))
            for edge in edges:
                assert edge not in cells or row[cells.index(edge) - 1] == " ", row


def test_markdown_tables_have_the_same_columns_in_every_row(district: View) -> None:
    rows = [line for line in shown(district, "markdown").splitlines() if line.startswith("|")]
    assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) == 1
    assert len(rows) == len(district.records) + 2 * 8


def test_csv_reads_back_with_every_record(district: View) -> None:
    written = render("csv", district, Words("zh"), Canvas(file=True))
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.count(b"\r\n") == len(district.records) + 1
    rows = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"))))
    for record, row in zip(district.records, rows, strict=True):
        assert row["指标 id"] == record["id"]
        assert row["实际"] == ("" if record["actual"] is None else plain_digits(record["actual"]))  # type: ignore[arg-type]
        assert row["文件"] == (record["file"] or "")
    assert not shown(district, "csv").startswith("\ufeff")


def test_json_is_exact_and_complete(district: View) -> None:
    document = json.loads(shown(district, "json"))
    assert document["view"] == "status"
    assert sum(document["counts"].values()) == document["total"] == len(document["targets"]) == 91
    by_id = {record["id"]: record for record in document["targets"]}
    land = by_id["unused-approved-land"]
    assert (land["target"], land["actual"], land["gap"]) == ("1359.59", "987.2", "372.39")
    assert Decimal(land["completion"]) == rounded(Fraction("987.2") / Fraction("1359.59") * 100, 6)
    assert by_id["tech-contracts"]["actual_written"] == "29500"
    assert by_id["tech-contracts"]["actual_written_unit"] == "万元"
    assert (by_id["grain"]["actual"], by_id["grain"]["unit"]) == ("2.35", "万吨")
    for key in (
        "id", "measure", "section", "owners", "kind", "operator", "target", "unit", "from", "due", "quote", "actual",
        "actual_date", "file", "completion", "elapsed", "expected", "lead", "gap", "pace", "required", "forecast",
        "buffer", "signal", "flags",
    ):  # fmt: skip
        assert all(key in record for record in document["targets"]), key
    assert not re.search(r": -?\d+\.\d", shown(district, "json")), "no binary floats"


def test_every_printed_actual_is_the_same_in_all_formats(district: View) -> None:
    texts = {name: shown(district, name) for name in ("term", "text", "markdown")}
    for record in district.records:
        if record["actual"] is not None:
            printed = f"{plain_digits(record['actual'])}{record['unit']}"  # type: ignore[arg-type]
            for name, text in texts.items():
                rows = [
                    line
                    for line in text.splitlines()
                    if re.match(rf"[| ]*{re.escape(str(record['number']))}\s", line)
                ]
                assert any(printed in row.replace("\\", "") for row in rows), (name, printed)


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"term", "html"}))
def test_what_needs_no_terminal_does_not_wait_for_rich(name: str) -> None:
    command = f"import sys, {FORMATS[name]}; sys.exit('rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", command], check=False).returncode == 0


HOSTILE = "[red]=cmd()|`x`<b>*_~ &amp; ![a](b)"


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"xlsx", "parquet"}))
def test_text_from_files_is_data(name: str) -> None:
    view = view_of(book_of(catalogue(target(name=HOSTILE)), total("2024-10-31", 30, note="=1+1")))
    text = shown(view, name)
    if name in {"term", "text", "json"}:
        assert HOSTILE in text.replace("\n", "")
    if name == "csv":
        row = next(csv.DictReader(io.StringIO(text)))
        assert (row["指标"], row["备注"]) == (HOSTILE, "'=1+1")
    if name == "markdown":
        assert escaped(HOSTILE) in text
        assert "<b>" not in re.sub(r"\\.", "", text)


@given(st.text())
def test_nothing_printable_moves_the_cursor(text: str) -> None:
    shown_text = printable(text)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown_text)
    assert defused(text)[:1] not in {"=", "+", "-", "@", "＝", "＋", "－", "＠"}


def test_an_empty_selection_says_so() -> None:
    book = book_of(catalogue())
    view = status(scope_of(book, ViewOptions(as_of=DAY, selection=Selection(search="nothing has this"))))
    for name in ("term", "text", "markdown"):
        assert Words("en")("table.empty") in shown(view, name, "en")
    assert json.loads(shown(view, "json"))["targets"] == []
    assert len(shown(view, "csv").splitlines()) == 1


@pytest.mark.parametrize(
    ("completion", "expected", "drawn"),
    [
        (Fraction(0), Fraction(1, 2), "░░░░░┃░░░░"),
        (Fraction(575, 1000), Fraction(7, 12), "█████┃░░░░"),
        (Fraction(1), Fraction(10, 12), "████████┃█"),
        (Fraction(3), None, "██████████"),
        (Fraction(-1), Fraction(1), "░░░░░░░░░┃"),
        (None, Fraction(1, 2), ""),
    ],
)
def test_bars(completion: Fraction | None, expected: Fraction | None, drawn: str) -> None:
    shares = (None if share is None else Percent(share) for share in (completion, expected))
    assert bar(Bar(*shares)) == drawn


def test_numbers_keep_all_digits_and_no_more() -> None:
    texts = ("3.50", "1500", "0.0", "1E+3", "-4", "-0", "-0.00")
    assert [plain_digits(Decimal(text)) for text in texts] == ["3.5", "1500", "0", "1000", "-4", "0", "0"]


def test_shares_are_rounded_as_everything_is() -> None:
    shares = [Fraction(text) for text in ("0", "-1/9000", "67/1000", "-93/1000", "-1/2000", "1/2000")]
    points = [text_of(PercentagePoints(share), Words("en")) for share in shares]
    assert points == ["0.0", "-0.01", "+6.7", "-9.3", "-0.1", "+0.1"]
    assert text_of(Percent(Fraction(2, 3)), Words("en")) == "66.7%"
    assert text_of(PercentagePoints(Fraction(-93, 1000), signed=False), Words("en")) == "9.3"


@pytest.mark.parametrize(
    ("value", "text", "machine"),
    [
        (Percent(Fraction(34999, 35000)), "99.997%", "99.997143"),  # 3.4999 of 3.5: one place more is 100.00
        (Percent(Fraction(9996, 10000)), "99.96%", "99.96"),
        (Percent(Fraction(10004, 10000)), "100.04%", "100.04"),  # a limit that is broken
        (Percent(Fraction(-4, 10000)), "-0.04%", "-0.04"),
        (Percent(Fraction(1)), "100.0%", "100"),
        (Percent(Fraction(0)), "0.0%", "0"),
        (Percent(Fraction(9496, 10000), (Fraction(95, 100),)), "94.96%", "94.96"),  # the edge of 100±5
        (Percent(Fraction(1, 10**8)), "0.000001%", "0.000001"),
        (PercentagePoints(Fraction(-1, 10**10)), "-0.00000001", "-0.00000001"),
        (PercentagePoints(Fraction(-1004, 10**4), (Fraction(-1, 10),)), "-10.04", "-10.04"),
        (PercentagePoints(Fraction(-996, 10**4), (Fraction(-1, 10),)), "-9.96", "-9.96"),
        (PercentagePoints(Fraction(-1, 10), (Fraction(-1, 10),)), "-10.0", "-10"),
        (Amount(Fraction(39996, 1000), "家", limits=(Fraction(40),)), "39.996家", "39.996"),
        (Amount(Fraction(39996, 1000), "家"), "40家", "39.996"),
        (Amount(Fraction(-1, 1000), "亿元"), "-0.001亿元", "-0.001"),
        (Amount(Fraction(1, 10**4), "亿元", up=True, limits=(Fraction(2, 10**4),)), "0.0001亿元", "0.0001"),
        (Amount(Fraction(12, 5), "家", up=True), "3家", "2.4"),
        (Times(Fraction(104, 100)), "1.04×", "1.04"),
    ],
)
def test_rounding_crosses_no_limit(value: Computed, text: str, machine: str) -> None:
    assert text_of(value, Words("en")) == text
    assert for_machines(value) == machine


@given(st.fractions(-3, 3), st.lists(st.fractions(-3, 3), max_size=3))
def test_a_printed_share_stands_on_its_side_of_every_limit(share: Fraction, limits: list[Fraction]) -> None:
    value = Percent(share, tuple(limits))
    for places in (1, 6):
        shown = Fraction(printed(value, places)) / 100
        for limit in {*limits, Fraction(0), Fraction(1)} - {share}:
            assert (shown < limit) == (share < limit)
            assert shown != limit
    assert percentage(Percent(share)) in {f"{rounded(share * 100, n):f}" for n in range(1, 40)}


def test_each_signal_has_a_shape_of_its_own(district: View) -> None:
    marks = {line.split()[0] for line in Words("zh").listing(tuple(Signal)).split("、")}
    assert len(marks) == len(Signal)
    glyphs = [
        part.split()[0] for part in re.findall(r"(\S+ \S+ \d+)", shown(district, "text").splitlines()[3])
    ]
    assert len(set(glyphs)) == len(Signal)
