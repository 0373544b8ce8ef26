"""Each example of `tracker explain`: what is said of it in both languages, the exit code, that the rest counts."""

import json
import os
import time
from pathlib import Path

import pytest

from support import Golden, Run, write_files
from tracker.cli.explaining import problem_codes, problems_of
from tracker.model.clock import DEFAULT_ZONE
from tracker.store.examples import PROBLEM_GROUPS, Example, examples_of, explained, sound
from tracker.words import SENTENCES

HERE = Path(__file__).parent
ALL = [(code, group, example) for code, group in explained().items() for example in examples_of(code, group)]
# Those of spreadsheets and of the audit are other commands' to find; what is only told, git's and the system's.
CHECKED = {
    example.name: example
    for _, group, example in ALL
    if group in {"files", "catalogue", "progress"} and not example.told
}
SHOWN = {
    example.code: example
    for _, group, example in reversed(ALL)
    if group in PROBLEM_GROUPS and not example.told
}
# Found in a catalogue that is sound by itself.
BESIDE_THE_CATALOGUE = {"view-unknown", "quote-missing", "quote-absent", "source-outside"}
BESIDE_THE_CATALOGUE |= {"ignore-absent", "ignore-numberless", "ignore-twice"}
GOOD = "progress/2024/07/2024-07-31-good.yaml"
GOOD_TEXT = (sound("progress").files[GOOD] or b"").decode()
TOP = "date: 2024-08-10\nby: 区科技局\nentries:\n"


def exit_code(example: Example) -> int:
    """That of a broken catalogue; another may only have been changed for what lies beside it."""
    beside = example.group == "progress" or "indicators.yaml" in example.own
    broken = "measures.yaml" in example.own and not beside and example.name not in BESIDE_THE_CATALOGUE
    return 4 if broken else 1


@pytest.mark.parametrize("name", CHECKED)
def test_what_is_said(name: str, tmp_path: Path, tracker: Run, golden: Golden) -> None:
    example = CHECKED[name]
    root = example.lay_out(tmp_path)
    began = time.monotonic()
    for language in ("zh", "en"):
        found = tracker("--lang", language, "check", cwd=root)
        assert found.code == exit_code(example)
        assert found.out == ""
        assert "Traceback" not in found.err
        assert "{" not in found.err.replace("- {", "").replace("about: -4", "") or "{" in str(example)
        golden(HERE / "expected" / f"{name}.{language}.txt", found.err)
    assert time.monotonic() - began < 20, "bad input must not hang"


@pytest.mark.parametrize(
    "name",
    [n for n, one in CHECKED.items() if exit_code(one) == 1 and "indicators.yaml" not in one.own],
)
def test_a_bad_file_leaves_the_others_counted(name: str, tmp_path: Path, tracker: Run) -> None:
    root = CHECKED[name].lay_out(tmp_path)
    found = tracker("status", "--as-of", "2024-07-31", "-f", "json", cwd=root)
    assert found.code == 0
    shown = json.loads(found.out)
    assert shown["problems"] > 0
    if not name.startswith(("void", "link-folder")):
        assert next(t for t in shown["targets"] if t["id"] == "uav-firms")["actual"] == "20"
    assert str(shown["problems"]) in tracker("status", "--as-of", "2024-07-31", cwd=root).out.splitlines()[-1]


def test_every_problem_has_an_example() -> None:
    without = sorted(problem_codes() - set(explained()))
    assert not without, (
        f"no example of {without}: write src/tracker/store/explained/<group>/<code>.yaml for each "
        "(a case that differs from sound.yaml, or `told` where no file by itself has the problem)"
    )
    unsaid = sorted(set(SHOWN) - problem_codes())
    assert not unsaid, f"examples of what words/ has no sentence for: {unsaid}"
    assert all(f"remedy.{code}" in SENTENCES for code in problem_codes()), "every problem says what to do"


@pytest.mark.parametrize("code", SHOWN)
def test_the_example_that_is_shown_has_its_problem(code: str, tmp_path: Path) -> None:
    example = SHOWN[code]
    assert code in {problem.code for problem in problems_of(example, example.lay_out(tmp_path))}


