"""A briefing put into words: Markdown from a template, with the charts it names."""

from pathlib import Path

from tracker.formats.briefing.environment import rendered
from tracker.formats.briefing.notes import Notes
from tracker.formats.briefing.trace import Tracer
from tracker.formats.briefing.variables import variables
from tracker.formats.paper import Paper
from tracker.report.briefing import Briefing, now
from tracker.report.detail import chart
from tracker.report.log import CommitInfo
from tracker.report.values import Phrase
from tracker.report.view import Bullet, Bullets, Chart
from tracker.words import Words


def paper(
    found: Briefing,
    words: Words,
    notes: Notes,
    workspace: Path | None,
    *,
    committed: dict[str, CommitInfo],
    trace: bool = False,
) -> Paper:
    """The briefing as a paper. Raises TrackerError (usage) for a broken template of the workspace."""
    tracer = Tracer(words, committed, wanted=trace)
    charts = _charts(found)
    drawn = tuple(change for change in found.lagging if change.target.id in charts)
    given = variables(found, words, tracer, notes, drawn)
    text = rendered(f"brief.{words.language}.md", given, words, tracer, workspace)
    footnotes = tracer.notes()
    if footnotes:
        text = f"{text.rstrip()}\n\n{footnotes}"
    title = str(given["title"])
    return Paper(title, text, charts)


def _charts(found: Briefing) -> dict[str, Chart | Bullets]:
    charts: dict[str, Chart | Bullets] = {
        "bullets": Bullets(
            tuple(
                Bullet(f"{a.target.number} {a.target.name}", a.completion, a.expected_completion, a.signal)
                for a in map(now, found.items)
            ),
            Phrase("brief.charts.bullets"),
        )
    }
    for change in found.lagging:
        drawn = chart(now(change), found.scope)
        if drawn:
            charts[change.target.id] = drawn
    return charts
