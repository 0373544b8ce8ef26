"""Charts as pictures for files that hold no SVG: the SVG of pages, rasterised by resvg (an extra)."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from resvg_py import svg_to_bytes

from tracker.formats.charts.svg import svgs
from tracker.formats.pages import PAGES
from tracker.problems import ExitCode, TrackerError
from tracker.report.view import Picture
from tracker.words import Words

PIXELS = 1_228  # across: 200 to an inch on the 156 mm of an A4 page's text
_OPENING = '<svg xmlns="http://www.w3.org/2000/svg"'
_WIDE = "WF"  # East Asian widths of Chinese characters and punctuation
# What is said where no font is there: fonts that are free, or come with the system.
_ADVISED = ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei", "Microsoft YaHei", "SimHei")


def pictures(chart: Picture, words: Words, title: str) -> Iterator[bytes]:
    """The chart as PNG files to stand one below the other; of the same chart the same bytes.

    Raises TrackerError `no-cjk-font` where no font is installed that has the characters of the chart.
    """
    for svg in map(str, svgs(chart, words, title, "")):
        sample = "中" if any(unicodedata.east_asian_width(character) in _WIDE for character in svg) else "a"
        if not shows(sample):
            raise TrackerError("no-cjk-font", ExitCode.MISSING_DEPENDENCY, fonts=_ADVISED)
        yield svg_to_bytes(
            svg_string=svg.replace("<svg", _OPENING, 1),
            style_sheet=_style_sheet(),
            background="#ffffff",
            width=PIXELS,
        )


@cache
def shows(text: str) -> bool:
    """Whether any font here has the text: resvg leaves out what none has."""
    blank, written = (
        svg_to_bytes(svg_string=f'{_OPENING} width="20" height="20"><text y="15">{content}</text></svg>')
        for content in ("", text)
    )
    return blank != written


def _style_sheet() -> str:
    """The style sheet of pages in light colours; resvg knows no variables."""
    light, _, _ = PAGES.get_template("colours.css").render().partition("@media")
    colours = dict(re.findall(r"--(\w+): (#\w+);", light))
    return re.sub(r"var\(--(\w+)\)", lambda name: colours[name[1]], PAGES.get_template("charts.css").render())
