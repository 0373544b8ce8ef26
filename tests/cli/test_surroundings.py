"""Where people work: Chinese folders, converted line ends, copies, git that refuses, names of any width."""

import json
from pathlib import Path

import pytest
import yaml
from repositories import Tree
from wcwidth import wcswidth

from support import Run, document, target, write_workspace

BY = ("--by", "区科技局", "--date", "2024-06-30")


def tree(folder: Path, top: Path | None = None) -> Tree:
    """A workspace in a repository, committed."""
    made = Tree(top or folder)
    write_workspace(folder)
    made.save()
    return made


def reports(folder: Path) -> list[Path]:
    return sorted(folder.glob("progress/2024/06/*.yaml"))


def actual(tracker: Run, folder: Path) -> str | None:
    found = tracker("status", "--as-of", "2024-06-30", "-f", "json", cwd=folder)
    value: str | None = json.loads(found.out)["targets"][0]["actual"]
    return value


def test_a_copy_as_sync_programs_make_is_named_and_not_counted(tmp_path: Path, tracker: Run) -> None:
    write_workspace(tmp_path)
    assert tracker("record", "firms+=4", *BY, cwd=tmp_path).code == 0
    (first,) = reports(tmp_path)
    copy = first.with_name(f"{first.stem}-conflict.yaml")
    copy.write_bytes(first.read_bytes())
    found = tracker("check", cwd=tmp_path)
    assert (found.code, first.name in found.err, copy.name in found.err) == (1, True, True)
    assert actual(tracker, tmp_path) == "4"


def test_git_in_a_chinese_folder_with_a_space(tmp_path: Path, tracker: Run) -> None:
    folder = tmp_path / "仓库/区县/工作 台"
    made = tree(folder, tmp_path / "仓库")
    made.git("config", "core.quotePath", "true")
    assert tracker("record", "firms", "3", *BY, "--commit", cwd=folder).code == 0
    (entry,) = json.loads(tracker("log", "-f", "json", cwd=folder).out)["entries"]
    assert (entry["committed_by"], entry["attribution"]) == ("王工", "committed")
    assert tracker("check", "--history", cwd=folder).code == 0
    (path,) = reports(folder)
    path.write_text(path.read_text(encoding="utf-8") + "source: 改\n", encoding="utf-8")
    made.save()
    found = tracker("check", "--history", cwd=folder)
    assert (found.code, path.name in found.err) == (1, True)


def test_line_ends_that_git_converts(tmp_path: Path, tracker: Run) -> None:
    made = tree(tmp_path)
    (tmp_path / ".gitattributes").write_text("*.yaml text eol=crlf\n", encoding="utf-8")
    made.save()
    assert tracker("record", "firms", "3", *BY, "--commit", cwd=tmp_path).code == 0
    (path,) = reports(tmp_path)
    path.unlink()
    made.git("checkout", "--", path.relative_to(tmp_path).as_posix())
    assert b"\r\n" in path.read_bytes()
    assert tracker("check", "--history", cwd=tmp_path).code == 0
    assert actual(tracker, tmp_path) == "3"


def test_git_that_cannot_sign_leaves_the_file_and_says_so(tmp_path: Path, tracker: Run) -> None:
    made = tree(tmp_path)
    for key, value in (("commit.gpgSign", "true"), ("gpg.program", "/bin/false")):
        made.git("config", key, value)
    found = tracker("record", "firms", "4", *BY, "--commit", cwd=tmp_path)
    assert (found.code, len(reports(tmp_path))) == (6, 1)
    assert made.git("status", "--short", "-uall").startswith("?? progress/2024/06/")
    assert "Traceback" not in found.err


def test_a_report_is_committed_where_no_branch_is_checked_out(tmp_path: Path, tracker: Run) -> None:
    made = tree(tmp_path)
    made.git("checkout", "--quiet", "--detach")
    assert tracker("record", "firms", "5", *BY, "--commit", cwd=tmp_path).code == 0
    assert made.git("status", "--short") == ""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-W53", None),
        ("2025-W01", "2025-01-05"),
        ("2020-W53", "2021-01-03"),
        ("2024年2月下旬", "2024-02-29"),
        ("2023年2月下旬", "2023-02-28"),
    ],
)
def test_weeks_and_dekads_end_where_the_calendar_says(
    text: str, day: str | None, tmp_path: Path, tracker: Run
) -> None:
    write_workspace(tmp_path)
    found = tracker("status", "--as-of", text, "-f", "json", cwd=tmp_path)
    if day is None:
        assert (found.code, text in found.err) == (2, True)
    else:
        assert json.loads(found.out)["as_of"] == day


CELLS = (
    *("关于做好2024年重点工作的通知", "序号", "主 要 工 作 任 务", "责 任 单 位"),
    *("1", "新增规上企业30家以上。", "经信局（企业服务中心）"),
    *("2", "地区总产值增长5.5%左右。", "发改局"),
    *("3", "新建停车位3000个，其中公共停车位1200个。", "住建局"),
)


def test_a_table_pasted_cell_by_cell_is_a_measure_a_row(tmp_path: Path, tracker: Run) -> None:
    (tmp_path / "text.txt").write_text("\n\n".join(CELLS), encoding="utf-8")
    assert tracker("draft", "text.txt", "--year", "2024", "-o", "out.yaml", cwd=tmp_path).code == 0
    drafted = yaml.safe_load((tmp_path / "out.yaml").read_text(encoding="utf-8"))
    measures = [measure for section in drafted["sections"] for measure in section["measures"]]
    assert [measure["owners"][0][:3] for measure in measures] == ["经信局", "发改局", "住建局"]
    assert [len(measure["targets"]) for measure in measures] == [1, 1, 2]


def test_names_of_any_width_fit_the_terminal(
    tmp_path: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("名称😀👨‍👩‍👧❤️", "𠀀𠮷한글กำ", "新引进企业")
    write_workspace(tmp_path, document(*(target(id=f"t{n}", name=name) for n, name in enumerate(names))))
    monkeypatch.setenv("COLUMNS", "60")
    found = tracker("status", "--as-of", "2024-06-30", cwd=tmp_path)
    assert found.code == 0
    assert max(wcswidth(line) for line in found.out.splitlines()) <= 60
