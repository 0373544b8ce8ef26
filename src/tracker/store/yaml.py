"""YAML as it stands in the workspace: a strict subset, every scalar as written, read from libyaml's events.

Only text and null are told apart: 1_500, 12:30 or `no` mean what was typed, and what a field makes of it
is the model's to say. Anchors, aliases, tags, several documents, duplicate keys, merge-conflict markers,
deep nesting and large files are refused. No recursion, so no file can exhaust the stack.
"""

import re
from collections.abc import Iterator

import yaml

from tracker.problems import Path, Step
from tracker.store.files import YamlError, line_column, lines_of

DEEPEST = 40
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CORE_TAG = "tag:yaml.org,2002:"
_OPEN_QUOTE = frozenset({"found unexpected end of stream", "found unexpected document indicator"})
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_CONFLICT = re.compile(r"^(<{7}|>{7}|\|{7})( |$)|^={7}$", re.MULTILINE)
# Keys are ASCII words. What an input method for Chinese makes of the signs behind them, and of those between.
_WIDE_COLON = re.compile(
    r"(?:^|[{,])[ \t]*(?:- )?[{]?[ \t]*(?P<key>[A-Za-z_][\w-]*) ?(?P<colon>：)", re.ASCII
)
_TIGHT_COLON = re.compile(r"[ \t]*(?:- )?(?P<key>[A-Za-z_][\w-]*):(?=[^\s/])", re.ASCII)
_WIDE_SIGN = re.compile("[，｛｝［］＂＇“”]")
_NARROW = str.maketrans("，｛｝［］＂＇“”", ',{}[]"\'""')
# Far beyond any file's depth, yet little enough for libyaml, whose time grows with its square.
_HARMLESS = 1000
# Columns a line may be indented by, counting the marks of nested block collections.
_INDENT = re.compile(rf"^[ \-?:]{{{_HARMLESS}}}", re.MULTILINE)


def read(text: str) -> object:
    """The document's value: text, None, lists and dictionaries; YamlError for anything else."""
    return _Builder().build(text).document


Marks = dict[Path, tuple[int, int]]


