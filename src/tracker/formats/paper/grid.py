"""Tables of papers on pages: what is not broken, and when the paper has to be turned."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import wcwidth
from markdown_it.token import Token

from tracker.formats.paper.sheets import side_of, text_of

# Half-width characters of 10.5 pt in a line: in the 156 mm of an upright page, in the 225 mm of a turned one.
PORTRAIT, LANDSCAPE = 84, 121
_WRAPPED = 16  # of them, what text takes at least where it wraps
_SHORT_HEADING = 6
_NARROWEST = 4
_GAP = 2


@dataclass(frozen=True, slots=True)
class Grid:
    """The opening tokens of a table's cells, each with its text, row by row; the headings come first."""

    rows: tuple[tuple[tuple[Token, str], ...], ...]

    @property
    def widths(self) -> list[int]:
        """The longest text of each column in cells, headings apart, which always wrap."""
        _, *rows = self.rows
        return [max((wcwidth.width(row[n][1]) for row in rows), default=0) for n in range(len(self.rows[0]))]

    @property
    def is_wide(self) -> bool:
        """Whether the table needs the longer side of the paper."""
        return sum(min(width, _WRAPPED) for width in self._taken) > PORTRAIT

    @property
    def _taken(self) -> list[int]:
        return [max(width, _NARROWEST) + _GAP for width in self.widths]

    def mark(self, room: int) -> None:
        """Give each cell its classes: the side it keeps to, and `whole` where it is not to be broken.

        `room` is a line in half-width characters. Numbers are whole, and of the other columns the narrowest
        as long as those that are left have enough to wrap in.
        """
        whole = self._whole(room)
        for n in range(len(self.widths)):
            for place, row in enumerate(self.rows):
                cell, text = row[n]
                side = side_of(cell)
                unbroken = n in whole if place else wcwidth.width(text) <= _SHORT_HEADING
                cell.attrs = {} if place else {"scope": "col"}
                if classes := [side] * (side != "left") + ["whole"] * unbroken:
                    cell.attrs["class"] = " ".join(classes)

    def _whole(self, room: int) -> set[int]:
        taken = self._taken
        numbers = {n for n, (cell, _) in enumerate(self.rows[0]) if side_of(cell) == "right"}
        others = sorted(set(range(len(taken))) - numbers, key=lambda n: taken[n])
        left = room - sum(taken[n] for n in numbers)
        whole = set(numbers)
        for place, n in enumerate(others):
            if taken[n] + sum(min(taken[m], _WRAPPED) for m in others[place + 1 :]) > left:
                break
            whole.add(n)
            left -= taken[n]
        return whole


def grids_of(tokens: Sequence[Token]) -> Iterator[Grid]:
    """The tables among the tokens."""
    rows: list[list[tuple[Token, str]]] = []
    for at, token in enumerate(tokens):
        match token.type:
            case "table_open":
                rows = []
            case "tr_open":
                rows.append([])
            case "th_open" | "td_open":
                rows[-1].append((token, text_of(tokens[at + 1])))
            case "table_close":
                yield Grid(tuple(map(tuple, rows)))
