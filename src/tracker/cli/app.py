"""The program: what it answers, and the one place where every error becomes a sentence and an exit code."""

import gc
import re
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer
from typer.core import TyperArgument, TyperOption

from tracker import __version__
from tracker.cli.group import CONTEXT, TrackerGroup, load
from tracker.cli.help import both, examples
from tracker.cli.session import Session, language_asked, session_of, write_utf8
from tracker.cli.shells import InstallCompletion, ShowCompletion, with_shell_named
from tracker.problems import ExitCode, TrackerError
from tracker.words import LANGUAGES, Words

INTERRUPTED = 130
_NO_CHOICE = re.compile(r"'(?P<text>.*)' is not one of (?P<choices>.+)", re.DOTALL)
_FOLDER = re.compile(r"'(?P<text>.*)' is a directory", re.DOTALL)
# Objects made before garbage is looked for. Nearly all that a short run makes lives to its end, and looking
# through it after every 700 took a fifteenth of the time.
GARBAGE_THRESHOLD = 100_000

app = typer.Typer(
    cls=TrackerGroup,
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings=CONTEXT,
)


def _version(ctx: typer.Context, value: bool) -> None:
    if value and not ctx.resilient_parsing:  # while a word is completed
        session_of(ctx).write_lines(f"tracker {__version__}")
        raise typer.Exit


def _directory(ctx: typer.Context, value: Path | None) -> None:
    if value is not None:
        session_of(ctx).directory = value


def _debug(ctx: typer.Context, value: bool) -> None:
    if value:
        session_of(ctx).debug = True


# They tell the session, before the command and after it; no command sees them.
GLOBAL = both("通用选项（写在命令前后均可）", "Global options, before or after the command")
Language = Annotated[
    Literal["zh", "en"] | None,
    typer.Option(
        "--lang",
        metavar="|".join(LANGUAGES),
        expose_value=False,  # main has told the session, which has to complain in it
        help=both("输出语言（环境变量 TRACKER_LANG）", "language of the output (env var TRACKER_LANG)"),
        rich_help_panel=GLOBAL,
    ),
]
Directory = Annotated[
    Path | None,
    typer.Option(
        "--directory",
        "-C",
        metavar="DIR",
        callback=_directory,
        expose_value=False,
        help=both("在这个目录运行", "run as if in this folder"),
        rich_help_panel=GLOBAL,
    ),
]
Debug = Annotated[
    bool,
    typer.Option(
        "--debug",
        callback=_debug,
        expose_value=False,
        help=both("出错时显示调用栈", "show the traceback of an error"),
        rich_help_panel=GLOBAL,
    ),
]
Version = Annotated[
    bool,
    typer.Option(
        "--version",
        "-V",
        callback=_version,
        expose_value=False,
        is_eager=True,
        help=both("显示版本", "show the version"),
    ),
]


@app.callback(
    help=both(
        "从纯文本文件跟踪政策措施和量化指标：哪些已完成，哪些滞后，谁未报送，哪些要逾期。",
        "Track policy measures with numeric targets from plain files: what is done, what lags, who is silent,"
        " what will miss its deadline.",
    ),
    epilog=examples(
        "tracker status --as-of 9月底",
        "tracker record uav-firms 23 --by 区科技局",
        "tracker brief -o 简报.docx",
    ),
)
def tracker(
    ctx: typer.Context,
    lang: Language = None,
    directory: Directory = None,
    debug: Debug = False,
    version: Version = False,
    install_completion: InstallCompletion = None,
    show_completion: ShowCompletion = None,
) -> None:
    """Track policy measures with numeric targets from plain files."""
    # What the options say their callbacks have told the session.
    del lang, directory, debug, version, install_completion, show_completion
    if ctx.invoked_subcommand is not None:
        return
    # In a workspace: the screen that `tracker status --summary` shows; elsewhere help.
    command = load("status")
    with command.make_context("status", ["--summary"], parent=ctx) as status:
        try:
            command.invoke(status)
        except TrackerError as error:
            if error.code != "no-workspace":
                raise
            ctx.get_help()


