"""One notion of today: the day in the workspace's time zone, whatever the machine's clock is set to."""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from recording import files
from recording import root as root  # noqa: PLC0414 - a fixture
from support import Result, document, target, write_workspace
from tracker.model.clock import zone_named

Run = Callable[..., Result]
MACHINES = ("UTC", "Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati")
# In China it is half past midnight on the 1st of July, in London and west of it still June.
NIGHT = "2024-06-30T16:30:00+00:00"


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, str], None]]:
    """Set the machine's time zone, and the moment of the runs."""

    def put(zone: str, now: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        monkeypatch.setenv("TRACKER_NOW", now)

    yield put
    monkeypatch.delenv("TZ", raising=False)
    time.tzset()


def figure(tracker: Run, root: Path, *options: str) -> tuple[str, str | None]:
    """As of which day the target stands, and at how much."""
    found = json.loads(tracker("status", *options, "-f", "json", cwd=root).out)
    return found["as_of"], found["targets"][0]["actual"]


@pytest.mark.parametrize("zone", MACHINES)
@pytest.mark.parametrize("now", [NIGHT, "2024-07-01T00:30:00+08:00", "2024-07-01T00:30:00", "2024-07-01"])
def test_what_is_recorded_by_night_is_known_at_once(
    root: Path, tracker: Run, machine: Callable[[str, str], None], zone: str, now: str
) -> None:
    machine(zone, now)
    assert tracker("record", "firms", "5", "--by", "区科技局", cwd=root).code == 0
    (path,) = files(root)
    assert path.name.startswith("2024-07-01-")
    assert "\ndate: 2024-07-01\n" in "\n" + path.read_text()
    assert "\nrecorded: 2024-07-01T00:" in path.read_text()
    assert "+08:00\n" in path.read_text()
    assert tracker("check", cwd=root).code == 0
    for options in ((), ("--known-on", "today"), ("--as-of", "today", "--known-on", "2024-07-01")):
        assert figure(tracker, root, *options) == ("2024-07-01", "5")
    assert figure(tracker, root, "--as-of", "2024-07-01", "--known-on", "2024-06-30")[1] is None


@pytest.mark.parametrize("zone", MACHINES)
def test_a_file_written_in_china_is_not_ahead_elsewhere(
    root: Path, tracker: Run, machine: Callable[[str, str], None], zone: str
) -> None:
    machine(zone, NIGHT)
    path = root / "progress/2024/07/2024-07-01-a.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(
        "date: 2024-07-01\nby: 甲\nrecorded: 2024-07-01T00:30:00+08:00\nentries:\n- {target: firms, total: 5}\n"
    )
    assert tracker("check", cwd=root).code == 0
    assert figure(tracker, root, "--known-on", "today") == ("2024-07-01", "5")


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("UTC", "2024-06-30"),
        ("America/New_York", "2024-06-30"),
        ("Asia/Urumqi", "2024-06-30"),
        ("Asia/Tokyo", "2024-07-01"),
        ("Pacific/Kiritimati", "2024-07-01"),
    ],
)
def test_a_workspace_elsewhere_has_its_own_today(
    tmp_path: Path, tracker: Run, machine: Callable[[str, str], None], zone: str, day: str
) -> None:
    machine("Asia/Shanghai", "2024-06-30T17:30:00+00:00")
    root = write_workspace(tmp_path / "w", document(target(), timezone=zone))
    assert tracker("record", "firms", "5", "--by", "区科技局", cwd=root).code == 0
    (path,) = files(root)
    assert path.name.startswith(day)
    assert tracker("check", cwd=root).code == 0
    assert figure(tracker, root, "--known-on", "today") == (day, "5")
    void = tracker("void", path.stem, "--reason", "报错", cwd=root)
    assert void.code == 0, void.err
    assert {other.name[:10] for other in files(root)} == {day}


def test_another_time_zone_is_another_today_with_a_cache_as_without(
    tmp_path: Path, tracker: Run, machine: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half past one on the 1st of July in China, on the 30th of June in Ürümqi: told by every reading."""
    machine("UTC", "2024-06-30T17:30:00+00:00")
    figures = {
        "progress/2024/06/2024-06-30-a.yaml": "date: 2024-06-30\nby: 甲\nrecorded: 2024-07-01T01:00:00\n"
        "entries:\n- {target: firms, total: 5}\n",
        "progress/2024/07/2024-07-01-a.yaml": "date: 2024-07-01\nby: 甲\nentries:\n- {target: firms, total: 6}\n",
    }
    answers = {}
    for zone in ("Asia/Shanghai", "Asia/Urumqi", "Asia/Shanghai"):
        root = write_workspace(tmp_path / "w", document(target(), timezone=zone), **figures)
        told = []
        for cache in ("on", "on", "off"):
            monkeypatch.setenv("TRACKER_CACHE", cache)
            shown = [figure(tracker, root, *options) for options in ((), ("--known-on", "2024-06-30"))]
            told.append((shown, tracker("check", cwd=root).err))
        assert told[0] == told[1] == told[2]
        answers[zone] = told[0]
    assert answers["Asia/Shanghai"] == ([("2024-07-01", "6"), ("2024-07-01", None)], "")
    shown, problems = answers["Asia/Urumqi"]
    assert shown == [("2024-06-30", "5"), ("2024-06-30", None)]  # what has no offset is an hour ahead there
    assert "2024-07-01-a.yaml" in problems
    assert "2024-06-30-a.yaml" in problems


NO_ZONES = (
    *("", "Asia", "Asia/", "asia/shanghai", "Asia/Beijing", "UTC+8", "GMT+8", "北京", "A" * 300, "Asia/\0"),
    *("../etc/passwd", "/usr/share/zoneinfo/UTC", "localtime", "posixrules", "right/UTC"),
)


@pytest.mark.parametrize("name", NO_ZONES)
def test_what_is_no_time_zone_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        zone_named(name)


@pytest.mark.parametrize(
    "name", ["Asia/Shanghai", "UTC", "Etc/GMT+12", "America/Argentina/Buenos_Aires", "America/Port-au-Prince"]
)
def test_names_of_the_iana_database_are_taken(name: str) -> None:
    assert zone_named(name).key == name


@pytest.mark.parametrize(
    ("typed", "day"),
    [((), "2024-08-31"), (("--date", "昨天"), "2024-08-30"), (("--date", "8.10"), "2024-08-10"), (("--date", "8月10日"), "2024-08-10")],
)  # fmt: skip
def test_today_is_the_day_looked_at_for_figures_and_the_clocks_for_when_they_came(
    typed: tuple[str, ...], day: str, tmp_path: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_NOW", "2024-09-05T09:00:00+08:00")
    monkeypatch.setenv("TRACKER_AS_OF", "2024-08-31")
    root = write_workspace(tmp_path)
    written = tracker("record", "firms", "20", "--by", "区科技局", *typed, "--dry-run", cwd=root).out
    assert f"date: {day}\n" in written
    assert "recorded: 2024-09-05T09:00:00+08:00\n" in written


def test_what_names_the_day_itself_counts_from_the_clock(
    tmp_path: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_NOW", "2024-09-05T09:00:00+08:00")
    root = write_workspace(tmp_path)
    monkeypatch.setenv("TRACKER_AS_OF", "昨天")
    assert "截至 2024-09-04" in tracker("status", cwd=root).out
    monkeypatch.setenv("TRACKER_AS_OF", "2024-08-31")
    assert "截至 2024-08-30" in tracker("status", "--as-of", "昨天", cwd=root).out
