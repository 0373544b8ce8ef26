"""What can be wrong in a file, one code each: what is wrong, and what to do."""

from tracker.words.pairs import Pairs
from tracker.words.problems_audit import AUDIT_PROBLEMS, AUDIT_REMEDIES
from tracker.words.problems_catalogue import CATALOGUE_PROBLEMS, CATALOGUE_REMEDIES
from tracker.words.problems_files import FILE_PROBLEMS, FILE_REMEDIES
from tracker.words.problems_log import LOG_PROBLEMS, LOG_REMEDIES

_PROBLEMS = (FILE_PROBLEMS, CATALOGUE_PROBLEMS, AUDIT_PROBLEMS, LOG_PROBLEMS)
_REMEDIES = (FILE_REMEDIES, CATALOGUE_REMEDIES, AUDIT_REMEDIES, LOG_REMEDIES)
PROBLEMS: Pairs = {
    f"{sort}.{code}": pair
    for sort, tables in (("problem", _PROBLEMS), ("remedy", _REMEDIES))
    for table in tables
    for code, pair in table.items()
}
