"""The annotated texts: what a careful reader found in each."""

import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from tracker.draft.text import uniform
from tracker.model.quantity import factor_of
from tracker.store.files import decode
from tracker.store.yaml import read

TEXTS = Path(__file__).parent / "texts"
REPOSITORY = Path(__file__).parents[2]

# measure, operator, numbers in the base unit, base unit
Row = tuple[int, str, tuple[Decimal, ...], str]


@dataclass(frozen=True, slots=True)
class Gold:
    """One text with its targets (measure, operator, value, unit) and owners (measure, units in order)."""

    name: str
    text: str
    rows: tuple[Row, ...]
    owners: tuple[tuple[int, tuple[str, ...]], ...]
    unnumbered: bool = False  # its measures are told apart, but the numbers they are given say nothing
    dues: tuple[str, ...] = ()  # the deadline of each row, or nothing
    optional: tuple[Row, ...] = ()  # what a careful reader may take or leave: it counts neither way


def row(measure: int, operator: str, values: tuple[Decimal, ...], unit: str) -> Row:
    """A target in a form in which equal ones are equal: 1.2万亩 is 12000 亩, 个百分点 is 百分点."""
    if unit in {"个百分点", "百分点"}:
        return measure, operator, values, "百分点"
    if unit in {"", ":1"}:  # a ratio to one
        return measure, operator, values, ""
    base, factor = ("%", 1) if unit == "%" else factor_of(unit)
    numbers = tuple(value * factor.numerator / factor.denominator for value in values)
    return measure, operator, numbers, base


def own() -> Gold:
    """The repository's own text, with the numeric targets of its catalogue."""
    catalogue: Any = read(decode((REPOSITORY / "measures.yaml").read_bytes()))
    rows: list[Row] = []
    owners: list[tuple[int, tuple[str, ...]]] = []
    for section in catalogue["sections"]:
        for measure in section["measures"]:
            number = int(measure["number"])
            owners.append((number, tuple(measure["owners"])))
            for target in measure["targets"]:
                if target["kind"] != "milestone":
                    operator = next(key for key in target["target"] if key not in {"tolerance", "better"})
                    rows.append(row(number, operator, _values(target["target"][operator]), target["unit"]))
    text = (REPOSITORY / catalogue["source"]).read_text(encoding="utf-8")
    return Gold("repository", text, tuple(rows), tuple(owners))


def annotated(path: Path) -> Gold:
    """One text of benchmarks/draft/texts, by the path of its annotations."""
    gold: Any = read(decode(path.read_bytes()))
    rows: list[Row] = []
    owners: list[tuple[int, tuple[str, ...]]] = []
    dues: list[str] = []
    optional: list[Row] = []
    for measure in gold["measures"]:
        number = int(measure["number"])
        owners.append((number, tuple(_squeezed(unit) for unit in measure["owners"])))
        for target in measure["targets"]:
            unit = _squeezed(target["unit"] or "")
            stated = row(number, target["operator"], _values(target["value"]), unit)
            if target.get("optional"):
                optional.append(stated)
            else:
                rows.append(stated)
                dues.append(str(target.get("due", "")))
    text = (path.parent / gold["text"]).read_text(encoding="utf-8")
    name, unnumbered = path.name.removesuffix(".gold.yaml"), "unnumbered" in gold
    return Gold(name, text, tuple(rows), tuple(owners), unnumbered, tuple(dues), tuple(optional))


def all_gold(folder: Path = TEXTS) -> list[Gold]:
    """The repository's text, then the others by name."""
    return [own(), *(annotated(path) for path in sorted(folder.glob("*.gold.yaml")))]


def _values(value: Any) -> tuple[Decimal, ...]:  # noqa: ANN401 - as YAML has it
    parts = value if isinstance(value, list) else [value]
    return tuple(_value(str(part)) for part in parts)


def _value(text: str) -> Decimal:
    if fraction := re.fullmatch(r"(\d+)/(\d+)", text):
        return (Decimal(fraction[1]) * 100 / Decimal(fraction[2])).quantize(Decimal("0.01"))
    return Decimal(text.replace(",", ""))


def _squeezed(text: str) -> str:
    return "".join(uniform(text).split())
