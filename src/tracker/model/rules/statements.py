"""Checks of what is said beside figures: of which target, and by when."""

from tracker.model.catalogue import Catalogue
from tracker.model.entry import Report, ReportLine
from tracker.model.rules.lines import line_problem, target_unknown
from tracker.model.supervision import Reply
from tracker.problems import Problem


def statement_problems(line: ReportLine, report: Report, catalogue: Catalogue) -> list[Problem]:
    """Everything wrong with one line that says something beside figures."""
    match line.statement:
        case Reply() as reply:
            return _of_reply(reply, line, report, catalogue)
    return []


def _of_reply(reply: Reply, line: ReportLine, report: Report, catalogue: Catalogue) -> list[Problem]:
    """A reply is about a target, and promises a day that is not over when it is given."""
    if catalogue.target(line.target or "") is None:
        return [target_unknown(line, report, catalogue, "reply", "target")]
    if reply.by_when < report.date:
        facts = {"by_when": reply.by_when, "date": report.date}
        return [line_problem(report, line, ("reply", "by_when"), "promise-past", **facts)]
    return []
