"""Reading many days at once: one process for each core, each sending what it read through a pipe.

Processes are forked by hand, since importing the library for it costs more than reading a small log.
"""

import marshal
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from tracker.store.index.codec import roll_of, roll_text
from tracker.store.index.dayread import packed, read_day
from tracker.store.index.judge import Judge
from tracker.store.index.rolls import Record, Roll, roll

# Below so many files a second process costs more than it saves.
WORTH_IT = 400
_LENGTH = 8
_END = b"\0" * _LENGTH


class Task(NamedTuple):
    """One day to be read: its folder, and its files with their state."""

    day: str
    folder: str
    names: list[tuple[str, str]]


class Done(NamedTuple):
    """One day as read: the page of its reports (None: it has no files any more), and what they come to."""

    day: str
    folder: str
    page: str | None
    roll: Roll
    files: int = 0


def read_days(root: str, tasks: Sequence[Task], judge: Judge) -> Iterator[Done]:
    """Read these days, in order, on all cores where that pays."""
    files = sum(len(task.names) for task in tasks)
    cores = min(_cores(), len(tasks))
    if files < WORTH_IT or cores < 2 or not hasattr(os, "fork"):  # noqa: PLR2004 - with one core there is no gain
        for task in tasks:
            yield _read(root, task, judge)
        return
    yield from _shared_out(root, tasks, judge, cores)


def _read(root: str, task: Task, judge: Judge) -> Done:
    reading, sheets = read_day(root, task.folder, task.names)
    found = roll(task.day, sheets, judge)._replace(unreadable=reading.unreadable, form=reading.problems)
    return _done(task, packed(reading), found)


def _done(task: Task, page: str, found: Roll) -> Done:
    return Done(task.day, task.folder, page if task.names else None, found, len(task.names))


def _shared_out(root: str, tasks: Sequence[Task], judge: Judge, cores: int) -> Iterator[Done]:
    """Every process reads each n-th day; what it sends is read in the order of the days."""
    pipes: list[int] = []
    children: list[int] = []
    try:
        for share in range(cores):
            ours, theirs = os.pipe()
            child = os.fork()
            if child == 0:
                _work(root, tasks[share::cores], judge, theirs, [*pipes, ours])
            os.close(theirs)
            pipes.append(ours)
            children.append(child)
        streams = [os.fdopen(pipe, "rb", buffering=1 << 16) for pipe in pipes]
        pipes = []
        try:
            for place, task in enumerate(tasks):
                yield _received(streams[place % cores], task)
        finally:
            for stream in streams:
                stream.close()
    finally:
        for pipe in pipes:
            os.close(pipe)
        for child in children:
            with suppress(ChildProcessError):
                os.waitpid(child, 0)


def _work(root: str, tasks: Sequence[Task], judge: Judge, pipe: int, others: Sequence[int]) -> None:
    """A child's whole life: it reads, sends and is gone, without anything that Python does at its end."""
    try:
        for other in others:
            os.close(other)
        with os.fdopen(pipe, "wb") as stream:
            for task in tasks:
                done = _read(root, task, judge)
                records = {target: tuple(record) for target, record in done.roll.records.items()}
                sent = marshal.dumps((done.page or "", roll_text(done.roll), records))
                stream.write(len(sent).to_bytes(_LENGTH, "big"))
                stream.write(sent)
    except BrokenPipeError:
        pass  # whoever asked has gone
    finally:
        os._exit(0)


class LostError(Exception):
    """A child ended before it had sent everything."""


def _received(stream: object, task: Task) -> Done:
    head = stream.read(_LENGTH)  # type: ignore[attr-defined]
    size = int.from_bytes(head, "big")
    sent = stream.read(size)  # type: ignore[attr-defined]
    if len(head) < _LENGTH or len(sent) < size:
        raise LostError
    # It comes from our own child, through a pipe that nobody else has.
    page, text, records = marshal.loads(sent)  # noqa: S302
    found = roll_of(text)._replace(records={target: Record(*fields) for target, fields in records.items()})
    return _done(task, page, found)


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
