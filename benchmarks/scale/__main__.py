"""`make bench`: measure, print the tables, and keep them where the documentation shows them."""

import argparse
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from scale.chinese import in_chinese
from scale.groups import LARGE, OWN, SIZES, SMALL, group
from scale.peers import facts
from scale.place import Place
from scale.processes import Measured, measure
from scale.tables import as_json, markdown

_REPOSITORY = Path(__file__).parents[2]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what is asked for."""
    given = _parser().parse_args(arguments)
    folder = given.folder.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    place = Place(folder)
    wanted = re.compile(given.only)
    figures: dict[tuple[int, str], Measured] = {}
    for size in (OWN, SMALL) if given.quick else (OWN, *_sizes(given.sizes)):
        found = group(size, place)
        jobs = [job for job in found.jobs if wanted.search(job.work)]
        patience = replace(found.patience, rounds=1) if given.quick else found.patience
        sys.stderr.write(f"{size:,}: {len(jobs)} programs take turns\n")
        try:
            figures |= {(size, measured.work): measured for measured in measure(jobs, patience)}
        finally:
            place.put_back()
    about = facts(place)
    page = markdown(figures, about)
    sys.stdout.write(page)
    if given.page:
        given.page.write_text(page, encoding="utf-8")
        given.page.with_suffix(".zh-CN.md").write_text(in_chinese(page), encoding="utf-8")
    if given.json:
        given.json.write_text(as_json(figures, about), encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scale", description=__doc__)
    parser.add_argument("--sizes", default="", help=f"entries, by commas, or all; up to {LARGE:,} by default")
    parser.add_argument(
        "--folder", type=Path, default=_REPOSITORY / ".bench", help="where workspaces are made"
    )
    parser.add_argument("--only", default="", help="only works in which this regular expression is found")
    parser.add_argument("--page", type=Path, help="write the tables there, and in Chinese beside it")
    parser.add_argument("--json", type=Path, help="write the figures there")
    parser.add_argument("--quick", action="store_true", help="one round of the smallest size, to see it run")
    return parser


def _sizes(text: str) -> list[int]:
    """The sizes asked for. Raises SystemExit for one that is not measured."""
    if text == "all":
        return list(SIZES)
    if not text:
        return [size for size in SIZES if size <= LARGE]
    try:
        sizes = [int(part) for part in text.replace("_", "").split(",")]
    except ValueError:
        sizes = [0]
    if not set(sizes) <= set(SIZES):
        raise SystemExit(f"sizes: all, or some of {', '.join(map(str, SIZES))}")
    return sizes


if __name__ == "__main__":
    sys.exit(main())
