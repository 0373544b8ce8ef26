"""The targets of a made-up workspace, its catalogue, and the policy text that it quotes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from scale.subjects import SUBJECTS, THEMES, UNITS, Subject

# How fast the year goes, against what the goal asks for: ahead, on schedule, a little behind, far behind.
_SPEEDS = ((1.15, 1.5), (1.0, 1.1), (1.0, 1.1), (0.9, 1.0), (0.5, 0.8))


@dataclass(frozen=True, slots=True)
class Aim:
    """One target: what it is about, where, what is asked for, and how its figures go.

    A figure after the share x of the year is `start` + `span` * x, at most `ceiling`, give or take half
    of `wobble`; all in steps of 10 to the minus `digits` of the unit.
    """

    id: str
    subject: Subject
    place: str
    goal: int
    high: int
    start: int
    span: int
    ceiling: int
    wobble: int

    @property
    def name(self) -> str:
        """As people say it."""
        return f"{self.place}{self.subject.name}"

    @property
    def account(self) -> str:
        """The account that stands for it in a journal."""
        return f"Income:{self.id.capitalize()}"

    def number(self, value: int) -> str:
        """A figure in the target's unit."""
        return decimal_text(value, self.subject.digits)

    def filled(self, form: str) -> str:
        """A text of the subject with this target's numbers in it."""
        low, high = self.number(self.goal), self.number(self.high)
        return form.format(
            goal=low, high=high, third=self.number(self.goal // 3), half=self.number(self.goal // 2)
        )


def decimal_text(value: int, digits: int) -> str:
    """The number that is `value` steps of 10 to the minus `digits`."""
    if not digits:
        return str(value)
    whole, rest = divmod(abs(value), 10**digits)
    return f"{'-' if value < 0 else ''}{whole}.{rest:0{digits}d}"


def aims(count: int, seed: int) -> Iterator[Aim]:
    """The first `count` targets, the same for the same seed."""
    for n in range(count):
        place, of_place = divmod(n, len(SUBJECTS))
        yield _aim(SUBJECTS[of_place], place + 1, Random(f"{seed}-{n}"))


def _aim(subject: Subject, place: int, chance: Random) -> Aim:
    varies = subject.kind in {"cumulative", "level"}
    goal = max(round(subject.goal * chance.uniform(0.7, 1.3)), subject.start + 2) if varies else subject.goal
    steady = subject.kind == "growth" or (subject.goal_form.startswith("at_most") and subject.kind == "share")
    span = round((goal - subject.start) * chance.uniform(*chance.choice(_SPEEDS)))
    percent = subject.unit == "%"
    return Aim(
        id=f"{subject.slug}-{place:03d}",
        subject=subject,
        place=f"第{place}片区",
        goal=goal,
        high=goal + 5,
        start=goal + chance.randrange(-6, 6) if steady else subject.start,
        span=0 if steady else span,
        ceiling=100 * 10**subject.digits if percent else 10 * goal,
        wobble=8 if steady else 0,
    )


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
