"""cli/grammar.py says what the commands declare, and Typer is told the same."""

import json
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from support import REPOSITORY
from tracker.cli import candidates, completion
from tracker.cli.commands import COMMANDS, command_named, parameters
from tracker.cli.parameters import Parameter
from tracker.cli.program import INSTALLING, tracker
from tracker.cli.shells import WORDS
from tracker.cli.signature import parameters_of
from tracker.cli.typed import program_of_typer

GRAMMAR = REPOSITORY / "src/tracker/cli/grammar.py"
SHORT, LONGEST = 90, 99
HEAD = '''"""The parameters of every command, as its signature declares them: what is known without importing it.

Written by `make golden`, and compared with the commands by tests/cli/test_grammar.py.
"""

from tracker.cli.parameters import Parameter

'''


def declared() -> Iterator[tuple[str, list[Parameter]]]:
    yield "", [*parameters_of(tracker), *INSTALLING]
    for name in COMMANDS:
        yield name, parameters_of(command_named(name))


def quoted(value: object) -> str:
    if isinstance(value, tuple):
        return f"({', '.join(map(quoted, value))}{',' * (len(value) == 1)})"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)


def written_as(p: Parameter) -> str:
    """The parameter as a call, without what it does not differ in from any other."""
    plain = Parameter("", "", "")
    first = [quoted(text) for text in (p.name, p.written, p.takes)] + [quoted(p.kind)] * (p.kind != "text")
    named = ("needed", "default", "said", "environment", "least", "choices")
    differing = [key for key in named if getattr(p, key) != getattr(plain, key)]
    calls = [*first, *(f"{key}={quoted(getattr(p, key))}" for key in differing)]
    whole = f"Parameter({', '.join(calls)})"
    if len(whole) <= SHORT - len(p.name):
        return whole
    lines = textwrap.wrap(", ".join(calls), LONGEST, break_long_words=False, break_on_hyphens=False)
    return "".join(["Parameter(\n", *(f"        {line}\n" for line in lines), "    )"])


def written() -> str:
    """Each parameter once under its name, or under `command.name` where that command means another."""
    known: dict[str, str] = {}
    commands: dict[str, list[str]] = {}
    for command, given in declared():
        for p in given:
            text = written_as(p)
            key = p.name if known.setdefault(p.name, text) == text else f"{command}.{p.name}"
            known[key] = text
            commands.setdefault(command, []).append(key)
    lines = [HEAD + "PARAMETERS: dict[str, Parameter] = {\n"]
    lines += [f"    {json.dumps(key)}: {text},\n" for key, text in known.items()]
    lines.append("}\n\nGRAMMAR: dict[str, str] = {\n")
    lines += [f"    {json.dumps(command)}: {joined(keys)},\n" for command, keys in commands.items()]
    return "".join([*lines, "}\n"])


def joined(keys: list[str]) -> str:
    """In one line, or in as many as it takes, as the formatter would have it."""
    whole = json.dumps(" ".join(keys))
    if len(whole) <= SHORT:
        return whole
    pieces = textwrap.wrap(" ".join(keys), LONGEST)
    lines = [json.dumps(piece + " ") for piece in pieces[:-1]] + [json.dumps(pieces[-1])]
    return "".join(["(\n", *(f"        {line}\n" for line in lines), "    )"])


def test_the_grammar_is_that_of_the_commands(golden: Callable[[Path, str], None]) -> None:
    golden(GRAMMAR, written())


def as_typer_has_it(known: Any) -> tuple[str, str, str, object, str]:
    variable = str(known.envvar or "")
    if known.param_type_name == "argument":
        return known.name, "*" if known.nargs < 0 else "", str(known.metavar), known.required, variable
    names = " ".join(sorted([*known.opts, *known.secondary_opts], key=len))
    return known.name, names, "" if known.is_flag else str(known.metavar), known.required, variable


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_typer_is_told_the_same(command: str) -> None:
    program = program_of_typer()
    known = program.get_command(None, command) if command else program
    mine = [(p.name, p.written, p.takes, p.needed, p.environment) for p in parameters(command)]
    assert [as_typer_has_it(p) for p in known.params] == mine


def values() -> Iterator[tuple[str, Parameter]]:
    """Every parameter of a command that takes a value."""
    for command in ("", *COMMANDS):
        yield from ((command, p) for p in parameters(command) if p.takes)


@pytest.mark.parametrize(("command", "known"), [pytest.param(c, p, id=f"{c}.{p.name}") for c, p in values()])
def test_every_value_has_its_completion_declared(command: str, known: Parameter) -> None:
    scene = candidates.Scene({}, str(REPOSITORY), None, [])
    offer = completion.offered(command, known, scene, "")
    assert offer is not None, f"say in cli/candidates.py what {command} {known.name} completes"
    # Declared to complete nothing is an answer; but then by one of these, not by an empty list.
    free = {"TEXT", "REV", "YEAR", "N", "DAYS", "view"}
    assert offer.first or offer.leave != WORDS or {known.name, known.takes} & free, (command, known.name)


def test_no_declaration_is_left_over() -> None:
    names = {name for command, p in values() for name in (p.name, f"{command}.{p.name}")}
    exceptions = {key for key in candidates.SOURCES if not key.isupper()} - {"view"}
    assert exceptions <= names
