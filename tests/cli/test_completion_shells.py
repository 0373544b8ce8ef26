"""Completion in the shells themselves: installed by the program, typed key by key, in every shell there is."""

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from support import REPOSITORY, document, target

SHELLS = [shell for shell in ("bash", "zsh", "fish") if shutil.which(shell)]
PROMPT = "ready> "
START = {
    "bash": (".bashrc", f"PS1='{PROMPT}'\nbind 'set enable-bracketed-paste off'\n"),
    "zsh": (".zshrc", f"PROMPT='{PROMPT}'\nunsetopt zle_bracketed_paste prompt_sp beep 2>/dev/null\n"),
    "fish": (
        ".config/fish/config.fish",
        f"function fish_prompt\n  printf '{PROMPT}'\nend\nset fish_greeting\n",
    ),
}
# A shell wants the terminal to be its own.
OWN_TERMINAL = (
    "import fcntl, os, sys, termios;fcntl.ioctl(0, termios.TIOCSCTTY, 0);os.execvp(sys.argv[1], sys.argv[1:])"
)
# Names that are commands to one shell or another, and that turn or colour what is shown.
HOSTILE = [
    r"$(touch run1)`touch run2`\$(touch run3)\\`touch run4`",
    "'; touch run5; '\"; touch run6; \"",
    "a & touch run7 | b (touch run8) <(touch run9) > run10",
    "*?[a-z]{x,y}~!^#%F{red}",
    "甲:乙=丙",
]
LETTERS = "子丑寅卯辰"


class Terminal:
    """An interactive shell in a home of its own, for which the program has installed its completion."""

    def __init__(self, shell: str, home: Path) -> None:
        self.shell, self._lines, self._shown = shell, home / "line", b""
        programs = home / "programs"
        programs.mkdir(parents=True)
        (programs / "tracker").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tracker "$@"\n')
        (programs / "tracker").chmod(0o755)
        # Where this folder is missing fish reads every manual page of the machine, in the background.
        (home / ".local/share/fish/generated_completions").mkdir(parents=True)
        environment = {
            "HOME": str(home),
            "PATH": f"{programs}:{os.environ['PATH']}",
            "LC_ALL": "C.UTF-8",
            "TRACKER_LANG": "zh",
            "TERM": "vt100",
            "HISTFILE": "/dev/null",
        }
        install = [str(programs / "tracker"), "--install-completion", shell]
        subprocess.run(install, env=environment, check=True, capture_output=True)
        name, text = START[shell]
        start = home / name
        start.parent.mkdir(parents=True, exist_ok=True)
        start.write_text((start.read_text() if start.exists() else "") + text)
        self._controller, terminal = pty.openpty()
        self._process = subprocess.Popen(
            [sys.executable, "-c", OWN_TERMINAL, shell, "-i"],
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            cwd=home,
            env=environment,
            start_new_session=True,
        )
        os.close(terminal)
        self.read_until(PROMPT)

    def read_until(self, sign: str) -> str:
        """What is shown, up to this; what comes after it is left to be read."""
        end = time.monotonic() + 30
        while sign.encode() not in self._shown and time.monotonic() < end:
            if select.select([self._controller], [], [], 1)[0]:
                self._shown += os.read(self._controller, 65536)
        shown, found, self._shown = self._shown.partition(sign.encode())
        assert found, shown.decode(errors="replace")
        return shown.decode(errors="replace")

    def type(self, keys: str) -> None:
        """Press these keys."""
        os.write(self._controller, keys.encode())

    def words(self) -> list[str]:
        """The words on the line as the shell would hand them over; the line is empty then."""
        # From the beginning of the line: have them written down instead of running them.
        self.type(f"\x01printf '%s\\n' \x05 >{self._lines}; printf 'do%s' ne\n")
        self.read_until("done")
        self.read_until(PROMPT)
        return self._lines.read_text(encoding="utf-8").splitlines()

    def run(self, command: str) -> None:
        """Run a command that shows nothing."""
        self.type(f"{command}; printf 'do%s' ne\n")
        self.read_until("done")
        self.read_until(PROMPT)

    def close(self) -> None:
        """Leave the shell."""
        self._process.kill()
        self._process.wait()
        os.close(self._controller)


@pytest.fixture(scope="module", params=SHELLS)
def terminal(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    opened = Terminal(request.param, tmp_path_factory.mktemp(request.param) / "home")
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("tracker sta\t", "tracker status"),
        ("tracker log --by=科技局\t", "tracker log --by=区科技局"),
        ("tracker status --signal behind,ov\t", "tracker status --signal behind,overdue"),
        ("tracker status -o measures.y\t", "tracker status -o measures.yaml"),
    ],
)
def test_a_word_is_completed(terminal: Terminal, keys: str, line: str) -> None:
    terminal.run(f"cd {REPOSITORY}")
    terminal.type(keys)
    assert " ".join(terminal.words()) == line


def test_a_part_of_the_name_finds_the_target(terminal: Terminal) -> None:
    terminal.run(f"cd {REPOSITORY}")
    terminal.type("tracker log 企业技术需求\t")
    # Fish takes only what has in it what was typed; the program takes the name as well.
    found = {"fish": "组织企业技术需求对接"}.get(terminal.shell, "demand-matching")
    assert terminal.words() == ["tracker", "log", found]


def test_what_was_typed_stays_while_several_fit(terminal: Terminal) -> None:
    terminal.run(f"cd {REPOSITORY}")
    terminal.type("tracker log 人\t" + ("\t" if terminal.shell == "bash" else ""))
    assert "rd-platforms" not in terminal.read_until("skilled-talent")
    assert terminal.words() == ["tracker", "log", "人"]


def workspace(folder: Path, names: list[str]) -> list[str]:
    """Write a catalogue with these names for targets, units and views; the units, each with its own first letter."""
    units = [f"{letter}{name}" for letter, name in zip(LETTERS, names, strict=False)]
    targets = [target(id=f"aa-{n}", name=name, owners=list(units)) for n, name in enumerate(names, 1)]
    text = yaml.safe_dump(document(*targets, views={unit: {} for unit in units}))
    (folder / "measures.yaml").write_text(text)
    return units


def test_names_from_files_run_nothing(terminal: Terminal, tmp_path: Path) -> None:
    units = workspace(tmp_path, HOSTILE)
    terminal.run(f"cd {tmp_path}")
    for unit in units:
        terminal.type(f"tracker log --by {unit[0]}\t")
        assert terminal.words() == ["tracker", "log", "--by", unit]
    for keys in (
        "tracker log aa-\t\t",
        "tracker log 局\t\t",
        "tracker status --view=\t\t",
        "tracker log '\t",
    ):
        terminal.type(f"{keys}\x15")
        terminal.run("true")
    assert not list(tmp_path.rglob("run*"))


def test_a_broken_catalogue_offers_nothing(terminal: Terminal, tmp_path: Path) -> None:
    workspace(tmp_path, ["行\n$(touch run11)", "红\x1b[31m字", "右\u202e左"])
    terminal.run(f"cd {tmp_path}")
    terminal.type("tracker log aa-1\t")
    assert terminal.words() == ["tracker", "log", "aa-1"]
