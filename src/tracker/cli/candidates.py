"""What each parameter completes: the one place where a new parameter finds its words.

A parameter that declares its choices needs nothing here.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from tracker.cli.language import language_of
from tracker.cli.shells import FILES, FOLDERS, WORDS, Candidate
from tracker.store.outline import (
    Node,
    Outline,
    outline_of,
    recent_stems,
    report_entries,
    report_head,
    root_of,
)
from tracker.words import LANGUAGES, Words

RECENT = 30


class Scene:
    """What a source may ask: the workspace, the words, what stands on the line already."""

    def __init__(
        self, environ: Mapping[str, str], folder: str, language: str | None, items: Sequence[str]
    ) -> None:
        self._environ, self._folder, self._language = environ, folder, language
        self.items = items

    @cached_property
    def root(self) -> Path | None:
        """The workspace's folder, if there is one."""
        return root_of(self._folder)

    @cached_property
    def outline(self) -> Outline:
        """The names in its catalogue."""
        return outline_of(self.root)

    @cached_property
    def words(self) -> Words:
        """The words of the user's language; the catalogue is asked only where nothing else decides."""
        spoken = language_of(self._environ, self._language, None)
        if spoken == language_of(self._environ, self._language, LANGUAGES[-1]):
            return Words(spoken)
        return Words(language_of(self._environ, self._language, self.outline.language))


class Offer:
    """What can stand somewhere: words, other words for the same, or what the shell knows better.

    `named`: what stands beside a word is a name, and the program takes that as well.
    """

    def __init__(
        self,
        first: Iterable[Candidate] = (),
        also: Iterable[Candidate] = (),
        *,
        named: bool = False,
        leave: int = WORDS,
    ) -> None:
        self.first, self.also, self.named, self.leave = tuple(first), tuple(also), named, leave

    def __add__(self, other: "Offer") -> "Offer":
        return Offer(
            self.first + other.first,
            self.also + other.also,
            named=self.named and other.named,
            leave=self.leave or other.leave,
        )


Source = Callable[[Scene, str], Offer]


def _targets(scene: Scene, _typed: str) -> Offer:
    named = [(_text(target, "id"), _text(target, "name"), number) for target, number in _numbered(scene)]
    return Offer(
        ((target, name) for target, name, _ in named if target),
        ((number, f"{name} {target}".strip()) for target, name, number in named if number),
        named=True,
    )


def _numbered(scene: Scene) -> list[tuple[Node, str]]:
    """Each target with its number: 1.2 is the second of measure 1."""
    return [
        (target, f"{number}.{n}" if (number := _text(measure, "number")) else "")
        for measure in scene.outline.measures
        for n, target in enumerate(measure.children, 1)
    ]


def _items(scene: Scene, typed: str) -> Offer:
    """`TARGET VALUE`, or any number of `TARGET=VALUE`: a value is nobody's to guess."""
    if "=" in typed or (scene.items and "=" not in scene.items[0]):
        return Offer()
    return _targets(scene, typed)


def _measures(scene: Scene, _typed: str) -> Offer:
    return _titled(scene.outline.measures)


def _sections(scene: Scene, _typed: str) -> Offer:
    return _titled(scene.outline.sections)


def _titled(nodes: Iterable[Node]) -> Offer:
    return Offer(((_text(node, "number"), _text(node, "title")) for node in nodes), named=True)


def _units(scene: Scene, _typed: str) -> Offer:
    leads = _leads(scene)
    named = {unit: None for target in scene.outline.targets for unit in target.units}
    return Offer((unit, _leading(scene, leads[unit])) for unit in named)


def _lead_units(scene: Scene, _typed: str) -> Offer:
    return Offer((unit, _leading(scene, count)) for unit, count in _leads(scene).items())


def _leads(scene: Scene) -> Counter[str]:
    return Counter(target.units[0] for target in scene.outline.targets if target.units)


def _leading(scene: Scene, count: int) -> str:
    return scene.words("completion.leads", {"leads": count}) if count else ""


def _stages(scene: Scene, _typed: str) -> Offer:
    """The stages of the milestone on the line, or of all."""
    wanted = {item.partition("=")[0] for item in scene.items}
    nodes = _numbered(scene)
    meant = [node for node, number in nodes if wanted & {_text(node, "id"), _text(node, "name"), number}]
    found = [
        (stage, node) for node in meant or (node for node, _ in nodes) for stage in _list(node, "stages")
    ]
    return Offer((stage, _text(node, "name") if meant else "") for stage, node in found)


def _views(scene: Scene, _typed: str) -> Offer:
    return Offer((name, "") for name in scene.outline.views)


def _days(scene: Scene, _typed: str) -> Offer:
    return Offer([("today", scene.words("completion.today"))])


def _reports(scene: Scene, typed: str) -> Offer:
    """`FILE`, and after a # its entries."""
    if "/" in typed:
        return Offer(leave=FILES)
    stem, mark, _ = typed.partition("#")
    if mark:
        entries = enumerate(report_entries(scene.root, stem), 1)
        return Offer((f"{stem}#{n}", entry) for n, entry in entries)
    root = scene.root
    return Offer((stem, report_head(root, stem) if root else "") for stem in recent_stems(root, stem, RECENT))


def _nothing(_scene: Scene, _typed: str) -> Offer:
    return Offer()


def _files(_scene: Scene, _typed: str) -> Offer:
    return Offer(leave=FILES)


def _folders(_scene: Scene, _typed: str) -> Offer:
    return Offer(leave=FOLDERS)


# By what the metavar says (TARGET|MEASURE is both); a parameter's name, or a command's parameter, goes first.
SOURCES: dict[str, Source] = {
    "TARGET": _targets,
    "MEASURE": _measures,
    "SECTION": _sections,
    "UNIT": _units,
    "STAGE": _stages,
    "DAY": _days,
    "FILE": _files,
    "PATH": _files,
    "DIR": _folders,
    "TEXT": _nothing,
    "REV": _nothing,
    "YEAR": _nothing,
    "N": _nothing,
    "DAYS": _nothing,
    "view": _views,
    "form.owner": _lead_units,
    "notice.owner": _lead_units,
    "record.items": _items,
    "void.what": _reports,
    "diff.since": _days,
    "diff.until": _days,
}
# Several of these may stand in one word, separated by commas.
LISTED = frozenset({"SIGNAL"})


def choices(parameter: str, values: Iterable[str], words: Words) -> Offer:
    """The choices of a parameter with what they mean, and that as other words for them."""

    def meaning(value: str) -> str:
        keys = (f"{parameter}.{value}", f"signal.{value}")
        return next((words(key) for key in keys if words.has(key)), "")

    named = [(value, meaning(value)) for value in values]
    return Offer(named, ((text, value) for value, text in named if text and " " not in text))


def _text(node: Node, key: str) -> str:
    return node.texts.get(key, "")


def _list(node: Node, key: str) -> list[str]:
    return node.lists.get(key, [])
