"""Two units that say different totals of one day (同日有异): told wherever the figure is shown."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from briefings import markdown_of
from support import Result, assessed, book, catalogue, report, total, write_workspace
from tracker.assess.periods import range_of
from tracker.assess.signal import Flag
from tracker.assess.workdays import Weekends
from tracker.formats import Canvas, render
from tracker.model.catalogue import Cadence
from tracker.model.entry import Report
from tracker.report.briefing import BriefingRequest, briefing
from tracker.report.scope import Scope, ViewOptions, scope_of
from tracker.report.status import status
from tracker.words import Words

Run = Callable[..., Result]
DAY = "2024-06-30"
A = total(DAY, 20, by="甲局", stem=f"{DAY}-a", recorded=f"{DAY}T09:00:00+08:00")
B = total(DAY, 26, by="乙局", stem=f"{DAY}-b", recorded=f"{DAY}T10:00:00+08:00")


def said(by: str, value: int, hour: int) -> Report:
    return total(DAY, value, by=by, recorded=f"{DAY}T{hour}:00:00+08:00")


def added(by: str, value: int, hour: int) -> Report:
    return report(DAY, {"target": "firms", "add": value}, by=by, recorded=f"{DAY}T{hour}:00:00+08:00")


@pytest.mark.parametrize(
    ("reports", "flagged"),
    [
        ((A, B), True),
        ((A, said("甲局", 26, 11)), False),  # a unit that corrects itself
        ((A, said("乙局", 20, 11)), False),  # nothing to choose between
        ((A, B, said("丙局", 20, 11)), True),
        ((A, B, said("甲局", 26, 11)), False),  # they agree in the end
        ((A, added("乙局", 6, 11)), False),  # an increment adds to what the other said
        ((A, added("甲局", 6, 11), said("乙局", 26, 12)), False),
        ((A, B, total("2024-07-31", 30)), False),  # of an earlier day than the figure shown
        ((A, B, report("2024-07-01", {"void": f"{DAY}-b", "reason": "错"})), False),
    ],
)
def test_only_units_that_do_not_agree_conflict(reports: tuple[Report, ...], *, flagged: bool) -> None:
    flags = assessed({}, "2024-07-31", *reports).flags
    assert (Flag.CONFLICTING in flags) is flagged


def test_what_was_recorded_later_is_not_known_yet() -> None:
    later = total(DAY, 26, by="乙局", recorded="2024-07-05T09:00:00+08:00")
    flags = [assessed({}, "2024-07-10", A, later, known_on=day).flags for day in ("2024-07-04", "2024-07-05")]
    assert [Flag.CONFLICTING in found for found in flags] == [False, True]


def scope() -> Scope:
    return scope_of(book(catalogue(), A, B), ViewOptions(as_of=date(2024, 7, 1)))


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_the_foot_of_a_view_names_both(name: str) -> None:
    text = render(name, status(scope()), Words("zh"), Canvas()).decode()
    assert "甲局 20家、乙局 26家" in text
    assert "同日有异" in text


def test_the_briefing_asks_to_check() -> None:
    request = BriefingRequest(span=range_of(Cadence.MONTH, date(2024, 6, 30)), written=date(2024, 7, 2))
    content = briefing(book(catalogue(), A, B), request, Weekends())
    assert "甲局 20家和乙局 26家" in markdown_of(content)


def test_with_and_without_a_cache(tracker: Run, tmp_path: Path) -> None:
    write_workspace(tmp_path)
    for by, value, hour in (("区科技局", 20, 9), ("区财政局", 26, 10)):
        path = tmp_path / f"progress/2024/06/2024-06-30-{value}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        head = f"date: 2024-06-30\nby: {by}\nrecorded: 2024-06-30T{hour:02}:00:00+08:00\n"
        path.write_text(f"{head}entries:\n- {{target: firms, total: {value}}}\n", encoding="utf-8")
    for _ in range(2):  # the second time from the cache
        shown = tracker("status", "--as-of", "2024-06-30", "-f", "json", cwd=tmp_path)
        assert json.loads(shown.out)["targets"][0]["flags"] == ["conflicting"]
    asked = ("show", "firms", "--as-of", "2024-06-30", "-f", "json", "--lang", "zh")
    history = json.loads(tracker(*asked, cwd=tmp_path).out)
    assert [row["voided"] for row in history["history"]] == ["同日有异：区财政局报 26家", ""]
    assert any("区科技局 20家、区财政局 26家" in line for line in history["why"])
    for command in (("gaps",), ("status",), ("owners", "--owner", "区科技局"), ("due",)):
        assert "同日有异" in tracker(*command, "--as-of", "2024-06-30", "--lang", "zh", cwd=tmp_path).out
