"""Typer's completion for each shell, with what it lacks: words found by their name, and each shell's quotes.

Typer keeps what begins as typed; so that 人 finds `talent` (引进人才), each class asks a second time. Typer's own
answer to zsh is code that zsh runs, with a command from a file in it; here every word is quoted.
"""

import os
import re
import shlex
from typing import Annotated, ClassVar

import typer
from typer._click.shell_completion import (
    CompletionItem,
    ShellComplete,
    add_completion_class,
    split_arg_string,
)
from typer._completion_classes import BashComplete, FishComplete, PowerShellComplete, ZshComplete
from typer._completion_shared import Shells, _get_shell_name
from typer._completion_shared import install as install_script

from tracker.cli.help import both
from tracker.cli.session import language_asked, session_of
from tracker.model.typed import folded
from tracker.problems import ExitCode, TrackerError

PROGRAM = "tracker"
INSTALL, SHOW = "--install-completion", "--show-completion"

# COMP_TYPE where bash lists several words, and puts none of them on the line.
_LISTS = {str(ord(key)) for key in "\t?!@"}


class Name(str):
    """What stands beside a word where the program takes it in place of the word: a target's name, a title."""

    __slots__ = ()


class _ByName(ShellComplete):
    """What begins as typed; where nothing does, what has it somewhere, in the word or in its Name."""

    named: ClassVar[bool] = False  # whether a Name is offered instead of the word found by it
    anywhere = False  # whether what is offered need not begin as typed

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """The words that can stand here, each as long as the shell's word: `--owner=区` becomes `--owner=区科技局`."""
        self.ctx_args["obj"].language_option = language_asked(args)
        items = super().get_completions([*args], incomplete)
        option, equals, typed = incomplete.rpartition("=") if incomplete[:2] == "--" else ("", "", incomplete)
        if typed and not items:
            self.anywhere = True
            everything = super().get_completions([*args], option + equals)
            items = [item for item in everything if self._has(item, folded(typed))]
        return [CompletionItem(option + equals + item.value, help=item.help) for item in items]

    def _has(self, item: CompletionItem, typed: str) -> bool:
        if typed in folded(item.value):
            return True
        fits = isinstance(item.help, Name) and typed in folded(item.help)
        if fits and self.named:
            item.value, item.help = item.help, item.value
        return fits


