"""What is said beside figures, told apart: replies, notices, and the judgement of each entry that holds."""

from collections.abc import Iterable

from tracker.model.entry import Stated, Verdict
from tracker.model.supervision import Judgement, Reply, SentNotice, Statement


def replies_among(stated: Iterable[Stated[Statement]]) -> tuple[Stated[Reply], ...]:
    """The replies among what is said beside figures."""
    return tuple(Stated(s.statement, s.line, s.report) for s in stated if isinstance(s.statement, Reply))


def notices_among(stated: Iterable[Stated[Statement]]) -> tuple[Stated[SentNotice], ...]:
    """The notices among what is said beside figures."""
    return tuple(Stated(s.statement, s.line, s.report) for s in stated if isinstance(s.statement, SentNotice))


def latest_verdicts(stated: Iterable[Stated[Statement]]) -> dict[str, Verdict]:
    """The judgements by the entries they are of: of several the latest recorded."""
    found = [Stated(s.statement, s.line, s.report) for s in stated if isinstance(s.statement, Judgement)]
    ordered = sorted(found, key=lambda one: (one.report.known, one.report.stem, one.line.n))
    return {verdict.statement.ref: verdict for verdict in ordered}
