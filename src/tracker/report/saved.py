"""Saved views: filters and an order under a name, kept in the catalogue."""

from collections.abc import Callable, Iterator

from tracker.model.catalogue import Catalogue, SavedView
from tracker.model.profile import PROFILES
from tracker.problems import ExitCode, Place, Problem, TrackerError
from tracker.report.selection import ORDERS, Selection, select, unknown


def saved_view(catalogue: Catalogue, name: str) -> SavedView:
    """The saved view of this name. Raises TrackerError (usage) where there is none, or it names nothing."""
    if name not in catalogue.views:
        raise unknown("view", name, list(catalogue.views))
    found = catalogue.views[name]
    for key, attempt in _ATTEMPTS.items():
        try:
            attempt(found, catalogue)
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
    return found


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
