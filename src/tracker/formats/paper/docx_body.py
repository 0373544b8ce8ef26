"""The blocks of a paper as paragraphs, tables and pictures of a Word file, in the styles of its template."""

from collections.abc import Sequence
from io import BytesIO

from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from tracker.formats.paper.docx_layout import set_page, stretches, title_lines
from tracker.formats.paper.reading import Note, Sheet, reading, side_of, text_of
from tracker.formats.paper.tables import grids_of
from tracker.words import Words

# What a template has to have; in `Notes` stand footnotes as well, since the library writes none at the foot.
STYLES = (
    "Normal", "Body Text", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Annex", "Annex Title",
    "Salutation", "Signature", "Quote", "Caption", "Picture", "Table Grid", "Table Heading", "Table Text",
    "Notes", "Notes Heading", "Separator",
)  # fmt: skip
_HEADINGS = {"h1": "Title", "h2": "Heading 1", "h3": "Heading 2"}
_SIDES = {"center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}


class Composer:
    """Writes block after block; knows on what page it is and whether a new one is due."""

    def __init__(self, document: Document, words: Words) -> None:
        self._document, self._words = document, words
        self._chinese = words.language == "zh"
        self._landscape = self._break_due = self._started = False
        self._last = ""  # the type of the block before this one
        self._writers = {
            "heading": self._heading,
            "paragraph": self._paragraph,
            "table": self._table,
            "chart": self._chart,
            "bullet_list": self._list,
            "ordered_list": self._list,
            "blockquote": lambda node: self._children(node, "Quote"),
            "container_right": lambda node: self._children(node, "Signature"),
            "container_center": self._centred,
            "container_small": self._small,
            "fence": self._verbatim,
            "code_block": self._verbatim,
        }

    def write(self, sheets: Sequence[Sheet]) -> None:
        """The whole paper, its footnotes at the end."""
        for stretch in stretches(sheets):
            if stretch.landscape != self._landscape and self._started:
                self._landscape = stretch.landscape
                self._section()
            else:
                self._break_due = stretch.breaks and self._started
            for block in stretch.blocks:
                if block.type in self._writers:
                    self._writers[block.type](block)
                self._last = f"{block.type} {block.tag}"
        self._break_due = False
        self._notes([note for sheet in sheets for note in sheet.notes])

    def _section(self) -> None:
        """Begin a section on a new page; the one before ends with the last paragraph there is."""
        section = self._document.add_section(WD_SECTION.NEW_PAGE)
        set_page(section, self._document.sections[0], landscape=self._landscape)
        ending = self._document.paragraphs[-1]._p  # noqa: SLF001 - the library has no other way to its place
        before = ending.getprevious()
        if before is not None and before.tag == qn("w:p"):
            before.get_or_add_pPr().append(ending.get_or_add_pPr().find(qn("w:sectPr")))
            ending.getparent().remove(ending)
        else:
            self._document.paragraphs[-1].style = "Separator"

    def _add(self, style: str) -> Paragraph:
        """A new paragraph, on a new page if one is due."""
        paragraph = self._document.add_paragraph(style=style)
        if self._break_due:
            paragraph.paragraph_format.page_break_before = True
        self._break_due, self._started = False, True
        return paragraph

    def _line(self, paragraph: Paragraph, line: Token, mark: str = "") -> None:
        """The text of a paragraph after `mark`: bold, emphasis, line breaks, numbers of notes."""
        bold = italic = 0
        if mark:
            self._run(paragraph, mark)
        for token in line.children or ():
            match token.type:
                case "strong_open" | "strong_close":
                    bold += token.nesting
                case "em_open" | "em_close":
                    italic += token.nesting
                case _ if reading(token):
                    run = self._run(paragraph, reading(token))
                    run.bold, run.italic = bool(bold) or None, bool(italic) or None
                    run.font.superscript = token.type == "footnote_ref" or None

    def _run(self, paragraph: Paragraph, text: str) -> Run:
        run = paragraph.add_run(text)
        if self._chinese:
            # Dashes and quotation marks belong to both scripts; Word looks for the hint in each run.
            run.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")
        return run

    def _heading(self, node: SyntaxTreeNode) -> None:
        """A heading; that of an annex has its number at the left edge and its title below."""
        line = _line_of(node)
        text = text_of(line)
        if node.tag == "h1" and self._chinese:
            self._title("Title", text)
        elif node.tag == "h1" or not text.startswith(self._words("paper.annex")):
            self._line(self._add(_HEADINGS.get(node.tag, "Heading 3")), line)
        else:
            number, _, title = text.replace("\u3000", " ").partition(" ")
            if title and self._chinese:
                self._add("Annex").add_run(number)
                self._title("Annex Title", title.strip())
            else:
                self._line(self._add("Annex"), line)

    def _title(self, style: str, text: str) -> None:
        """A Chinese title, broken well where it takes two lines."""
        most = 2 * _width(self._document.sections[0]) // self._size(style)
        self._add(style).add_run("\n".join(title_lines(text, most)))

    def _centred(self, node: SyntaxTreeNode) -> None:
        """Paragraphs in the middle; right below the title they belong to it, and the space follows them."""
        above = self._document.paragraphs[-1] if self._last == "heading h1" else None
        self._children(node, "Subtitle")
        if above is not None and above.style is not None:
            space = above.style.paragraph_format.space_after
            above.paragraph_format.space_after = Length(0)
            self._document.paragraphs[-1].paragraph_format.space_after = space

    def _small(self, node: SyntaxTreeNode) -> None:
        """Small print; right below the title it belongs to it."""
        above = self._document.paragraphs[-1] if self._last == "heading h1" else None
        if above is not None:
            above.paragraph_format.space_after = Length(0)
        self._children(node, "Notes")

    def _paragraph(self, node: SyntaxTreeNode, style: str = "Body Text", mark: str = "") -> None:
        """A paragraph; one that says to whom a letter goes, or that belongs to a table, looks otherwise."""
        line = _line_of(node)
        if node.meta.get("addressee"):
            style = "Salutation"
        elif self._last.startswith("table") and text_of(line).startswith(self._words("paper.remark")):
            style = "Notes"
        self._line(self._add(style), line, mark)

    def _children(self, node: SyntaxTreeNode, style: str) -> None:
        """What stands in a container or a quotation: paragraphs of another look, anything else as ever."""
        for child in node.children:
            if child.type == "paragraph":
                self._paragraph(child, style)
            elif child.type in {"bullet_list", "ordered_list"}:
                self._list(child, style=style)
            elif child.type in self._writers:
                self._writers[child.type](child)

    def _list(self, node: SyntaxTreeNode, depth: int = 0, style: str = "Body Text") -> None:
        """Items as paragraphs with their number or a dot, as offices write them; deeper ones further in."""
        number = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
        for count, item in enumerate(node.children):
            mark = "• " if number is None else f"{number + count}. "
            for child in item.children:
                if child.type in {"bullet_list", "ordered_list"}:
                    self._list(child, depth + 1, style)
                elif child.type == "paragraph":
                    self._paragraph(child, style, mark)
                    if depth:
                        self._document.paragraphs[-1].paragraph_format.left_indent = Mm(8 * depth)
                    mark = ""
                elif child.type in self._writers:
                    self._writers[child.type](child)

    def _table(self, node: SyntaxTreeNode) -> None:
        """A table as wide as the text: a head that every page repeats, rows that stay whole."""
        blocks = list(self._document.iter_inner_content())
        if self._break_due or (blocks and not isinstance(blocks[-1], Paragraph)):
            self._add("Separator")  # two tables in a row would become one
        (grid,) = grids_of(node.to_tokens())
        lines = [
            [_line_of(cell) for cell in row.children] for group in node.children for row in group.children
        ]
        table = self._document.add_table(len(lines), len(lines[0]), "Table Grid")
        table.autofit = False
        room = _width(self._document.sections[-1])
        cell_width = self._size("Table Text") // 2
        for column, width in zip(table.columns, grid.widths(room // cell_width), strict=True):
            column.width = Length(width * cell_width)
        for n, (row, texts) in enumerate(zip(table.rows, lines, strict=True)):
            for mark in ("w:cantSplit", "w:tblHeader")[: 1 if n else 2]:
                row._tr.get_or_add_trPr().append(OxmlElement(mark))  # noqa: SLF001 - the library has no other way
            for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
                cell.width = table.columns[place].width
                cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
                paragraph = cell.paragraphs[0]
                paragraph.style = "Table Text" if n else "Table Heading"
                if n:
                    paragraph.alignment = _SIDES.get(side_of(grid.rows[n][place][0]))
                self._line(paragraph, text)
        self._started = True

    def _chart(self, node: SyntaxTreeNode) -> None:
        """A chart as wide as the text of an upright page, its name below; a page may end between panels."""
        from tracker.formats.charts.pictures import pictures  # an extra, and only where there are charts

        meta = node.token.meta if node.token else {}
        drawn = list(pictures(meta["chart"], self._words, meta["name"]))
        for number, picture in enumerate(drawn, 1):
            paragraph = self._add("Picture")
            paragraph.paragraph_format.keep_with_next = None if number == len(drawn) else False
            run = paragraph.add_run()
            shape = run.add_picture(BytesIO(picture), width=Length(_width(self._document.sections[0])))
            inline = shape._inline  # noqa: SLF001 - what is read aloud, and no space beside it, have no other way
            inline.docPr.set("descr", meta["name"])
            for side in "TBLR":
                inline.set(f"dist{side}", "0")
        if meta["name"]:
            self._add("Caption").add_run(meta["name"])

    def _verbatim(self, node: SyntaxTreeNode) -> None:
        """Lines as they stand."""
        for line in node.content.splitlines():
            self._add("Table Text").add_run(line)

    def _notes(self, notes: Sequence[Note]) -> None:
        """The notes at the end, each with its number."""
        if notes:
            self._add("Notes Heading").add_run(self._words("paper.notes"))
        for note in notes:
            mark = f"[{note.number}] "
            for child in SyntaxTreeNode(note.tokens).children:
                if child.type == "paragraph":
                    self._paragraph(child, "Notes", mark)
                    mark = ""

    def _size(self, name: str) -> Length:
        """The size of a style's letters, which it may have from the style it is based on."""
        style = self._document.styles[name]
        while style is not None and style.font.size is None:
            style = style.base_style
        return style.font.size if style is not None else Pt(12)


def _width(section: Section) -> int:
    """How wide the text of a section is."""
    return (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)


def _line_of(node: SyntaxTreeNode) -> Token:
    """The one line of a heading, a paragraph or a cell."""
    line = node.children[0].token
    if line is None:
        raise TypeError(node.type)
    return line
