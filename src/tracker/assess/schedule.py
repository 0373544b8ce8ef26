"""What is expected when: the path of a target, and how long a value stays ahead of it."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from tracker.model.catalogue import PathRule, Target
from tracker.model.goal import Goal, Operator
from tracker.model.kinds import of_the_way
from tracker.model.period import Period, position


@dataclass(frozen=True, slots=True)
class Schedule:
    """One target's path, with the goal and the period in force on the day it is looked at."""

    target: Target
    goal: Goal
    period: Period

    def expected(self, day: date) -> Fraction | None:
        """Where the path says the value should be at the end of `day`, in the target's unit.

        None where the path asks for nothing yet: `at_due` before its deadline.
        """
        goal = Fraction(self.goal.value)
        match self.target.path:
            case PathRule.HOLD:
                return goal
            case PathRule.AT_DUE:
                return goal if day >= self.period.end else None
            case PathRule.LINEAR:
                elapsed = self.period.elapsed(day)
                start = self.target.baseline
                # Most count from nothing.
                return Fraction(start) + elapsed * (goal - Fraction(start)) if start else elapsed * goal
            case PathRule.POINTS:
                return self._between_points(day)

    def judging_day(self, latest: date | None, day: date) -> date:
        """The day on which it is judged: that of the latest figure while it is fresh, else `day` itself.

        A late report is no progress. What is judged only at its deadline is judged on `day`.
        """
        if latest is None or self.target.path is PathRule.AT_DUE:
            return day
        fresh = (day - latest).days <= self.target.reporting.fresh_days
        return latest if fresh else day

    def completion(self, value: Fraction | Decimal) -> Fraction | None:
        """Completion (完成率) of a value, as a share; None where it says nothing."""
        baseline = None if self.target.baseline is None else Fraction(self.target.baseline)
        actual = Fraction(value) if isinstance(value, Decimal) else value
        return self.target.rules.completion(actual, Fraction(self.goal.value), baseline)

    def worsens(self, completion: Fraction) -> bool:
        """Whether a higher completion is worse: it counts what is used up, or it went past the goal.

        On the way from a baseline every step is progress. As a share of the goal, more is worse where lower
        is better of a positive number (at most 100) or higher is better of a negative one (at least -5 %).
        """
        goal, baseline = self.goal, self.target.baseline
        if goal.operator is Operator.ABOUT and goal.better is None:
            return completion > 1
        if self.target.rules.completion is of_the_way and baseline is not None and baseline != goal.value:
            return goal.limits(baseline)
        return goal.higher_is_better == (goal.value < 0)

    def lead(self, completion: Fraction | None, expected: Fraction | None) -> Fraction | None:
        """Completion minus expected completion (超/欠序时), as a share; below zero is behind."""
        due = None if expected is None else self.completion(expected)
        if completion is None or due is None:
            return None
        return due - completion if self.worsens(completion) else completion - due

    def buffer(self, value: Decimal, day: date) -> int | None:
        """Days from `day` until `value` falls behind the path, 0 where it has; None where it never does."""
        if self.target.path not in {PathRule.LINEAR, PathRule.POINTS}:
            return None
        completion = self.completion(value)

        def behind(days: int) -> bool:
            lead = self.lead(completion, self.expected(day + timedelta(days=days)))
            return lead is not None and lead < 0

        last = (self.period.end - day).days
        if last < 0 or not behind(last):
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
        if self.target.path not in {PathRule.LINEAR, PathRule.POINTS}:
            return ()
        eve = self.period.start - timedelta(days=1)
        days = {*self.period.month_ends, *(day for day, _ in self.target.points), self.period.end}
        inside = sorted(day for day in days if eve < day <= self.period.end)
        expected = ((day, self.expected(day)) for day in inside)
        start = (eve, Fraction(self.target.baseline or 0))
        return (start, *((day, value) for day, value in expected if value is not None))

    def _between_points(self, day: date) -> Fraction:
        before = (self.period.start - timedelta(days=1), Fraction(self.target.baseline or 0))
        steps = [(at, Fraction(value)) for at, value in self.target.points if at < self.period.end]
        for at, value in [*steps, (self.period.end, Fraction(self.goal.value))]:
            if day <= at:
                length = position(at) - position(before[0])
                share = max(position(day) - position(before[0]), Fraction(0)) / length
                return before[1] + share * (value - before[1])
            before = (at, value)
        return Fraction(self.goal.value)
