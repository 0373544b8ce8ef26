"""The briefing of the whole: one paper of what many districts come to, from the package's templates."""

from collections.abc import Iterable

from tracker.assess.rollup import District, RollUp
from tracker.assess.signal import Signal
from tracker.assess.whole import Whole
from tracker.formats.briefing.environment import rendered
from tracker.formats.briefing.trace import Tracer
from tracker.formats.cells import sentence, text_of
from tracker.formats.paper import Paper
from tracker.report.answers import CLASSES
from tracker.report.rollup import RollUpOptions
from tracker.report.rollup_values import (
    district_cells,
    goalless_phrase,
    lack_phrase,
    own_lacks,
    whole_cells,
    why,
)
from tracker.report.view import View
from tracker.words import Words

# Of many districts a paper names the first and the last.
ENDS = 5


def whole_paper(view: View, rollup: RollUp, options: RollUpOptions, words: Words) -> Paper:
    """The briefing of the whole; its counts are those of the view."""
    ranked = [district for district in rollup.districts if district.rank is not None]
    ends = ranked if len(ranked) <= 2 * ENDS else [*ranked[:ENDS], *ranked[-ENDS:]]
    facts = {
        "title": options.title,
        "day": options.as_of,
        "since": options.since,
        "verified_only": words("head.verified-only") if options.verified_only else "",
        "read": rollup.read,
        "count": len(rollup.districts),
        "colours": {
            colour: sum(rollup.signals.get(signal, 0) for signal in signals)
            for colour, signals in CLASSES.items()
        },
        "targets": sum(rollup.signals.get(signal, 0) for signal in Signal),
        "wholes": [_whole(whole, words) for whole in rollup.wholes],
        "behind": [
            whole.indicator.name for whole in rollup.wholes if whole.lead is not None and whole.lead < 0
        ],
        "districts": list(_districts(ends, words)),
        "between": len(ranked) - len(ends),
        "rule": words(f"rollup.rule.{options.rank}"),
        "left_out": [
            {"name": district.result.name, "why": sentence(reason, words)}
            for district in rollup.districts
            if (reason := why(district.result)) is not None
        ],
        "foot": [sentence(phrase, words) for phrase in view.foot if phrase.key != "rollup.left-out"],
    }
    text = rendered(f"rollup.{words.language}.md", facts, words, Tracer(words, {}, wanted=False), None)
    return Paper(options.title, text)


def _whole(whole: Whole, words: Words) -> dict[str, object]:
    cells: dict[str, object] = {key: text_of(value, words) for key, value in whole_cells(whole).items()}
    goalless = sentence(goalless_phrase(whole), words) if whole.goalless else ""
    lacks = [sentence(lack_phrase(lack), words) for lack in own_lacks(whole)]
    return {**cells, "lacks": lacks, "goalless": goalless}


def _districts(districts: Iterable[District], words: Words) -> Iterable[dict[str, str]]:
    return ({key: text_of(value, words) for key, value in district_cells(each).items()} for each in districts)
