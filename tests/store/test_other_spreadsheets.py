"""ods and xls: read with what holds for xlsx as far as they tell it, or how to save them is said."""

import base64
import io
import sys
import zipfile
import zlib
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from test_spreadsheets import refused

from support import Run
from tables import ASKED, NOVEMBER, SCIENCE, said, tables_workspace
from tracker.store.spreadsheets import read_spreadsheet

# A workbook of 进展表 with merged cells and a hidden sheet, as an old program writes it.
XLS = zlib.decompress(
    base64.b85decode(
        "c-rk)O-NKx6#nj=8E2GHpQeEZCPIIvh_s17$AWUzXkkB;V2(35VQLI5vZyQ*gbIT;CAAQ2(Z+1ke^EOZfl-Sf3C2QNv?(ZPp}x*J"
        "^InWLkpm?d?;Gy9=bU@bz31M0?$5lJ6M6CBJH=C2fLgdPXJ#TJNv9}f+JXTpH%(^k+(*fDu&j{jqlL`y;8FGqFRvl5_Y^e7+|P*u"
        "?<qCoD1zNxk<ul^Hu0fVu@5!MO|hqOol*{p#IJmzZ9-QFy)AVg3#}8)C80G`H?9s~A`mR!Y{l_@T_$BYL>2Cd&0En_qY&d9$7e39"
        "L|qTI#tye0S!M+#Za+pqOIjc4io{sX#Z6=ZJ%q~6&dP8&jsjZl5qvXCfv@(yepc$}msYPp`tS4g-rwkbw1^A!SF{`Gg?UJEF!#fc"
        "1~->z6&<J+`D6x1hE^XV(SaH4<*<<Cf|?xM(;OY3{pD@*Mzfnf_YhlkYWTv%gGPv&n~tn*_d$(C3R@-z<B^BKE$ynIIOv7y4OO-K"
        "n*2>hXe4;!Dh1#1EWRG(I5FlOC)u*e{6xdZ6+Tb4nn9zPx%K7M&QN2ZMKrx~g(NPTH9RVqILj7foFgSNF!CEH7mJNT&q=GRgfA9a"
        "K>L95wT*=qv!hSyoR`wI)Xyft>%h7sem(L1pLX3Z>HiSeK>TR^)QN)8H-TZ4(Zv@gd;ayILRF}tYm5g0J6G0`^iF8eFUONl8<y{;"
        "b(`j5mNz6JPv}#Tcy@SxxV}nJUrBwY3CW(#grrGwS-t5L)>^E27N3Z}Y&|5$>Cm{gdUd6+bBUdY=xNOo+fBOJXCFyg+L{)sMb=hy"
        "YSij{+!e7d=_#=kv7&y`<r*t0WvuW#$*dyPtU7Suz<~n?4jlXeN*-y6CpAB!Jk~?ZYkk+5r8MV!Ci!o%8{PCfMt>={ql@wwdeVxY"
        "mGCILEwxA+`+Ff{AN3wX2SVaUN80gA4{4P=o<$oPe{Tz=+y7iTe*WYBe*oq88B_"
    )
)
NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)
TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
EMPTY = "<table:table-cell/>"
ROW = "<table:table-row>"


def text(content: str, **spans: int) -> str:
    more = "".join(f' table:number-{name.replace("_", "-")}="{count}"' for name, count in spans.items())
    return f'<table:table-cell office:value-type="string"{more}><text:p>{content}</text:p></table:table-cell>'


def number(value: str, kind: str = "float") -> str:
    return f'<table:table-cell office:value-type="{kind}" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'


def ods(path: Path, *rows: str, columns: str = "", **parts: str) -> Path:
    body = "".join(
        row if row.startswith("<table:table-row") else f"{ROW}{row}</table:table-row>" for row in rows
    )
    content = (
        f'<office:document-content {NAMES}><office:body><office:spreadsheet><table:table table:name="表1">'
    )
    content += f"{columns}{body}</table:table></office:spreadsheet></office:body></office:document-content>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", TYPE, zipfile.ZIP_STORED)
        for name, part in {"content.xml": content, "META-INF/manifest.xml": "<a/>", **parts}.items():
            archive.writestr(name, part)
    return path


def row(attributes: str, *cells: str) -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


HEAD = text("指标名称") + text("累计完成") + text("日期")


