"""Shares of classes: each is exactly its part of all."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tracker.assess.signal import Signal
from tracker.assess.summary import shares


@given(st.fixed_dictionaries({signal: st.integers(0, 400) for signal in Signal}))
def test_each_share_is_its_part_of_all(counts: dict[Signal, int]) -> None:
    found, total = shares(counts), sum(counts.values())
    assert list(found) == list(counts)
    assert sum(found.values()) == (1 if total else 0)
    for signal, count in counts.items():
        assert found[signal] * total == count
        assert isinstance(found[signal], Fraction)
