"""tracker indicators: codes that several workspaces share, proposed, written, and held against the catalogue."""

import json
from pathlib import Path

import jsonschema
import pytest

from support import (
    REPOSITORY,
    UNIT_TARGETS,
    Run,
    document,
    target,
    unit_workspace,
    write_files,
    write_workspace,
)
from tracker.cli.schema import SCHEMAS

SHARED = """\
indicators:
- {code: F1, name: 全年新引进企业数, unit: 家, kind: cumulative, aggregate: sum}
- {code: D1, name: 成交额, unit: 万元, kind: cumulative, aggregate: sum}
- {code: R1, name: 覆盖率, kind: share, aggregate: ratio}
- {code: X1, name: 新建公园, unit: 个, kind: cumulative, aggregate: sum}
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    root = unit_workspace(tmp_path / "district")
    write_files(root, {"indicators.yaml": SHARED})
    return root


def test_codes_are_proposed_by_name_unit_and_kind_and_written(workspace: Path, tracker: Run) -> None:
    found = tracker("--lang", "en", "indicators", "suggest", "--yes", cwd=workspace)
    assert found.code == 0
    assert [line for line in found.out.splitlines() if line.startswith("+")] == [
        *("+      indicator: F1", "+      indicator: D1", "+      indicator: R1")
    ] or found.out.count("indicator: ") == 3
    assert "X1" in found.err
    listed = json.loads(tracker("indicators", "list", "-f", "json", cwd=workspace).out)
    assert [one["target_of"] for one in listed["indicators"]] == ["1.1 firms", "1.2 deals", "1.3 rate", None]
    assert tracker("check", cwd=workspace).code == 0
    again = tracker("--lang", "en", "indicators", "suggest", cwd=workspace)
    assert (again.code, again.out) == (0, "Nothing changes.\n")


def test_nothing_is_written_by_a_dry_run_nor_for_other_targets(workspace: Path, tracker: Run) -> None:
    before = (workspace / "measures.yaml").read_bytes()
    assert "indicator: D1" in tracker("indicators", "suggest", "deals", "--dry-run", cwd=workspace).out
    assert (workspace / "measures.yaml").read_bytes() == before
    tracker("indicators", "suggest", "deals", "--yes", cwd=workspace)
    assert (workspace / "measures.yaml").read_text(encoding="utf-8").count("indicator:") == 1


def test_two_targets_that_are_equally_alike_are_left_to_a_person(tmp_path: Path, tracker: Run) -> None:
    twins = (
        target(id="one", name="新引进企业甲"),
        target(id="two", name="新引进企业乙"),
    )
    write_workspace(tmp_path, document(*twins))
    write_files(tmp_path, {"indicators.yaml": SHARED})
    found = tracker("--lang", "en", "indicators", "suggest", "--yes", cwd=tmp_path)
    assert "indicator: F1" not in found.out
    assert "1.1 新引进企业甲, 1.2 新引进企业乙" in found.err


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("unit: 家", "unit: 万元", 'its unit "家" and "万元"'),
        ("kind: cumulative", "kind: level", "its kind cumulative is not the level"),
        ("aggregate: sum", "direction: lower, aggregate: sum", "the other way round"),
        ("F1", "F9", "there is no code F1"),
    ],
)
def test_what_does_not_agree_is_told_with_both_files(
    old: str, new: str, said: str, workspace: Path, tracker: Run
) -> None:
    tracker("indicators", "suggest", "firms", "--yes", cwd=workspace)
    first = SHARED.splitlines()[1]
    write_files(workspace, {"indicators.yaml": SHARED.replace(first, first.replace(old, new))})
    for command in (["indicators", "check"], ["check"]):
        found = tracker("--lang", "en", *command, cwd=workspace)
        assert found.code == 1
        assert said in found.err
        assert "measures.yaml:" in found.err
        assert "indicators.yaml:2" in found.err or new == "F9"


def test_another_unit_of_the_same_quantity_agrees(workspace: Path, tracker: Run) -> None:
    assert next(one for one in UNIT_TARGETS if one["id"] == "deals")["unit"] == "亿元"
    tracker("indicators", "suggest", "--yes", cwd=workspace)
    found = tracker("indicators", "check", cwd=workspace)
    assert (found.code, found.err) == (0, "")


def test_a_broken_file_says_all_that_is_wrong_with_it(workspace: Path, tracker: Run) -> None:
    broken = SHARED.replace("D1", "F1").replace("share, aggregate: ratio", "share, aggregate: sum")
    write_files(workspace, {"indicators.yaml": broken})
    found = tracker("--lang", "en", "indicators", "list", cwd=workspace)
    assert found.code == 4
    assert "the code F1 stands twice" in found.err
    assert "cannot have aggregate: sum" in found.err
    assert "2 problems" in found.err


def test_without_a_file_it_is_said_where_to_get_it(tmp_path: Path, tracker: Run) -> None:
    write_workspace(tmp_path)
    found = tracker("--lang", "en", "indicators", "list", cwd=tmp_path)
    assert found.code == 3
    assert "--indicators" in found.err


def test_the_level_above_lists_its_own_file_without_a_workspace(tmp_path: Path, tracker: Run) -> None:
    write_files(tmp_path, {"indicators.yaml": SHARED})
    found = tracker("indicators", "list", "-f", "csv", cwd=tmp_path)
    assert found.code == 0
    assert len(found.out.splitlines()) == 5


def test_the_schema_is_current_and_accepts_the_file() -> None:
    import yaml  # noqa: PLC0415 - only here

    committed = json.loads((REPOSITORY / "schema/indicators.schema.json").read_text(encoding="utf-8"))
    assert committed == {"$schema": committed["$schema"], **SCHEMAS["indicators"]()}, "make schema"
    jsonschema.Draft202012Validator(committed).validate(yaml.safe_load(SHARED))