def test_an_unreadable_file_and_folder(tmp_path: Path) -> None:
    from tracker.store.progress import listing_of, read_file  # noqa: PLC0415 - imported before rights are given up

    root = sound("progress").lay_out(tmp_path)
    write_files(root, {"progress/2024/08/2024-08-10-ab12.yaml": TOP})
    locked, file = root / "progress/2024/09", root / "progress/2024/08/2024-08-10-ab12.yaml"
    locked.mkdir()
    locked.chmod(0)
    file.chmod(0)
    for folder in (root, *root.parents):
        if folder.stat().st_uid == os.geteuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o555)
    superuser = os.geteuid() == 0
    if superuser:
        os.seteuid(65534)
    try:
        listing = listing_of(root)
        readings = [read_file(root, file, DEFAULT_ZONE) for file in listing.files]
    finally:
        if superuser:
            os.seteuid(0)
        locked.chmod(0o755)
    problems = [*listing.problems, *(problem for reading in readings for problem in reading.problems)]
    found = {(problem.code, problem.place.file) for problem in problems}
    assert found == {
        ("file-unreadable", "progress/2024/08/2024-08-10-ab12.yaml"),
        ("folder-unreadable", "progress/2024/09"),
    }
    assert [reading.report.stem for reading in readings if reading.report] == ["2024-07-31-good"]
    assert [reading.whole for reading in readings] == [True, False]


LEFT_BEHIND = (
    *(
        "{}~",
        "#{}#",
        ".#{}",
        ".{}.swp",
        "{}.swp",
        "{}.swo",
        "{}.bak",
        "{}.BAK",
        "{}.orig",
        "{}.rej",
        "{}.tmp",
    ),
    *("~${}", ".DS_Store", "Thumbs.db", "desktop.ini", "4913", "名.yaml~", "#名.yaml#"),
)


@pytest.mark.parametrize("name", LEFT_BEHIND)
def test_what_editors_leave_behind_is_passed_over(name: str, tmp_path: Path, tracker: Run) -> None:
    root = sound("progress").lay_out(tmp_path)
    write_files(root, {f"progress/2024/07/{name.format('2024-07-31-good.yaml')}": TOP + "entries: [\n"})
    found = tracker("check", cwd=root)
    assert (found.code, found.err) == (0, "")


@pytest.mark.parametrize(
    "name",
    ["{} (1).yaml", "{}.yaml.txt", "{}.yml", "{} - 副本.yaml", "{}_BACKUP_123.yaml", "{}.yaml.2", "{}.json"],
)
def test_what_may_be_meant_as_a_report_is_told(name: str, tmp_path: Path, tracker: Run) -> None:
    root = sound("progress").lay_out(tmp_path)
    file = f"progress/2024/07/{name.format('2024-07-31-good')}"
    write_files(root, {file: GOOD_TEXT})
    found = tracker("check", cwd=root)
    assert found.code == 1
    assert file in found.err


def test_a_pipe_named_like_a_report_is_not_waited_for(tmp_path: Path, tracker: Run) -> None:
    root = sound("progress").lay_out(tmp_path)
    os.mkfifo(root / "progress/2024/07/2024-07-31-pipe.yaml")
    assert "2024-07-31-pipe.yaml" in tracker("check", cwd=root).err


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + GOOD_TEXT.encode(),
        GOOD_TEXT.replace("\n", "\r\n").encode(),
        GOOD_TEXT.replace("区科技局", "no").encode(),
        GOOD_TEXT.replace("total: 20", "total: '20'").encode(),
        GOOD_TEXT.replace("total: 20", "total: 20, note: 'yes [[[ 12:30'").encode(),
        GOOD_TEXT.replace("total: 20", f"total: 20, note: '{'[' * 200}'").encode(),
        GOOD_TEXT.replace(
            "- {target: uav-firms, total: 20}",
            f"- target: uav-firms\n  total: 20\n  note: |\n    {'-' * 200}",
        ).encode(),
    ],
    ids=["bom", "crlf", "no-is-text", "quoted", "brackets-in-text", "many-brackets", "many-dashes"],
)
def test_what_is_accepted(content: bytes, tmp_path: Path, tracker: Run) -> None:
    root = sound("progress").lay_out(tmp_path)
    write_files(root, {GOOD: content})
    found = tracker("check", cwd=root)
    assert (found.code, found.out, found.err) == (0, "", "")
    shown = json.loads(tracker("status", "--as-of", "2024-07-31", "-f", "json", cwd=root).out)
    assert shown["targets"][0]["actual"] == "20"
    assert shown["targets"][0]["reported_by"] == ("no" if b"by: no" in content else "区科技局")


def test_a_name_that_is_no_text_is_shown_as_what_it_is(tmp_path: Path, tracker: Run) -> None:
    root = sound("progress").lay_out(tmp_path)
    (root / os.fsdecode(b"progress/2024/07/2024-07-31-\xff.yaml")).write_text(GOOD_TEXT, encoding="utf-8")
    assert "<U+DCFF>" in tracker("check", cwd=root).err
    assert "<U+DCFF>" in tracker("check", "-f", "json", cwd=root).out
