"""The usual command lines, understood without Typer: what is certain is answered, all else is left to it.

Certain: known commands and options in full, with their values, and as many arguments as there are. Whatever
is missing, unknown, left over, clustered or doubtful is for Typer to judge, so that every complaint is its
own. tests/cli/test_quick.py compares both.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tracker.cli.commands import COMMANDS, parameters
from tracker.cli.parameters import HELP, Parameter, is_option

# More digits are left to Typer.
DIGITS = 9
Values = dict[str, Any]


class Doubtful(Exception):  # noqa: N818 - not an error
    """This is for Typer to judge."""


class Line:
    """A command line that is understood: the program's values, the command (`""`: none), and its values.

    `helps` where the help page of the command, or of the program, is asked for.
    """

    def __init__(self, arguments: Sequence[str], environ: Mapping[str, str]) -> None:
        rest = iter(arguments)
        given, helps, items = _options("", rest, alone=True)
        if items and items[0] not in COMMANDS and not helps:
            raise Doubtful
        self.command = items[0] if items and not helps else ""
        self.program = {} if helps else _values("", given, [], environ)
        self.values: Values = {}
        self.helps = helps
        if self.command:
            given, self.helps, items = _options(self.command, rest, alone=False)
            self.values = {} if self.helps else _values(self.command, given, items, environ)


def understood(arguments: Sequence[str], environ: Mapping[str, str]) -> Line | None:
    """The command line, or nothing where Typer has to judge it."""
    try:
        return Line(arguments, environ)
    except Doubtful:
        return None


Given = dict[str, list[str]]


def _options(command: str, rest: Iterator[str], *, alone: bool) -> tuple[Given, bool, list[str]]:
    """What options were given, whether help is asked for, and the other words; `alone`: up to the first."""
    known = {name: p for p in parameters(command) for name in p.names}
    given: Given = {}
    helps = False
    items: list[str] = []
    for word in rest:
        if not is_option(word):
            items.append(word)
            if alone:
                break
        elif word == "--" and not alone:
            items += rest
        elif word in HELP.names:
            helps = True
        else:
            parameter, value = _split(word, known)
            if parameter.takes and value is None:
                value = next(rest, None)
            if (value is None) != (not parameter.takes):
                raise Doubtful
            given.setdefault(parameter.name, []).append(value or "")
    return given, helps, items


def _split(word: str, known: Mapping[str, Parameter]) -> tuple[Parameter, str | None]:
    """`--owner=x`, `-fjson`: the option and its value."""
    value: str | None
    if word.startswith("--"):
        name, equals, after = word.partition("=")
        value = after if equals else None
    else:
        name, value = word[:2], word[2:] or None
    if name not in known or known[name].kind == "typer":
        raise Doubtful
    return known[name], value


def _values(command: str, given: Given, items: Sequence[str], environ: Mapping[str, str]) -> Values:
    """A value for each parameter, as the command gets it."""
    left = list(items)
    values: Values = {}
    for parameter in parameters(command):
        if parameter.kind == "typer":
            continue
        found = given.get(parameter.name)
        if not parameter.names:
            found, left = (left, []) if parameter.written == "*" else (left[:1], left[1:])
        elif not found and parameter.environment:
            found = [value] if (value := environ.get(parameter.environment)) else None
        values[parameter.name] = _value(parameter, found) if found else _default(parameter)
    if left:
        raise Doubtful
    return values


def _default(parameter: Parameter) -> Any:  # noqa: ANN401 - as many kinds as parameters
    if parameter.needed:
        raise Doubtful
    return False if parameter.kind == "flag" else parameter.default


def _value(parameter: Parameter, found: list[str]) -> Any:  # noqa: ANN401 - as many kinds as parameters
    match parameter.kind:
        case "flag":
            return True
        case "texts":
            return found
        case "paths":
            return [_path(text, parameter) for text in found]
        case "text":
            return found[-1]
        case "number":
            return _number(found[-1], parameter)
        case _:
            return _path(found[-1], parameter)


def _number(text: str, parameter: Parameter) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= DIGITS):
        raise Doubtful
    number = int(text)
    if parameter.least is not None and number < parameter.least:
        raise Doubtful
    return number


def _path(text: str, parameter: Parameter) -> Path:
    """A path that does not exist, or that can be read and is a file where one is meant."""
    if not text or "\0" in text:
        raise Doubtful
    if os.path.lexists(text) and (
        not os.access(text, os.R_OK) or (parameter.kind == "file" and Path(text).is_dir())
    ):
        raise Doubtful
    return Path(text)
