"""Who committed a report, and how far git's history tells it; how views say so."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tracker.report.values import Phrase, Record, Value, Word


class Origin(StrEnum):
    """What git tells of a file as it stands."""

    COMMITTED = "committed"  # one commit brought it with this content
    CHANGED = "changed"  # it had another content before: whose words an entry is, is not known
    EDITED = "edited"  # its content was never committed
    CUT_OFF = "cut-off"  # it is older than the history at hand (a shallow clone)


@dataclass(frozen=True, slots=True)
class CommitInfo:
    """A commit, its author, and when it was written."""

    commit: str
    author: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Attribution:
    """What is known of a file's commits: the one that brought it, or all with a part in it, oldest first."""

    origin: Origin
    commits: tuple[CommitInfo, ...] = ()

    @property
    def commit(self) -> CommitInfo | None:
        """The commit that certainly brought the content."""
        return self.commits[0] if self.origin is Origin.COMMITTED else None


Attributions = Mapping[str, Attribution]  # by the file's path in the workspace; those that were committed


def attribution_record(attribution: Attribution | None) -> Record:
    """For machines: the commit where it is certain; what is known, and all commits it may be, in any case."""
    commit = attribution.commit if attribution else None
    return {
        "committed_by": commit.author if commit else None,
        "committed": commit.when.date() if commit else None,
        "commit": commit.commit if commit else None,
        "attribution": Word("attribution", attribution.origin.value) if attribution else None,
        "commits": tuple(each.commit for each in attribution.commits) if attribution else (),
    }


def attribution_cells(attribution: Attribution | None) -> Record:
    """For people: who, when and which commit, or in place of a name what is not known."""
    if attribution is None:
        return {"committed_by": None, "committed": None, "commit_short": None}
    return {
        "committed_by": _author(attribution),
        "committed": attribution.commit.when.date() if attribution.commit else None,
        "commit_short": " → ".join(short(each) for each in attribution.commits) or None,
    }


def _author(attribution: Attribution) -> Value:
    if attribution.commit:
        return attribution.commit.author
    return Phrase(f"attribution.{attribution.origin.value}")


def trace_phrase(attribution: Attribution | None, facts: Mapping[str, object]) -> Phrase:
    """The footnote of a figure, which ends with its commit."""
    if attribution is None:
        return Phrase("trace.uncommitted", facts)
    commits = tuple(map(short, attribution.commits))
    return Phrase(f"trace.{attribution.origin.value}", {**facts, "commits": commits})


def short(commit: CommitInfo) -> str:
    """The first ten digits of a commit's name."""
    return commit.commit[:10]
