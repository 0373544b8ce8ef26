"""Groups of targets by colour: every target drawn once, the widest group as wide as there is room."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tracker.formats.charts.stacks import COLOURS, StackPanel
from tracker.formats.charts.svg import svgs
from tracker.report.view import Stack, Stacks
from tracker.words import Words

WORDS = Words("zh")
COUNTS = st.fixed_dictionaries({colour: st.integers(0, 30) for colour in COLOURS})


@given(st.lists(COUNTS, min_size=1, max_size=9))
def test_parts_follow_one_another_and_are_counts(groups: list[dict[str, int]]) -> None:
    panel = StackPanel(
        Stacks(tuple(Stack(f"部分{n}", counts) for n, counts in enumerate(groups))), WORDS, "图"
    )
    ends = []
    for bar, _, _ in panel.rows:
        parts = list(panel.parts(bar))
        assert [count for _, count, *_ in parts] == [bar.counts[c] for c in COLOURS if bar.counts[c]]
        at = None
        for _, _, x, width, _ in parts:
            assert at is None or abs(Decimal(x) - at) <= Decimal("0.02")
            at = Decimal(x) + Decimal(width)
        ends.append(at or Decimal(0))
    assert max(ends) <= panel.width + Decimal("0.05")
    assert max(ends) == 0 or max(ends) >= panel.width - Decimal("0.05")


def test_a_bar_can_be_read_aloud() -> None:
    (svg,) = svgs(
        Stacks((Stack("创<新", dict.fromkeys(COLOURS, 0) | {"red": 2, "green": 1}),)), WORDS, "图", ""
    )
    assert 'aria-label="创&lt;新：按时1项、严重滞后或逾期2项"' in svg
    assert "滞后</text>" not in svg, "the legend has what occurs"
