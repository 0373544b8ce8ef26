"""The names in a workspace, read fast and from broken files too: for the shell's completion, not for sums.

The catalogue is scanned line by line in the form it is written in (block style, with lists and mappings in
brackets on one line). What does not fit is passed over: completion then offers fewer words.
"""

import os
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tracker.store.files import CATALOGUE_LIMIT, REPORT_LIMIT, UnreadableError, read_bytes

CATALOGUE = "measures.yaml"
FOLDER = "progress"

_KEY = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s\-?:,\[\]{}#&*!|>'"%@`][^:#\[\]{}]*?)"""
_PAIR = re.compile(rf"(?P<lead>[ ]*(?:-[ ]+)*)(?P<key>{_KEY})[ ]*:(?:[ ]+(?P<value>.*))?$")
_ITEM = re.compile(r"(?P<lead>[ ]*(?:-[ ]+)+)(?P<value>.+)$")
_SCALAR = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,\[\]{}]*)"""
_FLOW_PAIR = re.compile(rf"[{{,][ ]*(?P<key>{_KEY})[ ]*:[ ]*(?P<value>\[[^\]]*\]?|\{{[^}}]*\}}?|{_SCALAR})")
_FLOW_ITEM = re.compile(rf"[\[,][ ]*(?P<value>{_SCALAR})")
# Up to the closing mark, or to the end of the line where that is missing.
_SINGLE = re.compile(r"'((?:[^']|'')*)")
_DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*)')
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))")
_ESCAPED = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/", " ": " "}
_ODD = "\0"  # any other: it has no place in a name
_STEM = re.compile(r"(\d{4}-\d\d-\d\d-[a-z0-9][a-z0-9-]{0,40})\.yaml", re.ASCII)
_HEAD = re.compile(r"^(by|source): *(.+)$", re.MULTILINE)
_ENTRY = re.compile(r"^ *- +(.+)$", re.MULTILINE)
_LONGEST_LINE = 2000  # no name is as long, and no expression can be kept busy by what is not looked at
_LONGEST_LIST = 50  # lines that a list in brackets may go on for


class Node:
    """A section, measure or target: what the scan found of it, each value as text."""

    def __init__(self, parent: "Node | None" = None) -> None:
        self.parent = parent
        self.texts: dict[str, str] = {}
        self.lists: dict[str, list[str]] = {}
        self.children: list[Node] = []

    @property
    def units(self) -> list[str]:
        """The responsible units, or those of the measure."""
        return self.lists.get("owners") or (self.parent.units if self.parent else [])


_LEVELS = ("sections", "measures", "targets")


class Outline:
    """What a catalogue names: the tree of sections, measures and targets, its views, its language."""

    def __init__(self) -> None:
        self.root = Node()
        self.views: list[str] = []

    @property
    def language(self) -> str | None:
        """The catalogue's language, as written."""
        return self.root.texts.get("language")

    @property
    def sections(self) -> list[Node]:
        """In the order of the file."""
        return self.root.children

    @property
    def measures(self) -> list[Node]:
        """In the order of the file."""
        return [measure for section in self.sections for measure in section.children]

    @property
    def targets(self) -> list[Node]:
        """In the order of the file."""
        return [target for measure in self.measures for target in measure.children]


def root_of(folder: str) -> Path | None:
    """The nearest folder upwards that holds a catalogue, as the program looks for it; None without one."""
    try:
        start = Path(folder).expanduser().resolve(strict=True)
    except (OSError, RuntimeError, ValueError):
        return None
    return next((above for above in (start, *start.parents) if os.path.lexists(above / CATALOGUE)), None)


def outline_of(root: Path | None) -> Outline:
    """The names in the catalogue of this workspace: as many as can be read of it, or none."""
    return Outline() if root is None else scan(_text(root / CATALOGUE, CATALOGUE_LIMIT))


def scan(text: str) -> Outline:
    """The names in the text of a catalogue, however broken."""
    lines = text.removeprefix("\ufeff").splitlines()
    return _Scan([line for line in lines if len(line) <= _LONGEST_LINE]).outline


def recent_stems(root: Path | None, beginning: str, most: int) -> list[str]:
    """The names of the latest reports that begin so, newest first."""
    return [] if root is None else list(islice(_stems(root / FOLDER, beginning), most))


def report_head(root: Path, stem: str) -> str:
    """Who reported, and from which source."""
    found = dict(_HEAD.findall(_report(root, stem)))
    return " ".join(_plain(found[key]) for key in ("by", "source") if key in found)


def report_entries(root: Path | None, stem: str) -> list[str]:
    """The entries of a report as they are written, in their order."""
    text = "" if root is None else _report(root, stem)
    return _ENTRY.findall(text.partition("entries:")[2])


