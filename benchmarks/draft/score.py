"""Counting: what was found, what was missed, what was made up."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from draft.gold import Gold, Row, row
from tracker.draft.mentions import TargetMention
from tracker.draft.reading import read

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Score:
    """Right, made up and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> Fraction:
        """The share of what was found that is right."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> Fraction:
        """The share of what is there that was found."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> Fraction:
        """The harmonic mean of both."""
        return _share(2 * self.right, 2 * self.right + self.wrong + self.missed)

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)


@dataclass(frozen=True, slots=True)
class Result:
    """One text: targets and owners compared, and the rows that differ."""

    name: str
    targets: Score
    owners: Score
    made_up: tuple[Row, ...]
    missed: tuple[Row, ...]
    owners_made_up: tuple[tuple[int, str], ...]
    owners_missed: tuple[tuple[int, str], ...]


def compare(gold: Gold) -> Result:
    """Read the text and compare; each annotated row may be found once."""
    reading = read(gold.text)
    found = Counter(_row(aim) for measure in reading.measures for aim in measure.targets)
    wanted = Counter(gold.rows)
    units = Counter(
        (measure.passage.number, unit) for measure in reading.measures for unit in measure.passage.units
    )
    known = Counter((number, unit) for number, names in gold.owners for unit in names)
    return Result(
        gold.name,
        _score(found, wanted),
        _score(units, known),
        tuple((found - wanted).elements()),
        tuple((wanted - found).elements()),
        tuple((units - known).elements()),
        tuple((known - units).elements()),
    )


def total(scores: Iterable[Score]) -> Score:
    """All texts together."""
    return sum(scores, Score(0, 0, 0))


def _row(aim: TargetMention) -> Row:
    values = (aim.value,) if aim.upper is None else (aim.value, aim.upper)
    return row(aim.measure, aim.operator.value, tuple(v for v in values if v is not None), aim.unit)


def _score(found: Counter[Item], wanted: Counter[Item]) -> Score:
    right = (found & wanted).total()
    return Score(right, found.total() - right, wanted.total() - right)


def _share(part: int, whole: int) -> Fraction:
    return Fraction(part, whole) if whole else Fraction(1)
