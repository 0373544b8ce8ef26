"""The program: what it answers, and the one place where every error becomes a sentence and an exit code."""

import sys
from collections.abc import Sequence
from importlib import import_module

from tracker.cli.commands import command_named
from tracker.cli.leaving import Interrupted, Leave, Misused
from tracker.cli.program import tracker
from tracker.cli.quick import understood
from tracker.cli.session import Session
from tracker.problems import ExitCode, TrackerError

INTERRUPTED = 130


def main(argv: list[str] | None = None) -> None:
    """Run the program and leave with its exit code."""
    session = Session()
    sys.exit(_run(sys.argv[1:] if argv is None else argv, session))


def _run(argv: list[str], session: Session) -> int:
    try:
        arguments, session.language_option = with_globals_first(argv)
        return _answer(arguments, session)
    except Leave as leave:
        return leave.code
    except TrackerError as error:
        if error.problems:
            as_text = import_module("tracker.formats.problems").as_text
            session.complain(as_text(error.problems, session.words) + "\n")
        facts = dict(error.facts)
        if "option" in facts:
            facts["option"] = session.words(f"option.{facts['option']}")
        return _fail(session, session.words(f"error.{error.code}", facts), error.exit_code)
    except Misused as error:
        return _fail(session, error.sentence, ExitCode.USAGE)
    except Interrupted:
        return _fail(session, session.words("error.interrupted"), INTERRUPTED)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # nobody reads on
        return ExitCode.PROBLEMS
    except Exception as error:  # noqa: BLE001 - the boundary: no traceback reaches a user
        return _fail(session, session.words("error.internal", {"kind": repr(error)}), ExitCode.PROBLEMS)


def _answer(arguments: Sequence[str], session: Session) -> int:
    """Run what a usual command line says; any other is read by Typer, which takes its time."""
    line = understood(arguments, session.environ)
    if line is None:
        code: int = import_module("tracker.cli.typed").run(arguments, session)
        return code
    if line.program:
        tracker(session, **line.program)
    if line.command and not line.helps:
        command_named(line.command)(session, **line.values)
    else:
        page: str = import_module("tracker.cli.help").help_page(line.command, session)
        session.write((page + "\n").encode(), None)
    return ExitCode.OK


def _fail(session: Session, sentence: str, code: int) -> int:
    if session.debug:
        session.complain(import_module("traceback").format_exc())
    session.complain(f"tracker: {sentence}\n")
    return code


_WITH_VALUE = ("--lang", "-C", "--directory")


def with_globals_first(arguments: list[str]) -> tuple[list[str], str | None]:
    """The global options moved before the command, wherever they were typed; and the language asked for.

    Raises TrackerError (usage) where one of them lacks its value.
    """
    first: list[str] = []
    rest: list[str] = []
    language: str | None = None
    remaining = iter(arguments)
    for argument in remaining:
        name, equals, value = argument.partition("=")
        if argument == "--":
            rest += [argument, *remaining]
        elif argument == "--debug":
            first.append(argument)
        elif argument.startswith("-C") and len(argument) > len("-C"):
            first += ["-C", argument.removeprefix("-C")]
        elif name in _WITH_VALUE:
            value = value if equals else next(remaining, "")
            if not value:
                raise TrackerError("option-value", ExitCode.USAGE, name=name)
            first += [name, value]
            language = value if name == "--lang" else language
        else:
            rest.append(argument)
    return first + rest, language
