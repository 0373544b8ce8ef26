"""A workspace read by way of its index: verified file by file, brought up to date, and asked."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from heapq import merge
from itertools import chain
from typing import NamedTuple

from tracker.model.catalogue import Catalogue
from tracker.problems import Problem
from tracker.store.index import database as db
from tracker.store.index import place
from tracker.store.index.archive import Archive
from tracker.store.index.catalogue import catalogue_of, catalogue_text
from tracker.store.index.changes import changes
from tracker.store.index.codec import roll_of
from tracker.store.index.database import DamagedError, Database, Kind, Page
from tracker.store.index.judge import Judge
from tracker.store.index.listing import Tree, tree_of
from tracker.store.index.pages import Guarded, Overlay, Pages
from tracker.store.index.refresh import STATE, Refresh, rolled_again
from tracker.store.index.state import State, state_from
from tracker.store.index.workers import Done, LostError, read_days
from tracker.store.names import name_problem

CATALOGUE, CATALOGUE_READ = "catalogue", "catalogue-read"
QUOTED = "quoted"  # the policy text in which every quote of the catalogue stands
# Called with the files read by now and those there are to read.
Watch = Callable[[int, int], None]


class Reread(NamedTuple):
    """What had to be read again."""

    folders: int
    days: int
    files: int


_Made = tuple[Database, State, Reread]


class Opened(NamedTuple):
    """What the index makes of a workspace."""

    archive: Archive
    state: State
    problems: tuple[Problem, ...]  # of folders and names, which are looked at each time
    strays: int  # files that are meant as reports and badly named or placed
    reread: Reread

    def remember(self, name: str, body: str) -> None:
        """Keep a page about the whole with the index, where that can be done."""
        guarded = self.archive.pages
        pages = guarded.pages if isinstance(guarded, Guarded) else guarded
        if isinstance(pages, Database):
            with suppress(DamagedError):
                db.changed(pages, [Page(Kind.META, name, "", body)])


def opened(
    root: str, text: str, read: Callable[[], Catalogue | None], today: date, watch: Watch
) -> Opened | None:
    """The log below `root`, under the catalogue whose file holds `text`; None where no index can be had.

    `read` reads the catalogue where the index does not know it; None from it is None altogether.
    """
    tree = tree_of(root)
    index, known = None, None
    for _ in range(_TRIES):
        index = place.opened(root)
        if index is None:
            break
        try:
            known = _known(index, text)
            catalogue = known or read()
            if catalogue is None:
                return None
            judge = Judge(catalogue, today)
            if known is None:
                return _anew(root, text, tree, judge, _kept_index(root, index, text, tree, judge, watch))
            return _up_to_date(root, index, text, tree, judge, watch)
        except db.MovedError:
            index.close()  # another process was faster: what it wrote may be all that is needed
        except (DamagedError, *_UNREADABLE):
            index.close()
            break
    catalogue = known or read()
    if catalogue is None:
        return None
    judge = Judge(catalogue, today)
    for making in (_kept_index, _index_for_now):
        with suppress(DamagedError, *_UNREADABLE):
            return _anew(root, text, tree, judge, making(root, None, text, tree, judge, watch))
    return None


def _anew(root: str, text: str, tree: Tree, judge: Judge, made: _Made) -> Opened:
    index, state, reread = made
    return _found(root, text, index, judge, state, tree, reread)


def _known(index: Database, text: str) -> Catalogue | None:
    """The catalogue in this text, if the index has read it before."""
    if index.one(Kind.META, CATALOGUE) != text:
        return None
    read = index.one(Kind.META, CATALOGUE_READ)
    return None if read is None else catalogue_of(read)


_TRIES = 3
# What a page that is none of ours makes its readers say.
_UNREADABLE = (ValueError, TypeError, LookupError, LostError)


def _up_to_date(root: str, index: Database, text: str, tree: Tree, judge: Judge, watch: Watch) -> Opened:
    known = index.one(Kind.META, STATE)
    if known is None:
        raise DamagedError
    state = state_from(known)
    tasks, folders = changes({key: body for key, _, body in index.all(Kind.FOLDER)}, tree)
    # What lay ahead when it was read, or lies ahead now, is weighed again.
    turned = state.horizon > min(state.seen, judge.now) and state.seen != judge.now
    if not tasks and not folders and not turned:
        return _found(root, text, index, judge, state, tree, Reread(0, 0, 0))
    overlay = Overlay(index)
    again = _ahead(index, state, judge, {task.day for task in tasks}) if turned else ()
    counted = _Counted(watch, sum(len(task.names) for task in tasks))
    read = sorted(chain(read_days(root, tasks, judge), again), key=lambda done: done.day)
    state = Refresh(overlay, judge).run(read, counted)
    overlay.put(Page(Kind.FOLDER, where, "", lines) for where, lines in folders.items())
    reread = Reread(len({task.folder for task in tasks}), len(tasks), counted.total)
    pages: Pages = index if db.changed(index, overlay.own) else overlay
    return _found(root, text, pages, judge, state, tree, reread)


def _ahead(index: Database, state: State, judge: Judge, but: set[str]) -> list[Done]:
    since = min(state.seen, judge.now)
    days = [day for day, _, text in index.all(Kind.ROLL) if day not in but and roll_of(text).horizon > since]
    return list(rolled_again(index, days, judge))


def _kept_index(root: str, old: Database | None, text: str, tree: Tree, judge: Judge, watch: Watch) -> _Made:
    with place.created(root) as index:
        state, reread = _filled(index, root, old, text, tree, judge, watch)
    return index, state, reread


def _index_for_now(
    root: str, old: Database | None, text: str, tree: Tree, judge: Judge, watch: Watch
) -> _Made:
    index = place.private()
    return index, *_filled(index, root, old, text, tree, judge, watch)


def _filled(
    index: Database, root: str, old: Database | None, text: str, tree: Tree, judge: Judge, watch: Watch
) -> tuple[State, Reread]:
    """Fill a new index; of an old one the reports are taken over, if the catalogue is all that changed."""
    tasks, _ = changes({key: body for key, _, body in old.all(Kind.FOLDER)} if old else {}, tree)
    counted = _Counted(watch, sum(len(task.names) for task in tasks))
    read = read_days(root, tasks, judge)
    if old is not None:
        changed = {task.day for task in tasks}
        days = [day for day, _, _ in old.all(Kind.ROLL) if day not in changed]
        read = merge(read, rolled_again(old, days, judge), key=lambda done: done.day)
    state = Refresh(index, judge, empty=True).run(read, counted)
    index.put(Page(Kind.FOLDER, where, "", listing.lines) for where, listing in tree.folders.items())
    meta = {CATALOGUE: text, CATALOGUE_READ: catalogue_text(judge.catalogue)}
    meta |= {db.VERSION_OF: place.version(), db.TOKEN: db.new_token()}
    index.put(Page(Kind.META, name, "", body) for name, body in meta.items())
    return state, Reread(len({task.folder for task in tasks}), len(tasks), counted.total)


def _found(
    root: str, text: str, pages: Pages, judge: Judge, state: State, tree: Tree, reread: Reread
) -> Opened:
    strays = [f"{where}/{name}" for where, listing in tree.folders.items() for name in listing.strays]
    named = (name_problem(file) for file in strays)
    problems = (*tree.problems, *(problem for problem in named if problem))

    def anew() -> Pages:
        for making in (_kept_index, _index_for_now):
            with suppress(DamagedError):
                return making(root, None, text, tree, judge, _unwatched)[0]
        raise DamagedError

    return Opened(Archive(Guarded(pages, anew), judge), state, problems, len(strays), reread)


def _unwatched(_read: int, _all: int) -> None:
    """Nobody waits for it."""


class _Counted:
    """Adds up files as they are read."""

    def __init__(self, watch: Watch, total: int) -> None:
        self._watch, self.total, self._read = watch, total, 0

    def __call__(self, files: int) -> None:
        self._read += files
        self._watch(self._read, self.total)
