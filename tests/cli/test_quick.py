"""Whatever cli/quick.py answers, Typer says the same; and the usual command lines are answered."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support import REPOSITORY
from tracker.cli import typed
from tracker.cli.app import with_globals_first
from tracker.cli.commands import COMMANDS, command_named, parameters
from tracker.cli.leaving import Misused
from tracker.cli.parameters import HELP
from tracker.cli.program import tracker
from tracker.cli.quick import understood
from tracker.cli.session import Session
from tracker.cli.signature import parameters_of
from tracker.problems import TrackerError

VARIABLES = ("TRACKER_AS_OF", "TRACKER_BY", "TRACKER_UNIT", "TRACKER_LANG")
# Words that a command line could trip over: empty, signs, numbers of all sorts, files and folders that exist.
WORDS = (
    "",
    "-",
    "--",
    "x",
    "=",
    "a=b",
    "0",
    "7",
    "-1",
    "+3",
    "٣",
    "1_000",
    " 5",
    "9" * 12,
    "uav-firms",
    "企业",
)
FILES = (".", "measures.yaml", "seeds", "missing.csv", "missing/x.md", "~", "a b")


class Recorder:
    """The commands, replaced by what they would have been called with."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, object]] = []
        self.real: dict[Callable[..., None], Callable[..., None]] = {}

    def instead_of(self, name: str, command: Callable[..., None]) -> Callable[..., None]:
        def record(_session: Session, **values: Any) -> None:
            self.calls.append((name, values))

        self.real[record] = command
        return record

    def page(self, command: str, _session: Session) -> str:
        self.calls.append(("--help", command))
        return ""


@pytest.fixture(scope="module")
def recorder() -> Iterator[Recorder]:
    """Typer's program, whose commands only record; built once."""
    found = Recorder()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typed, "tracker", found.instead_of("", tracker))
        patch.setattr(typed, "command_named", lambda name: found.instead_of(name, command_named(name)))
        patch.setattr(typed, "parameters_of", lambda command: parameters_of(found.real[command]))
        patch.setattr(typed, "help_page", found.page)
        program = typed.program_of_typer()
        patch.setattr(typed, "program_of_typer", lambda: program)
        patch.chdir(REPOSITORY)
        yield found


def by_typer(arguments: list[str], recorder: Recorder) -> list[tuple[str, object]] | None:
    recorder.calls.clear()
    try:
        typed.run(arguments, Session())
    except Misused:
        return None
    return list(recorder.calls)


def by_quick(arguments: list[str]) -> list[tuple[str, object]] | None:
    line = understood(arguments, os.environ)
    if line is None:
        return None
    calls: list[tuple[str, object]] = [("", line.program)] if line.program else []
    return [
        *calls,
        ("--help", line.command) if line.helps or not line.command else (line.command, line.values),
    ]


@st.composite
def written(draw: st.DrawFn, command: str) -> list[str]:
    """One option or word of this command, in one of the ways it may be written, or nearly."""
    value = draw(st.sampled_from([*WORDS, *FILES]) | st.text("-=fo企1 ", max_size=4))
    kinds = ["word", *["option"] * 9, *["joined"] * 3, *["attached"] * 2, "bare", "near", "any"]
    kind = draw(st.sampled_from(kinds))
    if kind == "word":
        return [value]
    known = [p for p in (*parameters(command), *parameters(""), HELP) if p.names]
    if kind == "any":
        known = [p for other in COMMANDS for p in parameters(other) if p.names]
    option = draw(st.sampled_from(known))
    name = draw(st.sampled_from(option.names))
    if kind == "joined":
        return [f"{name}={value}"]
    if kind == "attached":
        return [f"{name}{value}"]
    if kind == "near":
        return [name[: draw(st.integers(1, len(name)))], value]
    return [name] if kind == "bare" or not option.takes else [name, value]


@st.composite
def lines(draw: st.DrawFn) -> list[str]:
    command = draw(st.sampled_from(COMMANDS))
    before = draw(st.lists(written(""), max_size=2))
    after = draw(st.lists(written(command), max_size=4))
    shown = [] if draw(st.integers(0, 9)) == 0 else [command]
    return [word for words in [*before, shown, *after] for word in words]


@settings(max_examples=1500, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    line=lines(),
    variables=st.dictionaries(
        st.sampled_from(VARIABLES), st.sampled_from(["", "en", "区科技局"]), max_size=2
    ),
)
def test_what_is_answered_is_what_typer_says(
    line: list[str], variables: dict[str, str], recorder: Recorder
) -> None:
    try:
        arguments, _ = with_globals_first(line)
    except TrackerError:
        return
    with pytest.MonkeyPatch.context() as patch:
        for name in VARIABLES:
            patch.delenv(name, raising=False)
        for name, value in variables.items():
            patch.setenv(name, value)
        answer = by_quick(arguments)
        if answer is not None:
            assert answer == by_typer(arguments, recorder)


USUAL = """
--version | --help | -h | status | status --help | status --as-of 2024-10-31 -f json | show uav-firms
show 1.2 --open -fjson | gaps --owner 区科技局 --owner=区财政局 --lead-only | due --within 14 --text
diff 2024-08-01 2024-09-01 --all | diff --rev HEAD~1..HEAD | brief --week 2024-W40 --number 3 -o missing.md
record uav-firms 23 --by 区科技局 --date 2024-08-10 -y | record a=1 b=2 --by x | void 2024-08-10-ab12#1 --reason x
log --limit 5 | log uav-firms --since 8月上旬 | form --all -o forms | import measures.yaml missing.xlsx --dry-run
check --history | init somewhere --year 2025 | schema catalogue | digest --json-lines | notice --owner x
status -- | show -- uav-firms | --debug --lang en -C . status | record - | status --search= | profiles
"""


@pytest.mark.parametrize(
    "line", [line.strip() for line in USUAL.replace("\n", "|").split("|") if line.strip()]
)
def test_the_usual_lines_are_answered(line: str, recorder: Recorder) -> None:
    arguments, _ = with_globals_first(line.split())
    answer = by_quick(arguments)
    assert answer is not None
    assert answer == by_typer(arguments, recorder)


DOUBTFUL = """
statsu | status --as-of | status --asof x | status extra | show | void x | due --within -1 | due --within x
status --debug=1 | record x -yf | status --lead-only=x | --install-completion | --show-completion | -- status
status -o . | brief -o seeds | log --limit 9999999999999 | import | status --as | status -x | brief --number 0
"""


@pytest.mark.parametrize(
    "line", [line.strip() for line in DOUBTFUL.replace("\n", "|").split("|") if line.strip()]
)
def test_whatever_is_odd_is_left_to_typer(line: str) -> None:
    assert understood(line.split(), {}) is None


@pytest.mark.parametrize("variable", ["", "x"])
def test_variables_stand_in(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_UNIT", variable)
    line = understood(["brief"], os.environ)
    assert line is not None
    assert line.values["unit"] == (variable or None)


def test_paths_are_paths() -> None:
    line = understood(["import", "a.csv", "b/c.xlsx"], {})
    assert line is not None
    assert line.values["files"] == [Path("a.csv"), Path("b/c.xlsx")]
