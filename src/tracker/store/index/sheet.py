"""A report as the index keeps it: head and rows as text, of which the real Report is made when asked for.

Two forms are read without YAML: the canonical one, in which `record` writes, matched whole and strictly, and
JSON, in which anything else is kept once it has been read and checked. What the canonical form matches, the
reader of YAML reads the same; whatever it does not match is left to that reader.
"""

import json
import re
from collections.abc import Collection, Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from tracker.model.entry import CHINA, Report, ReportLine
from tracker.model.period import YEARS

# Where everything is visible: plain scalars that every version of YAML reads as this text (letters
# and signs of any language, of ASCII only those that YAML gives no meaning), and quoted ones.
_FIRST = r"[^\x00-/:-@\[-`{-\x7f]"
_LATER = r"[^\x00-$&-*,:-@\[-^`{-\x7f]"
_SCALAR = rf"((?!(?:null|Null|NULL)[,}}\n]){_FIRST}(?: ?{_LATER}){{0,200}}|'(?! )[^'\n]{{1,200}}(?<! )')"
_MOMENT = r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)?)"
_STEM = r"[0-9a-z][0-9a-z-]{0,59}(?:#[0-9]{1,6})?"
_NUMBER = r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,8})?"  # model.quantity.PLAIN_NUMBER, without groups
_IN_HEAD = (
    r"(?:# yaml-language-server: \$schema=[0-9a-z./-]+\n)?"
    rf"date: ((?:19|2\d)\d\d-\d\d-\d\d)\nby: {_SCALAR}\n(?:source: {_SCALAR}\n)?"
    rf"(?:recorded: {_MOMENT}\n)?entries:\n"
)
_IN_ROW = (
    r"^- \{(?:target: (?!null,)([a-z][a-z0-9-]{0,59}), "
    rf"(?:(total|add): ({_NUMBER})|stage: {_SCALAR})(?:, unit: {_SCALAR})?"
    r"(?:, status: (preliminary|verified))?"
    rf"|void: (?!null,)({_STEM}|'{_STEM}'), reason: {_SCALAR})"
    rf"(?:, note: {_SCALAR})?(?:, evidence: {_SCALAR})?\}}\n"
)


# Compiled when something is read: it takes as long as reading a thousand entries.
@cache
def _head() -> re.Pattern[str]:
    return re.compile(_IN_HEAD, re.ASCII)


@cache
def _row() -> re.Pattern[str]:
    return re.compile(_IN_ROW, re.MULTILINE | re.ASCII)


# target, key (total or add), number, stage, unit, status, void, reason, note, evidence; empty if not given.
Row = tuple[str, str, str, str, str, str, str, str, str, str]


class Sheet(NamedTuple):
    """One report: its head and its rows. `broken` are the numbers of entries whose form is wrong."""

    stem: str
    by: str
    source: str  # empty where none is given
    recorded: str  # empty where none is given
    rows: list[Row]
    broken: tuple[int, ...] = ()
    chosen: tuple[int, ...] = ()  # the numbers of the rows, where they are some of the file's only

    @property
    def day(self) -> str:
        """The day of its figures, as it begins its name."""
        return self.stem[:10]

    @property
    def known(self) -> datetime:
        """When it was recorded; a file that does not say counts from the beginning of its own day."""
        if not self.recorded:
            return datetime(int(self.stem[:4]), int(self.stem[5:7]), int(self.stem[8:10]), tzinfo=CHINA)
        moment = datetime.fromisoformat(self.recorded)
        return moment if moment.tzinfo else moment.replace(tzinfo=CHINA)

    @property
    def file(self) -> str:
        """Its path in the workspace."""
        return file_of(self.stem)

    @property
    def size(self) -> int:
        """How many entries stand in the file, broken ones included."""
        return len(self.rows) + len(self.broken)

    def numbers(self) -> Iterable[int]:
        """The number of each row in its file: those that are broken are passed over."""
        if self.chosen:
            return self.chosen
        if not self.broken:
            return range(1, len(self.rows) + 1)
        return (n for n in range(1, self.size + 1) if n not in self.broken)

    def head_of(self) -> Report:
        """The report without its entries, for what concerns its head alone."""
        return self._report(())

    def report(self) -> Report:
        """The report itself."""
        lines = (line_of(n, row) for n, row in zip(self.numbers(), self.rows, strict=True))
        return self._report(tuple(lines))

    def _report(self, lines: tuple[ReportLine, ...]) -> Report:
        return Report(
            file=self.file,
            stem=self.stem,
            date=date.fromisoformat(self.day),
            by=bare(self.by),
            source=bare(self.source) or None,
            recorded=datetime.fromisoformat(self.recorded) if self.recorded else None,
            entries=lines,
            broken=self.broken,
        )


