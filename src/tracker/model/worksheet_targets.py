"""Which target a row names: by id, number or name, by a name that is known, or by the nearest name."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from tracker.model.catalogue import Catalogue, Target
from tracker.model.quantity import is_measure
from tracker.model.typed import folded, plain
from tracker.model.worksheet import CellPlace, Worksheet
from tracker.model.worksheet_cells import CellError, SheetCell, text_in
from tracker.problems import nearest

# What is meant as an id or a number, rather than as a name that the catalogue may word otherwise.
_REFERENCE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*|[0-9]+\.[0-9]+")
_NUMBER = re.compile(r"[0-9]+\.[0-9]+")
# 一、 （一） 1. 1、 (1) 1.2 before a name, and a unit behind it.
_ORDINAL = re.compile(r"\(?([0-9]+(\.[0-9]+)*|[一二三四五六七八九十]+)\)?([.、)]|(?<=\))|(?<=[0-9]) )\s*")
_BRACKET = re.compile(r"(.+)\(([^()]+)\)")
# A part of what stands above it, whatever its name is like.
_PART = re.compile("(其中|#)[:：]?")
# By so many per cent the nearest name is nearer than the next one, where it is taken for the one meant.
_MARGIN = 10
# Above its headings a table has a title and a few lines at most.
_HEAD_ROWS = 30
# Whoever has so many problems sees no more of them; looking for near names takes time.
_ENOUGH = 100


@dataclass(frozen=True, slots=True)
class Named:
    """The target a row names, the unit behind its name, and the name itself where it is only a near one."""

    target: Target
    unit: str | None = None
    near: str | None = None


class TargetNames:
    """Everything that names a target of a catalogue in a sheet."""

    def __init__(self, catalogue: Catalogue, names: Mapping[str, str | None], *, typed: bool) -> None:
        """`names` as in Known; `typed`: what a sheet holds as text was typed so."""
        self._typed = typed
        self._left_out = {name for name, target_id in names.items() if target_id is None}
        self._by_text: dict[str, list[Target]] = {}
        for target in catalogue.targets:
            for text in {target.id, target.number, folded(target.name)}:
                self._by_text.setdefault(text, []).append(target)
        for name, target_id in names.items():
            if target_id and (known := catalogue.target(target_id)):
                self._by_text[name] = [known]
        self._asked = 0

    def leaves_out(self, cells: Iterable[SheetCell]) -> bool:
        """Whether the cells name what a workspace leaves out."""
        return bool(self._left_out) and any(folded(text) in self._left_out for _, text in _texts(cells))

    def known(self, cells: Iterable[SheetCell]) -> bool:
        """Whether the cells name some target exactly. Raises CellError as text_in does."""
        return any(self._candidates(cells))

    def named(self, cells: Iterable[SheetCell]) -> Named:
        """The one target that all cells which name one agree on, or else the nearest. Raises CellError."""
        cells = tuple(cells)
        texts = [text for _, text in _texts(cells)]
        if not texts:
            raise CellError("sheet-target-missing")
        sets = list(self._candidates(cells))
        candidates = [targets for targets in sets if targets]
        if not candidates:
            return self._nearest(texts)
        strays = (text for text, targets in zip(texts, sets, strict=True) if not targets)
        common = [target for target in candidates[0] if all(target in other for other in candidates)]
        if not common or any(_REFERENCE.fullmatch(text) for text in strays):
            raise CellError("sheet-target-conflict", names=tuple(texts))
        if len(common) > 1:
            raise CellError("sheet-target-several", name=texts[0], ids=tuple(t.id for t in common))
        unit = next(filter(None, (_bare(text)[1] for text in texts)), None)
        # A name to the left may be that of a group of rows.
        by_name = not any(t and _REFERENCE.fullmatch(text) for text, t in zip(texts, sets, strict=True))
        return Named(common[0], unit, _in_line(texts[-1]) if by_name and not sets[-1] else None)

    def _candidates(self, cells: Iterable[SheetCell]) -> Iterator[list[Target]]:
        """For each cell that may name a target, those it may mean: a sheet turns the number 1.10 into 1.1."""
        for cell, text in _texts(cells):
            targets = self._by_text.get(folded(text), []) or self._by_text.get(folded(_bare(text)[0]), [])
            if _NUMBER.fullmatch(text) and not (self._typed and isinstance(cell.value, str)):
                targets = [*targets, *self._by_text.get(f"{text}0", [])]
            yield targets

    def _nearest(self, texts: list[str]) -> Named:
        """The target with by far the nearest name. Raises CellError (sheet-target-unknown) where none is."""
        if len(texts) == 1 and (part := _PART.match(texts[0])):
            whole = self._by_text.get(folded(_bare(texts[0][part.end() :])[0]), [])
            if len(whole) == 1:  # it is called so itself, which is shown before it is believed
                return Named(whole[0], _bare(texts[0])[1], _in_line(texts[0]))
        names = [
            folded(name) for name in (_bare(text)[0] for text in texts) if not _REFERENCE.fullmatch(name)
        ]
        self._asked += 1
        near = nearest(names[-1], self._by_text) if names and self._asked < _ENOUGH else ()
        if near and len(names) == len(texts) and not _PART.match(texts[-1]):
            likeness = [int(100 * SequenceMatcher(None, name, names[-1]).ratio()) for name in near]
            meant = self._by_text[near[0]]
            if len(meant) == 1 and likeness[0] - (likeness[1] if len(near) > 1 else 0) >= _MARGIN:
                return Named(meant[0], _bare(texts[-1])[1], _in_line(texts[-1]))
        shown = near or (nearest(texts[0], self._by_text) if self._asked < _ENOUGH else ())
        name = _in_line(texts[-1])
        called = name if name.isprintable() and not _REFERENCE.fullmatch(name) else ""
        raise CellError("sheet-target-unknown", name=texts[0], near=shown, called=called)


def targets_across(sheet: Worksheet, catalogue: Catalogue) -> tuple[CellPlace, CellPlace] | None:
    """Where a row names targets beside each other, a column each: its first and its last one."""
    names = TargetNames(catalogue, {}, typed=True)
    for row in sheet.rows[:_HEAD_ROWS]:
        named = [
            column
            for column, cell in enumerate(row.cells, 1)
            if isinstance(cell.value, str) and cell.anchor is None and names.known([cell])
        ]
        if len(named) > 1:
            return sheet.spot(row.number, named[0]), sheet.spot(row.number, named[-1])
    return None


def _in_line(text: str) -> str:
    return " ".join(text.split())


def _texts(cells: Iterable[SheetCell]) -> Iterator[tuple[SheetCell, str]]:
    for cell in cells:
        if text := text_in(cell):
            yield cell, plain(text)


def _bare(text: str) -> tuple[str, str | None]:
    """A name without the ordinal before it and the unit behind it, and that unit."""
    name = plain(text)
    if _REFERENCE.fullmatch(name):
        return name, None
    if ordinal := _ORDINAL.match(name):
        name = name[ordinal.end() :]
    match = _BRACKET.fullmatch(name)
    if match and is_measure(match[2].strip()):
        return match[1].strip(), match[2].strip()
    return name, None
