"""Checks of what is said beside figures: of which target or entry, by whom, and by when."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from tracker.model.catalogue import Catalogue
from tracker.model.entry import Report, ReportLine, Stated
from tracker.model.rules.lines import line_problem, target_unknown
from tracker.model.rules.reports import Withdrawn
from tracker.model.stated import latest_verdicts
from tracker.model.supervision import Judgement, Reply, SentNotice, Statement
from tracker.model.typed import folded
from tracker.problems import Problem

_REFERENCE = re.compile(r"(?P<stem>[^#]+?)(?:\.ya?ml)?(?:#(?P<n>[1-9][0-9]{0,5}))?")


def entry_named(text: str) -> tuple[str, int | None] | None:
    """The report, and the entry of it, that a reference names; None where it could name none."""
    found = _REFERENCE.fullmatch(text)
    if not found:
        return None
    return found["stem"].rsplit("/", 1)[-1], int(found["n"]) if found["n"] else None


def statement_problems(line: ReportLine, report: Report, catalogue: Catalogue) -> list[Problem]:
    """Everything wrong with one line that says something beside figures."""
    match line.statement:
        case Reply() as reply:
            return _of_target(line, report, catalogue, ("reply", "by_when", reply.by_when), "promise-past")
        case SentNotice() as notice:
            asked = ("notice", "answer_by", notice.answer_by)
            return _of_target(line, report, catalogue, asked, "notice-answer-past")
    return []


def _of_target(
    line: ReportLine, report: Report, catalogue: Catalogue, asked: tuple[str, str, date], code: str
) -> list[Problem]:
    """What is said of a target, with a day that is not over when it is said: promised, or asked for."""
    statement, key, day = asked
    if catalogue.target(line.target or "") is None:
        return [target_unknown(line, report, catalogue, statement, "target")]
    if day < report.date:
        return [line_problem(report, line, (statement, key), code, **{key: day, "date": report.date})]
    return []


@dataclass(slots=True)
class Weighed:
    """What came of statements: those that stand, judgements by the names of their entries, and problems."""

    standing: list[Stated[Statement]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def weigh(
    stated: Iterable[Stated[Statement]], by_stem: Mapping[str, Report], catalogue: Catalogue
) -> Weighed:
    """Hold judgements against the reports they are of: a second unit's, who may judge, of a sound figure.

    What becomes of one depends on the report it names, on nothing else. That of a figure which is void says
    nothing, and is no problem: two people may have written at once.
    """
    weighed = Weighed()
    for one in stated:
        judgement = one.statement
        if not isinstance(judgement, Judgement):
            weighed.standing.append(one)
            continue
        stem, n = entry_named(judgement.ref) or ("", None)
        code = _unfit(one, by_stem.get(stem), n, catalogue)
        if code:
            key = "verify" if judgement.verified else "return"
            facts = {"ref": judgement.ref, "by": one.report.by, "verifiers": catalogue.verifiers}
            weighed.problems.append(line_problem(one.report, one.line, key, code, **facts))
        else:
            named = Judgement(f"{stem}#{n}", judgement.verified)
            weighed.standing.append(Stated(named, one.line, one.report))
    return weighed


def _unfit(one: Stated[Statement], judged: Report | None, n: int | None, catalogue: Catalogue) -> str | None:
    """Why a judgement cannot be one of entry `n` of the report `judged`."""
    if judged is None or n not in judged.numbers:
        return "verify-unknown"
    if not any(line.n == n and line.is_figure for line in judged.entries):
        return "verify-no-figure"
    by = folded(one.report.by)
    if by == folded(judged.by):
        return "verify-self"
    if catalogue.verifiers and by not in map(folded, catalogue.verifiers):
        return "verify-not-named"
    return None


def returned(standing: Iterable[Stated[Statement]], withdrawn: Withdrawn) -> Withdrawn:
    """The entries that were returned, by judgements that are not withdrawn themselves."""
    kept = [one for one in standing if (one.report.stem, one.line.n) not in withdrawn]
    refs = (ref for ref, verdict in latest_verdicts(kept).items() if not verdict.statement.verified)
    return {(stem, int(n)) for stem, _, n in (ref.partition("#") for ref in refs)}
