"""A workspace read as a person reads it: plain YAML, every scalar as text, every number a Fraction."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from fractions import Fraction
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

# Only what is counted one by one is whole; every other unit takes decimals.
WHOLE_UNITS = frozenset([*"家个项场套人户件起次名条辆台座所处村", "人次"])

# Sizes of units of one quantity beside each other (docs/catalogue.md, Units); 万 and the like may stand before each.
LENGTH = {"米": Fraction(1), "里": Fraction(500), "公里": Fraction(1000), "千米": Fraction(1000)}
AREA = {"平方米": Fraction(1), "亩": Fraction(2000, 3), "公顷": Fraction(10000), "平方公里": Fraction(10**6)}
MASS = {"斤": Fraction(1, 2), "公斤": Fraction(1), "千克": Fraction(1), "吨": Fraction(1000)}
SHARE = {"%": Fraction(1), "个百分点": Fraction(1), "‰": Fraction(1, 10)}
SIZES = {"元": Fraction(1), **LENGTH, **AREA, **MASS, **SHARE, **dict.fromkeys(WHOLE_UNITS, Fraction(1))}
ZEROS = {"": 0, "十": 1, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8}


@dataclass(frozen=True)
class Aim:
    """What is to be reached, until when, and on which path."""

    operator: str
    number: Fraction
    tolerance: Fraction
    better: str | None
    due: date
    steps: dict[date, Fraction]
    path: str


@dataclass(frozen=True)
class Target:
    """One target of the catalogue; `aims` are the first one and each adjustment, by the day it came into force."""

    id: str
    names: frozenset[str]
    kind: str
    unit: str
    whole: bool
    baseline: Fraction | None
    start: date
    cadence: str
    grace: int
    stages: dict[str, Fraction]
    aims: tuple[tuple[date, str | None, Aim], ...]
    retired: date | None


@dataclass(frozen=True)
class Place:
    """Where an entry stands: the day of its figures, the moment it was recorded, its file and its number there."""

    day: date
    recorded: datetime
    file: str
    n: int


@dataclass(frozen=True)
class Figure:
    """One entry with a figure, in the target's unit."""

    target: str
    place: Place
    known: date
    is_total: bool
    number: Fraction
    preliminary: bool


@dataclass(frozen=True)
class Workspace:
    """All targets, all figures, and what withdraws them: pairs of a name and the day it was known."""

    profile: str
    targets: tuple[Target, ...]
    figures: tuple[Figure, ...]
    voids: tuple[tuple[str, date], ...]


def read(folder: Path) -> Workspace:
    """The workspace in a folder; whatever is not well-formed raises, for the oracle is asked only about sound ones."""
    catalogue = _yaml(folder / "measures.yaml")
    zone = ZoneInfo(catalogue.get("timezone", "Asia/Shanghai"))
    targets = tuple(_targets(catalogue))
    figures: list[Figure] = []
    voids: list[tuple[str, date]] = []
    for path in sorted((folder / "progress").rglob("*.yaml")):
        report = _yaml(path)
        day = date.fromisoformat(report["date"])
        moment = _moment(report.get("recorded"), day, zone)
        known = moment.astimezone(zone).date()
        for n, entry in enumerate(report["entries"], 1):
            if "void" in entry:
                voids.append((entry["void"], known))
            elif "target" in entry:
                target = next(each for each in targets if entry["target"] in each.names)
                figures.append(_figure(entry, target, Place(day, moment, path.stem, n), known))
    signals = catalogue.get("signals", "default")
    profile = signals if isinstance(signals, str) else signals["profile"]
    return Workspace(profile, targets, tuple(figures), tuple(voids))


def _yaml(path: Path) -> dict[str, Any]:
    document: dict[str, Any] = yaml.load(path.read_text("utf-8-sig"), yaml.BaseLoader)  # noqa: S506 - text only
    return document


def _moment(written: str | None, day: date, zone: ZoneInfo) -> datetime:
    """When a report was recorded: the beginning of its own day where it does not say; without offset in the zone."""
    moment = datetime.fromisoformat(written) if written else datetime.combine(day, time())
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _targets(catalogue: dict[str, Any]) -> Iterator[Target]:
    for section in catalogue["sections"]:
        for measure in section["measures"]:
            for written in measure["targets"]:
                yield _target(written, catalogue)


