"""The whole of many districts as values of a view: cells of tables, and records for machines."""

from fractions import Fraction

from tracker.assess.district import DistrictResult, DistrictState, Figure
from tracker.assess.rollup import District, RollUp
from tracker.assess.signal import Signal
from tracker.assess.whole import Lack, Part, SharedFigure, Spread, Whole
from tracker.model.quantity import InexactError, Quantity, finite_decimal, in_unit
from tracker.report.values import (
    Amount,
    Difference,
    Percent,
    PercentagePoints,
    Phrase,
    Record,
    Value,
    Word,
)

NAMED = 12  # of those that are missing


def quantity(value: Fraction | None, unit: str) -> Value:
    """A value of the whole with its unit, exact where it has a finite form."""
    if value is None:
        return None
    try:
        return Quantity(finite_decimal(value), unit)
    except InexactError:
        return Amount(value, unit, level=True)


def number(value: Fraction | None, unit: str) -> Value:
    """The same for machines: the number alone."""
    written = quantity(value, unit)
    return written.value if isinstance(written, Quantity) else written


def difference(value: Fraction | None, unit: str) -> Difference | None:
    """By how much a value of the whole moved."""
    return None if value is None else Difference(value, unit)


def percent(share: Fraction | None) -> Percent | None:
    """A share, or nothing."""
    return None if share is None else Percent(share)


def points(share: Fraction | None) -> PercentagePoints | None:
    """A difference of shares, or nothing."""
    return None if share is None else PercentagePoints(share)


def level(whole: Whole, value: Fraction) -> Value:
    """What is compared among districts: a completion, or a value."""
    return Percent(value) if whole.by_completion else quantity(value, whole.indicator.unit)


def ends(whole: Whole) -> tuple[Value, Value, Value]:
    """Least, median and most, the ends with who has them."""
    spread: Spread | None = whole.spread
    if spread is None:
        return None, None, None
    least, most = (
        Phrase("rollup.end", {"value": level(whole, value), "who": who[0], "more": more(len(who), 1)})
        for value, who in ((spread.least, spread.lowest), (spread.most, spread.highest))
    )
    return least, level(whole, spread.median), most


def more(count: int, named: int) -> Phrase | str:
    """How many more there are than those that are named."""
    return Phrase("rollup.more", {"count": count - named}) if count > named else ""


def reported(whole: Whole) -> Phrase:
    """How many of those asked reported."""
    return Phrase("rollup.of", {"with_figure": len(whole.parts), "asked": whole.asked})


def whole_cells(whole: Whole) -> Record:
    """One indicator of the whole in a table."""
    unit = whole.indicator.unit
    least, median, most = ends(whole)
    return {
        "code": whole.indicator.code,
        "name": whole.indicator.name,
        "goal": quantity(whole.goal, unit),
        "amount": quantity(whole.value, unit),
        "completion": percent(whole.completion),
        "lead": points(whole.lead),
        "with_figure": reported(whole),
        "least": least,
        "median": median,
        "most": most,
        "change": difference(whole.change, unit),
    }


def whole_record(whole: Whole) -> Record:
    """Everything known of one indicator of the whole."""
    unit, spread = whole.indicator.unit, whole.spread
    shown = percent if whole.by_completion else lambda value: number(value, unit)
    return {
        "code": whole.indicator.code,
        "name": whole.indicator.name,
        "kind": Word("kind", whole.indicator.kind),
        "unit": unit,
        "aggregate": whole.indicator.aggregate.value,
        "amount": number(whole.value, unit),
        "part": number(whole.part, unit),
        "whole": number(whole.whole, unit),
        "goal": number(whole.goal, unit),
        "completion": percent(whole.completion),
        "lead": points(whole.lead),
        "with_figure": len(whole.parts),
        "asked": whole.asked,
        "missing_districts": tuple(lack.district for lack in whole.lacks),
        "without_it": whole.without,
        "silent_districts": tuple(name for name, _ in whole.silent),
        "goalless": whole.goalless,
        "compared_by": "completion" if whole.by_completion else "value",
        "least": shown(spread.least) if spread else None,
        "least_of": spread.lowest if spread else (),
        "median": shown(spread.median) if spread else None,
        "most": shown(spread.most) if spread else None,
        "most_of": spread.highest if spread else (),
        "change": number(whole.change, unit),
        "districts_compared": whole.compared,
    }


def district_cells(district: District) -> Record:
    """One district in a table."""
    result = district.result
    return {
        "rank": district.rank,
        "district": result.name,
        "completion": percent(result.completion),
        "lead": points(result.lead),
        "punctuality": percent(result.punctuality),
        "figures": Phrase("rollup.of", {"with_figure": district.reported, "asked": district.asked})
        if result.is_read
        else Word("district", result.state.value),
        "change": points(_moved(result)),
        **{signal.value: result.signals.get(signal) if result.is_read else None for signal in Signal},
    }


