"""The text of a file: UTF-8 and nothing else, and where in it something stands."""

import re

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


class YamlError(Exception):
    """The text is not of the subset; `code` and `facts` as in a Problem, line and column from 1."""

    def __init__(self, code: str, line: int, column: int, /, **facts: object) -> None:
        super().__init__(code)
        self.code, self.line, self.column, self.facts = code, line, column, facts


def decode(raw: bytes) -> str:
    """The text of a file; YamlError where it is not UTF-8 or holds NUL. A byte order mark is dropped."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", "replace")
        line, column = line_column(before, len(before))
        code = "gbk" if _is_gbk(raw) else "not-utf8"
        raise YamlError(code, line, column, byte=f"0x{raw[error.start]:02X}") from None
    if (at := text.find("\0")) >= 0:
        raise YamlError("nul", *line_column(text, at))
    return text


def lines_of(text: str) -> list[str]:
    """The lines of a text as libyaml counts them."""
    return _BREAK.split(text)


def line_column(text: str, at: int) -> tuple[int, int]:
    """Line and column, from 1, of a place in a text."""
    before = lines_of(text[:at])
    return len(before), len(before[-1]) + 1


def _is_gbk(raw: bytes) -> bool:
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True
