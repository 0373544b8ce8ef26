"""Districts: the one function that assesses one, whatever is wrong with it."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from tracker.assess.district import (
    SHOWN_PROBLEMS,
    DistrictOptions,
    DistrictResult,
    DistrictState,
    district_result,
    package_result,
)
from tracker.assess.workdays import Calendar
from tracker.model.datapackage import DESCRIPTOR
from tracker.model.indicators import disagreement, published_disagreement
from tracker.problems import ExitCode, Problem, TrackerError, count
from tracker.store.clones import checked_out, clones_folder
from tracker.store.datapackage import read_package
from tracker.store.district_sources import DistrictSource
from tracker.store.locate import located
from tracker.store.progress import Watch
from tracker.store.workdays import working_calendar
from tracker.store.workspace import CATALOGUE, Workspace, book_to_look_at, load

_STATES = {
    "district-missing": DistrictState.MISSING,
    "district-before": DistrictState.MISSING,
    "rev-no-catalogue": DistrictState.MISSING,
    "district-slow": DistrictState.SLOW,
    "git-timeout": DistrictState.SLOW,
    "catalogue-bad": DistrictState.BROKEN,
    "package-bad": DistrictState.BROKEN,
}


def assess_workspace(source: DistrictSource, options: DistrictOptions) -> DistrictResult:
    """One district on one day, whatever is wrong with it: nothing is raised, and nothing is left open.

    The only function that processes and machines are given to run; what it takes and gives are plain values.
    """
    try:
        if source.package:
            return _published(source, options)
        with opened(source, options) as (workspace, revision):
            book, refused = book_to_look_at(workspace, options), _refused(workspace, options)
            return district_result(source.name, source.place, book, refused, options, _calendar(), revision)
    except TrackerError as error:
        is_git = error.exit_code is ExitCode.GIT
        other = DistrictState.UNREACHABLE if is_git else DistrictState.FAILED
        return _not_read(source, _STATES.get(error.code, other), error.code, error.facts, error.problems)
    except OSError as error:
        facts = {"file": str(error.filename or ""), "reason": error.strerror or str(error)}
        return _not_read(source, DistrictState.FAILED, "system", facts)
    except Exception as error:  # noqa: BLE001 - one district stops nothing, whatever it is
        return _not_read(source, DistrictState.FAILED, "internal", {"kind": repr(error)})


def _published(source: DistrictSource, options: DistrictOptions) -> DistrictResult:
    """A district that publishes a data package. Raises TrackerError where it cannot be read."""
    path = Path(source.folder)
    package, problems = read_package(path)
    if package is None:
        if any(problem.code == "file-missing" for problem in problems):
            raise TrackerError("district-missing", ExitCode.NO_WORKSPACE, folder=source.place)
        raise TrackerError("package-bad", ExitCode.BAD_CATALOGUE, tuple(problems), count=len(problems))
    shared = options.indicators
    refused = {
        value.code: problem
        for value in package.values
        if shared is not None
        for problem in published_disagreement(value, DESCRIPTOR, shared)
    }
    return package_result(source.name, source.place, package, {**refused, **package.repeated}, options)


@contextmanager
def opened(source: DistrictSource, options: DistrictOptions) -> Iterator[tuple[Workspace, str | None]]:
    """The workspace of a district as read, and the commit it is of where it was fetched.

    Raises TrackerError where there is none, where it is broken, or where it takes too long.
    """
    watch = _deadline(options.seconds)
    revision = None
    root = Path(source.folder)
    if source.repository is not None:
        clones = Path(options.clones) if options.clones else clones_folder()
        root, revision = checked_out(
            source.repository, source.revision, source.folder, clones, options.seconds
        )
    elif not (root / CATALOGUE).exists() and not (root / CATALOGUE).is_symlink():
        raise TrackerError("district-missing", ExitCode.NO_WORKSPACE, folder=source.place)
    workspace = load(root, options.now, cache=options.cache, watch=watch)
    try:
        watch(0, 0)
        yield workspace, revision
    finally:
        workspace.reports.close()


def _refused(workspace: Workspace, options: DistrictOptions) -> list[tuple[str, Problem]]:
    """Codes of targets that are not what the codes say, and why not, with file and line."""
    catalogue, shared = workspace.book.catalogue, options.indicators
    if shared is None:
        return []
    found = [(t.indicator, p) for t in catalogue.targets for p in disagreement(t, catalogue.file, shared)]
    placed = {problem.place.path: problem for problem in located((p for _, p in found), workspace.root)}
    return [(code, placed[problem.place.path]) for code, problem in found if code is not None]


@lru_cache(maxsize=1)
def _calendar() -> Calendar:
    """The calendar, which remembers the days it was asked for."""
    return working_calendar()


def _deadline(seconds: int) -> Watch:
    """Told of each file that is read, it ends the reading once it has taken too long."""
    end = time.monotonic() + seconds

    def watch(_read: int, _all: int) -> None:
        if time.monotonic() > end:
            raise TrackerError("district-slow", ExitCode.PROBLEMS, seconds=seconds)

    return watch


def lost(source: DistrictSource) -> DistrictResult:
    """A district whose worker ended each time it was tried."""
    return _not_read(source, DistrictState.FAILED, "district-lost", {})


def _not_read(
    source: DistrictSource,
    state: DistrictState,
    error: str,
    facts: Mapping[str, object],
    problems: Sequence[Problem] = (),
) -> DistrictResult:
    return DistrictResult(
        name=source.name,
        place=source.place,
        state=state,
        error=error,
        facts=dict(facts),
        problems=tuple(problems[:SHOWN_PROBLEMS]),
        problem_count=count(problems),
    )
