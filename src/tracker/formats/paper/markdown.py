"""A paper as Markdown that every reader knows: without containers and charts."""

import re
from collections.abc import Iterable, Iterator

from tracker.formats.paper import Paper
from tracker.formats.paper.reading import chart_alone, parser
from tracker.words import Words

_LINE_END = re.compile(r"\r\n?|\n")
_CLOSING = re.compile(r"\s*:{3,}\s*")
_LINE_BREAK = "  "
# A new page of which only headings are left.
_BARE = re.compile(r"\n---\n+(?:#{1,6} [^\n]*\n+)+(?=---\n|\[\^|\Z)")


def render(paper: Paper, _words: Words) -> str:
    """The paper's Markdown; lines of a container stay lines."""
    lines = _LINE_END.split(paper.markdown)
    verbatim: set[int] = set()  # lines of code, which stand as they are
    inside = 0
    tokens = parser().parse("\n".join(lines))
    for token, following in zip(tokens, [*tokens[1:], None], strict=False):
        begin, end = token.map or (0, 0)
        inside += token.nesting if token.type.startswith("container_") else 0
        if token.type.startswith("container_") and token.nesting > 0:
            lines[begin] = ""
            if end < len(lines) and _CLOSING.fullmatch(lines[end]):
                lines[end] = ""
        elif token.type == "paragraph_open" and following and chart_alone(following):
            lines[begin:end] = [""] * (end - begin)
        elif token.type == "paragraph_open" and inside:
            lines[begin : end - 1] = [line.rstrip() + _LINE_BREAK for line in lines[begin : end - 1]]
        elif token.type in {"fence", "code_block"}:
            verbatim.update(range(begin, end))
    text = "\n".join(_single_spaced(lines, verbatim)) + "\n"
    return text if verbatim else _BARE.sub("\n", text)


def _single_spaced(lines: Iterable[str], verbatim: set[int]) -> Iterator[str]:
    """No two empty lines together outside code, and none at the beginning or the end."""
    empty, begun = False, False
    for at, line in enumerate(lines):
        if not line.strip() and at not in verbatim:
            empty = begun
            continue
        if empty:
            yield ""
        yield line
        empty, begun = False, True
