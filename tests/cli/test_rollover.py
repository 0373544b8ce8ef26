"""tracker rollover: the next year's workspace, made of what this one came to."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from support import Run, document, target, write_workspace

ADJUSTED = {"date": "2024-09-01", "target": {"at_least": "50"}, "document": "18号"}
ENDED = {"on": "2024-06-01", "reason": "取消", "document": "18号"}
TARGETS = [
    target(adjustments=[ADJUSTED]),
    target(id="gone", retired=ENDED),
    target(id="long", due="2026-12-31"),
    target(id="long-done", due="2026-12-31"),
    target(id="stock", kind="level", baseline="10", target={"reach": "40"}, from_="2024-07-01", due="2024-09-30"),
    target(id="task", kind="milestone", target={"done_by": "2024-06-30"}),
    target(id="done-task", kind="milestone", target={"done_by": "2024-06-30"}),
    target(id="range", target={"between": ["40", "60"]}, due="2026-12-31"),
    target(id="limit", target={"at_most": "30"}, due="2026-12-31"),
    target(id="steps", path={"points": {"2024-06-30": "10", "2024-09-30": "12"}}),
]  # fmt: skip
FIGURES = {
    "2024-03-31": "{target: firms, total: 5}",
    "2024-12-28": "{target: firms, total: 31}",
    "2024-12-29": "{target: long, total: 15}",
    "2024-12-26": "{target: range, total: 36}",
    "2024-12-27": "{target: limit, total: 36}",
    "2024-12-30": "{target: long-done, total: 41}",
    "2024-09-29": "{target: stock, total: 38}",
    "2024-05-31": "{target: task, total: 60}",
    "2024-05-30": "{target: done-task, total: 100}",
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRACKER_NOW", "2025-01-06")
    reports: dict[str, str | bytes] = {
        f"progress__2024__{day[5:7]}__{day}-ab12.yaml": f"date: {day}\nby: 区科技局\nentries:\n- {line}\n"
        for day, line in FIGURES.items()
    }
    return write_workspace(tmp_path / "2024", document(*TARGETS), **reports)


def test_what_goes_on_and_from_where(root: Path, tracker: Run) -> None:
    made = tracker("rollover", "-o", "../2025", cwd=root)
    assert made.code == 0, made.err
    new = root.parent / "2025"
    assert tracker("check", cwd=new).code == 0
    text = (new / "measures.yaml").read_text("utf-8")
    catalogue = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - texts only
    (measure,) = catalogue["sections"][0]["measures"]
    targets = {each["id"]: each for each in measure["targets"]}
    assert list(targets) == ["firms", "long", "stock", "task", "range", "limit", "steps"]
    assert catalogue["year"] == "2025"
    assert "暂沿用 2024 年" in catalogue["notice"]
    firms = targets["firms"]
    assert (firms["target"], "adjustments" in firms) == ({"at_least": "50"}, False)
    assert (firms["previous"]["2024-03-31"], firms["previous"]["2024-12-31"]) == ("5", "31")
    assert (targets["long"]["target"], targets["long"]["due"]) == ({"at_least": "25"}, "2026-12-31")
    assert targets["range"]["target"] == {"between": ["40", "60"]}
    assert targets["limit"]["target"] == {"at_most": "30"}
    assert text.count("# 待定：余下多少。以下是全期的；到 2024 年底最后报到 36家") == 2
    stock = targets["stock"]
    assert (stock["baseline"], stock["from"], stock["due"]) == ("38", "2025-07-01", "2025-09-30")
    assert targets["task"]["target"] == {"done_by": "2025-12-31"}
    assert targets["steps"]["path"] == {"points": {"2025-06-30": "10", "2025-09-30": "12"}}
    assert "previous" not in targets["steps"]
    assert "# 待定：2025 年的目标数。以下是 2024 年的；最后报到 31家（2024-12-28）。" in text
    assert "# 全期目标 40家，到 2024 年底最后报到 15家（2024-12-29）；以下是余下的。" in text
    found = json.loads(tracker("status", "-f", "json", cwd=new).out)
    assert found["total"] == 7


def test_the_old_year_stays_as_it_was(root: Path, tracker: Run) -> None:
    def files() -> dict[Path, bytes]:
        return {
            path: path.read_bytes()
            for path in root.rglob("*")
            if path.is_file() and ".tracker" not in path.parts
        }

    before = files()
    assert tracker("rollover", "-o", "../2025", cwd=root).code == 0
    again = tracker("rollover", "-o", "../2025", cwd=root)
    assert (again.code, files()) == (5, before)


def test_a_dry_run_says_what_becomes_of_each(root: Path, tracker: Run) -> None:
    found = tracker("rollover", "--dry-run", "-f", "json", cwd=root)
    fates = {record["id"]: record["becomes"] for record in json.loads(found.out)["targets"]}
    assert fates == {
        "firms": "renewed", "gone": "retired", "long": "goes_on", "long-done": "done", "stock": "renewed", "range": "goes_on", "limit": "goes_on",
        "task": "unfinished", "done-task": "done", "steps": "renewed",
    }  # fmt: skip
    assert [path.name for path in root.parent.iterdir()] == ["2024"]
    assert tracker("rollover", cwd=root).code == 2


def test_the_year_may_be_named(root: Path, tracker: Run) -> None:
    refused = tracker("rollover", "2026", "-o", "../2026", cwd=root)
    assert (refused.code, "2024 年的下一年是 2025 年，不是 2026" in refused.err) == (2, True)
    made = tracker("rollover", "2025", cwd=root)
    assert (made.code, "../2025" in made.out) == (0, True)
    assert tracker("check", cwd=root.parent / "2025").code == 0


TO_2026 = {"due": "2026-12-31", "path": {"points": {"2024-12-31": "30", "2025-12-31": "60"}}}
STOCK = {"kind": "level", "baseline": "10"}
FALL = {"kind": "level", "baseline": "100", "target": {"reach": "40", "better": "lower"}}


@pytest.mark.parametrize(
    ("keys", "figure", "kept"),
    [
        # The rest of a sum, and of its steps.
        ({"target": {"at_least": "100"}, **TO_2026}, 35, {"target": {"at_least": "65"}, "path": {"points": {"2025-12-31": "25"}}}),
        # A step that is reached asks for nothing more, and never for less than nothing.
        ({"target": {"at_least": "100"}, **TO_2026}, 65, {"target": {"at_least": "35"}, "path": {"points": {"2025-12-31": "0"}}}),
        ({"target": {"more_than": "100"}, **TO_2026}, 100, {"target": {"more_than": "0"}, "path": {"points": {"2025-12-31": "0"}}}),
        # A stock goes on from where it is, and is to be kept where it is beyond.
        ({**STOCK, "target": {"reach": "70"}, **TO_2026}, 65, {"baseline": "65", "path": {"points": {"2025-12-31": "65"}}}),
        ({**STOCK, "target": {"reach": "60"}, **TO_2026}, 65, {"baseline": None, "path": None}),
        ({**STOCK, "target": {"reach": "40"}}, 41, {"baseline": None, "path": None}),
        ({**STOCK, "target": {"reach": "40"}, "path": {"points": {"2024-06-30": "20"}}}, 38, {"baseline": "38", "path": {"points": {"2025-06-30": "38"}}}),
        ({**FALL, "due": "2026-12-31", "path": {"points": {"2025-12-31": "60"}}}, 55, {"baseline": "55", "path": {"points": {"2025-12-31": "55"}}}),
        ({**FALL, "due": "2026-12-31", "path": {"points": {"2025-12-31": "60"}}}, 35, {"baseline": None, "path": None}),
        # Counted after its deadline only: nothing is known of the year before, and no season can be followed.
        ({"due": "2024-11-30", "path": "seasonal", "previous": {"2023-06-30": "3", "2023-11-30": "9"}}, 22, {"previous": None, "path": None}),
        # A later document took the steps back.
        ({**TO_2026, "target": {"at_least": "100"}, "adjustments": [{"date": "2024-09-01", "target": {"at_least": "90"}, "path": "linear", "document": "18号"}]}, 20, {"target": {"at_least": "70"}, "path": "linear"}),
    ],
)  # fmt: skip
def test_what_a_target_came_to_is_where_it_goes_on(
    keys: dict[str, Any],
    figure: int,
    kept: dict[str, Any],
    tmp_path: Path,
    tracker: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TRACKER_NOW", "2025-01-06")
    report = f"date: 2024-12-30\nby: 区科技局\nentries:\n- {{target: firms, total: {figure}}}\n"
    root = write_workspace(
        tmp_path / "2024", document(target(**keys)), **{"progress__2024__12__2024-12-30-ab12.yaml": report}
    )
    made = tracker("rollover", "-o", "../2025", cwd=root)
    assert made.code == 0, made.err
    new = root.parent / "2025"
    assert tracker("check", cwd=new).code == 0
    (one,) = catalogue_of(new)["sections"][0]["measures"][0]["targets"]
    assert {key: one.get(key) for key in kept} == kept


def catalogue_of(root: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.load((root / "measures.yaml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
    return read


def test_the_new_catalogue_says_why_it_is_not_what_last_years_text_says(
    tmp_path: Path, tracker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_NOW", "2025-01-06")
    text = (
        "1.引进企业。2024年9月底前印发方案。到2026年引进企业100家以上。到2026年建成园区20个以上。"
        "迎峰度夏供应120天以上。（区科技局负责）\n"
    )
    targets = [
        target(id="plan", name="方案", kind="milestone", target={"done_by": "2024-09-30"}, quote="2024年9月底前印发方案"),
        target(id="firms", name="引进企业", target={"at_least": "100"}, due="2026-12-31", quote="到2026年引进企业100家以上"),
        target(id="parks", name="建成园区", unit="个", target={"at_least": "20"}, due="2026-12-31", quote="到2026年建成园区20个以上"),
        target(
            id="supply", name="迎峰度夏供应", unit="天", target={"at_least": "120"}, due="2024-09-30",
            quote="迎峰度夏供应120天以上", differs={"period": "随季节"},
        ),
    ]  # fmt: skip
    owned = document(*targets)
    owned["sections"][0]["measures"][0]["owners"] = ["区科技局"]
    lines = "".join(
        f"- {{target: {name}, total: {value}}}\n"
        for name, value in (("firms", 30), ("parks", 20), ("plan", 50))
    )
    root = write_workspace(
        tmp_path / "2024",
        owned,
        **{
            "progress__2024__12__2024-12-30-ab12.yaml": f"date: 2024-12-30\nby: 区科技局\nentries:\n{lines}",
            "seeds__policy.md": text,
        },
    )
    assert tracker("audit", cwd=root).code == 0, tracker("audit", cwd=root).err
    assert tracker("rollover", "-o", "../2025", cwd=root).code == 0
    new = root.parent / "2025"
    found = tracker("audit", cwd=new)
    assert (found.code, found.err) == (0, "")
    catalogue = catalogue_of(new)
    said = {each["id"]: each.get("differs") for each in catalogue["sections"][0]["measures"][0]["targets"]}
    assert said == {
        "plan": {"period": "由 2024 年结转"},
        "firms": {"number": "由 2024 年结转"},
        "supply": {"period": "随季节"},
    }
    assert catalogue["ignore"] == [{"words": "到2026年建成园区20个以上", "reason": "2024 年的指标，已结束"}]
