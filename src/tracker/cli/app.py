"""The program: its commands, and the one place where every error becomes a sentence and an exit code."""

import sys
import traceback
from pathlib import Path
from typing import Annotated, Any

import typer
from typer import _completion_shared

from tracker import __version__
from tracker.cli.commands import LazyGroup
from tracker.cli.errors import usage_sentence
from tracker.cli.session import Session
from tracker.cli.shells import SCRIPTS
from tracker.formats.problems import as_text
from tracker.problems import ExitCode, TrackerError

INTERRUPTED = 130
# --install-completion and --show-completion are Typer's; it offers no other way to give them other scripts.
_completion_shared._completion_scripts.update(SCRIPTS)  # noqa: SLF001 - see above
app = typer.Typer(
    cls=LazyGroup,
    invoke_without_command=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def tracker(
    ctx: typer.Context,
    lang: Annotated[str | None, typer.Option("--lang", metavar="zh|en", envvar="TRACKER_LANG")] = None,
    directory: Annotated[Path | None, typer.Option("-C", "--directory", metavar="DIR")] = None,
    debug: Annotated[bool, typer.Option("--debug")] = False,
    version: Annotated[bool, typer.Option("--version", "-V")] = False,
) -> None:
    """Track policy measures with numeric targets from plain files."""
    session: Session = ctx.obj
    del lang  # read before parsing, since --help needs it too
    session.debug = debug
    session.directory = directory or session.directory
    session.require_language()
    if version:
        session.write(f"tracker {__version__}\n".encode(), None)
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        session.write((ctx.get_help() + "\n").encode(), None)


def main(argv: list[str] | None = None) -> None:
    """Run the program and leave with its exit code."""
    session = Session()
    sys.exit(_run(sys.argv[1:] if argv is None else argv, session))


def _run(argv: list[str], session: Session) -> int:
    program: Any = typer.main.get_command(app)
    try:
        arguments, session.language_option = with_globals_first(argv)
        code = program.main(arguments, prog_name="tracker", standalone_mode=False, obj=session)
    except TrackerError as error:
        if error.problems:
            session.complain(as_text(error.problems, session.words) + "\n")
        facts = dict(error.facts)
        if "option" in facts:
            facts["option"] = session.words(f"option.{facts['option']}")
        return _fail(session, session.words(f"error.{error.code}", facts), error.exit_code)
    except typer.TyperException as error:
        return _fail(session, usage_sentence(error, session.words), ExitCode.USAGE)
    except typer.Abort:
        return _fail(session, session.words("error.interrupted"), INTERRUPTED)
    except Exception as error:  # noqa: BLE001 - the boundary: no traceback reaches a user
        return _fail(session, session.words("error.internal", {"kind": repr(error)}), ExitCode.PROBLEMS)
    return int(code or 0)


def _fail(session: Session, sentence: str, code: int) -> int:
    if session.debug:
        session.complain(traceback.format_exc())
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
