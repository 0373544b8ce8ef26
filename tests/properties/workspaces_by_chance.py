"""Sound workspaces of every sort, by chance: what the catalogue and the log may say, as text for files."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import yaml
from hypothesis import strategies as st

from support import document, target

Draw = Callable[[st.SearchStrategy[Any]], Any]

DAYS = st.dates(date(2024, 1, 1), date(2025, 4, 30))
DEADLINES = st.sampled_from(["2024-12-31", "2024-12-31", "2024-09-30", "2024-10-15"])
CADENCES = ("week", "dekad", "half-month", "month", "quarter")
ZONES = (None, None, None, "Pacific/Kiritimati", "America/New_York")
TIMES = ("09:00:00+08:00", "00:30:00+08:00", "23:30:00+08:00", "17:30:00+00:00", "12:00:00")
UPWARD = ("at_least", "more_than", "reach", "between", "about", "about_two_sided")
DOWNWARD = ("at_most", "less_than", "reach_lower", "about_lower")


def _goal(draw: Draw, operator: str, number: int) -> dict[str, Any]:
    tolerance = str(draw(st.integers(1, 4)))
    by_word: dict[str, dict[str, Any]] = {
        "between": {"between": [str(number), str(number + draw(st.integers(1, 9)))]},
        "about": {"about": str(number), "tolerance": tolerance, "better": "higher"},
        "about_two_sided": {"about": str(number), "tolerance": tolerance},
        "about_lower": {"about": str(number), "tolerance": tolerance, "better": "lower"},
        "reach_lower": {"reach": str(number), "better": "lower"},
    }
    return by_word.get(operator, {operator: str(number)})


def _milestone(draw: Draw) -> dict[str, Any]:
    keys: dict[str, Any] = {"kind": "milestone", "target": {"done_by": draw(DEADLINES)}}
    if draw(st.booleans()):
        keys["stages"] = {"起草": "30", "印发": "100"}
    if draw(st.booleans()):
        day = draw(st.dates(date(2024, 3, 1), date(2024, 9, 1)))
        keys["adjustments"] = [
            {"date": str(day), "target": {"done_by": "2025-01-31"}, "document": "《关于延期的通知》"}
        ]
    return keys


def _counted(draw: Draw) -> dict[str, Any]:
    """A cumulative, level, share or growth target, with a goal that lies beyond its baseline."""
    kind = draw(st.sampled_from(["cumulative", "level", "share", "growth"]))
    unit = draw(st.sampled_from(["家", "亿元"])) if kind in {"cumulative", "level"} else "%"
    # What is counted up from zero cannot come down to a number, but may be limited by it.
    downward = DOWNWARD[:2] if kind == "cumulative" else DOWNWARD
    operator = draw(st.sampled_from([*UPWARD, *downward]))
    number = draw(st.integers(-9, 20) if kind == "growth" else st.integers(10, 60))
    lower = operator in DOWNWARD
    if kind in {"level", "share"} and draw(st.booleans()):
        baseline = number + (1 if lower else -1) * draw(st.integers(1, 10))
    else:
        baseline = None
    keys: dict[str, Any] = {"kind": kind, "unit": unit, "target": _goal(draw, operator, number)}
    if baseline is not None:
        keys["baseline"] = str(baseline)
    keys["due"] = draw(DEADLINES)
    start = draw(st.sampled_from([None, None, "2024-07-01", "2024-03-15"]))
    if start:
        keys["from_"] = start
    has_way = baseline is not None or kind == "cumulative"
    paths: list[Any] = [None, "at_due"] + (["hold"] if kind != "cumulative" or lower else [])
    if has_way and not lower:
        paths += ["linear", "points", "points"]
    path = draw(st.sampled_from(paths))
    if path == "points":
        base = baseline or 0
        steps = sorted(draw(st.lists(st.integers(base, number), min_size=2, max_size=2)))
        path = {"points": {"2024-08-10": str(steps[0]), "2024-08-31": str(steps[1])}}
    if path:
        keys["path"] = path
    if draw(st.integers(0, 2)) == 0 and not isinstance(path, dict):
        keys["adjustments"] = [_adjustment(draw, operator, number, lower=lower)]
    return keys


def _adjustment(draw: Draw, operator: str, number: int, *, lower: bool) -> dict[str, Any]:
    other = number - draw(st.integers(1, 4)) if lower else number + draw(st.integers(1, 9))
    day = draw(st.dates(date(2024, 7, 2), date(2024, 9, 20)))
    due = {"due": "2025-01-31"} if draw(st.booleans()) else {}
    document_name = "《关于调整年度目标的通知》"
    return {"date": str(day), "target": _goal(draw, operator, other), "document": document_name, **due}


@st.composite
def targets(draw: Draw, n: int) -> dict[str, Any]:
    keys = _milestone(draw) if draw(st.integers(0, 4)) == 0 else _counted(draw)
    cadence, grace = draw(st.sampled_from(CADENCES)), draw(st.integers(0, 20))
    return target(id=f"t-{n}", name=f"指标{n}", **keys, reporting={"cadence": cadence, "grace": str(grace)})


def _entry(draw: Draw, each: dict[str, Any]) -> dict[str, str]:
    entry = {"target": str(each["id"])}
    if each["kind"] == "milestone":
        if "stages" in each and draw(st.booleans()):
            return entry | {"stage": "起草"}
        return entry | {"total": str(draw(st.integers(0, 100)))}
    has_base = each["kind"] == "cumulative" or "baseline" in each
    if has_base and each["kind"] != "share" and draw(st.integers(0, 2)) == 0:
        entry["add"] = str(draw(st.integers(0, 9)))
    elif each["kind"] == "share" and draw(st.booleans()):
        whole_of = draw(st.sampled_from([3, 7, 10, 30]))
        entry |= {"part": str(draw(st.integers(0, whole_of))), "whole": str(whole_of)}
    elif each["kind"] == "growth":
        entry["total"] = str(draw(st.decimals(-12, 25, places=1)))
    elif each["unit"] == "亿元" and draw(st.booleans()):
        entry |= {"total": str(draw(st.integers(0, 700000))), "unit": "万元"}
    else:
        whole = each["unit"] == "家"
        entry["total"] = str(draw(st.integers(0, 70) if whole else st.decimals(0, 70, places=2)))
    if draw(st.integers(0, 5)) == 0:
        entry["status"] = "preliminary"
    return entry


@st.composite
def workspaces(draw: Draw) -> tuple[dict[str, Any], dict[str, str]]:
    """A catalogue, and its progress files by path as `support.write_workspace` takes them."""
    catalogue = [draw(targets(n)) for n in range(draw(st.integers(1, 4)))]
    files: dict[str, str] = {}
    names: list[tuple[str, date, int]] = []
    earliest = max(date.fromisoformat(each.get("from", "2024-01-01")) for each in catalogue)
    for n in range(draw(st.integers(0, 9))):
        # A few days only, so that several reports of one day are usual.
        day = earliest + timedelta(
            draw(st.sampled_from([5, 40, 41, 51, 60, 90, 120, 155, 169, 170, 184, 200, 230]))
        )
        lines = [
            _entry(draw, each)
            for each in draw(st.lists(st.sampled_from(catalogue), min_size=1, max_size=3, unique_by=id))
        ]
        names.append((f"{day}-r{n}", day, len(lines)))
        files |= _file(draw, f"{day}-r{n}", day, lines, n)
    if names and draw(st.booleans()):
        stem, day, count = draw(st.sampled_from(names))
        which = draw(st.sampled_from(["", *(f"#{k}" for k in range(1, count + 1))]))
        files |= _file(draw, f"{day}-v", day, [{"void": f"{stem}{which}", "reason": "报错"}], 30)
    zone = draw(st.sampled_from(ZONES))
    return document(*catalogue, **({"timezone": zone} if zone else {})), files


def _file(draw: Draw, stem: str, day: date, lines: list[dict[str, str]], n: int) -> dict[str, str]:
    moment = draw(st.sampled_from(TIMES))
    recorded = f"{day + timedelta(draw(st.sampled_from([0, 0, 1, 3, 40])))}T{moment[:6]}{n:02d}{moment[8:]}"
    report = {"date": str(day), "by": "区科技局", "recorded": recorded, "entries": lines}
    text = yaml.safe_dump(report, allow_unicode=True, sort_keys=False)
    return {f"progress/{day:%Y}/{day:%m}/{stem}.yaml": text}
