"""`python -m draft [FOLDER]`: the figures of docs/draft.md, and with -v every row that differs."""

import sys
from fractions import Fraction
from pathlib import Path

from draft.gold import TEXTS, all_gold
from draft.score import Result, Score, compare, total


def main(arguments: list[str]) -> None:
    """Print one line per text, then all together; the rows that differ follow with -v."""
    folders = [Path(argument) for argument in arguments if argument != "-v"]
    results = [compare(gold) for gold in all_gold(folders[0] if folders else TEXTS)]
    print("| text | targets | precision | recall | F1 | owners | precision | recall | F1 |")  # noqa: T201 - its output
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|")  # noqa: T201
    for result in results:
        _line(result.name, result.targets, result.owners)
    rest = [result for result in results if result.name != "repository"]
    for name, group in (("all but repository", rest), ("all", results)):
        _line(name, total(r.targets for r in group), total(r.owners for r in group))
    if "-v" in arguments:
        for result in results:
            _differences(result)


def _line(name: str, targets: Score, owners: Score) -> None:
    cells = [name]
    for score in (targets, owners):
        cells += [str(score.right + score.missed), *map(_three, (score.precision, score.recall, score.f1))]
    print("| " + " | ".join(cells) + " |")  # noqa: T201


def _three(share: Fraction) -> str:
    thousandths = (share.numerator * 2000 + share.denominator) // (2 * share.denominator)
    return f"{thousandths // 1000}.{thousandths % 1000:03d}"


def _differences(result: Result) -> None:
    for sign, rows in (("+", result.made_up), ("-", result.missed)):
        for measure, operator, values, unit in sorted(rows):
            shown = "..".join(f"{value:f}" for value in values)
            print(f"{result.name} {sign} {measure} {operator} {shown} {unit}")  # noqa: T201
    for sign, pairs in (("+", result.owners_made_up), ("-", result.owners_missed)):
        for number, unit in sorted(pairs):
            print(f"{result.name} {sign} {number} {unit}")  # noqa: T201


main(sys.argv[1:])
