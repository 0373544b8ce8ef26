"""tracker calendar and due -f ics: what a unit that subscribes to them sees."""

import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from briefings import copied
from calendars import calendar_in, events_in, standing
from support import Run, document, target, write_workspace

DAY = ("--as-of", "2024-10-31")
NAME = "甲,乙;丙\\丁“超长的指标名称，用来看一行怎样折断而不切断任何一个汉字”"


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """A workspace of one target whose name is hard to write, with a monthly report."""
    root = tmp_path / "区"
    one = target(name=NAME, from_="2024-10-01", reporting={"cadence": "month", "grace": "5"})
    return write_workspace(root, document(one, timezone="Pacific/Kiritimati"))


def test_a_report_cancels_its_event_and_a_withdrawn_one_brings_it_back(unit: Path, tracker: Run) -> None:
    def seen() -> dict[str, tuple[str, int]]:
        found = tracker("calendar", "--as-of", "2024-12-02", cwd=unit)
        assert (found.code, found.err) == (0, "")
        events = events_in(found.out)
        return {event.summary: (event.status, event.sequence) for event in events.values()}

    november = f"报送 {NAME}（1.1）11月进展"
    assert (
        tracker("record", "firms", "20", "--date", "2024-10-20", "--by", "区科技局", "--yes", cwd=unit).code
        == 0
    )
    first = seen()[november]
    assert (
        tracker("record", "firms", "30", "--date", "2024-11-30", "--by", "区科技局", "--yes", cwd=unit).code
        == 0
    )
    second = seen()[november]
    stem = next((unit / "progress/2024/11").iterdir()).stem
    assert tracker("void", stem, "--reason", "报错", "--by", "区科技局", cwd=unit).code == 0
    third = seen()[november]
    assert [status for status, _ in (first, second, third)] == ["CONFIRMED", "CANCELLED", "CONFIRMED"]
    assert first[1] < second[1] < third[1]


def test_days_are_days_and_names_are_data(unit: Path, tracker: Run) -> None:
    found = tracker("calendar", "--as-of", "2024-10-01", "--remind", "2", cwd=unit)
    whole = calendar_in(found.out)
    assert (str(whole["METHOD"]), str(whole["X-WR-TIMEZONE"])) == ("PUBLISH", "Pacific/Kiritimati")
    assert "DTSTART;VALUE=DATE:20241231\r\n" in found.out
    (deadline,) = (event for event in whole.walk("VEVENT") if str(event["SUMMARY"]).startswith("截止"))
    assert str(deadline["SUMMARY"]) == f"截止 {NAME}（1.1）≥40家"
    (alarm,) = deadline.walk("VALARM")
    assert alarm["TRIGGER"].dt == timedelta(hours=9) - timedelta(days=2)
    # The moment of the run in the workspace's zone, 14 hours ahead: told in UTC.
    assert "DTSTAMP:20260114T100000Z\r\n" in found.out
    assert max(len(line.encode()) for line in found.out.split("\r\n")) <= 75
    assert not calendar_in(tracker("calendar", "--remind", "0", cwd=unit).out).walk("VALARM")


def test_a_moved_deadline_keeps_its_event_and_a_renamed_target_too(unit: Path, tracker: Run) -> None:
    def deadline(day: str) -> tuple[str, date, int]:
        events = events_in(tracker("calendar", "--as-of", day, cwd=unit).out)
        ((uid, event),) = ((u, e) for u, e in events.items() if e.summary.startswith("截止"))
        return uid, event.day, event.sequence

    uid, day, sequence = deadline("2024-11-10")
    assert day == date(2024, 12, 31)
    adjust = (
        "target",
        "adjust",
        "firms",
        "--due",
        "2025-02-28",
        "--from",
        "2024-11-10",
        "--document",
        "某文",
    )
    assert tracker(*adjust, "--yes", cwd=unit).code == 0
    moved = deadline("2024-11-10")
    assert (moved[0], moved[1], moved[2] > sequence) == (uid, date(2025, 2, 28), True)
    assert tracker("target", "rename", "firms", "companies", "--yes", cwd=unit).code == 0
    assert deadline("2024-11-10")[0] == uid
    retire = ("target", "retire", "companies", "--on", "2024-11-10", "--document", "某文", "--reason", "并入")
    assert tracker(*retire, "--yes", cwd=unit).code == 0
    events = events_in(tracker("calendar", "--as-of", "2024-11-10", cwd=unit).out)
    assert (events[uid].status, events[uid].sequence > moved[2]) == ("CANCELLED", True)
    assert not standing(events)
    assert "某文" in events[uid].description


def test_due_writes_the_same_events_as_the_calendar(district: Path, tracker: Run) -> None:
    owed = events_in(tracker("due", *DAY, "--within", "61", "-f", "ics", cwd=district).out)
    everything = events_in(tracker("calendar", *DAY, "--remind", "0", cwd=district).out)
    assert owed
    assert {uid: everything[uid] for uid in owed} == owed == standing(owed)


def test_all_writes_a_file_for_each_unit_and_writes_it_anew(tmp_path: Path, tracker: Run) -> None:
    root = copied(tmp_path / "copy")
    arguments = ("calendar", *DAY, "--section", "1", "--all", "-o", tmp_path / "日历")
    found = tracker(*arguments, cwd=root)
    files = sorted((tmp_path / "日历").iterdir())
    assert (found.code, f"{len(files)} 个日历" in found.out, len(files) > 1) == (0, True, True)
    one = tracker("calendar", *DAY, "--section", "1", "--owner", files[0].stem, cwd=root).out
    assert files[0].read_bytes().decode() == one
    assert tracker(*arguments, "--remind", "3", cwd=root).code == 0
    files[0].write_text("mine", encoding="utf-8")
    assert tracker(*arguments, cwd=root).code == 5
    assert files[0].read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("calendar", "--all"), "目录"),
        (("calendar", "-o", "a.html"), ".ics"),
        (("calendar", "-o", "measures.yaml"), ".ics"),
        (("calendar", "--remind", "-1"), "--remind"),
        (("status", "-f", "ics"), "ics"),
        (("status", "-o", "a.ics"), ".ics"),
    ],
)
def test_what_is_no_calendar_is_refused(
    arguments: tuple[str, ...], said: str, unit: Path, tracker: Run
) -> None:
    before = sorted(unit.rglob("*"))
    found = tracker(*arguments, cwd=unit)
    assert (found.code, said in found.err) == (2, True)
    assert [path for path in sorted(unit.rglob("*")) if ".tracker" not in path.parts] == before


def test_without_the_library_it_says_what_to_install(
    unit: Path, monkeypatch: pytest.MonkeyPatch, tracker: Run
) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    monkeypatch.delitem(sys.modules, "tracker.formats.ics", raising=False)
    for command in (("calendar",), ("due", "-f", "ics")):
        found = tracker(*command, cwd=unit)
        assert (found.code, "indicator-tracker[ics]" in found.err) == (7, True)
