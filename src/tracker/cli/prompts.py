"""Asking a person on a terminal: a question until its answer is understood, or whether to go on.

Typer asks the questions; where a person leaves, typer.Abort is raised.
"""

import contextlib
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import typer

from tracker.cli.session import Session
from tracker.problems import TrackerError

Answer = TypeVar("Answer")


def ask(session: Session, question: str, default: str | None, understand: Callable[[str], Answer]) -> Answer:
    """Ask until the answer is understood; what is wrong with it is said in a sentence."""
    while True:
        text = answer(question, default)
        try:
            return understand(text)
        except TrackerError as error:
            session.complain(session.words(f"error.{error.code}", error.facts) + "\n")


def answer(question: str, default: str | None) -> str:
    """What a person answers. Raises typer.Abort where they leave."""
    return str(typer.prompt(question, default=default, show_default=bool(default), err=True))


def confirmed(question: str, *, default: bool) -> bool:
    """Whether a person says yes. Raises typer.Abort where they leave."""
    return typer.confirm(question, default=default, err=True)


def asks() -> bool:
    """Whether there is a person to ask: both ends are a terminal."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


@contextlib.contextmanager
def with_completion(names: Sequence[str]) -> Iterator[None]:
    """Tab completes these names, where the terminal can."""
    try:
        import readline
    except ImportError:  # Windows has none
        yield
        return

    def complete(text: str, state: int) -> str | None:
        fits = [name for name in names if name.startswith(text)]
        return fits[state] if state < len(fits) else None

    before = readline.get_completer(), readline.get_completer_delims()
    readline.set_completer(complete)
    readline.set_completer_delims("\n")
    readline.parse_and_bind("tab: complete")
    try:
        yield
    finally:
        readline.set_completer(before[0])
        readline.set_completer_delims(before[1])