def file_of(stem: str) -> str:
    """The path in the workspace of the report of this name."""
    return f"progress/{stem[:4]}/{stem[5:7]}/{stem}.yaml"


def bare(text: str) -> str:
    """The text without the quotes it was written in."""
    return text[1:-1] if text[:1] == "'" else text


def line_of(n: int, row: Row) -> ReportLine:
    """The entry that a row is."""
    target, key, number, stage, unit, status, void, reason, note, evidence = row
    return ReportLine(
        n=n,
        target=target or None,
        total=Decimal(number) if key == "total" else None,
        add=Decimal(number) if key == "add" else None,
        stage=bare(stage) or None,
        unit=bare(unit) or None,
        note=bare(note) or None,
        evidence=bare(evidence) or None,
        preliminary=status == "preliminary",
        void=bare(void) or None,
        reason=bare(reason) or None,
    )


def canonical(text: str, stem: str) -> Sheet | None:
    """The sheet in a text of canonical form, None for any other text or another day than the name's."""
    head = _head().match(text)
    # Nothing that cannot be seen, tabs among it: what it means is for the strict reader to say.
    if head is None or head[1] != stem[:10] or not text.replace("\n", "").isprintable():
        return None
    end = head.end()
    rows: list[Row] = _row().findall(text, end)
    # Each match is one whole line; so there are as many as lines, and nothing stands after the last.
    if not rows or text.count("\n", end) != len(rows) or text[-1] != "\n":
        return None
    recorded = head[4] or ""
    if recorded and not _is_moment(recorded):
        return None
    return Sheet(stem, head[2], head[3] or "", recorded, rows)


def _is_moment(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).year in YEARS
    except ValueError:
        return False


def some_of(text: str, stem: str, targets: Collection[str]) -> Sheet | None:
    """The sheet in a canonical text, with the rows of these targets alone; None where it has none."""
    found: list[tuple[int, Row]] = []
    begin = -1
    for target in targets:
        needle = f"\n- {{target: {target}, "
        at = text.find(needle)
        while at >= 0:
            if begin < 0:
                begin = text.find("\nentries:\n") + len("\nentries:")
            row = _row().match(text, at + 1)
            if row is None:
                raise ValueError(stem)
            found.append((text.count("\n", begin, at + 1), _cells_of(row)))
            at = text.find(needle, at + 1)
    head = _head().match(text) if found else None
    if head is None:
        return None
    found.sort(key=itemgetter(0))
    numbers, rows = zip(*found, strict=True)
    return Sheet(stem, head[2], head[3] or "", head[4] or "", list(rows), chosen=numbers)


def one_of(text: str, stem: str, n: int) -> Sheet | None:
    """The sheet in a canonical text with its n-th row alone; None where it has no such row."""
    head = _head().match(text)
    if head is None:
        return None
    begin = head.end()
    for _ in range(n - 1):
        begin = text.find("\n", begin) + 1
        if not begin:
            return None
    row = _row().match(text, begin)
    return Sheet(stem, head[2], head[3] or "", head[4] or "", [_cells_of(row)], chosen=(n,)) if row else None


def _cells_of(found: re.Match[str]) -> Row:
    cells: Row = found.groups("")  # type: ignore[assignment]
    return cells


def kept(report: Report) -> str:
    """Any report as JSON, to be read by `restored`."""
    rows = [_cells(line) for line in report.entries]
    recorded = report.recorded.isoformat() if report.recorded else ""
    head = [_guarded(report.by), _guarded(report.source), recorded, list(report.broken)]
    return json.dumps([*head, rows], ensure_ascii=False)


def restored(text: str, stem: str) -> Sheet:
    """The sheet that `kept` wrote. Raises ValueError for anything else."""
    by, source, recorded, broken, rows = json.loads(text)
    return Sheet(stem, by, source, recorded, [tuple(row) for row in rows], tuple(broken))


def _cells(line: ReportLine) -> Row:
    number = line.total if line.total is not None else line.add
    return (
        line.target or "",
        "" if number is None else "total" if line.total is not None else "add",
        "" if number is None else f"{number:f}",
        _guarded(line.stage),
        _guarded(line.unit),
        "preliminary" if line.preliminary else "",
        _guarded(line.void),
        _guarded(line.reason),
        _guarded(line.note),
        _guarded(line.evidence),
    )


def _guarded(text: str | None) -> str:
    """Text that begins with a quotation mark of its own gets a pair around it, which `bare` takes away."""
    return "" if text is None else f"'{text}'" if text[:1] == "'" else text
