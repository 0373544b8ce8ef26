"""The briefing of the repository's own workspace: every count against its list and against status."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from briefings import items_of, markdown_of, parts_of, reconcile
from support import REPOSITORY, TODAY, book, catalogue, target, total
from tracker.assess.assessment import assess
from tracker.assess.changes import ChangeKind
from tracker.assess.periods import DateRange, range_of
from tracker.assess.signal import Flag, Signal
from tracker.assess.summary import summarize
from tracker.assess.workdays import Weekends
from tracker.formats.briefing.environment import filters
from tracker.formats.briefing.said import in_round_numbers
from tracker.model.book import Book
from tracker.model.catalogue import Cadence
from tracker.problems import TrackerError
from tracker.report.briefing import Briefing, BriefingRequest, briefing
from tracker.report.scope import ViewOptions, scope_of
from tracker.report.standing import LAGGING, now
from tracker.report.status import status
from tracker.report.values import Amount, Phrase, Shortfall
from tracker.store.workdays import working_calendar
from tracker.store.workspace import load
from tracker.words import Words


@pytest.fixture(scope="module")
def district() -> Book:
    return load(REPOSITORY, TODAY).book


def written(book: Book, cadence: Cadence, day: str, today: date = TODAY) -> Briefing:
    return briefing(
        book,
        BriefingRequest(span=range_of(cadence, date.fromisoformat(day)), written=today),
        working_calendar(),
    )


# Every week in which the workspace has figures, two dekads, a half-month, a month and a quarter.
PERIODS = [
    *((Cadence.WEEK, f"2024-{week}") for week in ("07-14", "07-28", "08-04", "08-25", "09-08", "09-29", "10-06", "11-03")),
    (Cadence.DEKAD, "2024-09-30"),
    (Cadence.DEKAD, "2024-08-31"),
    (Cadence.HALF_MONTH, "2024-09-15"),
    (Cadence.MONTH, "2024-10-31"),
    (Cadence.QUARTER, "2024-09-30"),
]  # fmt: skip


@pytest.mark.parametrize(("cadence", "day"), PERIODS)
def test_every_number_of_the_paper_is_that_of_its_list(cadence: Cadence, day: str, district: Book) -> None:
    found = written(district, cadence, day)
    reconcile(found, markdown_of(found))
    plain = status(scope_of(district, ViewOptions(as_of=found.span.end)))
    assert {known.signal: known.count for known in found.classes} == plain.counts
    before = summarize(assess(district, found.span.previous.end)).counts
    assert all(known.change == known.count - before[known.signal] for known in found.classes)


def test_the_week_of_a_deadline(district: Book) -> None:
    found = written(district, Cadence.WEEK, "2024-09-29")
    assert {c.target.id: (now(c).period.end - found.scope.as_of).days for c in found.near} == dict.fromkeys(
        ("resettlement-delivery", "peak-power", "flood-warning"), 1
    )
    assert Flag.DUE_SOON in now(found.near[0]).flags
    after = written(district, Cadence.WEEK, "2024-10-06")
    assert [c.target.id for c in after.turned[ChangeKind.NEWLY_OVERDUE]] == ["resettlement-delivery"]
    assert after.of(Signal.OVERDUE).count == len(after.of(Signal.OVERDUE).items) == 1


def test_what_is_silent_is_listed_as_late_or_as_waiting(district: Book) -> None:
    found = written(district, Cadence.WEEK, "2024-10-06")
    silent = {c.target.id for c in found.of(Signal.SILENT).items}
    listed = [d.assessment.target.id for d in (*found.owing, *found.waiting)]
    assert silent <= set(listed)
    assert len(listed) == len(set(listed))
    assert [d.assessment.target.id for d in found.waiting] == ["waste-transfer"]


def test_the_worst_comes_first_and_what_turned_before_the_rest(district: Book) -> None:
    found = written(district, Cadence.WEEK, "2024-10-06")
    order = [(LAGGING.index(now(c).signal), not c.signal_changed) for c in found.lagging]
    assert order == sorted(order)
    leads = [
        now(c).lead or 0 for c in found.lagging if now(c).signal is Signal.BEHIND and not c.signal_changed
    ]
    assert leads == sorted(leads)


def test_an_unfinished_period_is_told_up_to_today(district: Book) -> None:
    found = written(district, Cadence.MONTH, "2024-10-31", today=date(2024, 10, 15))
    assert found.scope.as_of == date(2024, 10, 15)
    reconcile(found, markdown_of(found))


def test_a_quiet_period_says_so_and_lists_nothing() -> None:
    firms = target(reporting={"cadence": "month", "grace": "10"})
    small = book(catalogue(firms), total("2024-08-30", 39))
    found = briefing(
        small, BriefingRequest(span=DateRange(date(2024, 9, 2), date(2024, 9, 8)), written=TODAY), Weekends()
    )
    text = markdown_of(found)
    reconcile(found, text)
    parts = parts_of(text)
    assert not found.progress
    assert "均无变化" in parts["总体情况"]
    assert {title for title in parts if not title.startswith("附件")} == {"总体情况", "本期进展"}
    assert items_of(text) == []


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [
        ("2026-01-16", "2026-01-20", "brief-future"),
        ("2024-07-01", "2024-07-31", "brief-early"),
        ("1900-01-01", "1900-01-02", "brief-early"),
    ],
)
def test_periods_of_which_there_is_nothing_to_say(start: str, end: str, code: str) -> None:
    small = book(catalogue(), total("2024-08-10", 20))
    order = BriefingRequest(span=DateRange(date.fromisoformat(start), date.fromisoformat(end)), written=TODAY)
    with pytest.raises(TrackerError) as raised:
        briefing(small, order, Weekends())
    assert raised.value.code == code


def test_no_figure_at_all() -> None:
    order = BriefingRequest(span=DateRange(date(2024, 8, 1), date(2024, 8, 2)), written=TODAY)
    with pytest.raises(TrackerError) as raised:
        briefing(book(catalogue()), order, Weekends())
    assert raised.value.code == "brief-no-figures"


@pytest.mark.parametrize(
    ("value", "worth"),
    [
        (200, False),  # ten, as in every dekad before
        (215, True),  # twenty-five
        (1000, True),  # finished
        (190, False),  # nothing moved
    ],
)
def test_what_is_worth_a_sentence(value: int, *, worth: bool) -> None:
    figures = {
        "2024-05-20": 100,
        "2024-06-20": 130,
        "2024-07-20": 160,
        "2024-08-20": 190,
        "2024-08-31": value,
    }
    reports = (total(day, figure) for day, figure in figures.items())
    found = written(
        book(catalogue(target(target={"at_least": "1000"})), *reports), Cadence.DEKAD, "2024-08-31"
    )
    assert any(group.notable for group in found.progress) == worth


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (Amount(Fraction(1426, 100), "%", up=True), "15个百分点"),
        (Amount(Fraction(441, 100), "亩", up=True), "4.5亩"),
        (Amount(Fraction(831, 10000), "亿元", up=True), "0.09亿元"),
        (Amount(Fraction(12, 10), "家", up=True), "2家"),
        (Amount(Fraction(667, 100), "%"), "6.7个百分点"),
        (Amount(Fraction(142, 10), "亩", up=True, limits=(Fraction(1425, 100),)), "14.2亩"),
        (Shortfall(Decimal("492.84"), "亩"), "492.84亩"),
        (Phrase("pace.falls", {"amount": Amount(Fraction(26, 10), "件", up=True)}), "降3件"),
    ],
)
def test_a_pace_is_told_as_a_person_would(amount: object, said: str) -> None:
    assert in_round_numbers(amount, Words("zh")) == said


def test_no_comma_between_quotations() -> None:
    row = filters(Words("zh"))["listed"]
    assert row(["“甲”", "“乙”", "“丙”"]) == "“甲”“乙”和“丙”"
    assert row(["甲", "乙", "丙"]) == "甲、乙和丙"
    assert row([f"“{n}”" for n in range(7)]) == "“0”“1”“2”等7项"
