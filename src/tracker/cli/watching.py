"""A bar that shows how far a long reading is; a short one shows nothing."""

import sys
import time
from importlib import import_module
from types import TracebackType
from typing import Any, Self

from tracker.words import Words

# Nobody waits for less; rich, which draws the bar, is loaded only then.
PATIENCE = 1  # second


class Watching:
    """Told how many files are read, it shows a bar on a terminal once that has taken a while."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._began = time.monotonic()
        self._bar: Any = None
        self._task: Any = None
        self._shows = sys.stderr is not None and sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """The bar goes away, whatever happened."""
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, read: int, everything: int) -> None:
        """So many of so many files are read."""
        if not self._shows or time.monotonic() - self._began < PATIENCE:
            return
        if self._bar is None:
            console = import_module("rich.console").Console(stderr=True)
            self._bar = import_module("rich.progress").Progress(console=console, transient=True)
            self._task = self._bar.add_task(self._words("import.reading"), total=everything)
            self._bar.start()
        self._bar.update(self._task, completed=read)
