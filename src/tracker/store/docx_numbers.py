"""The numbers that Word gives to paragraphs by itself, as its definitions say: 一、 （二） 3. 1.2."""

import re
from collections import defaultdict

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from tracker.model.numerals import numeral

_CHINESE = frozenset(
    (
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "taiwaneseCountingThousand",
        "ideographDigital",
    )
)
_PLACE = re.compile(r"%(\d)")

Place = tuple[str, int]  # a list and a level of it


class Numbers:
    """The numbers of a document's paragraphs, asked for in their order."""

    def __init__(self, document: Document) -> None:
        # The library looks through all styles for that of each paragraph.
        styles = {style.style_id: _place(style.element.find(qn("w:pPr"))) for style in document.styles}
        self._of_styles = {style: place for style, place in styles.items() if place}
        default = document.styles.default(WD_STYLE_TYPE.PARAGRAPH)
        self._default = default.style_id if default else ""
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        parts = (one.target_part for one in document.part.rels.values() if one.reltype.endswith("/numbering"))
        root = getattr(next(parts, None), "element", None)
        if root is None:
            return
        levels = {one.get(qn("w:abstractNumId")): _levels(one) for one in root.findall(qn("w:abstractNum"))}
        for num in root.findall(qn("w:num")):
            of = num.find(qn("w:abstractNumId"))
            if of is not None:
                self._levels[num.get(qn("w:numId"))] = levels.get(of.get(qn("w:val")), {})

    def before(self, paragraph: Paragraph) -> str:
        """What Word prints before this paragraph; nothing for bullets and for those without a number."""
        written = paragraph._p  # noqa: SLF001 - python-docx has no other way
        found = _place(written.pPr) or self._of_styles.get(written.style or self._default)
        if found is None or found[1] not in self._levels.get(found[0], {}):
            return ""
        name, level = found
        levels, counts = self._levels[name], self._counts[name]
        form, _, start = levels[level]
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        if form == "bullet":
            return ""
        text = levels[level][1]
        return _PLACE.sub(lambda place: _written(levels, counts, int(place[1]) - 1), text)


def _levels(abstract: BaseOxmlElement) -> dict[int, tuple[str, str, int]]:
    """Format, text and first number of each level of a list."""
    return {
        int(level.get(qn("w:ilvl"))): (
            _value(level, "w:numFmt"),
            _value(level, "w:lvlText"),
            int(_value(level, "w:start") or 1),
        )
        for level in abstract.findall(qn("w:lvl"))
    }


def _value(element: BaseOxmlElement, name: str) -> str:
    child = element.find(qn(name))
    return "" if child is None else child.get(qn("w:val")) or ""


def _place(properties: BaseOxmlElement | None) -> Place | None:
    """The list and level that these properties of a paragraph or a style name."""
    numbered = None if properties is None else properties.find(qn("w:numPr"))
    if numbered is None or not (name := _value(numbered, "w:numId")):
        return None
    return name, int(_value(numbered, "w:ilvl") or 0)


def _written(levels: dict[int, tuple[str, str, int]], counts: dict[int, int], level: int) -> str:
    form, _, start = levels.get(level, ("decimal", "", 1))
    number = counts.get(level, start)
    return numeral(number) if form in _CHINESE else str(number)
