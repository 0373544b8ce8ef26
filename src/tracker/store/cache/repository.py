"""A workspace by way of its cache: believed where it may be, brought up to date, and asked."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tracker.model.admission import judge, lines_of, unsettled
from tracker.model.book import Tally
from tracker.model.catalogue import Catalogue
from tracker.model.clock import day_in
from tracker.model.entry import Report
from tracker.model.rules.reports import copy_problem
from tracker.problems import Problem
from tracker.store.cache.codec import decoded, encoded
from tracker.store.cache.database import TROUBLES, BusyError, Cache, changing, in_memory, making, opened
from tracker.store.cache.log import CachedLog
from tracker.store.cache.refresh import Refresh
from tracker.store.cache.reports import CachedReports, day_of
from tracker.store.progress import Listing, Reading, State, Watch, listing_of, read_file
from tracker.store.repository import DryRun, Head, new_problems

_TRIES = 3


class CachedRepository:
    """The reports of a workspace, read only as far as somebody asks; and what comes of them altogether."""

    def __init__(self, cache: Cache, catalogue: Catalogue, today: date, reread: int = 0) -> None:
        self.catalogue = catalogue
        self.reread = reread  # files that had to be read
        self._cache = cache
        self.today = today
        self._reports = CachedReports(cache, catalogue)
        self.log = CachedLog(self._reports)

    def report(self, stem: str) -> Report | None:
        """The report of this name, None where there is none."""
        return self._reports.report(stem)

    def has(self, says: str) -> bool:
        """Whether a report is there that says all this (Report.says)."""
        return bool(self._cache.rows("SELECT 1 FROM file WHERE says = ?", says))

    def dates(self) -> Sequence[date]:
        """The days that reports are of."""
        rows = self._cache.rows("SELECT DISTINCT date FROM file WHERE date IS NOT NULL ORDER BY date")
        return [day_of(day) for (day,) in rows]

    def heads(self) -> Iterator[Head]:
        """The head of every report."""
        rows = self._cache.rows("SELECT source, by, date FROM file WHERE date IS NOT NULL")
        return (Head(source, by, day_of(day)) for source, by, day in rows)

    def dry_run(self, fresh: Sequence[Report], form: Iterable[Problem]) -> DryRun:
        """What would come of reports that are not there yet; `form` is what is wrong with their form.

        They are put into a copy of the cache in memory, as any file that changed.
        """
        copy = Cache(in_memory(self._cache.connection), owned=True)
        refresh = Refresh(copy, self.catalogue, self.today)
        for report in fresh:
            refresh.put(report.file, None, Reading(report))
        refresh.finish()
        after = CachedRepository(copy, self.catalogue, self.today)
        copies = {stem for (stem,) in copy.rows("SELECT stem FROM file WHERE copy_of IS NOT NULL")}
        sound = (report for report in fresh if report.stem not in copies)
        entries = [e for report in sound for e in judge(report, self.catalogue, self.today).entries]
        problems = new_problems(self.problems()[0], (*form, *after.problems()[0]))
        return DryRun(tuple(entries), problems, after.log)

    def problems(self) -> tuple[list[Problem], Tally]:
        """Everything that is wrong with reports and their lines, and how much was read and left out."""
        rows = self._cache.rows
        ((files, entries, lost),) = rows("SELECT count(*), total(entries), total(lost) FROM file")
        withdrawn = {(stem, n) for stem, n in rows("SELECT stem, n FROM withdrawn")}
        left_out = {
            (stem, int(n))
            for stem, numbers in rows("SELECT stem, left_out FROM file WHERE left_out <> ''")
            for n in numbers.split()
        }
        problems: list[Problem] = []
        for text, target, counts in rows("SELECT text, target, counts FROM problem"):
            problem: Problem = decoded(text)
            problems.append(problem)
            if target is not None and not counts:
                left_out |= lines_of(problem)
        for stem, copy, original in rows(
            "SELECT stem, path, copy_of FROM file WHERE copy_of IS NOT NULL ORDER BY stem"
        ):
            report = self.report(stem)
            everything = {(stem, n) for n in report.numbers} if report else set()
            left_out |= everything
            lost += report is not None and report.date <= self.today
            if not everything <= withdrawn:
                problems.append(copy_problem(os.fsdecode(copy), stem, original))
        tally = Tally(files, int(entries), int(lost), len(left_out - withdrawn))
        return unsettled(problems, withdrawn), tally

    def close(self) -> None:
        """Let go of the cache: until then no other process can change it."""
        self._cache.close()


class Found(NamedTuple):
    """What a cache makes of a workspace, and the problems of folders, which are looked at each time."""

    repository: CachedRepository
    problems: tuple[Problem, ...]


class _Work(NamedTuple):
    """What there is to do: files to be read, with their state, and files that are gone."""

    changed: dict[str, State | None]
    gone: tuple[str, ...] = ()


def by_cache(
    root: Path, text: str, read: Callable[[], Catalogue | None], now: date | datetime, watch: Watch
) -> Found | None:
    """The reports below `root`, under the catalogue whose file holds `text`; None where no cache can be had.

    `read` reads the catalogue where the cache does not know it; None from it is None altogether. `now` says
    which day it is in the catalogue's time zone.
    """
    listing = listing_of(root)
    token, reread = "", 0
    with suppress(BusyError):
        for _ in range(_TRIES):
            cache, catalogue = _opened(root, text)
            if cache is None or catalogue is None:
                catalogue = read()
                if catalogue is None:
                    return None
                work, today = _Work(listing.files), day_in(catalogue.zone, now)
                with making(root) as connection:
                    token = _changed(Cache(connection), root, catalogue, text, today, work, watch)
            else:
                today = day_in(catalogue.zone, now)
                work = _work(cache, listing, today)
                if cache.meta("token") == token or not (work.changed or work.gone):
                    cache.anew = partial(_read_again, root, listing, catalogue, today)
                    return Found(CachedRepository(cache, catalogue, today, reread), listing.problems)
                cache.close()
                with changing(root) as connection:
                    token = _changed(Cache(connection), root, catalogue, text, today, work, watch)
            reread = len(work.changed)
    return None


def _opened(root: Path, text: str) -> tuple[Cache | None, Catalogue | None]:
    """The cache of a workspace with the catalogue of this text; None where it knows only another, or none."""
    connection = opened(root)
    cache = Cache(connection, owned=True) if connection else None
    with suppress(*TROUBLES):
        if cache and cache.meta("catalogue") == text:
            catalogue = decoded(cache.meta("resolved") or "")
            if isinstance(catalogue, Catalogue):
                return cache, catalogue
    if cache:
        cache.close()
    return None, None


def catalogue_by_cache(root: Path, text: str) -> Catalogue | None:
    """The catalogue whose file holds `text`, if the workspace's cache has read it before."""
    with suppress(BusyError):
        cache, catalogue = _opened(root, text)
        if cache:
            cache.close()
        return catalogue
    return None


