"""tracker diff as a person runs it: two days, two revisions, and what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from repositories import Tree, name, text, tree

from support import REPOSITORY, Result, Run, document, target, write_workspace

DAYS = ("2024-09-20", "2024-09-30")


def parsed(found: Result) -> dict[str, Any]:
    assert (found.code, found.err) == (0, "")
    document_: dict[str, Any] = json.loads(found.out)
    return document_


def kinds(shown: dict[str, Any]) -> dict[str, list[str]]:
    return {record["id"]: record["events"] for record in shown["targets"]}


def test_both_sides_equal_the_status_of_their_day(tracker: Run) -> None:
    shown = parsed(tracker("diff", *DAYS, "--all", "-f", "json", cwd=REPOSITORY))
    for day, key, side in zip(DAYS, ("_before", ""), ("before", "after"), strict=True):
        status = parsed(tracker("status", "--as-of", day, "-f", "json", cwd=REPOSITORY))
        assert {record["signal"]: record[side] for record in shown["signals"]} == status["counts"]
        for mine, theirs in zip(shown["targets"], status["targets"], strict=True):
            assert (mine[side], mine[f"signal{key}"]) == (theirs["actual"], theirs["signal"])
            assert mine[f"completion{key}"] == theirs["completion"]


def test_the_second_day_is_that_of_as_of(tracker: Run) -> None:
    one = tracker("diff", *DAYS, cwd=REPOSITORY)
    assert tracker("diff", DAYS[0], "--as-of", DAYS[1], cwd=REPOSITORY) == one
    assert tracker("diff", "9月中旬", "9月底", cwd=REPOSITORY) == one
    assert tracker("diff", *DAYS, "--as-of", "2024-07-01", cwd=REPOSITORY) == one


def test_only_changes_unless_all(tracker: Run) -> None:
    few = kinds(parsed(tracker("diff", *DAYS, "-f", "json", cwd=REPOSITORY)))
    everything = kinds(parsed(tracker("diff", *DAYS, "--all", "-f", "json", cwd=REPOSITORY)))
    assert all(few.values())
    assert few == {key: changes for key, changes in everything.items() if changes}
    assert len(everything) == 91


def test_as_known_shows_what_was_seen_then(tracker: Run) -> None:
    shown = parsed(tracker("diff", "2024-08-22", "2024-08-23", "--as-known", "-f", "json", cwd=REPOSITORY))
    (talent,) = (record for record in shown["targets"] if record["id"] == "talent")
    assert (talent["before"], talent["after"]) == ("11600", "1160")
    assert talent["events"] == ["turned_yellow", "undone", "value", "revised"]
    (figure,) = shown["figures"]
    assert (figure["cause"], figure["why"][:6], figure["void"]) == (
        "revised",
        "8月中旬引进",
        "2024-08-23-92kryc#1",
    )
    now = parsed(tracker("diff", "2024-08-22", "2024-08-23", "-f", "json", cwd=REPOSITORY))
    assert kinds(now)["talent"] == ["revised"]


def test_filters_look_at_the_second_day(tracker: Run) -> None:
    options = ("--signal", "far_behind", "--sort", "lead", "-f", "json")
    shown = parsed(tracker("diff", *DAYS, "--all", *options, cwd=REPOSITORY))
    status = parsed(tracker("status", "--as-of", DAYS[1], *options, cwd=REPOSITORY))
    assert [r["id"] for r in shown["targets"]] == [r["id"] for r in status["targets"]]
    assert sum(record["before"] for record in shown["signals"]) == shown["shown"] == len(shown["targets"])


@pytest.mark.parametrize(("signal", "code"), [("overdue", 0), ("far_behind", 10)])
def test_fail_on_looks_at_what_is_shown(tracker: Run, signal: str, code: int) -> None:
    options = ("--measure", "10", "--fail-on", signal)
    assert tracker("diff", *DAYS, *options, cwd=REPOSITORY).code == code
    assert tracker("diff", DAYS[1], DAYS[1], *options, cwd=REPOSITORY).code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "tracker diff 2024-10-20"),
        (("2024-10-32",), "2024-10-31"),
        (("2024-10-01", "2024-10-3l"), "2024-10-31"),
        (("下下周",), "2024-08-10"),
        (("2024-10-02", "2024-10-01"), "2024-10-02"),
        (("2024-10-01", "--as-known", "--known-on", "2024-10-01"), "--known-on"),
        (("2024-10-01", "--rev", "HEAD"), "--rev"),
        (("--rev", "HEAD", "--as-known"), "--rev"),
        (("2024-10-01", "--owner", "区科委"), "区科技局"),
        (("2024-10-01", "-f", "jsn"), "json"),
    ],
)
def test_what_is_refused(tracker: Run, arguments: tuple[str, ...], said: str) -> None:
    found = tracker("diff", *arguments, cwd=REPOSITORY)
    assert (found.code, found.out) == (2, "")
    assert said in found.err
    assert found.err.count("\n") == 1


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        ("2023-06-30", "2023-12-31", "尚未开始"),
        ("2023-12-31", "2024-08-10", "尚未开始"),
        ("2024-12-31", "2025-01-01", "已结束"),
        ("2030-01-01", "2031-01-01", "已结束"),
        ("1900-01-01", "9999-12-31", "尚未开始"),
    ],
)
def test_days_outside_the_year(tracker: Run, since: str, until: str, said: str) -> None:
    found = tracker("diff", since, until, cwd=REPOSITORY)
    assert (found.code, found.err) == (0, "")
    assert said in found.out


def test_nothing_changed(tracker: Run) -> None:
    assert "没有变化\n" in tracker("diff", DAYS[0], DAYS[0], cwd=REPOSITORY).out
    assert "Nothing changed\n" in tracker("diff", DAYS[0], DAYS[0], "--lang", "en", cwd=REPOSITORY).out


def catalogue(made: Tree, *targets: dict[str, Any], **keys: Any) -> None:
    written = yaml.safe_dump(document(*targets, **keys), allow_unicode=True)
    (made.root / "measures.yaml").write_text(written, encoding="utf-8")


def rev(tracker: Run, made: Tree, *arguments: str) -> dict[str, Any]:
    return parsed(tracker("diff", "--as-of", "2024-08-20", *arguments, "-f", "json", cwd=made.root))


def test_two_revisions_and_the_files_as_they_are(tmp_path: Path, tracker: Run) -> None:
    made = tree(tmp_path / "w", "office")
    made.write("a", 22)
    found = rev(tracker, made, "--rev", "HEAD")
    assert kinds(found) == {"firms": ["turned_yellow", "value", "revised"]}
    assert (found["revision_before"], found["revision"], found["commit"]) == ("HEAD", "", None)
    made.save()
    assert kinds(rev(tracker, made, "--rev", "HEAD")) == {}
    found = rev(tracker, made, "--rev", "HEAD~1..HEAD")
    assert [(f["before"], f["after"], f["cause"]) for f in found["figures"]] == [("1", "22", "revised")]
    assert (found["revision"], len(found["commit"])) == ("HEAD", 7)


def test_a_deleted_report_and_a_new_one(tmp_path: Path, tracker: Run) -> None:
    made = tree(tmp_path / "w")
    (made.root / name("a")).unlink()
    later = made.root / "progress/2024/08/2024-08-20-n.yaml"
    later.write_text(text(30).replace("08-10", "08-20"), encoding="utf-8")
    made.save()
    found = rev(tracker, made, "--rev", "HEAD~1..")
    assert [(f["day"], f["cause"], f["after"]) for f in found["figures"]] == [
        ("2024-08-10", "withdrawn", None)
    ]
    assert (found["files_before"], found["files"]) == (1, 1)


def test_what_happened_to_the_catalogue(tmp_path: Path, tracker: Run) -> None:
    made = tree(tmp_path / "w")
    extra = target(id="extra", name="其他", quote="企业40家")
    catalogue(
        made, target(name="引进企业数", target={"at_least": "10"}), extra, title="新标题", signals="strict"
    )
    made.save()
    found = rev(tracker, made, "--rev", "HEAD~1..HEAD")
    assert kinds(found) == {"firms": ["edited"], "extra": ["added"]}
    assert [(e["what"], e["id"]) for e in found["edits"]] == [
        ("title", None),
        ("profile", None),
        ("name", "firms"),
        ("target", "firms"),
    ]
    assert (found["edits"][3]["before"], found["edits"][3]["after"]) == ("≥40家", "≥10家")
    back = rev(tracker, made, "--rev", "HEAD..HEAD~1")
    assert kinds(back)["extra"] == ["removed"]
    assert back["targets"][-1]["signal"] is None
    assert "extra" not in kinds(rev(tracker, made, "--rev", "HEAD..HEAD~1", "--search", "firms"))
    assert "extra" not in kinds(rev(tracker, made, "--rev", "HEAD..HEAD~1", "--signal", "done"))


def test_only_the_catalogue_changed(tmp_path: Path, tracker: Run) -> None:
    made = tree(tmp_path / "w")
    catalogue(made, notice="演示")
    (made.root / "seeds/policy.md").write_text("全年新引进企业40家以上！", encoding="utf-8")
    made.save()
    found = tracker("diff", "--rev", "HEAD~1..HEAD", "--as-of", "2024-08-20", cwd=made.root)
    assert found.code == 0
    assert "指标没有变化\n" in found.out
    assert "政策原文" in found.out


def test_revisions_that_cannot_be_compared(tmp_path: Path, tracker: Run) -> None:
    made = tree(tmp_path / "w")
    found = tracker("diff", "--rev", "mian", cwd=made.root)
    assert (found.code, "main" in found.err) == (2, True)
    for hostile in ("--output=x", "-x", "main..--output=x"):
        found = tracker("diff", f"--rev={hostile}", cwd=made.root)
        assert (found.code, found.out) == (2, "")
    assert not (made.root / "x").exists()
    catalogue(made, target(kind="unknown"))
    made.save()
    catalogue(made)
    found = tracker("diff", "--rev", "main", cwd=made.root)
    assert found.code == 4
    assert "main:measures.yaml" in found.err
    assert "版本 main" in found.err
    plain = tmp_path / "plain"
    write_workspace(plain)
    found = tracker("diff", "--rev", "main", cwd=plain)
    assert (found.code, str(plain) in found.err) == (2, True)
    made = Tree(tmp_path / "new")
    made.save()
    write_workspace(made.root)
    assert tracker("diff", "--rev", "HEAD", cwd=made.root).code == 3
    assert "--rev main" in tracker("diff", "main", cwd=made.root).err


def test_the_problems_of_both_sides_are_told_apart(tmp_path: Path, tracker: Run) -> None:
    made = tree(tmp_path / "w")
    made.write("b").write_text("date: x\n", encoding="utf-8")
    made.save()
    (made.root / name("b")).unlink()
    found = tracker("diff", "--rev", "HEAD", "--as-of", "2024-08-20", cwd=made.root)
    assert (found.code, found.err) == (0, "")
    assert "HEAD：发现 3 个问题，1 个文件、0 条记录未计入" in found.out
    found = tracker("diff", "--rev", "HEAD~1..HEAD", "--as-of", "2024-08-20", cwd=made.root)
    assert f"HEAD:{name('b')}" in found.err
