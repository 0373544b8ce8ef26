"""Each broken workspace: what is said of it in both languages, the exit code, and that the rest still counts."""

import json
import os
import time
from pathlib import Path

import pytest
from broken import GOOD, GOOD_TEXT, POLICY, SOUND, TOP, Case
from cases_catalogue import CATALOGUE_CASES
from cases_log import LOG_CASES

from support import Golden, Run, write_files
from tracker.model.clock import DEFAULT_ZONE
from tracker.words import SENTENCES

HERE = Path(__file__).parent
CASES = LOG_CASES | CATALOGUE_CASES
# The file system makes the first four (see below), git's history the others (tests/store/test_history.py).
BY_HAND = {"file-unreadable", "folder-unreadable", "file-missing", "source-file-unreadable"}
BY_HAND |= {f"history-{code}" for code in ("changed", "deleted", "clash", "rewritten", "dropped")}
BY_HAND |= {f"seal-{code}" for code in ("line", "twice", "digest", "commit", "cut-off", "differs", "gone")}
BY_HAND |= {"district-place", "district-twice"}  # see tests/rollup/test_command.py
BY_HAND |= {"word-broken"}  # see tests/cli/test_draft.py


def lay_out(root: Path, case: Case) -> Path:
    write_files(root, {"measures.yaml": SOUND, "seeds/policy.md": POLICY, GOOD: GOOD_TEXT})
    for name, content in case.files.items():
        if content is None:
            (root / name).unlink()
        else:
            write_files(root, {name: content})
    for name, to in case.links.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).symlink_to(to)
    return root


@pytest.mark.parametrize("name", CASES)
def test_what_is_said(name: str, tmp_path: Path, tracker: Run, golden: Golden) -> None:
    case = CASES[name]
    root = lay_out(tmp_path, case)
    began = time.monotonic()
    for language in ("zh", "en"):
        found = tracker("--lang", language, "check", cwd=root)
        assert found.code == case.code
        assert found.out == ""
        assert "Traceback" not in found.err
        assert "{" not in found.err.replace("- {", "").replace("about: -4", "") or "{" in str(case)
        golden(HERE / "expected" / f"{name}.{language}.txt", found.err)
    assert time.monotonic() - began < 20, "bad input must not hang"


@pytest.mark.parametrize(
    "name", [n for n, case in CASES.items() if case.code == 1 and "indicators.yaml" not in case.files]
)
def test_a_bad_file_leaves_the_others_counted(name: str, tmp_path: Path, tracker: Run) -> None:
    root = lay_out(tmp_path, CASES[name])
    found = tracker("status", "--as-of", "2024-07-31", "-f", "json", cwd=root)
    assert found.code == 0
    shown = json.loads(found.out)
    assert shown["problems"] > 0
    if not name.startswith(("void", "link-folder")):
        assert next(t for t in shown["targets"] if t["id"] == "uav-firms")["actual"] == "20"
    assert str(shown["problems"]) in tracker("status", "--as-of", "2024-07-31", cwd=root).out.splitlines()[-1]


def test_every_problem_has_a_case(tmp_path: Path, tracker: Run) -> None:
    codes = set()
    for number, case in enumerate(CASES.values()):
        root = lay_out(tmp_path / str(number), case)
        shown = json.loads(tracker("check", "-f", "json", cwd=root).out)
        codes |= {problem["code"] for problem in shown["problems"]}
    named = {key.removeprefix("problem.") for key in SENTENCES if key.startswith("problem.")}
    named = {key for key in named if not key.endswith(".none")} - {"place", "file"}
    of_spreadsheets = {
        code for code in named if code.startswith("sheet-")
    }  # see tests/cli/test_form_import.py
    of_audits = {code for code in named if code.startswith("audit-")}  # see test_audit_errors.py
    of_packages = {code for code in named if code.startswith("package-")}  # see test_datapackage.py
    assert named - BY_HAND - of_packages - of_spreadsheets - of_audits == codes
    assert all(f"remedy.{code}" in SENTENCES for code in named), "every problem says what to do"


def test_an_unreadable_file_and_folder(tmp_path: Path) -> None:
    from tracker.store.progress import listing_of, read_file  # noqa: PLC0415 - imported before rights are given up

    root = lay_out(tmp_path, Case({"progress/2024/08/2024-08-10-ab12.yaml": TOP}))
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
    root = lay_out(tmp_path, Case())
    write_files(root, {f"progress/2024/07/{name.format('2024-07-31-good.yaml')}": TOP + "entries: [\n"})
    found = tracker("check", cwd=root)
    assert (found.code, found.err) == (0, "")


@pytest.mark.parametrize(
    "name",
    ["{} (1).yaml", "{}.yaml.txt", "{}.yml", "{} - 副本.yaml", "{}_BACKUP_123.yaml", "{}.yaml.2", "{}.json"],
)
def test_what_may_be_meant_as_a_report_is_told(name: str, tmp_path: Path, tracker: Run) -> None:
    root = lay_out(tmp_path, Case())
    file = f"progress/2024/07/{name.format('2024-07-31-good')}"
    write_files(root, {file: GOOD_TEXT})
    found = tracker("check", cwd=root)
    assert found.code == 1
    assert file in found.err


def test_a_pipe_named_like_a_report_is_not_waited_for(tmp_path: Path, tracker: Run) -> None:
    root = lay_out(tmp_path, Case())
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
    root = lay_out(tmp_path, Case({GOOD: content}))
    found = tracker("check", cwd=root)
    assert (found.code, found.out, found.err) == (0, "", "")
    shown = json.loads(tracker("status", "--as-of", "2024-07-31", "-f", "json", cwd=root).out)
    assert shown["targets"][0]["actual"] == "20"
    assert shown["targets"][0]["reported_by"] == ("no" if b"by: no" in content else "区科技局")


def test_a_name_that_is_no_text_is_shown_as_what_it_is(tmp_path: Path, tracker: Run) -> None:
    root = lay_out(tmp_path, Case())
    (root / os.fsdecode(b"progress/2024/07/2024-07-31-\xff.yaml")).write_text(GOOD_TEXT, encoding="utf-8")
    assert "<U+DCFF>" in tracker("check", cwd=root).err
    assert "<U+DCFF>" in tracker("check", "-f", "json", cwd=root).out
