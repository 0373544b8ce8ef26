"""A Chinese typeface for machines that have none: every character is the same box, which is enough to be drawn."""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from matplotlib.font_manager import fontManager

from tracker.formats.paper import pictures_fonts

_EM = 1000
# CJK symbols and punctuation, CJK unified ideographs, full-width forms, and what stands between Latin words.
_BLOCKS = (range(0x20, 0x7F), range(0x2010, 0x2030), range(0x3000, 0x3030), range(0x4E00, 0xA000))
_CHARACTERS = [code for block in (*_BLOCKS, range(0xFF00, 0xFFF0)) for code in block]


FAMILY = "Boxes"


def needed() -> bool:
    """Whether this machine has no Chinese typeface; what the program itself would find is looked for alike."""
    return not (pictures_fonts._installed() or pictures_fonts._found_anew())


def register(folder: Path) -> None:
    """Make the typeface known to this process under its own name, which no program looks for."""
    path = folder / "boxes.ttf"
    _build(path, FAMILY)
    fontManager.addfont(path)


def _build(path: Path, family: str) -> None:
    pen = TTGlyphPen(None)
    corners = ((100, 0), (100, 800), (900, 800), (900, 0))
    pen.moveTo(corners[0])
    for corner in corners[1:]:
        pen.lineTo(corner)
    pen.closePath()
    builder = FontBuilder(_EM, isTTF=True)
    builder.setupGlyphOrder([".notdef", "box"])
    builder.setupCharacterMap(dict.fromkeys(_CHARACTERS, "box"))
    builder.setupGlyf(dict.fromkeys((".notdef", "box"), pen.glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys((".notdef", "box"), (_EM, 100)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)
