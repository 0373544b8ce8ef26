"""When a target is back on schedule: the few days looked at say the same as every day would."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from support import admitted, catalogue, target, total
from tracker.assess.escalation import signal_on
from tracker.assess.promise import BACK, back_on_schedule
from tracker.model.profile import PROFILES, Profile

START = date(2024, 6, 1)
DAYS = st.integers(0, 240).map(lambda n: START + timedelta(days=n))
TARGETS = (
    target(),
    target(kind="level", target={"at_most": "40"}, baseline="60", unit="家"),
    target(kind="share", target={"at_least": "80"}, baseline="20"),
    target(kind="growth", target={"at_least": "40"}),
    target(path={"points": {"2024-06-30": "5", "2024-09-30": "35"}}),
    target(from_="2024-07-01", due="2024-09-30"),
    target(
        adjustments=[
            {"date": "2024-08-01", "target": {"at_least": "20"}, "document": "甲"},
            {"date": "2024-10-01", "target": {"at_least": "30"}, "due": "2025-01-15", "document": "乙"},
        ]
    ),
)


@given(
    st.sampled_from(TARGETS),
    st.lists(st.tuples(DAYS, st.integers(0, 70)), max_size=6),
    DAYS,
    DAYS,
    st.sampled_from(tuple(PROFILES.values())),
)
def test_no_day_is_overlooked(
    keys: dict[str, Any], figures: list[tuple[date, int]], one: date, two: date, profile: Profile
) -> None:
    book = catalogue(keys)
    (shown,) = book.targets
    reports = [
        total(day.isoformat(), value, recorded=f"{day}T{n:02}:00:00+08:00")
        for n, (day, value) in enumerate(figures)
    ]
    points = admitted(book, *reports).log(book).points("firms", date.max)
    since, until = min(one, two), max(one, two)
    every = (since + timedelta(days=n) for n in range((until - since).days + 1))
    first = next((day for day in every if signal_on(shown, points, day, profile) in BACK), None)
    assert back_on_schedule(shown, points, since, until, profile) == first
