"""The progress folder: which files are meant as reports, how they look from outside, what stands in one."""

import os
import re
import stat
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tracker.model.entry import Report
from tracker.model.period import iso_day
from tracker.problems import Place, Problem
from tracker.store.canonical import report_in
from tracker.store.files import REPORT_LIMIT, UnreadableError, YamlError, decode, inside, read_bytes

FOLDER = "progress"
DECIDED = ".decided-"  # what a writer was about to give its names (store/publishing.py)
# What may be meant as a report: a copy or a download with another ending is not passed over in silence.
_MEANT = re.compile(r"\.ya?ml|^\d{4}-\d\d-\d\d[^.]*(\.txt|\.json)?$", re.ASCII | re.IGNORECASE)
# What editors and merge tools leave beside a file they change: 名.yaml~, #名.yaml#, ~$名.yaml, 名.yaml.orig.
_LEFT_BEHIND = re.compile(r"~$|^#.*#$|^~\$|\.(bak|orig|old|save|rej|sw[a-p]|tmp)$", re.IGNORECASE)
_YEAR_OR_MONTH = re.compile(rf"{FOLDER}/(19|20)\d\d(/\d\d)?", re.ASCII)
_NAME = re.compile(r"(?P<stem>(?P<date>\d{4}-\d{2}-\d{2})-[a-z0-9][a-z0-9-]{0,40})\.yaml", re.ASCII)
# A file changed so shortly before it was looked at may be changed again without looking otherwise: the clocks
# of some file systems tick every two seconds; those that tell microseconds tick with the kernel, every few
# milliseconds, or later where a virtual machine must wait for its turn. In nanoseconds.
SECONDS = 2_500_000_000
TICK = 500_000_000
_MILLISECOND = 1_000_000

# Size, modification time, inode and change time of a file, by which it is known that it was not changed.
State = tuple[int, int, int, int]
# Called with how many files were read by now, and how many there are to read.
Watch = Callable[[int, int], None]


class Listing(NamedTuple):
    """Every file that is or may be meant as a report, by path in the workspace, and problems of folders.

    A file has no state where the state does not tell: it was changed just now, or is no regular file.
    """

    files: dict[str, State | None]
    problems: tuple[Problem, ...]


def listing_of(root: Path) -> Listing:
    """Look at every folder below progress/ and the state of every file; nothing is opened.

    Hidden files are writers' temporaries; what editors leave behind is passed over.
    """
    files: dict[str, State | None] = {}
    problems: list[Problem] = []
    folders = [FOLDER]
    now = time.time_ns()
    for folder in folders:
        entries, problem = _scanned(root, folder)
        problems += [problem] if problem else []
        for entry in entries:
            path = f"{folder}/{entry.name}"
            if entry.name.startswith("."):
                unfinished = folder == FOLDER and entry.name.startswith(DECIDED)
                problems += [Problem("write-unfinished", Place(path))] if unfinished else []
                continue
            if _LEFT_BEHIND.search(entry.name) and not _is_meant_as_folder(entry, path):
                continue
            if _MEANT.search(entry.name):
                files[path] = _state(entry, now)
            elif _is_meant_as_folder(entry, path):
                folders.append(path)
    return Listing(files, tuple(problems))


def _scanned(root: Path, folder: str) -> tuple[list["os.DirEntry[str]"], Problem | None]:
    """What stands in a folder, in the order of names, or why that cannot be said."""
    path = f"{root}/{folder}"
    try:
        if stat.S_ISLNK(os.lstat(path).st_mode):
            return [], Problem(
                "link-folder" if inside(root / folder, root) else "link-outside", Place(folder)
            )
        with os.scandir(path) as scan:
            return sorted(scan, key=lambda entry: entry.name), None
    except FileNotFoundError:  # nothing was ever reported, or it was taken away just now
        return [], None
    except NotADirectoryError:
        return [], Problem("not-a-folder", Place(folder))
    except OSError as error:
        reason = error.strerror or str(error)
        return [], Problem("folder-unreadable", Place(folder), {"reason": reason})


