"""--help in the user's language: what Typer knows of a command, with the sentences of words/help.py."""

from collections.abc import Iterable, Iterator
from typing import Any

import wcwidth

from tracker.assess.escalation import Notice
from tracker.assess.signal import Signal
from tracker.cli.session import columns_of
from tracker.formats import FORMATS
from tracker.formats.paper import PAPERS
from tracker.model.profile import PROFILES
from tracker.report.owners import RANKS
from tracker.report.selection import ORDERS
from tracker.words import Words

WIDEST = 100
MARGIN = 2
LEFT = 28  # cells for the names of options; longer ones get a line of their own


# What an option may be: by its name in any command, or in one.
CHOICES: dict[str, tuple[str, ...]] = {
    "format": tuple(FORMATS),
    "signal": tuple(Signal),
    "fail_on": tuple(Signal),
    "sort": tuple(ORDERS),
    "profile": tuple(PROFILES),
    "check.format": ("term", "json"),
    "draft.format": ("yaml", *FORMATS),
    "form.format": ("xlsx", "csv"),
    "owners.rank": tuple(RANKS),
    "notice.level": tuple(Notice),
    "notice.format": tuple(PAPERS),
    "brief.format": (*PAPERS, "json"),
}


def help_page(command: Any, ctx: Any) -> str:  # noqa: ANN401 - Typer's own classes are not public
    """Usage, what it does, its arguments, options and commands, and the global options."""
    words: Words = ctx.obj.words
    width = min(_columns(ctx), WIDEST)
    pieces = " ".join(command.collect_usage_pieces(ctx))
    lines = [f"{words('usage.title')}{ctx.command_path} {pieces}", ""]
    lines += [*wcwidth.wrap(words(f"help.{_key(command)}"), width), ""]
    parameters = [p for p in command.get_params(ctx) if not getattr(p, "hidden", False)]
    arguments = [p for p in parameters if p.param_type_name == "argument"]
    options = [p for p in parameters if p.param_type_name != "argument"]
    commands = command.list_commands(ctx) if hasattr(command, "list_commands") else []
    sections = [
        ("usage.arguments", [_row(command, p, words) for p in arguments]),
        ("usage.commands", [(name, words(f"help.{name}")) for name in commands]),
        ("usage.options", [_row(command, p, words) for p in options]),
    ]
    root = ctx.find_root().command
    if root is not command:
        shared = [p for p in root.params if p.name in {"lang", "directory", "debug"}]
        sections.append(("usage.global", [_row(root, p, words) for p in shared]))
    for title, rows in sections:
        if rows:
            lines += [f"{words(title)}:", *_definitions(rows, width), ""]
    return "\n".join(lines).rstrip() + "\n"


def _columns(ctx: Any) -> int:  # noqa: ANN401 - Typer's own context is not public
    return max(columns_of(ctx.obj.environ) or 80, LEFT * 2)


def _key(command: Any) -> str:  # noqa: ANN401 - Typer's own classes are not public
    return str(command.name or "tracker")


def _row(command: Any, parameter: Any, words: Words) -> tuple[str, str]:  # noqa: ANN401 - see above
    name = ", ".join((*sorted(parameter.opts, key=len), *parameter.secondary_opts))
    if parameter.param_type_name == "argument":
        name = str(parameter.metavar or parameter.name.upper())
    elif not parameter.is_flag:
        name += f" {parameter.metavar}"
    own = f"help.{_key(command)}.{parameter.name}"
    key = own if words.has(own) else f"help.any.{parameter.name}"
    extra = []
    name_here = f"{_key(command)}.{parameter.name}"
    if choices := CHOICES.get(name_here, CHOICES.get(str(parameter.name), ())):
        extra.append(words("usage.choices", {"choices": ", ".join(choices)}))
    shown = getattr(parameter, "show_default", None)
    default = shown if isinstance(shown, str) else parameter.default
    if isinstance(default, str):
        extra.append(words("usage.default", {"value": default}))
    if getattr(parameter, "envvar", None):
        extra.append(words("usage.env", {"name": parameter.envvar}))
    return name, words(key) + (f" [{'; '.join(extra)}]" if extra else "")


def _definitions(rows: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    for name, text in rows:
        wrapped = wcwidth.wrap(text, width - LEFT - MARGIN) or [""]
        if wcwidth.width(name) + MARGIN > LEFT - 1:
            yield " " * MARGIN + name
            wrapped.insert(0, "")
            wrapped.pop(0)
            yield from (" " * LEFT + line for line in wrapped)
            continue
        yield wcwidth.ljust(" " * MARGIN + name, LEFT) + wrapped[0]
        yield from (" " * LEFT + line for line in wrapped[1:])
