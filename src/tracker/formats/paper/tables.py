"""Tables of papers on pages: how wide columns are, what is not broken, when the paper has to be turned."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isqrt

import wcwidth
from markdown_it.token import Token

from tracker.formats.paper.reading import side_of, text_of

# Half-width characters of 10.5 pt in a line: in the 156 mm of an upright page, in the 225 mm of a turned one.
PORTRAIT, LANDSCAPE = 84, 121
_WRAPPED = 16  # of them, what text takes at least where it wraps
_SHORT_HEADING = 6
_ONE_LINE = 8
_NARROWEST = 4
_GAP = 2
_MEETING = re.compile(r"(?<=[0-9A-Za-z%])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])")
_LATIN = re.compile(r"[!-\u2e7f]+")  # what does not break: letters, digits and signs that are not Chinese


def cells(text: str) -> int:
    """How wide a Chinese font sets the text, in halves of its height; its quotation marks are whole ones.

    Between Chinese and digits or letters there is a quarter of its height.
    """
    return wcwidth.width(text, ambiguous_width=2) + (len(_MEETING.findall(text)) + 1) // 2


@dataclass(frozen=True, slots=True)
class Grid:
    """The opening tokens of a table's cells, each with its text, row by row; the headings come first."""

    rows: tuple[tuple[tuple[Token, str], ...], ...]

    @property
    def is_wide(self) -> bool:
        """Whether the table needs the longer side of the paper."""
        return sum(min(width, _WRAPPED) for width in self._taken) > PORTRAIT

    def mark(self, room: int) -> None:
        """Give each cell its classes: the side it keeps to, and `whole` where it is not to be broken.

        `room` is a line in half-width characters. Numbers are whole, and of the other columns the narrowest
        as long as those that are left have enough to wrap in.
        """
        whole = self._whole(room)
        for place, row in enumerate(self.rows):
            for n, (cell, text) in enumerate(row):
                side = side_of(cell)
                unbroken = n in whole if place else cells(text) <= _SHORT_HEADING
                cell.attrs = {} if place else {"scope": "col"}
                if classes := [side] * (side != "left") + ["whole"] * unbroken:
                    cell.attrs["class"] = " ".join(classes)

    def widths(self, room: int) -> list[int]:
        """The columns' widths that together fill `room`, in the same unit.

        Columns that wrap share what the whole ones leave, by the roots of their widths, which makes rows of
        about equal height.
        """
        taken, whole = self._taken, self._whole(room)
        least = [width if n in whole else min(width, _WRAPPED) for n, width in enumerate(taken)]
        left = max(room - sum(least), 0)
        roots = [
            0 if n in whole and len(whole) < len(taken) else isqrt(width) for n, width in enumerate(taken)
        ]
        shared = [width + left * root // sum(roots) for width, root in zip(least, roots, strict=True)]
        return [width * room // sum(shared) for width in shared]

    @property
    def _taken(self) -> list[int]:
        """What each column takes unbroken, with the space between columns; headings may take two lines."""
        heads, *rows = self.rows
        return [
            max(_NARROWEST, _least_of_heading(head), *(cells(row[n][1]) for row in rows)) + _GAP
            for n, (_, head) in enumerate(heads)
        ]

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


def _least_of_heading(text: str) -> int:
    """What a heading takes in two lines: no Latin word is broken, and a short heading takes one."""
    words = (cells(word) for word in _LATIN.findall(text))
    return max(min(cells(text), max(_ONE_LINE, cells(text) // 2 + 2)), *words, 0)


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
