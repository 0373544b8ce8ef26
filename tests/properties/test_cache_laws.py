"""The cache changes nothing but time: whatever happens to the files between runs, every view is the same without."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from support import document, report, target, times, write_files
from tracker.assess.workdays import Weekends
from tracker.formats import FORMATS, Canvas, render
from tracker.model.catalogue import Target
from tracker.model.entry_history import EntryFilter
from tracker.report.comparison import between_days
from tracker.report.detail import detail
from tracker.report.diff import diff
from tracker.report.due import due
from tracker.report.gaps import gaps
from tracker.report.log import log as log_view
from tracker.report.notices import notices
from tracker.report.owners import ScoreboardOptions, owners
from tracker.report.scope import ViewOptions, scope_of
from tracker.report.status import status
from tracker.report.view import View
from tracker.store import progress
from tracker.store.workspace import Workspace, load
from tracker.words import Words

TARGETS = (
    target(),
    target(id="deals", name="成交额", unit="亿元", target={"more_than": "3.5"}),
    target(id="stock", name="总数", kind="level", target={"reach": "17"}),
    target(id="rate", name="覆盖率", kind="share", target={"at_least": "80"}, baseline="20"),
    target(id="speed", name="增速", kind="growth", target={"at_least": "15"}),
    target(id="hall", name="大厅", kind="milestone", target={"done_by": "2024-09-30"}, stages={"开工": "30"}),
    target(id="late", name="下半年", target={"reach": "5"}, from_="2024-07-01"),
)
OTHERWISE = (target(unit="个"), *TARGETS[1:4], target(id="new", name="新增"))
CATALOGUES = tuple(
    yaml.safe_dump(made, allow_unicode=True)
    for made in (document(*TARGETS), document(*OTHERWISE), document(*TARGETS, timezone="America/New_York"))
)
DAYS = tuple(date(2024, 6, 20) + timedelta(days=n) for n in range(0, 40, 4))
# At the last of them it is the next day in China, and not in New York.
TODAYS = (date(2024, 8, 1), date(2024, 7, 2), date(2026, 1, 15), datetime(2024, 7, 10, 20, tzinfo=UTC))
MOMENTS = ("T09:00:00+08:00", "T23:30:00-05:00", "T09:00:00", "T09:00:00.000001+08:00")
FIGURES = (
    *("{target: firms, total: 3}", "{target: firms, total: 7, note: 新增4家}", "{target: firms, add: 2}"),
    *("{target: deals, total: 21000, unit: 万元}", "{target: deals, total: 2.10}", "{target: stock, add: 1}"),
    *(
        "{target: stock, total: 9}",
        "{target: stock, total: 8.5}",
        "{target: rate, total: 57.5, unit: 个百分点}",
    ),
    *(
        "{target: speed, total: -4}",
        "{target: speed, add: 1}",
        "{target: hall, stage: 开工}",
        "{target: hall, total: 45}",
    ),
    *(
        "{target: hall, stage: 封顶}",
        "{target: late, total: 2, status: preliminary}",
        "{target: nothing, total: 1}",
    ),
    *(
        "{target: firms, total: 3, unit: 亩}",
        "{target: firms, total: '5'}",
        '{target: firms, total: 4, note: "a\\tb"}',
    ),
    *(
        "{target: firms, total: 1_000}",
        "{target: null, total: 3}",
        "{target: new, total: 3, evidence: a/b.pdf}",
    ),
    *("{target: deals, add: 0.5, note: '第2批, #3'}", "{target: firms, total: 0, note: null}"),
    *("{target: rate, part: 1, whole: 3}", "{target: rate, part: 9, whole: 10, note: 九个村}"),
    *("{target: rate, part: 4, whole: 3}", "{target: rate, part: 0, whole: 0}", "{target: rate, add: 1.5}"),
    *("{target: firms, part: 1, whole: 2}", "{target: rate, part: 2}"),
    *("{target: firms, add: -4}", "{target: deals, add: -1}", "{target: rate, add: -60}"),
    *(
        "{reply: {target: firms, cause: 迟, remedy: 快, by_when: 2024-07-06}}",
        "{reply: {target: deals, cause: 迟, remedy: 快, by_when: 2024-12-06}, note: 另附}",
        "{notice: {target: firms, level: red, answer_by: 2024-12-06}}",
        "{notice: {target: deals, level: blue, answer_by: 2024-06-06}}",
        "{reply: {target: nothing, cause: 迟, remedy: 快, by_when: 2024-07-06}}",
        "{reply: {target: stock, cause: 迟, remedy: 快, by_when: 2024-06-01}}",
    ),
)
VOIDS = (
    "{{void: {0}, reason: 重复}}",
    "{{void: '{0}#1', reason: 错}}",
    "{{void: {0}#2, reason: 错}}",
    "{{void: x/{0}.yaml#9, reason: 错}}",
    "{{verify: {0}#1}}",
    "{{verify: '{0}.yaml#2', note: 已对账}}",
    "{{return: {0}#1, reason: 口径不符}}",
    "{{return: {0}#2, reason: 缺佐证, evidence: a.pdf}}",
    "{{verify: {0}}}",
)
Step = tuple[int, int, int, int]
STEPS = st.lists(st.tuples(*(st.integers(0, 1000) for _ in range(4))), min_size=1, max_size=9)


class Files:
    """A workspace whose files are changed at random; each change leaves a time of its own behind."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.today: date | datetime = TODAYS[0]
        self._names = count()
        self._clock = count(1_700_000_000)
        write_files(root, {"measures.yaml": CATALOGUES[0], "seeds/policy.md": "全年新引进企业40家以上"})

    def step(self, step: Step) -> None:
        kind, one, two, three = step
        there = sorted(path for path in (self.root / "progress").rglob("*") if path.is_file())
        chosen = there[one % len(there)] if there else None
        match kind % 13:
            case 0 | 1 | 2 | 3 | 4:
                self._write(DAYS[one % len(DAYS)], two, three, there)
            case 5 if chosen:
                chosen.unlink()
            case 6 if chosen:
                self._touch(chosen, chosen.read_bytes().replace(b"total: 3", b"total: 4") + b"#" * (two % 2))
            case 7 if chosen:
                self._rename_or_copy(chosen, two)
            case 8 if chosen:
                self._touch(chosen, (b"- [", "字".encode("gbk"), b"<<<<<<< HEAD\n", b"")[two % 4])
            case 9:
                self.today = TODAYS[one % len(TODAYS)]
            case 10:
                self._touch(self.root / "measures.yaml", CATALOGUES[one % len(CATALOGUES)].encode())
            case 12 if chosen:  # disguised: neither its size nor its time tell
                before = chosen.stat()
                chosen.write_bytes(chosen.read_bytes().replace(b": 2", b": 5"))
                os.utime(chosen, ns=(before.st_atime_ns, before.st_mtime_ns))
            case 11:
                shutil.rmtree(self.root / "progress" / "2024" / "07", ignore_errors=True)

    def _write(self, day: date, two: int, three: int, there: list[Path]) -> None:
        rows = [FIGURES[(two * 7 + n * 5) % len(FIGURES)] for n in range(1 + three % 4)]
        if three % 2 == 0 and there:
            rows.append(VOIDS[two % len(VOIDS)].format(there[three % len(there)].stem))
        recorded = f"recorded: {day + timedelta(days=three % 20)}{MOMENTS[two % len(MOMENTS)]}\n"
        by = "区统计局" if (two + three) % 3 == 0 else "区科技局"
        head = f"date: {day}\nby: {by}\n{recorded if three % 3 else ''}entries:\n"
        text = head + "".join(f"- {row}\n" for row in rows)
        if three % 7 == 0:
            text = text.replace("- {", "  - {").replace("by:", "# 手写\nby:  ")
        path = self.root / f"progress/{day:%Y/%m}/{day}-r{next(self._names)}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        self._touch(path, text.encode())

    def _rename_or_copy(self, path: Path, two: int) -> None:
        """Give a file another name, or leave a copy under it, as programs do that keep two machines alike."""
        other = path.with_name(("renamed.yaml", f"{path.stem}x.yaml", f"{path.stem[:10]}-a.yaml")[two % 3])
        if two % 2:
            path.rename(other)
        else:
            self._touch(other, path.read_bytes() + b"# copied\n" * (two % 4 == 0))

    def _touch(self, path: Path, content: bytes) -> None:
        path.write_bytes(content)
        os.utime(path, (next(self._clock), next(self._clock)))


