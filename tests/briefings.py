"""Reading a briefing back: what its Markdown says must be what was counted."""

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from support import REPOSITORY, Run, document, write_workspace
from tracker.assess.changes import ChangeKind, TargetChange
from tracker.assess.signal import Signal
from tracker.formats.briefing import paper
from tracker.formats.briefing.variables import Notes
from tracker.formats.markdown import escaped
from tracker.model.quantity import rounded
from tracker.report.briefing import Briefing
from tracker.report.standing import now
from tracker.words import Words

_SHARE = re.compile(r"(?P<name>[^\d；，。]+)(?P<count>\d+)项，占(?P<share>\d+\.\d)%[；。]")
_HEADING = re.compile(r"^#{2,3} (?P<title>.+)$", re.MULTILINE)
_ITEM = re.compile(r"^\d+\. (?P<text>.+)$", re.MULTILINE)
_ROW = re.compile(r"^\| (?P<cells>.+) \| *$", re.MULTILINE)


REPORT = "date: 2024-08-10\nby: 区科技局\nentries:\n- {target: firms, total: 20}\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace in mid-August: the last whole period is the first dekad."""
    monkeypatch.setenv("TRACKER_NOW", "2024-08-13T09:00:00+08:00")
    folder = tmp_path / "w"
    folder.mkdir()
    return write_workspace(folder, document(), **{"progress/2024/08/2024-08-10-a.yaml": REPORT})


def copied(folder: Path) -> Path:
    """This repository's workspace in a folder of its own, outside of any repository."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("progress", "seeds"):
        shutil.copytree(REPOSITORY / name, folder / name)
    shutil.copy(REPOSITORY / "measures.yaml", folder)
    return folder


def brief(tracker: Run, folder: Path, *arguments: object) -> str:
    """What `tracker brief` prints, where it says nothing else."""
    shown = tracker("brief", *arguments, cwd=folder)
    assert (shown.code, shown.err) == (0, "")
    return shown.out


def markdown_of(found: Briefing, language: str = "zh") -> str:
    """The briefing as the package's template writes it."""
    return paper(found, Words(language), Notes(), None, attributions={}).markdown


def parts_of(markdown: str) -> dict[str, str]:
    """What stands under each heading, by its title without numeral."""
    _, *pieces = _HEADING.split(markdown)
    titles = (
        re.sub(r"^(（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、)", "", title)
        for title in pieces[::2]
    )
    return dict(zip(titles, pieces[1::2], strict=True))


def items_of(text: str) -> list[str]:
    """The numbered items of a part."""
    return [item["text"] for item in _ITEM.finditer(text)]


def rows_of(text: str) -> list[list[str]]:
    """The rows of a table, without its head."""
    rows = [row["cells"].split(" | ") for row in _ROW.finditer(text)]
    return rows[1:]


def reconcile(found: Briefing, markdown: str) -> None:
    """Every number of the Chinese Markdown against the briefing, every list against its number."""
    words, parts = Words("zh"), parts_of(markdown)
    overview = parts["总体情况"]
    said = {m["name"]: (int(m["count"]), m["share"]) for m in _SHARE.finditer(overview.partition("中，")[2])}
    assert said == {
        words(f"signal.{known.signal.value}"): (known.count, f"{rounded(known.share * 100, 1):f}")
        for known in found.classes
        if known.count
    }
    assert sum(count for count, _ in said.values()) == found.total
    assert f"的{found.total}项指标" in overview
    for known in found.classes:
        if known.change:
            word = "增加" if known.change > 0 else "减少"
            assert f"{words(f'signal.{known.signal.value}')}{word}{abs(known.change)}项" in overview
    for changes in _turns(found):
        if changes:
            assert f"{len(changes)}项" in overview
            assert _plain(changes[0].target.name) in _plain(overview)
    _lists(found, parts)
    _annex(found, parts, words)


def _turns(found: Briefing) -> list[list[TargetChange]]:
    """What turned, by what is said of it: yellow from red is told apart from yellow from green."""
    turned = {kind: list(changes) for kind, changes in found.turned.items()}
    yellow = turned.pop(ChangeKind.TURNED_YELLOW)
    eased = [c for c in yellow if c.before and c.before.signal in {Signal.FAR_BEHIND, Signal.OVERDUE}]
    return [*turned.values(), eased, [c for c in yellow if c not in eased]]


def _lists(found: Briefing, parts: dict[str, str]) -> None:
    """Each part that counts: its number, the number of its items, and which they are."""
    for signal, name in (("overdue", "逾期未完成"), ("far_behind", "严重滞后"), ("behind", "滞后")):
        targets = [c.target.name for c in found.lagging if now(c).signal.value == signal]
        titles = [title for title in parts if re.fullmatch(rf"{name}\d+项", title)]
        assert titles == ([f"{name}{len(targets)}项"] if targets else [])
        if targets:
            part = parts[titles[0]]
            _same(items_of(part) or [row[0] for row in rows_of(part)], targets)
    for title, names in (
        (f"有风险{len(found.at_risk)}项", [c.target.name for c in found.at_risk]),
        ("临期提醒", [c.target.name for c in found.near]),
    ):
        _same(items_of(parts.get(title, "")), names)
    if found.lagging:
        assert f"共{len(found.lagging)}项" in parts["滞后与预警"]
    if found.near:
        assert f"有{len(found.near)}项" in parts["临期提醒"]
    if found.owing:
        part = parts["未报送情况"]
        units = {d.assessment.target.lead for d in found.owing}
        assert f"有{len(found.owing)}项，涉及{len(units)}个牵头单位" in part
        groups = [int(n) for item in items_of(part) for n in re.findall(r"^.*?（(\d+)项）：", item)]
        assert (len(groups), sum(groups)) == (len(units), len(found.owing))
    if found.revised:
        assert len(items_of(parts["数据修订"])) == len(found.revised)
    if found.adjusted:
        assert len(items_of(parts["指标调整"])) == len(found.adjusted)


def _annex(found: Briefing, parts: dict[str, str], words: Words) -> None:
    """The annex has every target once, in the order of the text, with its signal."""
    rows = next(
        rows_of(text) for title, text in parts.items() if title.startswith("附件") and "总表" in title
    )
    shown = [(row[0], row[1], row[-1].strip()) for row in rows]
    assert shown == [
        (
            c.target.number,
            escaped(c.target.name),
            words(f"signal.{now(c).signal.value}"),
        )
        for c in found.items
    ]


def _same(texts: Sequence[str], names: Sequence[str]) -> None:
    """As many lines as names, each about its own."""
    assert len(texts) == len(names)
    for text, name in zip(texts, names, strict=True):
        assert _plain(name) in _plain(text)


def _plain(text: str) -> str:
    return re.sub(r"[“”‘’\\]", "", text)