class _Scan:
    """One pass over the lines, with the keys that lead to each, by their columns."""

    def __init__(self, lines: list[str]) -> None:
        self.outline = Outline()
        self._lines = lines
        self._above: list[tuple[int, str]] = []
        self._nodes: list[Node] = [self.outline.root]  # the open one of each level
        self._views_are_listed = False
        for at, line in enumerate(lines):
            self._take(at, line)

    def _take(self, at: int, line: str) -> None:
        pair = _PAIR.match(line)
        found = pair or _ITEM.match(line)
        if found is None:
            return
        column = len(found["lead"])
        while self._above and self._above[-1][0] >= column:
            self._above.pop()
        path = tuple(key for _, key in self._above)
        if "-" in found["lead"] and path == _LEVELS[: len(path)] and path:
            self._open(len(path))
        value = (found["value"] or "").strip()
        if pair:
            key = _plain(pair["key"])
            self._above.append((column, key))
            self._pair(path, key, value, at, listed="-" in found["lead"])
        elif value.startswith("{"):
            for flow in _FLOW_PAIR.finditer(value):
                self._pair(path, _plain(flow["key"]), flow["value"].strip(), at, listed=True)
        elif path and path[-1] == "owners":
            self._node(path[:-1]).lists.setdefault("owners", []).append(_plain(value))

    def _open(self, level: int) -> None:
        del self._nodes[level:]
        parent = self._nodes[-1]
        node = Node(parent)
        parent.children.append(node)
        self._nodes.append(node)

    def _node(self, path: tuple[str, ...]) -> Node:
        """The node that a key under `path` belongs to; one that goes nowhere for anything else."""
        known = path == _LEVELS[: len(path)] and len(path) < len(self._nodes)
        return self._nodes[len(path)] if known else Node()

    def _pair(self, path: tuple[str, ...], key: str, value: str, at: int, *, listed: bool) -> None:
        if path == ("views",):
            self._view(key, value, listed=listed)
        elif path[-1:] == ("stages",):
            self._node(path[:-1]).lists.setdefault("stages", []).append(key)
        elif key == "owners" and value.startswith("["):
            self._node(path).lists[key] = list(_items(self._to_its_end(value, at)))
        elif value.startswith("{") and key in {"stages", "views"}:
            for flow in _FLOW_PAIR.finditer(value):
                self._pair((*path, key), _plain(flow["key"]), flow["value"], at, listed=False)
        elif value and value[0] not in "[{|>":
            self._node(path).texts.setdefault(key, _plain(value))

    def _view(self, key: str, value: str, *, listed: bool) -> None:
        self._views_are_listed |= listed
        if not self._views_are_listed:
            self.outline.views.append(key)
        elif key == "name":
            self.outline.views.append(_plain(value))

    def _to_its_end(self, value: str, at: int) -> str:
        """A list in brackets that goes on in the following lines."""
        for line in self._lines[at + 1 : at + _LONGEST_LIST]:
            if "]" in value or _PAIR.match(line):
                break
            value += " " + line.strip()
        return value


def _items(flow: str) -> Iterator[str]:
    for item in _FLOW_ITEM.finditer(flow.partition("]")[0]):
        if text := _plain(item["value"]):
            yield text


def _plain(written: str) -> str:
    """What a scalar says: without quotation marks, escapes and comment."""
    text = written.strip()
    if quoted := _SINGLE.match(text):
        return quoted[1].replace("''", "'")
    if quoted := _DOUBLE.match(text):
        return _ESCAPE.sub(_escaped, quoted[1])
    return text.partition(" #")[0].rstrip()


def _escaped(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2]
    return chr(int(code, 16)) if code else _ESCAPED.get(escape[3], _ODD)


def _text(path: Path, limit: int) -> str:
    try:
        return read_bytes(path, limit).decode("utf-8", "replace")
    except UnreadableError:
        return ""


def _stems(folder: Path, beginning: str) -> Iterator[str]:
    for year in _names(folder):
        for month in _names(folder / year):
            # A month before the one that is typed has nothing to offer.
            if not f"{year}-{month}".startswith(beginning[: len("2024-08")]):
                continue
            for name in _names(folder / year / month):
                stem = _STEM.fullmatch(name)
                if stem and name.startswith(beginning):
                    yield stem[1]


def _names(folder: Path) -> list[str]:
    try:
        return sorted((path.name for path in folder.iterdir()), reverse=True)
    except OSError:
        return []


def _report(root: Path, stem: str) -> str:
    if not _STEM.fullmatch(f"{stem}.yaml"):
        return ""
    year, month = stem[:4], stem[5:7]
    return _text(root / FOLDER / year / month / f"{stem}.yaml", REPORT_LIMIT)
