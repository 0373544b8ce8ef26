"""How many targets had which colour, period by period, as templates/trend.svg draws it: columns of counts.

Coordinates are units of the view box; y grows downwards. Red stands at the foot of each column, so that its
course can be read against the axis.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tracker.formats.charts.lines import exact
from tracker.report.answers import CLASSES, Count

# From the foot of a column upwards.
ORDER = ("red", "yellow", "grey", "pending", "green")
_LABEL = 14  # units that a number needs
_LEAST = 2  # days named below the columns


@dataclass(frozen=True, slots=True)
class Layer:
    """One colour in all columns: its outline, and its latest count beside the last column."""

    colour: str
    path: str
    count: int
    label: str  # how far down


class TrendChart:
    """The chart as its template asks for it."""

    width, height, top, bottom, right = 320, 148, 6, 122, 290

    def __init__(self, counts: Sequence[Count]) -> None:
        self._counts = counts
        self._most = max(1, *(sum(map(each.of, CLASSES)) for each in counts))
        self._step = Fraction(self.right, len(counts))

    def _x(self, n: int) -> Fraction:
        return self._step * n

    def _y(self, count: int) -> Fraction:
        return self.bottom - Fraction((self.bottom - self.top) * count, self._most)

    @property
    def layers(self) -> Iterator[Layer]:
        """The colours that occur."""
        below = [0] * len(self._counts)
        place = Fraction(self.bottom + _LABEL)
        for colour in ORDER:
            counts = [each.of(colour) for each in self._counts]
            path = "".join(self._cell(n, below[n], counts[n]) for n in range(len(counts)) if counts[n])
            if counts[-1]:
                middle = (self._y(below[-1]) + self._y(below[-1] + counts[-1])) / 2 + 4
                place = min(middle, place - _LABEL)
            below = [low + count for low, count in zip(below, counts, strict=True)]
            if path:
                yield Layer(colour, path, counts[-1], exact(place))

    def _cell(self, n: int, below: int, count: int) -> str:
        """One colour of one column: a box, with a hair's breadth above it."""
        x, width = self._x(n) + self._step / 10, self._step * 4 / 5
        low, high = self._y(below), self._y(below + count)
        return f"M{exact(x)} {exact(low)}h{exact(width)}V{exact(high)}h-{exact(width)}z"

    @property
    def days(self) -> Iterator[tuple[str, str]]:
        """The first column, one in the middle and the last: the place of its middle, and its day."""
        last = len(self._counts) - 1
        for n in sorted({0, last // 2, last} if last > _LEAST else {0, last}):
            yield exact(self._x(n) + self._step / 2), f"{self._counts[n].day:%m-%d}"
