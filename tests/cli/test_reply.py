"""What units reply: written beside figures, promised, kept or overdue, seen in every view, withdrawn by a void."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from support import Run, document, target, write_files, write_workspace

AUGUST = ("--as-of", "2024-08-31")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_workspace(tmp_path / "w", document(target(), target(id="deals", name="成交额", unit="亿元")))
    figures = "- {target: firms, total: 10}\n- {target: deals, total: 30}\n"
    for day in ("2024-08-10", "2024-08-20", "2024-08-31"):
        head = f"date: {day}\nby: 区科技局\nrecorded: {day}T12:00:00+08:00\nentries:\n"
        write_files(root, {f"progress/2024/08/{day}-a.yaml": head + figures})
    return root


def reply(
    root: Path,
    tracker: Run,
    by_when: str = "2024-08-25",
    day: str = "2024-08-12",
    target_id: str = "firms",
    by: str = "区科技局",
) -> str:
    before = {path.name for path in root.glob("progress/**/*.yaml")}
    said = ("--cause", "评审延期", "--remedy", "专班推进", "--by-when", by_when)
    found = tracker("reply", target_id, *said, "--by", by, "--date", day, "--yes", cwd=root)
    assert found.code == 0, found.err
    (name,) = {path.name for path in root.glob("progress/**/*.yaml")} - before
    return name.removesuffix(".yaml")


def shown(root: Path, tracker: Run, *arguments: str) -> dict[str, Any]:
    found = tracker(*arguments, "-f", "json", cwd=root)
    assert found.code == 0, found.err
    return dict(json.loads(found.out))


def firms(root: Path, tracker: Run, day: str, *more: str) -> dict[str, Any]:
    return dict(shown(root, tracker, "status", "--as-of", day, *more)["targets"][0])


def test_it_is_one_file_more_and_no_figure_changes(root: Path, tracker: Run) -> None:
    before = firms(root, tracker, "2024-08-31")
    stem = reply(root, tracker)
    (path,) = root.glob(f"progress/**/{stem}.yaml")
    line = "- {reply: {target: firms, cause: 评审延期, remedy: 专班推进, by_when: 2024-08-25}}\n"
    assert path.read_text(encoding="utf-8").endswith(f"entries:\n{line}")
    after = firms(root, tracker, "2024-08-31")
    assert {key for key in after if after[key] != before[key]} == {
        "flags",
        *("promise_by", "promise_state", "reply", "reply_by", "reply_date", "reply_cause", "reply_remedy"),
        "reply_file",
    }
    assert tracker("check", cwd=root).code == 0


def test_the_day_after_the_promise_it_is_overdue_until_the_target_is_back(root: Path, tracker: Run) -> None:
    reply(root, tracker)
    states = {
        day: firms(root, tracker, day) for day in ("2024-08-11", "2024-08-12", "2024-08-25", "2024-08-26")
    }
    assert [states[day]["promise_state"] for day in states] == [None, "open", "open", "overdue"]
    assert ["promise_overdue" in states[day]["flags"] for day in states] == [False, False, False, True]
    tracker("record", "firms", "30", "--by", "区科技局", "--date", "2024-09-02", "--yes", cwd=root)
    back = firms(root, tracker, "2024-09-03")
    assert (back["promise_state"], back["promise_kept"]) == ("kept", "2024-09-02")
    assert "promise_overdue" not in back["flags"]
    # What falls behind again later is no broken promise.
    assert firms(root, tracker, "2024-12-31")["promise_state"] == "kept"


def test_a_later_reply_takes_its_place_and_both_stay_to_be_seen(root: Path, tracker: Run) -> None:
    first, second = reply(root, tracker), reply(root, tracker, "2024-09-15", "2024-08-28")
    found = firms(root, tracker, "2024-08-31")
    assert (found["promise_by"], found["promise_state"], found["reply"]) == (
        "2024-09-15",
        "open",
        f"{second}#1",
    )
    assert firms(root, tracker, "2024-08-27")["promise_state"] == "overdue"
    out = tracker("show", "firms", *AUGUST, cwd=root).out
    assert "2024-08-25" in out
    assert "由后来的取代" in out
    assert "剩余15天" in out
    listed = shown(root, tracker, "log")["replies"]
    assert [one["entry"] for one in listed] == [f"{second}#1", f"{first}#1"]


def test_nothing_of_it_is_known_before_it_was_recorded(root: Path, tracker: Run) -> None:
    reply(root, tracker)  # recorded on the day of the run
    assert firms(root, tracker, "2024-08-31", "--known-on", "2024-12-31")["reply"] is None
    assert shown(root, tracker, "log", "--known-on", "2024-12-31")["replies"] == []


def test_every_view_tells_it(root: Path, tracker: Run) -> None:
    stem = reply(root, tracker)
    due = shown(root, tracker, "due", *AUGUST)
    assert [(one["id"], one["promise_by"], one["days_left"]) for one in due["promises"]] == [
        ("firms", "2024-08-25", -6)
    ]
    assert "承诺逾期的 1 项" in tracker("due", *AUGUST, cwd=root).out
    assert "2024-08-25（逾期6天）" in tracker("gaps", *AUGUST, cwd=root).out
    owners = shown(root, tracker, "owners", *AUGUST)["owners"]
    assert [(one["owner"], one["promises_overdue"]) for one in owners] == [("区科技局", 1), ("区财政局", 1)]
    assert "承诺逾期" in tracker("owners", *AUGUST, cwd=root).out
    brief = tracker("brief", "--dekad", "8月下旬", "-f", "markdown", cwd=root)
    assert f"progress/2024/08/{stem}.yaml" in brief.out
    assert "承诺8月25日前赶上，已逾期6天" in brief.out
    digest = tracker("digest", "--dekad", "8月下旬", cwd=root).out
    assert "承诺 2024-08-25 赶上，已过 6 天" in digest
    assert "专班推进" in tracker("digest", "--dekad", "8月中旬", cwd=root).out
    assert tracker("page", *AUGUST, "-o", "a.html", cwd=root).code == 0
    assert "专班推进" in (root / "a.html").read_text(encoding="utf-8")


def test_a_void_takes_it_back_and_says_so(root: Path, tracker: Run) -> None:
    stem = reply(root, tracker)
    found = tracker("void", stem, "--reason", "填错指标", cwd=root)
    assert "撤回的是回执：1.1 新引进企业，承诺 2024-08-25" in found.out
    assert firms(root, tracker, "2024-08-31")["reply"] is None
    assert tracker("check", cwd=root).code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--by-when", "2024-08-11", "--by", "区科技局"), "早于回执的日期"),
        (("--by-when", "2024-09-01", "--by", "区统计局"), "区统计局 不是责任单位"),
        (("--by-when", "2025-02-01", "--by", "区科技局"), "晚于截止日 2024-12-31"),
    ],
)
def test_what_is_wrong_or_doubtful_is_not_written(
    root: Path, tracker: Run, arguments: tuple[str, ...], said: str
) -> None:
    before = sorted(root.glob("progress/**/*"))
    found = tracker(
        *("reply", "firms", "--cause", "无", "--remedy", "无", "--date", "2024-08-12"), *arguments, cwd=root
    )
    assert found.code == 1
    assert said in found.err
    assert sorted(root.glob("progress/**/*")) == before


def test_former_ids_and_hand_written_files_are_as_good(root: Path, tracker: Run) -> None:
    keys = document(
        target(id="companies", former_ids=["firms"]), target(id="deals", name="成交额", unit="亿元")
    )
    write_workspace(root, keys)
    text = (
        "date: 2024-08-12\nby: 区科技局\nentries:\n- reply:\n    target: firms\n    cause: 评审延期\n"
        "    remedy: |-\n      一，专班\n      二，约谈\n    by_when: 2024-08-25\n  evidence: https://example.org/a\n"
    )
    write_files(root, {"progress/2024/08/2024-08-12-hand.yaml": text})
    assert firms(root, tracker, "2024-08-31")["reply"] == "2024-08-12-hand#1"
    assert tracker("check", cwd=root).code == 0


def filled(path: Path, **cells: object) -> None:
    book: Any = openpyxl.load_workbook(path)
    for cell, value in cells.items():
        book.active[cell] = value
    book.save(path)


def test_the_form_asks_for_replies_and_import_reads_them_back(root: Path, tracker: Run) -> None:
    tracker("form", "--owner", "区科技局", *AUGUST, "-o", "a.xlsx", cwd=root)
    sheet: Any = openpyxl.load_workbook(root / "a.xlsx").active
    assert [sheet.cell(4, n).value for n in range(8, 15)] == [
        *("本次累计数", "数据日期", "备注", "原因", "措施", "承诺完成日", "状态")
    ]
    assert [sheet.cell(n, 14).value for n in (5, 6)] == ["请回执", None]
    filled(root / "a.xlsx", I3="2024-09-10", H5=12, K5="评审延期", L5="专班推进", M5="9月20日")
    found = tracker("import", "a.xlsx", "--yes", cwd=root)
    assert (found.code, "2 条记录" in found.out) == (0, True)
    after = firms(root, tracker, "2024-09-10")
    assert (after["actual"], after["promise_by"], after["reply_cause"]) == ("12", "2024-09-20", "评审延期")
    assert after["entry"].partition("#")[0] == after["reply"].partition("#")[0]
    # A reply without a figure is one as well.
    filled(root / "a.xlsx", I3="2024-09-20", H5=None, M5="9月30日")
    assert tracker("import", "a.xlsx", "--yes", cwd=root).code == 0
    assert firms(root, tracker, "2024-09-20")["promise_by"] == "2024-09-30"


def test_half_a_reply_is_a_problem_of_its_cell(root: Path, tracker: Run) -> None:
    tracker("form", "--owner", "区科技局", *AUGUST, "-o", "a.xlsx", cwd=root)
    filled(root / "a.xlsx", I3="2024-09-10", H5=12, K5="评审延期", M5="9月1日")
    before = sorted(root.glob("progress/**/*"))
    found = tracker("import", "a.xlsx", "--yes", cwd=root)
    assert found.code == 1
    assert "L5: 回执没有写全" in found.err
    filled(root / "a.xlsx", L5="专班")
    found = tracker("import", "a.xlsx", "--yes", cwd=root)
    assert "M5: 承诺的 2024-09-01 早于回执的日期 2024-09-10" in found.err
    assert sorted(root.glob("progress/**/*")) == before


def test_a_form_without_anything_pressed_has_no_columns_for_replies(root: Path, tracker: Run) -> None:
    out = tracker("form", "--owner", "区科技局", "--as-of", "2024-01-05", cwd=root).out
    assert "承诺完成日" not in out
    assert "承诺完成日" in tracker("form", "--owner", "区科技局", *AUGUST, cwd=root).out


def test_what_has_ended_is_not_replied_to(root: Path, tracker: Run) -> None:
    retired = {"on": "2024-08-15", "document": "文", "reason": "并入"}
    write_workspace(root, document(target(retired=retired), target(id="deals", name="成交额", unit="亿元")))
    reply(root, tracker, day="2024-08-14")
    before = sorted(root.glob("progress/**/*"))
    found = tracker(
        *("reply", "firms", "--cause", "无", "--remedy", "无", "--by-when", "2024-09-01", "--yes"),
        *("--by", "区科技局", "--date", "2024-08-15"),
        cwd=root,
    )
    assert (found.code, "2024-08-15 起终止" in found.err) == (2, True)
    assert sorted(root.glob("progress/**/*")) == before
