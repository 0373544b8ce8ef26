"""A paper as a Word file, laid out after GB/T 9704-2012, by python-docx (an extra)."""

import zipfile
from io import BytesIO

from docx import Document
from markdown_it.tree import SyntaxTreeNode

from tracker.formats.paper import Paper
from tracker.formats.paper.docx_blocks import Composer
from tracker.formats.paper.docx_page import number_pages, portrait, settle
from tracker.formats.paper.docx_parts import stretches
from tracker.formats.paper.docx_styles import dress, font_table
from tracker.formats.paper.parse import parser
from tracker.words import Words

# Zip files keep a time for each file in them; the earliest there is says nothing, and is always the same.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_FONT_TABLE = "word/fontTable.xml"
_THUMBNAIL = "thumbnail"  # of the library's own template


def render(paper: Paper, words: Words) -> bytes:
    """The Word file; of the same paper the same bytes.

    Raises ModuleNotFoundError where there are charts and matplotlib is not installed, and TrackerError
    `no-cjk-font` where they cannot be written.
    """
    document = Document()
    dress(document, words)
    settle(document, paper.title, words)
    portrait(document.sections[0])
    number_pages(document.sections[0])
    composer = Composer(document, paper, words)
    for stretch in stretches(SyntaxTreeNode(parser().parse(paper.markdown)), words):
        composer.stretch(stretch)
    package = document.part.package
    for key in [key for key, link in package.rels.items() if link.reltype.endswith(_THUMBNAIL)]:
        del package.rels[key]
    content = BytesIO()
    document.save(content)
    return _timeless(content, {_FONT_TABLE: font_table(words)})


def _timeless(content: BytesIO, instead: dict[str, bytes]) -> bytes:
    """The same files packed without times, some of them with other contents."""
    packed = BytesIO()
    with zipfile.ZipFile(content) as given, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every system
            made.writestr(entry, instead.get(name, given.read(name)))
    return packed.getvalue()
