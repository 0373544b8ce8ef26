"""Briefings and letters put into words: Markdown from a template, with the charts it names."""

from collections.abc import Callable, Iterable
from itertools import count
from pathlib import Path

from tracker.assess.changes import TargetChange
from tracker.assess.escalation import Notice
from tracker.assess.signal import Signal
from tracker.formats.briefing.environment import filters, own_templates, rendered
from tracker.formats.briefing.glance import stacks
from tracker.formats.briefing.item import Item
from tracker.formats.briefing.trace import Tracer
from tracker.formats.briefing.variables import CHARTS, Notes, owing, variables
from tracker.formats.paper import Paper
from tracker.report.answers import CLASSES, WORST
from tracker.report.attribution import Attributions
from tracker.report.briefing import Briefing
from tracker.report.cells import completion, expected
from tracker.report.detail import chart
from tracker.report.notice import Letter, LetterGroup
from tracker.report.standing import now
from tracker.report.values import Phrase
from tracker.report.view import Bullet, Bullets, Picture
from tracker.words import Words


def paper(
    briefing: Briefing,
    words: Words,
    notes: Notes,
    workspace: Path | None,
    *,
    attributions: Attributions,
    trace: bool = False,
    seal: Callable[[], str] = str,
    short: bool = False,
    charts: str = CHARTS[0],
) -> Paper:
    """The briefing as a paper, the whole of it or one page; `seal` is asked for where it prints a seal.

    Raises TrackerError (usage) for a broken template of the workspace.
    """
    tracer = Tracer(words, attributions, wanted=trace, catalogue=briefing.scope.book.catalogue.file)
    pictures = _pictures(briefing)
    drawn = tuple(change for change in briefing.lagging if change.target.id in pictures)
    facts = variables(briefing, words, tracer, notes, drawn, charts, seal)
    name = f"{'brief-short' if short else 'brief'}.{words.language}.md"
    text = rendered(name, facts, words, tracer, workspace)
    own = own_templates(workspace) or notes.file
    return Paper(str(facts["title"]), text, pictures, workspace, own)


def _pictures(briefing: Briefing) -> dict[str, Picture]:
    """Every chart that a template can name; only those that it names are drawn."""
    red = [change for change in briefing.lagging if now(change).signal in CLASSES["red"]]
    pictures: dict[str, Picture] = {
        "bullets": _bullets(briefing.items),
        "sections": stacks(briefing.answers, briefing.scope.book.catalogue),
    }
    if red:
        pictures["reds"] = _bullets(red[:WORST], numbered=False)
    for change in briefing.lagging:
        drawn = chart(now(change), briefing.scope)
        if drawn:
            pictures[change.target.id] = drawn
    return pictures


def _bullets(changes: Iterable[TargetChange], *, numbered: bool = True) -> Bullets:
    return Bullets(
        tuple(
            Bullet(
                f"{a.target.number} {a.target.name}" if numbered else a.target.name,
                completion(a),
                expected(a),
                a.signal,
            )
            for a in map(now, changes)
        ),
        Phrase("brief.charts.bullets"),
    )


def letter_paper(letter: Letter, words: Words, workspace: Path | None) -> Paper:
    """The letter as a paper. Raises TrackerError (usage) for a broken template of the workspace."""
    tracer = Tracer(words, {}, wanted=False)
    facts = letter_variables(letter, words, tracer)
    name = f"notice.{words.language}.md"
    text = rendered(name, facts, words, tracer, workspace)
    return Paper(str(facts["heading"]), text, workspace=workspace, own=own_templates(workspace))


def letter_variables(letter: Letter, words: Words, tracer: Tracer) -> dict[str, object]:
    """Everything the template of a letter can name; docs/commands/notice.md lists it."""
    catalogue, day = letter.scope.book.catalogue, letter.scope.as_of
    late = {duty.assessment.target.id: owing(duty, catalogue.year, words) for duty in letter.owing}
    numbers = count(1)

    def row(change: TargetChange) -> dict[str, object]:
        item = Item(change, day, words, tracer)
        return {"n": next(numbers), "item": item, "owed": late.get(item.id)}

    return {
        "title": catalogue.title,
        "year": catalogue.year,
        "notice": catalogue.notice,
        "verified_only": words("head.verified-only") if letter.scope.verified_only else "",
        "heading": heading(letter, words),
        "level": letter.level.value,
        "to": letter.unit,
        "unit": letter.terms.issuer,
        "written": letter.terms.written,
        "as_of": day,
        "reply_by": letter.terms.reply_by,
        "settle_by": letter.terms.settle_by,
        "led": letter.led,
        "total": letter.count,
        "accepted": letter.accepted,
        "groups": [
            {
                "level": group.level.value,
                "rows": [row(change) for change in group.items],
                "overdue": sum(map(_overdue, group.items)),  # they come first
            }
            for group in letter.groups
        ],
        # What stands in a group already is asked for there.
        "silent": [row(change) for change in letter.silent],
    }


def heading(letter: Letter, words: Words) -> str:
    """What the letter is called: after its gravest items, by name where there is one only."""
    if not letter.groups:
        items, key = letter.silent, "silent"
    else:
        items, key = letter.groups[0].items, _matter(letter.groups[0])
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
