"""The blocks of a paper as paragraphs, tables and pictures of a Word file."""

from importlib import import_module
from io import BytesIO
from urllib.parse import unquote

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Length, Mm, Twips
from docx.text.paragraph import Paragraph
from markdown_it.tree import SyntaxTreeNode

from tracker.formats.paper import Paper
from tracker.formats.paper.docx_headings import title_lines
from tracker.formats.paper.docx_page import (
    LINE,
    TEXT_WIDTH,
    TEXT_WIDTH_ACROSS,
    height_of,
    new_section,
    vanish,
)
from tracker.formats.paper.docx_parts import Stretch
from tracker.formats.paper.docx_runs import plain, write
from tracker.formats.paper.docx_styles import looks
from tracker.formats.paper.docx_tables import add_table
from tracker.words import Words, printable

_PICTURES = "tracker.formats.paper.pictures"  # needs an extra, and only where there are charts
_CHART = "chart:"
_HEADINGS = {"h1": "Title", "h2": "Heading 1", "h3": "Heading 2"}
_DEEPER = "Heading 3"
_BULLET = "• "


class Composer:
    """Writes block after block; knows on what page it is and whether a new one is due."""

    def __init__(self, document: Document, paper: Paper, words: Words) -> None:
        self.document = document
        self.paper = paper
        self.words = words
        self.across = False
        self.break_due = False
        self.started = False
        self.in_head = True  # before the first heading below the title
        self.last: SyntaxTreeNode | None = None  # the block before this one
        self.writers = {
            "heading": self.heading,
            "paragraph": self.paragraph,
            "table": self.table,
            "bullet_list": self.listing,
            "ordered_list": self.listing,
            "blockquote": lambda node: self.children(node, "Quote"),
            "container_right": lambda node: self.children(node, side=WD_ALIGN_PARAGRAPH.RIGHT),
            "container_center": self.centred,
            "footnote_block": self.notes,
            "fence": self.verbatim,
            "code_block": self.verbatim,
        }

    def stretch(self, stretch: Stretch) -> None:
        """Write blocks that follow one another on pages of one orientation."""
        if stretch.landscape != self.across and self.started:
            new_section(self.document, across=stretch.landscape)
            self.across = stretch.landscape
        else:
            self.break_due = stretch.breaks and self.started
        for block in stretch.blocks:
            if block.type in self.writers:
                self.writers[block.type](block)
            self.last = block

    def add(self, style: str) -> Paragraph:
        """A new paragraph, on a new page if one is due."""
        paragraph = self.document.add_paragraph(style=style)
        if self.break_due:
            paragraph.paragraph_format.page_break_before = True
        self.break_due, self.started = False, True
        return paragraph

    def heading(self, node: SyntaxTreeNode) -> None:
        """A heading; that of an annex has its number at the left edge and its title below."""
        inline = node.children[0]
        if node.tag != "h1":
            self.in_head = False
        annex = self.words("paper.annex")
        text = plain(inline)
        if node.tag == "h1" and self.words.language != "en":
            self.title("Title", text)
            return
        if node.tag == "h1" or not text.startswith(annex):
            write(self.add(_HEADINGS.get(node.tag, _DEEPER)), inline, self.words)
            return
        number, _, title = text.replace("\u3000", " ").partition(" ")
        if title and self.words.language != "en":
            self.add("Annex").add_run(number)
            self.title("Annex Title", title.strip())
        else:
            write(self.add("Annex"), inline, self.words)

    def title(self, style: str, text: str) -> None:
        """A Chinese title, broken well where it takes two lines."""
        paragraph = self.add(style)
        most = 2 * TEXT_WIDTH // (looks(self.words)[style].size * 10)  # cells
        for n, line in enumerate(title_lines(text, most)):
            if n:
                paragraph.add_run().add_break()
            paragraph.add_run(line)

    def centred(self, node: SyntaxTreeNode) -> None:
        """Paragraphs in the middle; right below the title they belong to it, and the space follows them."""
        title = self.last is not None and self.last.tag == "h1"
        if title:
            above = self.document.paragraphs[-1].paragraph_format
            above.space_after = Twips(0)
        self.children(node, side=WD_ALIGN_PARAGRAPH.CENTER)
        if title:
            self.document.paragraphs[-1].paragraph_format.space_after = Twips(LINE)

    def paragraph(
        self, node: SyntaxTreeNode, style: str = "", side: WD_ALIGN_PARAGRAPH | None = None
    ) -> None:
        """A paragraph, or the chart that stands in it alone."""
        inline = node.children[0]
        only = inline.children[0] if len(inline.children) == 1 else None
        if only is not None and only.type == "image":
            self.picture(only)
            return
        remark = self.words("paper.remark")
        if self.last is not None and self.last.type == "table" and plain(inline).startswith(remark):
            style = "Notes"
        # 主送单位 stands in the head, flush left, and ends in a colon.
        addressee = self.in_head and plain(inline).endswith((":", "："))
        paragraph = self.add(style or ("Normal" if side is not None or addressee else "Body Text"))
        if side is not None:
            paragraph.alignment = side
        write(paragraph, inline, self.words)

    def children(self, node: SyntaxTreeNode, style: str = "", side: WD_ALIGN_PARAGRAPH | None = None) -> None:
        """What stands in a container or a quotation: paragraphs of another look, anything else as ever."""
        for child in node.children:
            if child.type == "paragraph":
                self.paragraph(child, style, side)
            elif child.type in self.writers:
                self.writers[child.type](child)

    def listing(self, node: SyntaxTreeNode, depth: int = 0) -> None:
        """Items as paragraphs with their number or a dot, as offices write them; deeper ones further in."""
        number = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
        for item in node.children:
            mark = _BULLET if number is None else f"{number}. "
            for child in item.children:
                if child.type in {"bullet_list", "ordered_list"}:
                    self.listing(child, depth + 1)
                elif child.type == "paragraph":
                    paragraph = self.add("Body Text")
                    if depth:
                        paragraph.paragraph_format.left_indent = Mm(8 * depth)
                    write(paragraph, child.children[0], self.words, before=mark)
                    mark = ""
                elif child.type in self.writers:
                    self.writers[child.type](child)
            number = None if number is None else number + 1

    def table(self, node: SyntaxTreeNode) -> None:
        """A table as wide as the text."""
        if self.break_due or self._after_table():
            vanish(self.add("Normal"))
        add_table(self.document, node, self.words, TEXT_WIDTH_ACROSS if self.across else TEXT_WIDTH)
        self.started = True

    def _after_table(self) -> bool:
        """Two tables in a row would become one."""
        blocks = list(self.document.iter_inner_content())
        return bool(blocks) and not isinstance(blocks[-1], Paragraph)

    def picture(self, node: SyntaxTreeNode) -> None:
        """A chart as wide as the text, its name below."""
        source = str(node.attrs.get("src", ""))
        chart = self.paper.charts.get(unquote(source.removeprefix(_CHART)))
        if not source.startswith(_CHART) or chart is None:
            return
        pictures = import_module(_PICTURES)
        name = printable(node.content)
        for part in pictures.parts(chart):
            run = self.add("Picture").add_run()
            shape = run.add_picture(BytesIO(pictures.picture(part, self.words, "png")))
            wide, high = shape.width, shape.height
            width = min(Mm(156), wide * height_of(across=self.across) // high)
            shape.width, shape.height = Length(width), Length(high * width // wide)
            shape._inline.docPr.set("descr", name)  # noqa: SLF001 - what is read aloud has no other way
        if name:
            self.add("Caption").add_run(name)

    def notes(self, node: SyntaxTreeNode) -> None:
        """The notes at the end, each with its number: the library writes none at the foot of a page."""
        self.break_due = False
        heading = self.add("Notes")
        heading.paragraph_format.keep_with_next = True
        heading.paragraph_format.space_before = Twips(LINE)
        properties = heading._p.get_or_add_pPr()  # noqa: SLF001 - borders have no other way
        rule = '<w:top w:val="single" w:sz="4" w:space="6" w:color="auto"/>'
        properties.insert_element_before(
            parse_xml(f"<w:pBdr {nsdecls('w')}>{rule}</w:pBdr>"),
            "w:shd",
            "w:tabs",
            "w:spacing",
            "w:ind",
            "w:jc",
        )
        heading.add_run(self.words("paper.notes"))
        for note in node.children:
            mark = f"[{note.meta['id'] + 1}] "
            for child in note.children:
                if child.type == "paragraph":
                    write(self.add("Notes"), child.children[0], self.words, before=mark)
                    mark = ""

    def verbatim(self, node: SyntaxTreeNode) -> None:
        """Lines as they stand."""
        for line in node.content.splitlines():
            self.add("Table Text").add_run(printable(line))
