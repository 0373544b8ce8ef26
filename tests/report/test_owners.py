"""The scoreboard of units, and one unit's own list."""

from datetime import date
from typing import Any

import pytest

from support import book as book_of
from support import catalogue, target, total
from tracker.assess.workdays import Weekends
from tracker.formats.cells import sentence, text_of
from tracker.problems import ExitCode, TrackerError
from tracker.report.owners import RANKS, ScoreboardOptions, owners
from tracker.report.scope import ViewOptions, scope_of
from tracker.report.selection import Selection
from tracker.report.values import Percent, Word
from tracker.report.view import Level, Table, View
from tracker.words import Words

ZH = Words("zh")


def view(board: ScoreboardOptions | None = None, **look: Any) -> View:
    targets = (
        target(id="a", name="甲"),
        target(id="b", name="乙", owners=["区财政局", "区科技局", "区教育局"]),
        target(id="c", name="丙", owners=["区财政局"]),
    )
    reports = (total("2024-09-30", 40, "a"), total("2024-10-20", 20, "b"))
    selection = Selection(owners=board.owners) if board else Selection()
    given = {"as_of": date(2024, 10, 31), "selection": selection, **look}
    return owners(scope_of(book_of(catalogue(*targets), *reports), ViewOptions(**given)), Weekends(), board)


def tables(found: View) -> list[Table]:
    return [block for block in found.blocks if isinstance(block, Table)]


def column(table: Table, key: str) -> list[str]:
    return [text_of(row.cells[key], ZH) for row in table.rows]


def test_leads_add_up_and_participants_overlap() -> None:
    leads, others = tables(view())
    assert column(leads, "owner") == ["区科技局", "区财政局", "合计"]
    assert column(leads, "targets") == ["1", "2", "3"]
    assert [row.level for row in leads.rows] == [Level.ITEM, Level.ITEM, Level.TOTAL]
    assert column(leads, "done") == ["1", "", "1"]
    assert column(leads, "silent") == ["", "1", "1"]
    assert column(others, "owner") == ["区财政局", "区科技局", "区教育局"]
    assert others.remark is not None
    assert "不加总" in sentence(others.remark, ZH)


def test_reports_due_in_time_late_and_missing() -> None:
    leads, _ = tables(view())
    # Two dekads of October are due: b passed the first over and gave the second in time, c gave none.
    assert [column(leads, key)[1] for key in ("reports_due", "on_time", "late_reports", "missing")] == ["4", "1", "0", "3"]  # fmt: skip
    assert column(leads, "punctuality") == ["—", "25.0%", "25.0%"]
    assert column(leads, "owing") == ["0", "1", "1"]
    assert column(leads, "mean_completion") == ["100.0%", "50.0%", "75.0%"]


def test_reports_can_be_counted_from_a_day_on() -> None:
    found = view(ScoreboardOptions(since=date(2024, 10, 15)))
    assert column(tables(found)[0], "punctuality") == ["—", "50.0%", "50.0%"]
    assert sentence(found.head[-1], ZH) == "报送情况自 2024-10-15 应报的起算"


@pytest.mark.parametrize(
    ("rank", "units"),
    [
        ("text", ["区科技局", "区财政局"]),
        ("targets", ["区财政局", "区科技局"]),
        ("completion", ["区财政局", "区科技局"]),
        ("punctuality", ["区财政局", "区科技局"]),
        ("lagging", ["区财政局", "区科技局"]),
    ],
)
def test_units_can_be_ranked_and_the_sum_stays_last(rank: str, units: list[str]) -> None:
    assert rank in RANKS
    assert column(tables(view(ScoreboardOptions(rank=rank)))[0], "owner") == [*units, "合计"]


def test_an_unknown_rank_is_named_with_those_there_are() -> None:
    with pytest.raises(TrackerError) as caught:
        view(ScoreboardOptions(rank="best"))
    assert caught.value.code.startswith("choice-")
    assert caught.value.exit_code is ExitCode.USAGE


def test_a_units_own_list_has_what_it_leads_and_what_it_takes_part_in() -> None:
    score, led, others = tables(view(ScoreboardOptions(owners=("区财政局",))))
    assert column(score, "role") == ["牵头", "参与"]
    assert column(led, "name") == ["乙", "丙"]
    assert column(led, "owed") == ["11月4日前", "逾期17天"]
    assert column(others, "name") == ["甲"]
    assert column(others, "lead_unit") == ["区科技局"]


def test_a_unit_that_only_takes_part_has_no_table_of_what_it_leads() -> None:
    score, others = tables(view(ScoreboardOptions(owners=("区教育局",))))
    assert column(score, "role") == ["参与"]
    assert column(others, "name") == ["乙"]


def test_several_units_have_a_list_each() -> None:
    titles = [
        sentence(t.title, ZH)
        for t in tables(view(ScoreboardOptions(owners=("区教育局", "区科技局"))))
        if t.title
    ]
    assert titles == [
        "区科技局",
        "区科技局牵头的指标（1项）",
        "区科技局参与的指标（1项）",
        "区教育局",
        "区教育局参与的指标（1项）",
    ]


def test_machines_get_a_record_per_unit_and_role() -> None:
    records = view().records
    assert [(r["owner"], r["role"]) for r in records] == [
        ("区科技局", Word("role", "lead")),
        ("区财政局", Word("role", "lead")),
        ("区财政局", Word("role", "participant")),
        ("区科技局", Word("role", "participant")),
        ("区教育局", Word("role", "participant")),
    ]
    assert records[0]["mean_completion"] == Percent(1)  # type: ignore[arg-type]
    own = view(ScoreboardOptions(owners=("区教育局",)))
    assert [r["owner"] for r in own.records] == ["区教育局"]
    listed = own.facts["targets"]
    assert isinstance(listed, tuple)
    assert len(listed) == 1


def test_where_nothing_is_shown_the_tables_say_so() -> None:
    found = view(selection=Selection(search="没有这个"))
    assert [sentence(t.empty, ZH) for t in tables(found)] == ["没有符合条件的指标", "这些指标没有参与单位"]
    assert found.records == ()
