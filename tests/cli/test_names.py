"""Names as people type them: of full or half width, in capitals or not; and signals by colour."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from support import Result, document, target, write_workspace

Run = Callable[..., Result]
PLAN = {
    "kind": "milestone",
    "target": {"done_by": "2024-12-31"},
    "stages": {"封顶（主体）": "60", "交付": "100"},
}
TARGETS = (
    target(id="gdp", name="地区ＧＤＰ（现价）"),
    target(id="gdp-real", name="GDP(可比价)"),
    target(id="net", name="“一网通办”事项"),
    target(id="hall", name="大厅", **PLAN),
)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRACKER_NOW", "2024-07-05")
    catalogue = document(*TARGETS, views={"周会（全区）": {"search": "ＧＤＰ"}})
    catalogue["sections"][0]["title"] = "创新（ＩＴ）"
    catalogue["sections"][0]["measures"][0]["owners"] = ["区科技局（本级）", "区财政局"]
    return write_workspace(tmp_path, catalogue)


def shown(tracker: Run, root: Path, *options: str) -> list[str]:
    found = tracker("status", *options, "-f", "json", cwd=root)
    assert found.code == 0, found.err
    return [record["id"] for record in json.loads(found.out)["targets"]]


@pytest.mark.parametrize(
    ("needle", "ids"),
    [
        *((needle, ["gdp", "gdp-real"]) for needle in ("GDP", "gdp", "ＧＤＰ", "ｇｄｐ", " G D P ")),
        *((needle, ["gdp"]) for needle in ("（现价）", "(现价)", "地区GDP(现价)", "地区 GDP（现价)")),
        *((needle, ["gdp-real"]) for needle in ("（可比价）", "(可比价)")),
        *((needle, ["net"]) for needle in ("“一网通办”", '"一网通办"', "「一网通办」")),
    ],
)
def test_search_knows_a_name_in_any_width(root: Path, tracker: Run, needle: str, ids: list[str]) -> None:
    assert shown(tracker, root, "--search", needle) == ids


@pytest.mark.parametrize(
    "name", ["地区GDP(现价)", "地区ＧＤＰ（现价）", "地区gdp", "(现价)", "（现价）", "１.１"]
)
def test_a_target_is_found_by_its_name_in_any_width(root: Path, tracker: Run, name: str) -> None:
    for arguments in (
        ("show", name),
        ("record", f"{name}=3", "--by", "区财政局", "--dry-run"),
        ("log", name),
    ):
        assert tracker(*arguments, cwd=root).code == 0, arguments
    (root / "x.csv").write_text(f"指标,本次累计数,数据日期,报送单位\n{name},3,2024-06-30,区财政局\n")
    if "G" in name or "Ｇ" in name:  # a sheet names targets in full
        assert tracker("import", "x.csv", cwd=root).code == 0


def test_options_know_names_in_any_width(root: Path, tracker: Run) -> None:
    everything = shown(tracker, root)
    for options in (
        ("--section", "创新(it)"),
        ("--section", "１"),
        ("--measure", "引进企业"),
        ("--owner", "区科技局(本级)"),
        ("--owner", "(本级)"),
    ):
        assert shown(tracker, root, *options) == everything
    assert shown(tracker, root, "--view", "周会(全区)") == ["gdp", "gdp-real"]
    assert tracker("form", "--owner", "区科技局(本级)", "-o", "表.csv", cwd=root).code == 0
    assert tracker("notice", "--owner", "（本级)", cwd=root).code == 0


def test_what_is_written_has_the_catalogue_s_spelling(root: Path, tracker: Run) -> None:
    found = tracker("record", "hall", "封顶(主体)", "--by", "区科技局(本级)", "--date", "6月底", cwd=root)
    assert found.code == 0, found.err
    (path,) = (root / "progress").rglob("*.yaml")
    assert "by: 区科技局（本级）\n" in path.read_text()
    assert "stage: 封顶（主体）" in path.read_text()
    (root / "x.csv").write_text("指标,本次累计数,数据日期,报送单位\ngdp,3,2024-06-30,区科技局(本级)\n")
    assert tracker("import", "x.csv", cwd=root).code == 0
    log = json.loads(tracker("log", "--by", "（本级)", "-f", "json", cwd=root).out)
    assert [entry["by"] for entry in log["entries"]] == ["区科技局（本级）"] * 2


SIGNALS = {
    "done": "2024-01-31 40",
    "on_track": "2024-06-30 21",
    "behind": "2024-06-30 18",
    "far_behind": "2024-06-30 9",
}


@pytest.fixture
def signals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A target of each signal, named after it."""
    monkeypatch.setenv("TRACKER_NOW", "2024-07-05")
    names = [*SIGNALS, "overdue", "silent", "pending"]
    more = {"overdue": {"due": "2024-06-30"}, "pending": {"from_": "2024-08-01"}}
    made = (target(id=name.replace("_", "-"), name=name, **more.get(name, {})) for name in names)
    catalogue = document(*made, reporting={"cadence": "month", "grace": "3"})
    files = {}
    for name, figure in SIGNALS.items():
        day, total = figure.split()
        entry = f"- {{target: {name.replace('_', '-')}, total: {total}}}"
        files[f"progress/{day[:4]}/{day[5:7]}/{day}-{name.replace('_', '-')}.yaml"] = (
            f"date: {day}\nby: 区科技局\nentries:\n{entry}\n"
        )
    return write_workspace(tmp_path / "s", catalogue, **files)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        *(
            (text, ["far-behind", "overdue"])
            for text in ("红", "红色", "红灯", "red", "RED", "逾期,严重滞后")
        ),
        *((text, ["behind"]) for text in ("黄", "黄灯", "yellow", "滞后", " Behind ")),
        *((text, ["done", "on-track"]) for text in ("绿", "green", "已完成、达到序时", "done，on-track")),
        *((text, ["silent"]) for text in ("灰", "灰色", "grey", "未报送")),
        *((text, ["pending"]) for text in ("未到期", "未到考核期", "not yet due")),
        ("红,黄", ["behind", "far-behind", "overdue"]),
        ("far behind", ["far-behind"]),
        ("far-behind", ["far-behind"]),
    ],
)
def test_signals_are_known_by_colour(signals: Path, tracker: Run, typed: str, ids: list[str]) -> None:
    assert shown(tracker, signals, "--signal", typed) == ids
    assert tracker("status", "--fail-on", typed, cwd=signals).code == 10


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("严重滞", "严重滞后"),
        ("overdu", "overdue"),
        ("紫", "red, yellow, green, grey"),
        ("蓝", "tracker notice --all --level blue"),
        ("色", "red, yellow, green, grey"),
        ("", "red, yellow, green, grey"),
    ],
)
def test_an_unknown_signal_names_the_nearest(signals: Path, tracker: Run, typed: str, told: str) -> None:
    found = tracker("--lang", "en", "status", "--signal", typed, cwd=signals)
    assert found.code == 2
    assert told in found.err
