"""The styles and fonts of a Word file: GB/T 9704-2012, 7, with Latin faces for English papers."""

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from tracker.words import Words

SONG_TITLE, SONG, FANGSONG, HEI, KAI = "方正小标宋简体", "宋体", "仿宋_GB2312", "黑体", "楷体_GB2312"
ROMAN, SANS = "Times New Roman", "Arial"
# What to take where a font is not installed (names apart by commas), Word's charset, and its family.
_INSTEAD = {
    SONG_TITLE: ("华文中宋,STZhongsong,FZXiaoBiaoSong-B05S,Noto Serif CJK SC,宋体,SimSun", "86", "roman"),
    SONG: ("SimSun,Noto Serif CJK SC", "86", "roman"),
    FANGSONG: (
        "仿宋,FangSong,FangSong_GB2312,华文仿宋,STFangsong,FandolFang,Noto Serif CJK SC",
        "86",
        "modern",
    ),
    HEI: ("SimHei,微软雅黑,Microsoft YaHei,Noto Sans CJK SC", "86", "modern"),
    KAI: ("楷体,KaiTi,KaiTi_GB2312,华文楷体,STKaiti,AR PL UKai CN", "86", "modern"),
    ROMAN: ("Liberation Serif", "00", "roman"),
    SANS: ("Helvetica,Liberation Sans", "00", "swiss"),
}


@dataclass(frozen=True, slots=True)
class Look:
    """One style: its fonts, size in half points, exact line in twips, and what differs from plain text."""

    latin: str
    asian: str
    size: int
    line: int  # 0: as high as what stands in it
    align: str = "both"
    indent: int = 0  # of the first line, in hundredths of a character
    after: int = 0  # twips
    bold: bool = False
    italic: bool = False
    level: int | None = None  # in the outline
    grid: bool = True  # whether lines keep to the page's grid
    together: bool = False  # on one page with what follows


_BODY, _TABLE = 579, 320
_THREE = 32  # 三号 in half points
_CLOSER = -5  # twips: 28 characters of 16 pt are 2 mm wider than a line of 156 mm
_CHINESE = {
    "Normal": Look(ROMAN, FANGSONG, 32, _BODY),
    "Body Text": Look(ROMAN, FANGSONG, 32, _BODY, indent=200),
    "Title": Look(ROMAN, SONG_TITLE, 44, 700, "center", after=_BODY),
    "Heading 1": Look(ROMAN, HEI, 32, _BODY, indent=200, level=0, together=True),
    "Heading 2": Look(ROMAN, KAI, 32, _BODY, indent=200, level=1, together=True),
    "Heading 3": Look(ROMAN, FANGSONG, 32, _BODY, indent=200, bold=True, level=2, together=True),
    "Annex": Look(ROMAN, HEI, 32, _BODY, "left", level=0, together=True),
    "Annex Title": Look(ROMAN, SONG_TITLE, 36, 640, "center", after=160, together=True),
    "Quote": Look(ROMAN, KAI, 24, 400, "left"),
    "Caption": Look(ROMAN, HEI, 21, 400, "center", grid=False),
    "Picture": Look(ROMAN, FANGSONG, 21, 0, "center", grid=False, together=True),
    "Table Heading": Look(ROMAN, HEI, 21, _TABLE, "center", grid=False),
    "Table Text": Look(ROMAN, FANGSONG, 21, _TABLE, "left", grid=False),
    "Notes": Look(ROMAN, FANGSONG, 21, 340, grid=False),
    "Footer": Look(SONG, SONG, 28, 0, "left"),
}
_ENGLISH = {
    "Normal": Look(ROMAN, FANGSONG, 24, 340, "left", after=120),
    "Body Text": Look(ROMAN, FANGSONG, 24, 340, "left", after=120),
    "Title": Look(ROMAN, SONG_TITLE, 40, 520, "center", after=340, bold=True),
    "Heading 1": Look(SANS, HEI, 26, 400, "left", after=80, bold=True, level=0, together=True),
    "Heading 2": Look(SANS, KAI, 24, 360, "left", after=60, bold=True, level=1, together=True),
    "Heading 3": Look(ROMAN, FANGSONG, 24, 340, "left", after=60, italic=True, level=2, together=True),
    "Annex": Look(SANS, HEI, 26, 400, "left", after=120, bold=True, level=0, together=True),
    "Annex Title": Look(ROMAN, SONG_TITLE, 32, 480, "center", after=160, bold=True, together=True),
    "Quote": Look(ROMAN, KAI, 21, 300, "left", after=120, italic=True),
    "Caption": Look(SANS, HEI, 19, 400, "center", after=120),
    "Picture": Look(ROMAN, FANGSONG, 20, 0, "center", together=True),
    "Table Heading": Look(SANS, HEI, 18, 260, "center", bold=True),
    "Table Text": Look(ROMAN, FANGSONG, 20, 260, "left"),
    "Notes": Look(ROMAN, FANGSONG, 20, 280, "left", after=40),
    "Footer": Look(ROMAN, SONG, 24, 0, "left"),
}


