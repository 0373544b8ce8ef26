"""Typer, the judge of every command line that cli/quick.py does not answer: same commands, same parameters.

Typer takes longer to import than most commands take to run; it is imported for what is unusual.
"""

import inspect
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from typer import _completion_shared
from typer.core import TyperCommand, TyperGroup

from tracker.cli.commands import COMMANDS, command_named
from tracker.cli.errors import usage_sentence
from tracker.cli.help import help_page
from tracker.cli.leaving import Interrupted, Misused
from tracker.cli.parameters import Parameter
from tracker.cli.program import tracker
from tracker.cli.session import Session
from tracker.cli.shells import SCRIPTS
from tracker.cli.signature import parameters_of

# --install-completion and --show-completion are Typer's; it offers no other way to give them other scripts.
_completion_shared._completion_scripts.update(SCRIPTS)  # noqa: SLF001 - see above
TYPES: dict[str, Any] = {
    "flag": bool,
    "text": str,
    "number": int,
    "path": Path,
    "file": Path,
    "texts": list[str],
    "paths": list[Path],
}


def run(arguments: Sequence[str], session: Session) -> int:
    """Run the program; the exit code.

    Raises Misused for a command line that is wrong, Interrupted, and whatever the command raises.
    """
    program: Any = program_of_typer()
    try:
        code = program.main(list(arguments), prog_name="tracker", standalone_mode=False, obj=session)
    except typer.TyperException as error:
        raise Misused(usage_sentence(error, session.words)) from error
    except typer.Abort:
        raise Interrupted from None
    return int(code or 0)


def program_of_typer() -> Any:  # noqa: ANN401 - Typer's own classes are not public
    """The program as Typer knows it."""
    app = typer.Typer(
        cls=LazyGroup,
        invoke_without_command=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_typed(tracker, _page_without_command))
    return typer.main.get_command(app)


class LocalCommand(TyperCommand):
    """A command whose help is in the user's language."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401 - Typer's own context is not public
        """The help page of this command."""
        return help_page(str(self.name), ctx.obj)


class LazyGroup(TyperGroup):
    """The program itself: knows its commands by name, and imports the one that is run."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401 - Typer's own context is not public
        """The help page of the program."""
        return help_page("", ctx.obj)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - Typer's own context is not public
        """All commands, in the order of the manual."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002 - see above
        """The command of this name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in self.commands:
            alone = typer.Typer(add_completion=False, rich_markup_mode=None)
            alone.command(cmd_name, cls=LocalCommand)(_typed(command_named(cmd_name)))
            self.commands[cmd_name] = typer.main.get_command(alone)
        return self.commands[cmd_name]


def _page_without_command(ctx: typer.Context) -> None:
    if ctx.invoked_subcommand is None:
        ctx.obj.write((ctx.get_help() + "\n").encode(), None)


def _typed(
    command: Callable[..., None], then: Callable[[typer.Context], None] | None = None
) -> Callable[..., None]:
    """The command as Typer reads commands: its session is that of the context."""

    def run_it(ctx: typer.Context, **given: Any) -> None:  # noqa: ANN401 - as many kinds as options
        command(ctx.obj, **given)
        if then:
            then(ctx)

    context = inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)
    listed = [context, *map(_parameter, parameters_of(command))]
    run_it.__signature__ = inspect.Signature(listed)  # type: ignore[attr-defined]
    run_it.__annotations__ = {p.name: p.annotation for p in listed}
    return run_it


def _parameter(known: Parameter) -> inspect.Parameter:
    default = inspect.Parameter.empty if known.needed else False if known.kind == "flag" else known.default
    kind = TYPES[known.kind]
    return inspect.Parameter(
        known.name,
        inspect.Parameter.KEYWORD_ONLY,
        default=default,
        annotation=Annotated[kind if default is not None else kind | None, _declared(known)],
    )


def _declared(known: Parameter) -> Any:  # noqa: ANN401 - Typer's own classes
    if not known.names:
        return typer.Argument(metavar=known.takes)
    return typer.Option(
        *known.names,
        metavar=known.takes or None,
        envvar=known.environment or None,
        min=known.least,
        dir_okay=known.kind != "file",
    )
