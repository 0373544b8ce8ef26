"""Where the process starts: a shell that asks, and who asks for the version, wait for no import."""

import gc
import os
import sys
from importlib import import_module

from tracker import __version__

ASKED = "_TRACKER_COMPLETE"
KNOWN = ("", "zh", "en")  # languages
# Objects made before garbage is looked for. Nearly all that a short run makes lives to its end, and looking
# through it after every 700 took a fifteenth of the time.
LITTLE = 100_000


def main() -> None:
    """Answer the shell, or run the program; leaves with its exit code."""
    shell = os.environ.get(ASKED, "").rpartition("_")[2]
    # Typer itself answers the shells that are not ours.
    if shell in {"bash", "zsh", "fish"}:
        import_module("tracker.cli.completion").main()
    elif not _versioned():
        gc.set_threshold(LITTLE)
        import_module("tracker.cli.app").main()


def _versioned() -> bool:
    """Whether the version was all that was asked for, and has been written.

    An unknown language, or output that cannot be written, are for the program to complain of.
    """
    if sys.argv[1:] not in (["--version"], ["-V"]) or os.environ.get("TRACKER_LANG", "") not in KNOWN:
        return False
    if sys.stdout is None:
        return False
    try:
        os.write(1, f"tracker {__version__}\n".encode())
    except OSError:
        return False
    return True
