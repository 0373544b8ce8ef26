"""How well drafts agree with readers: the figures that docs/draft.md names are kept."""

from fractions import Fraction

import pytest

from draft.gold import Gold, all_gold
from draft.score import compare, total

TEXTS = all_gold()
OWN, OTHERS, TOGETHER = Fraction(98, 100), Fraction(95, 100), Fraction(99, 100)


@pytest.mark.parametrize("gold", TEXTS, ids=lambda gold: gold.name)
def test_each_text(gold: Gold) -> None:
    result = compare(gold)
    least = OWN if gold.name == "repository" else OTHERS
    assert result.targets.f1 >= least, (result.made_up, result.missed)
    assert result.owners.f1 >= least, (result.owners_made_up, result.owners_missed)


def test_all_of_them() -> None:
    results = [compare(gold) for gold in TEXTS if gold.name != "repository"]
    assert total(result.targets for result in results).f1 >= TOGETHER
    assert total(result.owners for result in results).f1 >= TOGETHER


def test_no_text_is_left_out() -> None:
    assert len(TEXTS) > 22
