"""A policy text as it lies on the disk: plain text or Markdown, or a Word file where python-docx is there."""

from pathlib import Path

from tracker.problems import ExitCode, Place, Problem, TrackerError
from tracker.store.files import MEBIBYTE, UnreadableError, YamlError, decode, read_bytes

# Far more than any policy text has: a million characters of Chinese are three.
LIMIT = 4 * MEBIBYTE
WORD = ".docx"


def read_policy(path: Path, shown: str) -> str:
    """The text of a policy, called `shown` in problems.

    Raises TrackerError (problems) where it is missing, too large or no text; (missing dependency) for a Word
    file without python-docx.
    """
    try:
        raw = read_bytes(path, LIMIT)
        return _from_word(raw) if path.suffix.lower() == WORD else decode(raw)
    except UnreadableError as error:
        problem = Problem(error.code, Place(shown), error.facts)
    except YamlError as error:
        problem = Problem(error.code, Place(shown, line=error.line, column=error.column), error.facts)
    raise TrackerError("draft-unreadable", ExitCode.PROBLEMS, (problem,), file=shown) from None


def _from_word(raw: bytes) -> str:
    try:
        from tracker.store.docx_text import text_of
    except ModuleNotFoundError as error:
        if error.name not in {"docx", "lxml"}:
            raise
        raise TrackerError("missing-extra", ExitCode.MISSING_DEPENDENCY, extra="docx") from None
    return text_of(raw)
