"""The commands by name: each is imported when it is asked for, so that no command pays for another.

A new command is a file in cli/ with a function of its name, and a line here.
"""

from importlib import import_module
from keyword import iskeyword
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

COMMANDS = (
    *("status", "show", "gaps", "owners", "due", "profiles"),
    *("diff", "brief", "notice", "digest"),
    *("record", "void", "log", "form", "import"),
    *("draft", "check", "audit", "init", "schema"),
)


def _help_page(command: Any, ctx: Any) -> str:  # noqa: ANN401 - Typer's own classes are not public
    page: str = import_module("tracker.cli.help").help_page(command, ctx)
    return page


class LocalCommand(TyperCommand):
    """A command whose help is in the user's language."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401 - Typer's own context is not public
        """The help page of this command."""
        return _help_page(self, ctx)


class LazyGroup(TyperGroup):
    """The program itself: knows its commands by name, and imports the one that is run."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401 - Typer's own context is not public
        """The help page of the program."""
        return _help_page(self, ctx)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - Typer's own context is not public
        """All commands, in the order of the manual."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002 - see above
        """The command of this name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in self.commands:
            alone = typer.Typer(add_completion=False, rich_markup_mode=None)
            module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name  # import_
            function = getattr(import_module(f"tracker.cli.{module}"), module)
            alone.command(cmd_name, cls=LocalCommand)(function)
            self.commands[cmd_name] = typer.main.get_command(alone)
        return self.commands[cmd_name]
