"""Whether an xlsx file is safe to open: seen as a zip and as XML before a library builds anything of it."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

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
_CHUNK = 64 * 1024
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError)


def has_formulas(raw: bytes) -> bool:
    """Check the file; returns whether any sheet of it holds a formula.

    Raises UnreadableError for macros, for what is too large unpacked, and for what is no workbook.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = _parts(archive, len(raw))
            scan = _Scan()
            for part in parts:
                scan.part(_chunks(archive, part), part.filename)
            return scan.formulas
    except _BROKEN as error:
        raise UnreadableError("sheet-broken", reason=str(error) or type(error).__name__) from None


def _parts(archive: zipfile.ZipFile, packed: int) -> list[zipfile.ZipInfo]:
    """The XML parts of the workbook, once the whole is known to be of a bearable size."""
    infos = archive.infolist()
    names = {info.filename for info in infos}
    if any(
        name.lower().endswith(("vbaproject.bin", ".xlm")) or "macrosheets" in name.lower() for name in names
    ):
        raise UnreadableError("sheet-macro")
    size = sum(info.file_size for info in infos)
    if len(infos) > ENTRIES or len(names) < len(infos) or size > LARGEST or size > RATIO * max(packed, 1):
        raise UnreadableError("sheet-bomb", limit=LARGEST // MEBIBYTE)
    if any(info.flag_bits & 1 for info in infos):
        raise UnreadableError("sheet-old")
    if not any(name.lower().endswith("workbook.xml") for name in names):
        raise UnreadableError("sheet-broken", reason="workbook.xml")
    return [info for info in infos if info.filename.lower().endswith((".xml", ".rels"))]


def _chunks(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(info) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


class _Scan:
    """Counts what the parts hold; expat builds nothing, so this needs no memory."""

    def __init__(self) -> None:
        self.formulas = False
        self._elements = self._here = self._depth = self._most = 0

    def part(self, chunks: Iterator[bytes], name: str) -> None:
        """One part; UnreadableError where it is more than a sheet of figures can be."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._doctype
        held_whole = "/worksheets/" not in name and not name.endswith("sharedStrings.xml")
        self._here, self._depth = 0, 0
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
        if local == "f":
            self.formulas = True
        elif local == "row":
            _bounded_row(attributes.get("r", ""))
        elif local == "c":
            _bounded_cell(attributes.get("r", ""))

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
    column = 0
    for letter in name[:4].upper():
        column = 26 * column + ord(letter) - ord("A") + 1
    if column > COLUMNS:
        raise UnreadableError("sheet-columns", limit=COLUMNS)
    _bounded_row(reference[len(name) :])
