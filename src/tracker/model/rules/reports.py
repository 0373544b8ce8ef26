"""Checks of a report as a whole, and of what several reports say of one target."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from datetime import date, timedelta, timezone

from tracker.model.entry import Entry, Report
from tracker.model.rules.lines import line_problem
from tracker.problems import Place, Problem

# The time zone in which a day begins last (UTC-12).
_LAST_TO_TURN = timezone(timedelta(hours=-12))

Withdrawn = set[tuple[str, int]]
# A problem, and whether the entry counts in spite of it.
Finding = tuple[Problem, bool]


def report_problems(report: Report, today: date) -> Iterator[Problem]:
    """Days that have not come yet: of the figures, or of their recording."""
    if report.date > today:
        yield Problem("date-future", Place(report.file, ("date",)), {"date": report.date, "today": today})
    # `today` is the reader's; elsewhere the next day may have begun. Only what is ahead everywhere is wrong.
    if report.recorded and report.known.astimezone(_LAST_TO_TURN).date() > today:
        facts = {"recorded": report.recorded.isoformat(), "today": today}
        yield Problem("recorded-future", Place(report.file, ("recorded",)), facts)


def comes_true(report: Report) -> date:
    """From this day on nothing in the report lies ahead."""
    told = report.known.astimezone(_LAST_TO_TURN).date() if report.recorded else report.date
    return max(report.date, told)


def together(entries: Iterable[Entry], withdrawn: Withdrawn, based: Container[str]) -> Iterator[Finding]:
    """What only several entries together show; withdrawn ones say nothing.

    `based` are the targets that have a value before the first of these entries.
    """
    by_target: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: entry.order):
        if (entry.report.stem, entry.line.n) not in withdrawn:
            by_target.setdefault(entry.target, []).append(entry)
    for target, standing in by_target.items():
        yield from findings_of(standing, based=target in based)


def findings_of(standing: Sequence[Entry], *, based: bool) -> Iterator[Finding]:
    """What a target's entries that stand show together; `based`: whether it has a value before them."""
    if not based:
        yield from adds_have_a_base(standing)
    for rule in TARGET_RULES:
        yield from rule(standing)


def adds_have_a_base(entries: Sequence[Entry]) -> Iterator[Finding]:
    """An increment needs something to add to: a baseline, or an earlier total."""
    for entry in entries:
        if entry.add is None:
            return
        yield line_problem(entry.report, entry.line, "add", "add-base", id=entry.target), False


def one_total_in_a_report(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Two totals of one target in one report contradict each other; the first counts."""
    seen: set[str] = set()
    for entry in entries:
        if entry.total is None:
            continue
        if entry.report.stem in seen:
            yield line_problem(entry.report, entry.line, "target", "entry-twice", id=entry.target), False
        seen.add(entry.report.stem)


def totals_are_ordered(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Of two different totals of one day the later recorded wins; without `recorded` none is later."""
    by_day: dict[date, list[Entry]] = {}
    for entry in entries:
        if entry.total is not None:
            by_day.setdefault(entry.report.date, []).append(entry)
    for day, totals in by_day.items():
        last = totals[-1]
        for other in totals[:-1]:
            same_moment = other.report.known == last.report.known
            untold = other.report.recorded is None or last.report.recorded is None or same_moment
            if other.report.stem != last.report.stem and other.total != last.total and untold:
                entry = other if other.report.recorded is None else last
                facts = {"id": entry.target, "day": day, "one": other.report.stem, "two": last.report.stem}
                yield line_problem(entry.report, entry.line, "target", "total-unordered", **facts), True


def stem_of(problem: Problem) -> str:
    """The name of the report that a problem is in."""
    return problem.place.file.rpartition("/")[2].removesuffix(".yaml")


TargetRule = Callable[[Sequence[Entry]], Iterator[Finding]]
TARGET_RULES: tuple[TargetRule, ...] = (one_total_in_a_report, totals_are_ordered)
