"""Completion, asked as each shell's script asks: the real process, with its environment variables."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support import REPOSITORY
from tracker.cli.commands import COMMANDS
from tracker.cli.completion import complete
from tracker.cli.shells import FILES, FOLDERS, INSTEAD, WORDS

PLAIN = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TRACKER_LANG": "zh"}


def run(shell: str, variables: dict[str, str], cwd: Path = REPOSITORY) -> tuple[int, list[str]]:
    """The exit code and the lines; whatever happens, the error stream stays empty."""
    done = subprocess.run(
        [sys.executable, "-m", "tracker"],
        cwd=cwd,
        env={**PLAIN, **variables, "_TRACKER_COMPLETE": f"complete_{shell}"},
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    return done.returncode, done.stdout.decode().splitlines()


def bash(*words: str, cwd: Path = REPOSITORY, **variables: str) -> tuple[int, list[str]]:
    line = {"COMP_WORDS": "\n".join(["tracker", *words]), "COMP_CWORD": str(len(words))}
    return run("bash", {**line, "COMP_TYPE": "9", "COLUMNS": "80", **variables}, cwd)


def zsh(line: str, cwd: Path = REPOSITORY) -> tuple[int, list[str]]:
    return run("zsh", {"_TYPER_COMPLETE_ARGS": line}, cwd)


def fish(line: str, cwd: Path = REPOSITORY) -> tuple[int, list[str]]:
    return run("fish", {"_TYPER_COMPLETE_ARGS": line}, cwd)


def values(*before: str, typed: str = "", cwd: Path = REPOSITORY) -> list[str]:
    found = complete(["-C", str(cwd), *before], typed, PLAIN)
    return [value for value, _ in found.words]


def test_each_shell_gets_ids_with_their_names() -> None:
    assert bash("record", "uav-") == (
        WORDS,
        [
            "uav-firms      (新引进无人机企业)",
            "uav-scenarios  (培育无人机应用场景总数)",
            "uav-base       (无人机全产业链研发生产基地)",
        ],
    )
    assert zsh("tracker record uav-f") == (WORDS, ["uav-firms:新引进无人机企业"])
    assert fish("tracker record uav-f") == (WORDS, ["uav-firms\t新引进无人机企业"])


def test_bash_gets_bare_words_where_it_inserts_them() -> None:
    assert bash("record", "uav-f") == (WORDS, ["uav-firms"])
    bare = ["uav-firms", "uav-scenarios", "uav-base"]
    assert bash("record", "uav-", COMP_TYPE="37") == (WORDS, bare)
    assert bash("record", "uav-", COMP_TYPE="") == (WORDS, bare)


def test_a_part_of_the_name_finds_the_id() -> None:
    assert bash("log", "企业技术需求") == (INSTEAD, ["demand-matching"])
    assert zsh("tracker log 企业技术需求") == (INSTEAD, ["demand-matching:组织企业技术需求对接"])
    # Fish keeps only what has the typed text in it; the program takes the name as well.
    assert fish("tracker log 企业技术需求") == (INSTEAD, ["组织企业技术需求对接\tdemand-matching"])
    assert fish("tracker status --measure=科技创新生态") == (
        INSTEAD,
        ["--measure=优化科技创新生态\t--measure=3"],
    )


def test_numbers_stand_for_targets() -> None:
    assert zsh("tracker log 1.2") == (WORDS, ["1.2:新引进无人机企业 uav-firms"])


def test_commands_and_options_in_the_users_language() -> None:
    assert values() == list(COMMANDS)
    assert "log:列出报过的数，最新在前" in zsh("tracker ")[1]
    assert "log:List what was reported, newest first" in zsh("tracker --lang en ")[1]
    assert fish("tracker --lang en status --lead")[1] == [
        "--lead-only\twith --owner: only where that unit leads"
    ]
    assert {"--lang", "--directory", "--debug", "--help"} <= set(values("status", typed="--"))
    assert values("status", typed="-f") == ["-f"]
    assert "--install-completion" in values(typed="--")


def test_options_where_nothing_else_can_stand() -> None:
    assert "--as-of" in values("status")
    assert "--since" in values("log", "uav-firms")
    assert values("record", "uav-firms") == []


def test_signals_by_code_and_word_and_in_lists() -> None:
    assert values("status", "--signal", typed="be") == ["behind"]
    assert values("status", "--signal", typed="滞") == ["滞后"]
    assert values("status", "--fail-on", typed="behind,ov") == ["behind,overdue"]
    assert values("status", "--fail-on", typed="滞后，逾") == ["滞后，逾期未完成"]
    rest = values("status", typed="--signal=behind,")
    assert "--signal=behind,overdue" in rest
    assert "--signal=behind,behind" not in rest


def test_choices_units_sections_measures_and_days() -> None:
    assert values("status", "--sort", typed="l") == ["lead"]
    assert values("status", "--profile", typed="s") == ["strict", "sanya"]
    assert values("check", "-f") == ["term", "json"]
    assert values("status", typed="-fj") == ["-fjson"]
    assert values("--lang") == ["zh", "en"]
    assert values("schema") == ["catalogue", "progress"]
    assert values("status", "--section", typed="1") == ["1"]
    assert values("status", "--measure", typed="3") == ["3", "30", "31", "32"]
    assert values("log", "--by", typed="科技局") == ["区科技局"]
    assert set(values("form", "--owner")) < set(values("log", "--owner"))
    assert values("status", "--as-of") == ["today"]
    assert values("record", "low-altitude-5g", "--stage") == ["前期", "开工", "主体完工", "建成"]


def test_reports_and_their_entries() -> None:
    newest = max(path.stem for path in (REPOSITORY / "progress").rglob("*.yaml"))
    assert values("void")[0] == newest
    assert values("void", typed=f"{newest}#")[0] == f"{newest}#1"
    assert complete(["void"], "progress/2024/", PLAIN).code == FILES


def test_files_and_folders_are_the_shells() -> None:
    assert bash("status", "-o", "mea") == (FILES, [])
    assert fish("tracker -C s") == (FOLDERS, [])
    assert zsh("tracker import ") == (FILES, [])
    assert bash("log", "--since=", "nothing") == (WORDS, [])


def test_bash_splits_at_equal_signs() -> None:
    assert bash("log", "--by", "=", "科技局") == (INSTEAD, ["区科技局"])
    assert "区科技局" in [line.split(" ")[0] for line in bash("log", "--by", "=")[1]]
    assert bash("record", "talent", "=") == (WORDS, [])
    assert bash("record", "talent", "=", "40", "uav-f") == (WORDS, ["uav-firms"])


def test_the_folder_on_the_line_is_respected(tmp_path: Path) -> None:
    text = "sections:\n- measures:\n  - number: 1\n    targets:\n    - {id: far-away, name: 远处}\n"
    (tmp_path / "measures.yaml").write_text(text, encoding="utf-8")
    for words in (["-C", str(tmp_path)], [f"-C{tmp_path}"], [f"--directory={tmp_path}"]):
        assert bash(*words, "log", "far") == (WORDS, ["far-away"])
        assert bash("log", *words, "far") == (WORDS, ["far-away"])
    assert bash("-C", str(tmp_path / "none"), "log", "far") == (WORDS, [])


HOSTILE = """
sections:
- number: 1
  title: '分: [类] %F{red}'
  measures:
  - number: 1
    owners: ['区 科技局(新)', '局:二$(touch p1)', "控制\\x1b[31m符"]
    targets:
    - {id: aa-one, name: '$(touch p2) `touch p3` \\$(touch p4)'}
    - id: aa-two
      name: 红\x1b[31m字\u202e
"""


def test_names_from_files_are_data(tmp_path: Path) -> None:
    (tmp_path / "measures.yaml").write_text(HOSTILE, encoding="utf-8")
    assert zsh("tracker log aa-", tmp_path)[1] == [
        r"aa-one:$(touch p2) `touch p3` \\$(touch p4)",
        "aa-two:红<U+001B>[31m字<U+202E>",
    ]
    assert zsh("tracker log --by 局", tmp_path)[1] == [r"局\:二$(touch p1)"]
    assert bash("log", "--by", "局", cwd=tmp_path)[1] == [r"局:二\$\(touch\ p1\)"]
    assert bash("log", "--by", "局", ":", "二", cwd=tmp_path)[1] == [r"二\$\(touch\ p1\)"]
    assert bash("log", "--by", "'区", cwd=tmp_path)[1] == ["区 科技局(新)"]
    assert fish("tracker log --by 控", tmp_path) == (WORDS, [])


@pytest.mark.parametrize("content", [b"", b"\0\xff\xfe", b"sections:\n- measures: [" * 3, b"a: &a [*a]"])
def test_a_broken_catalogue_offers_fewer_words_and_says_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "measures.yaml").write_bytes(content)
    for line in ("tracker log ", "tracker status --owner ", "tracker void ", "tracker status --s"):
        assert zsh(line, tmp_path)[0] == WORDS


def test_what_no_shell_sends_is_answered_in_silence(tmp_path: Path) -> None:
    (tmp_path / "measures.yaml").mkdir()
    assert run("bash", {}, tmp_path)[0] == WORDS
    assert run("bash", {"COMP_WORDS": "tracker", "COMP_CWORD": "x"}, tmp_path) == (FILES, [])
    assert zsh("tracker log 'open", tmp_path) == (WORDS, [])
    assert zsh("tracker no-such-command ", tmp_path)[0] == WORDS


@given(
    st.lists(st.sampled_from([*COMMANDS, "--", "-", "-C", "--owner", "-f", "--signal=behind", "x"])),
    st.text(),
)
def test_words_begin_as_typed_or_have_it_somewhere(before: list[str], typed: str) -> None:
    found = complete(before, typed, PLAIN)
    assert found.code in {WORDS, FILES, FOLDERS, INSTEAD}
    for value, _ in found.words:
        assert value.casefold().startswith(typed.casefold()) or found.code == INSTEAD


def test_nothing_heavy_is_imported() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "tracker"],
        cwd=REPOSITORY,
        env={**PLAIN, "_TRACKER_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "tracker record uav"},
        capture_output=True,
        check=True,
    )
    imported = set(re.findall(r"\| +([\w.]+)$", done.stderr.decode(), re.MULTILINE))
    assert "tracker.cli.candidates" in imported
    assert not imported & {
        "typer",
        "pydantic",
        "rich",
        "yaml",
        "inspect",
        "tracker.assess",
        "tracker.formats",
    }


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_scripts_are_ours_by_either_way(shell: str) -> None:
    printed = subprocess.run(
        [sys.executable, "-m", "tracker"],
        env={**PLAIN, "_TRACKER_COMPLETE": f"source_{shell}"},
        capture_output=True,
        check=True,
    ).stdout.decode()
    # Typer finds out which shell it runs in; told not to, it takes the name.
    shown = subprocess.run(
        [sys.executable, "-c", "from tracker.cli.start import main; main()", "--show-completion", shell],
        env={**PLAIN, "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"},
        capture_output=True,
        check=True,
    ).stdout.decode()
    assert printed == shown
    assert "_tracker_completion" in printed
