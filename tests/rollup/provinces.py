"""A made-up province: districts of which some are broken, missing or hostile, and its sums made without the program."""

import os
import signal
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from rollup.districts import SUBJECTS, MadeDistrict, indicators_text
from tracker.assess.district import DistrictOptions, DistrictResult
from tracker.store.district_sources import DistrictSource
from tracker.store.districts import assess_workspace

DISTRICTS = 30
BROKEN, MISSING, HOSTILE, OTHER_UNIT = 1, 2, 4, 3
AS_OF = "2024-09-30"
# The district at which a worker is killed.
DEADLY = "d00015"


def province(folder: Path, count: int = DISTRICTS, until: str = "2024-10-10") -> Path:
    """So many districts with their list; one broken, one missing, one hostile, one that counts in 万元."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "indicators.yaml").write_text(indicators_text(), encoding="utf-8")
    names = []
    for number in range(count):
        district = MadeDistrict(number)
        names.append(district.name)
        root = folder / district.name
        if number == MISSING:
            continue
        district.write(folder, until)
        if number == BROKEN:
            (root / "measures.yaml").write_text("title: [\n", encoding="utf-8")
        if number == HOSTILE:
            make_hostile(root)
    lines = "".join(f"- {{name: {name}, workspace: {name}}}\n" for name in names)
    (folder / "districts.yaml").write_text(f"title: 演示全省\ndistricts:\n{lines}", encoding="utf-8")
    return folder


def make_hostile(root: Path) -> None:
    """A catalogue that leads out of the workspace, a repository that would run programs, a pipe to wait at."""
    (root / "measures.yaml").unlink()
    (root / "measures.yaml").symlink_to("/etc/passwd")
    (root / ".git").mkdir()
    (root / ".git/config").write_text(f"[core]\n\tfsmonitor = touch {root}/pwned\n", encoding="utf-8")
    os.mkfifo(root / "progress/2024/01/2024-01-31-aaaaaaaa.yaml")


def read_ones(count: int = DISTRICTS) -> Iterator[MadeDistrict]:
    """The districts that count."""
    return (MadeDistrict(n) for n in range(count) if n not in {BROKEN, MISSING, HOSTILE})


def independent_sums(as_of: str = AS_OF) -> dict[str, tuple[Fraction, Fraction]]:
    """Value and goal of each indicator that is added, in its own unit, without any code of the program."""
    sums: dict[str, tuple[Fraction, Fraction]] = {}
    for subject in SUBJECTS:
        if subject.aggregate != "sum":
            continue
        value = goal = Fraction(0)
        for district in read_ones():
            last = [report for report in district.reports() if report.day <= as_of][-1]
            factor = Fraction(1, 10_000) if district.unit(subject) == "万元" else Fraction(1)
            value += Fraction(last.totals[subject.code]) * factor
            goal += Fraction(district.goal(subject)) * factor
        sums[subject.code] = value, goal
    return sums


def independent_share(as_of: str = AS_OF) -> tuple[Fraction, Fraction]:
    """All parts and all wholes of the share that is counted, by the districts that count it."""
    parts = wholes = Fraction(0)
    for district in read_ones():
        if district.counts_shares:
            last = [report for report in district.reports() if report.day <= as_of][-1]
            part, _, whole = last.totals["E09"].partition("/")
            parts, wholes = parts + Fraction(part), wholes + Fraction(whole)
    return parts, wholes


def assess_or_die(mark: Path, source: DistrictSource, options: DistrictOptions) -> DistrictResult:
    """What the program does of one district, but that the worker is killed the first time it has a certain one.

    `mark` is a file that says that it was.
    """
    if source.name == DEADLY and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return assess_workspace(source, options)


def assess_or_always_die(source: DistrictSource, options: DistrictOptions) -> DistrictResult:
    """The same, but that it is killed each time."""
    if source.name == DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    return assess_workspace(source, options)
