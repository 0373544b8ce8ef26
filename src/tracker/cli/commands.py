"""The commands by name: each is imported when it is asked for, so that no command pays for another.

A new command is a file in cli/ with a function of its name, and a line here.
"""

from collections.abc import Callable
from importlib import import_module
from keyword import iskeyword

from tracker.cli.grammar import GRAMMAR, PARAMETERS
from tracker.cli.parameters import Parameter

COMMANDS = (
    *("status", "show", "gaps", "owners", "due", "profiles"),
    *("diff", "brief", "notice", "digest"),
    *("record", "void", "log", "form", "import"),
    *("draft", "check", "audit", "init", "schema"),
)


def parameters(command: str) -> tuple[Parameter, ...]:
    """The parameters of a command; none where there is no such command. Those of the program are `""`."""
    return tuple(PARAMETERS[key] for key in GRAMMAR.get(command, "").split())


def command_named(name: str) -> Callable[..., None]:
    """The command's function: it takes the session and its parameters by name."""
    module = f"{name}_" if iskeyword(name) else name  # import_
    function: Callable[..., None] = getattr(import_module(f"tracker.cli.{module}"), module)
    return function