def views(workspace: Workspace) -> Iterator[View]:
    """What the commands show, on some days and as known on some."""
    book, calendar = workspace.book, Weekends()
    for as_of, known_on in ((DAYS[-1], None), (DAYS[4], None), (DAYS[6], DAYS[7]), (DAYS[-1], DAYS[3])):
        scope = scope_of(book, ViewOptions(as_of=as_of, known_on=known_on))
        yield status(scope)
        yield gaps(scope)
        yield due(scope, calendar)
        yield owners(scope, calendar, ScoreboardOptions(owners=(), since=None, rank="text"))
        for shown in book.catalogue.targets:
            yield detail(scope, shown, {})
    for before in (None, replace(book, log=book.log.known_on(DAYS[4]))):
        yield diff(between_days(book, ViewOptions(as_of=DAYS[-1]), DAYS[4], before=before), everything=True)
    for wanted in (
        EntryFilter(),
        EntryFilter(limit=3),
        EntryFilter(frozenset({"firms", "deals"}), "科技", DAYS[2], DAYS[-2], 4),
    ):
        yield log_view(book, {}, wanted, ViewOptions(as_of=DAYS[-1]))
    yield notices(scope_of(book, ViewOptions(as_of=DAYS[-1], known_on=DAYS[-3])))
    verified = replace(book, log=book.log.verified_only())
    for known_on in (None, DAYS[5]):
        scope = scope_of(verified, ViewOptions(as_of=DAYS[-1], known_on=known_on, verified_only=True))
        yield status(scope)
        yield detail(scope, next(iter(book.catalogue.targets)), {})


