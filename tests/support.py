"""Small workspaces and books for tests."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from tracker.assess.assessment import Assessment, assess
from tracker.model.admission import Admission, admit
from tracker.model.book import Book
from tracker.model.catalogue import Catalogue
from tracker.model.entry import Report, ReportLine
from tracker.model.profile import PROFILES
from tracker.model.rules.catalogue import check_catalogue
from tracker.model.validation import read_catalogue

REPOSITORY = Path(__file__).parent.parent
GOLDEN = REPOSITORY / "tests/golden"
TODAY = date(2026, 1, 15)
STRESS = os.environ.get("TRACKER_STRESS") == "1"


def times(usual: int, stress: int) -> int:
    """How often something is tried: in every run, and in `make stress`."""
    return stress if STRESS else usual


@dataclass(frozen=True)
class Result:
    """What a run left behind."""

    code: int
    out: str
    err: str


# The fixtures `tracker` and `golden`.
Run = Callable[..., Result]
Golden = Callable[[Path, str], None]
# What a stress test did, and how often; nothing was lost, wrong or crashed, or the test has failed.
Tally = Callable[[str, int], None]


def target(**keys: Any) -> dict[str, Any]:
    """A target as it stands in measures.yaml, with everything that a test does not care about."""
    given = {key.rstrip("_"): value for key, value in keys.items()}
    default = {"id": "firms", "name": "新引进企业", "kind": "cumulative", "target": {"at_least": "40"}}
    merged = {**default, "quote": "全年新引进企业40家以上", **given}
    if merged["kind"] in {"cumulative", "level"}:
        merged.setdefault("unit", "家")
    return merged


def document(*targets: dict[str, Any], **keys: Any) -> dict[str, Any]:
    """A whole measures.yaml with these targets in one measure."""
    measure = {
        "number": "1",
        "title": "引进企业",
        "owners": ["区科技局", "区财政局"],
        "targets": list(targets) or [target()],
    }
    head = {"title": "测试目录", "year": "2024", "source": "seeds/policy.md"}
    sections = [{"number": "1", "title": "创新", "measures": [measure]}]
    return {**head, "reporting": {"cadence": "dekad", "grace": "3"}, "sections": sections, **keys}


def catalogue(*targets: dict[str, Any], **keys: Any) -> Catalogue:
    """A valid catalogue in memory."""
    read, problems = read_catalogue(document(*targets, **keys), "measures.yaml")
    assert read is not None, problems
    assert not check_catalogue(read)
    return read


def report(
    day: str, *lines: dict[str, Any], stem: str = "", recorded: str | None = None, by: str = "区科技局"
) -> Report:
    """A report as read; `recorded` defaults to nine o'clock on its own day."""
    moment = datetime.fromisoformat(recorded or f"{day}T09:00:00+08:00")
    stem = stem or f"{day}-{abs(hash((day, str(lines), recorded, by))):x}"
    numbered = tuple(ReportLine(n=n, **_exact(line)) for n, line in enumerate(lines, 1))
    return Report(
        file=f"progress/{day[:4]}/{day[5:7]}/{stem}.yaml",
        stem=stem,
        date=date.fromisoformat(day),
        by=by,
        source=None,
        recorded=moment,
        entries=numbered,
    )


def _exact(line: dict[str, Any]) -> dict[str, Any]:
    return {
        key: Decimal(str(value)) if key in {"total", "add", "part", "whole"} else value
        for key, value in line.items()
    }


def total(day: str, value: object, target_id: str = "firms", **more: Any) -> Report:
    """A report of one total."""
    of_report = {key: more.pop(key) for key in ("recorded", "stem", "by") if key in more}
    return report(day, {"target": target_id, "total": value, **more}, **of_report)


def admitted(catalogue: Catalogue, *reports: Report) -> Admission:
    """What comes of these reports."""
    return admit(reports, catalogue, TODAY)


def book(catalogue: Catalogue, *reports: Report) -> Book:
    """A book in memory; no entry may be left out."""
    admission = admitted(catalogue, *reports)
    assert not admission.problems
    return Book(catalogue, admission.log(catalogue), None, TODAY)


def assessed(
    target_keys: dict[str, Any],
    day: str,
    *reports: Report,
    profile: str = "default",
    known_on: str | None = None,
) -> Assessment:
    """The one target of a catalogue on one day."""
    found = assess(
        book(catalogue(target(**target_keys)), *reports),
        date.fromisoformat(day),
        profile=PROFILES[profile],
        known_on=date.fromisoformat(known_on) if known_on else None,
    )
    return found[0]


def write_workspace(root: Path, catalogue: dict[str, Any] | str | None = None, **files: str | bytes) -> Path:
    """A workspace on disk; `files` are further files by path, with / written as __ in keyword names."""
    text = (
        catalogue
        if isinstance(catalogue, str)
        else yaml.safe_dump(catalogue or document(), allow_unicode=True)
    )
    everything: dict[str, str | bytes] = {
        "measures.yaml": text,
        "seeds/policy.md": "全年新引进企业 40 家\n以上。\n",
    }
    everything |= {name.replace("__", "/"): content for name, content in files.items()}
    write_files(root, everything)
    return root


def write_files(root: Path, files: dict[str, str | bytes]) -> None:
    """Files by path below `root`."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


UNIT_POLICY = "全年新引进企业40家以上。全年成交额超过3.5亿元。覆盖率90%以上。9月底前建成大厅。\n"
UNIT_TARGETS = (
    target(),
    target(
        id="deals", name="成交额", unit="亿元", target={"more_than": "3.5"}, quote="全年成交额超过3.5亿元"
    ),
    target(
        id="rate", name="覆盖率", kind="share", unit="%", target={"at_least": "90"}, quote="覆盖率90%以上"
    ),
    target(
        id="hall",
        name="=大厅",
        kind="milestone",
        target={"done_by": "2024-09-30"},
        quote="9月底前建成大厅",
        stages={"开工": "30"},
    ),
)


def unit_workspace(folder: Path) -> Path:
    """A workspace with a target of each sort that a unit may be asked for."""
    folder.mkdir()
    write_workspace(folder, document(*UNIT_TARGETS))
    write_files(folder, {"seeds/policy.md": UNIT_POLICY})
    return folder
