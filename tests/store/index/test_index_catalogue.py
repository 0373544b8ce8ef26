"""A catalogue that was read once comes out of the index as it was."""

import inspect
from dataclasses import is_dataclass
from enum import Enum

import pytest

from support import REPOSITORY, catalogue, target
from tracker.model import catalogue as catalogue_module
from tracker.model import goal, period, profile
from tracker.store.index import catalogue as codec
from tracker.store.index.catalogue import catalogue_of, catalogue_text
from tracker.store.strict import sound_catalogue


def test_whatever_a_catalogue_consists_of_is_provided_for() -> None:
    own = {
        made
        for module in (catalogue_module, goal, period, profile)
        for _, made in inspect.getmembers(module, inspect.isclass)
        if made.__module__ == module.__name__ and (is_dataclass(made) or issubclass(made, Enum))
    }
    assert own == {*codec._CLASSES, *codec._ENUMS}


def test_the_district_s_catalogue_comes_back() -> None:
    found = sound_catalogue(REPOSITORY)
    assert found is not None
    assert catalogue_of(catalogue_text(found)) == found


def test_every_key_comes_back() -> None:
    adjusted = {
        "date": "2024-06-01",
        "target": {"at_least": "45"},
        "document": "文件",
        "reason": "调整",
        "due": "2024-11-30",
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
    back = catalogue_of(catalogue_text(found))
    assert back == found
    assert str(next(iter(back.targets)).baseline) == "1.50"


@pytest.mark.parametrize(
    "text", ["", "null", "{}", "[0]", "[99, 1]", '["t", 1]', "[-1, 2]", "[true, 1]", '[["n"], 1]']
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises((ValueError, TypeError, LookupError)):
        catalogue_of(text)
