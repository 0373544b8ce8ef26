"""Numbers that know where they come from, and the footnotes that tell it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from tracker.assess.assessment import Assessment
from tracker.formats.cells import text_of
from tracker.formats.markdown import escaped
from tracker.model.entry import Entry
from tracker.report.attribution import Attributions, trace_phrase
from tracker.report.values import Phrase
from tracker.words import Sentence, Words


@dataclass(frozen=True, slots=True)
class Source:
    """What a number was computed from; equal ones share a footnote."""

    key: str
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it reads, with its source; `value` is what templates may compare."""

    text: str
    source: Source | None = None
    value: object = None

    def __str__(self) -> str:
        return self.text


class Tracer:
    """Puts a footnote behind each figure where that is wanted."""

    def __init__(
        self, words: Words, attributions: Attributions, *, wanted: bool, catalogue: str = "measures.yaml"
    ) -> None:
        self._words, self._attributions, self._wanted = words, attributions, wanted
        self._catalogue = catalogue
        self._notes: dict[str, Phrase] = {}

    def written(self, value: object) -> Markup:
        """What a template says, as Markdown: text from files is escaped, figures get their footnote."""
        if isinstance(value, Markup):
            return value
        if isinstance(value, Figure):
            return Markup(escaped(value.text) + self._reference(value.source))  # noqa: S704 - escaped here
        return Markup(escaped(str(value)))  # noqa: S704 - escaped here

    def _reference(self, source: Source | None) -> str:
        if source is None or not self._wanted:
            return ""
        self._notes.setdefault(source.key, source.phrase)
        return f"[^{list(self._notes).index(source.key) + 1}]"

    def notes(self) -> str:
        """The footnotes, in the order in which they are first referred to."""
        texts = (text_of(phrase, self._words) for phrase in self._notes.values())
        return "".join(f"[^{number}]: {escaped(text)}\n" for number, text in enumerate(texts, 1))

    def of_entry(self, entry: Entry, value: Callable[[], str]) -> Source:
        """An entry: its figure, file, reporter and commit."""
        facts: dict[str, object] = {
            "target": entry.target,
            "value": value(),
            "day": entry.report.date,
            "by": entry.report.by,
            "file": f"{entry.report.file}#{entry.line.n}",
        }
        return Source(entry.ref, trace_phrase(self._attributions.get(entry.report.file), facts))

    def with_year_before(self, now: Source, value: str, day: date) -> Source:
        """An entry and, of the year before, what the catalogue says."""
        facts = {"now": now.phrase, "value": Sentence(value), "day": day, "file": self._catalogue}
        return Source(f"{now.key} {day}", Phrase("trace.year-before", facts))

    def of_catalogue(self, target: str) -> Source:
        """A step of a target's path, as the catalogue says."""
        facts = {"target": target, "file": self._catalogue}
        return Source(f"path {target}", Phrase("trace.catalogue", facts))

    def of_targets(self, key: str, assessments: tuple[Assessment, ...]) -> Source:
        """A count: the targets that were counted."""
        ids = tuple(assessment.target.id for assessment in assessments)
        phrase = Phrase("trace.targets", {"targets": ids}) if ids else Phrase("trace.none")
        return Source(f"count {key}", phrase)
