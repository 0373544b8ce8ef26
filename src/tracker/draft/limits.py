"""What no policy text has: more than this is refused before it costs time."""

import re

from tracker.draft.layout import Block
from tracker.draft.script import Script

MEASURES = 5_000  # headings and rows of tables
NUMBERS = 50_000
_NUMBER = re.compile(r"\d+")


class TooMuchError(Exception):
    """The text is no policy text; `code` and `limit` say why."""

    def __init__(self, code: str, limit: int) -> None:
        super().__init__(code)
        self.code, self.limit = code, limit


def refuse_too_much(script: Script, blocks: tuple[Block, ...]) -> None:
    """Raises TooMuchError where there are more headings or numbers than any policy text has."""
    if sum(block.mark is not None or bool(block.cells) for block in blocks) > MEASURES:
        raise TooMuchError("measures", MEASURES)
    if sum(1 for _ in _NUMBER.finditer(script.text)) > NUMBERS:
        raise TooMuchError("numbers", NUMBERS)
