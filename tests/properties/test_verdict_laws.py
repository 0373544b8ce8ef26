"""Laws of verification: what is returned might as well never have been said, what is verified can stand alone."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from support import TODAY, admitted, catalogue, report, target
from tracker.assess.workdays import Weekends
from tracker.model.book import Book
from tracker.model.entry import Report
from tracker.model.log import MemoryLog
from tracker.model.supervision import Judgement
from tracker.report.answers import answers
from tracker.report.scope import ViewOptions, scope_of
from tracker.report.status import status

CATALOGUE = catalogue(target(), target(id="stock", name="总数", kind="level", target={"reach": "17"}))
DAYS = st.dates(date(2024, 7, 1), date(2024, 12, 31))


@st.composite
def reports(draw: Callable[[st.SearchStrategy[Any]], Any]) -> tuple[list[Report], list[Report]]:
    """Figures of one unit, and what another says of them."""
    figures, verdicts = [], []
    for n in range(draw(st.integers(1, 8))):
        day = draw(DAYS)
        key = draw(st.sampled_from(("total", "add")))
        line = {
            "target": draw(st.sampled_from(("firms", "stock"))),
            key: draw(st.integers(0, 30)),
            "note": f"{n}",
        }
        line["preliminary"] = draw(st.booleans())
        moment = f"{day + timedelta(days=draw(st.integers(0, 9)))}T09:{n:02}:00+08:00"
        figures.append(report(str(day), line, stem=f"{day}-r{n}", recorded=moment))
    for n in range(draw(st.integers(0, 10))):
        judged = draw(st.sampled_from(figures))
        verified = draw(st.booleans())
        day = judged.date + timedelta(days=draw(st.integers(0, 20)))
        said = {
            "statement": Judgement(f"{judged.stem}#1", verified),
            "reason": None if verified else "口径不符",
        }
        verdicts.append(
            report(str(day), said, stem=f"{day}-v{n}", recorded=f"{day}T12:{n:02}:00+08:00", by="区统计局")
        )
    return figures, verdicts


def latest(figures: list[Report], verdicts: list[Report]) -> dict[str, bool]:
    """The last word on each figure."""
    said: dict[str, bool] = {}
    for verdict in sorted(verdicts, key=lambda one: (one.known, one.stem)):
        judgement = verdict.entries[0].statement
        assert isinstance(judgement, Judgement)
        said[judgement.ref.partition("#")[0]] = judgement.verified
    return {figure.stem: said[figure.stem] for figure in figures if figure.stem in said}


def log_of(*some: Report) -> MemoryLog:
    return admitted(CATALOGUE, *some).log(CATALOGUE)


def values(log: Any) -> dict[str, list[tuple[date, Any]]]:
    return {t.id: [(p.day, p.value) for p in log.points(t.id, date.max)] for t in CATALOGUE.targets}


@given(reports())
def test_what_is_returned_might_never_have_been_said(made: tuple[list[Report], list[Report]]) -> None:
    figures, verdicts = made
    said = latest(figures, verdicts)
    standing = [figure for figure in figures if said.get(figure.stem, True)]
    assert values(log_of(*figures, *verdicts)) == values(log_of(*standing))


@given(reports(), st.none() | DAYS)
def test_verified_figures_alone_lead_to_what_all_figures_lead_to(
    made: tuple[list[Report], list[Report]], day: date | None
) -> None:
    figures, verdicts = made
    whole = log_of(*figures, *verdicts)
    log = whole.verified_only()
    if day is not None:
        whole, log = whole.known_on(day), log.known_on(day)
        figures = [one for one in figures if one.known_day <= day]
        verdicts = [one for one in verdicts if one.known_day <= day]
    said = latest(figures, verdicts)
    led_to = {one.entry.ref: one.value for one in whole.history()}
    broken = {target.id: False for target in CATALOGUE.targets}
    shown = {one.entry.ref: one.value for one in log.history()}
    assert shown.keys() == {f"{stem}#1" for stem, verified in said.items() if verified}
    for history in whole.history():
        entry, verified = history.entry, said.get(history.entry.report.stem)
        if verified is False:
            continue  # returned: it does not stand
        broken[entry.target] = not verified or (broken[entry.target] and entry.total is None)
        if verified:
            assert shown[entry.ref] == (None if broken[entry.target] else led_to[entry.ref])


@given(reports(), DAYS)
def test_the_counts_reconcile_either_way(made: tuple[list[Report], list[Report]], day: date) -> None:
    figures, verdicts = made
    book = Book(CATALOGUE, log_of(*figures, *verdicts), None, TODAY)
    for looked_at, only in ((book, False), (replace(book, log=book.log.verified_only()), True)):
        scope = scope_of(looked_at, ViewOptions(as_of=day, verified_only=only))
        view = status(scope)
        assert view.counts is not None
        assert sum(view.counts.values()) == view.total == len(view.records) == 2
        trust = answers(scope, Weekends()).trust
        kinds = Counter(getattr(record["figure_status"], "key", None) for record in view.records)
        assert (kinds["verified"], kinds["first"]) == (trust.verified, trust.preliminary)
        assert sum(kinds.values()) - kinds[None] == trust.figures
        assert not only or kinds["verified"] == trust.figures
