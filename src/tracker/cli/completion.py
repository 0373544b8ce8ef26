"""One word for the shell: reads the line typed so far, finds what can stand next, and says nothing else.

Neither Typer nor any command is imported: cli/grammar.py knows the parameters.
"""

import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence

from tracker.cli.candidates import LISTED, SOURCES, Offer, Scene, choices
from tracker.cli.commands import COMMANDS, parameters
from tracker.cli.parameters import EVERYWHERE, HELP, Parameter, is_option
from tracker.cli.shells import FILES, INSTEAD, WORDS, Asked, Candidate, Found, script
from tracker.words import printable

ASKED = "_TRACKER_COMPLETE"
_METAVARS = re.compile(r"[A-Z]+")
_CHOICES = re.compile(r"[a-z]+(?:\|[a-z]+)+")


def main() -> None:
    """Answer what the shell asked in the environment; leaves with the code its script understands."""
    try:
        text, code = _answer(os.environ)
        if sys.stdout is not None:
            sys.stdout.buffer.write(text.encode("utf-8", "replace"))
            sys.stdout.buffer.flush()
    except Exception:  # noqa: BLE001 - a word that cannot be completed is no error to a person who types
        code = FILES
    os._exit(code)  # nothing is left to do, and a closed pipe cannot complain


def _answer(environ: Mapping[str, str]) -> tuple[str, int]:
    instruction, _, shell = environ.get(ASKED, "").partition("_")
    if instruction == "source":
        return script(shell), WORDS
    asked = Asked(shell, environ)
    found = complete(asked.before, asked.word, environ)
    return asked.answer(found), found.code


class Line:
    """The words before the one to complete, understood as the program would."""

    def __init__(self, before: Sequence[str]) -> None:
        self.command = ""
        self.items: list[str] = []
        self.language: str | None = None
        self.folder = "."
        self.waiting: Parameter | None = None  # the option whose value comes next
        self.only_items = False
        for word in before:
            self._take(word)

    def _take(self, word: str) -> None:
        if self.waiting:
            self._value(self.waiting, word)
            self.waiting = None
        elif self.only_items or not is_option(word):
            if self.command:
                self.items.append(word)
            else:
                self.command = word
        elif word == "--":
            self.only_items = True
        else:
            parameter, _, value = self.split(word)
            if parameter and parameter.takes:
                self.waiting = None if value else parameter
                self._value(parameter, value)

    def _value(self, parameter: Parameter, value: str) -> None:
        if value and parameter.name == "lang":
            self.language = value
        elif value and parameter.name == "directory":
            self.folder = value

    def split(self, word: str) -> tuple[Parameter | None, str, str]:
        """`--owner=x`, `-fjson`: the option, how it is written up to its value, and the value."""
        if word.startswith("--"):
            name, equals, value = word.partition("=")
        else:
            name, equals, value = word[:2], "", word[2:]
        found = (p for p in self.options() if name in p.names)
        return next(found, None), name + equals, value

    def options(self) -> list[Parameter]:
        """The options that can stand here."""
        root, own = parameters(""), parameters(self.command)
        shared = [p for p in root if not self.command or p.name in EVERYWHERE]
        return [p for p in own if p.names] + shared + [HELP]

    def argument(self) -> Parameter | None:
        """The argument that comes next."""
        arguments = [p for p in parameters(self.command) if not p.names]
        if len(self.items) < len(arguments):
            return arguments[len(self.items)]
        return arguments[-1] if arguments and arguments[-1].written == "*" else None


def complete(before: Sequence[str], typed: str, environ: Mapping[str, str]) -> Found:
    """What can stand in place of `typed` after the words `before`."""
    line = Line(before)
    scene = Scene(environ, line.folder, line.language, line.items)
    if line.waiting:
        return _values(line, line.waiting, scene, "", typed)
    if is_option(typed) and not line.only_items:
        parameter, written, value = line.split(typed)
        if parameter and parameter.takes and (written.endswith("=") or value):
            return _values(line, parameter, scene, written, value)
        return _fitting(Offer(_options(line, scene, typed)), "", typed)
    if not line.command:
        return _fitting(Offer((name, scene.words(f"help.{name}")) for name in COMMANDS), "", typed)
    if parameter := line.argument():
        return _values(line, parameter, scene, "", typed)
    # Nothing but options can follow.
    return _fitting(Offer(() if typed else _options(line, scene, typed)), "", typed)


def _options(line: Line, scene: Scene, typed: str) -> Iterable[Candidate]:
    for option in line.options():
        keys = [f"help.{of}.{option.name}" for of in (line.command, "tracker", "any")]
        meaning = next((scene.words(key) for key in keys if scene.words.has(key)), "")
        yield (typed if typed in option.names else option.names[-1]), meaning


def offered(command: str, parameter: Parameter, scene: Scene, typed: str) -> Offer | None:
    """What a parameter completes; None where nobody has said so."""
    name, takes = parameter.name, parameter.takes
    here = f"{command}.{name}"
    if parameter.choices:
        return choices(name, parameter.choices, scene.words)
    if _CHOICES.fullmatch(takes):
        return choices(name, takes.split("|"), scene.words)
    keys = [key for key in (here, name) if key in SOURCES][:1] or list(
        dict.fromkeys(_METAVARS.findall(takes))
    )
    if not keys or any(key not in SOURCES for key in keys):
        return None
    return sum((SOURCES[key](scene, typed) for key in keys[1:]), SOURCES[keys[0]](scene, typed))


def _values(line: Line, parameter: Parameter, scene: Scene, written: str, typed: str) -> Found:
    offer = offered(line.command, parameter, scene, typed) or Offer()
    used: set[str] = set()
    if parameter.takes in LISTED:
        last = max(typed.rfind(","), typed.rfind("，")) + 1
        used = set(typed[:last].replace("，", ",").split(","))
        written, typed = written + typed[:last], typed[last:]
        offer = Offer(
            [c for c in offer.first if not used & set(c)], [c for c in offer.also if c[1] not in used]
        )
    return _fitting(offer, written, typed)


def _fitting(offer: Offer, written: str, typed: str) -> Found:
    """What begins as typed; else other words that do; else what has it somewhere, in place of it.

    Names come from files: what cannot be shown cannot be typed either.
    """
    wanted = typed.casefold()
    begun = [c for c in offer.first if c[0].casefold().startswith(wanted)]
    other = [c for c in offer.also if wanted and c[0].casefold().startswith(wanted)]
    texts = [(c, c if offer.named else c[:1]) for c in offer.first]
    inside = [c for c, where in texts if wanted and any(wanted in text.casefold() for text in where)]
    found = begun or other or inside
    if not found and offer.leave:
        return Found(offer.leave)
    shown = {value: printable(text) for value, text in found if value and printable(value) == value}
    return Found(
        INSTEAD if inside and not begun and not other else WORDS, tuple(shown.items()), written, typed
    )
