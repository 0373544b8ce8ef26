"""Write a made-up workspace, or its journals, to disk; one that is there already is used again.

`python -m scale.make --entries 100000 --targets 50 --into FOLDER` prints where it is.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from scale.catalogue import SOURCE, Aim, aims, catalogue_text, policy_text
from scale.reports import Extent, Sheet, sheets
from scale.written import (
    bean_head,
    bean_transactions,
    canonical,
    handwritten,
    hledger_head,
    ledger_head,
    transactions,
)

SEED = 2024
# Part of what is compared before something is used again: raise it where the same call writes other files.
VERSION = 3
PER_FILE = 48
MARK = ".made-up"
VARIANTS = ("plain", "handwritten", "single", "journals")
_SCHEMAS = Path(__file__).parents[2] / "schema"


@dataclass(frozen=True, slots=True)
class Size:
    """What to make up: how many entries, over how many targets, written how."""

    entries: int
    targets: int = 50
    variant: str = "plain"

    @property
    def name(self) -> str:
        """The folder it is in."""
        return f"{self.entries}-{self.targets}-{self.variant}"

    @property
    def extent(self) -> Extent:
        """How the entries are spread over files."""
        return Extent(self.entries, 1 if self.variant == "single" else PER_FILE)


def made(size: Size, folder: Path) -> Path:
    """The folder below `folder` that holds what `size` asks for; written first where it is not there."""
    path, mark = folder / size.name, f"{asdict(size)} {SEED} {VERSION}\n"
    if (path / MARK).is_file():
        if (path / MARK).read_text(encoding="utf-8") == mark:
            return path
        shutil.rmtree(path)
    folder.mkdir(parents=True, exist_ok=True)
    # Whole or not at all: what was interrupted is not taken for made.
    unfinished = Path(tempfile.mkdtemp(prefix=f".{size.name}-", dir=folder))
    write = journals if size.variant == "journals" else workspace
    write(unfinished, tuple(aims(size.targets, SEED)), size)
    (unfinished / MARK).write_text(mark, encoding="utf-8")
    return unfinished.rename(path)


def workspace(root: Path, targets: Sequence[Aim], size: Size) -> None:
    """measures.yaml, the policy text, the schemas and the log."""
    (root / SOURCE).parent.mkdir()
    (root / "measures.yaml").write_text(catalogue_text(targets), encoding="utf-8")
    (root / SOURCE).write_text(policy_text(targets), encoding="utf-8")
    shutil.copytree(_SCHEMAS, root / "schema")
    text_of = handwritten if size.variant == "handwritten" else canonical
    for sheet in sheets(targets, size.extent, SEED):
        path = root / file_of(sheet)
        try:
            path.write_text(text_of(sheet, targets), encoding="utf-8")
        except FileNotFoundError:  # the first of its month
            path.parent.mkdir(parents=True)
            path.write_text(text_of(sheet, targets), encoding="utf-8")


def journals(root: Path, targets: Sequence[Aim], size: Size) -> None:
    """main.hledger and main.ledger over one body, and main.beancount over another."""
    heads = {"hledger": hledger_head, "ledger": ledger_head}
    for name, head in heads.items():
        (root / f"main.{name}").write_text(head(targets, "entries.journal"), encoding="utf-8")
    (root / "main.beancount").write_text(bean_head(targets, "entries.beancount"), encoding="utf-8")
    with (
        (root / "entries.journal").open("w", encoding="utf-8") as journal,
        (root / "entries.beancount").open("w", encoding="utf-8") as beans,
    ):
        for sheet in sheets(targets, size.extent, SEED):
            journal.write(transactions(sheet, targets))
            beans.write(bean_transactions(sheet, targets))


def file_of(sheet: Sheet) -> str:
    """Where a report stands in its workspace."""
    return f"progress/{sheet.day[:4]}/{sheet.day[5:7]}/{sheet.stem}.yaml"


def main(arguments: Sequence[str] | None = None) -> int:
    """Make one and print its folder."""
    parser = argparse.ArgumentParser(prog="python -m scale.make", description=__doc__)
    parser.add_argument("--entries", type=int, required=True)
    parser.add_argument("--targets", type=int, default=50)
    parser.add_argument("--variant", choices=VARIANTS, default="plain")
    parser.add_argument("--into", type=Path, default=Path(".bench"), help="the folder to make it in")
    given = parser.parse_args(arguments)
    sys.stdout.write(f"{made(Size(given.entries, given.targets, given.variant), given.into)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
