from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.model.period import Period, iso_day, year_of
from tracker.model.quantity import rounded

YEAR = year_of(2024)
days = st.dates(date(2023, 6, 1), date(2025, 6, 30))


@pytest.mark.parametrize(
    ("day", "percent"),
    [
        # Figures as printed in public bulletins.
        (date(2024, 11, 30), "91.7"),
        (date(2024, 7, 31), "58.3"),
        (date(2024, 8, 31), "66.7"),
        (date(2024, 9, 30), "75.0"),
        (date(2024, 6, 30), "50.0"),
        (date(2024, 10, 31), "83.3"),
        (date(2024, 5, 31), "41.7"),
        (date(2024, 12, 31), "100.0"),
        (date(2023, 12, 31), "0.0"),
    ],
)
def test_elapsed_share_of_the_year_as_bulletins_print_it(day: date, percent: str) -> None:
    assert f"{rounded(YEAR.elapsed(day) * 100, 1):f}" == percent


def test_between_month_ends_the_month_counts_by_day() -> None:
    assert YEAR.elapsed(date(2024, 8, 10)) == (7 + Fraction(10, 31)) / 12
    assert YEAR.elapsed(date(2024, 2, 29)) == Fraction(2, 12)


def test_the_second_half_year_starts_at_zero() -> None:
    half = Period(date(2024, 7, 1), date(2024, 12, 31))
    assert half.elapsed(date(2024, 6, 30)) == 0
    assert half.elapsed(date(2024, 9, 30)) == Fraction(1, 2)
    assert half.months == 6
    assert half.months_left(date(2024, 10, 31)) == 2
    assert half.months_left(date(2024, 1, 1)) == 6
    assert half.months_left(date(2025, 3, 1)) == 0


@given(days, st.integers(1, 400))
def test_elapsed_never_goes_back_and_stays_within_one(day: date, step: int) -> None:
    later = day + timedelta(days=step)
    assert 0 <= YEAR.elapsed(day) <= YEAR.elapsed(later) <= 1


@given(days)
def test_elapsed_and_left_make_the_whole(day: date) -> None:
    inside = min(max(day, YEAR.start), YEAR.end)
    assert YEAR.elapsed(inside) * YEAR.months + YEAR.months_left(inside) == YEAR.months


@pytest.mark.parametrize("text", ["2024-8-10", "20240810", "2024-08-32", "2024-08-10T00:00", " 2024-08-10"])
def test_files_hold_days_in_one_form_only(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the caller adds the sentence
        iso_day(text)
