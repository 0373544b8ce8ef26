"""`tracker record` without arguments: a report asked for one question at a time, and kept through every mistake.

Each answer is judged when it is given and asked for again where it will not do; so is what turns out wrong, or
doubtful, at the end. Who leaves is asked whether to keep what is there.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

import typer

from tracker.cli.output import report as show_problems
from tracker.cli.prompts import answer, ask, confirmed, with_completion
from tracker.cli.reading import day_of
from tracker.cli.session import Session
from tracker.cli.writing import WriteOptions, doubts_about, say, write, write_all
from tracker.formats.cells import text_of
from tracker.model.admission import lines_of
from tracker.model.catalogue import Target
from tracker.model.entry import Report, ReportLine
from tracker.model.naming import find_target, line_of, typed_value, unit_named
from tracker.model.quantity import Quantity
from tracker.model.rules.lines import line_problems
from tracker.problems import ExitCode, Problem, TrackerError
from tracker.report.values import Demand
from tracker.store.reports import check_incoming
from tracker.store.workspace import Workspace

Answer = TypeVar("Answer")
_OF_DAYS = frozenset({"date-outside", "date-future"})


def record_by_asking(
    workspace: Workspace, session: Session, today: date, by: str | None, options: WriteOptions
) -> None:
    """Ask for a report and write it. Raises typer.Exit (1) where it is not to be written, typer.Abort."""
    asked = _Interview(workspace, session, today)
    with with_completion(
        [name for target in workspace.book.catalogue.targets for name in (target.id, target.name)]
    ):
        asked.ask_lines()
    asked.ask_day()
    asked.ask_unit(by)
    while True:
        incoming = check_incoming(workspace, [asked.report], session.now)
        if incoming.problems:
            show_problems(incoming.problems, session)
            asked.mend(incoming.problems)
            continue
        if options.dry_run:
            write(workspace, asked.report, session, options, asked.day)
            return
        doubts = doubts_about(workspace, incoming)
        session.complain(asked.summary())
        say(doubts, session)
        if options.yes or confirmed(
            session.words("record.confirm" if doubts else "ask.write"), default=not doubts
        ):
            break
        if not doubts:
            asked.give_up()
        asked.ask_again({doubted.entry.line.n for doubted in doubts if doubted.entry})
    write_all(workspace, incoming, session, options, asked.day)


@dataclass(slots=True)
class _Interview:
    """What was answered so far."""

    workspace: Workspace
    session: Session
    day: date
    by: str = ""
    lines: list[ReportLine] = field(default_factory=list)

    @property
    def report(self) -> Report:
        """The answers as a report."""
        lines = tuple(replace(line, n=n) for n, line in enumerate(self.lines, 1))
        return Report(file="", stem="", date=self.day, by=self.by, source=None, recorded=None, entries=lines)

    def ask_lines(self) -> None:
        """Ask for targets and values until none is named. Raises typer.Abort where nothing is to be kept."""
        try:
            while target := ask(self.session, self.session.words("ask.target"), "", self._named):
                self._show_last(target)
                if line := self._ask_value(target, self.session.words("ask.value"), None):
                    self.lines.append(line)
        except typer.Abort:
            self._keep_or_leave()
        if not self.lines:
            raise typer.Abort

    def ask_day(self) -> None:
        """Ask for the day of the figures."""
        question, default = self.session.words("ask.date"), str(self.day)
        self.day = self._kept(lambda: ask(self.session, question, default, self._day))

    def ask_unit(self, by: str | None) -> None:
        """Ask who reported; the lead unit of the first target unless `by` says."""
        first = self._target(self.lines[0])
        reporter = self._kept(lambda: answer(self.session.words("ask.by"), by or first.lead))
        self.by = unit_named(self.workspace.book.catalogue, reporter)

    def mend(self, problems: Collection[Problem]) -> None:
        """Ask again for what the log would refuse: the day, or the values that are wrong."""
        if all(problem.code in _OF_DAYS for problem in problems):
            self.ask_day()
            return
        numbers = {n for problem in problems for _, n in lines_of(problem)}
        self.ask_again(numbers & set(range(1, len(self.lines) + 1)) or set(range(1, len(self.lines) + 1)))

    def ask_again(self, numbers: Collection[int]) -> None:
        """Ask again for the values of these lines; one that is not given is left out, the others stay."""
        kept: list[ReportLine] = []
        for n, line in enumerate(self.lines, 1):
            if n not in numbers:
                kept.append(line)
                continue
            target = self._target(line)
            question = self.session.words("ask.value-again", {"name": target.name})
            again = self._kept(lambda: self._ask_value(target, question, ""))  # noqa: B023 - asked at once
            kept += [again] if again else []
        self.lines = kept
        if not kept:
            self.give_up()

    def give_up(self) -> None:
        """Raises typer.Exit (1): nothing is written."""
        self.session.complain(self.session.words("record.not-written") + "\n")
        raise typer.Exit(ExitCode.PROBLEMS)

    def summary(self) -> str:
        """What will be written, a line for each target."""
        return "".join(f"  {self._summary(line)}\n" for line in self.lines)

    def _summary(self, line: ReportLine) -> str:
        target = self._target(line)
        unit = line.unit or target.unit
        if line.stage is not None:
            return f"{target.name}: {line.stage}"
        return (
            f"{target.name}: {line.total}{unit}"
            if line.total is not None
            else f"{target.name}: +{line.add}{unit}"
        )

    def _kept(self, question: Callable[[], Answer]) -> Answer:
        """The answer; who leaves and wants to keep what is there is asked once more."""
        while True:
            try:
                return question()
            except typer.Abort:
                self._keep_or_leave()

    def _keep_or_leave(self) -> None:
        """Raises typer.Abort unless there is something that is to be kept."""
        kept = self.session.words("ask.keep", {"count": len(self.lines)})
        if not self.lines or not confirmed(kept, default=True):
            raise typer.Abort

    def _named(self, text: str) -> Target | None:
        return find_target(self.workspace.book.catalogue, text) if text.strip() else None

    def _target(self, line: ReportLine) -> Target:
        target = self.workspace.book.catalogue.target(line.target or "")
        assert target is not None  # noqa: S101 - it was found by what a person typed
        return target

    def _day(self, text: str) -> date:
        day = day_of(text, self.session, self.workspace.book)
        if day > self.session.today:
            raise self._unfit("date-future", {"date": day, "today": self.session.today})
        return day

    def _ask_value(self, target: Target, question: str, default: str | None) -> ReportLine | None:
        """The line that the answer says; None for an empty one, where that is the default."""

        def line(text: str) -> ReportLine | None:
            if default == "" and not text.strip():
                return None
            said = line_of(1, target, typed_value(text))
            at_its_end = replace(self.report, date=target.period.end)  # of days nothing is known yet
            for problem in line_problems(said, at_its_end, self.workspace.book.catalogue):
                raise self._unfit(problem.code, problem.facts)
            return said

        return ask(self.session, question, default, line)

    def _unfit(self, code: str, facts: Mapping[str, object]) -> TrackerError:
        words = self.session.words
        why, remedy = words(f"problem.{code}", facts), words(f"remedy.{code}", facts)
        return TrackerError("answer-unfit", ExitCode.USAGE, why=why, remedy=remedy)

    def _show_last(self, target: Target) -> None:
        words = self.session.words
        points = self.workspace.book.log.points(target.id, date.max)
        goal = text_of(Demand(target.goal, target.unit, target.period.end), words)
        facts: dict[str, object] = {"name": target.name, "goal": goal}
        if points:
            last = text_of(Quantity(points[-1].value, target.unit), words)
            facts |= {"actual": last, "day": points[-1].day}
        self.session.complain(words("ask.last" if points else "ask.no-last", facts) + "\n")
