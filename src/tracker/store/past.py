"""The workspace as it stood in a revision: read from git's objects, whatever the working tree holds."""

import contextlib
import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain
from pathlib import Path

from tracker.model.book import Book
from tracker.problems import ExitCode, Problem, TrackerError
from tracker.store.files import (
    CATALOGUE_LIMIT,
    MEBIBYTE,
    SOURCE_LIMIT,
    UnreadableError,
    YamlError,
    decode,
    inside,
    read_bytes,
)
from tracker.store.git import Repository
from tracker.store.progress import FOLDER
from tracker.store.revisions import Revision, object_of
from tracker.store.workspace import CATALOGUE, known_on, load
from tracker.store.yaml import read

_AT_ONCE = 64 * MEBIBYTE
_LINK, _SUBMODULE = "120000", "160000"


@dataclass(frozen=True, slots=True)
class _Item:
    mode: str
    blob: str
    size: int


_Tree = Mapping[str, _Item]


def book_at(
    repository: Repository, root: Path, revision: Revision, now: date | datetime, known: date | None = None
) -> Book:
    """The book of the workspace below `root` as it stood in that revision; of it what was `known` on a day.

    `now` says which day is today in the time zone that it has there. Links and names are taken over as they
    are there, and judged as those of any workspace. Raises TrackerError where the revision has no workspace
    there, or a broken one, whose problems it names.
    """
    with tempfile.TemporaryDirectory(prefix="tracker-") as name:
        folder = Path(name).resolve()
        write_workspace(repository, root, revision, folder)
        try:
            workspace = load(folder, now, cache=False)
            book = workspace.book if known is None else known_on(workspace, known)
        except TrackerError as error:
            if not error.problems:
                raise
            facts = {**error.facts, "revision": revision.name}
            problems = _named(error.problems, revision)
            raise TrackerError("rev-catalogue-bad", error.exit_code, problems, **facts) from None
    return replace(book, problems=_named(book.problems, revision))


def write_workspace(repository: Repository, root: Path, revision: Revision, folder: Path) -> None:
    """Put the workspace below `root`, as it stood in that revision, into an empty folder (resolved).

    Raises TrackerError where the revision has none there.
    """
    tree = _tree(repository, root, revision)
    _write(repository, folder, {path: item for path, item in tree.items() if _always(path, item)})
    for led_to in (_catalogue, _source):
        path = led_to(folder)
        if path in tree:
            _write(repository, folder, {path: tree[path]})


def _named(problems: tuple[Problem, ...], revision: Revision) -> tuple[Problem, ...]:
    """The problems with their files named as git names them: REVISION:FILE."""
    return tuple(
        replace(problem, place=replace(problem.place, file=f"{revision.name}:{problem.place.file}"))
        for problem in problems
    )


def _tree(repository: Repository, root: Path, revision: Revision) -> _Tree:
    """Everything below the workspace in that revision, by path from it."""
    below = root.resolve().relative_to(repository.top).as_posix()
    tree = object_of(repository, f"{revision.commit}:{'' if below == '.' else below}")
    items = dict(_items(repository.run("ls-tree", "-r", "-l", "-z", tree))) if tree else {}
    if CATALOGUE not in items:
        raise TrackerError("rev-no-catalogue", ExitCode.NO_WORKSPACE, revision=revision.name, folder=below)
    if any(item.mode == _SUBMODULE and path.split("/")[0] == FOLDER for path, item in items.items()):
        raise TrackerError("rev-submodule", ExitCode.GIT, revision=revision.name, folder=FOLDER)
    return items


def _items(listing: str) -> Iterator[tuple[str, _Item]]:
    for line in filter(None, listing.split("\0")):
        head, _, path = line.partition("\t")
        mode, _, blob, size = head.split()
        yield path, _Item(mode, blob, int(size) if size.isdigit() else 0)


def _always(path: str, item: _Item) -> bool:
    """Whether it is part of any workspace; of all else in the folder only the policy text is."""
    return path in {CATALOGUE, FOLDER} or path.startswith(f"{FOLDER}/") or item.mode == _LINK


def _catalogue(folder: Path) -> str:
    """Where the catalogue is, which may be a link, as a path of the tree."""
    return _led_to(folder, folder / CATALOGUE)


def _source(folder: Path) -> str:
    """Where the policy text is that the catalogue names, as a path of the tree; empty where it names none."""
    try:
        data = read(decode(read_bytes(folder / CATALOGUE, CATALOGUE_LIMIT)))
    except (UnreadableError, YamlError):
        return ""
    source = data.get("source") if isinstance(data, dict) else None
    return _led_to(folder, folder / source) if isinstance(source, str) else ""


def _led_to(folder: Path, path: Path) -> str:
    found = path.resolve() if inside(path, folder) else folder
    return found.relative_to(folder).as_posix()


def _write(repository: Repository, folder: Path, tree: _Tree) -> None:
    """Put these items below `folder`: files first, so that nothing is written through a link.

    A tree made by hand may hold any name; what would lie elsewhere, or twice, is left out.
    """
    links = {path: item for path, item in tree.items() if item.mode == _LINK}
    files = {path: item for path, item in tree.items() if item.mode not in {_LINK, _SUBMODULE}}
    try:
        for path, content in chain(_contents(repository, files), _contents(repository, links)):
            place = folder / path
            if not place.is_relative_to(folder) or place.parent.resolve() != place.parent:
                continue
            with contextlib.suppress(FileExistsError, NotADirectoryError):
                place.parent.mkdir(parents=True, exist_ok=True)
                if path in links:
                    place.symlink_to(os.fsdecode(content))
                else:
                    _create(place, content, tree[path].size)
    except OSError as error:
        reason = error.strerror or str(error)
        raise TrackerError("write-failed", ExitCode.WRITE_CONFLICT, file=str(folder), reason=reason) from None


def _create(place: Path, content: bytes, size: int) -> None:
    """A new file; one too large to be read anyhow is as large, but holds nothing."""
    with place.open("xb") as stream:
        stream.write(content)
        stream.truncate(size)


def _contents(repository: Repository, items: _Tree) -> Iterator[tuple[str, bytes]]:
    """What each item holds, some at a time; nothing for those that are too large to be read."""
    few: list[str] = []
    size = 0
    for path, item in items.items():
        if item.size > SOURCE_LIMIT:
            yield path, b""
            continue
        few.append(path)
        size += item.size
        if size > _AT_ONCE:
            yield from zip(few, repository.contents([item.blob for path in few]), strict=True)
            few, size = [], 0
    yield from zip(few, repository.contents([items[path].blob for path in few]), strict=True)