def looks(words: Words) -> dict[str, Look]:
    """The styles of a language by name."""
    return _ENGLISH if words.language == "en" else _CHINESE


def dress(document: Document, words: Words) -> None:
    """Give the document these styles in place of the library's own."""
    language = 'w:val="en-GB"' if words.language == "en" else 'w:val="en-US"'
    plain = looks(words)["Normal"]
    defaults = document.styles.element.find(qn("w:docDefaults"))
    defaults.getparent().replace(
        defaults,
        parse_xml(
            f"<w:docDefaults {nsdecls('w')}><w:rPrDefault><w:rPr>{_fonts(plain, words)}"
            f'<w:lang {language} w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
            "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        ),
    )
    known = {style.name for style in document.styles}
    for name, look in looks(words).items():
        if name not in known:
            document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
        element = document.styles[name].element
        for old in (*element.findall(qn("w:pPr")), *element.findall(qn("w:rPr"))):
            element.remove(old)
        element.append(parse_xml(_paragraph(look, words)))
        element.append(parse_xml(_characters(look, words)))


def _paragraph(look: Look, words: Words) -> str:
    """Word wants these in this order."""
    rule = f'w:line="{look.line}" w:lineRule="exact"' if look.line else 'w:line="240" w:lineRule="auto"'
    first = look.indent * look.size // 10  # hundredths of a character of so many half points, in twips
    parts = (
        "<w:keepNext/>" if look.together else "",
        "" if words.language == "en" else '<w:widowControl w:val="0"/>',
        "" if look.grid and words.language != "en" else '<w:snapToGrid w:val="0"/>',
        f'<w:spacing w:before="0" w:after="{look.after}" {rule}/>',
        f'<w:ind w:firstLineChars="{look.indent}" w:firstLine="{first}"/>' if look.indent else "",
        f'<w:jc w:val="{look.align}"/>',
        "" if look.level is None else f'<w:outlineLvl w:val="{look.level}"/>',
    )
    return f"<w:pPr {nsdecls('w')}>{''.join(parts)}</w:pPr>"


def _characters(look: Look, words: Words) -> str:
    bold, italic = "<w:b/>" if look.bold else "", "<w:i/>" if look.italic else ""
    closer = f'<w:spacing w:val="{_CLOSER}"/>' if words.language != "en" and look.size == _THREE else ""
    size = f'<w:sz w:val="{look.size}"/><w:szCs w:val="{look.size}"/>'
    return f"<w:rPr {nsdecls('w')}>{_fonts(look, words)}{bold}{italic}{closer}{size}</w:rPr>"


def _fonts(look: Look, words: Words) -> str:
    """Dashes and quotation marks belong to both scripts: the hint gives them to the Chinese font."""
    hint = "" if words.language == "en" else 'w:hint="eastAsia" '
    latin = f'w:ascii="{look.latin}" w:hAnsi="{look.latin}" w:cs="{look.latin}"'
    return f'<w:rFonts {hint}{latin} w:eastAsia="{look.asian}"/>'


def font_table(words: Words) -> bytes:
    """word/fontTable.xml: the fonts that are named, and what to take where one is not installed."""
    named = {name for look in looks(words).values() for name in (look.latin, look.asian)}
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val={quoteattr(instead)}/><w:charset w:val="{charset}"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        for name, (instead, charset, family) in _INSTEAD.items()
        if name in named
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f"{head}<w:fonts {nsdecls('w')}>{fonts}</w:fonts>".encode()
