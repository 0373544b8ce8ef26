"""The parameters of a command, read off its signature: for Typer, and for cli/grammar.py."""

import inspect
from collections.abc import Callable
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin

from tracker.cli.parameters import Argument, Option, Parameter
from tracker.cli.viewing import Viewing

# What a view is about stands before the shared options.
FIRST = frozenset({"target", "since", "until"})
KEYWORD = inspect.Parameter.KEYWORD_ONLY
KINDS: dict[Any, str] = {
    bool: "flag",
    str: "text",
    int: "number",
    Path: "path",
    list[str]: "texts",
    list[Path]: "paths",
}


def parameters_of(command: Callable[..., None]) -> list[Parameter]:
    """What the command takes, in the order of its signature; the session comes first and is no parameter."""
    if not isinstance(command, Viewing):
        return [_parameter(given) for given in _after_the_first(command)]
    own = _after_the_first(command.function)
    first = [given for given in own if given.name in FIRST]
    before, after = (
        [inspect.Parameter(name, KEYWORD, default=default, annotation=kind) for name, kind, default in group]
        for group in command.given_before_and_after()
    )
    others = [given for given in own if given not in first]
    return [_parameter(given) for given in (*first, *before, *others, *after)]


def _after_the_first(function: Callable[..., object]) -> list[inspect.Parameter]:
    return list(inspect.signature(function).parameters.values())[1:]


def _parameter(given: inspect.Parameter) -> Parameter:
    kind, declared = get_args(given.annotation)
    plain = next((part for part in get_args(kind) if part is not NoneType), kind)
    return _declared(given, KINDS[plain if get_origin(kind) is not list else kind], declared)


def _declared(given: inspect.Parameter, kind: str, declared: Option | Argument) -> Parameter:
    needed = given.default is inspect.Parameter.empty
    default = None if needed else given.default
    if isinstance(declared, Argument):
        written = "*" if kind in {"texts", "paths"} else ""
        return Parameter(given.name, written, declared.takes, kind, needed=needed, default=default)
    return Parameter(
        given.name,
        " ".join(sorted(declared.names, key=len)),
        declared.takes,
        "file" if kind == "path" and not declared.folder else kind,
        needed=needed,
        default=None if kind == "flag" else default,
        said=declared.default or (default if isinstance(default, str) else ""),
        environment=declared.environment,
        least=declared.least,
        choices=tuple(map(str, declared.choices)),
    )
