"""The targets of a made-up workspace: each subject in each part of the district, with a goal and a speed."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from scale.subjects import SUBJECTS, Subject

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