def _target(written: dict[str, Any], catalogue: dict[str, Any]) -> Target:
    kind, unit = written["kind"], written.get("unit", "%")
    default = "0" if kind in {"cumulative", "milestone"} else None
    baseline = written.get("baseline", default)
    reporting = written.get("reporting", catalogue["reporting"])
    year = catalogue["year"]
    first = _aim(written["target"], date.fromisoformat(written.get("due", f"{year}-12-31")))
    start = date.fromisoformat(written.get("from", f"{year}-01-01"))
    base = Fraction(baseline) if baseline is not None else None
    first = _on_path(first, written.get("path"), kind, base)
    aims = [(date.min, None, first)]
    for change in sorted(written.get("adjustments", ()), key=lambda each: str(each["date"])):
        before = aims[-1][2]
        if isinstance(written.get("path"), dict) and "path" not in change:
            raise ValueError("an adjusted goal with agreed steps needs steps of its own")
        aim = _aim(change["target"], date.fromisoformat(change.get("due", str(before.due))))
        aim = _on_path(aim, change.get("path", written.get("path")), kind, base)
        aims.append((date.fromisoformat(change["date"]), change["document"], aim))
    return Target(
        id=written["id"],
        names=frozenset([written["id"], *written.get("former_ids", ())]),
        kind=kind,
        unit=unit,
        whole={"true": True, "false": False}.get(written.get("whole", ""), unit in WHOLE_UNITS),
        baseline=base,
        start=start,
        cadence=reporting["cadence"],
        grace=int(reporting.get("grace", "3")),
        stages={name: Fraction(share) for name, share in written.get("stages", {}).items()},
        aims=tuple(aims),
        retired=date.fromisoformat(written["retired"]["on"]) if "retired" in written else None,
    )


def _aim(written: dict[str, Any], due: date) -> Aim:
    if "done_by" in written:
        return Aim(
            "done_by", Fraction(100), Fraction(0), None, date.fromisoformat(written["done_by"]), {}, ""
        )
    operator = next(key for key in written if key not in {"tolerance", "better"})
    # Of 3至5项 the lower bound is the goal; more than the upper one is fine.
    number = written[operator][0] if operator == "between" else written[operator]
    tolerance = Fraction(written.get("tolerance", "0"))
    return Aim(operator, Fraction(number), tolerance, written.get("better"), due, {}, "")


def _on_path(
    aim: Aim, path: str | dict[str, dict[str, str]] | None, kind: str, baseline: Fraction | None
) -> Aim:
    """The aim with its path: as written, or by the kind, the baseline and the comparator (docs/catalogue.md)."""
    if isinstance(path, dict):
        steps = {date.fromisoformat(day): Fraction(number) for day, number in path["points"].items()}
        return replace(aim, path="points", steps=steps)
    if path is None:
        limit = aim.operator in {"at_most", "less_than"}
        if baseline is not None:
            limit = (limit or aim.better == "lower") and baseline <= aim.number
        if kind == "growth" or limit:
            path = "hold"
        elif kind in {"level", "share"} and baseline is None:
            path = "at_due"
        else:
            path = "linear"
    return replace(aim, path=path)


def _figure(entry: dict[str, str], target: Target, place: Place, known: date) -> Figure:
    if "stage" in entry:
        number = target.stages[entry["stage"]]
    elif "part" in entry:
        number = Fraction(100) * Fraction(entry["part"]) / Fraction(entry["whole"])
    else:
        factor = _factor(entry.get("unit", target.unit), target.unit)
        number = Fraction(entry.get("total") or entry["add"]) * factor
    preliminary = entry.get("status") == "preliminary"
    return Figure(target.id, place, known, "add" not in entry, number, preliminary)


def _factor(unit: str, own: str) -> Fraction:
    """How many of the target's own unit one of another unit is."""
    return Fraction(1) if unit == own else _size(unit) / _size(own)


def _size(unit: str) -> Fraction:
    for prefix, zeros in ZEROS.items():
        if unit.startswith(prefix) and unit[len(prefix) :] in SIZES:
            return SIZES[unit[len(prefix) :]] * Fraction(10**zeros)
    raise KeyError(unit)