FRESH = (
    report("2024-07-02", {"target": "firms", "add": 2}, {"target": "stock", "add": 1}, stem="2024-07-02-new"),
    report("2024-06-24", {"void": "2024-06-24-r0", "reason": "错"}, stem="2024-06-24-new"),
    report(
        "2024-07-06",
        {"target": "deals", "total": "2.5", "unit": "家"},
        {"target": "none", "total": 1},
        stem="2024-07-06-new",
    ),
)


def dry_run(workspace: Workspace) -> list[object]:
    """What would come of three reports more."""
    found = workspace.reports.dry_run(FRESH, [])
    values = [
        (point.day, point.value, point.source.ref)
        for shown in workspace.book.catalogue.targets
        for point in found.log.points(shown.id, date.max)
    ]
    return [[entry.ref for entry in found.entries], sorted(map(repr, found.problems)), values]


def said(workspace: Workspace, formats: Iterable[str]) -> list[object]:
    book = workspace.book
    firsts = [dict(book.log.first_known(shown.id, DAYS[-1])) for shown in book.catalogue.targets]
    shown = [
        render(name, view, Words("zh"), Canvas(100, colour=True))
        for view in views(workspace)
        for name in formats
    ]
    return [
        book.tally,
        book.problems,
        sorted(set(workspace.reports.dates())),
        firsts,
        shown,
        dry_run(workspace),
    ]


def points(workspace: Workspace, shown: Target) -> list[tuple[object, ...]]:
    return [
        (p.day, p.value, str(p.value), replace(p.entry, report=replace(p.entry.report, entries=())))
        for p in workspace.book.log.points(shown.id, date.max)
    ]


@pytest.fixture(autouse=True)
def _trusting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of this test have times of their own, so that a file that looks the same may be trusted at once."""
    for name in ("SECONDS", "TICK"):
        monkeypatch.setattr(progress, name, -(10**19))


@settings(max_examples=times(4, 100))
@given(st.lists(STEPS, min_size=1, max_size=4))
def test_on_equals_off_whatever_happens_between_the_runs(rounds: list[list[Step]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        files = Files(Path(name))
        for left, steps in enumerate(rounds, 1 - len(rounds)):
            formats = ("json",) if left else FORMATS  # each of them at the end
            for step in steps:
                files.step(step)
            cached = load(files.root, files.today)
            without = load(files.root, files.today, cache=False)
            assert cached.reread is not None
            assert said(cached, formats) == said(without, formats)
            for shown in without.book.catalogue.targets:
                assert points(cached, shown) == points(without, shown)
            cached.reports.close()
            again = load(files.root, files.today)
            assert again.reread == 0
            assert (again.book.tally, again.book.problems) == (without.book.tally, without.book.problems)
            again.reports.close()
