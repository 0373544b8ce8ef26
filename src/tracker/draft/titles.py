"""The title of a text."""

import re
from collections.abc import Sequence

from tracker.draft.headings import Style
from tracker.draft.layout import Block
from tracker.draft.script import Script

_TITLE = re.compile(
    r"(?:意见|通知|方案|措施|规划|计划|要点|办法|条例|报告|清单|决定|行动|政策|任务|目标|分工|安排|工程|纲要|规定|细则|举措)(?:（[^（）]*）)?$"
)
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
    good = [words for words in head if _TITLE.search(words) and "。" not in words and len(words) <= 80]  # noqa: PLR2004 - two lines
    return (good or head or [""])[0].strip("。*_#")[:120]
