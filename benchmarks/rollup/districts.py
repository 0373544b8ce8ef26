"""Made-up districts: one catalogue for all, figures of a year each from a fixed seed, some in other units.

Every figure is made here, so that a test can add them up without the program.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

SEED = 2024
YEAR = 2024
INDICATORS = "indicators.yaml"
_DEKADS = ((10, "上旬"), (20, "中旬"), (0, "下旬"))
_POLICY = "seeds/policy.md"
_SCHEMA = "# yaml-language-server: $schema=../../../schema/progress.schema.json\n"
# Every so many districts one counts money in 万元, where the others do in 亿元.
OTHER_UNIT, FIRST = 7, 3
# And one gives percentages where the others give what they are counted of.
UNCOUNTED = 5


@dataclass(frozen=True, slots=True)
class Subject:
    """What every district has a target of; `scale` is about what the largest reaches in a year."""

    code: str
    name: str
    unit: str
    kind: str
    aggregate: str
    scale: int
    operator: str = "at_least"
    direction: str = "higher"

    @property
    def id(self) -> str:
        """Its id in every catalogue."""
        return f"target-{self.code.lower()}"


SUBJECTS = (
    Subject("E01", "新引进企业", "家", "cumulative", "sum", 80),
    Subject("E02", "技术合同成交额", "亿元", "cumulative", "sum", 9),
    Subject("E03", "新建充电桩", "个", "cumulative", "sum", 600),
    Subject("E04", "盘活存量用地", "亩", "cumulative", "sum", 900),
    Subject("E05", "技能培训人次", "人次", "cumulative", "sum", 9000),
    Subject("E06", "新建改建道路", "公里", "cumulative", "sum", 40),
    Subject("E07", "应用场景总数", "个", "level", "sum", 30),
    Subject("E08", "养老床位总数", "张", "level", "sum", 4000),
    Subject("E09", "污水处理率", "%", "share", "ratio", 96),
    Subject("E10", "服务业增加值增速", "%", "growth", "none", 8),
    Subject("E11", "能耗总量", "万吨标准煤", "cumulative", "sum", 90, "at_most", "lower"),
    Subject("E12", "便民中心建成", "%", "milestone", "none", 100, "done_by"),
)


def indicators_text() -> str:
    """The file of shared indicators."""
    lines = "".join(
        f"- {{code: {s.code}, name: {s.name}, unit: {s.unit!r}, kind: {s.kind}, "
        f"direction: {s.direction}, aggregate: {s.aggregate}}}\n"
        for s in SUBJECTS
    )
    return f"title: 演示共用指标\nindicators:\n{lines}"


@dataclass(frozen=True, slots=True)
class Report:
    """One file: its day, and a total of each target by code, as it is written."""

    day: str
    dekad: int
    totals: dict[str, str]


class MadeDistrict:
    """One district: its unit of money, its goals, and a report of every dekad of the year."""

    def __init__(self, number: int, seed: int = SEED) -> None:
        self.number = number
        self._random = Random(f"{seed}-{number}")
        size = self._random.uniform(0.2, 1.0)
        self.speed = {s.code: self._random.uniform(0.55, 1.3) for s in SUBJECTS}
        self.goals = {s.code: max(1, round(s.scale * size)) for s in SUBJECTS}
        self.money = "万元" if number % OTHER_UNIT == FIRST else "亿元"

    @property
    def name(self) -> str:
        """The name of its folder."""
        return f"d{self.number:05d}"

    def unit(self, subject: Subject) -> str:
        """The unit that its catalogue has."""
        return self.money if subject.unit == "亿元" else subject.unit

    def goal(self, subject: Subject) -> int:
        """The number that its catalogue asks for."""
        return self.goals[subject.code] * (10_000 if self.unit(subject) == "万元" else 1)

    def catalogue_text(self) -> str:
        """Its measures.yaml."""
        targets = "".join(self._target(subject) for subject in SUBJECTS)
        return (
            f"title: 演示区县 {self.number}\nyear: {YEAR}\nsource: {_POLICY}\n"
            "notice: 数字均为演示，由固定种子生成\nreporting: {cadence: dekad, grace: 3}\n"
            "sections:\n- number: 1\n  title: 发展\n  measures:\n  - number: 1\n    title: 各项指标\n"
            f"    owners: [区发展改革局, 区统计局]\n    targets:\n{targets}"
        )

    def _target(self, subject: Subject) -> str:
        goal = (
            "{done_by: 2024-10-31}"
            if subject.kind == "milestone"
            else (f"{{{subject.operator}: {self.goal(subject)}}}")
        )
        unit = "" if subject.kind == "milestone" else f"      unit: '{self.unit(subject)}'\n"
        level = "      baseline: 0\n" if subject.kind == "level" else ""
        return (
            f"    - id: {subject.id}\n      name: {subject.name}\n      kind: {subject.kind}\n{unit}"
            f"      target: {goal}\n{level}      quote: {subject.name}完成年度任务\n"
            f"      indicator: {subject.code}\n"
        )

    def reports(self, until: str = f"{YEAR}-12-31") -> Iterator[Report]:
        """A report of each dekad up to a day; every figure grows as the year goes. A share is part/whole."""
        step = 0
        for month in range(1, 13):
            for dekad, (day, _) in enumerate(_DEKADS):
                step += 1
                of_month = day or monthrange(YEAR, month)[1]
                date = f"{YEAR}-{month:02d}-{of_month:02d}"
                totals = {s.code: self._total(s, step) for s in SUBJECTS}
                if date <= until:
                    yield Report(date, dekad, totals)

    def _total(self, subject: Subject, step: int) -> str:
        share = self.speed[subject.code] * step / 36
        match subject.kind:
            case "share":
                return f"{min(999, round(700 + 300 * share)) * self.goals['E05']}/{1000 * self.goals['E05']}"
            case "growth":
                return f"{subject.scale * self.speed[subject.code] - 2 + step / 18:.1f}"
            case "milestone":
                return str(min(100, round(100 * share)))
            case _ if subject.unit in {"家", "个", "张", "人次"}:
                return str(int(self.goals[subject.code] * share))
            case _:
                tenths = round(self.goals[subject.code] * share * 10)
                if self.unit(subject) == "万元":
                    return str(tenths * 1000)
                return f"{tenths // 10}.{tenths % 10}" if tenths % 10 else str(tenths // 10)

    def files(self, until: str = f"{YEAR}-12-31") -> dict[str, str]:
        """Everything in its folder, by path."""
        policy = "".join(f"{subject.name}完成年度任务。\n" for subject in SUBJECTS)
        found = {"measures.yaml": self.catalogue_text(), _POLICY: policy}
        for report in self.reports(until):
            stem = f"{report.day}-{self._stem(report)}"
            entries = "".join(
                f"- {{target: {subject.id}, {self._said(report.totals[subject.code])}}}\n"
                for subject in SUBJECTS
            )
            found[f"progress/{report.day[:4]}/{report.day[5:7]}/{stem}.yaml"] = (
                f"{_SCHEMA}date: {report.day}\nby: 区统计局\n"
                f"recorded: {report.day}T18:00:00+08:00\nentries:\n{entries}"
            )
        return found

    def _said(self, total: str) -> str:
        """A figure as a report gives it; a share by its part and whole, but for a district that does not count."""
        part, slash, whole = total.partition("/")
        if not slash:
            return f"total: {total}"
        if self.counts_shares:
            return f"part: {part}, whole: {whole}"
        return f"total: {int(part) * 1000 // int(whole) / 10}"

    @property
    def counts_shares(self) -> bool:
        """Whether it says what its shares are counted of; every so many districts one does not."""
        return self.number % OTHER_UNIT != UNCOUNTED

    def _stem(self, report: Report) -> str:
        return f"{self.number:05d}{report.dekad}aa"[-8:].replace("1", "z").replace("0", "y")

    def write(self, folder: Path, until: str = f"{YEAR}-12-31") -> Path:
        """Write it below a folder; it is there whole or not at all."""
        root = folder / self.name
        for name, text in self.files(until).items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return root


def make(folder: Path, count: int, until: str = f"{YEAR}-12-31") -> Path:
    """So many districts below a folder, those that are there already left, and the shared indicators."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / INDICATORS).write_text(indicators_text(), encoding="utf-8")
    for number in range(count):
        district = MadeDistrict(number)
        mark = folder / f".{district.name}.made"
        if not mark.exists():
            district.write(folder, until)
            mark.touch()
    return folder
