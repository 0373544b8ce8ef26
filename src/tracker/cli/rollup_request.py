"""What a roll-up is asked: which districts, how each is looked at, and by what they are gone through."""

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from tracker.assess.district import DistrictOptions, DistrictResult
from tracker.assess.rollup import RollUp, roll_up
from tracker.cli import options
from tracker.cli.help import both
from tracker.cli.output import extras, streaming
from tracker.cli.progress_bar import ProgressBar
from tracker.cli.reading import profile_named
from tracker.cli.session import Session
from tracker.cli.views import SharedOptions
from tracker.model.days import days_of
from tracker.model.indicators import FILE, Indicators
from tracker.problems import ExitCode, TrackerError
from tracker.store.district_runs import Run
from tracker.store.district_sources import DistrictList, DistrictSource, below, listed, named
from tracker.store.districts import assess_workspace, lost
from tracker.store.indicators import load_indicators

SOURCES = both("哪些区县", "Which districts")
RUNNING = both("运行", "Running")
WORTH_A_PROCESS = 8  # districts


@dataclass(frozen=True, kw_only=True)
class SourceOptions:
    """Which districts, and what they have in common."""

    list: Annotated[
        Path | None,
        typer.Option(
            "--list",
            "-l",
            metavar="FILE",
            dir_okay=False,
            help=both("区县清单（districts.yaml）", "a list of districts (districts.yaml)"),
            rich_help_panel=SOURCES,
        ),
    ] = None
    under: Annotated[
        Path | None,
        typer.Option(
            "--under",
            metavar="DIR",
            file_okay=False,
            help=both(
                "这个目录下面的全部工作区和裸仓库", "all workspaces and bare repositories below a folder"
            ),
            rich_help_panel=SOURCES,
        ),
    ] = None
    indicators: Annotated[
        Path | None,
        typer.Option(
            "--indicators",
            metavar="FILE",
            dir_okay=False,
            help=both(
                "共用指标；默认为清单旁、--under 目录里或当前目录的 indicators.yaml",
                "the shared indicators; by default indicators.yaml beside the list, in the folder, or here",
            ),
            rich_help_panel=SOURCES,
        ),
    ] = None
    clones: Annotated[
        Path | None,
        typer.Option(
            "--clones",
            metavar="DIR",
            file_okay=False,
            help=both("取来的仓库存放在哪里", "where fetched repositories are kept"),
            rich_help_panel=SOURCES,
        ),
    ] = None


@dataclass(frozen=True, kw_only=True)
class RunOptions:
    """By what the districts are read, and how long one may take."""

    jobs: Annotated[
        int | None,
        options.number(
            "--jobs",
            "N",
            1,
            "同时用几个进程；默认最多为核数，区县少时更少",
            "processes at once; up to as many as there are cores, fewer for few districts",
            256,
            RUNNING,
        ),
    ] = None
    scheduler: Annotated[
        str | None,
        typer.Option(
            "--scheduler",
            metavar="ADDRESS",
            help=both(
                "交给 Dask 集群：调度器地址 tcp://…，或 local 在本机临时建一个（可选部分 cluster）",
                "by a Dask cluster: the address of its scheduler, tcp://…, or local for one of this machine (extra cluster)",
            ),
            rich_help_panel=RUNNING,
        ),
    ] = None
    limit: Annotated[
        int,
        options.number(
            "--limit",
            "SECONDS",
            1,
            "一个区县最多读多少秒",
            "seconds that one district may take",
            86400,
            RUNNING,
        ),
    ] = 60


@dataclass(frozen=True, slots=True)
class RollUpRequest:
    """What was asked: the districts, how each is looked at, and how they are gone through."""

    session: Session
    sources: Sequence[DistrictSource]
    options: DistrictOptions
    jobs: int
    scheduler: str | None

    def results(self) -> Iterator[DistrictResult]:
        """Every district, in their order, with a bar while it takes long."""
        run = Run(assess_workspace, self.options, lost, self.told, self.options.seconds)
        with ProgressBar(self.session.words, "rollup.reading") as bar, extras():
            for number, result in enumerate(run.through(self.sources, self.jobs, self.scheduler), 1):
                bar(number, len(self.sources))
                yield result

    def told(self, key: str, facts: dict[str, object]) -> None:
        """What became of workers, on the error stream."""
        self.session.complain(self.session.words(key, facts) + "\n")


def rolled_up(request: RollUpRequest, rank: str, rows: Path | None = None, *, keep: bool = False) -> RollUp:
    """The whole, every row written to a file on the way where one is named."""
    session, shared = request.session, request.options.indicators
    with ExitStack() as stack, extras():
        results = request.results()
        if rows is not None:
            out = stack.enter_context(streaming(rows, session))
            from tracker.formats.rollup_rows import written

            units = {code: one.unit for code, one in shared.by_code.items()} if shared else {}
            results = written(results, out, units, session.words)
        return roll_up(results, shared, rank, keep=keep)


def requested(
    session: Session,
    asked: SharedOptions,
    which: SourceOptions,
    how: RunOptions,
    places: Sequence[str],
    since: str | None,
) -> tuple[RollUpRequest, str | None]:
    """What was asked, and the title of the list. Raises TrackerError (usage) where it cannot be."""
    districts = _districts(session, which, places)
    as_of = _day(asked.as_of, session, session.today.year) or session.today
    compared = _day(since, session, as_of.year)
    if compared is not None and compared >= as_of:
        raise TrackerError("rollup-since", ExitCode.USAGE, since=compared, day=as_of)
    profile_named(asked.profile)
    # To start a process costs as much as to read some districts.
    jobs = how.jobs or max(1, min(os.cpu_count() or 1, len(districts.sources) // WORTH_A_PROCESS))
    looked_at = DistrictOptions(
        as_of=as_of,
        now=session.moment,
        known_on=_day(asked.known_on, session, as_of.year),
        since=compared,
        profile=asked.profile,
        verified_only=asked.verified_only,
        indicators=_shared(session, which, districts),
        seconds=how.limit,
        cache=session.environ.get("TRACKER_CACHE") != "off",
        clones=str((session.directory / which.clones).resolve()) if which.clones else "",
    )
    return RollUpRequest(session, districts.sources, looked_at, jobs, how.scheduler), districts.title


def _districts(session: Session, which: SourceOptions, places: Sequence[str]) -> DistrictList:
    if sum((bool(places), which.list is not None, which.under is not None)) != 1:
        raise TrackerError("rollup-sources", ExitCode.USAGE)
    if which.list is not None:
        return listed(session.directory / which.list)
    if which.under is not None:
        return DistrictList(below(session.directory / which.under))
    return DistrictList(named(places, session.directory))


def _shared(session: Session, which: SourceOptions, districts: DistrictList) -> Indicators | None:
    if which.indicators is not None:
        return load_indicators(session.directory / which.indicators)
    if districts.indicators is not None:
        return load_indicators(districts.indicators)
    beside = session.directory / (which.under or "") / FILE
    for path in dict.fromkeys((beside, session.directory / FILE)):
        if which.list is None and path.is_file():
            return load_indicators(path)
    return None


def _day(text: str | None, session: Session, year: int) -> date | None:
    """The day a person wrote, of a period its last; where no year is written, `year` is meant."""
    if text is None:
        return None
    try:
        return days_of(text, today=session.today, year=year).end
    except ValueError:
        raise TrackerError("day-bad", ExitCode.USAGE, text=text) from None
