"""Damaged reports from scripts: a sentence, never a traceback; nothing is written on refusal."""

import io
import json
import random
import resource
from pathlib import Path

import pytest

from support import Run, Tally, document, target, times, write_workspace

REPORTS = times(200, 10_000)
MEBIBYTES = 300
SOUND = """\
# yaml-language-server: $schema=../../../schema/progress.schema.json
date: 2024-10-31
by: 区科技局
source: 10月下旬旬报
recorded: 2024-11-01T09:20:00+08:00
entries:
- {target: firms, total: 23, note: 新增3家, evidence: 'https://example.org/a.pdf'}
- target: deals
  add: 0.5
  unit: 亿元
  status: preliminary
- {void: 2024-08-10-ab12#1, reason: "多写一个零"}
"""
PIECES = ["\t", "\0", "&a ", "*a", "!!int ", "- ", ": ", "[", "{" * 50, "}", "]", "'", '"', "|\n", "<<: ", "---\n", "<<<<<<< HEAD\n",
          "1_000", "1e9", "٣", "９", "\u202e", "\ufeff", "no", "~", "9" * 400, "#", "%", "@", "`", ",", "\r", "\x85", "💥", "total: "]  # fmt: skip


def damaged(chance: random.Random, text: str = SOUND) -> bytes:
    """A sound file with a few random edits, in characters or in bytes."""
    for _ in range(chance.randint(1, 4)):
        at, length = chance.randrange(len(text)), chance.randint(0, 12)
        match chance.randrange(5):
            case 0:
                text = text[:at] + text[at + length :]
            case 1:
                text = text[:at] + chance.choice(PIECES) + text[at:]
            case 2:
                other = chance.randrange(len(text))
                text = text[:at] + text[other : other + length] + text[at:]
            case 3:
                lines = text.splitlines(keepends=True)
                chance.shuffle(lines)
                text = "".join(lines)
            case _:
                text = text[:at] + text[at : at + length] * chance.choice([2, 3, 200]) + text[at + length :]
        text = text or "-"
    raw = bytearray(text.encode("utf-8", "surrogatepass"))
    if chance.random() < 0.3:
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    return bytes(raw)


def peak() -> int:
    """The most memory this process ever had, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def test_damaged_reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tracker: Run, tally: Tally) -> None:
    monkeypatch.setenv("TRACKER_NOW", "2024-11-05T09:00:00+08:00")
    deals = target(id="deals", name="成交额", unit="亿元", target={"more_than": "3.5"})
    root = write_workspace(tmp_path, json.dumps(document(target(), deals), ensure_ascii=False))
    chance = random.Random(7)  # noqa: S311 - a repeatable choice of damage
    outcomes = {0: 0, 1: 0, 2: 0}
    before = peak()  # of whatever ran in this process before
    for _ in range(REPORTS):
        raw = damaged(chance)
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))
        found = tracker("--lang", "en", "record", "-", "--by", "区科技局", cwd=root)
        outcomes[found.code] += 1
        assert "internal error" not in found.err, raw
        written = list((root / "progress").rglob("*")) if (root / "progress").exists() else []
        files = [path for path in written if path.is_file()]
        assert len(files) == (1 if found.code == 0 else 0), raw
        for path in files:
            path.unlink()
        assert found.code == 0 or found.err
    assert outcomes[1] > REPORTS // 2
    assert peak() - before < MEBIBYTES
    tally("damaged reports", REPORTS)
