"""A clause cut into pieces, one for each number; and lists of numbers that answer a list of names."""

import re
from dataclasses import dataclass, replace

from tracker.draft.comparators import Comparator, comparator_of
from tracker.draft.quantities import Quantity
from tracker.draft.units import bare

_JOINT = re.compile(r"、|，|以及|并且|[和及并与]")
_ONLY_JOINT = re.compile(r"[、，]|和|及|与|以及")
_FROM = re.compile(r"(?:由|从|自)[^，。；由从]{0,24}$")
_UPON = re.compile(r"(?:在|较|比)[^，。；]{0,20}$")
_TO = re.compile(
    r"(?:左右|以上|以下)?(?:的)?(?:基础上?)?，?(?:再|逐步|进一步|平均|全部|统一)?(?:提高|提升|增加|增长|扩大|上升|下降|降低|减少|压减|压缩|"
    r"缩短|压降|降|升|增|提|扩|缩|减|调整|优化|精简|发展|拓展|延长|壮大)?(?:到|至|为)(?:约|不低于|不超过|超过)?$"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One number with the words around it: the piece is [start, end) of the veiled sentence."""

    quantity: Quantity
    comparator: Comparator
    start: int
    end: int
    baseline: Quantity | None = None
    of_list: int = 0  # its place (from 1) in a list of numbers, 0 where it stands alone
    list_start: int = 0  # where the first number of that list stands
    list_size: int = 0


def pieces_of(veiled: str, start: int, end: int, found: list[Quantity]) -> list[Piece]:
    """The pieces of the clause veiled[start:end], in order; a baseline is part of its target's piece."""
    compared = [
        (
            q,
            comparator_of(
                veiled, q.start, min(q.end, end), max(start, _before(found, n)), ranged=q.upper is not None
            ),
        )
        for n, q in enumerate(found)
    ]
    pieces: list[Piece] = []
    floor, waiting = start, None
    for n, (quantity, comparator) in enumerate(compared):
        following = compared[n + 1][0] if n + 1 < len(compared) else None
        if following and waiting is None and _is_baseline(veiled, floor, quantity, following):
            waiting = quantity
            continue
        stop = _stop(veiled, comparator.end, compared[n + 1][1].start if following else end, end)
        pieces.append(Piece(quantity, comparator, floor, stop, waiting))
        floor, waiting = stop, None
    return _lists(veiled, pieces)


def _before(found: list[Quantity], n: int) -> int:
    return found[n - 1].end if n else 0


def _is_baseline(veiled: str, floor: int, quantity: Quantity, following: Quantity) -> bool:
    """由A提高到B, 在A的基础上提高到B: A is where B starts."""
    between = veiled[quantity.end : following.start]
    before = veiled[floor : quantity.start]
    if not _TO.search(between) or len(between) > 24:  # noqa: PLR2004 - a few words
        return False
    return bool(_FROM.search(before)) or ("基础" in between and bool(_UPON.search(before)))


def _stop(veiled: str, begin: int, limit: int, end: int) -> int:
    """Where a piece ends: at the last joint before the next number's words, else at that number."""
    if limit >= end:
        return end
    joints = list(_JOINT.finditer(veiled, begin, limit))
    strong = [joint for joint in joints if joint[0] in {"、", "，"}]
    chosen = strong or joints
    return chosen[0].start() if chosen else max(begin, limit)


def _lists(veiled: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces, with those that follow one another as bare numbers marked as a list."""
    result: list[Piece] = []
    run: list[Piece] = []
    for piece in pieces:
        between = veiled[run[-1].comparator.end : piece.comparator.start] if run else ""
        if run and _ONLY_JOINT.fullmatch(between) and _alike(veiled, run[0], piece):
            run.append(piece)
        else:
            result += _marked(run)
            run = [piece]
    return result + _marked(run)


def _alike(veiled: str, first: Piece, other: Piece) -> bool:
    """Numbers of one unit, or of several where 分别 says whose they are."""
    units = {bare(first.quantity.unit), bare(other.quantity.unit)}
    lead = veiled[max(first.start, first.quantity.start - 200) : first.quantity.start]
    severally = "分别" in lead or "依次" in lead
    return len(units) == 1 or severally


def _marked(run: list[Piece]) -> list[Piece]:
    if len(run) < 2:  # noqa: PLR2004 - two make a list
        return run
    shared = _shared(run)
    unit = run[-1].quantity.unit
    return [
        Piece(
            piece.quantity if piece.quantity.unit else replace(piece.quantity, unit=unit),
            shared[n],
            piece.start,
            piece.end,
            piece.baseline,
            of_list=n + 1,
            list_start=run[0].comparator.start,
            list_size=len(run),
        )
        for n, piece in enumerate(run)
    ]


def _shared(run: list[Piece]) -> list[Comparator]:
    """One comparator behind the last number, or before the first, is meant for all of them."""
    first, last = run[0].comparator, run[-1].comparator
    plain = [piece.comparator for piece in run]
    if last.after and not any(one.said for one in plain[:-1]):
        return [Comparator(last.operator, said=True, start=one.start, end=one.end) for one in plain[:-1]] + [
            last
        ]
    if first.said and not first.after and not any(one.said for one in plain[1:]):
        return [
            first,
            *(Comparator(first.operator, said=True, start=one.start, end=one.end) for one in plain[1:]),
        ]
    return plain
