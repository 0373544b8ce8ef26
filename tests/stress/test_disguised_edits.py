"""Edits that keep a file's size and time, or its name: what the cache says is what the files say."""

import json
import os
import random
from pathlib import Path

import pytest

from support import Run, Tally, document, target, times, write_workspace

EDITS = times(10, 500)
REPORTS = 12


def content(chance: random.Random) -> bytes:
    return f"date: 2024-08-10\nby: 区科技局\nentries:\n- {{target: t-{chance.randrange(3)}, add: {chance.randrange(10, 99)}}}\n".encode()


def edit(files: list[Path], chance: random.Random) -> str:
    """One edit that hides itself; returns which."""
    one, other = chance.sample(files, 2)
    state = one.stat()
    way = chance.choice(
        ["in place", "by another file", "by another name", "two names changed", "cut and put back"]
    )
    match way:
        case "in place":
            one.write_bytes(content(chance))
        case "by another file":
            beside = one.with_suffix(".new")
            beside.write_bytes(content(chance))
            beside.replace(one)
        case "by another name":
            beside = one.parent.parent / "link"
            beside.hardlink_to(one)
            beside.write_bytes(content(chance))
            beside.unlink()
        case "two names changed":
            beside = one.with_suffix(".new")
            one.rename(beside)
            other.rename(one)
            beside.rename(other)
        case _:
            raw = content(chance)
            one.write_bytes(b"")
            one.write_bytes(raw)
    os.utime(one, ns=(state.st_atime_ns, state.st_mtime_ns))
    return way


def test_the_cache_sees_every_edit(
    tmp_path: Path, tracker: Run, tally: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(9)  # noqa: S311 - to be repeated
    files = {f"progress/2024/08/2024-08-10-{n:02}.yaml": content(chance) for n in range(REPORTS)}
    root = write_workspace(
        tmp_path, document(*[target(id=f"t-{n}", name=f"指标{n}") for n in range(3)]), **files
    )
    for n in range(EDITS):
        way = edit([root / name for name in files], chance)
        shown = []
        for cache in ("on", "off"):
            monkeypatch.setenv("TRACKER_CACHE", cache)
            shown.append(json.loads(tracker("status", "-f", "json", cwd=root).out))
        assert shown[0] == shown[1], (n, way)
    tally("disguised edits", EDITS)