def _is_meant_as_folder(entry: "os.DirEntry[str]", path: str) -> bool:
    """Whether it is a folder, has the name of a year's or a month's, or is a link that leads to no file."""
    try:
        if entry.is_dir():
            return True
        return bool(_YEAR_OR_MONTH.fullmatch(path)) or (entry.is_symlink() and not entry.is_file())
    except OSError:  # a link round in a circle, or to where nobody may look
        return True


def _state(entry: "os.DirEntry[str]", now: int) -> State | None:
    try:
        found = entry.stat(follow_symlinks=False)
    except OSError:
        return None  # gone by now: whoever reads it will say so
    changed, modified = found.st_ctime_ns, found.st_mtime_ns
    if not stat.S_ISREG(found.st_mode):
        return None
    if max(changed, modified) >= now - SECONDS and not (_is_past(changed, now) and _is_past(modified, now)):
        return None
    return found.st_size, modified, found.st_ino, changed


def _is_past(moment: int, now: int) -> bool:
    """Whether a file of this time would look otherwise if it were changed from now on."""
    ticks = moment % _MILLISECOND != 0
    return moment < now - (TICK if ticks else SECONDS)


class Reading(NamedTuple):
    """What stands in one file: its report, None where it cannot be read as one, and problems of its form.

    `whole` says whether the file was read to its end: only then will it be found the same another time.
    """

    report: Report | None
    problems: tuple[Problem, ...] = ()
    whole: bool = True


def read_file(root: Path, file: str, zone: ZoneInfo) -> Reading:
    """Read the file of this path in the workspace; what is wrong with its name, place or form is said.

    `zone` is the workspace's, in which its moments are told.
    """
    name = file.rpartition("/")[2]
    place, misnamed, named = Place(file), name_problem(file), stem_and_day(name)
    if misnamed or named is None:
        return Reading(None, (misnamed,) if misnamed else ())
    stem, day = named
    path = root / file
    try:
        if os.path.islink(path):
            return Reading(None, (Problem("link-file" if inside(path, root) else "link-outside", place),))
        report, problems = report_of(decode(read_bytes(path, REPORT_LIMIT)), file, stem, zone)
    except UnreadableError as error:
        whole = error.code not in {"file-missing", "file-unreadable"}
        return Reading(None, (Problem(error.code, place, error.facts),), whole)
    except YamlError as error:
        place = Place(file, line=error.line, column=error.column)
        return Reading(None, (Problem(error.code, place, error.facts),))
    if report and report.date != day:
        facts = {"date": report.date, "named": day}
        return Reading(None, (Problem("date-differs", Place(file, ("date",)), facts), *problems))
    return Reading(report, tuple(problems))


def report_of(text: str, file: str, stem: str, zone: ZoneInfo) -> tuple[Report | None, list[Problem]]:
    """The report in a text and the problems of its form; None where its head is broken. Raises YamlError."""
    report = report_in(text, file, stem, zone)
    if report is not None:
        return report, []
    # pydantic and YAML take longer to load than a thousand canonical files to read.
    from tracker.model.validation import read_report
    from tracker.store.yaml import read

    return read_report(read(text), file, stem, zone)


def stem_and_day(name: str) -> tuple[str, date] | None:
    """What a well-named report is called, and the day of its figures; None for any other name."""
    parts = _NAME.fullmatch(name)
    try:
        return (parts["stem"], iso_day(parts["date"])) if parts else None
    except ValueError:
        return None


def name_problem(file: str) -> Problem | None:
    """What is wrong with where a file stands or what it is called; `file` is its path in the workspace."""
    name = file.rpartition("/")[2]
    named = stem_and_day(name)
    if named is None:
        return Problem("name-bad", Place(file), {"name": name})
    folder = f"{FOLDER}/{named[1]:%Y/%m}"
    return None if file == f"{folder}/{name}" else Problem("misplaced", Place(file), {"folder": folder})
