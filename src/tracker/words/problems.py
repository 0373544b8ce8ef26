"""What can be wrong in a file, one code each: what is wrong (PROBLEMS) and what to do (REMEDIES)."""

from tracker.words.pairs import Pairs
from tracker.words.problems_audit import AUDIT_PROBLEMS, AUDIT_REMEDIES
from tracker.words.problems_catalogue import CATALOGUE_PROBLEMS, CATALOGUE_REMEDIES
from tracker.words.problems_files import FILE_PROBLEMS, FILE_REMEDIES
from tracker.words.problems_log import LOG_PROBLEMS, LOG_REMEDIES

PROBLEMS: Pairs = {
    f"problem.{code}": pair
    for table in (FILE_PROBLEMS, CATALOGUE_PROBLEMS, AUDIT_PROBLEMS, LOG_PROBLEMS)
    for code, pair in table.items()
}
REMEDIES: Pairs = {
    f"remedy.{code}": pair
    for table in (FILE_REMEDIES, CATALOGUE_REMEDIES, AUDIT_REMEDIES, LOG_REMEDIES)
    for code, pair in table.items()
}
