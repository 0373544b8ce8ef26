"""The arithmetic of one goal: whether it is met, what is missing, how much is expected, and the lead."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from plain_calendar import elapsed
from plain_workspace import Aim, Target


@dataclass(frozen=True)
class Case:
    """A target with its aim and its figure on the judging day; completions are in percent."""

    target: Target
    aim: Aim
    actual: Fraction | None
    expected: Fraction | None
    completion: Fraction | None
    expected_completion: Fraction | None


def is_lower_better(aim: Aim) -> bool:
    return aim.operator in {"at_most", "less_than"} or aim.better == "lower"


def has_no_way_back(target: Target, aim: Aim, actual: Fraction | None) -> bool:
    """A limit that is only kept and not come down to, or the far edge that is passed: no pace would lead there."""
    # Choice: where no baseline is known, the figures are taken to come from below.
    base = aim.number if target.baseline is None else target.baseline
    if aim.operator in {"at_most", "less_than"} or (is_lower_better(aim) and target.baseline is not None):
        return base <= aim.number
    return is_two_sided(aim) and actual is not None and is_past_far_edge(aim, base, actual)


def is_two_sided(aim: Aim) -> bool:
    return aim.operator == "about" and aim.better is None


def is_rate(target: Target, aim: Aim) -> bool:
    """Growth, and a share that must hold or is judged at its deadline: judged in points of the rate."""
    return target.kind == "growth" or (target.kind == "share" and aim.path in {"hold", "at_due"})


def is_past_far_edge(aim: Aim, base: Fraction, actual: Fraction) -> bool:
    """Whether a two-sided goal has been overshot. Choice: the far edge is the one away from the baseline."""
    beyond = actual - aim.number if base <= aim.number else aim.number - actual
    return beyond > aim.tolerance


def edge(aim: Aim) -> Fraction:
    """What just counts as met: the number, or the near edge of a one-sided tolerance."""
    if aim.operator != "about":
        return aim.number
    return aim.number + aim.tolerance if aim.better == "lower" else aim.number - aim.tolerance


def room(aim: Aim, actual: Fraction) -> Fraction:
    """How far a figure is on the good side of what just counts as met; negative where it is short or past the far edge."""
    if is_two_sided(aim):
        return min(actual - (aim.number - aim.tolerance), aim.number + aim.tolerance - actual)
    return edge(aim) - actual if is_lower_better(aim) else actual - edge(aim)


def meets(aim: Aim, actual: Fraction) -> bool:
    if aim.operator in {"more_than", "less_than"}:
        return room(aim, actual) > 0
    return room(aim, actual) >= 0


def gap_of(target: Target, aim: Aim, actual: Fraction | None) -> Fraction | None:
    """What is missing, never negative; of whole things beyond a number one more than up to it."""
    if actual is None:
        return None
    one_more = 1 if target.whole and aim.operator in {"more_than", "less_than"} else 0
    return max(one_more - room(aim, actual), Fraction(0))


def completed(target: Target, aim: Aim, value: Fraction | None) -> Fraction | None:
    """Completion of a value in percent; none for growth.

    Choice: where the baseline is the goal, (value - baseline) / 0 says nothing, and value / goal is taken as for what
    has no baseline; where that divides by zero, or the two have different signs, there is none.
    """
    if value is None or target.kind == "growth":
        return None
    base = target.baseline or Fraction(0)
    if base == aim.number or target.baseline is None:
        base = Fraction(0)
        if value * aim.number < 0:
            return None
    return 100 * (value - base) / (aim.number - base) if aim.number != base else None


def expectation(target: Target, aim: Aim, day: date) -> Fraction | None:
    """Where the path says the figure should be at the end of a day."""
    if aim.path == "hold":
        return aim.number
    if aim.path == "at_due":
        return aim.number if day >= aim.due else None
    if target.baseline is None:
        return None
    share = elapsed(target.start, aim.due, day)
    corners = {Fraction(0): target.baseline}
    for step, number in sorted(aim.steps.items()):
        corners[elapsed(target.start, aim.due, step)] = number
    corners[Fraction(1)] = aim.number
    before = max(corner for corner in corners if corner <= share)
    after = min(corner for corner in corners if corner >= share)
    if before == after:
        return corners[before]
    return corners[before] + (share - before) / (after - before) * (corners[after] - corners[before])


def lead_of(case: Case) -> Fraction | None:
    """Ahead of what is expected: points of the rate for a rate, else points of completion. None without a figure."""
    target, aim, actual = case.target, case.aim, case.actual
    if actual is None or case.expected is None:
        return None
    if is_rate(target, aim):
        return room(aim, actual)
    if case.completion is None or case.expected_completion is None:
        return None
    base = target.baseline or Fraction(0)
    base = Fraction(0) if base == aim.number else base
    points = 100 / abs(aim.number - base)
    # Within the tolerance of a two-sided goal the lead counts from the nearer edge inwards, past the far one downwards.
    far_from = aim.number if target.baseline is None else target.baseline
    if is_two_sided(aim) and (meets(aim, actual) or is_past_far_edge(aim, far_from, actual)):
        return room(aim, actual) * points
    ahead = case.completion - case.expected_completion
    # Where the way to the goal leads away from the better side (a limit that is used up), less completion is better.
    return -ahead if not is_two_sided(aim) and is_lower_better(aim) == (aim.number > base) else ahead


def moved_on(aim: Aim, before: Fraction, after: Fraction) -> bool:
    """Whether a step went in the better direction; of a two-sided goal, nearer to it."""
    if is_two_sided(aim):
        return abs(after - aim.number) < abs(before - aim.number)
    return after < before if is_lower_better(aim) else after > before
