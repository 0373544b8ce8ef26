"""Recording as an analyst does it, with real repositories."""

import io
import json
import subprocess
from pathlib import Path

import pytest

from recording import BY, files, git, repository, values
from recording import root as root  # noqa: PLC0414 - a fixture
from support import Result, Run


def test_one_figure_becomes_one_file(root: Path, tracker: Run) -> None:
    found = tracker("record", "firms", "23", *BY, "--date", "2024-10-31", "--note", "新增3家", cwd=root)
    assert found.code == 0, found.err
    (path,) = files(root)
    assert path.parent == root / "progress/2024/10"
    text = path.read_text(encoding="utf-8")
    assert "- {target: firms, total: 23, note: 新增3家}\n" in text
    assert str(path.relative_to(root)) in found.out
    assert "23家" in found.out
    assert tracker("check", cwd=root).code == 0


def test_several_at_once_in_their_own_units(root: Path, tracker: Run) -> None:
    assert tracker("record", "firms=23", "deals=21000万元", "印发=起草", *BY, cwd=root).code == 0
    assert tracker("record", "firms+=2", *BY, cwd=root).code == 0
    assert len(files(root)) == 2
    assert values(tracker, root) == {"firms": "25", "deals": "2.1", "plan": "30"}


def test_add_stage_and_preliminary(root: Path, tracker: Run) -> None:
    assert tracker("record", "1.1", "3", "--add", "--preliminary", *BY, cwd=root).code == 0
    assert tracker("record", "plan", "--stage", "印发", *BY, cwd=root).code == 0
    assert values(tracker, root) == {"firms": "3", "deals": None, "plan": "100"}
    assert "preliminary" in tracker("status", "--search", "firms", "-f", "json", cwd=root).out


def test_standard_input_takes_yaml_and_json(
    root: Path, monkeypatch: pytest.MonkeyPatch, tracker: Run
) -> None:
    def feed(text: str) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    feed('{"date": "2024-10-31", "by": "区科技局", "entries": [{"target": "firms", "total": 20}]}')
    assert tracker("record", "-", cwd=root).code == 0
    feed("entries:\n- {target: firms, total: 21}\n")
    assert tracker("record", "-", *BY, cwd=root).code == 0
    feed("entries: [{target: firms, total: 1e3}]\n")
    bad = tracker("record", "-", *BY, cwd=root)
    assert (bad.code, "1e3" in bad.err, len(files(root))) == (1, True, 2)
    assert values(tracker, root)["firms"] == "21"


def test_nothing_that_is_said_beside_standard_input_is_dropped(
    root: Path, monkeypatch: pytest.MonkeyPatch, tracker: Run
) -> None:
    def recorded(entries: str, *options: str) -> Result:
        content = f"date: 2024-10-31\nby: 区科技局\nentries: [{entries}]\n"
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
        return tracker("record", "-", *options, cwd=root)

    verified = recorded("{target: firms, total: 20, status: verified}")
    assert (verified.code, "status: verified" in verified.err, files(root)) == (1, True, [])
    for option in (("--note", "x"), ("--evidence", "x"), ("--stage", "x"), ("--add",)):
        refused = recorded("{target: firms, total: 20}", *option)
        assert (refused.code, option[0] in refused.err, files(root)) == (2, True, [])
    assert recorded("{target: firms, total: 20, status: preliminary}").code == 0
    assert tracker("void", files(root)[0].stem, "--reason", "重报", cwd=root).code == 0
    assert recorded("{target: firms, total: 21}", "--preliminary", "--source", "旬报").code == 0
    texts = [path.read_text(encoding="utf-8") for path in files(root)]
    assert sum("status: preliminary" in text for text in texts) == 2
    assert sum("source: 旬报" in text for text in texts) == 1


@pytest.mark.parametrize("typed", ["-4.1", "\u22124.1"])
def test_what_was_typed_is_told_as_it_was_typed(typed: str, root: Path, tracker: Run) -> None:
    found = tracker("record", typed, "14.1", *BY, cwd=root)
    assert (found.code, f"“{typed}”" in found.err) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["firms", "23"], 2, "--by"),
        ([*BY], 2, "firms"),
        (["nope", "23", *BY], 2, "nope"),
        (["firms", "1,50", *BY], 2, "1,50"),
        (["firms", "23", "24", *BY], 2, "firms"),
        (["firms=23", "deals=2", "--note", "x", *BY], 2, "--note"),
        (["firms", "23", "--date", "2024-12-31", *BY], 1, "2024-12-31"),
        (["firms", "23", "--date", "2023-12-31", *BY], 1, "2023-12-31"),
        (["firms", "23.5", *BY], 1, "23.5"),
        (["firms", "23万元", *BY], 1, "万元"),
        (["plan", "--stage", "审议", *BY], 1, "审议"),
        (["firms", "400", *BY], 1, "--yes"),
        (["deals", "21000", *BY], 1, "万"),
        (["firms", "23", "--evidence", "docs/none.pdf", *BY], 1, "docs/none.pdf"),
        (["firms", "23", "--by", "区商务局"], 1, "区商务局"),
    ],
)
def test_refusals_write_nothing(arguments: list[str], code: int, said: str, root: Path, tracker: Run) -> None:
    found = tracker("record", *arguments, cwd=root)
    assert (found.code, files(root)) == (code, [])
    assert said in found.err
    assert "Traceback" not in found.err


