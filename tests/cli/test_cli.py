"""The program as a person meets it: options, exit codes, terminals, pipes, files."""

import json
import time
from pathlib import Path
from typing import Any

import pytest

from support import REPOSITORY, Result, Run, document, target, write_files, write_workspace
from tracker import __version__
from tracker.report.selection import GRAVITY

DAY = ("--as-of", "2024-10-31")
REPORT = "date: 2024-08-10\nby: 区科技局\nentries:\n- {target: firms, total: 23}\n"
FILE = "progress/2024/08/2024-08-10-ab12.yaml"


def records(found: Result) -> list[dict[str, Any]]:
    assert found.code == 0, found.err
    targets: list[dict[str, Any]] = json.loads(found.out)["targets"]
    return targets


def status(tracker: Run, *options: str) -> list[dict[str, Any]]:
    return records(tracker("status", *DAY, "-f", "json", *options, cwd=REPOSITORY))


def test_the_version(tracker: Run) -> None:
    assert tracker("--version").out == f"tracker {__version__}\n"


def test_any_folder_inside_the_workspace_will_do(tracker: Run) -> None:
    inside = tracker("status", *DAY, cwd=REPOSITORY / "progress" / "2024")
    outside = tracker("-C", REPOSITORY, "status", *DAY, cwd=Path("/"))
    assert inside.out == outside.out == tracker("status", *DAY, cwd=REPOSITORY).out


def test_an_empty_log_and_a_log_of_one_file(tmp_path: Path, tracker: Run) -> None:
    write_workspace(tmp_path)
    empty = tracker("status", "--as-of", "2024-08-10", "-f", "json")
    assert [(t["signal"], t["actual"]) for t in records(empty)] == [("silent", None)]
    write_files(tmp_path, {FILE: REPORT})
    one = tracker("status", "--as-of", "2024-08-10", "-f", "json")
    assert [(t["signal"], t["actual"], t["file"]) for t in records(one)] == [("behind", "23", FILE)]


def test_filters(tracker: Run) -> None:
    assert {t["measure"] for t in status(tracker, "--measure", "1")} == {1}
    assert {t["measure"] for t in status(tracker, "--measure", "创新主体", "--measure", "3")} == {2, 3}
    assert {t["section"] for t in status(tracker, "--section", "对外开放")} == {5}
    assert {
        t["signal"] for t in status(tracker, "--signal", "behind,far_behind", "--signal", "逾期未完成")
    } == {"behind", "far_behind", "overdue"}
    anywhere = status(tracker, "--owner", "区财政局")
    leading = status(tracker, "--owner", "区财政局", "--lead-only")
    assert all("区财政局" in t["owners"] for t in anywhere)
    assert {t["lead_unit"] for t in leading} == {"区财政局"}
    assert len(leading) < len(anywhere)
    assert [t["id"] for t in status(tracker, "--search", "UAV-FIRMS")] == ["uav-firms"]
    assert {t["id"] for t in status(tracker, "--search", "无人机企业")} == {"uav-firms"}


def test_orders(tracker: Run) -> None:
    for order, key in (("completion", "completion"), ("due", "due")):
        values = [t[key] for t in status(tracker, "--sort", order)]
        present = [value for value in values if value is not None]
        numbers = present if order == "due" else [float(value) for value in present]
        assert numbers == sorted(numbers)
        assert values[len(present) :] == [None] * (len(values) - len(present))
    by_lead = status(tracker, "--sort", "lead")
    signals = list(dict.fromkeys(t["signal"] for t in by_lead))
    assert signals == [s for s in GRAVITY if s in signals]
    for signal in signals:
        leads = [t["lead"] for t in by_lead if t["signal"] == signal and t["kind"] == "cumulative"]
        numbers = [float(lead) for lead in leads if lead is not None]
        assert numbers == sorted(numbers)
    worst = [t["completion"] for t in status(tracker, "--sort", "gap") if t["completion"]]
    assert [float(value) for value in worst] == sorted(float(value) for value in worst)


def test_profiles_judge_the_same_day_by_another_rule(tracker: Run) -> None:
    strict = {t["id"]: t["signal"] for t in status(tracker, "--profile", "strict")}
    own = {t["id"]: t["signal"] for t in status(tracker)}
    assert "behind" not in strict.values()
    assert all(strict[i] == "far_behind" for i, signal in own.items() if signal == "behind")
    assert "strict" in tracker("status", *DAY, "--profile", "strict", cwd=REPOSITORY).out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--as-of", "下下周"], "下下周"),
        (["--known-on", "2024-13-01"], "2024-13-01"),
        (["--section", "9"], "9"),
        (["--measure", "33"], "33"),
        (["--owner", "区科技"], None),
        (["--owner", "区科学局"], "区科技局"),
        (["--owner", ""], "责任单位"),
        (["--signal", "purple"], "far_behind"),
        (["--signal", ""], "far_behind"),
        (["--sort", "name"], "completion"),
        (["--profile", "yinchaun"], "yinchuan"),
        (["-f", "pdf"], "markdown"),
        (["--fail-on", "bad"], "overdue"),
        (["--lang", "fr"], "zh"),
        (["--nope"], "--nope"),
        (["--as-of"], "--as-of"),
        (["--as-of", ""], "2024-08-10"),
        (["--known-on", ""], "2024-08-10"),
        (["-f", ""], "markdown"),
        (["--section", ""], "创新"),
        (["--lang"], "--lang"),
        (["-C"], "-C"),
        (["extra"], "extra"),
    ],
)
def test_bad_options_are_sentences(options: list[str], said: str | None, tracker: Run) -> None:
    found = tracker("status", *options, cwd=REPOSITORY)
    assert found.code == (0 if said is None else 2)
    assert said is None or (said in found.err and found.out == "" and "Traceback" not in found.err)


