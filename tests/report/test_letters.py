"""Letters: which level, which items in which order, by when, and when there is nothing to say."""

from datetime import date

import pytest

from support import book, catalogue, target, total
from tracker.assess.escalation import Notice
from tracker.assess.workdays import Weekends
from tracker.model.book import Book
from tracker.problems import TrackerError
from tracker.report.notice import Letter, LetterTerms, letters, terms
from tracker.report.scope import ViewOptions, scope_of
from tracker.report.standing import now
from tracker.store.workdays import working_calendar

UNIT = "区科技局"
WEEKENDS = Weekends()


def letter(known: Book, day: str, least: Notice = Notice.BLUE) -> Letter | None:
    looked = date.fromisoformat(day)
    given = terms(looked, looked, WEEKENDS, least=least)
    return letters(scope_of(known, ViewOptions(as_of=looked)), [UNIT], given, WEEKENDS)[UNIT]


def shape(found: Letter | None) -> tuple[str, list[tuple[str, list[str]]], list[str]]:
    assert found is not None
    groups = [(g.level.value, [c.target.id for c in g.items]) for g in found.groups]
    return found.level.value, groups, [c.target.id for c in found.silent]


def test_the_level_is_that_of_the_gravest_item_and_groups_go_down_from_it() -> None:
    known = book(
        catalogue(
            target(id="over", due="2024-08-31"),
            target(id="older", due="2024-07-31"),
            target(id="again"),
            target(id="once"),
            target(id="near", due="2024-09-30", target={"at_least": "100"}),
            target(id="mute", reporting={"cadence": "month", "grace": "0"}),
            target(id="fine", target={"at_least": "10"}),
        ),
        total("2024-08-10", 1, "again"),
        total("2024-08-20", 1, "again"),
        total("2024-08-31", 1, "again"),
        total("2024-09-10", 1, "again"),
        total("2024-08-31", 30, "once"),
        total("2024-09-10", 25, "once"),
        total("2024-08-20", 39, "over"),
        total("2024-07-20", 39, "older"),
        total("2024-09-10", 97, "near"),
        total("2024-09-10", 9, "fine"),
    )
    found = letter(known, "2024-09-12")
    assert shape(found) == (
        "red",
        [("red", ["older", "over", "again"]), ("yellow", ["once"]), ("blue", ["near"])],
        ["mute"],
    )
    assert found is not None
    assert (found.led, found.count) == (7, 6)
    assert {duty.assessment.target.id for duty in found.owing} >= {"mute"}
    levels = [now(change).escalation_state.notice for group in found.groups for change in group.items]
    assert levels == [Notice.RED] * 3 + [Notice.YELLOW, Notice.BLUE]
    assert shape(letter(known, "2024-09-12", Notice.YELLOW)) == (
        "red",
        [("red", ["older", "over", "again"]), ("yellow", ["once"])],
        [],
    )
    assert shape(letter(known, "2024-09-12", Notice.RED))[1] == [("red", ["older", "over", "again"])]


def test_who_has_only_not_reported_is_reminded_and_no_more() -> None:
    known = book(catalogue(target(), target(id="other")), total("2024-07-01", 39, "other"))
    assert shape(letter(known, "2024-08-20"))[0] == "blue"
    assert letter(known, "2024-08-20", Notice.RED) is None


def test_a_target_that_is_behind_and_silent_is_one_item() -> None:
    known = book(catalogue(target()), total("2024-03-31", 1))
    found = letter(known, "2024-08-20")
    assert found is not None
    assert shape(found)[2] == []
    assert len(found.owing) == found.count == 1


def test_there_is_nothing_to_say_to_who_does_well() -> None:
    assert letter(book(catalogue(target()), total("2024-08-20", 39)), "2024-08-21") is None


def test_the_reply_is_asked_for_on_the_third_working_day() -> None:
    # 27 September 2024 is a Friday; the 29th is a Sunday that is worked on, 1 to 7 October are holidays.
    given = terms(date(2024, 9, 27), date(2024, 9, 27), working_calendar())
    assert given.reply_by == date(2024, 10, 8)
    assert given.settle_by == date(2024, 10, 8)
    plain = terms(date(2024, 9, 27), date(2024, 9, 27), WEEKENDS)
    assert plain.reply_by == date(2024, 10, 2)
    assert plain.settle_by == date(2024, 10, 4)


def test_a_day_to_reply_by_that_was_named_holds_also_for_what_is_overdue() -> None:
    given: LetterTerms = terms(date(2024, 9, 2), date(2024, 9, 1), WEEKENDS, reply_by=date(2024, 9, 21))
    assert (given.reply_by, given.settle_by) == (date(2024, 9, 21), date(2024, 9, 21))


def test_the_calendar_has_an_end() -> None:
    assert terms(date.max, date.max, WEEKENDS).reply_by == date.max


@pytest.mark.parametrize(
    ("written", "reply", "code"),
    [("2024-09-02", "2024-09-01", "notice-reply-early"), ("2024-08-31", None, "notice-date-early")],
)
def test_a_letter_is_no_older_than_its_figures_nor_younger_than_the_reply(
    written: str, reply: str | None, code: str
) -> None:
    with pytest.raises(TrackerError) as raised:
        terms(
            date.fromisoformat(written),
            date(2024, 9, 1),
            WEEKENDS,
            reply_by=date.fromisoformat(reply) if reply else None,
        )
    assert raised.value.code == code
