"""A letter to a lead unit put into words: Markdown from a template."""

from itertools import count
from pathlib import Path

from tracker.assess.changes import TargetChange
from tracker.assess.escalation import Notice
from tracker.assess.signal import Signal
from tracker.formats.briefing.environment import rendered
from tracker.formats.briefing.item import Item
from tracker.formats.briefing.phrasing import filters
from tracker.formats.briefing.trace import Tracer
from tracker.formats.briefing.variables import owing
from tracker.formats.paper import Paper
from tracker.report.briefing import now
from tracker.report.notice import Letter, LetterGroup
from tracker.words import Words


def letter_paper(found: Letter, words: Words, workspace: Path | None) -> Paper:
    """The letter as a paper. Raises TrackerError (usage) for a broken template of the workspace."""
    tracer = Tracer(words, {}, wanted=False)
    given = letter_variables(found, words, tracer)
    text = rendered(f"notice.{words.language}.md", given, words, tracer, workspace)
    return Paper(str(given["heading"]), text)


def letter_variables(found: Letter, words: Words, tracer: Tracer) -> dict[str, object]:
    """Everything the template of a letter can name; docs/commands/notice.md lists it."""
    catalogue, day = found.scope.book.catalogue, found.scope.as_of
    late = {duty.assessment.target.id: owing(duty, catalogue.year, words) for duty in found.owing}
    numbers = count(1)

    def row(change: TargetChange) -> dict[str, object]:
        item = Item(change, day, words, tracer)
        return {"n": next(numbers), "item": item, "owed": late.get(item.id)}

    return {
        "title": catalogue.title,
        "year": catalogue.year,
        "notice": catalogue.notice,
        "heading": heading(found, words),
        "level": found.level.value,
        "to": found.unit,
        "unit": found.terms.issuer,
        "written": found.terms.written,
        "as_of": day,
        "reply_by": found.terms.reply_by,
        "settle_by": found.terms.settle_by,
        "led": found.led,
        "total": found.count,
        "groups": [
            {
                "level": group.level.value,
                "rows": [row(change) for change in group.items],
                "overdue": sum(map(_overdue, group.items)),  # they come first
            }
            for group in found.groups
        ],
        # What stands in a group already is asked for there.
        "silent": [row(change) for change in found.silent],
    }


def heading(found: Letter, words: Words) -> str:
    """What the letter is called: after its gravest items, by name where there is one only."""
    if not found.groups:
        items, key = found.silent, "silent"
    else:
        items, key = found.groups[0].items, _matter(found.groups[0])
    name = filters(words)["quoted"](items[0].target.name)
    subject = str(name) if len(items) == 1 else words("notice.subject", {"count": len(items)})
    return words(f"notice.heading.{key}", {"subject": subject})


def _matter(group: LetterGroup) -> str:
    if group.level is not Notice.RED:
        return group.level.value
    overdue = list(map(_overdue, group.items))
    return "overdue" if all(overdue) else "both" if any(overdue) else "repeated"


def _overdue(change: TargetChange) -> bool:
    return now(change).signal is Signal.OVERDUE
