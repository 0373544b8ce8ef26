"""The notices that were sent, in a view: answered or not, how long, what was promised, closed when."""

from collections import Counter

from tracker.assess.notices import NoticeState, notice_states
from tracker.report.records import identity
from tracker.report.replies import promise_cell, promise_record
from tracker.report.scope import Scope, facts, foot, head
from tracker.report.values import Phrase, Record, Word
from tracker.report.view import Column, Level, Row, Table, View

COLUMNS = (
    Column("sent", brief=True),
    Column("number"),
    Column("name", wraps=True),
    Column("lead_unit", wraps=True, drop=3),
    Column("level"),
    Column("days", right=True, drop=1),
    Column("answer_by", brief=True, drop=4),
    Column("answer"),
    Column("promise", wraps=True, drop=2),
    Column("closed"),
    Column("signal", drop=5),
)


def notices(scope: Scope) -> View:
    """Every notice sent about the targets shown, up to the day: open ones first, the oldest first."""
    shown = {assessment.target.id: assessment for assessment in scope.shown}
    states = notice_states(scope.log, shown, scope.as_of)
    counts = Counter(_word(state).key for state in states)
    summary = Phrase("notices.summary", {key: counts[key] for key in ("unanswered", "answered", "closed")})
    rows = tuple(Row(Level.ITEM, cells=_cells(state)) for state in states)
    return View(
        name="notices",
        title=scope.book.catalogue.title,
        head=(*head(scope), *((summary,) if states else ())),
        counts=None,
        total=len(states),
        blocks=(Table(COLUMNS, rows, Phrase("notices.title"), empty=Phrase("notices.none")),),
        foot=tuple(foot(scope)),
        facts={**facts(scope), **{key: counts[key] for key in ("unanswered", "answered", "closed")}},
        items="notices",
        make_records=lambda: tuple(map(_record, states)),
    )


def _word(state: NoticeState) -> Word:
    return Word("notices", "closed" if state.closed else "answered" if state.answer else "unanswered")


def _record(state: NoticeState) -> Record:
    notice, assessment = state.notice, state.assessment
    return {
        **identity(assessment.target),
        "sent": state.sent,
        "level": Word("notice", notice.statement.level),
        "issuer": notice.report.by,
        "answer_by": notice.statement.answer_by,
        "days": state.days,
        "state": _word(state),
        "answered": state.answer.report.date if state.answer else None,
        "days_late": state.days_late,
        "closed": state.closed,
        "signal": assessment.signal,
        "entry": notice.ref,
        "file": notice.report.file,
        **promise_record(assessment),
    }


def _cells(state: NoticeState) -> Record:
    answer = Phrase("notices.waiting")
    if state.answer:
        answer = Phrase("notices.answered-on", {"day": state.answer.report.date})
    elif state.days_late:
        answer = Phrase("notices.late", {"days": state.days_late})
    closed = Phrase("notices.closed-on", {"day": state.closed}) if state.closed else Phrase("notices.open")
    promise = promise_cell(state.assessment) if state.answer else ""
    return {**_record(state), "answer": answer, "promise": promise, "closed": closed}
