"""Many spreadsheets, sound and damaged: no traceback, no hang, bounded memory, and nothing written on refusal.

A few dozen in every run; 2,000 with TRACKER_STRESS=1.
"""

import csv
import io
import random
import resource
import signal
import string
import zipfile
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from types import FrameType
from typing import Any

import openpyxl

from support import Run, Tally, document, target, times, write_workspace

COUNT = times(40, 2000)
SECONDS = 20
MEMORY = 500 * 1024  # KiB
TARGETS = [target(id=f"t{n}", name=f"指标{n}") for n in range(1, 13)]
TARGETS += [target(id="money", name="金额", unit="亿元", target={"more_than": "3.5"})]
TARGETS += [target(id="rate", name="比率", kind="share", unit="%", target={"at_least": "90"})]
HEADINGS = ["指标id", "编号", "指标", "单位", "本次累计数", "数据日期", "备注", "报送单位"]
DAY = datetime(2024, 8, 10)  # noqa: DTZ001 - cells know no zone
ODD: list[object] = [
    None, "", " ", 0, -1, 23, 10**20, 2.95, 0.1 + 0.2, 1e300, 1e-300, True, "23家", "３．５亿元", "1,359.59",
    "1,35", "3.5.1", "约40", "57.5%", "=1+1", "=1/0", "#DIV/0!", "@SUM(A1)", "+1", DAY, DAY.date(), DAY.time(),
    "2024-08-10", "2024年8月10日", "8月10日", "10/8/2024", 45514, "t1", "1.1", 1.1, "指标1", "x" * 3000, "😀",
    "\u202e", "行\n行", "'", '"', "none", "money", "亿元", "家", "%", "‰", "甲", Decimal("0.575"),
]  # fmt: skip
FORMATS = [
    "General",
    "0%",
    "0.0%",
    "@",
    "yyyy-mm-dd",
    '0"家"',
    "#,##0,",
    "0!.0,",
    "¥0.00",
    '[Red]0;"x"0',
    ";;;",
]


def table(chance: random.Random) -> list[list[object]]:
    """A table that a unit may have sent: half of them sound, in the others some cells are not as they should be."""
    odd = chance.choice([0, 0, 0.02, 0.1])
    headings: list[object] = [*HEADINGS]
    rows: list[list[object]] = [["标题"]] * chance.randrange(3)
    rows.append([chance.choice(ODD) if chance.random() < odd / 4 else heading for heading in headings])
    for n in range(1, chance.randrange(2, 13)):
        total = chance.choice([n, f"{n}家", f"{n},000", None])
        row: list[object] = [
            f"t{n}",
            f"1.{n}",
            f"指标{n}",
            "家",
            total,
            DAY if total else None,
            None,
            "区科技局",
        ]
        rows.append([chance.choice(ODD) if chance.random() < odd else cell for cell in row])
    return rows


def make_xlsx(path: Path, chance: random.Random) -> None:
    book: Any = openpyxl.Workbook()
    for row in table(chance):
        book.active.append(row)
    for row in book.active:
        for cell in row:
            if chance.random() < 0.005:
                cell.number_format = chance.choice(FORMATS)
    for _ in range(chance.randrange(3)):
        book.create_sheet().append(["别的表"])
    book.save(path)


def make_csv(path: Path, chance: random.Random) -> None:
    out = io.StringIO()
    rows = ([cell.date() if isinstance(cell, datetime) else cell for cell in row] for row in table(chance))
    csv.writer(out, quoting=chance.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])).writerows(rows)
    encoding = chance.choice(["utf-8", "utf-8-sig", "gb18030", "utf-16"])
    path.write_bytes(out.getvalue().encode(encoding, "replace"))


def flip(raw: bytes, chance: random.Random) -> bytes:
    """Some bytes changed, cut out or doubled."""
    changed = bytearray(raw)
    for _ in range(chance.randrange(1, 20)):
        at = chance.randrange(len(changed) + 1)
        match chance.randrange(4):
            case 0:
                changed[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del changed[at : at + chance.randrange(200)]
            case 2:
                changed[at:at] = changed[at : at + chance.randrange(200)]
            case _:
                del changed[max(at, 10) :]
    return bytes(changed)


def mutate_parts(path: Path, chance: random.Random) -> None:
    """The XML inside damaged, in a zip that is whole."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name in chance.sample(sorted(parts), chance.randrange(1, 4)):
        match chance.randrange(6):
            case 0:
                parts[name] = flip(parts[name], chance)
            case 1:
                del parts[name]
            case 2:
                number = str(chance.choice([-1, 0, 10**6, 10**9, 10**30])).encode()
                parts[name] = parts[name].replace(
                    chance.choice([b'"1"', b'"2"', b'"0"']), b'"' + number + b'"'
                )
            case 3:
                parts[name] = parts[name].replace(
                    b"<v>", b"<v>" + chance.choice([b"x", b"1e400", b"nan", b"-"])
                )
            case 4:
                parts[name] += b" " * chance.choice([1, 10**6, 3 * 10**7])
            case _:
                letters = "".join(chance.choices(string.ascii_letters, k=3))
                parts[name] = parts[name].replace(b't="', f't="{letters}'.encode())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def make(folder: Path, number: int) -> Path:
    chance = random.Random(number)  # noqa: S311 - to be repeated, not to be secret
    if chance.random() < 0.3:
        path = folder / f"{number}.csv"
        make_csv(path, chance)
    else:
        path = folder / f"{number}.xlsx"
        make_xlsx(path, chance)
        if chance.random() < 0.4:
            mutate_parts(path, chance)
    if chance.random() < 0.2:
        path.write_bytes(flip(path.read_bytes(), chance))
    return path


def too_long(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError


def written(root: Path) -> set[str]:
    return {path.name for path in root.rglob("*") if path.is_file() and ".tracker" not in path.parts}


def test_generated_spreadsheets(tmp_path: Path, tracker: Run, tally: Tally) -> None:
    root = tmp_path / "workspace"
    root.mkdir()
    write_workspace(root, document(*TARGETS))
    folder = tmp_path / "files"
    folder.mkdir()
    codes: dict[int, int] = {}
    signal.signal(signal.SIGALRM, too_long)
    for number in range(COUNT):
        path = make(folder, number)
        before = written(root)
        signal.alarm(SECONDS)
        found = tracker("import", path, "--lang", "en", cwd=root)
        signal.alarm(0)
        codes[found.code] = codes.get(found.code, 0) + 1
        assert found.code in {0, 1}, (number, found.err)
        assert "Traceback" not in found.err
        assert "internal error" not in found.err, (number, found.err)
        if found.code:
            assert written(root) == before, number
            assert any(said in found.err for said in ("→", "--again", "--yes-to")), (number, found.err)
        for new in root.glob("progress/**/*.yaml"):
            new.unlink()
        path.unlink()
    assert codes.keys() == {0, 1}
    tally("spreadsheets, sound and damaged", COUNT)
    if COUNT > 1000:
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < MEMORY
