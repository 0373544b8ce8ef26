"""Laws of calendars: every report owed has its one event, and no subscriber ever misses a change."""

from collections import Counter
from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st
from test_reporting_laws import CALENDARS, CATALOGUE, DAYS, books

from calendars import events_in
from support import TODAY, catalogue, target, total
from tracker.assess.workdays import Calendar
from tracker.formats import render_agenda
from tracker.model.admission import admit
from tracker.model.book import Book, Tally
from tracker.model.catalogue import Catalogue
from tracker.model.entry import Report
from tracker.report.agenda import agenda
from tracker.report.due import DueOptions, due
from tracker.report.reporting import duties_of
from tracker.report.scope import Scope, ViewOptions, scope_of
from tracker.report.view import Agenda, Event
from tracker.words import Words

MOMENT = datetime.fromisoformat("2024-11-05T09:20:00+08:00")
MOVED = catalogue(
    target(
        id="t-0",
        path="at_due",
        adjustments=[
            {"date": "2024-08-01", "target": {"at_least": "40"}, "due": "2024-10-10", "document": "某文"},
            {"date": "2024-09-15", "target": {"at_least": "30"}, "due": "2025-02-28", "document": "另文"},
        ],
    ),
    target(
        id="t-1",
        due="2024-10-31",
        adjustments=[
            {"date": "2024-11-20", "target": {"at_least": "40"}, "due": "2025-01-20", "document": "某文"}
        ],
        reporting={"cadence": "month", "grace": "5"},
    ),
    target(id="t-2", kind="share", unit="%", target={"at_least": "80"}, path="hold"),
    target(
        id="now",
        former_ids=["t-3"],
        retired={"on": "2024-10-20", "document": "某文", "reason": "并入"},
    ),
)


def look(book: Book, day: date) -> Scope:
    return scope_of(book, ViewOptions(as_of=day))


def by_key(found: Agenda) -> dict[tuple[str, ...], Event]:
    assert max(Counter(event.key for event in found.events).values(), default=1) == 1
    return {event.key: event for event in found.events}


@given(books(), DAYS, st.sampled_from(CALENDARS))
def test_every_report_that_is_owed_has_exactly_one_event(book: Book, day: date, calendar: Calendar) -> None:
    scope = look(book, day)
    everything = by_key(agenda(scope, calendar))
    view = due(scope, calendar, DueOptions(within=400))
    assert view.make_agenda is not None
    chased = view.make_agenda()
    for duty in duties_of(scope, calendar):
        which = duty.assessment.target.id
        of_target = [e for e in everything.values() if e.key[:2] == (which, "report") and e.stands]
        owed = [e for e in chased.events if e.key[:2] == (which, "report")]
        assert len(owed) == (duty.owed is not None)
        if duty.owed:
            # Behind a holiday two reports may be due on one day: the one owed is the first of them.
            assert min(of_target, key=lambda event: event.day) == owed[0]
            assert owed[0].day == duty.owed.due
        else:
            assert all(event.day > day for event in of_target)
    # What is chased is in the calendar as well, word for word.
    assert all(everything[event.key] == event for event in chased.events)
    near = view.facts["deadlines"]
    assert isinstance(near, tuple)
    assert len(chased.events) == view.total + len(near)


def book_of(measures: Catalogue, reports: list[Report]) -> Book:
    admission = admit(reports, measures, TODAY)
    tally = Tally(files=len(reports), entries=len(reports))
    return Book(measures, admission.log(measures), None, TODAY, tally)


FIGURES = st.lists(st.tuples(DAYS, st.integers(0, 3), st.integers(0, 90)), max_size=12)


@given(
    FIGURES, st.integers(0, 12), DAYS, DAYS, st.sampled_from((CATALOGUE, MOVED)), st.sampled_from(CALENDARS)
)
def test_what_was_in_a_calendar_stays_and_every_change_has_a_higher_number(
    figures: list[tuple[date, int, int]], few: int, a: date, b: date, measures: Catalogue, calendar: Calendar
) -> None:
    reports = [
        total(str(day), value, f"t-{which}", stem=f"{day}-r{n}")
        for n, (day, which, value) in enumerate(figures)
    ]
    before, after = (
        by_key(agenda(look(book_of(measures, known), day), calendar))
        for known, day in ((reports[:few], min(a, b)), (reports, max(a, b)))
    )
    for key, event in before.items():
        now = after[key]
        assert now.revision >= event.revision
        if (now.day, now.stands) != (event.day, event.stands):
            assert now.revision > event.revision


@given(books(), DAYS, st.sampled_from(CALENDARS), st.sampled_from(("zh", "en")))
def test_a_calendar_is_read_back_as_it_was_meant(
    book: Book, day: date, calendar: Calendar, language: str
) -> None:
    found = agenda(look(book, day), calendar, remind=1)
    content = render_agenda("ics", found, Words(language), MOMENT)
    assert content == render_agenda("ics", found, Words(language), MOMENT)
    lines = content.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert [line.decode().encode() for line in lines] == lines  # no character is cut
    seen = events_in(content)
    assert [(e.day, e.status == "CONFIRMED", e.sequence) for e in seen.values()] == [
        (e.day, e.stands, e.revision) for e in found.events
    ]
