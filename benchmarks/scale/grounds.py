"""A made-up workspace or journal to measure on: changed as people change one, and put back as it was."""

import re
import shutil
from pathlib import Path

from scale.reports import LAST

INDEX = ".tracker"
_KEPT = ".before-edit"
_NEW, _TODAY = f"{LAST.year}-12-19", f"{LAST.year}-12-20"
_BODY = re.compile(r"^include .*\n", re.MULTILINE)


class Ground:
    """One workspace. Whatever an earlier run left behind is removed at once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._month = root / f"progress/{LAST:%Y/%m}"
        self._edited = min(self._month.glob(f"{LAST:%Y-%m}-*.yaml"))
        self.put_back()

    def forget(self) -> None:
        """Remove the index."""
        shutil.rmtree(self.root / INDEX, ignore_errors=True)

    def add(self, number: int) -> None:
        """One more report, as a colleague's that comes with a pull."""
        recorded = f"{_TODAY}T08:{number // 60:02d}:{number % 60:02d}+08:00"
        text = f"date: {_NEW}\nby: 区科技局\nrecorded: {recorded}\nentries:\n"
        entry = f"- {{target: new-firms-001, total: {100 + number}}}\n"
        path = self._month / f"{_NEW}-added{number:03d}.yaml"
        path.write_text(text + entry, encoding="utf-8")

    def unrecord(self) -> None:
        """Remove what was recorded today."""
        for path in self._month.glob(f"{_TODAY}-*.yaml"):
            path.unlink()

    def edit(self, number: int) -> None:
        """Another figure in an old report, as a person puts in with an editor."""
        if not (self.root / _KEPT).exists():
            shutil.copy2(self._edited, self.root / _KEPT)
        text = (self.root / _KEPT).read_text(encoding="utf-8")
        # Small enough for a share and a milestone too.
        changed = re.sub(r"(?<=total: )\d+", str(number % 100), text, count=1)
        self._edited.write_text(changed, encoding="utf-8")

    def put_back(self) -> None:
        """As it was made: no later report, no edit."""
        for path in self._month.glob("*.yaml"):
            if path.name > f"{LAST}~":
                path.unlink()
        kept = self.root / _KEPT
        if kept.exists():
            shutil.copy2(kept, self._edited)
            kept.unlink()


class Journal:
    """The journals of one size. What was added to one is removed at once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.put_back()

    def put_back(self) -> None:
        """As it was made."""
        main = self.root / "main.hledger"
        text = main.read_text(encoding="utf-8")
        if found := _BODY.search(text):
            main.write_text(text[: found.end()], encoding="utf-8")

    def forget(self) -> None:
        """Remove beancount's cache."""
        for path in self.root.glob(".*.picklecache"):
            path.unlink()
