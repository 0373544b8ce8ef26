"""What is expected when: the path of a target, and how long a value stays ahead of it."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from tracker.assess.previous import share_by
from tracker.model.catalogue import PathRule, Target
from tracker.model.goal import Goal
from tracker.model.kinds import completion
from tracker.model.period import Period, position


@dataclass(frozen=True, slots=True)
class Schedule:
    """One target's path, with the goal, the period and the path in force on the day it is looked at."""

    target: Target
    goal: Goal
    period: Period
    path: PathRule
    points: tuple[tuple[date, Decimal], ...] = ()  # steps agreed in advance

    @property
    def is_rate(self) -> bool:
        """Whether it is judged in points of a rate: growth, and a share without a way to prorate."""
        flat = self.path in {PathRule.HOLD, PathRule.AT_DUE}
        return self.target.rules.rate or (self.target.kind == "share" and flat)

    def expected(self, day: date) -> Fraction | None:
        """Where the path says the value should be at the end of `day`, in the target's unit.

        None where the path asks for nothing yet: `at_due` before its deadline.
        """
        goal = Fraction(self.goal.value)
        match self.path:
            case PathRule.HOLD:
                return goal
            case PathRule.AT_DUE:
                return goal if day >= self.period.end else None
            case PathRule.LINEAR:
                start = Fraction(self.target.baseline or 0)
                return start + self.period.elapsed(day) * (goal - start)
            case PathRule.SEASONAL:
                start = Fraction(self.target.baseline or 0)
                share = share_by(self.target, self.period, day)
                return start + (self.period.elapsed(day) if share is None else share) * (goal - start)
            case PathRule.POINTS:
                return self._between_points(day)

    def judging_day(self, latest: date | None, day: date) -> date:
        """The day on which it is judged: that of the latest figure while it is fresh, else `day` itself.

        A late report is no progress. What is judged only at its deadline is judged on `day`.
        """
        if latest is None or self.path is PathRule.AT_DUE:
            return day
        fresh = (day - latest).days <= self.target.reporting.fresh_days
        return latest if fresh else day

    def completion(self, value: Fraction | Decimal, of: Decimal | None = None) -> Fraction | None:
        """Completion (完成率) of a value, as a share; None of a rate of change, or where it says nothing.

        It is that of the goal, or of the step `of` on the way to it.
        """
        if self.target.rules.rate:
            return None
        baseline = None if self.target.baseline is None else Fraction(self.target.baseline)
        return completion(Fraction(value), Fraction(self.goal.value if of is None else of), baseline)

    def year_step(self, day: date) -> Decimal | None:
        """The step agreed for the end of the year of `day`, in the target's unit, where it is due later."""
        year_end = date(day.year, 12, 31)
        return dict(self.points).get(year_end) if self.period.end > year_end else None

    @property
    def uses_up(self) -> bool:
        """Whether a higher completion is worse: the way to the goal leads away from the better side."""
        goal = self.goal
        return not goal.two_sided and goal.higher_is_better == (goal.value < self._start)

    def is_past(self, value: Fraction) -> bool:
        """Whether a two-sided 左右 has been overshot: the value lies beyond the edge away from the start."""
        goal, baseline = Fraction(self.goal.value), self.target.baseline
        # Where no start is known, the values are taken to come from below.
        upwards = baseline is None or baseline <= self.goal.value
        beyond = value - goal if upwards else goal - value
        return self.goal.two_sided and beyond > Fraction(self.goal.tolerance or 0)

    def lead(self, value: Decimal | Fraction | None, expected: Fraction | None) -> Fraction | None:
        """How far ahead of what is expected (超/欠序时), as a share; below zero is behind.

        Of a rate: its margin over what just counts as met, in points of the rate. Of anything else completion
        minus expected completion. Within the tolerance of a two-sided 左右 it is counted from the nearer edge
        inwards, past the far edge from there downwards.
        """
        if value is None or expected is None:
            return None
        value = Fraction(value)
        if self.is_rate:
            return self.goal.margin(value) / 100
        actual, due = self.completion(value), self.completion(expected)
        if actual is None or due is None:
            return None
        if self.goal.two_sided and (self.goal.met_by(value) or self.is_past(value)):
            return self.goal.margin(value) / abs(Fraction(self.goal.value) - self._start)
        return due - actual if self.uses_up else actual - due

    @property
    def _start(self) -> Fraction:
        """Where completion is counted from."""
        baseline = self.target.baseline
        return Fraction(0) if baseline is None or baseline == self.goal.value else Fraction(baseline)

    def buffer(self, value: Decimal, day: date) -> int | None:
        """Days from `day` until `value` falls behind the path, 0 where it has; None where it never does."""
        if not self.path.leads:
            return None

        def behind(days: int) -> bool:
            lead = self.lead(value, self.expected(day + timedelta(days=days)))
            return lead is not None and lead < 0

        last = (self.period.end - day).days
        if last < 0:
            return None
        if behind(0):  # a limit that is used up too fast may be within it again later
            return 0
        if not behind(last):
            return None
        low, high = 0, last
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if behind(middle) else (middle + 1, high)
        return low

    def course(self) -> tuple[tuple[date, Fraction], ...]:
        """The expected value on the eve of the period, at its month ends and steps, and at its end.

        Empty where nothing is expected but the goal itself (`hold`, `at_due`).
        """
        if not self.path.leads:
            return ()
        eve = self.period.start - timedelta(days=1)
        days = {*self.period.month_ends, *(day for day, _ in self.points), self.period.end}
        inside = sorted(day for day in days if eve < day <= self.period.end)
        expected = ((day, self.expected(day)) for day in inside)
        start = (eve, Fraction(self.target.baseline or 0))
        return (start, *((day, value) for day, value in expected if value is not None))

    def _between_points(self, day: date) -> Fraction:
        before = (self.period.start - timedelta(days=1), Fraction(self.target.baseline or 0))
        steps = [(at, Fraction(value)) for at, value in self.points if at < self.period.end]
        for at, value in [*steps, (self.period.end, Fraction(self.goal.value))]:
            if day <= at:
                length = position(at) - position(before[0])
                share = max(position(day) - position(before[0]), Fraction(0)) / length
                return before[1] + share * (value - before[1])
            before = (at, value)
        return Fraction(self.goal.value)


def schedule_on(target: Target, day: date) -> Schedule:
    """The schedule in force at the end of `day`."""
    path, points = target.path_on(day)
    return Schedule(target, target.goal_on(day), target.period_on(day), path, points)


def original_schedule(target: Target) -> Schedule:
    """The schedule as first set, before any adjustment."""
    return Schedule(target, target.goal, target.period, target.path, target.points)
