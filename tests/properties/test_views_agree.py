"""One number, wherever it is read: status, gaps, show, owners, due and their JSON agree, for any log and day."""

import json
from collections import Counter
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from test_reporting_laws import CATALOGUE, DAYS, books

from tracker.assess.workdays import Weekends
from tracker.formats import Canvas, render
from tracker.formats.cells import text_of
from tracker.model.book import Book
from tracker.report.detail import detail
from tracker.report.due import due
from tracker.report.gaps import gaps
from tracker.report.owners import owners
from tracker.report.scope import ViewOptions, scope_of
from tracker.report.selection import ORDERS
from tracker.report.status import status
from tracker.report.view import Table, View
from tracker.words import Words

WORDS = Words("zh")


def read(view: View) -> Any:
    return json.loads(render("json", view, WORDS, Canvas()))


@given(books(), DAYS, st.none() | DAYS, st.sampled_from(sorted(ORDERS)))
def test_every_view_says_the_same_of_a_target(
    book: Book, day: date, known_on: date | None, order: str
) -> None:
    scope = scope_of(book, ViewOptions(as_of=day, known_on=known_on, order=order))
    plain, missing = read(status(scope)), read(gaps(scope))
    by_id = {target["id"]: target for target in plain["targets"]}
    assert len(by_id) == plain["total"] == len(list(CATALOGUE.targets))
    assert plain["counts"] == {**plain["counts"], **Counter(t["signal"] for t in by_id.values())}

    assert [gap["id"] for gap in missing["gaps"]] == [i for i, t in by_id.items() if not t["met"]]
    assert all(gap == by_id[gap["id"]] for gap in missing["gaps"])
    assert missing["counts"] == {
        signal: sum(t["signal"] == signal and not t["met"] for t in by_id.values())
        for signal in plain["counts"]
    }

    for target in CATALOGUE.targets:
        shown = read(detail(scope, target, {}))
        assert shown["target"] == by_id[target.id]
        assert shown["elapsed"] == plain["elapsed"]

    chase = read(due(scope, Weekends()))
    for owed in chase["owed"]:
        known = by_id[owed["id"]]
        same = set(owed) & set(known)
        assert {"signal", "name", "lead_unit"} <= same
        assert {key: owed[key] for key in same} == {key: known[key] for key in same}
    for near in chase["deadlines"]:
        same = set(near) & set(by_id[near["id"]])
        assert {"signal", "gap", "due"} <= same
        assert {key: near[key] for key in same} == {key: by_id[near["id"]][key] for key in same}

    board = read(owners(scope, Weekends()))
    leads = [row for row in board["owners"] if row["role"] == "lead"]
    for signal, count in plain["counts"].items():
        assert sum(row[signal] for row in leads) == board["counts"][signal] == count
    for row in leads:
        theirs = Counter(t["signal"] for t in by_id.values() if t["lead_unit"] == row["owner"])
        assert {s: row[s] for s in plain["counts"]} == {s: theirs[s] for s in plain["counts"]}
        assert row["targets"] == theirs.total()


@given(books(), DAYS)
def test_what_a_person_reads_is_what_a_machine_reads(book: Book, day: date) -> None:
    view = status(scope_of(book, ViewOptions(as_of=day, order="due")))
    (table,) = view.blocks
    assert isinstance(table, Table)
    for row, record in zip(table.rows, view.records, strict=True):
        for key in ("number", "name", "lead_unit", "completion", "lead", "signal", "flags", "actual_date"):
            assert text_of(row.cells[key], WORDS) == text_of(record[key], WORDS)
        assert text_of(row.cells["target"], WORDS) == text_of(record["target_text"], WORDS)
