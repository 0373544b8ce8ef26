"""Typer's group and command as this program uses them: imported when they run, helpful in two languages."""

import functools
import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from importlib import import_module
from itertools import pairwise
from keyword import iskeyword
from typing import Any, NoReturn, cast

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from tracker.cli.commands import COMMANDS
from tracker.cli.help import HELP, USAGE, draw, in_language, translate
from tracker.cli.session import session_of
from tracker.problems import ExitCode, TrackerError, nearest

CONTEXT = {"help_option_names": ["-h", "--help"]}
# Options of the program that may stand behind a command as well.
EVERYWHERE = frozenset({"lang", "directory", "debug"})
MINUS = "\u2212"  # the sign itself, which begins no option


class TrackerCommand(TyperCommand):
    """A command: takes negative numbers as arguments, complains in sentences, helps in the run's language."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse as Typer does. Raises TrackerError (usage) where arguments are left over."""
        # Of an argument that begins with a minus and a digit no option is meant: there is none of that name.
        takes_value = {
            name
            for parameter in self.params
            if isinstance(parameter, TyperOption) and not parameter.is_flag
            for name in parameter.opts
        }
        typed = {
            MINUS + argument[1:]: argument
            for before, argument in pairwise(["", *args])
            if _is_negative(argument) and before not in takes_value
        }
        masks = {argument: mask for mask, argument in typed.items()}
        args = [
            argument if before in takes_value else masks.get(argument, argument)
            for before, argument in pairwise(["", *args])
        ]
        left: list[str] = [typed.get(argument, argument) for argument in super().parse_args(ctx, args)]
        ctx.params = {name: _as_typed(value, typed) for name, value in ctx.params.items()}
        if left and not ctx.resilient_parsing:
            raise TrackerError(
                "extra-argument", ExitCode.USAGE, arguments=tuple(left), command=ctx.command_path
            )
        return left

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        """The option --help, explained in the run's language."""
        return _translated(super().get_help_option(ctx), ctx)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line of usage in the run's language."""
        _write_usage(self, ctx, formatter)

    def get_help(self, ctx: Any) -> NoReturn:
        """Write the help page in the run's language. Raises typer.Exit."""
        draw(self, session_of(ctx), lambda: super(TrackerCommand, self).get_help(ctx))


class CommandGroup(TyperGroup):
    """A group of commands: complains in sentences, helps in the run's language."""

    def command_named(self, name: str) -> "TyperCommand | CommandGroup":
        """The command of this name."""
        return cast("TyperCommand", self.commands[name])

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is to run. Raises TrackerError (usage) where there is none."""
        name, *rest = args
        if name not in self.commands:
            if ctx.resilient_parsing:
                return None, None, rest
            near = (*_within_groups(name), *nearest(name, self.commands))
            raise TrackerError(
                "no-such-command" if near else "no-such-command-at-all",
                ExitCode.USAGE,
                name=name,
                near=near,
                choices=tuple(self.commands),
                command=ctx.command_path,
            )
        command = self.command_named(name)
        command.params += [option for option in self.params if option.name in EVERYWHERE]
        language = session_of(ctx).words.language
        translate(command, language)
        if isinstance(command, CommandGroup):
            for listed in command.commands.values():
                translate(cast("TyperCommand", listed), language)
        return name, command, rest

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        """The option --help, explained in the run's language."""
        return _translated(super().get_help_option(ctx), ctx)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line of usage in the run's language."""
        _write_usage(self, ctx, formatter)

    def get_help(self, ctx: Any) -> NoReturn:
        """Write the help page in the run's language. Raises typer.Exit."""
        draw(self, session_of(ctx), lambda: super(CommandGroup, self).get_help(ctx))


class TrackerGroup(CommandGroup):
    """The program: lists its commands by the table of cli/commands.py and imports the one that runs."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse what stands before the command, whose names and help are known from now on.

        Raises TrackerError (usage) for a language that there is not.
        """
        session = session_of(ctx)
        if not ctx.resilient_parsing:
            session.require_language()
        language = session.words.language
        translate(self, language)
        for name, entry in COMMANDS.items():
            listed = TyperCommand(name, help=entry.help, rich_help_panel=entry.panel)
            translate(listed, language)
            listed.short_help = listed.help  # whole, where a word is completed
            self.add_command(listed)
        rest: list[str] = super().parse_args(ctx, args)
        return rest

    def command_named(self, name: str) -> "TyperCommand | CommandGroup":
        """The command of this name, imported now."""
        return load(name)


