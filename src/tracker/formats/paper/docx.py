"""A paper as a Word file by python-docx (an extra): the text of the paper in the styles of a Word template.

The template, templates/paper.<language>.docx, holds all that is looks: styles, fonts and what replaces those
that are not installed, paper, margins, page numbers. The package's own follow GB/T 9704-2012.
"""

import zipfile
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError

from tracker.formats.packing import timeless
from tracker.formats.paper import Paper
from tracker.formats.paper.docx_body import STYLES, Composer
from tracker.formats.paper.reading import sheets_of
from tracker.problems import ExitCode, TrackerError
from tracker.words import Words

_LARGEST = 64 * 2**20  # bytes of a workspace's own template, unpacked
_BROKEN = (PackageNotFoundError, BadZipFile, SyntaxError, AttributeError, LookupError, ValueError, OSError)


def render(paper: Paper, words: Words) -> bytes:
    """The Word file; of the same paper the same bytes.

    Raises ModuleNotFoundError where there are charts and resvg is not installed, TrackerError `no-cjk-font`
    where they cannot be written, and TrackerError (usage) for a template of the workspace that is no use.
    """
    document = _template(f"paper.{words.language}.docx", paper.workspace)
    document.core_properties.title = paper.title
    Composer(document, words).write(sheets_of(paper, words))
    content = BytesIO()
    document.save(content)
    return timeless(content)


def _template(name: str, workspace: Path | None) -> WordDocument:
    """The Word template: the workspace's own where it has one, else the package's."""
    own = workspace / "templates" / name if workspace else None
    if workspace is None or own is None or not own.is_file():
        return Document(BytesIO((files("tracker.formats") / "templates" / name).read_bytes()))
    file = f"templates/{name}"
    if not own.resolve().is_relative_to(workspace.resolve()):
        raise TrackerError("template-outside", ExitCode.USAGE, file=file)
    try:
        with zipfile.ZipFile(own) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > _LARGEST:
                raise BadZipFile(f"> {_LARGEST} B")
        document = Document(str(own))
        _empty(document)
    except _BROKEN as error:
        raise TrackerError("template-no-word", ExitCode.USAGE, file=file, reason=str(error)) from None
    missing = tuple(style for style in STYLES if style not in document.styles)
    if missing:
        raise TrackerError("template-styles", ExitCode.USAGE, file=file, styles=missing)
    return document


def _empty(document: WordDocument) -> None:
    """Take everything out of a document but its looks; its pages become those of its first section."""
    body, page = document.element.body, document.sections[0]._sectPr  # noqa: SLF001 - no other way to pages
    for element in list(body):
        body.remove(element)
    body.append(page)
    for key, link in list(document.part.rels.items()):
        if link.reltype in {RELATIONSHIP_TYPE.IMAGE, RELATIONSHIP_TYPE.HYPERLINK}:
            del document.part.rels[key]