def test_yes_settles_doubts_and_dry_run_writes_nothing(root: Path, tracker: Run) -> None:
    dry = tracker("record", "firms", "400", "--dry-run", *BY, cwd=root)
    assert (dry.code, "total: 400" in dry.out, "40家" in dry.err, files(root)) == (0, True, True, [])
    assert tracker("record", "firms", "400", "--yes", *BY, cwd=root).code == 0
    assert len(files(root)) == 1


def test_a_void_withdraws_and_cannot_be_withdrawn(root: Path, tracker: Run) -> None:
    tracker("record", "firms", "20", *BY, "--date", "2024-10-20", cwd=root)
    tracker("record", "firms", "30", *BY, "--date", "2024-10-31", cwd=root)
    wrong = files(root)[-1]
    assert tracker("void", f"{wrong.relative_to(root)}#1", "--reason", "多报", cwd=root).code == 0
    assert values(tracker, root)["firms"] == "20"
    void = next(path for path in files(root) if "void" in path.read_text(encoding="utf-8"))
    for what, said in ((void.stem, "重新报"), ("2024-10-31-none", "不存在"), (wrong.stem, "已经撤回")):
        found = tracker("void", what, "--reason", "x", cwd=root)
        assert (found.code, said in found.err, len(files(root))) == (1, True, 3)


def test_commit_takes_exactly_this_file(root: Path, tracker: Run) -> None:
    repository(root)
    (root / "staged.txt").write_text("staged", encoding="utf-8")
    git(root, "add", "staged.txt")
    (root / "measures.yaml").write_text(
        (root / "measures.yaml").read_text(encoding="utf-8") + "\n", encoding="utf-8"
    )
    found = tracker("record", "firms", "23", "--commit", *BY, "--date", "2024-10-31", cwd=root)
    assert found.code == 0, found.err
    assert git(root, "log", "-1", "--format=%s").strip() == "progress: 区科技局 2024-10-31 新引进企业 23/40家"
    names = git(root, "show", "--name-only", "--format=", "HEAD").split()
    assert names == [str(files(root)[0].relative_to(root))]
    assert git(root, "status", "--porcelain").splitlines() == [" M measures.yaml", "A  staged.txt"]


def test_without_commit_the_command_is_shown_and_works(root: Path, tracker: Run) -> None:
    repository(root)
    found = tracker("record", "firms", "23", *BY, cwd=root)
    command = found.out.splitlines()[-1]
    assert command.startswith("git add -- progress/")
    subprocess.run(["bash", "-c", command], cwd=root, check=True, capture_output=True)
    assert git(root, "status", "--porcelain") == ""


def test_a_failing_hook_leaves_the_file(root: Path, tracker: Run) -> None:
    repository(root)
    hook = root / ".git/hooks/pre-commit"
    hook.write_text("#!/bin/sh\necho no today >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    found = tracker("record", "firms", "23", "--commit", *BY, cwd=root)
    assert (found.code, "no today" in found.err, len(files(root))) == (6, True, 1)
    assert values(tracker, root)["firms"] == "23"


def test_no_repository_is_said_after_writing(root: Path, tracker: Run) -> None:
    found = tracker("record", "firms", "23", "--commit", *BY, cwd=root)
    assert (found.code, len(files(root))) == (6, 1)


def test_the_log_shows_effect_author_and_voids(root: Path, tracker: Run) -> None:
    repository(root)
    tracker("record", "firms", "20", "--commit", *BY, "--date", "2024-10-20", cwd=root)
    tracker("record", "firms+=3", *BY, "--date", "2024-10-31", cwd=root)
    tracker("void", files(root)[-1].stem, "--reason", "重复", cwd=root)
    shown = json.loads(tracker("log", "-f", "json", cwd=root).out)["entries"]
    assert [
        (e["add_written"] or e["total_written"], e["value"], e["committed_by"], bool(e["voided"]))
        for e in shown
    ] == [
        ("3", None, None, True),
        ("20", "20", "分析员", False),
    ]
    assert "~~+3家~~" in tracker("log", "-f", "markdown", cwd=root).out
    assert len(json.loads(tracker("log", "--limit", "1", "-f", "json", cwd=root).out)["entries"]) == 1
    assert json.loads(tracker("log", "deals", "-f", "json", cwd=root).out)["entries"] == []
    assert (
        len(json.loads(tracker("log", "--since", "2024-10-31", "-f", "json", cwd=root).out)["entries"]) == 1
    )
    assert tracker("log", "--owner", "区商务局", cwd=root).code == 2


@pytest.mark.parametrize(
    "name",
    [
        *(
            "名.yaml~",
            ".名.yaml.swp",
            "#名.yaml#",
            "~$名.yaml",
            "名.yaml.bak",
            "名.yaml.orig",
            "名.tmp",
            ".DS_Store",
        ),
        *("2024-10-31-a.yaml~", "2024-10-31-a.yaml.old", "2024-10-31-a.yaml.save", "Thumbs.db", "4913"),
    ],
)
def test_what_editors_leave_behind_is_no_report(root: Path, tracker: Run, name: str) -> None:
    tracker("record", "firms", "23", *BY, "--date", "2024-10-31", cwd=root)
    (root / "progress/2024/10" / name).write_text("date: ", encoding="utf-8")
    assert tracker("check", cwd=root).code == 0


def test_a_unit_that_was_cut_short_is_that_of_the_target(root: Path, tracker: Run) -> None:
    for typed, written in (("2.1亿", "total: 2.1}"), ("21000万", "total: 21000, unit: 万元}")):
        found = tracker("record", "deals", typed, "--dry-run", *BY, cwd=root)
        assert (found.code, written in found.out) == (0, True)
