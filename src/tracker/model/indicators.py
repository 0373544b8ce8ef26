"""Indicators that several workspaces share (indicators.yaml of the level above), and when a target is one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from tracker.model.catalogue import Catalogue, Target
from tracker.model.datapackage import Published
from tracker.model.kinds import KINDS
from tracker.model.quantity import measures_alike
from tracker.problems import Place, Problem

FILE = "indicators.yaml"


class Aggregate(StrEnum):
    """How the figures of several districts make one of the whole."""

    SUM = "sum"  # values are added
    RATIO = "ratio"  # parts and wholes are added: 9/10 and 10/1000 are 19/1010
    NONE = "none"  # never one number: least, median and most are shown


# What may be added: counts and stocks; a percentage is added only as its part and its whole.
AGGREGATES: Mapping[str, tuple[Aggregate, ...]] = {
    "cumulative": (Aggregate.SUM, Aggregate.NONE),
    "level": (Aggregate.SUM, Aggregate.NONE),
    "share": (Aggregate.RATIO, Aggregate.NONE),
    "growth": (Aggregate.NONE,),
    "milestone": (Aggregate.NONE,),
}


@dataclass(frozen=True, slots=True)
class Indicator:
    """One shared indicator; `higher` is whether more is better. `line` is where the file names it."""

    code: str
    name: str
    unit: str
    kind: str
    higher: bool
    aggregate: Aggregate
    line: int = 1


@dataclass(frozen=True, slots=True)
class Indicators:
    """The whole of an indicators.yaml; `file` is its name as problems and traces give it."""

    file: str
    by_code: Mapping[str, Indicator]
    title: str | None = None

    def place(self, code: str) -> str:
        """File and line that define a code: indicators.yaml:12."""
        return f"{self.file}:{self.by_code[code].line}"


def check_indicators(indicators: Indicators, paths: Mapping[str, int]) -> Iterator[Problem]:
    """What the form alone cannot tell: units and ways of aggregating fit the kind.

    `paths` says which item of the file's list each code is.
    """
    for code, indicator in indicators.by_code.items():
        at = ("indicators", paths[code])
        wanted = KINDS[indicator.kind].unit
        facts: dict[str, object] = {"id": code, "kind": indicator.kind}
        if wanted and indicator.unit != wanted:
            place = Place(indicators.file, (*at, "unit"))
            yield Problem("unit-kind", place, {**facts, "unit": indicator.unit, "wanted": wanted})
        known = AGGREGATES[indicator.kind]
        if indicator.aggregate not in known:
            place = Place(indicators.file, (*at, "aggregate"))
            said = {"aggregate": indicator.aggregate.value, "known": tuple(each.value for each in known)}
            yield Problem("aggregate-kind", place, {**facts, **said})


def disagreements(catalogue: Catalogue, indicators: Indicators) -> Iterator[Problem]:
    """Where a target names a code that there is not, or is something else than the code says."""
    for target in catalogue.targets:
        yield from disagreement(target, catalogue.file, indicators)


def disagreement(target: Target, file: str, indicators: Indicators) -> Iterator[Problem]:
    """What one target and its indicator do not agree on; each problem names both files and lines."""
    code = target.indicator
    if code is None:
        return
    indicator = indicators.by_code.get(code)
    facts: dict[str, object] = {"id": target.id, "code": code}
    if indicator is None:
        place = Place(file, (*target.place, "indicator"))
        yield Problem("indicator-unknown", place, {**facts, "file": indicators.file})
        return
    facts["there"] = indicators.place(code)
    if target.kind != indicator.kind:
        said = {"kind": target.kind, "wanted": indicator.kind}
        yield Problem("indicator-kind", Place(file, (*target.place, "kind")), {**facts, **said})
    elif not measures_alike(target.unit, indicator.unit):
        said = {"unit": target.unit, "wanted": indicator.unit}
        yield Problem("indicator-unit", Place(file, (*target.place, "unit")), {**facts, **said})
    if target.goal.higher_is_better != indicator.higher:
        yield Problem("indicator-direction", Place(file, (*target.place, "target")), facts)


def published_disagreement(value: Published, file: str, indicators: Indicators) -> Iterator[Problem]:
    """What a value of a data package and its indicator do not agree on, where the package says it at all."""
    indicator = indicators.by_code.get(value.code)
    if indicator is None:
        return
    facts: dict[str, object] = {"id": value.id, "code": value.code, "there": indicators.place(value.code)}
    if value.kind and value.kind != indicator.kind:
        said = {"kind": value.kind, "wanted": indicator.kind}
        yield Problem("indicator-kind", Place(file), {**facts, **said})
    elif not measures_alike(value.unit or "", indicator.unit):
        said = {"unit": value.unit or "", "wanted": indicator.unit}
        yield Problem("indicator-unit", Place(file), {**facts, **said})
    elif value.part is not None and value.whole is not None and value.part > value.whole:
        counted = {"id": value.id, "part": value.part, "whole": value.whole}
        yield Problem("part-above-whole", Place(file), counted)
