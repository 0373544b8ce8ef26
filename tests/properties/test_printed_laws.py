"""Printed numbers never cross a limit, in any view and format, for any log and day."""

import re
from datetime import date
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from test_reporting_laws import DAYS, books

from support import times
from tracker.formats import FORMATS, Canvas, render
from tracker.formats.cells import text_of
from tracker.model.book import Book
from tracker.report import cells
from tracker.report.detail import detail
from tracker.report.gaps import gaps
from tracker.report.scope import ViewOptions, scope_of
from tracker.report.status import status
from tracker.words import Words

_NEGATIVE_ZERO = re.compile(r"(?<![\w.-])[-−]0(?:\.0+)?(?![\d.-])")


@settings(max_examples=times(8, 100))
@given(books(), DAYS, st.sampled_from(["zh", "en"]))
def test_what_is_not_met_or_behind_is_not_printed_otherwise(book: Book, day: date, language: str) -> None:
    words, scope = Words(language), scope_of(book, ViewOptions(as_of=day))
    for assessment in scope.everything:
        completion, lead = cells.completion(assessment), cells.lead(assessment)
        if completion is not None and completion.share != 1:
            assert text_of(completion, words) != "100.0%"
        if lead is not None:
            shown = Fraction(text_of(lead, words))
            assert (shown < 0, shown > 0) == (lead.share < 0, lead.share > 0)
            limits = scope.profile.limits(
                assessment.expected_completion or Fraction(0), rate=assessment.inputs.schedule.is_rate
            )
            for limit in {*limits} - {lead.share}:
                assert (shown < limit * 100) == (lead.share < limit)
    views = [status(scope), gaps(scope), *(detail(scope, target, {}) for target in book.catalogue.targets)]
    for view in views:
        for name in sorted(set(FORMATS) - {"xlsx", "parquet"}):
            text = render(name, view, words, Canvas()).decode()
            assert not _NEGATIVE_ZERO.search(text), (name, text)
