"""The catalogue of a made-up workspace, and the policy text that it quotes."""

from collections.abc import Iterator, Sequence

from scale.subjects import SUBJECTS, THEMES, UNITS
from scale.targets import Aim

SOURCE = "seeds/policy.md"
YEAR = 2024
_PER_THEME = len(SUBJECTS) // len(THEMES)
_HEAD = f"""\
# yaml-language-server: $schema=schema/catalogue.schema.json
title: 推动经济社会高质量发展若干措施
year: {YEAR}
language: zh
source: {SOURCE}
notice: 本工作区的数字均为虚构
reporting: {{cadence: dekad, grace: 3}}
sections:
"""


def catalogue_text(aims: Sequence[Aim]) -> str:
    """measures.yaml: a section for each theme, a measure for each part of the district within it."""
    return _HEAD + "".join(_sections(aims))


def policy_text(aims: Sequence[Aim]) -> str:
    """The policy text: one sentence for each target."""
    lines = (f"{n}. {quote(aim)}。\n" for n, aim in enumerate(aims, 1))
    return "# 推动经济社会高质量发展若干措施\n\n" + "".join(lines)


def quote(aim: Aim) -> str:
    """The words that set the target."""
    return f"{aim.place}全年{aim.filled(aim.subject.words)}"


def measure_groups(aims: Sequence[Aim]) -> Iterator[tuple[int, int, list[Aim]]]:
    """Each measure's theme, number and targets, in the order of the catalogue."""
    number = 0
    for theme in range(len(THEMES)):
        about = SUBJECTS[theme * _PER_THEME : (theme + 1) * _PER_THEME]
        by_place: dict[str, list[Aim]] = {}
        for aim in aims:
            if aim.subject in about:
                by_place.setdefault(aim.place, []).append(aim)
        for group in by_place.values():
            number += 1
            yield theme, number, group


def _sections(aims: Sequence[Aim]) -> Iterator[str]:
    open_theme = None
    for theme, number, group in measure_groups(aims):
        if theme != open_theme:
            open_theme = theme
            yield f"- number: {theme + 1}\n  title: {THEMES[theme]}\n  measures:\n"
        lead, second = UNITS[number % len(UNITS)], UNITS[(number + 5) % len(UNITS)]
        yield f"  - number: {number}\n    title: {group[0].place}{THEMES[theme]}\n"
        yield f"    owners: [{lead}, {second}]\n    targets:\n"
        yield from map(_target, group)


def _target(aim: Aim) -> str:
    subject = aim.subject
    lines = [
        f"id: {aim.id}",
        f"name: {aim.name}",
        f"kind: {subject.kind}",
        f"unit: '{subject.unit}'" if subject.unit == "%" else f"unit: {subject.unit}",
        f"target: {{{aim.filled(subject.goal_form)}}}",
        f"quote: {quote(aim)}",
    ]
    if subject.baseline:
        lines.append(f"baseline: {aim.number(aim.start)}")
    if subject.more:
        lines.append(aim.filled(subject.more))
    return "    - " + "\n      ".join(lines) + "\n"
