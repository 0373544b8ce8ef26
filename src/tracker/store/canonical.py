"""Progress files in the form in which the tool writes them, read by one strict pattern instead of YAML.

Whatever the pattern takes, YAML and the checks of the form read the same (a law in tests/properties); what it
does not take is left to them.
"""

import re
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from tracker.model.clock import DEFAULT_ZONE
from tracker.model.entry import Report, ReportLine
from tracker.model.period import YEARS
from tracker.model.quantity import unsigned_zero
from tracker.model.supervision import Judgement

# Scalars as `record` writes them: plain ones that every version of YAML reads as this text (letters and signs
# of any language, of ASCII only those that YAML gives no meaning), and quoted ones without quotes inside.
_FIRST = r"[^\x00-/:-@\[-`{-\x7f]"
_LATER = r"[^\x00-$&-*,:-@\[-^`{-\x7f]"
_SCALAR = rf"((?!(?:null|Null|NULL)[,}}\n]){_FIRST}(?: ?{_LATER}){{0,200}}|'(?! )[^'\n]{{1,200}}(?<! )')"
_MOMENT = r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)?)"
_STEM = r"[0-9a-z][0-9a-z-]{0,59}(?:#[0-9]{1,6})?"
_NUMBER = r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,8})?"  # model.quantity.PLAIN_NUMBER, without groups
_COUNT = _NUMBER.removeprefix("-?")
_HEAD = (
    r"(?:# yaml-language-server: \$schema=[0-9a-z./-]+\n)?"
    rf"date: (\d{{4}}-\d\d-\d\d)\nby: {_SCALAR}\n(?:source: {_SCALAR}\n)?"
    rf"(?:recorded: {_MOMENT}\n)?entries:\n"
)
_ENTRY = (
    r"^- \{(?:target: (?!null,)([a-z][a-z0-9-]{0,59}), "
    rf"(?:(?:(?:total: ({_NUMBER})|add: ({_NUMBER}))|stage: {_SCALAR})(?:, unit: {_SCALAR})?"
    # A whole of nothing is for the checks of the form to refuse.
    rf"|part: ({_COUNT}), whole: (?!0(?:\.0+)?[,}}])({_COUNT}))"
    r"(?:, status: (preliminary))?"
    rf"|void: (?!null,)({_STEM}|'{_STEM}'), reason: {_SCALAR}"
    rf"|verify: (?!null[,}}])({_STEM}|'{_STEM}')"
    rf"|return: (?!null,)({_STEM}|'{_STEM}'), reason: {_SCALAR})"
    rf"(?:, note: {_SCALAR})?(?:, evidence: {_SCALAR})?\}}\n"
)


@cache
def _head() -> re.Pattern[str]:
    """Compiled when something is read: that takes as long as reading a thousand entries."""
    return re.compile(_HEAD, re.ASCII)


@cache
def _entry() -> re.Pattern[str]:
    return re.compile(_ENTRY, re.MULTILINE | re.ASCII)


def report_in(text: str, file: str, stem: str, zone: ZoneInfo = DEFAULT_ZONE) -> Report | None:
    """The report in a text of canonical form; None for any other text, right or wrong."""
    head = _head().match(text)
    # Nothing that cannot be seen, tabs among it: what it means is for the reader of YAML to say.
    if head is None or not text.replace("\n", "").isprintable():
        return None
    day, recorded = _day(head[1]), _moment(head[4]) if head[4] else None
    entries = _entry().findall(text, head.end())
    # Each match is one whole line; so there are as many as lines, and nothing stands after the last.
    whole = entries and text.count("\n", head.end()) == len(entries) and text.endswith("\n")
    if not whole or day is None or (head[4] and recorded is None):
        return None
    return Report(
        file=file,
        stem=stem,
        date=day,
        by=_bare(head[2]),
        source=_bare(head[3]) if head[3] else None,
        recorded=recorded,
        entries=tuple([_line(n, *entry) for n, entry in enumerate(entries, 1)]),
        zone=zone,
    )


def _line(
    n: int,
    target: str,
    total: str,
    add: str,
    stage: str,
    unit: str,
    part: str,
    whole: str,
    status: str,
    void: str,
    reason: str,
    verify: str,
    returned: str,
    why: str,
    note: str,
    evidence: str,
) -> ReportLine:
    return ReportLine(
        n=n,
        target=target or None,
        total=unsigned_zero(total) if total else None,
        add=unsigned_zero(add) if add else None,
        stage=_bare(stage) if stage else None,
        part=unsigned_zero(part) if part else None,
        whole=unsigned_zero(whole) if whole else None,
        unit=_bare(unit) if unit else None,
        note=_bare(note) if note else None,
        evidence=_bare(evidence) if evidence else None,
        preliminary=status == "preliminary",
        void=_bare(void) if void else None,
        reason=_bare(reason or why) if reason or why else None,
        statement=Judgement(_bare(verify or returned), bool(verify)) if verify or returned else None,
    )


def _bare(scalar: str) -> str:
    """The text without the quotes it was written in."""
    return scalar[1:-1] if scalar[0] == "'" else scalar


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year in YEARS else None


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.year in YEARS else None
