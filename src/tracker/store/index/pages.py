"""Pages on top of pages: what a run has found out anew, over what the index holds."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from operator import itemgetter
from typing import Protocol

from tracker.store.index.database import DamagedError, Kind, Page


class Pages(Protocol):
    """What can be asked for pages, and told new ones."""

    def one(self, kind: Kind, key: str, part: str = "") -> str | None:
        """The body of a page, None where there is none."""
        ...

    def all(self, kind: Kind) -> Iterator[tuple[str, str, str]]:
        """Key, part and body of every page of a kind, in order."""
        ...

    def parts(self, kind: Kind, key: str) -> list[tuple[str, str]]:
        """Part and body of every page of a key, in order."""
        ...

    def put(self, pages: Iterable[Page]) -> None:
        """Write pages."""
        ...

    def close(self) -> None:
        """Let go of the file: nothing more is asked."""
        ...


class Overlay:
    """Pages that hide those beneath them; nothing beneath is changed."""

    def __init__(self, beneath: Pages) -> None:
        self._beneath = beneath
        self._own: dict[Kind, dict[str, dict[str, str | None]]] = {kind: {} for kind in Kind}

    def one(self, kind: Kind, key: str, part: str = "") -> str | None:
        """The body of a page, None where there is none."""
        own = self._own[kind].get(key, _NOTHING)
        return own[part] if part in own else self._beneath.one(kind, key, part)

    def all(self, kind: Kind) -> Iterator[tuple[str, str, str]]:
        """Key, part and body of every page of a kind, in order."""
        own = {(key, part): body for key, parts in self._own[kind].items() for part, body in parts.items()}
        if not own:
            yield from self._beneath.all(kind)
            return
        merged = {(key, part): body for key, part, body in self._beneath.all(kind)} | own
        for (key, part), body in sorted(merged.items(), key=itemgetter(0)):
            if body is not None:
                yield key, part, body

    def parts(self, kind: Kind, key: str) -> list[tuple[str, str]]:
        """Part and body of every page of a key, in order."""
        own = self._own[kind].get(key)
        if own is None:
            return self._beneath.parts(kind, key)
        merged = dict(self._beneath.parts(kind, key)) | own
        return sorted((part, body) for part, body in merged.items() if body is not None)

    def put(self, pages: Iterable[Page]) -> None:
        """Hide what is beneath."""
        for kind, key, part, body in pages:
            self._own[kind].setdefault(key, {})[part] = body

    def close(self) -> None:
        """Let go of the file: nothing more is asked."""
        self._beneath.close()

    @property
    def own(self) -> list[Page]:
        """What was put here."""
        return [
            Page(kind, key, part, body)
            for kind, keys in self._own.items()
            for key, parts in keys.items()
            for part, body in parts.items()
        ]


class Guarded:
    """Pages of an index; where one turns out to be damaged, `anew` makes them all again, once."""

    def __init__(self, pages: Pages, anew: Callable[[], Pages]) -> None:
        self.pages = pages
        self._anew = anew

    def one(self, kind: Kind, key: str, part: str = "") -> str | None:
        """The body of a page, None where there is none."""
        try:
            return self.pages.one(kind, key, part)
        except DamagedError:
            return self._made_anew().one(kind, key, part)

    def all(self, kind: Kind) -> Iterator[tuple[str, str, str]]:
        """Key, part and body of every page of a kind, in order."""
        said = 0
        try:
            for page in self.pages.all(kind):
                yield page
                said += 1
        except DamagedError:
            yield from islice(self._made_anew().all(kind), said, None)

    def parts(self, kind: Kind, key: str) -> list[tuple[str, str]]:
        """Part and body of every page of a key, in order."""
        try:
            return self.pages.parts(kind, key)
        except DamagedError:
            return self._made_anew().parts(kind, key)

    def put(self, pages: Iterable[Page]) -> None:
        """Write pages."""
        self.pages.put(pages)

    def close(self) -> None:
        """Let go of the file: nothing more is asked."""
        self.pages.close()

    def _made_anew(self) -> Pages:
        self.pages.close()
        self.pages = self._anew()
        return self.pages


_NOTHING: dict[str, str | None] = {}
