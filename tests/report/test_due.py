"""The due view: who is listed, in which words, by which calendar."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from support import book as book_of
from support import catalogue, target, total
from tracker.assess.periods import period_of
from tracker.assess.workdays import Calendar, Weekends
from tracker.formats.cells import sentence, text_of
from tracker.model.book import Book
from tracker.model.catalogue import Cadence
from tracker.report.due import DueOptions, due
from tracker.report.reporting import day_phrase, period_phrase
from tracker.report.scope import ViewOptions, scope_of
from tracker.report.selection import Selection
from tracker.report.view import Level, Prose, Table, View
from tracker.store.workdays import working_calendar
from tracker.words import Words

ZH, EN = Words("zh"), Words("en")
NAMES = (
    (Cadence.WEEK, "2024-10-16", "第42周", "week 42"),
    (Cadence.WEEK, "2024-12-31", "2025年第1周", "week 1 2025"),
    (Cadence.DEKAD, "2024-10-10", "10月上旬", "early Oct"),
    (Cadence.DEKAD, "2024-10-20", "10月中旬", "mid Oct"),
    (Cadence.DEKAD, "2024-10-31", "10月下旬", "late Oct"),
    (Cadence.HALF_MONTH, "2024-10-15", "10月上半月", "1st half Oct"),
    (Cadence.HALF_MONTH, "2024-10-16", "10月下半月", "2nd half Oct"),
    (Cadence.MONTH, "2024-09-01", "9月", "Sep"),
    (Cadence.MONTH, "2023-12-01", "2023年12月", "Dec 2023"),
    (Cadence.QUARTER, "2024-09-30", "三季度", "Q3"),
)


@pytest.mark.parametrize(("cadence", "day", "chinese", "english"), NAMES)
def test_periods_are_named_as_people_name_them(
    cadence: Cadence, day: str, chinese: str, english: str
) -> None:
    phrase = period_phrase(period_of(cadence, date.fromisoformat(day)), 2024)
    assert (sentence(phrase, ZH), sentence(phrase, EN)) == (chinese, english)


def test_days_in_running_text_have_their_year_where_it_is_another() -> None:
    day = date(2025, 1, 3)
    assert [sentence(day_phrase(day, year), ZH) for year in (2025, 2024)] == ["1月3日", "2025年1月3日"]
    assert [sentence(day_phrase(day, year), EN) for year in (2025, 2024)] == ["01-03", "2025-01-03"]


def district() -> Book:
    targets = (
        target(id="a", name="甲", from_="2024-07-01"),
        target(id="b", name="乙", from_="2024-07-01", owners=["区财政局"], due="2024-10-31"),
        target(id="c", name="丙", from_="2024-07-01", owners=["区财政局"], reporting={"cadence": "month", "grace": "5"}),
    )  # fmt: skip
    figures = (("2024-09-30", "a"), ("2024-09-30", "b"), ("2024-10-10", "b"), ("2024-09-30", "c"))
    return book_of(catalogue(*targets), *(total(day, 20, which) for day, which in figures))


def view(day: str, chase: DueOptions | None = None, calendar: Calendar | None = None, **look: Any) -> View:
    scope = scope_of(district(), ViewOptions(as_of=date.fromisoformat(day), **look))
    return due(scope, calendar or Weekends(), chase)


def tables(found: View) -> list[Table]:
    assert all(isinstance(block, Table) for block in found.blocks)
    return [block for block in found.blocks if isinstance(block, Table)]


def texts(found: View) -> list[list[str]]:
    return [
        [sentence(phrase, ZH) for phrase in block.phrases]
        for block in found.blocks
        if isinstance(block, Prose)
    ]


def test_owed_reports_stand_under_the_unit_that_leads() -> None:
    owed, _ = tables(view("2024-10-31"))
    rows = [row.text if row.level is Level.SECTION else row.cells["name"] for row in owed.rows]
    assert rows == ["区科技局", "甲", "区财政局", "乙", "丙"]
    late, waiting = owed.rows[1].cells, owed.rows[-1].cells
    assert [text_of(late[key], ZH) for key in ("since_name", "late", "missed")] == ["10月上旬", "17天", "2旬"]
    assert [text_of(waiting[key], ZH) for key in ("since_name", "late", "missed")] == ["10月", "未到", "—"]


def test_in_another_order_the_unit_is_a_column() -> None:
    owed, _ = tables(view("2024-10-31", order="completion"))
    assert [row.cells["lead_unit"] for row in owed.rows] == ["区科技局", "区财政局", "区财政局"]


def test_the_head_counts_what_is_late_and_what_is_asked_for() -> None:
    assert [sentence(phrase, EN) for phrase in view("2024-10-31").head[1:]] == [
        "2 reports late, of 2 lead units",
        "1 report asked for, with time left",
    ]
    assert [sentence(phrase, EN) for phrase in view("2024-10-08").head[1:]] == []


def test_filters_hold_for_both_tables() -> None:
    found = view("2024-10-31", selection=Selection(owners=("区科技局",)))
    assert [record["id"] for record in found.records] == ["a"]
    assert tables(found)[1].rows == ()


def test_deadlines_are_those_of_what_is_not_done_within_so_many_days() -> None:
    near = tables(view("2024-10-08"))[1]
    assert [(row.cells["name"], row.cells["days_left"]) for row in near.rows] == [("乙", 23)]
    assert tables(view("2024-10-08", DueOptions(within=22)))[1].rows == ()
    assert len(tables(view("2024-10-08", DueOptions(within=84)))[1].rows) == 3
    # On the deadline no day is left; after it nothing is near any more.
    assert [row.cells["days_left"] for row in tables(view("2024-10-31"))[1].rows] == [0]
    assert tables(view("2024-11-01"))[1].rows == ()


def test_a_reminder_says_what_is_missing_since_when_and_by_when_it_is_asked_for() -> None:
    first, second = texts(view("2024-10-31", DueOptions(text=True)))
    assert first == [
        "区科技局：",
        "贵单位牵头的以下1项指标未按期报送进展，请抓紧核实，于11月1日前报送：",
        "（1）甲（1.1）：自10月上旬起连续2旬未报，首期应于10月14日前报送，已逾期17天，最近一次数据截至9月30日；请报送截至10月31日的数据。",
        "如已报送，请忽略本提醒。",
    ]
    assert second == [
        "区财政局：",
        "贵单位牵头的以下1项指标未按期报送进展，请抓紧核实，于11月1日前报送：",
        "（1）乙（1.2）：10月中旬进展应于10月23日前报送，已逾期8天，最近一次数据截至10月10日；下一期也已截止，请一并报送截至10月31日的数据。",
        "另有以下1项指标即将到应报日，请按时报送：",
        "（1）丙（1.3）：10月进展请于11月5日前报送。",
        "如已报送，请忽略本提醒。",
    ]


def test_the_other_reminders() -> None:
    one = texts(view("2024-10-15", DueOptions(text=True)))
    assert one[0][2] == "（1）甲（1.1）：10月上旬进展应于10月14日前报送，已逾期1天，最近一次数据截至9月30日。"
    soon = texts(view("2024-10-10", DueOptions(text=True), selection=Selection(measures=("1",))))
    assert soon == [
        [
            "区科技局：",
            "贵单位牵头的以下1项指标即将到应报日，请按时报送：",
            "（1）甲（1.1）：10月上旬进展请于10月14日前报送。",
            "如已报送，请忽略本提醒。",
        ]
    ]


def test_what_was_never_reported_is_said_so() -> None:
    book = book_of(
        catalogue(target(id="a", name="甲"), target(id="b", name="乙")), total("2024-09-30", 1, "b")
    )
    found = due(scope_of(book, ViewOptions(as_of=date(2024, 10, 15))), Weekends(), DueOptions(text=True))
    assert "至今没有报过数据" in texts(found)[0][2]


def test_the_day_to_reply_by_is_the_next_working_day_or_the_one_given() -> None:
    # Friday: the next working day is Monday; before the golden week it is a Sunday that is worked on.
    assert view("2024-10-25", DueOptions(text=True)).facts["reply_by"] == date(2024, 10, 28)
    assert view("2024-09-28", DueOptions(text=True), working_calendar()).facts["reply_by"] == date(
        2024, 9, 29
    )
    asked = DueOptions(text=True, reply_by=date(2024, 11, 6))
    assert "11月6日" in texts(view("2024-10-31", asked))[0][1]


def test_nobody_owes_anything() -> None:
    assert sentence(tables(view("2024-10-08"))[0].empty, ZH) == "没有单位欠报"
    assert texts(view("2024-10-08", DueOptions(text=True))) == [["没有单位欠报"]]


def test_which_calendar_was_used_is_said() -> None:
    def said(calendar: Calendar, day: str) -> str:
        remark = tables(view(day, None, calendar))[0].remark
        assert remark is not None
        return sentence(remark, ZH)

    assert "放假调休" in said(working_calendar(), "2024-10-31")
    assert "indicator-tracker[workdays]" in said(Weekends(), "2024-10-31")
    assert "2203" in said(working_calendar(), "2203-01-31")
    assert view("2203-01-31", None, working_calendar()).facts["weekends_only"]
    assert view("2024-10-31", None, working_calendar()).facts["weekends_only"] == ()


def test_machines_get_every_period_and_day() -> None:
    record: Mapping[str, object] = view("2024-10-31").records[0]
    assert (record["since_period"], record["report_period"]) == ("2024-10-01/10", "2024-10-21/31")
    assert (record["report_due"], record["days_late"], record["working_days_late"]) == (
        date(2024, 10, 14),
        17,
        13,
    )
