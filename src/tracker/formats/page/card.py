"""One target as it stands on the page for leaders: texts, classes and drawings."""

from collections.abc import Iterator, Mapping
from datetime import date

from tracker.assess.signal import Flag, Signal
from tracker.formats.cells import GLYPHS, sentence, text_of
from tracker.formats.charts.gauge import Gauge, gauge
from tracker.formats.charts.small import SmallChart
from tracker.report import cells
from tracker.report.answers import colour_of
from tracker.report.board import Card
from tracker.report.reasons import goal_of
from tracker.report.values import Bar, Phrase, Record, Value
from tracker.words import Words


class CardText:
    """What the templates ask about a card; `units` are the classes of the units on the page."""

    def __init__(self, card: Card, words: Words, units: Mapping[str, str]) -> None:
        self.card, self._words = card, words
        self.assessment = card.assessment
        self.target = card.assessment.target
        self.signal = card.assessment.signal.value
        self.glyph = GLYPHS[card.assessment.signal]
        self.line = SmallChart(card.chart, words, "") if card.chart else None
        self.values: Record = cells.row(card.assessment)
        colour = colour_of(card.assessment.signal)
        owners = [units[unit] for unit in dict.fromkeys(self.target.owners)]
        self.classes = " ".join(("card", f"is-{colour}", f"S{self.target.section}", *owners))

    @property
    def gauge(self) -> Gauge | None:
        """The bar of its completion."""
        assessment = self.assessment
        return gauge(Bar(cells.completion(assessment), cells.expected(assessment)), self._words)

    @property
    def flags(self) -> tuple[Flag, ...]:
        """Its marks."""
        return self.assessment.flags

    @property
    def owners(self) -> Phrase | str:
        """The units, the first of which leads."""
        lead, *others = self.target.owners
        if not others:
            return lead
        return Phrase("detail.owners", {"lead": lead, "others": tuple(others)})

    @property
    def history(self) -> Iterator[Mapping[str, Value]]:
        """The entries that are told, the newest first, as people read them."""
        for entry in self.card.history:
            yield entry.row.cells

    @property
    def track(self) -> str:
        """The id of the line that both of its drawings use."""
        return f"P{self.target.number}"

    @property
    def day(self) -> str:
        """The day of the latest figure."""
        latest = self.assessment.latest
        return self.short(latest.day) if latest else ""

    @property
    def of_years(self) -> Phrase | None:
        """Where it stands against the year's step and the whole, of a target of several years."""
        return cells.of_years(self.assessment)

    @property
    def year_before(self) -> Phrase | None:
        """The same day a year before, and the growth since; None where that is not known."""
        return cells.year_before(self.assessment)

    @property
    def ahead(self) -> str:
        """Where it leads and what it should be; or else what it takes, and the most there ever was."""
        assessment = self.assessment
        forecast = assessment.forecast or assessment.warning
        if forecast is not None:
            value, goal = cells.level(assessment, forecast.value), goal_of(assessment)
            return sentence(Phrase("board.ahead", {"value": value, "target": goal}), self._words)
        required = cells.pace(assessment, assessment.required, up=True)
        best = cells.pace(assessment, assessment.best)
        return sentence(Phrase("board.pace", {"required": required, "best": best}), self._words)

    def short(self, day: date) -> str:
        """A day, with its year where that is not the year of the day looked at."""
        return f"{day:%m-%d}" if day.year == self.assessment.as_of.year else day.isoformat()

    def text(self, key: str) -> str:
        """A cell in words."""
        return text_of(self.values[key], self._words)

    @property
    def is_behind(self) -> bool:
        """Whether its lead is told in the colour of its signal."""
        return self.signal in {Signal.BEHIND, Signal.FAR_BEHIND, Signal.OVERDUE}

    @property
    def said(self) -> str:
        """The reason of its colour."""
        return sentence(self.card.reason, self._words)
