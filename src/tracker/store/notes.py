"""An analyst's own paragraphs for a briefing: notes/<period>.md in the workspace."""

from pathlib import Path

from tracker.problems import ExitCode, TrackerError
from tracker.store.files import MEBIBYTE, UnreadableError, inside, read_bytes

FOLDER = "notes"


def name_of(code: str) -> str:
    """The path, in the workspace, of the notes of this period."""
    return f"{FOLDER}/{code}.md"


def read_notes(root: Path, code: str) -> str:
    """What stands in the notes of this period; nothing where there are none.

    Raises TrackerError (usage) for a file that cannot be read as text.
    """
    name = name_of(code)
    path = root / name
    if not inside(path, root):
        raise TrackerError("note-outside", ExitCode.USAGE, file=name)
    try:
        return read_bytes(path, MEBIBYTE).decode("utf-8-sig").replace("\r\n", "\n")
    except UnreadableError as error:
        if error.code == "file-missing":
            return ""
        raise TrackerError(
            "note-broken", ExitCode.USAGE, file=name, reason=error.facts.get("reason", error.code)
        ) from None
    except UnicodeDecodeError as error:
        raise TrackerError("note-broken", ExitCode.USAGE, file=name, reason=str(error)) from None
