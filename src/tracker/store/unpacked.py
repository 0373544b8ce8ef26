"""An xlsx file as a zip of XML, before a library builds anything of it: is it safe, and how is it laid out.

Which cells are merged and what is hidden is not told by openpyxl while it reads row by row.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from tracker.model.worksheet import Merge
from tracker.store.files import MEBIBYTE, UnreadableError

LARGEST = 64 * MEBIBYTE
RATIO = 200
ENTRIES = 2000
ELEMENTS = 1_000_000
# Styles and shared strings are held whole, and each of their elements costs far more than its text.
STYLES = 50_000
DEEPEST = 100
ROWS = 20_000
COLUMNS = 200
_MACRO = re.compile(r"vbaproject\.bin$|\.xlm$|macrosheets|^(basic|scripts)/", re.IGNORECASE)
_CHUNK = 64 * 1024
_RANGE = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6}):\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError)


@dataclass(slots=True)
class SheetStructure:
    """The merged cells of a sheet, and the numbers of its hidden rows and columns."""

    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Inspection:
    """Whether any sheet holds a formula, and the structure of each sheet by its name."""

    formulas: bool
    structures: dict[str, SheetStructure]


def inspected(raw: bytes) -> Inspection:
    """Look through the whole file.

    Raises UnreadableError for macros, for what is too large unpacked, and for what is no workbook.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = _parts(archive, len(raw))
            scan = _Scan()
            for part in parts:
                scan.part(chunks_of(archive, part), part.filename)
            return Inspection(scan.formulas, scan.structures)
    except BROKEN as error:
        raise UnreadableError("sheet-broken", reason=str(error) or type(error).__name__) from None


def _parts(archive: zipfile.ZipFile, packed: int) -> list[zipfile.ZipInfo]:
    """The XML parts of the workbook, once the whole is known to be of a bearable size."""
    infos = bounded_infos(archive, packed)
    if not any(info.filename.lower().endswith("workbook.xml") for info in infos):
        raise UnreadableError("sheet-broken", reason="workbook.xml")
    return [info for info in infos if info.filename.lower().endswith((".xml", ".rels"))]


def bounded_infos(archive: zipfile.ZipFile, packed: int) -> list[zipfile.ZipInfo]:
    """What is in an archive of `packed` bytes.

    Raises UnreadableError for macros, for a password, and for what is too large unpacked.
    """
    infos = archive.infolist()
    names = {info.filename for info in infos}
    if any(_MACRO.search(name) for name in names):
        raise UnreadableError("sheet-macro")
    size = sum(info.file_size for info in infos)
    if len(infos) > ENTRIES or len(names) < len(infos) or size > LARGEST or size > RATIO * max(packed, 1):
        raise UnreadableError("sheet-bomb", limit=LARGEST // MEBIBYTE)
    if any(info.flag_bits & 1 for info in infos):
        raise UnreadableError("sheet-password")
    return infos


def chunks_of(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """The content of a part, piece by piece."""
    with archive.open(info) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


class _Scan:
    """Counts what the parts hold, and notes merges and what is hidden; expat builds nothing of it."""

    def __init__(self) -> None:
        self.formulas = False
        self._elements = self._here = self._depth = self._most = 0
        self._merged = self._row = 0
        self._name = ""
        self._parts: dict[str, SheetStructure] = {}  # by the part's name
        self._sheets: dict[str, str] = {}  # each sheet's name by its relationship
        self._targets: dict[str, str] = {}  # each part's name by its relationship

    @property
    def structures(self) -> dict[str, SheetStructure]:
        """The structure of each sheet by its name."""
        return {
            name: self._parts[self._targets[key]]
            for key, name in self._sheets.items()
            if self._targets.get(key) in self._parts
        }

    def part(self, chunks: Iterator[bytes], name: str) -> None:
        """One part; UnreadableError where it is more than a sheet of figures can be."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._doctype
        held_whole = "/worksheets/" not in name and not name.endswith("sharedStrings.xml")
        self._here, self._depth, self._row, self._name = 0, 0, 0, name
        self._most = STYLES if held_whole else ELEMENTS
        try:
            for chunk in chunks:
                parser.Parse(chunk, False)  # noqa: FBT003 - the library's signature
            parser.Parse(b"", True)  # noqa: FBT003 - the library's signature
        except expat.ExpatError as error:
            raise UnreadableError("sheet-broken", reason=f"{name}: {error}") from None

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        self._here += 1
        self._depth += 1
        if self._here > self._most or self._elements > ELEMENTS or self._depth > DEEPEST:
            raise UnreadableError("sheet-bomb", limit=LARGEST // MEBIBYTE)
        local = tag.rpartition(":")[2]
        match local:
            case "f":
                self.formulas = True
            case "row":
                self._take_row(attributes)
            case "c":
                _bounded_cell(attributes.get("r", ""))
            case "col" if _is_hidden(attributes, "width"):
                first, last = int(attributes.get("min", "1")), min(int(attributes.get("max", "1")), COLUMNS)
                self._structure.hidden_columns.update(range(first, last + 1))
            case "mergeCell":
                self._take_merge(attributes.get("ref", ""))
            case "worksheet":
                self._parts.setdefault(self._name, SheetStructure())
            case "sheet" if "name" in attributes:
                key = next((value for name, value in attributes.items() if name.endswith(":id")), "")
                self._sheets[key] = attributes["name"]
            case "Relationship" if self._name.endswith("workbook.xml.rels"):
                folder = posixpath.dirname(posixpath.dirname(self._name))
                target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
                self._targets[attributes.get("Id", "")] = target.lstrip("/")

    @property
    def _structure(self) -> SheetStructure:
        """That of the part at hand."""
        return self._parts.setdefault(self._name, SheetStructure())

    def _take_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", "")
        _bounded_row(number)
        self._row = int(number) if number.isdigit() else self._row + 1
        if _is_hidden(attributes, "ht"):
            self._structure.hidden_rows.add(self._row)

    def _take_merge(self, reference: str) -> None:
        corners = _RANGE.fullmatch(reference)
        if not corners:
            return
        left, top, right, bottom = corners.groups()
        merge = (int(top), min(int(bottom), ROWS), _column(left), min(_column(right), COLUMNS))
        self._merged += max(merge[1] - merge[0] + 1, 0) * max(merge[3] - merge[2] + 1, 0)
        if self._merged > ELEMENTS:
            raise UnreadableError("sheet-bomb", limit=LARGEST // MEBIBYTE)
        self._structure.merges.append(merge)

    def _end(self, _tag: str) -> None:
        self._depth -= 1

    def _doctype(self, *_: object) -> None:
        raise UnreadableError("sheet-broken", reason="DOCTYPE")


def _bounded_row(number: str) -> None:
    if number.isdigit() and (len(number) > len(str(ROWS)) + 2 or int(number) > ROWS):
        raise UnreadableError("sheet-rows", limit=ROWS)


def _bounded_cell(reference: str) -> None:
    """A cell far out makes a reader fill in all that lie before it."""
    name = reference.rstrip("0123456789")
    if _column(name[:4]) > COLUMNS:
        raise UnreadableError("sheet-columns", limit=COLUMNS)
    _bounded_row(reference[len(name) :])


def _column(letters: str) -> int:
    column = 0
    for letter in letters.upper():
        column = 26 * column + ord(letter) - ord("A") + 1
    return column


def _is_hidden(attributes: dict[str, str], size: str) -> bool:
    """Whether a row or column is hidden, filtered out, or of no size."""
    return attributes.get("hidden") in {"1", "true"} or attributes.get(size) in {"0", "0.0"}
