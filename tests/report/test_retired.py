"""Targets that a document ended: in no count from that day on, and named so that the counts can be followed."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefings import markdown_of, reconcile
from support import Result, book, catalogue, document, target, total, write_files, write_workspace
from tracker.assess.changes import ChangeKind
from tracker.assess.periods import range_of
from tracker.assess.workdays import Weekends
from tracker.model.book import Book
from tracker.model.catalogue import Cadence
from tracker.report.briefing import BriefingRequest, briefing
from tracker.report.comparison import WorkspaceVersion as Version
from tracker.report.comparison import between_books, between_days
from tracker.report.form import form, lead_units
from tracker.report.scope import ViewOptions, scope_of
from tracker.report.status import status

Run = Callable[..., Result]
END: dict[str, Any] = {"on": "2024-10-01", "document": "某文", "reason": "并入"}
OLD = target(id="old", name="旧指标", retired=END)


def both(*, ended: bool = True) -> Book:
    old = OLD if ended else target(id="old", name="旧指标")
    return book(catalogue(target(), old), total("2024-09-30", 20), total("2024-09-30", 9, "old"))


@pytest.mark.parametrize(("day", "shown", "retired"), [("2024-09-30", 2, ()), ("2024-10-01", 1, ("old",))])
def test_it_counts_until_the_day_before(day: str, shown: int, retired: tuple[str, ...]) -> None:
    view = status(scope_of(both(), ViewOptions(as_of=date.fromisoformat(day))))
    assert view.counts is not None
    assert (sum(view.counts.values()), view.total) == (shown, shown)
    assert (view.facts["retired"], view.facts["targets_in_catalogue"]) == (retired, 2)
    assert [phrase.key for phrase in view.foot] == ["foot.retired"] * len(retired) + ["foot.read"]


def test_nobody_is_asked_for_it_any_more() -> None:
    last, after = date(2024, 9, 30), date(2024, 10, 1)
    lead = "区科技局"
    assert [row.target.id for row in form(both(), lead, last).rows] == ["firms", "old"]
    assert [row.target.id for row in form(both(), lead, after).rows] == ["firms"]
    only = book(catalogue(target(), target(id="old", owners=["区财政局"], retired=END)))
    assert [lead_units(only, day) for day in (last, after)] == [(lead, "区财政局"), (lead,)]


def test_between_two_days_it_ended_and_was_not_removed() -> None:
    compared = between_days(both(), ViewOptions(as_of=date(2024, 10, 31)), date(2024, 9, 30))
    assert [change.kinds for change in compared.changes if change.target.id == "old"] == [
        (ChangeKind.RETIRED,)
    ]


def test_between_two_versions_it_ended_and_was_not_removed() -> None:
    versions = (Version("a"), Version("b"))
    options = ViewOptions(as_of=date(2024, 10, 31))
    compared = between_books(both(ended=False), both(), options, versions)
    assert [change.kinds for change in compared.changes if change.target.id == "old"] == [
        (ChangeKind.RETIRED,)
    ]


def test_the_briefing_names_it_in_the_period_in_which_it_ended() -> None:
    months = {}
    for month in (10, 11):
        span = range_of(Cadence.MONTH, date(2024, month, 28))
        found = briefing(both(), BriefingRequest(span=span, written=date(2025, 1, 5)), Weekends())
        markdown = markdown_of(found)
        reconcile(found, markdown)
        months[month] = (found.total, "“旧指标”自2024年10月1日起终止（并入），不再计入" in markdown)
    assert months == {10: (1, True), 11: (1, False)}


def test_show_tells_how_it_stood_before_its_end(tracker: Run, tmp_path: Path) -> None:
    write_workspace(tmp_path, document(target(), OLD))
    report = "date: 2024-09-30\nby: 区科技局\nentries:\n- {target: old, total: 9}\n"
    write_files(tmp_path, {"progress/2024/09/2024-09-30-a.yaml": report})
    shown = tracker("show", "old", "--as-of", "2024-11-30", "--lang", "zh", cwd=tmp_path)
    assert shown.code == 0
    assert "2024-10-01 起终止，依据《某文》：并入" in shown.out
    record = json.loads(tracker("show", "old", "--as-of", "2024-11-30", "-f", "json", cwd=tmp_path).out)
    assert (record["as_of"], record["target"]["signal"], record["target"]["actual"]) == (
        "2024-09-30",
        "far_behind",
        "9",
    )
    for command in ("status", "gaps", "owners", "due", "profiles"):
        assert "已终止 1 项" in tracker(command, "--as-of", "2024-11-30", "--lang", "zh", cwd=tmp_path).out
    assert tracker("show", "1", "--as-of", "2024-11-30", cwd=tmp_path).code == 0
