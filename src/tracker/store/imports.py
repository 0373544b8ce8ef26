"""From files to reports: what is new in them, all that is wrong with them, and writing all or nothing."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from tracker.model.entry import Report, ReportLine
from tracker.model.worksheet import CellPlace, letters
from tracker.model.worksheet_figures import read_sheet
from tracker.model.worksheet_headings import Known
from tracker.model.worksheet_layout import layout_of
from tracker.model.worksheet_reading import RowDefaults, SheetFigure, SheetReading
from tracker.model.worksheet_targets import targets_across
from tracker.problems import Place, Problem
from tracker.store.files import MEBIBYTE, REPORT_LIMIT, UnreadableError
from tracker.store.reports import Incoming, check_incoming, text_of
from tracker.store.repository import Head
from tracker.store.spreadsheets import Spreadsheet, read_spreadsheet
from tracker.store.workspace import Workspace
from tracker.words import printable

_DIGEST = re.compile(r"sha256:([0-9a-f]{12})$")


@dataclass(frozen=True, slots=True)
class Asked:
    """What an import was asked for: what files do not say themselves, and whether hidden rows count."""

    defaults: RowDefaults
    source: str | None
    hidden: bool = False  # rows, columns and sheets


@dataclass(frozen=True, slots=True)
class Hidden:
    """What was left out of a sheet because it is hidden: rows, columns, or (neither) all of it."""

    sheet: str
    rows: tuple[int, ...] = ()
    columns: tuple[str, ...] = ()


@dataclass(slots=True)
class Import:
    """Files as understood, and the reports that come of them, with the figures of each."""

    reports: list[Report] = field(default_factory=list)
    figures: list[tuple[SheetFigure, ...]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[tuple[CellPlace, str]] = field(default_factory=list)
    left_out: list[tuple[CellPlace, str]] = field(default_factory=list)
    tables: list[SheetReading] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)  # files that do not tell how their cells are shown
    sheets: list[str] = field(default_factory=list)  # without headings, beside others that have them
    hidden: list[Hidden] = field(default_factory=list)
    files: int = 0
    blank: int = 0
    passed_over: int = 0
    known: int = 0  # reports that the log holds already, and that are left out
    digests: dict[str, str] = field(default_factory=dict)  # each file's name by its digest

    @property
    def entries(self) -> int:
        """How many figures there are to write."""
        return sum(len(figures) for figures in self.figures)

    @property
    def uncertain(self) -> bool:
        """Whether a person has to look at how it was understood."""
        return bool(self.bare) or any(table.uncertain for table in self.tables)


def read_files(paths: Iterable[Path], workspace: Workspace, known: Known, asked: Asked) -> Import:
    """Read every file; what is wrong is gathered, nothing is written."""
    found = Import()
    for path in paths:
        found.files += 1
        try:
            spreadsheet = read_spreadsheet(path)
        except UnreadableError as error:
            found.problems.append(Problem(error.code, Place(printable(str(path))), error.facts))
            continue
        if earlier := found.digests.get(spreadsheet.digest):
            found.problems.append(
                Problem("sheet-file-twice", Place(printable(str(path))), {"earlier": earlier})
            )
            continue
        found.digests[spreadsheet.digest] = str(path)
        found.bare += [spreadsheet.file] if spreadsheet.bare else []
        _take(spreadsheet, found, workspace, known, asked)
    return found


def _take(spreadsheet: Spreadsheet, found: Import, workspace: Workspace, known: Known, asked: Asked) -> None:
    catalogue = workspace.book.catalogue
    tables: list[SheetReading] = []
    without: list[str] = []
    for sheet in spreadsheet.sheets:
        name = f"{sheet.file} {sheet.name}" if sheet.name else sheet.file
        if sheet.hidden and not asked.hidden:
            found.hidden += [Hidden(name)] if sheet.rows else []
            continue
        table = read_sheet(sheet, known, catalogue, asked.defaults, hidden=asked.hidden)
        if table is None:
            without += [name] if sheet.rows else []
            continue
        tables.append(table)
        if table.hidden_rows or table.hidden_columns:
            columns = tuple(map(letters, table.hidden_columns))
            found.hidden.append(Hidden(name, tuple(table.hidden_rows), columns))
    if tables:
        found.sheets += without
    else:
        facts = {"target": known.headings["target"], "total": known.headings["total"]}
        seen = not any(layout_of(sheet, known, catalogue, hidden=True) for sheet in spreadsheet.sheets)
        code = "sheet-no-heading" if seen else "sheet-heading-hidden"
        across = next(filter(None, (targets_across(sheet, catalogue) for sheet in spreadsheet.sheets)), None)
        if across and seen:
            first, last = across
            found.problems.append(first.problem("sheet-across", {"last": last.cell}))
        else:
            found.problems.append(Problem(code, Place(spreadsheet.file), facts))
    groups: dict[tuple[object, ...], list[SheetFigure]] = {}
    for table in tables:
        _count(table, found)
        for figure in table.figures:
            groups.setdefault((figure.by, figure.day), []).append(figure)
    name = printable(Path(spreadsheet.file).name)
    source = f"{asked.source or name} sha256:{spreadsheet.digest}"
    for figures in groups.values():
        found.reports.append(_report(figures, source))
        found.figures.append(tuple(figures))


def _count(table: SheetReading, found: Import) -> None:
    found.problems += table.problems
    found.notes += table.notes
    found.left_out += table.left_out
    found.tables.append(table)
    found.blank += table.blank
    found.passed_over += table.passed_over


def _report(figures: Sequence[SheetFigure], source: str) -> Report:
    lines = tuple(
        ReportLine(n=n, target=f.target, total=f.total, add=f.add, stage=f.stage, unit=f.unit, note=f.note)
        for n, f in enumerate(figures, 1)
    )
    first = figures[0]
    return Report(file="", stem="", date=first.day, by=first.by, source=source, recorded=None, entries=lines)


def without_known(found: Import, heads: Iterable[Head]) -> Import:
    """The import without what the log holds already: the same file's figures of the same unit and day.

    So an import that was cut off is completed by running it again.
    """
    there = {identity for head in heads if (identity := _identity(head))}
    fresh = [
        (report, figures)
        for report, figures in zip(found.reports, found.figures, strict=True)
        if _identity(Head(report.source, report.by, report.date)) not in there
    ]
    return replace(
        found,
        reports=[report for report, _ in fresh],
        figures=[figures for _, figures in fresh],
        known=len(found.reports) - len(fresh),
    )


def _identity(head: Head) -> tuple[object, ...] | None:
    digest = _DIGEST.search(head.source or "")
    return (digest[1], head.by, head.day) if digest else None


def checked(found: Import, workspace: Workspace, now: datetime) -> Incoming:
    """The reports as they would be written, and everything that is wrong, in the order of files and rows.

    What the log would say of them is led back to their cells. Raises TrackerError as check_incoming does.
    """
    incoming = check_incoming(workspace, found.reports, now)
    by_file = {r.file: figures for r, figures in zip(incoming.reports, found.figures, strict=True)}
    problems = [*found.problems, *(_in_cell(problem, by_file) for problem in incoming.problems)]
    cells: dict[str, CellPlace] = {}
    for report in incoming.reports:
        spots = [figure.spots for figure in by_file[report.file]]
        cells |= {f"{report.stem}#{n}": spot["total"] for n, spot in enumerate(spots, 1)}
        if len(text_of(report).encode()) > REPORT_LIMIT:
            problems.append(
                spots[0]["target"].problem("sheet-report-large", {"limit": REPORT_LIMIT // MEBIBYTE})
            )
    order = {problem.file: number for number, problem in enumerate(problems)}
    ordered = sorted(problems, key=lambda problem: (order[problem.file], *_spot(problem)))
    # 表1!B2, and with its file where there are several.
    names = {
        ref: spot.cell if found.files == 1 else f"{spot.file} {spot.cell}"
        for ref, spot in sorted(cells.items(), key=lambda item: item[1].order)
    }
    return replace(incoming, problems=tuple(ordered), cells=names)


def _spot(problem: Problem) -> tuple[str, int, int]:
    facts = problem.facts
    return (str(facts.get("sheet", "")), int(str(facts.get("row", 0))), int(str(facts.get("column", 0))))


def _in_cell(problem: Problem, by_file: Mapping[str, tuple[SheetFigure, ...]]) -> Problem:
    """The problem in the cell that brought it; one of an older report stays where it is."""
    figures = by_file.get(problem.place.file)
    if figures is None:
        return problem
    match problem.place.path:
        case ("entries", int(index), str(key)) if index < len(figures):
            spot = figures[index].spots.get("total" if key in {"stage", "add"} else key)
        case ("entries", int(index), *_) if index < len(figures):
            spot = figures[index].spots["total"]
        case (str(key), *_):
            spot = figures[0].spots.get(key)
        case _:
            spot = None
    spot = spot or figures[0].spots["target"]
    return spot.problem(problem.code, problem.facts)
