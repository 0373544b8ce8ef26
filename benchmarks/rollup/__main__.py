"""Measure roll-ups and write the page of figures: python -m rollup --folder .bench/rollup --page PAGE."""

import argparse
import sys
from pathlib import Path

from rollup.measure import LARGE, SMALL, USUAL, as_json, measure
from rollup.page import page


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


def main() -> int:
    """Make districts, measure, write."""
    parser = argparse.ArgumentParser(prog="python -m rollup", description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path(".bench/rollup"), help="where districts are made")
    parser.add_argument("--sizes", default=f"{SMALL},{USUAL},{LARGE}", help="districts, by commas")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--page", type=Path, help="the page of figures to write; its Chinese twin beside it")
    parser.add_argument("--json", type=Path, help="where the figures are kept")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    sizes = [int(size) for size in given.sizes.split(",")]
    figures = measure(
        given.folder.resolve(),
        sizes,
        given.repeats,
        _say,
    )
    if given.json:
        given.json.write_text(as_json(figures), encoding="utf-8")
    for language, path in (("en", given.page), ("zh", given.page and given.page.with_suffix(".zh-CN.md"))):
        if path:
            path.write_text(page(figures, sizes, language), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