def test_what_stands_in_an_xls(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(XLS)
    shown, hidden = read_spreadsheet(tmp_path / "a.xls").sheets
    assert [[cell.value for cell in one.cells] for one in shown.rows[2:]] == [
        ["新引进无人机企业", 38, date(2024, 11, 10)],
        ["技术合同成交额", Decimal("3.1"), date(2024, 11, 10)],
    ]
    assert (shown.rows[3].cells[2].anchor, shown.hidden, hidden.hidden) == ((3, 3), False, True)


def test_an_xls_is_always_shown_since_it_tells_not_all(tmp_path: Path, tracker: Run) -> None:
    root = tables_workspace(tmp_path)
    (root / "a.xls").write_bytes(XLS)
    assert tracker("import", "a.xls", "--by", SCIENCE, "--yes", cwd=root).code == 0
    assert said(root) == {(NOVEMBER, SCIENCE): ["firms 38", "deals 3.1"]}
    again = tracker("import", "a.xls", "--by", SCIENCE, "--again", cwd=root)
    assert (again.code, ASKED in again.out, "a.xls 的格式里读不出" in again.out) == (1, True, True)


def test_an_ods_tells_merges_percentages_and_what_is_hidden(tmp_path: Path) -> None:
    path = ods(
        tmp_path / "a.ods",
        HEAD,
        text("甲", rows_spanned=2) + number("0.575", "percentage") + number("3", "currency"),
        "<table:covered-table-cell/>" + number("0.1"),
        row('table:visibility="filter"', text("乙"), number("38")),
        row(
            'table:number-rows-repeated="1048570"',
            '<table:table-cell table:number-columns-repeated="16384"/>',
        ),
        columns='<table:table-column/><table:table-column table:visibility="collapse"/>',
    )
    (sheet,) = read_spreadsheet(path).sheets
    one, two, three = sheet.rows[1:]
    assert [(cell.value, cell.number_format) for cell in one.cells[1:3]] == [
        (Decimal("0.575"), "0%"),
        (3, "¥0"),
    ]
    assert (two.cells[0].value, two.cells[0].anchor, two.cells[1].value) == ("甲", (2, 1), Decimal("0.1"))
    assert (three.hidden, sorted(sheet.hidden_columns)) == (True, [2])


def test_an_ods_is_imported_like_any_table(tmp_path: Path, tracker: Run) -> None:
    root = tables_workspace(tmp_path)
    ods(root / "a.ods", HEAD, text("农村自来水普及率") + number("0.925", "percentage") + text("11月10日"))
    assert tracker("import", "a.ods", "--by", SCIENCE, "--yes", cwd=root).code == 0
    assert said(root) == {(NOVEMBER, SCIENCE): ["water 92.5"]}
    assert tracker("import", "a.ods", "--by", SCIENCE, "--again", cwd=root).code == 0


MANY = 'table:number-rows-repeated="1000000"'


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([row(MANY, text("x"))], "sheet-rows"),
        ([row(MANY, EMPTY), text("x")], "sheet-rows"),
        ([row(MANY, "<table:table-cell><text:p>x</text:p></table:table-cell>")], "sheet-rows"),
        ([text("x", columns_repeated=1000)], "sheet-columns"),
        (['<table:table-cell table:number-columns-repeated="16000"/>' + text("x")], "sheet-columns"),
        ([row('table:number-rows-repeated="15000"', text("x", columns_repeated=100))], "sheet-bomb"),
        ([text("x", rows_spanned=20000, columns_spanned=200)], "sheet-bomb"),
    ],
)
def test_an_ods_that_would_fill_the_memory_is_refused(tmp_path: Path, rows: list[str], code: str) -> None:
    assert refused(ods(tmp_path / "a.ods", *rows)) == code


def test_macros_and_passwords(tmp_path: Path) -> None:
    assert refused(ods(tmp_path / "a.ods", HEAD, **{"Basic/Standard/a.xml": "x"})) == "sheet-macro"
    for mark, code in (("_VBA_PROJECT", "sheet-macro"), ("EncryptedPackage", "sheet-password")):
        (tmp_path / "a.xls").write_bytes(XLS + mark.encode("utf-16-le"))
        assert refused(tmp_path / "a.xls") == code


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xls", b"<html><table><tr><td>1</td></tr></table></html>"),
        ("a.et", b"text"),
        ("a.ods", b"text"),
        ("a.xlsb", b"PK\x03\x04"),
        ("a.xls", XLS[:600]),
    ],
)
def test_what_only_has_such_a_name_is_not_called_damaged(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert refused(tmp_path / name) == "sheet-old"


def test_an_xlsx_under_an_old_name_is_read(tmp_path: Path) -> None:
    stream = io.BytesIO()
    openpyxl.Workbook().save(stream)
    (tmp_path / "a.xls").write_bytes(stream.getvalue())
    assert read_spreadsheet(tmp_path / "a.xls").bare is False


def test_without_the_reader_it_is_said_how_to_save(
    tmp_path: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tables_workspace(tmp_path)
    (root / "a.xls").write_bytes(XLS)
    ods(root / "b.ods", HEAD)
    monkeypatch.delitem(sys.modules, "tracker.store.calamine", raising=False)
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    found = tracker("import", "a.xls", "b.ods", cwd=root)
    assert (found.code, found.err.count("另存为 .xlsx"), "损坏" in found.err) == (1, 2, False)
    assert "indicator-tracker[ods]" in found.err
