"""The texts of --help: each stands in Chinese and English beside what it explains, and Typer draws them."""

import contextlib
import sys
from collections.abc import Callable, Iterable
from copy import copy
from itertools import pairwise
from typing import NoReturn, TextIO, cast

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup

from tracker.cli.session import Session
from tracker.words import LANGUAGES

# Characters that no text contains and that take no room: between the two languages of a text, and after a wide
# character where a line may be broken or may not be. rich breaks lines at whitespace alone, which _BREAK is; and
# it takes a line of so many characters for one of so many cells, which is true where each wide one is followed by
# one of these.
_BETWEEN = "\x1e"
_BREAK = "\x1f"
_NO_BREAK = "\u200b"
_FIRST_WIDE = "\u2e80"


def both(chinese: str, english: str, choices: Iterable[str] = ()) -> str:
    """A help text in both languages, as one string for Typer; `choices` are listed after either."""
    listed = ", ".join(choices)
    pair = (f"{chinese}：{listed}", f"{english}: {listed}") if listed else (chinese, english)
    return _BETWEEN.join(pair)


def examples(*lines: str) -> str:
    """What stands below a help page: command lines as a person types them."""
    shown = "\n".join(lines)
    return both(f"例：\n{shown}", f"Examples:\n{shown}")


def in_language(text: str, language: str) -> str:
    """The half of a text made by `both` that is in this language; any other text as it is."""
    return text.split(_BETWEEN)[LANGUAGES.index(language)] if _BETWEEN in text else text


def translate(command: TyperCommand | TyperGroup, language: str) -> None:
    """Leave of every text of the command the half that is in this language."""
    command.options_metavar = in_language(_OPTIONS, language)
    if isinstance(command, TyperGroup):
        command.subcommand_metavar = in_language(_COMMAND, language)
    _change(command, lambda text: in_language(text, language))


def draw(command: TyperCommand | TyperGroup, session: Session, by_typer: Callable[[], str]) -> NoReturn:
    """Write the help page that Typer draws, its lines broken where the language may be, and leave.

    rich writes while it draws: its output is caught, so that the page is written as all output is. Raises
    typer.Exit, or TrackerError where the page cannot be written.
    """
    from typer import rich_utils  # imports rich, which only a help page needs

    if sys.stdout is None:
        raise typer.Exit
    for name, text in _TITLES.items():
        setattr(rich_utils, name, in_language(text, session.words.language))
    for part in [command, *(command.commands.values() if isinstance(command, TyperGroup) else ())]:
        if isinstance(part, TyperCommand | TyperGroup):
            _change(part, _breakable)
    for argument in command.params:
        kind = getattr(argument, "type", None)  # from 0.29 on Typer writes kinds by itself, in English
        if isinstance(argument, TyperArgument) and kind and kind.name in _KINDS:
            argument.type = copy(kind)
            argument.type.name = in_language(_KINDS[kind.name], session.words.language)
    page = _Page(sys.stdout)
    with contextlib.redirect_stdout(cast("TextIO", page)):
        page.write(by_typer())
    session.write(page.text.replace(_BREAK, "").replace(_NO_BREAK, "").encode(), None)
    raise typer.Exit


class _Page:
    """Text that is caught, on a stream that says of itself what the standard output does."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.text = ""

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


def _breakable(text: str) -> str:
    """The text with the places where a line of it may be broken."""
    from tracker.formats.line_breaks import may_break

    return "".join(
        before if before < _FIRST_WIDE else f"{before}{_BREAK if may_break(before, after) else _NO_BREAK}"
        for before, after in pairwise([*text, " "])
    )


def _change(command: TyperCommand | TyperGroup, change: Callable[[str], str]) -> None:
    """Change every text of the command and of its parameters; where there is none, Typer has its own."""
    for part in (command, *command.params):
        for name in ("help", "short_help", "epilog", "rich_help_panel"):
            text = getattr(part, name, None)
            if isinstance(text, str):
                setattr(part, name, change(text))


USAGE = both("用法：", "Usage: ")
HELP = both("显示帮助", "show this help")
_OPTIONS = both("[选项]", "[OPTIONS]")
_COMMAND = both("命令 [参数]...", "COMMAND [ARGS]...")
# What an argument may be, by the name of its type, which Typer shows between < and >.
_KINDS = {"str": both("文字", "text"), "path": both("路径", "path"), "int": both("整数", "number")}
_TITLES = {
    "ARGUMENTS_PANEL_TITLE": both("参数", "Arguments"),
    "OPTIONS_PANEL_TITLE": both("选项", "Options"),
    "COMMANDS_PANEL_TITLE": both("命令", "Commands"),
    "DEFAULT_STRING": both("[默认 {}]", "[default: {}]"),
    "ENVVAR_STRING": both("[环境变量 {}]", "[env var: {}]"),
    "REQUIRED_LONG_STRING": both("[必填]", "[required]"),
}