class Positions:
    """Where keys and values stand in a text, as line and column from 1."""

    def __init__(self, keys: Marks, values: Marks) -> None:
        self._keys, self._values = keys, values

    def of(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """The place of the value at `path` (of its key with `key`), or of the nearest thing above it.

        An item that is written alone, without its list, stands where the list would.
        """
        found: Path = ()
        for step in path:
            if (*found, step) in self._values:
                found = (*found, step)
            elif not isinstance(step, int):
                return self._values.get(found, (1, 1))
        return (self._keys if key and found in self._keys else self._values).get(found, (1, 1))


def positions(text: str) -> Positions:
    """Where everything stands in a text that can be read."""
    built = _Builder(with_marks=True).build(text)
    return Positions(built.keys, built.values)


class _Builder:
    """Builds a document from events, without recursion; notes where keys and values stand if asked."""

    def __init__(self, *, with_marks: bool = False) -> None:
        self.document: object = None
        self.keys: Marks = {}
        self.values: Marks = {}
        self._with_marks = with_marks
        self._documents = 0
        self._open: list[dict[str, object] | list[object]] = []
        self._path: list[Step] = []  # the step to what comes next, one for each open collection
        self._key: str | None = None

    def build(self, text: str) -> "_Builder":
        """Read the whole text; YamlError where it is not of the subset."""
        _refuse_before_parsing(text)
        try:
            for event in _events(text):
                self._take(event)
        except YamlError as error:
            raise _slip(text, error) or error from None
        if self._documents == 0 or (self.document is None and not text.strip()):
            raise YamlError("empty-file", 1, 1)
        return self

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._path.pop()
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise _error("several-documents", event)
        elif isinstance(event, yaml.NodeEvent):
            self._add(_value(event, len(self._open)), event)

    def _add(self, value: object, event: yaml.Event) -> None:
        parent = self._open[-1] if self._open else None
        if isinstance(parent, dict):
            if self._key is None:
                self._begin_pair(value, parent, event)
                return
            parent[self._key] = value
            self._key = None
        elif isinstance(parent, list):
            self._path[-1] = len(parent)
            parent.append(value)
        else:
            self.document = value
        if self._with_marks:
            self.values[tuple(self._path)] = _mark(event)
        if isinstance(value, (dict, list)):
            self._open.append(value)
            self._path.append("")

    def _begin_pair(self, key: object, parent: dict[str, object], event: yaml.Event) -> None:
        if not isinstance(key, str):
            raise _error("key-bad", event)
        if key in parent:
            raise _error("key-twice", event, key=key)
        self._key = self._path[-1] = key
        if self._with_marks:
            self.keys[tuple(self._path)] = _mark(event)


def _value(event: yaml.NodeEvent, depth: int) -> str | dict[str, object] | list[object] | None:
    if isinstance(event, yaml.ScalarEvent):
        plain = event.style is None or event.style == ""
        return None if plain and event.value in _NULLS else str(event.value)
    if depth == DEEPEST:
        raise _error("too-deep", event, limit=DEEPEST)
    return {} if isinstance(event, yaml.MappingStartEvent) else []


def _events(text: str) -> Iterator[yaml.Event]:
    """Libyaml's events, without the parts of YAML that hide what a file says."""
    try:
        for event in yaml.parse(text, Loader=LOADER):
            if isinstance(event, yaml.AliasEvent):
                raise _error("alias", event, name=event.anchor)
            if isinstance(event, yaml.NodeEvent) and event.anchor:
                raise _error("anchor", event, name=event.anchor)
            if tag := getattr(event, "tag", None):
                raise _error("tag", event, tag=tag.replace(_CORE_TAG, "!!"))
            yield event
    except yaml.reader.ReaderError as error:
        at = max(text.find(chr(error.character)), 0)
        raise YamlError(
            "text-control", *line_column(text, at), character=f"U+{error.character:04X}"
        ) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if error.problem in _OPEN_QUOTE and error.context_mark:
            mark = error.context_mark  # where the quotation begins, not where the file ends
        place = _before_blank(text, mark.index) if mark else (1, 1)
        if mark and text[mark.index : mark.index + 1] == "\t":
            raise YamlError("tab", *place) from None
        raise YamlError("syntax", *place, problem=str(error.problem or error.context)) from None
    except yaml.YAMLError as error:
        raise YamlError("syntax", 1, 1, problem=" ".join(str(error).split())) from None


def _refuse_before_parsing(text: str) -> None:
    """What would make libyaml slow, or is no YAML at all but a mark that git left."""
    if found := _CONFLICT.search(text):
        raise YamlError("conflict", *line_column(text, found.start()))
    if found := _INDENT.search(text):
        raise YamlError("too-deep", *line_column(text, found.start()), limit=DEEPEST)
    if text.count("[") + text.count("{") > _HARMLESS:
        depth = 0
        for found in re.finditer(r"[\[\]{}]", text):
            depth = max(depth + (1 if found[0] in "[{" else -1), 0)
            if depth > _HARMLESS:
                raise YamlError("too-deep", *line_column(text, found.start()), limit=DEEPEST)


def _slip(text: str, error: YamlError) -> YamlError | None:
    """The slip of an input method before the place where YAML makes no sense any more, if there is one."""
    if error.code != "syntax":
        return None
    lines = lines_of(text)
    for number, line in enumerate(lines[: error.line], 1):
        if slip := _WIDE_COLON.search(line):
            return YamlError("colon-wide", number, slip.start("colon") + 1, key=slip["key"])
    for number, line in enumerate(lines[: error.line], 1):
        if slip := _TIGHT_COLON.match(line):
            return YamlError("colon-tight", number, slip.end(), key=slip["key"])
    if slip := _WIDE_SIGN.search(lines[error.line - 1]):
        sign = slip[0].translate(_NARROW)
        return YamlError("sign-wide", error.line, slip.start() + 1, sign=slip[0], plain=sign)
    return None


def _before_blank(text: str, at: int) -> tuple[int, int]:
    """The place `at`, or the end of what stands before it where nothing follows in its line."""
    end = text.find("\n", at)
    if text[at : end if end >= 0 else None].strip() or not text[:at].strip():
        return line_column(text, at)
    return line_column(text, len(text[:at].rstrip()))


def _mark(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _error(code: str, event: yaml.Event, **facts: object) -> YamlError:
    return YamlError(code, *_mark(event), **facts)
