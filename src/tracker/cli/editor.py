"""The person's own editor: $VISUAL, $EDITOR, or the one that is usual on the system."""

import contextlib
import os
import shlex
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tracker.cli.output import report
from tracker.cli.prompts import asks, confirmed
from tracker.cli.session import Session
from tracker.problems import ExitCode, TrackerError

# They take +LINE before the file.
_TAKE_A_LINE = frozenset({"vi", "vim", "nvim", "nano", "pico", "emacs", "emacsclient", "kak", "micro", "joe"})


@contextlib.contextmanager
def edited(text: str, line: int, session: Session, judge: Callable[[bytes], object]) -> Iterator[str]:
    """The text as a person left it in the editor, opened at a line (from 1), once `judge` raises nothing.

    What is wrong is shown, and the person goes on with the text as they left it. What they wrote stays in a
    file that is named where the block that uses it ends with an error. Raises TrackerError (usage) where there
    is no editor, and the error of `judge` where they give up.
    """
    command = _command(session)
    handle, name = tempfile.mkstemp(prefix="measures-", suffix=".yaml")
    path = Path(name)
    with os.fdopen(handle, "wb") as stream:
        stream.write(text.encode())
    try:
        yield _judged(path, command, line, session, judge)
    except BaseException:
        if path.read_bytes() == text.encode():
            path.unlink()
        else:
            session.complain(session.words("edit.kept", {"file": path}) + "\n")
        raise
    path.unlink()


def _judged(
    path: Path, command: Sequence[str], line: int, session: Session, judge: Callable[[bytes], object]
) -> str:
    while True:
        _open(path, command, line)
        after = path.read_bytes()
        try:
            judge(after)
        except TrackerError as error:
            report(error.problems, session)
            if asks() and confirmed(session.words("edit.again"), default=True):
                continue
            raise
        return after.decode()


def _command(session: Session) -> list[str]:
    usual = "notepad" if os.name == "nt" else "vi"
    asked = session.environ.get("VISUAL") or session.environ.get("EDITOR") or usual
    try:
        command = shlex.split(asked, posix=os.name != "nt")
    except ValueError as error:
        raise TrackerError("editor-missing", ExitCode.USAGE, editor=asked, reason=str(error)) from None
    return command or [usual]


def _open(path: Path, command: Sequence[str], line: int) -> None:
    place = [f"+{line}"] if Path(command[0]).name in _TAKE_A_LINE else []
    try:
        code = subprocess.run([*command, *place, str(path)], check=False).returncode
    except OSError as error:
        reason = error.strerror or str(error)
        raise TrackerError("editor-missing", ExitCode.USAGE, editor=command[0], reason=reason) from None
    if code:
        raise TrackerError("editor-failed", ExitCode.USAGE, editor=command[0], exit=code)
