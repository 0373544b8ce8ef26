"""A target over time, as a chart draws it."""

from datetime import date, timedelta
from fractions import Fraction

from tracker.assess.assessment import Assessment
from tracker.assess.schedule import Schedule
from tracker.model.catalogue import PathRule
from tracker.model.period import Period, month_end
from tracker.report.scope import Scope
from tracker.report.values import Phrase
from tracker.report.view import Chart, Track


def chart(assessment: Assessment, scope: Scope) -> Chart | None:
    """The chart of one target; None where there is no figure to draw."""
    target, period = assessment.target, assessment.period
    points = scope.log.points(target.id, scope.as_of)
    if not points:
        return None
    latest = (points[-1].day, Fraction(points[-1].value))
    low: Track = ()
    high: Track = ()
    if assessment.forecast and latest[0] < period.end:
        low = (latest, (period.end, assessment.forecast.low))
        high = (latest, (period.end, assessment.forecast.high))
    return Chart(
        unit=target.unit,
        start=period.start,
        end=period.end,
        today=scope.as_of,
        goal=Fraction(assessment.goal.value),
        actual=tuple((point.day, Fraction(point.value)) for point in points),
        expected=_expected(Schedule(target, assessment.goal, period)),
        low=low,
        high=high,
        title=Phrase("detail.chart"),
    )


def _expected(schedule: Schedule) -> Track:
    """The expected path at the month ends, where it is more than the goal itself."""
    if schedule.target.path not in {PathRule.LINEAR, PathRule.POINTS}:
        return ()
    days = {*_month_ends(schedule.period), *(day for day, _ in schedule.target.points), schedule.period.end}
    start = schedule.period.start - timedelta(days=1)
    track = [(start, Fraction(schedule.target.baseline or 0))]
    for day in sorted(day for day in days if start < day <= schedule.period.end):
        value = schedule.expected(day)
        if value is not None:
            track.append((day, value))
    return tuple(track)


def _month_ends(period: Period) -> list[date]:
    ends = []
    day = month_end(period.start.year, period.start.month)
    while day <= period.end:
        ends.append(day)
        following = day + timedelta(days=1)
        day = month_end(following.year, following.month)
    return ends
