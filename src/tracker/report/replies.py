"""What units replied, in views: the promise of each target, what came of it, and the replies before."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from tracker.assess.assessment import Assessment
from tracker.assess.promise import Promise
from tracker.model.entry import Stated
from tracker.model.supervision import Reply
from tracker.report.scope import Scope
from tracker.report.values import Phrase, Record, Value, Word
from tracker.report.view import Column, Level, Row, Table

REPLIES = (
    Column("day"),
    Column("by", drop=2),
    Column("cause", wraps=True),
    Column("remedy", wraps=True),
    Column("by_when"),
    Column("promise", drop=1),
    Column("entry", drop=3),
)
LOGGED = (
    Column("day"),
    Column("target_name", wraps=True),
    *(column for column in REPLIES if column.key not in {"day", "promise"}),
)
PROMISES = (
    Column("number"),
    Column("name", wraps=True),
    Column("lead_unit", wraps=True, drop=3),
    Column("promise_by", brief=True),
    Column("promise"),
    Column("reply_remedy", wraps=True, drop=2),
    Column("reply_date", brief=True, drop=1),
    Column("signal"),
)


def promise_word(promise: Promise) -> Word:
    """What came of a promise, as a word."""
    return Word("promise", "kept" if promise.kept else "overdue" if promise.overdue else "open")


def promise_state(promise: Promise) -> Phrase:
    """What came of a promise, with its days."""
    if promise.kept:
        return Phrase("promise.state.kept", {"day": promise.kept})
    if promise.overdue:
        return Phrase("promise.state.overdue", {"days": -promise.days_left})
    return Phrase(
        "promise.state.open" if promise.days_left else "promise.state.today", {"days": promise.days_left}
    )


def promise_cell(assessment: Assessment) -> Value:
    """The day that was promised and what came of it; blank where nothing was promised."""
    promise = assessment.promise
    if promise is None:
        return ""
    return Phrase("promise.cell", {"day": promise.by_when, "state": promise_state(promise)})


def promise_column(assessments: Iterable[Assessment], column: Column) -> tuple[Column, ...]:
    """The column of promises, for tables in which there is one."""
    return (column,) if any(assessment.promise for assessment in assessments) else ()


def promise_record(assessment: Assessment) -> Record:
    """The latest reply about a target, for machines; all of it is None where there is none."""
    promise = assessment.promise
    reply = promise.reply if promise else None
    return {
        "promise_by": promise.by_when if promise else None,
        "promise_state": promise_word(promise) if promise else None,
        "promise_kept": promise.kept if promise else None,
        "reply": reply.ref if reply else None,
        "reply_by": reply.report.by if reply else None,
        "reply_date": reply.report.date if reply else None,
        "reply_cause": reply.statement.cause if reply else None,
        "reply_remedy": reply.statement.remedy if reply else None,
        "reply_file": reply.report.file if reply else None,
    }


def reply_record(reply: Stated[Reply]) -> Record:
    """One reply, for machines and tables."""
    said = reply.statement
    return {
        "day": reply.report.date,
        "id": reply.target,
        "by": reply.report.by,
        "cause": said.cause,
        "remedy": said.remedy,
        "by_when": said.by_when,
        "recorded": reply.report.recorded.isoformat() if reply.report.recorded else None,
        "entry": reply.ref,
        "file": reply.report.file,
        "note": reply.line.note or "",
        "evidence": reply.line.evidence,
    }


def replies_table(assessment: Assessment) -> Table:
    """Everything that was replied about a target, oldest first: the last is what is promised."""
    promise = assessment.promise
    rows = []
    for reply in assessment.replies:
        is_last = promise is not None and reply is promise.reply
        state = promise_state(promise) if promise and is_last else Phrase("promise.state.replaced")
        rows.append(Row(Level.ITEM, cells={**reply_record(reply), "promise": state}, struck=False))
    return Table(REPLIES, tuple(rows), Phrase("detail.replies"), Phrase("promise.remark"))


def reply_phrase(promise: Promise) -> Phrase:
    """The latest reply as one sentence."""
    reply = promise.reply
    return Phrase(
        "reply.text",
        {
            "by": reply.report.by,
            "day": reply.report.date,
            "cause": reply.statement.cause,
            "remedy": reply.statement.remedy,
            "by_when": promise.by_when,
            "state": promise_state(promise),
        },
    )


def broken_phrase(assessment: Assessment, said: Phrase) -> Phrase:
    """Which day was promised, and where the target stands instead."""
    promise = assessment.promise
    if promise is None:
        return said
    return Phrase(
        "digest.promise-overdue", {"by_when": promise.by_when, "days": -promise.days_left, "said": said}
    )


def replied_phrase(reply: Stated[Reply]) -> Phrase:
    """What a reply says, its unit and target aside."""
    said = reply.statement
    return Phrase("digest.replied", {"cause": said.cause, "remedy": said.remedy, "by_when": said.by_when})


def replied_since(assessment: Assessment, day: date) -> tuple[Stated[Reply], ...]:
    """What was replied after `day`."""
    return tuple(reply for reply in assessment.replies if reply.report.date > day)


def promises_due(scope: Scope, within: int) -> list[Assessment]:
    """The targets shown whose promise is not kept, and is due within so many days; the oldest first."""
    promised = [
        (assessment.promise.by_when, assessment)
        for assessment in scope.shown
        if assessment.promise and not assessment.promise.kept and assessment.promise.days_left <= within
    ]
    return [assessment for _, assessment in sorted(promised, key=lambda pair: pair[0])]


def promises_table(promised: Sequence[Assessment]) -> Table:
    """What is promised and not kept yet."""
    rows = tuple(Row(Level.ITEM, cells=promise_due(assessment)) for assessment in promised)
    return Table(PROMISES, rows, Phrase("due.promises"), Phrase("promise.remark"))


def promise_due(assessment: Assessment) -> Record:
    """A promise as a deadline."""
    target, promise = assessment.target, assessment.promise
    return {
        "id": target.id,
        "number": target.number,
        "name": target.name,
        "lead_unit": target.lead,
        **promise_record(assessment),
        "promise": promise_state(promise) if promise else None,
        "days_left": promise.days_left if promise else None,
        "signal": assessment.signal,
    }


def promises_summary(promised: Sequence[Assessment]) -> Iterator[Phrase]:
    """How many promises are overdue, where there are any."""
    late = sum(1 for assessment in promised if assessment.promise and assessment.promise.overdue)
    if late:
        yield Phrase("due.summary.promises", {"count": late})
