"""A file for each unit: how it is called, and that it replaces none."""

from collections.abc import Iterable
from pathlib import Path

from tracker.problems import ExitCode, TrackerError
from tracker.words import printable

# What no file system, or not every one, takes in a name.
_UNFIT = str.maketrans(dict.fromkeys('/\\:*?"<>|', "_"))
_LONGEST_NAME = 60


def files_of(folder: Path, units: Iterable[str], suffix: str) -> dict[str, Path]:
    """A file for each unit, named after it; no two of one name, also where capitals do not count."""
    files: dict[str, Path] = {}
    taken: set[str] = set()
    for unit in units:
        stem = printable(unit).translate(_UNFIT).strip(" .")[:_LONGEST_NAME] or "_"
        name, number = stem, 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name.casefold())
        files[unit] = folder / f"{name}.{suffix}"
    return files


def refuse_existing(files: Iterable[Path], code: str) -> None:
    """Raises TrackerError (write conflict), the sentence being that of `code`, for a file that exists."""
    for path in files:
        if path.exists():
            raise TrackerError(code, ExitCode.WRITE_CONFLICT, file=str(path))
