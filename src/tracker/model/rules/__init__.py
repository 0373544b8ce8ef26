"""The checks: each is a plain function, listed in one tuple by what it looks at.

CATALOGUE_RULES: Catalogue -> Problems; one of them stops the run.
BOOK_RULES: Book -> Problems; reported, and `check` fails, but the figures stand.
LINE_RULES: one line of a report -> Problem or None; the line is left out of the sums.
TARGET_RULES: all that was reported of one target -> Problems; each says whether the entry still counts.
"""

from tracker.model.rules.catalogue import CATALOGUE_RULES
from tracker.model.rules.lines import LINE_RULES
from tracker.model.rules.quotes import BOOK_RULES
from tracker.model.rules.reports import TARGET_RULES

__all__ = ["BOOK_RULES", "CATALOGUE_RULES", "LINE_RULES", "TARGET_RULES"]
