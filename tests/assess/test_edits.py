"""What was edited between two versions of a catalogue."""

from typing import Any

import pytest

from support import catalogue, document, target
from tracker.assess.edits import catalogue_edits, target_edits
from tracker.model.catalogue import Catalogue
from tracker.model.validation import read_catalogue

LATER = {"adjustments": [{"date": "2024-12-01", "target": {"at_least": "30"}, "document": "文"}]}


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ({}, {}, []),
        ({}, {"name": "新名"}, ["name"]),
        ({}, {"unit": "个"}, ["unit"]),
        ({}, {"target": {"at_least": "30"}}, ["target"]),
        ({}, {"target": {"more_than": "40"}}, ["target"]),
        ({}, {"from_": "2024-07-01"}, ["from"]),
        ({}, {"due": "2024-11-30"}, ["due"]),
        ({}, {"path": "at_due"}, ["path"]),
        ({}, {"path": {"points": {"2024-06-30": "8"}}}, ["path", "points"]),
        ({}, {"strength": "aspire"}, ["strength"]),
        ({}, {"owners": ["区财政局"]}, ["owners"]),
        ({}, {"reporting": {"cadence": "month", "grace": "5"}}, ["cadence", "grace"]),
        ({}, {"quote": "别的话"}, ["quote"]),
        ({"kind": "level"}, {"kind": "level", "baseline": "5"}, ["baseline", "path"]),
        ({}, {"previous": {"2023-12-31": "30"}}, ["previous"]),
        ({}, {"former_ids": ["old-firms"]}, ["former_ids"]),
        ({}, {"whole": "false"}, ["whole"]),
        ({}, {"retired": {"on": "2024-09-01", "document": "文", "reason": "并入"}}, ["retired"]),
        ({}, LATER, []),
        (LATER, {}, ["adjustment"]),
    ],
)
def test_of_a_target(old: dict[str, Any], new: dict[str, Any], what: list[str]) -> None:
    (before,) = catalogue(target(**old)).targets
    (after,) = catalogue(target(**new)).targets
    edits = target_edits(before, after)
    assert [edit.what for edit in edits] == what
    assert all(edit.old != edit.new for edit in edits)
    assert {edit.number for edit in edits} <= {"1.1"}


def test_of_the_stages_of_a_milestone() -> None:
    keys = {"kind": "milestone", "target": {"done_by": "2024-09-30"}}
    (before,) = catalogue(target(**keys, stages={"开工": "30"})).targets
    (after,) = catalogue(target(**keys, stages={"开工": "40"})).targets
    assert [edit.what for edit in target_edits(before, after)] == ["stages"]


def other(**keys: Any) -> Catalogue:
    read, problems = read_catalogue({**document(), **keys}, "measures.yaml")
    assert read is not None, problems
    return read


def section(title: str = "创新", number: str = "1", **measure: Any) -> dict[str, Any]:
    (plain,) = document()["sections"][0]["measures"]
    return {"number": number, "title": title, "measures": [{**plain, **measure}]}


@pytest.mark.parametrize(
    ("keys", "what"),
    [
        ({}, []),
        ({"title": "别的"}, [("title", "")]),
        ({"notice": "演示"}, [("notice", "")]),
        ({"source": "seeds/other.md"}, [("source", "")]),
        ({"signals": "strict"}, [("profile", "")]),
        ({"views": {"红": {"signal": ["overdue"]}}}, [("views", "")]),
        ({"escalation": {"near": "10"}}, [("escalation", "")]),
        ({"sections": [section("新题")]}, [("section", "1")]),
        ({"sections": [section(title="创新", owners=["区财政局"])]}, [("measure_owners", "1")]),
        ({"sections": [{**section(), "number": "2"}]}, [("section", "1"), ("section", "2")]),
    ],
)
def test_of_everything_else(keys: dict[str, Any], what: list[tuple[str, str]]) -> None:
    edits = catalogue_edits(other(), other(**keys))
    assert [(edit.what, edit.number) for edit in edits] == what


def test_measures_come_go_and_change_their_title() -> None:
    renamed = section()
    renamed["measures"][0]["title"] = "新题"
    (edit,) = catalogue_edits(other(), other(sections=[renamed]))
    assert (edit.what, edit.old, edit.new) == ("measure_title", "引进企业", "新题")
    moved = section()
    moved["measures"][0]["number"] = "2"
    edits = catalogue_edits(other(), other(sections=[moved]))
    assert [(edit.what, edit.number, edit.old, edit.new) for edit in edits] == [
        ("measure", "1", "引进企业", None),
        ("measure", "2", None, "引进企业"),
    ]


def test_a_target_in_another_measure_has_moved() -> None:
    there = section()
    there["measures"][0]["number"] = "2"
    (before,), (after,) = other().targets, other(sections=[there]).targets
    assert [(edit.what, edit.old, edit.new) for edit in target_edits(before, after)] == [("moved", 1, 2)]
