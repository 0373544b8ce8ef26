"""The whole loop between two desks and the place they share: what one sends, the other verifies, and both see it close."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sharing import Desks, git, named, report

from support import Run

__all__ = ["named"]
pytestmark = pytest.mark.usefixtures("named")


def notices(root: Path, tracker: Run, day: str) -> list[tuple[object, ...]]:
    found = tracker("notice", "--open", "--as-of", day, "-f", "json", cwd=root)
    return [(one["id"], one["state"], one["promise_by"]) for one in json.loads(found.out)["notices"]]


def flags(root: Path, tracker: Run, day: str) -> list[str]:
    found = tracker("status", "--as-of", day, "-f", "json", cwd=root)
    return list(json.loads(found.out)["targets"][0]["flags"])


def done(root: Path, tracker: Run, *arguments: str) -> None:
    found = tracker(*arguments, cwd=root)
    assert found.code == 0, found.err


def fill(sheet: Path) -> None:
    """The unit's figure and its reply, in the cells of the form."""
    book: Any = openpyxl.load_workbook(sheet)
    headings = {cell.value: cell.column_letter for cell in book.active[4]}
    book.active["I3"] = "2024-08-14"
    for heading, content in {
        "本次累计数": 12,
        "原因": "两家企业注册延期",
        "措施": "专班上门办理",
        "承诺完成日": "8月25日",
    }.items():
        book.active[f"{headings[heading]}5"] = content
    book.save(sheet)


def test_the_loop_is_closed_between_two_desks(tracker: Run, tmp_path: Path) -> None:
    desks = Desks(tmp_path)
    office = desks.first
    for day in ("2024-07-20", "2024-07-31", "2024-08-10"):
        report(office, "a", 10, day=day)
        report(office, "b", 30, day=day, target="deals")
    done(office, tracker, "sync")
    statistics = desks.clone("statistics")

    # The office sends a notice, and the unit's form comes back with a figure and a reply.
    sent = ("notice", "--all", "--as-of", "2024-08-10", "--date", "2024-08-12", "-o", "../通知", "--record")
    done(office, tracker, *sent, "--unit", "区政府督查室")
    done(office, tracker, "form", "--owner", "区科技局", "--as-of", "2024-08-12", "-o", "../a.xlsx")
    fill(tmp_path / "first/../a.xlsx")
    done(office, tracker, "import", "../a.xlsx", "--yes")
    done(office, tracker, "sync")

    # The other desk gets both, and verifies the figure.
    came = tracker("sync", cwd=statistics)
    assert "区科技局" in came.out
    assert notices(statistics, tracker, "2024-08-20") == [("firms", "answered", "2024-08-25")]
    figure = json.loads(tracker("status", "--as-of", "2024-08-20", "-f", "json", cwd=statistics).out)
    done(statistics, tracker, "verify", figure["targets"][0]["entry"], "--by", "区统计局")
    done(statistics, tracker, "sync")

    # The office's briefing cites the reply with its file and commit, and knows that the figure is verified.
    done(office, tracker, "sync")
    assert flags(office, tracker, "2024-08-20") == ["verified"]
    brief = tracker("brief", "--dekad", "8月中旬", "--trace", "-f", "markdown", cwd=office).out
    assert "两家企业注册延期" in brief
    assert "（已核实）" in brief
    cited = next(line for line in brief.splitlines() if "回执，承诺 2024-08-25" in line)
    assert "progress/2024/08/2024-08-14-" in cited
    assert "提交" in cited

    # The promise passes at both desks alike; the target recovers, and the notice closes.
    for root in (office, statistics):
        assert "promise_overdue" not in flags(root, tracker, "2024-08-25")
        assert "promise_overdue" in flags(root, tracker, "2024-08-26")
    done(statistics, tracker, "record", "firms", "30", "--by", "区科技局", "--date", "2024-08-31", "--yes")
    done(statistics, tracker, "sync")
    done(office, tracker, "sync")
    for root in (office, statistics):
        assert "promise_overdue" not in flags(root, tracker, "2024-08-31")
        assert notices(root, tracker, "2024-09-05") == [("firms", "closed", "2024-08-25")]
        assert tracker("check", "--history", cwd=root).code == 0
        assert not git(root, "status", "--porcelain", "--untracked-files=all")
