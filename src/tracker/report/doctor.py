"""What of its surroundings the program has, what it lacks, and how to get that."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tracker.report.values import Phrase, Record, Word
from tracker.report.view import Column, Level, Row, Table, View

COLUMNS = (Column("item"), Column("state"), Column("detail", wraps=True), Column("what_to_do", wraps=True))


class State(StrEnum):
    """How it is with one thing."""

    FINE = "fine"
    MISSING = "missing"  # something works less well, or not at all, without it
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `facts` fill in its sentences, `doctor.<item>.<state>` and `….todo`."""

    item: str
    state: State
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def detail(self) -> Phrase:
        """What was found."""
        return Phrase(f"doctor.{self.item}.{self.state}", self.facts)

    @property
    def what_to_do(self) -> Phrase | None:
        """How to get what is missing, or put right what is wrong."""
        fine = self.state is State.FINE
        return None if fine else Phrase(f"doctor.{self.item}.{self.state}.todo", self.facts)


def doctor(findings: Iterable[Finding], title: str) -> View:
    """The list of what was looked at, what needs doing first."""
    everything = tuple(findings)
    left = sum(finding.state is not State.FINE for finding in everything)
    return View(
        name="doctor",
        title=title,
        head=(Phrase("doctor.left" if left else "doctor.well", {"count": left}),),
        counts=None,
        total=len(everything),
        blocks=(Table(COLUMNS, tuple(Row(Level.ITEM, cells=_cells(finding)) for finding in everything)),),
        foot=(),
        facts={},
        items="findings",
        make_records=lambda: tuple(map(_cells, everything)),
    )


def _cells(finding: Finding) -> Record:
    return {
        "item": Word("doctor", finding.item),
        "state": Word("doctor_state", finding.state.value),
        "detail": finding.detail,
        "what_to_do": finding.what_to_do or "",
    }
