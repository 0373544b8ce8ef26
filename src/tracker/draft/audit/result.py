"""What an audit finds: the outcome of every number, of every target, of every measure."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tracker.draft.account import Mention
from tracker.draft.audit.compared import Difference
from tracker.draft.audit.said import Basis, Said
from tracker.draft.reasons import Reason
from tracker.draft.script import Span
from tracker.model.catalogue import Catalogue, Ignored, Measure, Target
from tracker.problems import Problem


class Outcome(StrEnum):
    """What became of a number of the text; every number has exactly one."""

    TARGET = "target"  # a target's number
    PART = "part"  # a target's baseline, deadline or size class
    RULE = "rule"  # not a target, by rule, with the rule's reason
    IGNORED = "ignored"  # not a target, as the catalogue says, with its reason
    OPEN = "open"  # nothing accounts for it


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the text, what became of it, and of which targets it is (a part)."""

    mention: Mention
    column: int  # of its first character, from 1
    outcome: Outcome
    targets: tuple[str, ...] = ()
    reason: Reason | None = None
    ignored: Ignored | None = None

    @property
    def order(self) -> int:
        """Where it stands in the source."""
        return self.mention.start


@dataclass(frozen=True, slots=True)
class Checked:
    """A target beside what the text says of it."""

    target: Target
    basis: Basis
    spot: Span | None  # of its quote in the source
    line: int | None
    said: Said | None
    differs: tuple[Difference, ...] = ()
    agreed: tuple[Difference, ...] = ()  # differences for which the catalogue gives a reason


@dataclass(frozen=True, slots=True)
class CheckedMeasure:
    """A measure's owners beside the text's; None where the text names none or has no such measure."""

    measure: Measure
    owners: tuple[str, ...] | None
    line: int | None
    differs: tuple[Difference, ...] = ()
    agreed: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Audit:
    """The whole audit; `problems` are what is open or differs, not yet located in their files."""

    catalogue: Catalogue
    source: str
    numbers: tuple[Number, ...]
    targets: tuple[Checked, ...]
    measures: tuple[CheckedMeasure, ...]
    problems: tuple[Problem, ...]
    words_of_time: tuple[Number, ...] = ()  # 下半年, 全年: drawn, not counted
    counts: Mapping[Outcome, int] = field(init=False)

    def __post_init__(self) -> None:
        counted = Counter(number.outcome for number in self.numbers)
        object.__setattr__(self, "counts", {outcome: counted[outcome] for outcome in Outcome})

    @property
    def accounted(self) -> int:
        """How many numbers are accounted for."""
        return len(self.numbers) - self.counts[Outcome.OPEN]

    @property
    def agreed(self) -> tuple[Difference, ...]:
        """Differences for which the catalogue gives a reason."""
        of_targets = tuple(found for one in self.targets for found in one.agreed)
        return of_targets + tuple(found for one in self.measures for found in one.agreed)
