"""cli/grammar.py says what Typer knows of the real commands, so that completion need not ask Typer."""

import json
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from support import REPOSITORY
from tracker.cli import candidates, completion
from tracker.cli.app import app
from tracker.cli.commands import COMMANDS
from tracker.cli.help import CHOICES
from tracker.cli.shells import WORDS

GRAMMAR = REPOSITORY / "src/tracker/cli/grammar.py"
SHORT, LONGEST = 90, 99
HEAD = '''"""The parameters of every command, as Typer knows them: for completion, which has no time to ask it.

Written by `make golden`, and compared with the real commands by tests/cli/test_grammar.py.
"""

'''


def parameter(known: Any) -> completion.Parameter:
    """Name, what is typed for it, what it takes, as cli/completion.py reads them."""
    if known.param_type_name == "argument":
        return known.name, "*" if known.nargs < 0 else "", str(known.metavar or known.name.upper())
    names = " ".join(sorted([*known.opts, *known.secondary_opts], key=len))
    return known.name, names, "" if known.is_flag else str(known.metavar)


def real() -> Iterator[tuple[str, list[completion.Parameter]]]:
    program: Any = typer.main.get_command(app)
    yield "", [parameter(p) for p in program.params]
    for name in COMMANDS:
        yield name, [parameter(p) for p in program.get_command(None, name).params]


def quoted(*texts: str) -> str:
    return f"({', '.join(json.dumps(text, ensure_ascii=False) for text in texts)}{',' * (len(texts) == 1)})"


def written() -> str:
    """Each parameter once under its name, or under `command.name` where that command means another."""
    known: dict[str, completion.Parameter] = {}
    commands: dict[str, list[str]] = {}
    for command, parameters in real():
        for p in parameters:
            key = p[0] if known.setdefault(p[0], p) == p else f"{command}.{p[0]}"
            known[key] = p
            commands.setdefault(command, []).append(key)
    lines = [HEAD + "PARAMETERS: dict[str, tuple[str, str, str]] = {\n"]
    lines += [f"    {json.dumps(key)}: {quoted(*p)},\n" for key, p in known.items()]
    lines.append("}\n\nGRAMMAR: dict[str, str] = {\n")
    lines += [f"    {json.dumps(command)}: {joined(keys)},\n" for command, keys in commands.items()]
    lines.append("}\n\nCHOICES: dict[str, tuple[str, ...]] = {\n")
    lines += [f"    {json.dumps(name)}: {quoted(*values)},\n" for name, values in CHOICES.items()]
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


def values() -> Iterator[tuple[str, completion.Parameter]]:
    """Every parameter of a real command that takes a value."""
    for command, parameters in real():
        yield from ((command, p) for p in parameters if p[2] or not p[1].startswith("-"))


@pytest.mark.parametrize(("command", "known"), list(values()))
def test_every_value_has_its_completion_declared(command: str, known: completion.Parameter) -> None:
    scene = candidates.Scene({}, str(REPOSITORY), None, [])
    offer = completion.offered(command, known, scene, "")
    assert offer is not None, f"say in cli/candidates.py what {command} {known} completes"
    # Declared to complete nothing is an answer; but then by one of these, not by an empty list.
    free = {"TEXT", "REV", "YEAR", "N", "DAYS", "view"}
    assert offer.first or offer.leave != WORDS or {known[0], known[2]} & free, (command, known)


def test_no_declaration_is_left_over() -> None:
    names = {name for command, (name, _, _) in values() for name in (name, f"{command}.{name}")}
    exceptions = {key for key in candidates.SOURCES if not key.isupper()} - {"view"}
    assert exceptions <= names