def main(argv: list[str] | None = None) -> None:
    """Run the program and leave with its exit code."""
    if argv is None:
        gc.set_threshold(GARBAGE_THRESHOLD)
    write_utf8()
    session = Session()
    arguments = sys.argv[1:] if argv is None else argv
    session.language_option = language_asked(arguments)
    with session.opened:
        code = _run(arguments, session)
    sys.exit(code)


def _run(arguments: Sequence[str], session: Session) -> int:
    try:
        code = app(with_shell_named(list(arguments)), prog_name="tracker", standalone_mode=False, obj=session)
        return int(code or ExitCode.OK)
    except TrackerError as error:
        if error.problems:
            from tracker.cli.output import report

            report(error.problems, session)
        facts = dict(error.facts)
        if "option" in facts:
            facts["option"] = session.words(f"option.{facts['option']}")
        return _fail(session, session.words(f"error.{error.code}", facts), error.exit_code)
    except typer.TyperException as error:
        return _fail(session, usage_sentence(error, session.words), ExitCode.USAGE)
    except typer.Abort:
        return _fail(session, session.words("error.interrupted"), INTERRUPTED)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # nobody reads on
        return ExitCode.PROBLEMS
    except Exception as error:  # noqa: BLE001 - the boundary: no traceback reaches a user
        return _fail(session, _unforeseen(error, session.words), ExitCode.PROBLEMS)


def _unforeseen(error: Exception, words: Words) -> str:
    """What is said of an error that nothing before has understood."""
    match error:
        case MemoryError():
            return words("error.memory")
        case OSError():  # a moment's trouble of disk, rights or network, wherever it was met
            return words(
                "error.system", {"file": error.filename or "", "reason": error.strerror or str(error)}
            )
        case _:
            return words("error.internal", {"kind": repr(error)})


def _fail(session: Session, sentence: str, code: int) -> int:
    if session.debug:
        session.complain(traceback.format_exc())
    session.complain(f"tracker: {sentence}\n")
    return code


def usage_sentence(error: typer.TyperException, words: Words) -> str:
    """What Typer finds wrong with the command line: what it is, the nearest names, where to read on."""
    context = getattr(error, "ctx", None)
    option = getattr(error, "option_name", "")
    parts: list[str] = []
    # Typer exports none of these classes but BadParameter, which that of a missing one is a kind of.
    match type(error).__name__:
        case "NoSuchOption":
            parts.append(words("error.no-such-option", {"name": option}))
            if near := getattr(error, "possibilities", None):
                parts.append(words("error.near", {"near": tuple(near)}))
        case "MissingParameter":
            parts.append(words("error.missing-parameter", {"name": _name(error)}))
        case "BadOptionUsage":
            parts.append(words("error.option-value", {"name": option}))
        case "BadParameter":
            parts.append(_bad_parameter(error, words))
        case _:
            parts.append(words("error.usage", {"message": error.message}))
    parts.append(words("error.usage-hint", {"command": getattr(context, "command_path", "tracker")}))
    return ("" if words.language == "zh" else " ").join(parts)


def _bad_parameter(error: typer.TyperException, words: Words) -> str:
    """What a value must be; Typer's own words where nothing is known of it but them."""
    name = _name(error)
    # What was typed stands in quotes in Typer's message, and nowhere else.
    if match := _NO_CHOICE.search(error.message):
        choices = tuple(re.findall("'([^']*)'", match["choices"]))
        return words("error.value-choice", {"name": name, "text": match["text"], "choices": choices})
    if match := _FOLDER.search(error.message):
        return words("error.value-folder", {"name": name, "text": match["text"]})
    return words("error.bad-parameter", {"name": name, "message": error.message})


def _name(error: typer.TyperException) -> str:
    """The parameter that an error is about, as a person writes it."""
    parameter = getattr(error, "param", None)
    if isinstance(parameter, TyperOption):
        return max(parameter.opts, key=len)
    if isinstance(parameter, TyperArgument):
        return str(parameter.metavar or parameter.name)
    return str(getattr(error, "param_hint", None) or "")
