"""--help in the user's language: the parameters of cli/grammar.py with the sentences of words/help.py."""

from collections.abc import Iterable, Iterator

from tracker.cli.commands import COMMANDS, parameters
from tracker.cli.parameters import EVERYWHERE, HELP, Parameter
from tracker.cli.session import Session, columns_of
from tracker.formats.widths import ljust
from tracker.formats.widths import width as width_of
from tracker.formats.wrap import wrap
from tracker.words import Words

WIDEST = 100
MARGIN = 2
LEFT = 28  # cells for the names of options; longer ones get a line of their own
PROGRAM = "tracker"


def help_page(command: str, session: Session) -> str:
    """Usage, what it does, arguments, options, commands, and the global options; `""` is the program."""
    words = session.words
    width = min(max(columns_of(session.environ) or 80, LEFT * 2), WIDEST)
    known = parameters(command)
    arguments = [p for p in known if not p.names]
    options = [p for p in known if p.names]
    name = command or PROGRAM
    lines = [words("usage.title") + _usage(command, arguments), ""]
    lines += [*wrap(words(f"help.{name}"), width), ""]
    sections = [
        ("usage.arguments", [_row(name, p, words) for p in arguments]),
        ("usage.commands", [] if command else [(other, words(f"help.{other}")) for other in COMMANDS]),
        ("usage.options", [_row(name, p, words) for p in (*options, HELP)]),
    ]
    if command:
        shared = [p for p in parameters("") if p.name in EVERYWHERE]
        sections.append(("usage.global", [_row(PROGRAM, p, words) for p in shared]))
    for title, rows in sections:
        if rows:
            lines += [f"{words(title)}:", *_definitions(rows, width), ""]
    return "\n".join(lines).rstrip() + "\n"


def _usage(command: str, arguments: Iterable[Parameter]) -> str:
    pieces = [command, "[OPTIONS]", *(f"{{{p.takes}}}" if p.needed else p.takes for p in arguments)]
    return " ".join([PROGRAM, *pieces] if command else [PROGRAM, "[OPTIONS]", "COMMAND [ARGS]..."])


def _row(command: str, parameter: Parameter, words: Words) -> tuple[str, str]:
    name = " ".join(filter(None, (", ".join(parameter.names), parameter.takes)))
    own = f"help.{command}.{parameter.name}"
    extra = []
    if parameter.choices:
        extra.append(words("usage.choices", {"choices": ", ".join(parameter.choices)}))
    if parameter.said:
        extra.append(words("usage.default", {"value": parameter.said}))
    if parameter.environment:
        extra.append(words("usage.env", {"name": parameter.environment}))
    text = words(own if words.has(own) else f"help.any.{parameter.name}")
    return name, text + (f" [{'; '.join(extra)}]" if extra else "")


def _definitions(rows: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    for name, text in rows:
        wrapped = wrap(text, width - LEFT - MARGIN) or [""]
        if width_of(name) + MARGIN > LEFT - 1:
            yield " " * MARGIN + name
        else:
            yield ljust(" " * MARGIN + name, LEFT) + wrapped.pop(0)
        yield from (" " * LEFT + line for line in wrapped)
