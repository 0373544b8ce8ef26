"""What `tracker audit` compares between the catalogue and the policy text; `differs` names these."""

from enum import StrEnum


class ReadingCheck(StrEnum):
    """One thing that catalogue and text both say."""

    MEASURE = "measure"  # the quote stands in the text of its own measure
    OPERATOR = "operator"
    NUMBER = "number"
    UNIT = "unit"
    KIND = "kind"  # a rate of change or a rate
    BETTER = "better"  # what falls is better lower
    PERIOD = "period"
    STRENGTH = "strength"
    BASELINE = "baseline"
    OWNERS = "owners"


CHECKS_OF_TARGETS = tuple(ReadingCheck)
