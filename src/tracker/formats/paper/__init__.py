"""Documents for people who do not work in a terminal: one Markdown text, rendered as text, page or Word file.

The Markdown is CommonMark with pipe tables and footnotes (`[^1]`), and these conventions:

- one `#` title; what stands before the first `##` is the head of the paper;
- `![name](chart:KEY)` alone in a paragraph is the chart called KEY; a format that cannot draw leaves it out;
- `::: right` ... `:::` sets paragraphs flush right (署名, 日期), `::: center` in the middle,
  `::: small` in the letters of notes;
- `---` begins a new page.

Each format is a module with `render(paper, words) -> str | bytes`, imported when it is asked for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from tracker.formats.limits import bounded
from tracker.report.view import Picture
from tracker.words import Words

PAPERS = {
    "text": "tracker.formats.paper.text",
    "markdown": "tracker.formats.paper.markdown",
    "html": "tracker.formats.paper.html",
    "docx": "tracker.formats.paper.docx",
}


@dataclass(frozen=True, slots=True)
class Paper:
    """A document: its title, its Markdown, and the charts that the Markdown names.

    `workspace` is the folder whose `templates/` may hold a Word template of its own. `own` names the file of
    the workspace that has a say in the text: it is rendered within bounds.
    """

    title: str
    markdown: str
    charts: Mapping[str, Picture] = field(default_factory=dict)
    workspace: Path | None = None
    own: str | None = None


def render(name: str, paper: Paper, words: Words) -> bytes:
    """The paper in the format called `name`, ready to be written.

    Raises ModuleNotFoundError where the format needs an extra that is not installed, TrackerError (usage)
    where a text of the workspace's own takes too much.
    """

    def work() -> bytes:
        produced: str | bytes = import_module(PAPERS[name]).render(paper, words)
        return produced.encode() if isinstance(produced, str) else produced

    return work() if paper.own is None else bounded(work, paper.own)
