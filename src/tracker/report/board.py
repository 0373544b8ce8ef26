"""The page for leaders before it is drawn: the answers, then each target with all that is told of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.assess.assessment import Assessment
from tracker.assess.changes import Snapshot
from tracker.assess.workdays import Calendar
from tracker.report.answers import Answers, answers
from tracker.report.attribution import Attributions
from tracker.report.detail import chart
from tracker.report.log import LogEntry, target_history
from tracker.report.policy_text import target_line
from tracker.report.reasons import comparison, forecast
from tracker.report.scope import Scope
from tracker.report.values import Phrase
from tracker.report.view import Chart

# A page stays small: of each target so many entries, the newest, and of how many more there are.
ENTRIES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One target: where it stands and why, where it came from, and the words that set it."""

    assessment: Assessment
    reason: Phrase
    forecast: Phrase
    line: int | None  # of the policy text, on which its quote begins
    chart: Chart | None  # None where there is no figure
    history: tuple[LogEntry, ...]  # the newest first
    earlier: int  # entries that are not told


@dataclass(frozen=True, slots=True)
class Board:
    """The whole page. Each target shown has one card, in the order asked for."""

    answers: Answers
    cards: tuple[Card, ...]

    @property
    def scope(self) -> Scope:
        """What is shown."""
        return self.answers.scope


def board(
    scope: Scope,
    calendar: Calendar,
    attributions: Attributions,
    before: Sequence[Snapshot] | None = None,
) -> Board:
    """The page of a scope; `before` is what answers.past gives, for the pages of all units at once."""
    cards = tuple(_card(scope, assessment, attributions) for assessment in scope.shown)
    return Board(answers(scope, calendar, before), cards)


def _card(scope: Scope, assessment: Assessment, attributions: Attributions) -> Card:
    history = tuple(target_history(scope, assessment, attributions))
    return Card(
        assessment=assessment,
        reason=comparison(assessment, scope),
        forecast=forecast(assessment),
        line=target_line(scope, assessment.target),
        chart=chart(assessment, scope),
        history=history[: -ENTRIES - 1 : -1],
        earlier=max(0, len(history) - ENTRIES),
    )