def load(name: str) -> "TyperCommand | CommandGroup":
    """The command of this name, or the group of commands, with help in both languages."""
    entry = COMMANDS[name]
    named = f"{name}_" if iskeyword(name) else name
    module = import_module(f"tracker.cli.{named}")
    made = typer.Typer(cls=CommandGroup, add_completion=False)
    for called, one in (entry.commands or {name: entry}).items():
        made.command(
            called,
            cls=TrackerCommand,
            help=one.help,
            epilog=module.EXAMPLES[called] if entry.commands else module.EXAMPLES,
            context_settings={**CONTEXT, "allow_extra_args": True},
        )(with_fields(getattr(module, called if entry.commands else named)))
    if entry.commands:
        made.callback(help=entry.help, context_settings=CONTEXT, invoke_without_command=True)(_help_alone)
    command = typer.main.get_command(made)
    assert isinstance(command, TyperCommand | CommandGroup)  # noqa: S101 - both classes are named above
    return command


def _within_groups(name: str) -> tuple[str, ...]:
    """The commands of this name that belong to a group: edit is target edit."""
    return tuple(f"{group} {name}" for group, entry in COMMANDS.items() if name in (entry.commands or ()))


def _help_alone(ctx: typer.Context) -> None:
    """A group without a command behind it shows its help."""
    if ctx.invoked_subcommand is None:
        ctx.get_help()


def with_fields(function: Callable[..., None]) -> Callable[..., None]:
    """The function as Typer reads it: options that several commands share are the fields of a dataclass.

    `def status(ctx: typer.Context, options: ListOptions)` becomes a function with a parameter for each field
    of ListOptions; when it is called, they are gathered again. Where a file may be written over, --yes is
    added. It raises TrackerError (usage) for text that is none.
    """
    from tracker.cli import options

    parameters = inspect.signature(function).parameters
    groups = {
        name: p.annotation
        for name, p in parameters.items()
        if isinstance(p.annotation, type) and is_dataclass(p.annotation)
    }

    def expanded() -> Iterator[inspect.Parameter]:
        for name, parameter in parameters.items():
            if name not in groups:
                yield parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
                continue
            for field in fields(groups[name]):
                yield inspect.Parameter(
                    field.name, inspect.Parameter.KEYWORD_ONLY, default=field.default, annotation=field.type
                )

    @functools.wraps(function)
    def gathering(**values: object) -> None:
        values.pop("replace", None)  # the session knows
        _require_text(values.values())  # a path is no text: files may have any name
        gathered = {
            name: group(**{field.name: values.pop(field.name) for field in fields(group)})
            for name, group in groups.items()
        }
        function(**values, **gathered)

    found = list(expanded())
    if any(parameter.annotation is options.Output for parameter in found):
        replace = inspect.Parameter(
            "replace", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=options.Replace
        )
        found.append(replace)
    signature = inspect.Signature(found)
    gathering.__signature__ = signature  # type: ignore[attr-defined]
    gathering.__annotations__ = {name: p.annotation for name, p in signature.parameters.items()}
    return gathering


def _require_text(values: Iterable[object]) -> None:
    """Raises TrackerError (usage) for text that is none, but bytes of another encoding."""
    for value in values:
        for text in value if isinstance(value, list | tuple) else (value,):
            if isinstance(text, str) and not text.isprintable() and any(map(_is_stray, text)):
                raise TrackerError("not-text", ExitCode.USAGE, text=text)


def _is_stray(character: str) -> bool:
    """Whether it stands for a byte, or half a character, that is no text."""
    return "\ud800" <= character <= "\udfff"


def _as_typed(value: Any, typed: Mapping[str, str]) -> Any:
    """A parsed value with the minus signs that were typed."""
    if isinstance(value, list | tuple):
        return type(value)(_as_typed(item, typed) for item in value)
    return typed.get(value, value) if isinstance(value, str) else value


def _is_negative(argument: str) -> bool:
    return argument[:1] == "-" and argument[1:2].isdigit()


def _translated(option: TyperOption | None, ctx: Any) -> TyperOption | None:
    if option is not None:
        option.help = in_language(HELP, session_of(ctx).words.language)
    return option


def _write_usage(command: TyperCommand | TyperGroup, ctx: Any, formatter: Any) -> None:
    prefix = in_language(USAGE, session_of(ctx).words.language)
    formatter.write_usage(ctx.command_path, " ".join(command.collect_usage_pieces(ctx)), prefix=prefix)
