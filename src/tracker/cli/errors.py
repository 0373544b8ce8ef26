"""Typer's complaints about the command line, in the user's language."""

from typing import Any

import typer

from tracker.cli.commands import COMMANDS
from tracker.problems import nearest
from tracker.words import Words


def usage_sentence(error: typer.TyperException, words: Words) -> str:
    """What is wrong with the command line, the nearest candidates, and where to read on."""
    hint = _hint(error, words)
    return " ".join(part for part in (_what(error, words), hint) if part)


def _what(error: Any, words: Words) -> str:  # noqa: ANN401 - Typer's own classes are not public
    message = str(getattr(error, "message", error))
    parameter = _parameter(error)
    match type(error).__name__:
        case "NoSuchOption":
            said = words("error.no-such-option", {"name": error.option_name})
            near = tuple(error.possibilities or ())
            return f"{said} {words('error.near', {'near': near})}" if near else said
        case "MissingParameter":
            return words("error.missing-parameter", {"name": parameter})
        case "BadOptionUsage":
            return words("error.option-value", {"name": error.option_name})
        case "BadParameter":
            return words("error.bad-parameter", {"name": parameter, "message": message})
    if message.startswith("No such command"):
        name = message.split("'")[1]
        said = words("error.no-such-command", {"name": name})
        near = nearest(name, COMMANDS) or COMMANDS
        return f"{said} {words('error.near', {'near': near})}"
    if "unexpected extra argument" in message:
        return words("error.extra-argument", {"message": message.rpartition("(")[2].rstrip(")")})
    return words("error.usage", {"message": message})


def _parameter(error: Any) -> str:  # noqa: ANN401 - Typer's own classes are not public
    parameter = getattr(error, "param", None)
    if parameter is None:
        return str(getattr(error, "param_hint", "") or "")
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name)
    return str(max(parameter.opts, key=len))


def _hint(error: Any, words: Words) -> str:  # noqa: ANN401 - Typer's own classes are not public
    context = getattr(error, "ctx", None)
    return words("error.usage-hint", {"command": context.command_path if context else "tracker"})