def test_unknown_commands_are_sentences(tracker: Run) -> None:
    found = tracker("--lang", "en", "statsu", cwd=REPOSITORY)
    assert (found.code, "statsu" in found.err, "status" in found.err) == (2, True, True)


def test_exit_codes(tmp_path: Path, tracker: Run) -> None:
    assert tracker("status", cwd=tmp_path).code == 3
    assert tracker("-C", tmp_path / "nowhere", "status").code == 3
    write_workspace(tmp_path, "title: x\n")
    assert tracker("status", cwd=tmp_path).code == 4
    assert tracker("check", cwd=tmp_path).code == 4
    assert tracker("status", *DAY, "--fail-on", "overdue", cwd=REPOSITORY).code == 10
    assert tracker("status", *DAY, "--fail-on", "overdue", "--measure", "1", cwd=REPOSITORY).code == 0


def test_language(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, tracker: Run) -> None:
    write_workspace(tmp_path, json.dumps(document(language="en"), ensure_ascii=False))
    english, chinese = "Read 0 progress files", "读取进展文件"
    assert english in tracker("status").out
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert chinese in tracker("status").out
    monkeypatch.setenv("TRACKER_LANG", "en")
    assert english in tracker("status").out
    assert chinese in tracker("status", "--lang", "zh").out
    monkeypatch.setenv("TRACKER_LANG", "xx")
    assert tracker("status").code == 2


def test_the_day_comes_from_option_environment_or_clock(
    monkeypatch: pytest.MonkeyPatch, tracker: Run
) -> None:
    assert "2026-01-15" in tracker("status", cwd=REPOSITORY).out
    assert "2024 年考核期已结束" in tracker("status", cwd=REPOSITORY).out
    monkeypatch.setenv("TRACKER_AS_OF", "9月底")
    assert "2024-09-30" in tracker("status", cwd=REPOSITORY).out
    assert "2024-08-10" in tracker("status", "--as-of", "8月上旬", cwd=REPOSITORY).out
    assert "2023-05-31" in tracker("status", "--as-of", "2023-05", cwd=REPOSITORY).out


def test_known_on_shows_what_was_known(tracker: Run) -> None:
    then = {
        t["id"]: t["actual"] for t in status(tracker, "--as-of", "2024-08-20", "--known-on", "2024-08-22")
    }
    now = {t["id"]: t["actual"] for t in status(tracker, "--as-of", "2024-08-20")}
    assert (
        (then["talent"], now["talent"]) == ("11600", "1160") if then["talent"] == "11600" else then["talent"]
    )


def test_many_problems_are_found_quickly(tmp_path: Path, tracker: Run) -> None:
    lines = "".join(f"- {{target: zz{n}, total: 3}}\n" for n in range(8000))
    write_workspace(tmp_path, **{FILE: "date: 2024-08-10\nby: 区科技局\nentries:\n" + lines})
    began = time.monotonic()
    found = tracker("check", cwd=tmp_path)
    assert (found.code, "8000" in found.err.splitlines()[-1], time.monotonic() - began < 30) == (
        1,
        True,
        True,
    )
    shown = json.loads(tracker("status", "--as-of", "2024-08-10", "-f", "json", cwd=tmp_path).out)
    assert (shown["files"], shown["entries"], shown["entries_left_out"], shown["problems"]) == (
        1,
        8000,
        8000,
        8000,
    )


def test_an_internal_error_is_a_sentence_unless_debug(monkeypatch: pytest.MonkeyPatch, tracker: Run) -> None:
    monkeypatch.setattr("tracker.cli.reading.load", lambda *_, **__: 1 / 0)
    found = tracker("status", cwd=REPOSITORY)
    assert (found.code, "Traceback" in found.err, "ZeroDivisionError" in found.err) == (1, False, True)
    assert "Traceback" in tracker("status", "--debug", cwd=REPOSITORY).err


def test_check_is_silent_when_all_is_well(tracker: Run) -> None:
    found = tracker("check", cwd=REPOSITORY)
    assert (found.code, found.out, found.err) == (0, "", "")
    assert json.loads(tracker("check", "-f", "json", cwd=REPOSITORY).out)["problems"] == []


def test_a_name_that_no_terminal_should_obey(tmp_path: Path, tracker: Run) -> None:
    write_workspace(tmp_path, json.dumps(document(target(name="[bold]假[/bold] \\x1b")), ensure_ascii=False))
    found = tracker("status", "--as-of", "2024-08-10", cwd=tmp_path)
    assert "[bold]假[/bold]" in found.out
