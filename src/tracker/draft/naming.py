"""The names of a draft's targets told apart, as an office would write them.

A name that says only what is done has what it is done to from before it; one that two targets of a measure
have is given their days; one that targets of several measures have is given its measure.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tracker.draft.indicators import LONGEST_NAME, only_does, shortened
from tracker.draft.mentions import TargetMention

# A measure's title that fits before a name.
_LONGEST_TITLE = 20
# 规模, 产值: whose?
_SHORTEST = 2
_COUNTED = re.compile(r"^[一二三四五六七八九十]是")
_RATE = re.compile(r"(增速|变化)$")
_TITLE_END = re.compile(r"[，。；：]")


def named(targets: Sequence[TargetMention], title: str, year: int) -> list[TargetMention]:
    """The targets of one measure, in the order of the text, with names of their own; `year` is the text's."""
    with_objects: list[TargetMention] = []
    for target in targets:
        with_objects.append(replace(target, name=_with_object(target, with_objects, title)))
    dues: dict[str, set[date | None]] = defaultdict(set)
    for target in with_objects:
        dues[target.name].add(target.due)
    return [
        replace(target, name=_dated(target.name, target.due, year)) if len(dues[target.name]) > 1 else target
        for target in with_objects
    ]


def of_measure(name: str, title: str, names: Counter[str]) -> str:
    """The name, with its measure's title where targets of several measures have it, or it says too little."""
    short = _COUNTED.sub("", _TITLE_END.split(title)[0])
    alike = names[name] > 1 or len(name) <= _SHORTEST
    if not alike or not short or short in name or len(short) > _LONGEST_TITLE:
        return name
    return shortened(f"{name}（{short}）")


def _with_object(target: TargetMention, before: Sequence[TargetMention], title: str) -> str:
    """完成 alone is what was to be 完成 before, in the same unit; else the measure says what is done."""
    rate = _RATE.search(target.name)
    does = target.name[: rate.start()] if rate else target.name
    if not only_does(does):
        return target.name
    alike = (t.name for t in reversed(before) if t.unit == target.unit and t.name.startswith(does))
    whole = next((name for name in alike if len(name) > len(does)), "")
    short = _TITLE_END.split(title)[0]
    if whole or not short or len(short) > LONGEST_NAME // 2 or only_does(short):
        return whole or target.name
    return short + does + (rate[0] if rate else "")


def _dated(name: str, due: date | None, year: int) -> str:
    if due is None or due == date(year, 12, 31):
        return name
    shown = f"{due.month}月底" if due.month < 12 else f"{due.year}年"  # noqa: PLR2004 - December ends a year
    return shortened(f"{name}（{shown}）")
