"""One target as a template sees it: every value in words, numbers with their source."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from tracker.assess.assessment import Assessment
from tracker.assess.changes import ChangeKind, TargetChange
from tracker.assess.signal import Flag
from tracker.formats.briefing.trace import Figure, Source, Tracer
from tracker.formats.cells import NOTHING, difference, printed, text_of
from tracker.model.goal import Goal, Operator
from tracker.model.quantity import PERCENT, Quantity, is_whole, plain_digits
from tracker.report import cells
from tracker.report.standing import LAGGING, now
from tracker.report.values import Amount, Phrase, Shortfall
from tracker.words import Sentence, Words

_TWO_DIGITS = 10


class Item:
    """A target of the briefing. Attributes are what docs/templates.md lists."""

    def __init__(self, change: TargetChange, as_of: date, words: Words, tracer: Tracer) -> None:
        self._change, self._words, self._tracer = change, words, tracer
        self._then, self._now = change.before, now(change)
        target = self._now.target
        self.id, self.number, self.name = target.id, target.number, target.name
        self.kind, self.unit, self.lead_unit, self.owners = (
            target.kind,
            target.unit,
            target.lead,
            target.owners,
        )
        self.quote, self.aspire = target.quote, target.aspire
        schedule, actual = self._now.inputs.schedule, self._now.actual
        self.met, self.rate, self.limit = self._now.met, schedule.is_rate, schedule.uses_up
        self.about = self._now.goal.operator is Operator.ABOUT
        self.past = actual is not None and schedule.is_past(Fraction(actual)) and not self.rate
        self.signal = self._now.signal.value
        self.signal_name = words(f"signal.{self.signal}")
        self.was = self._then.signal.value if self._then else None
        self.was_name = words(f"signal.{self.was}") if self.was else None
        self.turned = change.signal_changed
        self.turn = (
            words("brief.turn", {"was": self.was_name, "now": self.signal_name})
            if self.was_name and self.turned
            else None
        )
        self.newly_done = ChangeKind.NEWLY_DONE in change.kinds
        self.newly_red = bool({ChangeKind.TURNED_RED, ChangeKind.NEWLY_OVERDUE}.intersection(change.kinds))
        self.course = change.course
        self.due, self.start = self._now.period.end, self._now.period.start
        self.days_left = (self.due - as_of).days
        self.days_overdue = max(-self.days_left, 0)
        self.whole_year = (self.start.month, self.start.day, self.due.month, self.due.day) == (1, 1, 12, 31)
        self.periods, self.since = self._now.escalation_state.periods, self._now.escalation_state.since
        self.cadence = target.reporting.cadence.value
        self.run = text_of(cells.run(target.reporting.cadence, self.periods), words)
        self.at_risk = Flag.AT_RISK in self._now.flags
        self.stalled = Flag.STALLED in self._now.flags
        self.conflicting = Flag.CONFLICTING in self._now.flags
        self.preliminary = Flag.PRELIMINARY in self._now.flags
        self.actual_day = self._now.latest.day if self._now.latest else None
        self.note = self._now.latest.entry.line.note if self._now.latest else None

    @property
    def weeks_left(self) -> int:
        """Whole weeks to the deadline."""
        return max(self.days_left, 0) // 7

    @property
    def goal(self) -> str:
        """The goal in force, as people write it: 40家以上."""
        return goal_in_words(
            self._now.goal, self.unit, self.due, self._words, dated=cells.demand(self._now).dated
        )

    @property
    def growth(self) -> Figure | None:
        """How it compares with the same day a year before, in words: 同比增长25.0%."""
        phrase = cells.growth(self._now)
        return None if phrase is None else self._of_year_before(text_of(phrase, self._words))

    @property
    def year_on_year(self) -> Figure | None:
        """The same as a share with its sign."""
        share = cells.percent(self._now.year_on_year)
        return None if share is None else self._of_year_before(text_of(share, self._words))

    @property
    def step(self) -> Figure | None:
        """What the end of the year asks of a target that is due in a later one."""
        step = cells.year_step(self._now)
        if step is None:
            return None
        return Figure(text_of(step, self._words), self._tracer.of_catalogue(self.id), step.value)

    @property
    def step_completion(self) -> Figure | None:
        """Completion of that step in per cent."""
        completion = cells.year_completion(self._now)
        if completion is None:
            return None
        return Figure(text_of(completion, self._words), self._source(self._now), completion.share)

    @property
    def actual(self) -> Figure | None:
        """The latest figure."""
        return self._quantity(self._now)

    @property
    def before(self) -> Figure | None:
        """The figure of the period before."""
        return self._quantity(self._then) if self._then else None

    @property
    def moved(self) -> Figure | None:
        """By how much it changed, without its sign; None where it did not or there was nothing before."""
        moved = self._change.moved
        if not moved:
            return None
        text = difference(abs(moved), self.unit, self._words)
        return Figure(text, self._source(self._now), moved)

    @property
    def direction(self) -> int:
        """1 where the figure rose, -1 where it fell, 0 where it did neither."""
        moved = self._change.moved or Decimal(0)
        return (moved > 0) - (moved < 0)

    @property
    def completion(self) -> Figure | None:
        """Completion in per cent."""
        completion = cells.completion(self._now)
        if completion is None:
            return None
        return Figure(text_of(completion, self._words), self._source(self._now), completion.share)

    @property
    def lead(self) -> Figure | None:
        """How far it is ahead of or behind its path, in percentage points, without its sign."""
        return self._lead(signed=False)

    @property
    def distance(self) -> Figure | None:
        """The same with its sign."""
        return self._lead()

    @property
    def demand(self) -> str:
        """The goal in force, with signs: ≥40家."""
        return text_of(cells.demand(self._now), self._words)

    @property
    def ahead(self) -> bool:
        """Whether it is ahead of its path."""
        return self._now.lead is not None and self._now.lead > 0

    @property
    def behind(self) -> bool:
        """Whether it is behind its path."""
        return self._now.lead is not None and self._now.lead < 0

    @property
    def level(self) -> bool:
        """Whether it is exactly on its path, and that is enough: not at 38 of 超过38家."""
        return self._now.lead == 0 and self._now.signal not in LAGGING

    @property
    def gap(self) -> Figure | None:
        """What is missing; None where nothing is, and of 左右, whose nearer edge would have to be told."""
        if not self._now.gap or self._now.goal.operator is Operator.ABOUT:
            return None
        return Figure(text_of(Shortfall(self._now.gap, self.unit), self._words), self._source(self._now))

    @property
    def required(self) -> Figure | None:
        """What each reporting period must bring, rounded up to what a person would say."""
        return self._pace(self._now.required, up=True)

    @property
    def recent(self) -> Figure | None:
        """What a reporting period has brought of late."""
        return self._pace(cells.recent(self._now))

    @property
    def forecast(self) -> Figure | None:
        """Where it may be at the deadline, as a range; never one value, which would look like knowledge."""
        forecast = self._now.forecast or self._now.warning
        if forecast is None:
            return None
        low, high = (
            text_of(cells.level(self._now, end), self._words) for end in (forecast.low, forecast.high)
        )
        text = self._words("forecast.between", {"low": low, "high": high})
        return Figure(text, self._source(self._now))

    @property
    def edge(self) -> Figure | None:
        """What just counts as met (达标线)."""
        edge = cells.edge(self._now)
        return (
            None if edge is None else Figure(text_of(edge, self._words), self._source(self._now), edge.value)
        )

    @property
    def row(self) -> tuple[str | Figure, ...]:
        """Ten cells that say it all, blank where there is nothing to say."""
        figures = (self.before, self.actual, self.completion, self.distance)
        shown = (figure or NOTHING for figure in figures)
        was = self.was_name or NOTHING
        return (self.number, self.name, self.lead_unit, self.demand, *shown, self.signal_name, was)

    def _lead(self, *, signed: bool = True) -> Figure | None:
        lead = cells.lead(self._now, signed=signed)
        return (
            None if lead is None else Figure(text_of(lead, self._words), self._source(self._now), lead.share)
        )

    def _quantity(self, assessment: Assessment) -> Figure | None:
        if assessment.actual is None:
            return None
        text = text_of(Quantity(assessment.actual, self.unit), self._words)
        return Figure(text, self._source(assessment), assessment.actual)

    def _of_year_before(self, text: str) -> Figure:
        """A comparison with the year before; its source are both figures."""
        now, before = self._now, self._now.year_before
        source = self._source(now)
        if source is not None and before is not None:
            day, value = before
            said = text_of(Quantity(value, self.unit), self._words)
            source = self._tracer.with_year_before(source, said, day)
        return Figure(text, source, now.year_on_year)

    def _pace(self, pace: Fraction | None, *, up: bool = False) -> Figure | None:
        phrase = cells.pace(self._now, pace, up=up)
        if not isinstance(phrase, Phrase):
            return None
        return Figure(in_round_numbers(phrase.facts["amount"], self._words), self._source(self._now))

    def _source(self, assessment: Assessment) -> Source | None:
        latest = assessment.latest
        if latest is None:
            return None
        value = Quantity(latest.value, assessment.target.unit)
        return self._tracer.of_entry(latest.entry, lambda: text_of(value, self._words))


def in_round_numbers(amount: object, words: Words) -> str:
    """A pace as a person would say it: two digits, or all before the point; what is required, rounded up.

    A gap, which is required at most, is told exactly, and nothing is rounded beyond it.
    """
    match amount:
        case Phrase(key, {"amount": inner}):
            return words(key, {"amount": Sentence(in_round_numbers(inner, words))})
        case Amount(value, unit, up):
            whole = abs(value) >= _TWO_DIGITS or (up and is_whole(unit))
            said = printed(amount, 0 if whole else 1 if abs(value) >= 1 else 2)
            return difference(said, unit, words)
        case _:
            return text_of(amount, words)  # type: ignore[arg-type]


def goal_in_words(goal: Goal, unit: str, due: date, words: Words, *, dated: bool = False) -> str:
    """A goal as people write it: 40家以上, 超过3.5亿元, 3至5项, 9月30日前; `dated` tells the year as well."""
    facts = {
        "year": due.year,
        "value": f"{plain_digits(goal.value)}{unit}",
        "low": plain_digits(goal.value),
        "upper": f"{plain_digits(goal.upper)}{unit}" if goal.upper is not None else "",
        "month": due.month,
        "day": due.day,
    }
    if goal.operator is Operator.REACH and not goal.higher_is_better:
        return words("goal.reach.lower", facts)
    if goal.operator is Operator.DONE_BY and dated:
        return words("goal.done_by.year", facts)
    plain = goal.operator is Operator.AT_LEAST and unit == PERCENT
    return words(f"goal.{'at_least.percent' if plain else goal.operator.value}", facts)
