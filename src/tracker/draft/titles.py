"""The title of a text."""

import re
from collections.abc import Sequence

from tracker.draft.headings import Style, is_title
from tracker.draft.layout import Block
from tracker.draft.script import Script

_LONGEST = 120
# 关于印发《…》的通知: what it announces is the title.
_ANNOUNCED = re.compile(r"(?:印发|发布|转发|公布)《([^《》]+)》")
_NOTE = re.compile(r"（[^（）]*）")


def title_of(script: Script, blocks: Sequence[Block]) -> str:
    """The title of the text: the first line that ends as such titles do, else the first line."""
    head: list[str] = []
    for block in blocks[:12]:
        words = script.text[block.body : block.end]
        if block.mark and block.mark.style is not Style.HASH:
            break
        if not _NOTE.fullmatch(words):
            head.append(words)
    good = [words for words in head if is_title(words)]
    first = [script.text[block.body : block.end] for block in blocks[:1]]
    title = (good or head or first or [""])[0].strip("。*_#")[:_LONGEST]
    announced = _ANNOUNCED.search(title)
    return announced[1] if announced else title
