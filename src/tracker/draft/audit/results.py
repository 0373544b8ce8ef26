"""What an audit finds: the outcome of every number, of every target, of every measure."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from tracker.draft.account import AccountEntry
from tracker.draft.audit.comparison import Difference
from tracker.draft.audit.statement import Basis, PolicyStatement
from tracker.draft.mentions import Reason
from tracker.draft.text import Span
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
class AuditedNumber:
    """A number of the text, what became of it, and of which targets it is (a part)."""

    entry: AccountEntry
    column: int  # of its first character, from 1
    outcome: Outcome
    targets: tuple[str, ...] = ()
    reason: Reason | None = None
    ignored: Ignored | None = None

    @property
    def start(self) -> int:
        """Where it stands in the original."""
        return self.entry.start


@dataclass(frozen=True, slots=True)
class AuditedTarget:
    """A target beside what the text says of it."""

    target: Target
    span: Span | None  # of its quote in the original
    line: int | None
    statement: PolicyStatement | None
    differs: tuple[Difference, ...] = ()
    agreed: tuple[Difference, ...] = ()  # differences for which the catalogue gives a reason

    @property
    def basis(self) -> Basis:
        """What it was compared with."""
        return self.statement.basis if self.statement else Basis.NONE


@dataclass(frozen=True, slots=True)
class AuditedMeasure:
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
    original: str
    numbers: tuple[AuditedNumber, ...]
    targets: tuple[AuditedTarget, ...]
    measures: tuple[AuditedMeasure, ...]
    problems: tuple[Problem, ...]
    words_of_time: tuple[AuditedNumber, ...] = ()  # 下半年, 全年: drawn, not counted

    @property
    def counts(self) -> dict[Outcome, int]:
        """How many numbers have each outcome; together they are all."""
        counts = Counter(number.outcome for number in self.numbers)
        return {outcome: counts[outcome] for outcome in Outcome}

    @property
    def accounted(self) -> int:
        """How many numbers are accounted for."""
        return len(self.numbers) - self.counts[Outcome.OPEN]

    @property
    def agreed(self) -> tuple[Difference, ...]:
        """Differences for which the catalogue gives a reason."""
        audited: tuple[AuditedTarget | AuditedMeasure, ...] = (*self.targets, *self.measures)
        return tuple(difference for one in audited for difference in one.agreed)
