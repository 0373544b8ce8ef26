"""One day's files read: their reports as the index keeps them, and what is wrong with the others."""

import json
from collections.abc import Collection, Iterable
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from tracker.model.entry import Report
from tracker.problems import Problem
from tracker.store.files import REPORT_LIMIT
from tracker.store.index.codec import problem_data, problem_of
from tracker.store.index.listing import ODD
from tracker.store.index.sheet import Row, Sheet, canonical, kept, one_of, restored, some_of

# None of these stands in any text that can be read as a report.
_HEAD, _BETWEEN, _WITHIN = "\x1d", "\x1e", "\x1f"
_CANONICAL, KEPT = "c", "k"


class Reading(NamedTuple):
    """The files of a day: how many are no reports, what is wrong with any, and the reports' texts."""

    unreadable: int
    problems: tuple[Problem, ...]
    texts: dict[str, tuple[str, str]]  # by stem: in which form, and the text

    @property
    def sheets(self) -> list[Sheet]:
        """The reports."""
        return [_sheet(stem, form, text) for stem, (form, text) in self.texts.items()]

    def sheet(self, stem: str) -> Sheet | None:
        """The report of this name."""
        found = self.texts.get(stem)
        return _sheet(stem, *found) if found else None

    def of(self, targets: Collection[str]) -> list[Sheet]:
        """The reports that say something of these targets, with no more than that."""
        found: list[Sheet] = []
        for stem, (form, text) in self.texts.items():
            if form == _CANONICAL:
                sheet = some_of(text, stem, targets)
            else:
                whole = restored(text, stem)
                chosen = [
                    (n, row) for n, row in zip(whole.numbers(), whole.rows, strict=True) if row[0] in targets
                ]
                numbers, rows = zip(*chosen, strict=True) if chosen else ((), ())
                sheet = whole._replace(rows=list(rows), chosen=numbers) if chosen else None
            if sheet is not None:
                found.append(sheet)
        return found


NO_FILES = Reading(0, (), {})


def read_day(root: str, folder: str, names: Iterable[tuple[str, str]]) -> tuple[Reading, list[Sheet]]:
    """Read the files of one day; each name comes with its state as store/index/listing.py says it."""
    problems: list[Problem] = []
    texts: dict[str, tuple[str, str]] = {}
    sheets: list[Sheet] = []
    unreadable = 0
    for name, state in names:
        stem = name[:-5]
        text = None if state == ODD else _text(f"{root}/{folder}/{name}")
        sheet = canonical(text, stem) if text is not None else None
        if sheet is not None and text is not None:
            texts[stem] = (_CANONICAL, text)
            sheets.append(sheet)
            continue
        report, found = _strictly(root, f"{folder}/{name}")
        problems += found
        if report is None:
            unreadable += 1
            continue
        texts[stem] = (KEPT, kept(report))
        sheets.append(restored(texts[stem][1], stem))
    return Reading(unreadable, tuple(problems), texts), sheets


def packed(reading: Reading) -> str:
    """A reading as one text."""
    head = json.dumps([reading.unreadable, [problem_data(p) for p in reading.problems]], ensure_ascii=False)
    items = (f"{stem}{_WITHIN}{form}{_WITHIN}{text}" for stem, (form, text) in reading.texts.items())
    return head + _HEAD + _BETWEEN.join(items)


def unpacked(text: str) -> Reading:
    """The reading that `packed` made a text of. Raises ValueError, TypeError, KeyError for others."""
    head, _, rest = text.partition(_HEAD)
    unreadable, problems = json.loads(head)
    texts: dict[str, tuple[str, str]] = {}
    for item in rest.split(_BETWEEN) if rest else ():
        stem, form, said = item.split(_WITHIN)
        texts[stem] = (form, said)
    return Reading(unreadable, tuple(map(problem_of, problems)), texts)


def sheet_in(page: str, stem: str) -> Sheet | None:
    """One report of a page, without reading the others. Raises ValueError as `unpacked` does."""
    found = _item(page, stem)
    return _sheet(stem, *found) if found else None


def entry_in(page: str, stem: str, n: int) -> tuple[Sheet, Row] | None:
    """One entry of a page, with the head of its report. Raises ValueError as `unpacked` does."""
    found = _item(page, stem)
    if found is None:
        return None
    form, text = found
    sheet = one_of(text, stem, n) if form == _CANONICAL else restored(text, stem)
    rows = zip(sheet.numbers(), sheet.rows, strict=True) if sheet else ()
    return next(((sheet, row) for number, row in rows if sheet and number == n), None)


def _item(page: str, stem: str) -> tuple[str, str] | None:
    """In which form a report is kept, and its text."""
    begin = page.find(f"{_HEAD}{stem}{_WITHIN}")
    if begin < 0:
        begin = page.find(f"{_BETWEEN}{stem}{_WITHIN}")
    if begin < 0:
        return None
    end = page.find(_BETWEEN, begin + 1)
    _, form, text = page[begin + 1 : end if end >= 0 else None].split(_WITHIN)
    return form, text


def _sheet(stem: str, form: str, text: str) -> Sheet:
    sheet = canonical(text, stem) if form == _CANONICAL else restored(text, stem)
    if sheet is None:
        raise ValueError(stem)
    return sheet


def _text(path: str) -> str | None:
    """The text of a plain file of bounded size; None where it takes the strict reader to say what it is."""
    try:
        with open(path, "rb", buffering=0) as stream:
            raw = stream.read()
        return raw.decode() if raw is not None and len(raw) <= REPORT_LIMIT else None
    except (OSError, UnicodeDecodeError):
        return None


def _strictly(root: str, file: str) -> tuple[Report | None, list[Problem]]:
    """What the reader of YAML makes of a file. It is loaded only where a file needs it."""
    reader: Any = import_module("tracker.store.progress")
    report: Report | None
    report, problems = reader.read_file(Path(f"{root}/{file}"), file)
    return report, problems
