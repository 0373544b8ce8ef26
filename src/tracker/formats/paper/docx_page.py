"""The pages of a Word file: paper, margins, grid, page numbers, and what the file says of itself."""

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Length, Mm, Twips
from docx.text.paragraph import Paragraph

from tracker.words import Words

# GB/T 9704-2012, 5.2: A4, 37 mm above, 28 mm at the binding edge, a text area of 156 by 225 mm with 22 lines
# of 28 characters.
TEXT_WIDTH, TEXT_WIDTH_ACROSS = 8_844, 12_757  # twips: 156 mm upright, 225 mm across
TEXT_HEIGHT, TEXT_HEIGHT_ACROSS = Mm(225), Mm(156)
LINE = 579  # twips, 225 mm / 22
_AROUND = Mm(32)  # above and below a picture: the number and title of an annex, and the picture's own name


def portrait(section: Section) -> None:
    """Upright pages."""
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(15), Mm(25)
    _grid(section)


def landscape(section: Section) -> None:
    """Pages across, turned so that the head of a table lies at the binding edge (GB/T 9704-2012, 8)."""
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.top_margin, section.bottom_margin = Mm(28), Mm(26)
    section.left_margin, section.right_margin = Mm(35), Mm(37)
    section.header_distance, section.footer_distance = Mm(15), Mm(16)
    _grid(section)


def _grid(section: Section) -> None:
    properties = section._sectPr  # noqa: SLF001 - the library has no other way to the grid
    for grid in properties.findall(qn("w:docGrid")):
        properties.remove(grid)
    # Lines alone: programs do not agree on grids of characters. The styles set 28 characters to a line.
    properties.append(parse_xml(f'<w:docGrid {nsdecls("w")} w:type="lines" w:linePitch="{LINE}"/>'))


def new_section(document: Document, *, across: bool) -> None:
    """Begin a section on a new page; the one before ends with the last paragraph there is."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    (landscape if across else portrait)(section)
    ending = document.element.body.findall(qn("w:p"))[-1]
    before = ending.getprevious()
    if before is not None and before.tag == qn("w:p"):
        before.get_or_add_pPr().append(ending.pPr.find(qn("w:sectPr")))
        document.element.body.remove(ending)
    else:
        vanish(Paragraph(ending, document._body))  # noqa: SLF001 - the parent of all paragraphs


def vanish(paragraph: Paragraph) -> None:
    """Make a paragraph that has to be there as good as invisible: a point high."""
    paragraph.paragraph_format.line_spacing = Twips(20)
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - the mark of a paragraph has no other way
    mark = f'<w:rPr {nsdecls("w")}><w:sz w:val="2"/></w:rPr>'
    after = properties.find(qn("w:sectPr"))
    (properties.append if after is None else after.addprevious)(parse_xml(mark))


def number_pages(section: Section) -> None:
    """— 1 — at the outer edge: odd pages right, even pages left; later sections go on with it."""
    for footer, side, indent in (
        (section.footer, "right", "w:rightChars"),
        (section.even_page_footer, "left", "w:leftChars"),
    ):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.style = "Footer"
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - indents in characters have no other way
        properties.append(parse_xml(f'<w:ind {nsdecls("w")} {indent}="100"/>'))
        properties.append(parse_xml(f'<w:jc {nsdecls("w")} w:val="{side}"/>'))
        paragraph.add_run("— ")
        field = f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        paragraph._p.append(parse_xml(field))  # noqa: SLF001 - nor have fields
        paragraph.add_run(" —")


def settle(document: Document, title: str, words: Words) -> None:
    """What holds for the whole file, and what it says of itself: nothing that changes from run to run."""
    document.settings.odd_and_even_pages_header_footer = True
    settings = document.settings.element
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    properties = document.core_properties
    properties.title = title
    properties.language = "en-GB" if words.language == "en" else "zh-CN"
    properties.author = properties.comments = ""
    for part in document.part.package.iter_parts():
        if part.partname == "/docProps/core.xml":
            _drop_times(part.element)


def _drop_times(properties: BaseOxmlElement) -> None:
    for name in ("dcterms:created", "dcterms:modified"):
        for time in properties.findall(qn(name)):
            properties.remove(time)


def height_of(*, across: bool) -> Length:
    """How high a picture may be to stand on one page with what belongs to it."""
    return Length((TEXT_HEIGHT_ACROSS if across else TEXT_HEIGHT) - _AROUND)