def _work(cache: Cache, listing: Listing, today: date) -> _Work:
    """What looks otherwise than when it was read, and what lay ahead then or lies ahead now."""
    stored = {
        os.fsdecode(path): tuple(look)
        for path, *look in cache.rows("SELECT path, size, mtime, inode, ctime FROM file")
    }
    seen = cache.meta("today") or ""
    changed = {
        path: state for path, state in listing.files.items() if state is None or stored.get(path) != state
    }
    if seen != today.isoformat():
        turned = cache.rows("SELECT path FROM file WHERE ahead > ?", min(seen, today.isoformat()))
        ahead = [os.fsdecode(path) for (path,) in turned]
        changed |= {path: listing.files[path] for path in ahead if path in listing.files}
    return _Work(changed, tuple(stored.keys() - listing.files.keys()))


def _changed(
    cache: Cache, root: Path, catalogue: Catalogue, text: str, today: date, work: _Work, watch: Watch
) -> str:
    """Do the work; the name of the state in which the cache is then."""
    refresh = Refresh(cache, catalogue, today)
    for path in work.gone:
        refresh.put(path, None, None)
    for number, (path, state) in enumerate(work.changed.items(), 1):
        refresh.put(path, state, read_file(root, path, catalogue.zone))
        watch(number, len(work.changed))
    refresh.finish()
    refresh.note("catalogue", text)
    refresh.note("resolved", encoded(catalogue))
    return cache.meta("token") or ""


def _read_again(root: Path, listing: Listing, catalogue: Catalogue, today: date) -> sqlite3.Connection:
    """All files read again, into memory."""
    connection = in_memory()
    _changed(Cache(connection), root, catalogue, "", today, _Work(listing.files), lambda _read, _all: None)
    return connection
