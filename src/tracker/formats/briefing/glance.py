"""The answers to what leaders ask, as a template sees them."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from tracker.assess.changes import TargetChange
from tracker.assess.signal import Signal
from tracker.formats.briefing.trace import Figure, Tracer
from tracker.formats.cells import sentence, text_of
from tracker.model.catalogue import Catalogue
from tracker.report.answers import CLASSES, Answers
from tracker.report.standing import now
from tracker.report.view import Stack, Stacks
from tracker.words import Words

if TYPE_CHECKING:
    from tracker.assess.assessment import Assessment
    from tracker.formats.briefing.item import Item


def glance(
    answers: Answers, words: Words, tracer: Tracer, of: Callable[[Iterable[TargetChange]], list["Item"]]
) -> dict[str, object]:
    """Everything a template can name under `answers`; docs/templates.md lists it."""
    changes = {change.target.id: change for each in answers.signals for change in each.items}

    def items(assessments: Iterable["Assessment"]) -> list["Item"]:
        return of(changes[found.target.id] for found in assessments)

    changed = of(answers.changed)
    trust = answers.trust
    return {
        "headline": sentence(answers.headline, words),
        "colours": [_colour(answers, each.colour, words, tracer) for each in answers.colours],
        "reds": of(change for change in answers.lagging if now(change).signal in CLASSES["red"]),
        "worse": [item for item in changed if item.course < 0],
        "better": [item for item in changed if item.course > 0],
        "turned": [item for item in changed if not item.course],
        "silent": [
            {"unit": each.unit, "count": len(each.duties), "days": each.days} for each in answers.silent
        ],
        "due": items(answers.due),
        "missing": items(answers.missing),
        "latest": trust.latest,
        "without": trust.without,
        "preliminary": trust.preliminary,
        "verified": trust.verified,
        "source": trust.source,
    }


def _colour(answers: Answers, colour: str, words: Words, tracer: Tracer) -> dict[str, object]:
    found = next(each for each in answers.colours if each.colour == colour)
    counted = (now(c) for each in answers.signals if each.signal in CLASSES[colour] for c in each.items)
    source = tracer.of_targets(colour, tuple(counted))
    return {
        "colour": colour,
        "name": words(f"stacks.{colour}"),
        "count": Figure(str(found.count), source, found.count),
        "size": found.count,
        "share": text_of(found.share, words),
        "change": found.change,
    }


def stacks(answers: Answers, catalogue: Catalogue) -> Stacks:
    """The sections with their targets by colour, those that have any."""
    bars = []
    for section in catalogue.sections:
        signals = [
            each.signal
            for each in answers.signals
            for change in each.items
            if change.target.section == section.number
        ]
        if signals:
            bars.append(Stack(section.title, _by_colour(signals)))
    return Stacks(tuple(bars))


def _by_colour(signals: list[Signal]) -> dict[str, int]:
    return {colour: sum(signal in group for signal in signals) for colour, group in CLASSES.items()}
