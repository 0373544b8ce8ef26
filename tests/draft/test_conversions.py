"""The same texts as other conversions would leave them: hardly a target or an owner is lost."""

import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from draft.gold import Gold, all_gold
from draft.score import compare

WIDE = {ord("0") + n: 0xFF10 + n for n in range(10)} | {ord("%"): ord("％")}
NARROW: dict[str, str | int | None] = {"（": "(", "）": ")", "，": ",", "；": ";", "：": ":"}
LEAST = Fraction(95, 100)


def with_blanks(text: str) -> str:
    """A blank behind every twelfth character or so, at no regular place."""
    return "".join(c + (" " if c != "\n" and n * 7919 % 97 < 8 else "") for n, c in enumerate(text))


def wrapped(text: str, width: int = 32) -> str:
    lines: list[str] = []
    for line in text.split("\n"):
        rest = line
        row = line.startswith("|") or "\t" in line or "    " in line.strip()  # no conversion cuts those
        while len(rest) > width and not row:
            lines.append(rest[:width])
            rest = rest[width:]
        lines.append(rest)
    return "\n".join(lines)


def with_pages(text: str) -> str:
    lines: list[str] = []
    for number, line in enumerate(wrapped(text, 34).split("\n"), 1):
        lines.append(line)
        if number % 30 == 0 and not line.startswith("|"):
            lines += ["", f"— {number // 30} —", ""]
    return "\n".join(lines)


def without_marks(text: str) -> str:
    return re.sub(r"(?m)^#+ *", "", text).replace("**", "")


CONVERSIONS: dict[str, Callable[[str], str]] = {
    "blanks": with_blanks,
    "wide": lambda text: text.translate(WIDE),
    "narrow": lambda text: text.translate(str.maketrans(NARROW)),
    "wrapped": wrapped,
    "pages": with_pages,
    "without Markdown": without_marks,
}


@pytest.mark.parametrize("name", CONVERSIONS)
@pytest.mark.parametrize("gold", all_gold(), ids=lambda gold: gold.name)
def test_conversions(gold: Gold, name: str) -> None:
    result = compare(replace(gold, text=CONVERSIONS[name](gold.text)))
    assert result.targets.f1 >= LEAST, (result.made_up, result.missed)
    assert result.owners.f1 >= LEAST, (result.owners_made_up, result.owners_missed)
