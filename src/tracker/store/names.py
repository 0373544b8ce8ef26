"""Names below progress/: which files are meant as reports, which are well named, where each belongs."""

import re
from datetime import date

from tracker.model.period import iso_day
from tracker.problems import Place, Problem

FOLDER = "progress"
# What may be meant as a report: a copy or a download with another ending is not passed over in silence.
MEANT = re.compile(r"\.ya?ml|^\d{4}-\d\d-\d\d[^.]*(\.txt|\.json)?$", re.ASCII | re.IGNORECASE)
NAME = re.compile(r"(?P<stem>(?P<date>\d{4}-\d{2}-\d{2})-[a-z0-9][a-z0-9-]{0,40})\.yaml", re.ASCII)


def stem_and_day(name: str) -> tuple[str, date] | None:
    """What a well-named report is called, and the day of its figures; None for any other name."""
    found = NAME.fullmatch(name)
    try:
        return (found["stem"], iso_day(found["date"])) if found else None
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
