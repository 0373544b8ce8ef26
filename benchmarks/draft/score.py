"""Counting: what was found, what was missed, what was made up; and how sure the draft was of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from draft.gold import Gold, Row, row
from tracker.draft.mentions import TargetMention
from tracker.draft.reading import Reading, read

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
class Judged:
    """A target that was found: its doubts, and whether it is right."""

    doubts: tuple[str, ...]
    right: bool


@dataclass(frozen=True, slots=True)
class Result:
    """One text: targets and owners compared, the rows that differ, how measures are told apart."""

    name: str
    targets: Score
    owners: Score
    made_up: tuple[Row, ...]
    missed: tuple[Row, ...]
    owners_made_up: tuple[tuple[int, str], ...]
    owners_missed: tuple[tuple[int, str], ...]
    apart: Fraction
    dues: tuple[int, int]  # deadlines that are right, of those annotated
    judged: tuple[Judged, ...]


def compare(gold: Gold) -> Result:
    """Read the text and compare; each annotated row may be found once."""
    reading = read(gold.text)
    aims = [aim for measure in reading.measures for aim in measure.targets]
    wanted = [_unnumbered(line) if gold.unnumbered else line for line in gold.rows]
    found = [_unnumbered(_row(aim)) if gold.unnumbered else _row(aim) for aim in aims]
    pairs = _pairs(found, wanted)
    units, known = _owners(reading, gold)
    spare = Counter(_figure(line) for line in gold.optional)
    left = [n for n in range(len(found)) if n not in pairs and not _takes(spare, found[n])]
    counted, annotated = Counter(found[n] for n in (*pairs, *left)), Counter(wanted)
    dues = [(aims[n].due, gold.dues[at]) for n, at in pairs.items() if gold.dues and gold.dues[at]]
    return Result(
        gold.name,
        _score(counted, annotated),
        _score(units, known),
        tuple((counted - annotated).elements()),
        tuple((annotated - counted).elements()),
        tuple((units - known).elements()),
        tuple((known - units).elements()),
        _b_cubed([(aims[n].measure, gold.rows[at][0]) for n, at in pairs.items()]),
        (sum(_same_day(due, said) for due, said in dues), len(dues)),
        tuple(Judged(aims[n].doubts, n in pairs) for n in (*pairs, *left)),
    )


def total(scores: Iterable[Score]) -> Score:
    """All texts together."""
    return sum(scores, Score(0, 0, 0))


def _owners(reading: Reading, gold: Gold) -> tuple[Counter[tuple[int, str]], Counter[tuple[int, str]]]:
    """The units of each measure as found and as annotated; by place where numbers say nothing."""
    passages = [measure.passage for measure in reading.measures]
    measures = [passage for passage in passages if passage.units or not gold.unnumbered]
    numbers = [n if gold.unnumbered else passage.number for n, passage in enumerate(measures)]
    named = [(number, units) for number, units in gold.owners if units or not gold.unnumbered]
    own = [n if gold.unnumbered else number for n, (number, _) in enumerate(named)]
    found = Counter((n, unit) for n, passage in zip(numbers, measures, strict=True) for unit in passage.units)
    return found, Counter((n, unit) for n, (_, units) in zip(own, named, strict=True) for unit in units)


def _pairs(found: Sequence[Row], wanted: Sequence[Row]) -> dict[int, int]:
    """Which annotated row each found one is, equal ones in their order."""
    places: dict[Row, list[int]] = defaultdict(list)
    for at, line in enumerate(wanted):
        places[line].append(at)
    return {n: places[line].pop(0) for n, line in enumerate(found) if places[line]}


def _takes(spare: Counter[tuple[tuple[Decimal, ...], str]], line: Row) -> bool:
    """Whether a row is one that may be left, however it is compared; it is taken off those."""
    if not spare[_figure(line)]:
        return False
    spare[_figure(line)] -= 1
    return True


def _figure(line: Row) -> tuple[tuple[Decimal, ...], str]:
    return line[2:]


def _b_cubed(pairs: Sequence[tuple[int, int]]) -> Fraction:
    """How alike found and annotated measures group the targets that are in both (F1 of B-cubed)."""
    mine, theirs, both = Counter(a for a, _ in pairs), Counter(b for _, b in pairs), Counter(pairs)
    precision = _share(sum((Fraction(n * n, mine[a]) for (a, _), n in both.items()), Fraction(0)), len(pairs))
    recall = _share(sum((Fraction(n * n, theirs[b]) for (_, b), n in both.items()), Fraction(0)), len(pairs))
    return 2 * precision * recall / (precision + recall) if precision + recall else Fraction(0)


def _same_day(due: date | None, said: str) -> bool:
    """Whether a deadline is the annotated one; without one, a target is due at the end of its year."""
    return said.endswith("12-31") if due is None else str(due) == said


def _unnumbered(line: Row) -> Row:
    return (0, *line[1:])


def _row(aim: TargetMention) -> Row:
    values = (aim.value,) if aim.upper is None else (aim.value, aim.upper)
    return row(aim.measure, aim.operator.value, tuple(v for v in values if v is not None), aim.unit)


def _score(found: Counter[Item], wanted: Counter[Item]) -> Score:
    right = (found & wanted).total()
    return Score(right, found.total() - right, wanted.total() - right)


def _share(part: Fraction | int, whole: int) -> Fraction:
    return Fraction(part) / whole if whole else Fraction(1)