class Bash(_ByName, BashComplete):
    """Bash takes words as they are, so they are quoted; it breaks a word at `=`, and knows of no help."""

    # Typer's, which does not say whether bash will list the words or put them on the line one by one.
    source_template = BashComplete.source_template.replace("COMP_CWORD=", "COMP_TYPE=$COMP_TYPE COMP_CWORD=")

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the cursor, and the one at it."""
        words = os.environ["COMP_WORDS"].split("\n")[1 : int(os.environ["COMP_CWORD"]) + 1]
        text = re.sub(r"\n?=\n?", "=", "\n".join(words))
        args = split_arg_string(text)
        self._quote = words[-1][:1] if words and words[-1][:1] in {"'", '"'} else ""
        return args, "" if not text or text.endswith("\n") else args.pop()

    def complete(self) -> str:
        """The words, one a line: what bash puts in place of what stands behind the last `=`."""
        args, incomplete = self.get_completion_args()
        start = incomplete.rfind("=") + 1
        items = self.get_completions(args, incomplete)
        words = {word: item.help for item in items if (word := self._quoted(item.value[start:]))}
        if len(words) == 1 or os.environ.get("COMP_TYPE") not in _LISTS:
            return "\n".join(words)
        lines = [f"{word}  ({text})" if text else word for word, text in words.items()]
        # Bash puts what all lines have in common in place of what was typed: nothing, then.
        return "\n".join([*lines, incomplete[start:]] if self.anywhere and lines else lines)

    def _quoted(self, word: str) -> str:
        """The word as it is typed; "" where that cannot be after the quotation mark that stands there."""
        if self._quote:
            return "" if re.search(r"""['"\\$`!]""", word) else word
        return re.sub(r"[^\w.,:/@%+=#-]|^#", r"\\\g<0>", word)


class Zsh(_ByName, ZshComplete):
    """Zsh runs the answer as code: nothing in it but two commands, and words in quotes."""

    # Typer's, which does nothing at the first Tab of a terminal but define itself.
    source_template = (
        ZshComplete.source_template.rstrip()
        + '\n[[ $zsh_eval_context[-1] != loadautofunc ]] || %(complete_func)s "$@"\n'
    )

    def complete(self) -> str:
        """The code that offers the words."""
        items = self.get_completions(*self.get_completion_args())
        if not items:
            return "_files"
        words = " ".join(shlex.quote(self.format_completion(item)) for item in items)
        code = f"local -a offered=({words}); _describe -V {self.prog_name} offered"
        if self.anywhere:
            code += " -U"  # without comparing them with what was typed
        if self.anywhere and len(items) > 1:  # which stays until one is chosen
            code += "; compstate[insert]=${compstate[insert]:#*unambiguous}; compstate[list]='list force'"
        return code

    def format_completion(self, item: CompletionItem) -> str:
        """A word and its help, for `_describe`."""
        value, text = ((part or "").replace("\\", r"\\") for part in (item.value, item.help))
        return value.replace(":", r"\:") + (f":{text}" if text else "")


class Fish(_ByName, FishComplete):
    """Fish offers only what has the typed text in it: there, the name stands for the word."""

    named = True

    def format_completion(self, item: CompletionItem) -> str:
        """A word and its help, in one line."""
        return f"{item.value}\t{item.help}" if item.help else str(item.value)


class PowerShell(_ByName, PowerShellComplete):
    """PowerShell takes words as they are: those that would need quotes are not offered."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """The words that are safe without quotes."""
        items = super().get_completions(args, incomplete)
        return [item for item in items if re.fullmatch(r"[\w./=:#-]+", item.value)]

    def format_completion(self, item: CompletionItem) -> str:
        """A word and its help, in one line."""
        return f"{item.value}:::{item.help or ' '}"


ANSWERS: dict[Shells, type[ShellComplete]] = {
    Shells.bash: Bash,
    Shells.zsh: Zsh,
    Shells.fish: Fish,
    Shells.powershell: PowerShell,
    Shells.pwsh: PowerShell,
}
for _shell, _answer in ANSWERS.items():
    add_completion_class(_answer, _shell.value)


def with_shell_named(arguments: list[str]) -> list[str]:
    """The arguments; where they end in an option that wants a shell named, with the one the program runs in."""
    shell = _get_shell_name() if arguments[-1:] in ([INSTALL], [SHOW]) else None
    return [*arguments, shell] if shell else arguments


def script(ctx: typer.Context, shell: Shells) -> str:
    """What makes this shell ask the program."""
    return ANSWERS[shell](ctx.command, {}, PROGRAM, f"_{PROGRAM.upper()}_COMPLETE").source().strip() + "\n"


def _show(ctx: typer.Context, shell: Shells | None) -> None:
    if shell and not ctx.resilient_parsing:
        session_of(ctx).write(script(ctx, shell).encode(), None)
        raise typer.Exit


def _install(ctx: typer.Context, shell: Shells | None) -> None:
    if shell is None or ctx.resilient_parsing:
        return
    session = session_of(ctx)
    try:
        _, path = install_script(shell=shell.value, prog_name=PROGRAM)
        if shell in {Shells.bash, Shells.zsh}:  # which have scripts of their own
            path.write_text(script(ctx, shell), encoding="utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        raise TrackerError(
            "completion-not-installed", ExitCode.WRITE_CONFLICT, shell=shell.value, reason=reason
        ) from None
    facts = {"shell": shell.value, "file": str(path)}
    session.write((session.words("completion.installed", facts) + "\n").encode(), None)
    raise typer.Exit


InstallCompletion = Annotated[
    Shells | None,
    typer.Option(
        INSTALL,
        metavar="SHELL",
        callback=_install,
        expose_value=False,
        help=both(
            "为这个 shell 安装补全，不写则为当前的",
            "install completion for this shell; the current one unless named",
        ),
    ),
]
ShowCompletion = Annotated[
    Shells | None,
    typer.Option(
        SHOW,
        metavar="SHELL",
        callback=_show,
        expose_value=False,
        help=both(
            "显示这个 shell 的补全脚本，供自行安装", "show the script for this shell, to install it by hand"
        ),
    ),
]
