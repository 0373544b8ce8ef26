"""Districts: which there are, by a list, by folders or by name; and the one function that assesses one."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
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
from tracker.model.districts_file import DistrictWritten, read_districts
from tracker.model.indicators import FILE, disagreement, published_disagreement
from tracker.problems import ExitCode, Place, Problem, TrackerError, bounded, count
from tracker.store.clones import checked_out, clones_folder
from tracker.store.datapackage import read_package
from tracker.store.files import CATALOGUE_LIMIT, UnreadableError, YamlError, decode, read_bytes
from tracker.store.locate import located
from tracker.store.progress import Watch
from tracker.store.workdays import working_calendar
from tracker.store.workspace import CATALOGUE, Workspace, known_on, load
from tracker.store.yaml import read

_DEEPEST = 4  # folders below --under that are looked into
_STATES = {
    "district-missing": DistrictState.MISSING,
    "district-before": DistrictState.MISSING,
    "rev-no-catalogue": DistrictState.MISSING,
    "district-slow": DistrictState.SLOW,
    "git-timeout": DistrictState.SLOW,
    "catalogue-bad": DistrictState.BROKEN,
    "package-bad": DistrictState.BROKEN,
}


@dataclass(frozen=True, slots=True)
class DistrictSource:
    """Where a district is: the folder of its workspace or package, or a repository and the folder in it."""

    name: str
    place: str  # as it was written, to be printed
    folder: str = ""
    repository: str | None = None
    revision: str | None = None
    package: bool = False  # whether the folder holds a data package and no workspace


@dataclass(frozen=True, slots=True)
class DistrictList:
    """The districts of a list, its title, and the file of shared indicators, named or lying beside."""

    sources: tuple[DistrictSource, ...]
    title: str | None = None
    indicators: Path | None = None


def listed(path: Path) -> DistrictList:
    """The districts that a list names. Raises TrackerError (bad catalogue) with all that is wrong with it."""
    place = Place(path.name)
    problems: list[Problem]
    try:
        written, problems = read_districts(read(decode(read_bytes(path, CATALOGUE_LIMIT))), path.name)
    except UnreadableError as error:
        written, problems = None, [Problem(error.code, place, error.facts)]
    except YamlError as error:
        where = Place(path.name, line=error.line, column=error.column)
        written, problems = None, [Problem(error.code, where, error.facts)]
    if written is None or problems:
        found = bounded(located(problems, path.parent))
        raise TrackerError("districts-bad", ExitCode.BAD_CATALOGUE, found, file=path.name, count=count(found))
    above = path.parent.resolve()
    sources = tuple(_source(one, above) for one in written.districts)
    shared = above / (written.indicators or FILE)
    return DistrictList(sources, written.title, shared if written.indicators or shared.exists() else None)


def _source(written: DistrictWritten, above: Path) -> DistrictSource:
    if written.package is not None:
        return DistrictSource(written.name, written.package, str(above / written.package), package=True)
    if written.workspace is not None:
        return DistrictSource(written.name, written.workspace, str(above / written.workspace))
    repository = written.repository or ""
    address = _address(repository, above)
    return DistrictSource(written.name, repository, written.folder or "", address, written.revision)


def named(places: Iterable[str], folder: Path) -> tuple[DistrictSource, ...]:
    """The districts at these folders and addresses, each by the last part of its name."""
    sources = []
    for place in places:
        path = folder / place
        if is_address(place) or is_bare(path):
            sources.append(DistrictSource(_last(place), place, "", _address(place, folder)))
        else:
            sources.append(DistrictSource(_last(place), place, str(path.resolve()), package=is_package(path)))
    return _told_apart(sources)


def below(folder: Path) -> tuple[DistrictSource, ...]:
    """The workspaces and bare repositories below a folder, by their paths; no link is followed.

    Raises TrackerError (no workspace) where there is none.
    """
    sources: list[DistrictSource] = []

    def look(into: Path, depth: int) -> None:
        for path in sorted(into.iterdir()):
            if path.is_symlink() or not path.is_dir() or path.name.startswith("."):
                continue
            name = path.relative_to(folder).as_posix()
            if (path / CATALOGUE).exists() or (path / CATALOGUE).is_symlink():
                sources.append(DistrictSource(name, name, str(path.resolve())))
            elif is_bare(path):
                sources.append(DistrictSource(name.removesuffix(".git"), name, "", str(path.resolve())))
            elif is_package(path):
                sources.append(DistrictSource(name, name, str(path.resolve()), package=True))
            elif depth < _DEEPEST:
                look(path, depth + 1)

    try:
        look(folder, 1)
    except OSError as error:
        raise TrackerError("no-folder", ExitCode.NO_WORKSPACE, folder=str(error.filename or folder)) from None
    if not sources:
        raise TrackerError("districts-none", ExitCode.NO_WORKSPACE, folder=str(folder))
    return _told_apart(sources)


def is_address(place: str) -> bool:
    """Whether it is the address of a repository elsewhere: https://…, ssh://…, git@host:path."""
    head, colon, _ = place.partition(":")
    return "://" in place or (bool(colon) and "@" in head and "/" not in head)


def is_package(path: Path) -> bool:
    """Whether it is the folder of a data package, or its descriptor, and no workspace."""
    if path.name == DESCRIPTOR:
        return path.is_file()
    return (path / DESCRIPTOR).is_file() and not (path / CATALOGUE).exists()


def is_bare(path: Path) -> bool:
    """Whether it is a repository without files of its own."""
    return (path / "HEAD").is_file() and (path / "objects").is_dir() and not (path / CATALOGUE).exists()


def _address(place: str, folder: Path) -> str:
    return place if is_address(place) else str((folder / place).resolve())


def _last(place: str) -> str:
    return place.rstrip("/").rpartition("/")[2].rpartition(":")[2].removesuffix(".git") or place


def _told_apart(sources: Sequence[DistrictSource]) -> tuple[DistrictSource, ...]:
    """The same, those of one name by their places."""
    names = Counter(source.name for source in sources)
    return tuple(
        source if names[source.name] == 1 else replace(source, name=source.place)
        for source in dict.fromkeys(sources)
    )


def assess_workspace(source: DistrictSource, options: DistrictOptions) -> DistrictResult:
    """One district on one day, whatever is wrong with it: nothing is raised, and nothing is left open.

    The only function that processes and machines are given to run; what it takes and gives are plain values.
    """
    try:
        if source.package:
            return _published(source, options)
        with opened(source, options) as (workspace, revision):
            day, refused = options.known_on, _refused(workspace, options)
            book = workspace.book if day is None else known_on(workspace, day)
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
