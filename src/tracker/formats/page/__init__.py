"""The page for leaders: one file, without scripts and without anything from elsewhere.

It is templates/board.html with board.css. What can be chosen on it (a colour by a link, a section and a unit
by a button) is done by its style sheet; a browser that does not know how shows everything.
"""

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from tracker.assess.changes import TargetChange
from tracker.assess.signal import Signal
from tracker.assess.summary import Score
from tracker.formats.cells import GLYPHS, section_heading, sentence, text_of
from tracker.formats.charts.gauge import hundredths
from tracker.formats.charts.trend import TrendChart
from tracker.formats.page.card import CardText
from tracker.formats.pages import page
from tracker.report.answers import CLASSES
from tracker.report.board import Board
from tracker.report.cells import percent
from tracker.report.scope import foot, head
from tracker.report.selection import owners_named
from tracker.report.values import Phrase
from tracker.report.view import Level, Row
from tracker.words import Words, printable

NO_LINKS: Mapping[str, str] = {}


def render(
    board: Board, words: Words, *, links: Mapping[str, str] = NO_LINKS, home: str | None = None
) -> bytes:
    """The whole page. `links` leads from a unit to the file of its page, `home` back to the index."""
    return page(
        "board.html",
        words,
        board=board,
        answers=board.answers,
        head=tuple(phrase for phrase in head(board.scope) if phrase.key != "head.as-of"),
        foot=tuple(foot(board.scope)),
        view=_BoardText(board, words),
        trend=TrendChart(board.answers.trend),
        links={unit: quote(file) for unit, file in links.items()},
        home=home and quote(home),
    ).encode()


class _BoardText:
    """What the template asks for: cards, choices, and the axes that charts share.

    The ids that it gives begin with a capital, which those of targets never do.
    """

    classes = tuple(CLASSES)

    def __init__(self, board: Board, words: Words) -> None:
        self._board, self._words = board, words
        units = dict.fromkeys(unit for card in board.cards for unit in card.assessment.target.owners)
        self.units = {unit: f"U{n}" for n, unit in enumerate(units, 1)}
        self.cards = {card.assessment.target.id: CardText(card, words, self.units) for card in board.cards}
        self.axes = {
            days: f"M{n}"
            for n, days in enumerate(dict.fromkeys(c.line.days for c in self.cards.values() if c.line), 1)
        }
        self.axis_lines = {c.line.days: c.line for c in self.cards.values() if c.line}

    @property
    def sections(self) -> Iterator[tuple[int, str]]:
        """The sections of which a target is shown: number and heading."""
        shown = {card.assessment.target.section for card in self._board.cards}
        for section in self._board.scope.book.catalogue.sections:
            if section.number in shown:
                row = Row(Level.SECTION, number=str(section.number), text=section.title)
                yield section.number, section_heading(row, self._words)

    @property
    def about(self) -> Iterator[str]:
        """The units and sections that the page is about, where it is not about all."""
        selection, catalogue = self._board.scope.selection, self._board.scope.book.catalogue
        wanted = owners_named(selection.owners, catalogue)
        yield from (unit for unit in self.units if unit in wanted)
        if selection.sections:
            yield from (heading for _, heading in self.sections)

    @property
    def rows(self) -> Iterator[tuple[str, str, CardText | None]]:
        """The cards, in the order of the text under the headings of their sections and measures."""
        catalogue, order = self._board.scope.book.catalogue, self._board.scope.order
        headings = dict(self.sections)
        titles = {measure.number: f"{measure.number} {measure.title}" for measure in catalogue.measures}
        section = measure = None
        for card in self.cards.values():
            if order == "text" and card.target.section != section:
                section = card.target.section
                yield "section", headings[section], None
            if order == "text" and card.target.measure != measure:
                measure = card.target.measure
                yield "measure", printable(titles[measure]), None
            yield "card", "", card

    def glyphs(self, colour: str) -> str:
        """The shapes of the signals of a colour."""
        return "".join(GLYPHS[signal] for signal in CLASSES[colour])

    def count(self, unit: str) -> int:
        """How many targets a unit leads or takes part in."""
        return sum(unit in card.assessment.target.owners for card in self._board.cards)

    def shares(self, counts: Mapping[Signal, int]) -> Iterator[tuple[str, int, int]]:
        """The colours of a unit's targets beside each other: colour, where it begins, and how many."""
        begin = 0
        for colour, signals in CLASSES.items():
            count = sum(counts[signal] for signal in signals)
            if count:
                yield colour, begin, count
            begin += count

    @property
    def widest(self) -> int:
        """The most targets that a unit leads."""
        return max((score.targets for _, score in self._board.answers.units), default=1)

    @property
    def elapsed(self) -> str:
        """The share of the year on a bar of a hundred."""
        return hundredths(self._board.answers.elapsed.share)

    @property
    def silent(self) -> int:
        """How many reports are late."""
        return sum(len(each.duties) for each in self._board.answers.silent)

    @property
    def turns(self) -> Iterator[tuple[str, tuple[TargetChange, ...]]]:
        """What changed colour for worse, for better, and neither."""
        for key, course in (("worse", -1), ("better", 1), ("other", 0)):
            group = tuple(change for change in self._board.answers.changed if change.course == course)
            if group:
                yield key, group

    def change(self, count: int) -> str:
        """By how many a colour has more than a period ago."""
        return self._words("board.change", {"change": f"{count:+d}"}) if count else self._words("board.same")

    def mean(self, score: Score) -> str:
        """The mean completion of a unit's targets."""
        return text_of(percent(score.completion), self._words)

    @property
    def description(self) -> str:
        """The trend in a sentence."""
        first, last = self._board.answers.trend[0], self._board.answers.trend[-1]
        colours = tuple(
            Phrase(
                "board.trend.one",
                {"colour": self._words(f"board.colour.{c}"), "before": first.of(c), "now": last.of(c)},
            )
            for c in CLASSES
        )
        return sentence(
            Phrase("board.trend", {"first": first.day, "last": last.day, "colours": colours}), self._words
        )
