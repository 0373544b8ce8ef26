"""The progress folder: which files are reports, and what stands in them."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tracker.model.entry import Report
from tracker.model.validation import read_report
from tracker.problems import Place, Problem
from tracker.store.files import REPORT_LIMIT, UnreadableError, inside, read_bytes
from tracker.store.names import FOLDER, MEANT, name_problem, stem_and_day
from tracker.store.text import YamlError, decode
from tracker.store.yaml import read


@dataclass(slots=True)
class Reading:
    """All reports of a workspace, and the problems of their form."""

    reports: list[Report] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    files: int = 0
    files_left_out: int = 0


def read_progress(root: Path) -> Reading:
    """Read every report below progress/; a bad one leaves the others standing."""
    reading = Reading()
    for path in _files(root, reading):
        file = path.relative_to(root).as_posix()
        reading.files += 1
        report, problems = read_file(path, file)
        reading.problems.extend(problems)
        if report is None:
            reading.files_left_out += 1
        else:
            reading.reports.append(report)
    return reading


def _files(root: Path, reading: Reading) -> Iterator[Path]:
    """Everything that is or may be meant as a report, in order; hidden files are writers' temporaries."""
    top = root / FOLDER
    if not os.path.lexists(top):
        return
    folders = [top]
    while folders:
        folder = folders.pop(0)
        where = folder.relative_to(root).as_posix()
        if folder.is_symlink():
            code = "link-folder" if inside(folder, root) else "link-outside"
            reading.problems.append(Problem(code, Place(where)))
            continue
        try:
            names = sorted(entry.name for entry in os.scandir(folder) if not entry.name.startswith("."))
        except OSError as error:
            reason = error.strerror or str(error)
            reading.problems.append(Problem("folder-unreadable", Place(where), {"reason": reason}))
            continue
        for name in names:
            path = folder / name
            if MEANT.search(name):
                yield path
            elif path.is_dir():
                folders.append(path)


def read_file(path: Path, file: str) -> tuple[Report | None, list[Problem]]:
    """The report in a file, None where it cannot be read as one; and the problems of name, place and form."""
    place = Place(file)
    misnamed, named = name_problem(file), stem_and_day(path.name)
    if misnamed or named is None:
        return None, [misnamed] if misnamed else []
    stem, day = named
    if path.is_symlink():
        code = "link-file" if inside(path, path.parents[3]) else "link-outside"
        return None, [Problem(code, place)]
    try:
        data = read(decode(read_bytes(path, REPORT_LIMIT)))
    except UnreadableError as error:
        return None, [Problem(error.code, place, error.facts)]
    except YamlError as error:
        return None, [Problem(error.code, Place(file, line=error.line, column=error.column), error.facts)]
    report, problems = read_report(data, file, stem)
    if report and report.date != day:
        facts = {"date": report.date, "named": day}
        return None, [Problem("date-differs", Place(file, ("date",)), facts), *problems]
    return report, problems
