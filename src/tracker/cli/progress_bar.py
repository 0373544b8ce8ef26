"""A bar that shows how far a long reading is; a short one shows nothing."""

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

from tracker.words import Words

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

# Nobody waits for less; rich, which draws the bar, is imported only then.
PATIENCE = 1  # second


class ProgressBar:
    """Told how many files are read, it shows a bar on a terminal once that has taken a while."""

    def __init__(self, words: Words, said: str = "import.reading") -> None:
        self._words, self._said = words, said
        self._began = time.monotonic()
        self._shown: tuple[Progress, TaskID] | None = None
        self._watched = sys.stderr is not None and sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """The bar goes away, whatever happened."""
        if self._shown is not None:
            self._shown[0].stop()

    def __call__(self, read: int, everything: int) -> None:
        """So many of so many files are read."""
        if not self._watched or time.monotonic() - self._began < PATIENCE:
            return
        if self._shown is None:
            self._shown = self._start(everything)
        progress, task = self._shown
        progress.update(task, completed=read)

    def _start(self, everything: int) -> "tuple[Progress, TaskID]":
        from rich.console import Console
        from rich.progress import Progress

        progress = Progress(console=Console(stderr=True), transient=True)
        task = progress.add_task(self._words(self._said), total=everything)
        progress.start()
        return progress, task
