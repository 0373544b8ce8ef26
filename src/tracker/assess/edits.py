"""What was edited in a catalogue: two versions of it side by side."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from tracker.model.catalogue import Catalogue, Measure, Target

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that reads otherwise; `what` names it, `old` and `new` are as the catalogue holds them."""

    what: str
    old: object
    new: object
    number: str = ""  # of the target or measure it belongs to


# What a person writes of a target. Its number follows from where it stands: only another measure is an edit.
_TARGET: Mapping[str, Callable[[Target], object]] = {
    "moved": lambda target: target.measure,
    "name": lambda target: target.name,
    "kind": lambda target: target.kind,
    "unit": lambda target: target.unit,
    "target": lambda target: target.goal,
    "baseline": lambda target: target.baseline,
    "from": lambda target: target.period.start,
    "due": lambda target: target.period.end,
    "path": lambda target: target.path,
    "points": lambda target: target.points,
    "previous": lambda target: target.previous,
    "stages": lambda target: tuple(target.stages.items()),
    "strength": lambda target: target.aspire,
    "owners": lambda target: target.owners,
    "cadence": lambda target: target.reporting.cadence,
    "grace": lambda target: target.reporting.grace,
    "quote": lambda target: target.quote,
    "former_ids": lambda target: target.former_ids,
    "whole": lambda target: target.whole,
    "accept": lambda target: "; ".join(f"{one.until}: {one.document}" for one in target.accepted) or None,
    "retired": lambda target: target.retired and f"{target.retired.on}: {target.retired.document}",
}
_CATALOGUE: Mapping[str, Callable[[Catalogue], object]] = {
    "title": lambda catalogue: catalogue.title,
    "year": lambda catalogue: catalogue.year,
    "language": lambda catalogue: catalogue.language,
    "source": lambda catalogue: catalogue.source,
    "notice": lambda catalogue: catalogue.notice,
    "profile": lambda catalogue: catalogue.profile,
    "escalation": lambda catalogue: catalogue.escalation,
    "verifiers": lambda catalogue: catalogue.verifiers,
    "brief": lambda catalogue: catalogue.brief_length,
    "views": lambda catalogue: tuple(sorted(catalogue.views.items(), key=lambda view: view[0])),
}
_MEASURE: Mapping[str, Callable[[Measure], object]] = {
    "measure_title": lambda measure: measure.title,
    "measure_owners": lambda measure: measure.owners,
}


def target_edits(old: Target, new: Target) -> tuple[Edit, ...]:
    """What was edited of one target. An adjustment that is gone is an edit, a new one is not."""
    gone = (adjustment for adjustment in old.adjustments if adjustment not in new.adjustments)
    return (
        *_differing(_TARGET, old, new, new.number),
        *(Edit("adjustment", adjustment, None, new.number) for adjustment in gone),
    )


def catalogue_edits(old: Catalogue, new: Catalogue) -> tuple[Edit, ...]:
    """What was edited beside the targets: the head, sections and measures."""
    return (
        *_differing(_CATALOGUE, old, new, ""),
        *_listed(
            "section",
            {str(s.number): s.title for s in old.sections},
            {str(s.number): s.title for s in new.sections},
        ),
        *_measures({m.number: m for m in old.measures}, {m.number: m for m in new.measures}),
    )


def _measures(old: Mapping[int, Measure], new: Mapping[int, Measure]) -> Iterator[Edit]:
    for number in sorted({*old, *new}):
        measure_before, measure_after = old.get(number), new.get(number)
        if measure_before is not None and measure_after is not None:
            yield from _differing(_MEASURE, measure_before, measure_after, str(number))
        else:
            yield Edit(
                "measure",
                measure_before.title if measure_before else None,
                measure_after.title if measure_after else None,
                str(number),
            )


def _listed(what: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Edit]:
    for number in dict.fromkeys((*old, *new)):
        if old.get(number) != new.get(number):
            yield Edit(what, old.get(number), new.get(number), number)


def _differing(parts: Mapping[str, Callable[[T], object]], old: T, new: T, number: str) -> Iterator[Edit]:
    for what, part in parts.items():
        if part(old) != part(new):
            yield Edit(what, part(old), part(new), number)
