"""Which districts there are: by a list, by folders or by name; one that is named twice is one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from tracker.model.datapackage import DESCRIPTOR
from tracker.model.districts_file import PLACES, DistrictWritten, read_districts
from tracker.model.indicators import FILE
from tracker.problems import ExitCode, Place, Problem, TrackerError, bounded, count
from tracker.store.files import CATALOGUE_LIMIT, UnreadableError, YamlError, decode, read_bytes
from tracker.store.locate import located
from tracker.store.workspace import CATALOGUE
from tracker.store.yaml import read

_DEEPEST = 4  # folders below --under that are looked into


@dataclass(frozen=True, slots=True)
class DistrictSource:
    """Where a district is: the folder of its workspace or package, or a repository and the folder in it."""

    name: str
    place: str  # as it was written, to be printed
    folder: str = ""
    repository: str | None = None
    revision: str | None = None
    package: bool = False  # whether the folder holds a data package and no workspace

    @property
    def identity(self) -> tuple[object, ...]:
        """What makes it the same district whatever it is called: where it leads, at which revision."""
        if self.repository is not None:
            address = self.repository.removeprefix("file://").rstrip("/").removesuffix(".git")
            return address, self.revision, PurePosixPath(self.folder)
        path = Path(self.folder).resolve()
        return path.parent if self.package and path.name == DESCRIPTOR else path, None, None


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
    above = path.parent.resolve()
    sources = tuple(_source(one, above) for one in written.districts) if written else ()
    problems += _twice(sources, written.districts if written else (), path.name)
    if written is None or problems:
        found = bounded(located(problems, path.parent))
        raise TrackerError("districts-bad", ExitCode.BAD_CATALOGUE, found, file=path.name, count=count(found))
    shared = above / (written.indicators or FILE)
    return DistrictList(sources, written.title, shared if written.indicators or shared.exists() else None)


def _twice(
    sources: Sequence[DistrictSource], districts: Sequence[DistrictWritten], file: str
) -> Iterator[Problem]:
    """Where a list names a district again by another name: it would be counted twice."""
    names: dict[tuple[object, ...], str] = {}
    for at, (source, written) in enumerate(zip(sources, districts, strict=True)):
        # One that has the name as well is told of by its name.
        if names.setdefault(source.identity, source.name) != source.name:
            key = next(key for key in PLACES if getattr(written, key) is not None)
            yield Problem("district-twice", Place(file, ("districts", at, key)), {"value": source.place})


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
    """Each district once, as it was named first; those of one name by their places."""
    once: dict[tuple[object, ...], DistrictSource] = {}
    for source in sources:
        once.setdefault(source.identity, source)
    names = Counter(source.name for source in once.values())
    return tuple(
        source if names[source.name] == 1 else replace(source, name=source.place) for source in once.values()
    )