def _moved(result: DistrictResult) -> Fraction | None:
    if result.completion is None or result.completion_before is None:
        return None
    return result.completion - result.completion_before


def district_record(district: District) -> Record:
    """Everything known of one district."""
    result = district.result
    return {
        "rank": district.rank,
        "district": result.name,
        "place": result.place,
        "state": result.state.value,
        "why": why(result),
        "revision": result.revision,
        "catalogue_title": result.title or None,
        "completion": percent(result.completion),
        "completion_before": percent(result.completion_before),
        "lead": points(result.lead),
        "reports_due": result.due,
        "on_time": result.on_time,
        "punctuality": percent(result.punctuality),
        "with_figure": district.reported,
        "targets": district.asked,
        "problems": result.problem_count,
        **{signal.value: result.signals.get(signal, 0) for signal in Signal},
    }


def why(result: DistrictResult) -> Phrase | None:
    """Why a district does not count."""
    if result.is_read:
        return None
    problem = result.problems[0] if result.problems else None
    said = Phrase(f"error.{result.error}", result.facts)
    if problem is None or result.state is not DistrictState.BROKEN:
        return said
    place = Phrase("rollup.place", {"file": problem.place.file, "line": problem.place.line or 1})
    wrong = Phrase(f"problem.{problem.code}", problem.facts)
    return Phrase("rollup.broken", {"count": result.problem_count, "place": place, "problem": wrong})


def own_lacks(whole: Whole) -> tuple[Lack, ...]:
    """The districts that are missing of this indicator alone; those not read at all are told once."""
    return tuple(lack for lack in whole.lacks if lack.why not in set(DistrictState))


def lack_phrase(lack: Lack) -> Phrase:
    """A district that is missing of an indicator, and why."""
    if lack.problem is not None:
        place = Phrase(
            "rollup.place", {"file": lack.problem.place.file, "line": lack.problem.place.line or 1}
        )
        problem = Phrase(f"problem.{lack.problem.code}", lack.problem.facts)
        return Phrase("rollup.lack.refused", {"who": lack.district, "place": place, "problem": problem})
    return Phrase("rollup.lack", {"who": lack.district, "why": Word("district", lack.why)})


def goalless_phrase(whole: Whole) -> Phrase:
    """Who brings a value and no goal, which leaves the whole without one."""
    who = whole.goalless
    facts = {"code": whole.indicator.code, "name": whole.indicator.name, "who": who[:NAMED]}
    return Phrase("rollup.goalless", {**facts, "more": more(len(who), NAMED)})


def part_cells(whole: Whole, part: Part) -> Record:
    """One district's figure of one indicator in a table, in the indicator's unit."""
    figure, unit = part.figure, whole.indicator.unit
    spread = whole.spread
    apart = part.level - spread.median if spread and part.level is not None else None
    return {
        "district": part.district,
        "amount": quantity(part.value, unit),
        "actual_date": figure.actual_date,
        "goal": None if figure.goal is None else quantity(in_unit(figure.goal, figure.unit, unit), unit),
        "completion": percent(figure.completion),
        "lead": points(figure.lead),
        "to_median": points(apart) if whole.by_completion else difference(apart, unit),
        "signal": figure.signal,
        "change": difference(_change(figure, unit), unit),
        "entry": figure.entry,
    }


def _change(figure: SharedFigure, unit: str) -> Fraction | None:
    if figure.actual is None or figure.before is None:
        return None
    return in_unit(figure.actual, figure.unit, unit) - in_unit(figure.before, figure.unit, unit)


def figure_record(name: str, figure: Figure, whole_unit: str | None) -> Record:
    """One target of one district; `amount` is its figure in the unit of its indicator, where it has one."""
    actual = figure.actual
    shared = whole_unit if whole_unit is not None and actual is not None else None
    return {
        "district": name,
        "id": figure.id,
        "number": figure.number,
        "code": figure.code,
        "name": figure.name,
        "lead_unit": figure.lead_unit,
        "kind": figure.kind,
        "unit": figure.unit,
        "operator": figure.operator,
        "goal": figure.goal,
        "baseline": None if figure.baseline is None else number(Fraction(figure.baseline), figure.unit),
        "actual": number(None if actual is None else Fraction(actual), figure.unit),
        "actual_date": figure.actual_date,
        "part": figure.part,
        "whole": figure.whole,
        "amount": number(in_unit(actual, figure.unit, shared), shared)
        if shared and actual is not None
        else None,
        "value_unit": shared,
        "completion": percent(figure.completion),
        "expected": None if figure.expected is None else number(figure.expected, figure.unit),
        "lead": points(figure.lead),
        "signal": figure.signal,
        "by": figure.by,
        "file": figure.file,
        "entry": figure.entry,
        "before": number(None if figure.before is None else Fraction(figure.before), figure.unit),
        "completion_before": percent(figure.completion_before),
    }


def units_of(rollup: RollUp) -> dict[str, str]:
    """The unit of each indicator."""
    return {whole.indicator.code: whole.indicator.unit for whole in rollup.wholes}
