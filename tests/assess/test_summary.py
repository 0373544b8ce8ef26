"""Shares add up to exactly 100.0, whatever is counted."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tracker.assess.signal import Signal
from tracker.assess.summary import shares

COUNTS = st.fixed_dictionaries({signal: st.integers(0, 400) for signal in Signal})
TENTH = Fraction(1, 10)


@given(COUNTS)
def test_shares_add_up_and_none_is_far_from_its_exact_share(counts: dict[Signal, int]) -> None:
    found = shares(counts)
    total = sum(counts.values())
    assert list(found) == list(counts)
    assert all(share.as_tuple().exponent == -1 for share in found.values())
    assert sum(found.values()) == (Decimal("100.0") if total else 0)
    for signal, count in counts.items():
        exact = Fraction(100 * count, total) if total else Fraction(0)
        assert abs(Fraction(found[signal]) - exact) < TENTH
        if not count:
            assert found[signal] == 0
        if exact >= TENTH:
            assert found[signal] > 0


@given(COUNTS)
def test_more_is_never_the_smaller_share(counts: dict[Signal, int]) -> None:
    found = shares(counts)
    in_order = sorted(counts, key=counts.__getitem__)
    for less, more in pairwise(in_order):
        assert found[less] <= found[more] or counts[less] == counts[more]


@given(COUNTS)
def test_what_is_exact_in_one_decimal_stays_so(counts: dict[Signal, int]) -> None:
    total = sum(counts.values())
    for signal, share in shares(counts).items():
        if total and not counts[signal] * 1000 % total:
            assert Fraction(share) == Fraction(counts[signal] * 100, total)


def test_equal_remainders_go_to_what_comes_first() -> None:
    three = dict.fromkeys((Signal.DONE, Signal.BEHIND, Signal.SILENT), 1)
    assert list(map(str, shares(three).values())) == ["33.4", "33.3", "33.3"]
    assert list(map(str, shares(dict.fromkeys(Signal, 0)).values())) == ["0.0"] * len(Signal)
