"""An analyst's own paragraphs, woven into the briefing: notes/2024-W36.md."""

import re
from dataclasses import dataclass, field

from markupsafe import Markup

from tracker.words import LANGUAGES, Words

_HEADING = re.compile(r"^#{1,6}[ \t]+(?P<title>.+?)[ \t#]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Notes:
    """Markdown as it was written: what goes into the overview, into the next steps, and further parts."""

    overview: Markup = field(default_factory=Markup)
    next: Markup = field(default_factory=Markup)
    others: tuple[tuple[str, Markup], ...] = ()


def notes_of(text: str) -> Notes:
    """What stands before the first heading and under 综述 is the overview, 下步打算 the next steps.

    Both headings may be in either language; any other begins a part of its own.
    """
    first, *rest = _HEADING.split(text)
    overview, following = [first], [""]
    others: list[tuple[str, Markup]] = []
    for title, body in zip(rest[::2], rest[1::2], strict=True):
        if title.strip().casefold() in _named("overview"):
            overview.append(body)
        elif title.strip().casefold() in _named("next"):
            following.append(body)
        else:
            others.append((title.strip(), _markdown(body)))
    return Notes(_markdown("\n".join(overview)), _markdown("\n".join(following)), tuple(others))


def _named(part: str) -> set[str]:
    return {Words(language)(f"note.{part}").casefold() for language in LANGUAGES}


def _markdown(text: str) -> Markup:
    return Markup(text.strip("\n"))  # noqa: S704 - an analyst's own Markdown
