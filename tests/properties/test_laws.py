"""Laws that hold for any catalogue, any log and any day."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from support import TODAY, catalogue, report, target
from tracker.assess.assessment import Assessment, assess
from tracker.assess.signal import Signal
from tracker.assess.summary import summarize
from tracker.model.admission import admit
from tracker.model.book import Book
from tracker.model.catalogue import Catalogue
from tracker.model.entry import Report
from tracker.model.profile import PROFILES

KINDS: tuple[dict[str, Any], ...] = (
    {"target": {"at_least": "40"}},
    {"target": {"more_than": "38"}, "from_": "2024-07-01"},
    {"target": {"between": ["3", "5"]}, "unit": "项"},
    {"kind": "level", "target": {"reach": "17"}, "baseline": "5"},
    {"kind": "level", "target": {"more_than": "38"}},
    {"kind": "share", "target": {"at_least": "80"}, "baseline": "20"},
    {"kind": "growth", "target": {"about": "-4", "tolerance": "0.5", "better": "lower"}},
    {"kind": "growth", "target": {"at_least": "15"}},
    {"kind": "milestone", "target": {"done_by": "2024-09-30"}},
    {"unit": "亿元", "target": {"at_most": "3.5"}},
    {"target": {"reach": "40"}, "path": {"points": {"2024-06-30": "8"}}},
)
CATALOGUE = catalogue(*(target(id=f"t-{n}", **keys) for n, keys in enumerate(KINDS)))
DAYS = st.dates(date(2024, 7, 1), date(2025, 2, 28))


@st.composite
def logs(draw: Callable[[st.SearchStrategy[Any]], Any]) -> list[Report]:
    reports: list[Report] = []
    for n in range(draw(st.integers(0, 12))):
        day = draw(DAYS)
        lag = draw(st.integers(0, 40))
        moment = f"{day + timedelta(days=lag)}T{draw(st.integers(8, 18)):02d}:00:00+08:00"
        lines = [
            {"target": f"t-{which}", "total": draw(st.integers(0, 100))}
            for which in draw(st.lists(st.integers(0, len(KINDS) - 1), min_size=1, max_size=4, unique=True))
        ]
        told = replace(
            report(str(day), *lines, stem=f"{day}-r{n}", recorded=moment), source=f"{n}"
        )  # no copies
        reports.append(told)
    if reports and draw(st.booleans()):
        wrong = reports[draw(st.integers(0, len(reports) - 1))]
        reports.append(report(str(wrong.date), {"void": wrong.stem, "reason": "错"}, stem=f"{wrong.date}-v"))
    return reports


def book_of(reports: list[Report], catalogue: Catalogue = CATALOGUE) -> Book:
    admission = admit(reports, catalogue, TODAY)
    assert not admission.entries_left_out
    return Book(catalogue, admission.log(catalogue), None, TODAY)


def seen(assessments: tuple[Assessment, ...]) -> list[tuple[object, ...]]:
    return [
        (a.target.id, a.actual, a.lead, a.gap, a.signal, a.flags, a.forecast, a.buffer) for a in assessments
    ]


@given(logs(), DAYS, st.sampled_from(sorted(PROFILES)))
def test_every_target_has_one_signal_and_the_counts_add_up(
    log: list[Report], day: date, profile: str
) -> None:
    found = assess(book_of(log), day, profile=PROFILES[profile])
    summary = summarize(found)
    assert list(summary.counts) == list(Signal)
    assert sum(summary.counts.values()) == summary.total == len(KINDS)


@given(logs(), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_files_never_matters(log: list[Report], day: date, chance: random.Random) -> None:
    shuffled = log[:]
    chance.shuffle(shuffled)
    assert seen(assess(book_of(shuffled), day)) == seen(assess(book_of(log), day))


@given(logs(), DAYS, DAYS, st.integers(0, len(KINDS) - 1))
def test_another_report_never_changes_another_target(
    log: list[Report], day: date, when: date, which: int
) -> None:
    more = report(str(when), {"target": f"t-{which}", "total": 7}, stem=f"{when}-more")
    before = {a.target.id: a for a in assess(book_of(log), day)}
    after = {a.target.id: a for a in assess(book_of([*log, more]), day)}
    others = [target_id for target_id in before if target_id != f"t-{which}"]
    assert seen(tuple(after[i] for i in others)) == seen(tuple(before[i] for i in others))


@given(logs(), DAYS, DAYS)
def test_known_on_reproduces_the_past_exactly(log: list[Report], day: date, known: date) -> None:
    then = [r for r in log if r.known.date() <= known]
    present = {r.stem for r in then}
    kept = [r for r in then if all(line.void is None or line.void in present for line in r.entries)]
    assert seen(assess(book_of(log), day, known_on=known)) == seen(assess(book_of(kept), day))


@given(logs(), DAYS)
def test_nothing_after_the_day_matters_but_corrections(log: list[Report], day: date) -> None:
    voids = {line.void for r in log for line in r.entries}
    kept = [r for r in log if r.date <= day or any(line.void for line in r.entries) or r.stem in voids]
    assert seen(assess(book_of(log), day)) == seen(assess(book_of(kept), day))


@given(logs(), DAYS)
def test_the_numbers_of_one_assessment_agree(log: list[Report], day: date) -> None:
    for found in assess(book_of(log), day):
        assert found.gap is None or found.gap >= 0
        assert found.met == (found.actual is not None and found.goal.met_by(found.actual))
        assert not found.met or found.gap == 0
        assert found.latest is None or found.latest.day <= day
        assert found.judged_on <= day
        if found.signal is Signal.DONE:
            assert found.met
        if found.signal is Signal.OVERDUE:
            assert day > found.period.end
        if found.forecast:
            assert found.forecast.low <= found.forecast.value <= found.forecast.high
        if found.buffer:
            assert found.lead is None or found.judged_on != day or found.lead >= 0


@given(st.integers(0, 500), DAYS)
def test_more_is_never_worse_for_what_counts_up(value: int, day: date) -> None:
    severity = [Signal.DONE, Signal.ON_TRACK, Signal.BEHIND, Signal.FAR_BEHIND, Signal.OVERDUE]

    def signal(actual: int) -> Signal:
        line = {"target": "t-0", "total": Decimal(actual)}
        return assess(book_of([report(str(day), line, stem=f"{day}-x")]), day)[0].signal

    assert severity.index(signal(value + 1)) <= severity.index(signal(value))


@given(logs(), DAYS)
def test_a_stricter_rule_never_turns_anything_greener(log: list[Report], day: date) -> None:
    severity = [Signal.DONE, Signal.ON_TRACK, Signal.BEHIND, Signal.FAR_BEHIND]
    strict = assess(book_of(log), day, profile=PROFILES["strict"])
    default = assess(book_of(log), day, profile=PROFILES["default"])
    for harsh, mild in zip(strict, default, strict=True):
        if mild.signal in severity:
            assert severity.index(harsh.signal) >= severity.index(mild.signal)
        else:
            assert harsh.signal is mild.signal
        assert harsh.escalation_state.periods >= mild.escalation_state.periods
        assert replace(harsh, signal=mild.signal, reason=mild.reason) == mild
        assert (harsh.gap, harsh.pace, harsh.forecast) == (mild.gap, mild.pace, mild.forecast)
