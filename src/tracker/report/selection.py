"""Which targets a view shows, in which order, and the choices saved under a name in the catalogue."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tracker.assess.assessment import Assessment
from tracker.assess.escalation import RED, Notice
from tracker.assess.periods import pressure
from tracker.assess.signal import Signal
from tracker.model.catalogue import Catalogue, SavedView
from tracker.model.naming import spelt
from tracker.model.profile import PROFILES
from tracker.model.typed import folded
from tracker.problems import ExitCode, Place, Problem, TrackerError, nearest
from tracker.report.cells import recent
from tracker.words import LANGUAGES, Words


@dataclass(frozen=True, slots=True)
class Selection:
    """What a person asked to see; empty means everything. Texts match numbers, or parts of names."""

    sections: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    lead_only: bool = False
    signals: tuple[str, ...] = ()
    search: str | None = None


def select(
    assessments: Iterable[Assessment], catalogue: Catalogue, selection: Selection
) -> tuple[Assessment, ...]:
    """Those that fit every part of the selection, in the order given.

    Raises TrackerError (usage) for a section, measure, unit or signal that does not exist.
    """
    sections = _numbers("section", selection.sections, [(s.number, s.title) for s in catalogue.sections])
    measures = _numbers("measure", selection.measures, [(m.number, m.title) for m in catalogue.measures])
    owners = owners_named(selection.owners, catalogue)
    signals = signals_named(selection.signals)
    needle = folded(selection.search or "")

    def fits(assessment: Assessment) -> bool:
        target = assessment.target
        units = target.owners[:1] if selection.lead_only else target.owners
        return (
            (not sections or target.section in sections)
            and (not measures or target.measure in measures)
            and (not owners or not owners.isdisjoint(units))
            and (not signals or assessment.signal in signals)
            and (not needle or any(needle in folded(text) for text in (target.id, target.name, target.quote)))
        )

    return tuple(filter(fits, assessments))


def signals_named(names: Iterable[str]) -> frozenset[Signal]:
    """Signals by their code, or their name or colour in any language, several separated by commas."""
    by_name: dict[str, tuple[Signal, ...]] = {signal.value: (signal,) for signal in Signal}
    for words in map(Words, LANGUAGES):
        by_name |= {words(f"{kind}.{s.value}"): (s,) for kind in ("signal", "mark") for s in Signal}
        by_name |= {words(f"colour.{colour}"): signals for colour, signals in COLOURS.items()}
    meant = {_bare(name): signals for name, signals in by_name.items()}
    labels = {_bare(name): name for name in reversed(by_name)}
    signals: set[Signal] = set()
    for name in (part.strip() for text in names for part in re.split("[,，、]", text)):
        if _bare(name) not in meant:
            if _bare(name) in {"蓝", "blue"}:
                raise TrackerError("signal-blue", ExitCode.USAGE)
            raise unknown("signal", name, list(labels.values()), [*Signal, *COLOURS])
        signals.update(meant[_bare(name)])
    return frozenset(signals)


def _bare(name: str) -> str:
    """A signal's name without what may be left out or added: far-behind, 红色, 红灯."""
    return re.sub("[-_]|(?<=.)[色灯]$", "", folded(name))


# The signals by the colour in which they are shown.
COLOURS = {
    "red": (Signal.FAR_BEHIND, Signal.OVERDUE),
    "yellow": (Signal.BEHIND,),
    "green": (Signal.DONE, Signal.ON_TRACK),
    "grey": (Signal.SILENT,),
}


# An error names so many of what there is.
MOST_CHOICES = 20


def unknown(what: str, text: str, names: Sequence[str], choices: Sequence[str] = ()) -> TrackerError:
    """The error for a name that does not exist: the nearest names, or else all choices if they are few."""
    near, choices = nearest(text, names), choices or names
    code = "choice-near" if near else "choice-unknown"
    few = (*choices[:MOST_CHOICES], "…") if len(choices) > MOST_CHOICES else tuple(choices)
    return TrackerError(code, ExitCode.USAGE, option=what, text=text, near=near, choices=few)


def _numbers(what: str, texts: Iterable[str], titles: list[tuple[int, str]]) -> set[int]:
    """The numbers of sections or measures named by number or by a part of the title."""
    numbers: set[int] = set()
    for text in texts:
        wanted = folded(text)
        by_title = bool(wanted) and not wanted.isdecimal()
        fits = {n for n, title in titles if wanted == str(n) or (by_title and wanted in folded(title))}
        if not fits:
            raise unknown(what, text, [f"{number} {title}" for number, title in titles])
        numbers |= fits
    return numbers


def owners_named(texts: Iterable[str], catalogue: Catalogue) -> set[str]:
    """Units by their name or a part of it. Raises TrackerError (usage) where there is none."""
    owners = list(dict.fromkeys(owner for target in catalogue.targets for owner in target.owners))
    names: set[str] = set()
    for text in texts:
        fits = named(text, owners)
        if not fits:
            raise unknown("owner", text, owners)
        names.update(fits)
    return names


# The gravest signal first.
GRAVITY = (
    Signal.OVERDUE,
    Signal.FAR_BEHIND,
    Signal.BEHIND,
    Signal.SILENT,
    Signal.PENDING,
    Signal.ON_TRACK,
    Signal.DONE,
)


