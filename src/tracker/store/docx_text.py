"""The text of a Word file, paragraph by paragraph and table by table, by python-docx."""

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from tracker.store.docx_numbers import Numbers
from tracker.store.files import MEBIBYTE, UnreadableError

LARGEST = 64 * MEBIBYTE
_CELLS = 20_000
_LEVELS = frozenset("123456789")


def text_of(raw: bytes) -> str:
    """Its paragraphs as lines, numbered as Word does; headings with #, tables with | between cells.

    Raises UnreadableError where it is broken or too large unpacked.
    """
    try:
        _refuse_large(raw)
        return "\n".join(_lines(docx.Document(io.BytesIO(raw)))) + "\n"
    except UnreadableError:
        raise
    except Exception as error:  # noqa: BLE001 - a broken file makes the library raise anything
        raise UnreadableError("word-broken", reason=f"{type(error).__name__}: {error}") from None


def _refuse_large(raw: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        if sum(info.file_size for info in archive.infolist()) > LARGEST:
            raise UnreadableError("file-large", limit=LARGEST // MEBIBYTE)


def _lines(document: Document) -> Iterator[str]:
    # The library looks through all styles for that of each paragraph.
    levels = {style.style_id: _level(style.name or "") for style in document.styles}
    numbers = Numbers(document)
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            text, level = numbers.before(block) + block.text, levels.get(block._p.style or "", 0)  # noqa: SLF001 - the style's id
            yield f"{'#' * level} {text}" if level and block.text.strip() else text
        else:
            yield from _rows(block)


def _level(style: str) -> int:
    """How deep the headings of a style of this name are; 0 where they are none."""
    last = style.rpartition(" ")[2]
    return int(last) if style.startswith("Heading") and last in _LEVELS else 0


def _rows(table: Table) -> Iterator[str]:
    if len(table.rows) * len(table.columns) > _CELLS:
        raise UnreadableError("file-large", limit=LARGEST // MEBIBYTE)
    for row in table.rows:
        yield "| " + " | ".join("".join(cell.text.split()) for cell in row.cells) + " |"
