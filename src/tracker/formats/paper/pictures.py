"""Charts as pictures for pages and Word files, drawn by matplotlib (an extra)."""

from io import BytesIO
from typing import Any, Literal

from matplotlib import rc_context, rcdefaults, rcParams
from matplotlib.figure import Figure
from matplotlib.text import Text

from tracker.formats.paper.pictures_bullets import MOST_ROWS, draw_bullets
from tracker.formats.paper.pictures_fonts import fonts_for, held_by, legible
from tracker.formats.paper.pictures_lines import draw_chart
from tracker.report.view import Bullets, Chart
from tracker.words import Words

Kind = Literal["svg", "png"]
DOTS_PER_INCH = 200
# Text as paths: it shows where the font is not installed, too. The salt makes the names of shapes the same
# in every run.
_SETTINGS: dict[Any, Any] = {"svg.fonttype": "path", "svg.hashsalt": "tracker", "text.parse_math": False}
_METADATA: dict[Kind, dict[str, Any]] = {
    "svg": dict.fromkeys(("Date", "Creator", "Format", "Type")),
    "png": {"Software": None},
}


def picture(chart: Chart | Bullets, words: Words, kind: Kind) -> bytes:
    """The chart as a picture 156 mm wide, the text width of an A4 page; of the same chart the same bytes.

    SVG comes without a prolog, so that it can stand in a page. Raises TrackerError `no-cjk-font` where the
    chart has Chinese characters and no font installed has any.
    """
    content = BytesIO()
    # The settings hold for this drawing only, and nobody else's hold for it.
    with rc_context():
        rcdefaults()
        rcParams.update(_SETTINGS)
        fonts = fonts_for(frozenset("".join(text.get_text() for text in _texts(_drawn(chart, words)))))
        rcParams["font.family"] = fonts
        figure, held = _drawn(chart, words), held_by(fonts)
        for text in _texts(figure):
            text.set_text(legible(text.get_text(), held))
        figure.savefig(content, format=kind, dpi=DOTS_PER_INCH, metadata=_METADATA[kind])
    made = content.getvalue()
    return made[made.index(b"<svg") :] if kind == "svg" else made


def parts(chart: Chart | Bullets) -> tuple[Chart | Bullets, ...]:
    """The chart in pieces that each fit on a page: bullets of very many targets are shared out evenly."""
    if isinstance(chart, Chart) or len(chart.bars) <= MOST_ROWS:
        return (chart,)
    pieces = -(-len(chart.bars) // MOST_ROWS)
    size = -(-len(chart.bars) // pieces)
    return tuple(
        Bullets(chart.bars[begin : begin + size], chart.title) for begin in range(0, len(chart.bars), size)
    )


def _drawn(chart: Chart | Bullets, words: Words) -> Figure:
    return draw_chart(chart, words) if isinstance(chart, Chart) else draw_bullets(chart, words)


def _texts(figure: Figure) -> list[Text]:
    return [text for axes in figure.axes for text in axes.texts]