def named(text: str, names: Iterable[str]) -> list[str]:
    """The name that was typed, or else those that have it as a part."""
    wanted = folded(text)
    fits = [name for name in names if wanted and wanted in folded(name)]
    return [name for name in fits if folded(name) == wanted] or fits


# What has no value comes last.
def _by_gap(assessment: Assessment) -> tuple[bool, Fraction]:
    """By the share of the goal that is missing, the largest first: units differ from target to target."""
    share = None if assessment.completion is None else 1 - assessment.completion
    return (share is None, -(share or Fraction(0)))


def by_lead(assessment: Assessment) -> tuple[int, bool, int, Fraction]:
    """By the signal, the gravest first; in each counts before rates, and of each the furthest behind first.

    The lead of a rate is in points of the rate, that of a count in points of completion: they do not compare.
    What is red without a lead comes before what has one.
    """
    without = 0 if assessment.lead is not None else -1 if assessment.signal in RED else 1
    is_rate = assessment.inputs.schedule.is_rate
    return (GRAVITY.index(assessment.signal), is_rate, without, assessment.lead or Fraction(0))


def _by_due(assessment: Assessment) -> tuple[bool, date]:
    return (False, assessment.period.end)


def _by_completion(assessment: Assessment) -> tuple[bool, Fraction]:
    return (assessment.completion is None, assessment.completion or Fraction(0))


def _by_buffer(assessment: Assessment) -> tuple[bool, Fraction]:
    return (assessment.buffer is None, Fraction(assessment.buffer or 0))


def _by_pressure(assessment: Assessment) -> tuple[bool, Fraction]:
    """By required over recent pace, the largest first; what must move and does not comes before all."""
    if assessment.required is None or assessment.pace is None:
        return (assessment.required is None, Fraction(0))
    ratio = pressure(assessment.required, recent(assessment))
    return (False, -(Fraction(_STANDS) if ratio is None else ratio))


def _by_notice(assessment: Assessment) -> tuple[bool, Fraction]:
    """By the notice, the gravest first, then by how many periods in a row it has been behind."""
    state = assessment.escalation_state
    if state.notice is None:
        return (True, Fraction(0))
    grave = list(Notice).index(state.notice)
    return (False, -Fraction(grave * _STANDS + state.periods))


# More than any ratio of paces, or any number of periods in a row.
_STANDS = 10**9

Key = tuple[bool, Fraction] | tuple[bool, date] | tuple[int, bool, int, Fraction]
ORDERS: dict[str, Callable[[Assessment], Key] | None] = {
    "text": None,
    "gap": _by_gap,
    "lead": by_lead,
    "due": _by_due,
    "completion": _by_completion,
    "buffer": _by_buffer,
    "pressure": _by_pressure,
    "notice": _by_notice,
}


def in_order(assessments: Sequence[Assessment], order: str) -> tuple[Assessment, ...]:
    """Sorted by one of ORDERS; equal ones stay in the order of the text. Raises TrackerError (usage)."""
    if order not in ORDERS:
        raise unknown("sort", order, list(ORDERS))
    key = ORDERS[order]
    return tuple(assessments) if key is None else tuple(sorted(assessments, key=key))


def saved_view(catalogue: Catalogue, name: str) -> SavedView:
    """The saved view of this name. Raises TrackerError (usage) where there is none, or it names nothing."""
    name = spelt(name, catalogue.views)
    if name not in catalogue.views:
        raise unknown("view", name, list(catalogue.views))
    view = catalogue.views[name]
    for key, attempt in _ATTEMPTS.items():
        try:
            attempt(view, catalogue)
        except TrackerError as error:
            near = error.facts["near"] or error.facts["choices"]
            raise TrackerError(
                "view-broken",
                ExitCode.USAGE,
                file=catalogue.file,
                view=name,
                key=key,
                text=error.facts["text"],
                near=near,
            ) from None
    return view


def check_saved(catalogue: Catalogue) -> Iterator[Problem]:
    """Each name in a saved view that nothing has: it would show nothing, or fail when it is used."""
    for name, view in catalogue.views.items():
        for key, attempt in _ATTEMPTS.items():
            try:
                attempt(view, catalogue)
            except TrackerError as error:
                place = Place(catalogue.file, ("views", name, key))
                near = error.facts["near"] or error.facts["choices"]
                yield Problem(
                    "view-unknown", place, {"view": name, "text": error.facts["text"], "near": near}
                )


def _select(selection: Selection, catalogue: Catalogue) -> None:
    select((), catalogue, selection)


def _order(view: SavedView, _catalogue: Catalogue) -> None:
    if view.sort is not None and view.sort not in ORDERS:
        raise unknown("sort", view.sort, list(ORDERS))


def _profile(view: SavedView, _catalogue: Catalogue) -> None:
    if view.profile is not None and view.profile not in PROFILES:
        raise unknown("profile", view.profile, list(PROFILES))


_ATTEMPTS: dict[str, Callable[[SavedView, Catalogue], None]] = {
    "section": lambda view, catalogue: _select(Selection(sections=view.section), catalogue),
    "measure": lambda view, catalogue: _select(Selection(measures=view.measure), catalogue),
    "owner": lambda view, catalogue: _select(Selection(owners=view.owner), catalogue),
    "signal": lambda view, catalogue: _select(Selection(signals=view.signal), catalogue),
    "sort": _order,
    "profile": _profile,
}
