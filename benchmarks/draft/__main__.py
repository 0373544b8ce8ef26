"""`python -m draft [FOLDER]`: the figures of docs/draft.md, and with -v every row that differs.

Without a folder, how often each doubt was right is written to src/tracker/draft/weights.py.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from draft.first_contact import SIXTH_SET
from draft.gold import REPOSITORY, TEXTS, all_gold
from draft.score import Judged, Result, compare, total
from tracker.draft.mentions import Confidence, TargetMention
from tracker.model.goal import Operator

WEIGHTS = REPOSITORY / "src/tracker/draft/weights.py"


def main(arguments: list[str]) -> None:
    """Print one line per text, then all together; the rows that differ follow with -v."""
    folders = [Path(argument) for argument in arguments if argument != "-v"]
    results = [compare(gold) for gold in all_gold(folders[0] if folders else TEXTS)]
    say("| text | targets | precision | recall | F1 | measures | owners | F1 | deadlines |")
    say("|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    for result in results:
        _line(result.name, [result])
    rest = [result for result in results if result.name != "repository"]
    for name, group in (("all but repository", rest), ("all", results)):
        _line(name, group)
    judged = [one for result in results for one in result.judged]
    _calibration(judged)
    if not folders:
        WEIGHTS.write_text(_weights(judged), encoding="utf-8")
    if "-v" in arguments:
        for result in results:
            _differences(result)


def say(line: str) -> None:
    """One line of what this program is asked for."""
    print(line)  # noqa: T201 - its output


def _line(name: str, results: Sequence[Result]) -> None:
    targets, owners = total(r.targets for r in results), total(r.owners for r in results)
    apart = sum((r.apart for r in results), Fraction(0)) / len(results)
    right, known = (sum(counts) for counts in zip(*(r.dues for r in results), strict=True))
    cells = [name, str(targets.right + targets.missed)]
    cells += [*map(_three, (targets.precision, targets.recall, targets.f1, apart))]
    cells += [str(owners.right + owners.missed), _three(owners.f1), f"{right}/{known}" if known else "-"]
    say("| " + " | ".join(cells) + " |")


def _calibration(judged: Sequence[Judged]) -> None:
    """Of the targets called certain, likely and doubtful, how many are wrong."""
    say("")
    say("| confidence | targets | wrong |")
    say("|---|--:|--:|")
    for confidence in Confidence:
        group = [one for one in judged if _confidence(one) is confidence]
        say(f"| {confidence.value} | {len(group)} | {sum(not one.right for one in group)} |")


def _confidence(one: Judged) -> Confidence:
    mention = TargetMention(
        measure=0,
        name="",
        kind="",
        operator=Operator.REACH,
        value=None,
        unit="",
        quote=(0, 0),
        at=0,
        doubts=one.doubts,
    )
    return mention.confidence


def _weights(judged: Sequence[Judged]) -> str:
    """The module that says how often targets with each doubt were wrong, here and at first contact."""
    seen = Counter(doubt for one in judged for doubt in one.doubts or ("none",))
    wrong = Counter(doubt for one in judged if not one.right for doubt in one.doubts or ("none",))
    for doubt, (missed, found) in SIXTH_SET.items():
        wrong[doubt] += missed
        seen[doubt] += found
    head = WEIGHTS.read_text(encoding="utf-8").partition("\n")[0]
    rows = "".join(f'    "{doubt}": ({wrong[doubt]}, {seen[doubt]}),\n' for doubt in sorted(seen))
    return f"{head}\n\nERRORS: dict[str, tuple[int, int]] = {{\n{rows}}}\n"


def _three(share: Fraction) -> str:
    thousandths = (share.numerator * 2000 + share.denominator) // (2 * share.denominator)
    return f"{thousandths // 1000}.{thousandths % 1000:03d}"


def _differences(result: Result) -> None:
    for sign, rows in (("+", result.made_up), ("-", result.missed)):
        for measure, operator, values, unit in sorted(rows):
            shown = "..".join(f"{value:f}" for value in values)
            say(f"{result.name} {sign} {measure} {operator} {shown} {unit}")
    for sign, pairs in (("+", result.owners_made_up), ("-", result.owners_missed)):
        for number, unit in sorted(pairs):
            say(f"{result.name} {sign} {number} {unit}")


main(sys.argv[1:])
