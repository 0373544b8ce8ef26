"""A catalogue that was read once comes out of the cache as it was; so do problems, with all that they say."""

import inspect
from dataclasses import is_dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum

import pytest

from support import REPOSITORY, catalogue, target
from tracker.model import amendments, goal, period, profile, supervision
from tracker.model import catalogue as catalogue_module
from tracker.problems import Place, Problem
from tracker.store.cache import codec
from tracker.store.cache.codec import decoded, encoded
from tracker.store.workspace import load_catalogue


def test_whatever_a_catalogue_consists_of_is_provided_for() -> None:
    own = {
        made
        for module in (catalogue_module, amendments, goal, period, profile, supervision)
        for _, made in inspect.getmembers(module, inspect.isclass)
        if made.__module__ == module.__name__ and (is_dataclass(made) or issubclass(made, Enum))
    }
    assert own | {Problem, Place} == {*codec.CLASSES, *codec.ENUMS}


def test_the_district_s_catalogue_comes_back() -> None:
    found = load_catalogue(REPOSITORY)
    assert decoded(encoded(found)) == found


def test_a_problem_comes_back_with_all_its_facts() -> None:
    facts = {"day": date(2024, 8, 10), "at": datetime(2024, 8, 10, tzinfo=UTC), "value": Decimal("1.50")}
    place = Place("progress/x.yaml", ("entries", 0, "total"), of_key=True, line=3)
    problem = Problem("value-fraction", place, {**facts, "near": ("a", "b"), "more": 3, "none": None})
    assert decoded(encoded(problem)) == problem


def test_every_key_comes_back() -> None:
    adjusted = {
        "date": "2024-06-01",
        "target": {"at_least": "45"},
        "document": "文件",
        "reason": "调整",
        "due": "2024-11-30",
        "path": {"points": {"2024-08-31": "20"}},
    }
    found = catalogue(
        target(
            adjustments=[adjusted], baseline="1.50", path={"points": {"2024-06-30": "8"}}, strength="aspire"
        ),
        target(
            id="b", kind="growth", target={"about": "-4", "tolerance": "0.5", "better": "lower"}, unit="%"
        ),
        target(id="c", kind="milestone", target={"done_by": "2024-09-30"}, stages={"开工": "30"}),
        notice="演示",
        signals={"profile": "default", "behind": "-5"},
        escalation={"near": "10"},
        views={"周报": {"section": ["1"], "lead_only": "true", "signal": "behind"}},
    )
    back = decoded(encoded(found))
    assert back == found
    assert str(next(iter(back.targets)).baseline) == "1.50"


@pytest.mark.parametrize(
    "text", ["", "[0]", "[99, 1]", "[-1, 2]", "[0.5, 1]", '["x", 1]', '[["n"], 1]', '["n"]', '["d", "x"]']
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises((ValueError, TypeError, LookupError)):
        decoded(text)
