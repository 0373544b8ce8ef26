"""Figures verified or returned by another unit: at every way in, in every view, and taken back again."""

import json
from pathlib import Path
from typing import Any

import pytest

from support import Run, document, target, write_files, write_workspace

DAY = ("--as-of", "2024-08-20")
FIRST, SECOND = "2024-08-10-a", "2024-08-20-a"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_workspace(tmp_path / "w", document(target()))
    for day, value in (("2024-08-10", 25), ("2024-08-20", 27)):
        head = f"date: {day}\nby: 区科技局\nrecorded: {day}T12:00:00+08:00\nentries:\n"
        entry = f"- {{target: firms, total: {value}, status: preliminary}}\n"
        write_files(root, {f"progress/2024/08/{day}-a.yaml": head + entry})
    return root


def firms(root: Path, tracker: Run, *more: str) -> dict[str, Any]:
    found = tracker("status", *DAY, *more, "-f", "json", cwd=root)
    assert found.code == 0, found.err
    return dict(json.loads(found.out)["targets"][0])


def test_a_verified_figure_is_told_from_first_ones(root: Path, tracker: Run) -> None:
    assert (firms(root, tracker)["figure_status"], firms(root, tracker)["flags"]) == (
        "first",
        ["preliminary"],
    )
    found = tracker("verify", SECOND, "--by", "区统计局", cwd=root)
    assert "已核实：1.1 新引进企业 27家（区科技局 2024-08-20 报，2024-08-20-a#1）" in found.out
    after = firms(root, tracker)
    assert (after["figure_status"], after["flags"], after["actual"]) == ("verified", ["verified"], "27")
    assert "已核实（区统计局）" in tracker("log", cwd=root).out
    assert "已核实" in tracker("show", "firms", *DAY, cwd=root).out
    brief = tracker("brief", "--dekad", "8月中旬", "-f", "markdown", cwd=root).out
    assert "27家（已核实）" in brief
    assert "初步数0项、已核实1项" in brief
    history = json.loads(tracker("log", "-f", "json", cwd=root).out)["entries"]
    assert [one["entry_status"] for one in history] == ["verified", "first"]
    assert tracker("check", cwd=root).code == 0


def test_a_returned_figure_counts_no_more_and_is_owed_again(root: Path, tracker: Run) -> None:
    found = tracker("return", f"{SECOND}.yaml#1", "--reason", "口径不符", "--by", "区统计局", cwd=root)
    assert "不再计入，须重报" in found.out
    assert firms(root, tracker)["actual"] == "25"
    due = tracker("due", *DAY, cwd=root).out
    assert "退回重报的 1 项：1.1 新引进企业，2024-08-20 所报 27家（区统计局：口径不符）" in due
    assert "退回：口径不符" in tracker("due", "--as-of", "2024-08-30", "--text", cwd=root).out
    out = tracker("log", cwd=root).out
    assert "退回（区统计局）" in out
    assert "口径不符" in out
    assert "退回" in tracker("show", "firms", *DAY, cwd=root).out
    tracker("record", "firms", "26", "--by", "区科技局", "--date", "2024-08-20", "--yes", cwd=root)
    assert firms(root, tracker)["actual"] == "26"
    assert "退回重报" not in tracker("due", *DAY, cwd=root).out
    assert tracker("check", cwd=root).code == 0


def test_the_last_word_counts_and_a_void_takes_it_back(root: Path, tracker: Run) -> None:
    tracker("return", SECOND, "--reason", "口径不符", "--by", "区统计局", cwd=root)
    (path,) = root.glob("progress/2026/**/*.yaml")
    found = tracker("void", path.stem, "--reason", "退错了", cwd=root)
    assert "撤回的是核实或退回：2024-08-20-a#1" in found.out
    assert firms(root, tracker)["actual"] == "27"
    assert firms(root, tracker)["figure_status"] == "first"
    assert tracker("check", cwd=root).code == 0


def test_verified_only_is_the_day_under_verified_figures(root: Path, tracker: Run) -> None:
    assert firms(root, tracker, "--verified-only")["actual"] is None
    tracker("verify", FIRST, "--by", "区统计局", cwd=root)
    assert firms(root, tracker)["actual"] == "27"
    only = firms(root, tracker, "--verified-only")
    assert (only["actual"], only["figure_status"]) == ("25", "verified")
    assert firms(root, tracker, "--verified-only", "--known-on", "2025-01-01")["actual"] is None
    assert "只按已核实的数" in tracker("status", *DAY, "--verified-only", cwd=root).out
    for command in ("gaps", "owners", "due", "show firms"):
        assert tracker(*command.split(), *DAY, "--verified-only", cwd=root).code == 0
    assert tracker("diff", "2024-08-10", "2024-08-20", "--verified-only", cwd=root).code == 0
    assert tracker("page", *DAY, "--verified-only", "-o", "a.html", cwd=root).code == 0


def test_a_verified_increment_upon_an_unverified_total_says_nothing(root: Path, tracker: Run) -> None:
    head = "date: 2024-08-20\nby: 区科技局\nrecorded: 2024-08-20T13:00:00+08:00\nentries:\n"
    write_files(root, {"progress/2024/08/2024-08-20-b.yaml": head + "- {target: firms, add: 2}\n"})
    tracker("verify", "2024-08-20-b", "--by", "区统计局", cwd=root)
    assert firms(root, tracker)["actual"] == "29"
    assert firms(root, tracker, "--verified-only")["actual"] is None
    tracker("verify", FIRST, "--by", "区统计局", cwd=root)
    assert firms(root, tracker, "--verified-only")["actual"] == "25"
    tracker("verify", SECOND, "--by", "区统计局", cwd=root)
    assert firms(root, tracker, "--verified-only")["actual"] == "29"


