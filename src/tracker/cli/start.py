"""Where the process starts: a shell that asks for completion is answered without importing the program."""

import os
from importlib import import_module

ASKED = "_TRACKER_COMPLETE"


def main() -> None:
    """Answer the shell, or run the program; leaves with its exit code."""
    shell = os.environ.get(ASKED, "").rpartition("_")[2]
    # Typer itself answers the shells that are not ours.
    ours = shell in {"bash", "zsh", "fish"}
    import_module("tracker.cli.completion" if ours else "tracker.cli.app").main()
