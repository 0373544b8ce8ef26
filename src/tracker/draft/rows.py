"""Measures that are rows of a table."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.draft.columns import Column
from tracker.draft.layout import Block
from tracker.draft.owners import Responsible, units_between
from tracker.draft.parts import Figure, Part, Range
from tracker.draft.script import Script

_FIGURE = re.compile(
    r"[<>≥≤=约]*(?:不低于|不少于|超过|不超过)?[-+]?\d[\d.,]*[万亿]?[%‰]?(?:-+\d[\d.]*%?)?(?:以上|左右|以内|以下)?"
)
_LONGEST_TITLE = 60


def rows_of(script: Script, blocks: Sequence[Block]) -> tuple[list[Part], set[Block]]:
    """The measures among the rows of all tables, and the rows they are made of."""
    parts: list[Part] = []
    taken: set[Block] = set()
    section, before, heading = "", None, ""
    for block in blocks:
        if not block.cells:
            before, section = section, script.text[block.body : block.end]
            if block.mark:  # a heading between two rows
                heading, before = section, None
            continue
        if before is not None:
            heading, before = before, None
        part = _part(script, block, heading)
        if part is None:
            continue
        taken.add(block)
        columns = {column for column, _, _ in block.cells}
        if parts and parts[-1].number and not columns & {Column.NUMBER, Column.TITLE}:
            parts[-1] = _together(parts[-1], part)
        else:
            parts.append(part)
    return parts, taken


def _part(script: Script, block: Block, section: str) -> Part | None:
    cells: dict[Column, list[Range]] = {}
    for column, start, end in block.cells:
        cells.setdefault(column, []).append((start, end))
    owners = tuple(
        Responsible(start, end, units_between(script, start, end))
        for start, end in cells.get(Column.OWNERS, [])
    )
    titles = [*cells.get(Column.TITLE, []), *cells.get(Column.TEXT, [])]
    values = cells.get(Column.VALUE, [])
    if not titles and not values:
        return None
    title, rest = (titles[0], titles[1:]) if titles else (values[0], [])
    texts = [place for place in (*rest, *values) if not _is_figure(script, place)]
    unit = next(iter(cells.get(Column.UNIT, [])), None)
    named = rest[-1] if rest else title
    figures = tuple(Figure(named, unit, place) for place in values if _is_figure(script, place))
    due = next(iter(cells.get(Column.DUE, [])), None)
    number = _number(script, cells.get(Column.NUMBER, []))
    words = script.text[title[0] : title[1]]
    return Part(
        number=number or 0,
        title=words[:_LONGEST_TITLE].strip("。；，"),
        heading=title,
        body=tuple(sorted(texts)) or (() if figures else (title,)),
        responsible=owners,
        section=section if len(section) <= _LONGEST_TITLE and "。" not in section else "",
        due=due,
        figures=figures,
    )


def _together(above: Part, below: Part) -> Part:
    """A row without number and title goes on with the measure above it: its cells are merged ones."""
    body = (*above.body, *(place for place in (below.heading, *below.body) if place not in above.body))
    return replace(
        above,
        body=tuple(dict.fromkeys(body)),
        responsible=(*above.responsible, *below.responsible),
        figures=(*above.figures, *below.figures),
    )


def _is_figure(script: Script, place: Range) -> bool:
    return bool(_FIGURE.fullmatch(script.text[place[0] : place[1]]))


def _number(script: Script, cells: Sequence[Range]) -> int | None:
    words = script.text[cells[0][0] : cells[0][1]] if cells else ""
    return int(words) if words.isdecimal() and len(words) <= len("999") else None