def test_who_reported_it_cannot_judge_it_by_any_way_in(root: Path, tracker: Run) -> None:
    before = sorted(root.glob("progress/**/*"))
    for arguments in (("verify", SECOND), ("return", SECOND, "--reason", "错")):
        found = tracker(*arguments, "--by", " 区科技局", cwd=root)
        assert found.code == 1
        assert "不能自己核实或退回" in found.err
    assert sorted(root.glob("progress/**/*")) == before
    head = "date: 2024-08-21\nby: 区科技局\nentries:\n"
    for line, said in (
        (f"- {{verify: {SECOND}#1}}\n", "不能自己核实"),
        ("- {target: firms, total: 27, status: verified}\n", "不能自己写 status: verified"),
    ):
        write_files(root, {"progress/2024/08/2024-08-21-a.yaml": head + line})
        found = tracker("check", cwd=root)
        assert found.code == 1
        assert said in found.err
        assert "第 4 行" in found.err
    assert firms(root, tracker)["figure_status"] == "first"


def test_the_catalogue_names_who_may(root: Path, tracker: Run) -> None:
    write_workspace(root, document(target(), verifiers=["区统计局"]))
    refused = tracker("verify", SECOND, "--by", "区财政局", cwd=root)
    assert refused.code == 1
    assert "区财政局 不在可以核实的单位之列（区统计局）" in refused.err
    assert tracker("verify", SECOND, "--by", "区统计局", cwd=root).code == 0


@pytest.mark.parametrize(
    ("ref", "code", "said"),
    [
        ("2024-08-20-zz#1", 1, "没有“2024-08-20-zz#1”这一条"),
        (f"{SECOND}#7", 1, "这一条"),
        ("2024-08-20-zz", 2, "没有可以核实或退回的数"),
    ],
)
def test_what_is_not_there_cannot_be_judged(root: Path, tracker: Run, ref: str, code: int, said: str) -> None:
    found = tracker("verify", ref, "--by", "区统计局", cwd=root)
    assert found.code == code
    assert said in found.err


def test_what_is_void_cannot_be_verified_afterwards_but_before(root: Path, tracker: Run) -> None:
    assert tracker("verify", SECOND, "--by", "区统计局", cwd=root).code == 0
    assert tracker("void", SECOND, "--reason", "填错", cwd=root).code == 0
    assert tracker("check", cwd=root).code == 0
    found = tracker("verify", SECOND, "--by", "区统计局", cwd=root)
    assert found.code == 2
    assert "已经撤回" in found.err


def test_what_a_unit_has_verified_it_does_not_verify_again(root: Path, tracker: Run) -> None:
    assert tracker("verify", SECOND, "--by", "区统计局", cwd=root).code == 0
    before = sorted(root.glob("progress/**/*"))
    found = tracker("verify", SECOND, "--by", "区统计局", cwd=root)
    assert (found.code, "已由区统计局核实过" in found.err) == (0, True)
    assert sorted(root.glob("progress/**/*")) == before
    both = tracker("verify", FIRST, SECOND, "--by", "区统计局", cwd=root)
    assert (both.code, both.out.count("已核实：")) == (0, 1)
    assert "已核实：" in tracker("verify", SECOND, "--by", "区财政局", cwd=root).out


def test_a_returned_increment_is_owed_until_something_makes_up_for_it(
    tmp_path: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_workspace(tmp_path / "w", document(target(reporting={"cadence": "month", "grace": "5"})))
    for month in ("05", "06", "07", "08"):
        head = f"date: 2024-{month}-20\nby: 区科技局\nrecorded: 2024-{month}-20T12:00:00+08:00\nentries:\n"
        write_files(
            root, {f"progress/2024/{month}/2024-{month}-20-a.yaml": head + "- {target: firms, add: 3}\n"}
        )
    day = ("--as-of", "2024-09-20")
    assert json.loads(tracker("due", *day, "-f", "json", cwd=root).out)["returned"] == []
    tracker("return", "2024-07-20-a#1", "--reason", "含迁出企业", "--by", "区统计局", cwd=root)
    assert firms(root, tracker)["actual"] == "9"
    owed = json.loads(tracker("due", *day, "-f", "json", cwd=root).out)
    assert [one["entry"] for one in owed["returned"]] == ["2024-07-20-a#1"]
    (row,) = [one for one in owed["owed"] if one["id"] == "firms"]
    assert (row["since_period"], row["missed"]) == ("2024-07", 1)
    assert "退回重报的 1 项" in tracker("due", *day, cwd=root).out
    monkeypatch.setenv("TRACKER_NOW", "2026-11-01")
    for more in (("3", "--add", "--date", "2024-09-10"), ("2", "--add", "--date", "2024-07-31")):
        assert "2024-07-20-a#1" in tracker("due", *day, "-f", "json", cwd=root).out
        tracker("record", "firms", *more, "--by", "区科技局", "--yes", cwd=root)
    assert json.loads(tracker("due", *day, "-f", "json", cwd=root).out)["returned"] == []
