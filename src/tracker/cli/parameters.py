"""What a command takes: declared in its signature, and as everybody else knows it from cli/grammar.py."""


class Option:
    """An option, as a command declares it: `Annotated[str | None, Option("--owner", takes="UNIT")]`.

    `environment` names the variable that stands in for it; `least` is the smallest number allowed; `choices`
    are what it may be, for --help and completion, and `default` the one that holds where none is given but
    the signature does not say so.
    """

    def __init__(
        self,
        *names: str,
        takes: str = "",
        environment: str = "",
        least: int | None = None,
        folder: bool = True,
        choices: tuple[str, ...] = (),
        default: str = "",
    ) -> None:
        self.names, self.takes, self.environment, self.least = names, takes, environment, least
        self.folder, self.choices, self.default = folder, choices, default


class Argument:
    """An argument, as a command declares it."""

    def __init__(self, takes: str) -> None:
        self.takes = takes


class Parameter:
    """One parameter of a command.

    `written` is what is typed for it (`-f --format`): "" for an argument, "*" for any number of them. `takes`
    is what follows it: "" for a flag. `kind`: flag, text, number, path, file (a path that is no folder);
    texts, paths (any number of them); typer (a flag that only Typer understands). `said` is the default in
    words, where --help names one.
    """

    __slots__ = (
        "choices",
        "default",
        "environment",
        "kind",
        "least",
        "name",
        "needed",
        "said",
        "takes",
        "written",
    )

    def __init__(
        self,
        name: str,
        written: str,
        takes: str,
        kind: str = "text",
        *,
        needed: bool = False,
        default: str | int | None = None,
        said: str = "",
        environment: str = "",
        least: int | None = None,
        choices: tuple[str, ...] = (),
    ) -> None:
        self.name, self.written, self.takes, self.kind = name, written, takes, kind
        self.needed, self.default, self.said = needed, default, said
        self.environment, self.least, self.choices = environment, least, choices

    @property
    def names(self) -> list[str]:
        """How an option is written, the shortest first; none for an argument."""
        return [] if self.written == "*" else self.written.split()


HELP = Parameter("help", "-h --help", "", "flag")
# Understood before and after the command.
EVERYWHERE = frozenset({"lang", "directory", "debug"})


def is_option(word: str) -> bool:
    """Whether a word is read as an option."""
    return word.startswith("-") and word != "-"
