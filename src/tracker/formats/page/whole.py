"""The page of the whole: its indicators, and a card for each district with a link to its own page.

It is templates/whole.html with board.css and whole.css: one file, no scripts, nothing from elsewhere.
"""

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from tracker.assess.rollup import District, RollUp
from tracker.assess.signal import Signal
from tracker.assess.whole import Whole
from tracker.formats.cells import GLYPHS, sentence, text_of
from tracker.formats.charts.gauge import Gauge, gauge
from tracker.formats.pages import page
from tracker.report.answers import CLASSES
from tracker.report.rollup_values import district_cells, goalless_phrase, lack_phrase, whole_cells, why
from tracker.report.values import Bar, Percent
from tracker.report.view import View
from tracker.words import Words


def render_whole(view: View, rollup: RollUp, words: Words, links: Mapping[str, str]) -> bytes:
    """The page; `links` leads from a district to the file of its page."""
    cards = [_Card(district, words) for district in rollup.districts]
    return page(
        "whole.html",
        words,
        view=view,
        cards=cards,
        wholes=[_WholeText(whole, words) for whole in rollup.wholes],
        colours={
            colour: sum(rollup.signals.get(signal, 0) for signal in signals)
            for colour, signals in CLASSES.items()
        },
        glyphs={colour: "".join(GLYPHS[signal] for signal in signals) for colour, signals in CLASSES.items()},
        links={name: quote(file) for name, file in links.items()},
    ).encode()


class _WholeText:
    """One indicator of the whole as the template asks for it."""

    def __init__(self, whole: Whole, words: Words) -> None:
        self.whole = whole
        self.cells = {key: text_of(value, words) for key, value in whole_cells(whole).items()}
        completion = whole.completion
        self.gauge = None if completion is None else _gauge(Percent(completion), words)
        self.lacks = tuple(sentence(lack_phrase(lack), words) for lack in whole.lacks)
        self.goalless = sentence(goalless_phrase(whole), words) if whole.goalless else ""
        self.is_behind = whole.lead is not None and whole.lead < 0


class _Card:
    """One district as the template asks for it."""

    def __init__(self, district: District, words: Words) -> None:
        self.district, self.result = district, district.result
        self.cells = {key: text_of(value, words) for key, value in district_cells(district).items()}
        reason = why(self.result)
        self.why = sentence(reason, words) if reason else ""
        completion = self.result.completion
        self.gauge = None if completion is None else _gauge(Percent(completion), words)
        self.is_behind = self.result.lead is not None and self.result.lead < 0

    @property
    def shares(self) -> Iterator[tuple[str, str, int]]:
        """The colours of its targets: colour, glyphs, and how many."""
        for colour, signals in CLASSES.items():
            count = sum(self.result.signals.get(signal, 0) for signal in signals)
            if count:
                yield colour, _glyphs(signals), count


def _glyphs(signals: frozenset[Signal] | tuple[Signal, ...]) -> str:
    return "".join(GLYPHS[signal] for signal in Signal if signal in signals)


def _gauge(share: Percent, words: Words) -> Gauge | None:
    return gauge(Bar(share, None), words)
