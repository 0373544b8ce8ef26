"""What `tracker explain` shows and the tests run over: a small workspace for each thing explained.

One file a thing, in the folder of its group below `explained/`: cases by name, of which the first is shown. A
case is written as it differs from the sound workspace of `sound.yaml` (that of its group, where it has one).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import zip_longest
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from tracker.model.clock import DEFAULT_ZONE
from tracker.problems import Place, Problem
from tracker.store.files import decode
from tracker.store.yaml import read

FOLDER = Path(__file__).with_name("explained")
# In the order in which they are listed: two of what a target can be in, then those of problems.
GROUPS = ("signals", "flags", "files", "catalogue", "progress", "audit", "sheets", "history")
PROBLEM_GROUPS = GROUPS[2:]
# The examples tell of one year, and are looked at on its last day, whenever that is done.
NOW = datetime(2024, 12, 31, 9, tzinfo=DEFAULT_ZONE)
_SOUND = "sound"


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Part(_Written):
    """A text, so many times, in an encoding."""

    text: str
    times: int = 1
    encoding: str = "utf-8"


class _Link(_Written):
    """A symbolic link."""

    link: str


class _Change(_Written):
    """Words of a sound file, which stand there once, and what stands there instead."""

    old: str = Field(alias="from")
    new: str = Field(alias="to")


class _Told(_Written):
    """A problem that no file by itself has: git, the system or a workbook makes it."""

    file: str
    facts: dict[str, str | tuple[str, ...]] = {}


_Content = str | _Link | _Part | list[str | _Part] | None


class _Case(_Written):
    """Files by path (None: missing), changes of sound ones; of signals the `target` and the day judged."""

    files: dict[str, _Content] = {}
    change: dict[str, list[_Change]] = {}
    told: _Told | None = None
    as_of: date | None = None
    target: str = ""


_CASES = TypeAdapter(dict[str, _Case])
_WHOLE = TypeAdapter(_Case)


@dataclass(frozen=True, slots=True)
class Example:
    """One case: all files of its workspace (None: missing), its links, and which of both are its own.

    `changed` is the first line, from 1, of what stands otherwise in a file than in the sound one.
    """

    name: str
    code: str
    group: str
    files: Mapping[str, bytes | None]
    links: Mapping[str, str]
    own: tuple[str, ...]
    changed: Mapping[str, int]
    told: Problem | None
    as_of: date | None
    target: str

    def lay_out(self, root: Path) -> Path:
        """Write its workspace into an empty folder. Raises OSError where links cannot be made."""
        for name, content in self.files.items():
            if content is not None:
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_bytes(content)
        for name, to in self.links.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).symlink_to(to)
        return root


def explained() -> dict[str, str]:
    """The code of everything that has an example, and its group; in the order in which they are listed."""
    return {
        path.stem: group
        for group in GROUPS
        for path in sorted((FOLDER / group).glob("*.yaml"))
        if path.stem != _SOUND
    }


def examples_of(code: str, group: str) -> tuple[Example, ...]:
    """All cases of this code; the first is the one to be shown."""
    cases = _CASES.validate_python(_read(FOLDER / group / f"{code}.yaml"))
    files = _sound_files(group)
    return tuple(_example(name, code, group, case, files) for name, case in cases.items())


def sound(group: str) -> Example:
    """The workspace that the examples of a group differ from."""
    return _example(_SOUND, _SOUND, group, _Case(), _sound_files(group))


def _sound_files(group: str) -> dict[str, _Content]:
    own = FOLDER / group / f"{_SOUND}.yaml"
    return _WHOLE.validate_python(_read(own if own.exists() else FOLDER / f"{_SOUND}.yaml")).files


def _read(path: Path) -> object:
    return read(decode(path.read_bytes()))


def _example(name: str, code: str, group: str, case: _Case, sound: dict[str, _Content]) -> Example:
    files = {path: _content(content) for path, content in (sound | case.files).items()}
    changed: dict[str, int] = {}
    for path, changes in case.change.items():
        text = (files[path] or b"").decode()
        for change in changes:
            if text.count(change.old) != 1:
                raise ValueError(f"{group}/{code}.yaml, {name}: {path} has not once {change.old!r}")
            text = text.replace(change.old, change.new)
        lines = zip_longest((files[path] or b"").decode().split("\n"), text.split("\n"))
        changed[path] = next(n for n, (old, new) in enumerate(lines, 1) if old != new)
        files[path] = text.encode()
    links = {path: content.link for path, content in case.files.items() if isinstance(content, _Link)}
    told = Problem(code, Place(case.told.file), case.told.facts) if case.told else None
    return Example(
        name=name,
        code=code,
        group=group,
        files={path: content for path, content in files.items() if path not in links},
        links=links,
        own=(*case.change, *case.files),
        changed=changed,
        told=told,
        as_of=case.as_of,
        target=case.target,
    )


def _content(written: _Content) -> bytes | None:
    match written:
        case str():
            return written.encode()
        case _Part():
            return written.text.encode(written.encoding) * written.times
        case list():
            return b"".join(_content(part) or b"" for part in written)
        case _:
            return None
