"""What is measured together, in turn: starting up, and then each size of the log."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from scale.peers import beancount, hledger, hledger_add, ledger, versions
from scale.place import Ground, Place
from scale.processes import Command, Job, Patience, run

SMALL, MIDDLE, LARGE, LARGEST = 1_000, 10_000, 100_000, 1_000_000
SIZES = (SMALL, MIDDLE, LARGE, LARGEST)
MANY = 5_000  # targets
OWN = 0  # stands for this repository's own workspace
_TARGET = "new-firms-001"
_EARLIER = ("2024-08-31", "2024-11-30")
_LEAST = Path(__file__).with_name("least_program.py")
_OWN_DAY = ("--as-of", "2024-10-31")
_PATIENCE = {
    OWN: Patience(30, 60),
    SMALL: Patience(20, 60),
    MIDDLE: Patience(20, 90),
    LARGE: Patience(7, 240),
    LARGEST: Patience(5, 900),
}


@dataclass(frozen=True, slots=True)
class Group:
    """Jobs that take turns; `size` is how many entries they look at."""

    size: int
    patience: Patience
    jobs: tuple[Job, ...]


def group(size: int, place: Place) -> Group:
    """The jobs of one size."""
    return Group(size, _PATIENCE[size], tuple(_JOBS[size](place)))


def _own(place: Place) -> Iterator[Job]:
    """This repository's workspace, beside the least program with a table of its size."""
    root = place.own()
    yield from _floor(place)
    yield _steady("tracker --version", place.tracker(root, "--version"))
    yield _steady("tracker --help", place.tracker(root, "--help"))
    yield _steady("status", place.tracker(root, "status", *_OWN_DAY, terminal=True))
    yield _steady("status, piped", place.tracker(root, "status", *_OWN_DAY))
    yield _steady("status -f json", place.tracker(root, "status", *_OWN_DAY, "-f", "json"))
    yield from versions(place)


def _of_few(size: int, place: Place) -> Iterator[Job]:
    ground, journal = place.ground(size), place.journal(size)
    yield from _states(place, ground, "status")
    yield from ledger(place, journal)
    yield from hledger(place, journal)
    yield from beancount(place, journal)


def _large(place: Place) -> Iterator[Job]:
    ground, journal = place.ground(LARGE), place.journal(LARGE)
    yield from _states(place, ground, "status")
    yield _steady(f"status, {SMALL:,} entries", _status(place, place.ground(SMALL)))
    yield from ledger(place, journal)
    yield from hledger(place, journal)
    yield from beancount(place, journal)
    yield from _states(place, place.ground(LARGE, variant="handwritten"), "status, written by hand")
    yield from _changed(place, ground)
    yield _record(place, ground)
    yield from hledger_add(place, journal)
    yield from _views(place, ground)
    yield from _states(place, place.ground(LARGE, MANY), f"status, {MANY:,} targets")
    yield from _states(place, place.ground(LARGE, variant="single"), "status, a file for each entry")


def _largest(place: Place) -> Iterator[Job]:
    ground, journal = place.ground(LARGEST), place.journal(LARGEST)
    yield _steady(f"status, {SMALL:,} entries", _status(place, place.ground(SMALL)))
    yield from _states(place, ground, "status")
    yield from ledger(place, journal)
    yield from hledger(place, journal)
    yield from _changed(place, ground)
    yield from _views(place, ground)
    yield from _states(place, place.ground(LARGEST, MANY), f"status, {MANY:,} targets")


_JOBS: dict[int, Callable[[Place], Iterator[Job]]] = {
    OWN: _own,
    SMALL: partial(_of_few, SMALL),
    MIDDLE: partial(_of_few, MIDDLE),
    LARGE: _large,
    LARGEST: _largest,
}


def _floor(place: Place) -> Iterator[Job]:
    """What no program of this sort can be faster than."""
    yield _steady("python -c pass", place.command(place.folder, sys.executable, "-c", "pass"))
    least = place.command(place.folder, sys.executable, str(_LEAST), terminal=True)
    yield _steady("least program", least)


def _states(place: Place, ground: Ground, work: str) -> Iterator[Job]:
    """Without a cache and with one."""

    def cold(_: int) -> Command:
        ground.forget()
        return _status(place, ground)

    yield Job(f"{work}, no cache", cold)
    yield _steady(work, _status(place, ground))


def _changed(place: Place, ground: Ground) -> Iterator[Job]:
    """After one file came in, and after one was edited."""

    def added(number: int) -> Command:
        ground.add(number)
        return _status(place, ground)

    def edited(number: int) -> Command:
        ground.edit(number)
        return _status(place, ground)

    yield Job("status, a file added", added)
    yield Job("status, a file edited", edited)


def _record(place: Place, ground: Ground) -> Job:
    """A figure recorded; then it is taken away again, and the cache told."""

    def settle() -> None:
        ground.unrecord()
        run(_status(place, ground))

    words = ("record", f"{_TARGET}=60", "--by", "区发展改革委", "--yes")
    return Job("record", lambda _: place.tracker(ground.root, *words), settle)


def _views(place: Place, ground: Ground) -> Iterator[Job]:
    """Other questions asked of the same log."""
    first, second = _EARLIER
    for work, words in {
        f"status --as-of {first}": ("status", "--as-of", first),
        "show": ("show", _TARGET),
        "diff": ("diff", first, second),
        "brief": ("brief",),
    }.items():
        yield _steady(work, place.tracker(ground.root, *words, terminal=True))


def _status(place: Place, ground: Ground) -> Command:
    return place.tracker(ground.root, "status", terminal=True)


def _steady(work: str, command: Command) -> Job:
    return Job(work, lambda _: command)
