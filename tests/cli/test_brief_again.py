"""An old briefing, written again as it was after everything that came later."""

from pathlib import Path

import pytest
import yaml

from briefings import brief, copied
from support import Run

pytestmark = pytest.mark.usefixtures("quick_charts")
# A Word file takes seconds: one period in every format, the others as text.
PAPERS = {
    "default": ((), ("text", "markdown", "html", "docx")),
    "week": (("--week", "2024-W40"), ("markdown",)),
    "month": (("--month", "2024-10"), ("markdown",)),
}

LATER = {
    "2024-10-10-later1": "date: 2024-10-10\nby: 区科技局\nrecorded: 2024-10-12T09:00:00+08:00\nentries:\n- {target: uav-firms, total: 39}\n- {target: tech-contracts, total: 3.1}\n",
    "2024-09-30-later2": "date: 2024-09-30\nby: 区科技局\nrecorded: 2024-10-12T09:00:00+08:00\nentries:\n- {target: uav-firms, total: 28, note: 更正}\n",
}  # fmt: skip


def test_an_old_briefing_comes_out_as_it_was(
    tracker: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Written on 9 October; later come reports, a correction and a void."""
    root = copied(tmp_path / "w")
    later = [
        file
        for file in sorted(root.glob("progress/*/*/*.yaml"))
        if (said := yaml.safe_load(file.read_text(encoding="utf-8")))
        and str(said.get("recorded") or said["date"])[:10] > "2024-10-09"
    ]
    assert len(later) > 20
    for file in later:
        file.rename(tmp_path / file.name)
    (root / "notes").mkdir()
    (root / "notes/2024-W40.md").write_text("本期调度了逾期指标。", encoding="utf-8")

    def everything(folder: str, *more: str) -> dict[str, bytes]:
        for key, (period, formats) in PAPERS.items():
            for name in formats:
                output = tmp_path / folder / f"{key}.{name}"
                output.parent.mkdir(exist_ok=True)
                brief(tracker, root, *period, "--unit", "区政府办公室", *more, "-f", name, "-o", output)
        return {path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()}

    monkeypatch.setenv("TRACKER_NOW", "2024-10-09T16:00:00+08:00")
    once = everything("once")
    monkeypatch.setenv("TRACKER_NOW", "2024-11-05T09:20:00+08:00")
    for file in later:
        (tmp_path / file.name).rename(file)
    for stem, text in LATER.items():
        (root / f"progress/2024/{stem[5:7]}/{stem}.yaml").write_text(text, encoding="utf-8")
    withdrawn = min(root.glob("progress/2024/09/2024-09-30-*.yaml")).stem
    who = ("--by", "区政府办公室", "--reason", "录入有误")
    assert tracker("void", f"{withdrawn}#1", *who, cwd=root).code == 0
    now = brief(tracker, root, *PAPERS["week"][0], "--unit", "区政府办公室", "-f", "markdown")
    assert now.encode() != once["week.markdown"]
    again = everything("again", "--known-on", "2024-10-09")
    assert sorted(again) == sorted(once)
    assert [name for name, content in once.items() if again[name] != content] == []
