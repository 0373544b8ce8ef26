"""The command line: help in both languages, global options anywhere, negative numbers, what is imported."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.core import TyperArgument, TyperCommand, TyperOption
from wcwidth import wcswidth

from support import REPOSITORY, Run, document, target, write_workspace
from tracker.cli.app import GLOBAL, usage_sentence
from tracker.cli.commands import COMMANDS
from tracker.cli.group import CommandGroup, load
from tracker.cli.help import in_language
from tracker.cli.options import OUTPUT, WHEN, WHICH
from tracker.cli.periods import PERIOD
from tracker.words import LANGUAGES, Words

ENERGY = target(
    id="energy",
    name="能耗同比",
    kind="growth",
    unit="%",
    target={"at_most": "-3"},
    quote="全年新引进企业40家以上",
)


def texts(command: TyperCommand) -> Iterator[tuple[str, str]]:
    """Every text of a help page, by what it is of."""
    yield "help", command.help or ""
    yield "epilog", command.epilog or ""
    for parameter in command.params:
        assert isinstance(parameter, TyperOption | TyperArgument)
        yield parameter.name or "", parameter.help or ""


def commands_of(name: str) -> list[TyperCommand]:
    """The command of this name, or those of its group."""
    command = load(name)
    return list(command.commands.values()) if isinstance(command, CommandGroup) else [command]  # type: ignore[arg-type]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_text_of_a_help_page_is_in_both_languages(command: str) -> None:
    for name, text in (text for one in commands_of(command) for text in texts(one)):
        chinese, english = (in_language(text, language) for language in LANGUAGES)
        assert re.search(r"[\u4e00-\u9fff]", chinese), name
        assert english
        assert english != chinese, name
        assert "[" not in text, f"{name}: rich takes it for markup"


# What several commands have in common stands on one page of the manual.
SHARED = {WHEN: "status", WHICH: "status", OUTPUT: "status", PERIOD: "brief", GLOBAL: "status"}


@pytest.mark.parametrize("command", COMMANDS)
def test_the_manual_speaks_of_every_option(command: str) -> None:
    for parameter in (parameter for one in commands_of(command) for parameter in one.params):
        if isinstance(parameter, TyperOption):
            pages = {command, SHARED.get(parameter.rich_help_panel or "", command)}
            text = "".join((REPOSITORY / f"docs/commands/{page}.md").read_text("utf-8") for page in pages)
            assert any(re.search(rf"(?<![\w-]){name}\b", text) for name in parameter.opts), parameter.name


@pytest.mark.parametrize("name", COMMANDS)
def test_the_examples_of_a_help_page_are_understood(name: str) -> None:
    for command in commands_of(name):
        epilog = in_language(command.epilog or "", "en")
        lines = [line for line in epilog.splitlines() if line.startswith("tracker ")]
        assert len(lines) in {2, 3, 4}
        called = ["tracker", *dict.fromkeys([name, str(command.name)])]
        for line in lines:
            words = shlex.split(re.sub(r"^[A-Z]+=\S+ ", "", line.partition(" | ")[0]))
            assert words[: len(called)] == called
            command.make_context(str(command.name), words[len(called) :])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize("command", ["", *COMMANDS, "target adjust"])
def test_a_help_page_fits_the_terminal_and_loses_nothing(
    command: str, width: int, language: str, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    shown = tracker(*command.split(), "--help", "--lang", language)
    assert (shown.code, shown.err) == (0, "")
    lines = shown.out.splitlines()
    assert max(map(wcswidth, lines)) <= width
    assert not re.search(r"[\x00-\x09\x0b-\x1f]|…│|… │", shown.out)
    first = next(line.strip() for line in lines if line.strip())
    assert first.startswith({"zh": "用法：tracker", "en": "Usage: tracker"}[language])
    # A line of Chinese begins with no closing mark.
    assert not re.search(r"^[│ ]*[，。：；、）]", shown.out, re.MULTILINE)


def test_the_program_lists_its_commands_under_headings(tracker: Run) -> None:
    for arguments in ([], ["--help"], ["-h"]):
        shown = tracker("--lang", "en", *arguments)
        assert shown.code == 0
        positions = [
            shown.out.index(f"─ {panel} ─") for panel in ("Reading", "Recording", "Papers", "Catalogue")
        ]
        assert positions == sorted(positions)
        assert all(f"│ {command} " in shown.out for command in COMMANDS)


@pytest.mark.parametrize(
    "line",
    [
        "--lang en -C {folder} status",
        "status --lang en -C {folder}",
        "status --lang=en -C{folder}",
        "-C {folder} status --directory={folder} --lang en",
        "-C / status --lang en --directory {folder} --debug",
    ],
)
def test_global_options_may_stand_before_and_after_the_command(
    line: str, tracker: Run, tmp_path: Path
) -> None:
    write_workspace(tmp_path / "w")
    shown = tracker(*line.format(folder=tmp_path / "w").split(), cwd=Path("/"))
    assert (shown.code, shown.err) == (0, "")
    assert "Read 0 progress files" in shown.out


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("line", "key", "facts"),
    [
        ("status --signl done", "error.no-such-option", {"name": "--signl"}),
        ("status --lead-onyl", "error.near", {"near": ("--lead-only", "--verified-only", "--fail-on")}),
        ("record x 1 --evidense y", "error.near", {"near": ("--evidence",)}),
        ("record x -x", "error.no-such-option", {"name": "-x"}),
        ("status --as-of", "error.option-value", {"name": "--as-of"}),
        ("show", "error.missing-parameter", {"name": "TARGET|MEASURE"}),
        ("void x", "error.missing-parameter", {"name": "--reason"}),
        (
            "status extra more",
            "error.extra-argument",
            {"arguments": ("extra", "more"), "command": "tracker status"},
        ),
        ("statsu", "error.no-such-command", {"name": "statsu", "near": ("status",), "command": "tracker"}),
        (
            "qqq",
            "error.no-such-command-at-all",
            {"name": "qqq", "choices": tuple(COMMANDS), "command": "tracker"},
        ),
        (
            "--install-completion foo",
            "error.value-choice",
            {
                "name": "--install-completion",
                "text": "foo",
                "choices": ("bash", "zsh", "fish", "powershell", "pwsh"),
            },
        ),
        ("status -o tests", "error.value-folder", {"name": "--output", "text": "tests"}),
        ("show x --nope", "error.usage-hint", {"command": "tracker show"}),
        ("due --fail-on bad", "error.choice-unknown", None),
    ],
)
def test_what_is_wrong_with_a_line_is_a_sentence_in_both_languages(
    line: str, key: str, facts: dict[str, object] | None, language: str, tracker: Run
) -> None:
    for arguments in ([*line.split(), f"--lang={language}"], ["--lang", language, *line.split()]):
        if line.endswith("--as-of") and arguments[-1] != "--as-of":
            continue  # it would take --lang for its value
        shown = tracker(*arguments, cwd=REPOSITORY)
        assert (shown.code, shown.out) == (2, "")
        assert shown.err.startswith("tracker: ")
        assert shown.err.count("\n") == 1
        if facts is not None:
            assert Words(language)(key, facts) in shown.err


def test_what_a_system_says_of_a_file_is_said_in_chinese_as_well(tracker: Run) -> None:
    for language, reason in (("zh", "没有这个文件或目录"), ("en", "No such file or directory")):
        found = tracker("status", "-o", "nowhere/x.csv", "--lang", language, cwd=REPOSITORY)
        assert (found.code, reason in found.err) == (5, True)


def test_what_an_argument_may_be_is_said_in_words(tracker: Run) -> None:
    # From 0.29 on Typer writes the kinds by itself, in no language but its own.
    own = typer.__version__ >= "0.29"
    chinese, english = ("<文字>", "<路径>"), ("<text>", "<path>")
    for language, kinds in (("zh", chinese), ("en", english)) if not own else (("zh", ("<str>", "<path>")),):
        for command, kind in zip(("show", "draft"), kinds, strict=True):
            assert kind in tracker(command, "--help", "--lang", language, cwd=REPOSITORY).out


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", ["x", "-1", "1.5", "٣", "9999999999", ""])
def test_a_number_that_is_none_is_a_sentence(number: str, language: str, tracker: Run) -> None:
    shown = tracker("due", "--within", number, "--lang", language, cwd=REPOSITORY)
    said = Words(language)("error.number-bad", {"name": "--within", "text": number, "least": 0})
    assert (shown.code, shown.err) == (2, f"tracker: {said}\n")


def test_an_error_of_typer_that_is_not_known_is_a_sentence_as_well() -> None:
    assert "odd" in usage_sentence(typer.TyperException("odd"), Words("zh"))
    assert "odd" in usage_sentence(typer.BadParameter("odd"), Words("en"))


@pytest.mark.parametrize("written", ["-4.1", "\u22124.1", "\uff0d4.1", "\u20134.1", "-4.1%"])
@pytest.mark.parametrize("form", ["energy {}", "energy={}", "-- energy {}", "--by x energy {} --note -4.1"])
def test_a_negative_number_is_an_argument(form: str, written: str, tracker: Run, tmp_path: Path) -> None:
    write_workspace(tmp_path, json.dumps(document(ENERGY), ensure_ascii=False))
    options = ("--by", "区科技局", "--date", "2024-08-10", "--dry-run", "--yes")
    shown = tracker("record", *options, *form.format(written).split())
    assert shown.code == 0, shown.err
    assert "{target: energy, total: -4.1" in shown.out
    assert ("note: '-4.1'" in shown.out) == ("--note" in form)


@pytest.mark.parametrize("written", ["-4,1", "--4", "-", "-.5"])
def test_what_is_no_negative_number_is_refused(written: str, tracker: Run, tmp_path: Path) -> None:
    write_workspace(tmp_path, json.dumps(document(ENERGY), ensure_ascii=False))
    shown = tracker("record", "energy", written, "--by", "区科技局", "--date", "2024-08-10")
    assert (shown.code, shown.out) == (2, "")
    assert not (tmp_path / "progress").exists()
