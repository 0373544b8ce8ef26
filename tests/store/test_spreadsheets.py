"""Files to cells: what stands in them, and what is refused before anything is built of it."""

import io
import random
import re
import zipfile
from codecs import BOM_UTF8
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from tracker.model.worksheet_cells import SheetCell
from tracker.store.files import UnreadableError
from tracker.store.spreadsheets import read_spreadsheet

Fill = Callable[[openpyxl.Workbook], None]
HEADINGS: list[object] = ["指标id", "本次累计数"]


def xlsx(path: Path, *rows: list[object], fill: Fill | None = None) -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = "表1"
    for row in rows:
        book.active.append(row)
    if fill:
        fill(book)
    book.save(path)
    return path


def rezipped(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def refused(path: Path) -> str:
    with pytest.raises(UnreadableError) as error:
        read_spreadsheet(path)
    return error.value.code


SHEET = "xl/worksheets/sheet1.xml"


def with_sheet(path: Path, old: bytes, new: bytes) -> Path:
    """The sheet with what the pattern `old` finds replaced; openpyxl writes `/>` or ` />`, as lxml is there."""

    def change(parts: dict[str, bytes]) -> None:
        parts[SHEET], found = re.subn(old, new, parts[SHEET])
        assert found

    return rezipped(path, change)


def test_what_stands_in_an_xlsx(tmp_path: Path) -> None:
    day = datetime(2024, 8, 10)  # noqa: DTZ001 - cells know no zone
    path = xlsx(tmp_path / "a.xlsx", HEADINGS, [], ["x", 2.95, 3, True, day, "=1+1"])
    found = read_spreadsheet(path)
    assert [sheet.name for sheet in found.sheets] == ["表1"]
    assert [row.number for row in found.sheets[0].rows] == [1, 3]
    cells = found.sheets[0].rows[1].cells
    assert [cell.value for cell in cells[:5]] == ["x", Decimal("2.95"), 3, True, day]
    assert cells[5] == SheetCell(uncomputed=True)
    assert len(found.digest) == 12


def test_a_formula_is_read_by_its_result(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", HEADINGS, ["x", "=20+3"])
    with_sheet(path, rb"<f>20\+3</f><v ?(/>|></v>)", b"<f>20+3</f><v>23</v>")
    assert read_spreadsheet(path).sheets[0].rows[1].cells[1].value == 23


def test_hidden_sheets_rows_and_columns_are_marked(tmp_path: Path) -> None:
    def hide(book: openpyxl.Workbook) -> None:
        book.create_sheet("旧表").sheet_state = "hidden"

    path = xlsx(tmp_path / "a.xlsx", HEADINGS, fill=hide)
    assert [(sheet.name, sheet.hidden) for sheet in read_spreadsheet(path).sheets] == [
        ("表1", False),
        ("旧表", True),
    ]
    with_sheet(path, rb'<row r="1"', b'<row ht="0" r="1"')
    with_sheet(
        path, rb"<sheetData>", b'<cols><col min="2" max="16384" width="9" hidden="1"/></cols><sheetData>'
    )
    (sheet, _) = read_spreadsheet(path).sheets
    assert (sheet.rows[0].hidden, min(sheet.hidden_columns), max(sheet.hidden_columns)) == (True, 2, 200)


def test_merged_cells_share_what_is_shown(tmp_path: Path) -> None:
    def merge(book: openpyxl.Workbook) -> None:
        book.worksheets[0].merge_cells("A2:B3")

    path = xlsx(tmp_path / "a.xlsx", HEADINGS, ["x", 1, "y"], [None, None, "z"], fill=merge)
    rows = read_spreadsheet(path).sheets[0].rows
    assert [[cell.value for cell in row.cells] for row in rows[1:]] == [["x", "x", "y"], ["x", "x", "z"]]
    assert [cell.anchor for cell in rows[1].cells] == [None, (2, 1), None]


def test_a_wrong_size_does_not_hide_rows(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", HEADINGS, ["x", 1])
    with_sheet(path, rb'<dimension ref="A1:B2" ?/>', b'<dimension ref="A1"/>')
    assert len(read_spreadsheet(path).sheets[0].rows) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_csv_in_each_encoding(tmp_path: Path, encoding: str, separator: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(
        separator.join(map(str, HEADINGS)).encode(encoding) + b"\r\n\r\nx" + separator.encode() + b"23\r\n"
    )
    rows = read_spreadsheet(path).sheets[0].rows
    assert [cell.value for cell in rows[0].cells] == HEADINGS
    assert (rows[1].number, [cell.value for cell in rows[1].cells]) == (3, ["x", "23"])


ROW = "区科技局,新引进企业,23\n"
UTF8, GBK = ROW.encode(), ROW.encode("gbk")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (UTF8 * 2 + GBK, 3),
        (GBK * 2 + UTF8, 3),
        (b"a,b,1\n" + GBK + "区科技局".encode() + ",新引进企业,23\n".encode("gbk"), 3),
        (BOM_UTF8 + b"a,b,1\n" + GBK, 2),
        (BOM_UTF8 + GBK, 1),
        (GBK * 5000 + "区科技局".encode(), 5001),
    ],
)
def test_two_encodings_in_one_csv_are_told_with_the_line(tmp_path: Path, content: bytes, line: int) -> None:
    (tmp_path / "a.csv").write_bytes(content)
    with pytest.raises(UnreadableError) as refused:
        read_spreadsheet(tmp_path / "a.csv")
    assert (refused.value.code, refused.value.facts) == ("sheet-mixed", {"line": line})


def test_gbk_is_never_taken_for_a_mixture(tmp_path: Path) -> None:
    chance = random.Random(3)  # noqa: S311 - repeatable words
    characters = [
        bytes((hi, lo)) for hi in range(0xB0, 0xF8) for lo in range(0xA1, 0xFF) if (hi, lo) < (0xD7, 0xFA)
    ]
    words = [b"".join(chance.choices(characters, k=chance.randint(1, 4))) for _ in range(40_000)]
    (tmp_path / "a.csv").write_bytes(b"\n".join(b",".join(words[n : n + 4]) for n in range(0, 40_000, 4)))
    rows = read_spreadsheet(tmp_path / "a.csv").sheets[0].rows
    assert rows[0].cells[0].value == words[0].decode("gbk")


def test_an_xlsx_is_known_by_its_content(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", HEADINGS).rename(tmp_path / "a.csv")
    assert read_spreadsheet(path).sheets[0].name == "表1"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "sheet-old"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "sheet-old"),
        ("a.xlsm", b"PK", "sheet-macro"),
        ("a.xlsx", b"PK\x03\x04 and no more", "sheet-broken"),
        ("a.xlsx", b"", "sheet-broken"),
        ("a.xlsx", b"<html>", "sheet-broken"),
        ("a.pdf", b"%PDF", "sheet-kind"),
        ("a.csv", b"\xff\xfe\x00\x01", "sheet-encoding"),
        ("a.csv", "指标,数\n".encode("utf-16"), "sheet-encoding"),
        ("a.csv", b"\x00" * 100, "sheet-encoding"),
        ("a.csv", b'a,"b\n', "sheet-csv"),
        ("a.csv", b'a,"b"c\n', "sheet-csv"),
        ("a.csv", b"a," + b"x" * 200_000, "sheet-csv"),
        ("a.csv", b"a\n" * 20_001, "sheet-rows"),
        ("a.csv", b"," * 200, "sheet-columns"),
        ("a.csv", b"," * (8 * 1024 * 1024 + 1), "file-large"),
    ],
)
def test_what_is_no_table(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert refused(tmp_path / name) == code


def test_no_file_and_no_regular_file(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.csv") == "file-missing"
    assert refused(tmp_path) in {"sheet-kind", "not-a-file"}


def test_macros_are_refused(tmp_path: Path) -> None:
    path = rezipped(xlsx(tmp_path / "a.xlsx"), lambda parts: parts.update({"xl/vbaProject.bin": b"x"}))
    assert refused(path) == "sheet-macro"


def bomb(parts: dict[str, bytes]) -> None:
    parts["xl/media/a.bin"] = b"\0" * (20 * 1024 * 1024)


def many(parts: dict[str, bytes]) -> None:
    parts.update({f"xl/media/{n}": b"" for n in range(2001)})


def laughs(parts: dict[str, bytes]) -> None:
    entity = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>'
    parts[SHEET] = entity + b"<worksheet>&c;</worksheet>"


def deep(parts: dict[str, bytes]) -> None:
    parts["xl/styles.xml"] = b"<a>" * 5000 + b"</a>" * 5000


def styles(parts: dict[str, bytes]) -> None:
    parts["xl/styles.xml"] = b"<a>" + b"<xf/>" * 50_001 + b"</a>"


def far_down(parts: dict[str, bytes]) -> None:
    parts[SHEET] = parts[SHEET].replace(b'<row r="1"', b'<row r="1048576"')


def merged_throughout(parts: dict[str, bytes]) -> None:
    merges = b'<mergeCell ref="A1:XFD1048576"/>' * 2
    parts[SHEET] = parts[SHEET].replace(
        b"</sheetData>", b"</sheetData><mergeCells>" + merges + b"</mergeCells>"
    )


def far_out(parts: dict[str, bytes]) -> None:
    parts[SHEET] = parts[SHEET].replace(b'<c r="A1"', b'<c r="XFD1"')


def cut(parts: dict[str, bytes]) -> None:
    parts[SHEET] = parts[SHEET][:-30]


def no_workbook(parts: dict[str, bytes]) -> None:
    del parts["xl/workbook.xml"]


def no_style(parts: dict[str, bytes]) -> None:
    parts[SHEET] = parts[SHEET].replace(b'<c r="B2"', b'<c r="B2" s="999"')


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (bomb, "sheet-bomb"),
        (many, "sheet-bomb"),
        (laughs, "sheet-broken"),
        (deep, "sheet-bomb"),
        (styles, "sheet-bomb"),
        (far_down, "sheet-rows"),
        (merged_throughout, "sheet-bomb"),
        (far_out, "sheet-columns"),
        (cut, "sheet-broken"),
        (no_workbook, "sheet-broken"),
        (no_style, "sheet-broken"),
    ],
)
def test_unsafe_and_broken_workbooks(
    tmp_path: Path, change: Callable[[dict[str, bytes]], None], code: str
) -> None:
    assert refused(rezipped(xlsx(tmp_path / "a.xlsx", HEADINGS, ["x", 1]), change)) == code


def test_an_encrypted_part_is_refused(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    raw = bytearray(out.getvalue())
    raw[raw.rindex(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "a.xlsx").write_bytes(raw)
    assert refused(tmp_path / "a.xlsx") == "sheet-password"


def test_a_file_is_refused_by_its_size_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as stream:
        stream.truncate(2 * 1024**3)
    monkeypatch.setattr(Path, "open", lambda *_, **__: pytest.fail("it was opened"))
    assert refused(path) == "file-large"
