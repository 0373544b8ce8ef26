"""Where output goes: terminals, pipes, files, and streams that are closed or full."""

import json
import os
import pty
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from support import REPOSITORY, Run, write_workspace

DAY = ("--as-of", "2024-10-31")
FILE = "progress/2024/08/2024-08-10-ab12.yaml"


def test_closed_streams_are_no_crash() -> None:
    command, environment = child("-C", str(REPOSITORY), "status", *DAY)
    for closing, code in ((">&-", 0), ("2>&-", 0), (">&- 2>&-", 0)):
        shell = f"exec {shlex.join(command)} {closing}"
        found = subprocess.run(["bash", "-c", shell], env=environment, capture_output=True, check=False)
        assert (found.returncode, found.stderr) == (code, b"")
    nowhere = shlex.join([*child("-C", "/", "status")[0]])
    assert (
        subprocess.run(["bash", "-c", f"exec {nowhere} 2>&-"], env=environment, check=False).returncode == 3
    )


def test_odd_widths_cut_no_number(monkeypatch: pytest.MonkeyPatch, tracker: Run) -> None:
    for columns in ("1", "20", "30", "9" * 5000):
        monkeypatch.setenv("COLUMNS", columns)
        out = tracker("status", *DAY, "--measure", "9", cwd=REPOSITORY).out
        assert all(text in out for text in ("100.0%", "102.5%", "88.8%", "9.4"))


def test_files_are_written_whole_in_the_format_of_their_name(tmp_path: Path, tracker: Run) -> None:
    for name, start in (
        ("a.csv", b"\xef\xbb\xbf"),
        ("a.json", b"{"),
        ("a.md", b"# "),
        ("a.txt", "扎".encode()),
    ):
        found = tracker("-C", REPOSITORY, "status", *DAY, "-o", tmp_path / name)
        assert (found.code, found.out) == (0, "")
        assert (tmp_path / name).read_bytes().startswith(start)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "a.json", "a.md", "a.txt"]


def test_output_goes_to_devices_and_never_over_yaml(tmp_path: Path, tracker: Run) -> None:
    assert tracker("-C", REPOSITORY, "status", *DAY, "-f", "json", "-o", "/dev/null").code == 0
    assert Path("/dev/null").is_char_device()
    write_workspace(tmp_path)
    before = (tmp_path / "measures.yaml").read_bytes()
    assert tracker("status", "-o", "measures.yaml", cwd=tmp_path).code == 2
    assert (tmp_path / "measures.yaml").read_bytes() == before


def test_an_ending_without_a_format_is_refused(tmp_path: Path, tracker: Run) -> None:
    found = tracker("-C", REPOSITORY, "status", *DAY, "-o", tmp_path / "a.pdf")
    assert (found.code, ".csv" in found.err, list(tmp_path.iterdir())) == (2, True, [])


def test_what_cannot_be_written_leaves_everything_as_it_was(tmp_path: Path, tracker: Run) -> None:
    found = tracker("-C", REPOSITORY, "status", *DAY, "-o", tmp_path / "nowhere" / "a.csv")
    assert (found.code, "nowhere" in found.err) == (5, True)
    (tmp_path / "folder.csv").mkdir()
    assert tracker("-C", REPOSITORY, "status", *DAY, "-o", tmp_path / "folder.csv").code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["folder.csv"]


def test_problems_never_mix_with_the_output(tmp_path: Path, tracker: Run) -> None:
    write_workspace(tmp_path, **{"progress/2024/08/2024-08-10-ab12.yaml": "date: 2024-08-11\n"})
    found = tracker("status", "-f", "json", cwd=tmp_path)
    assert json.loads(found.out)["files_left_out"] == 1
    assert FILE in found.err


def child(*arguments: str, **environment: str) -> tuple[list[str], dict[str, str]]:
    plain = {
        key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}
    }
    return [sys.executable, "-m", "tracker", *arguments], {**plain, "TERM": "xterm", **environment}


def test_a_reader_that_leaves_early_is_no_error_and_hides_no_alarm() -> None:
    options = ("-C", str(REPOSITORY), "status", *DAY, "-f", "json")
    for more, code in (((), 0), (("--fail-on", "overdue"), 10)):
        command, environment = child(*options, *more)
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            assert process.stdout
            assert process.stderr
            process.stdout.close()
            assert process.stderr.read() == b""
            assert process.wait() == code


def test_a_full_disk_behind_the_output_is_a_sentence(tmp_path: Path) -> None:
    command, environment = child("-C", str(REPOSITORY), "status", *DAY)
    no_room = f"ulimit -f 0; exec {shlex.join(command)} > {shlex.quote(str(tmp_path / 'out'))}"
    found = subprocess.run(["bash", "-c", no_room], env=environment, stderr=subprocess.PIPE, check=False)
    assert found.returncode == 5
    assert found.stderr.decode().startswith("tracker: ")
    assert b"Traceback" not in found.stderr


@pytest.mark.parametrize("line", ["--help", "status --help", "--version"])
def test_help_goes_where_all_output_goes(line: str, tmp_path: Path) -> None:
    command, environment = child(*line.split())
    for target, code in (
        ("| head -c 1 > /dev/null; exit ${PIPESTATUS[0]}", 0),
        (">&-", 0),
        ("> /dev/full", 5),
    ):
        shell = f"{shlex.join(command)} {target}"
        found = subprocess.run(
            ["bash", "-c", shell], env=environment, cwd=tmp_path, capture_output=True, check=False
        )
        assert (found.returncode, found.stderr.count(b"\n")) == (code, int(code > 0)), target


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """What a terminal of 80 columns receives."""
    command, full = child(*arguments, **environment)
    leader, follower = pty.openpty()
    with subprocess.Popen(
        command, env={**full, "COLUMNS": "80"}, stdout=follower, stderr=follower
    ) as process:
        os.close(follower)
        parts = []
        while True:
            try:
                part = os.read(leader, 65536)
            except OSError:  # Linux says EIO at the end
                break
            if not part:
                break
            parts.append(part)
        process.wait()
    os.close(leader)
    return b"".join(parts).decode()


def test_colour_only_on_a_terminal_that_wants_it() -> None:
    options = ("-C", str(REPOSITORY), "status", *DAY, "--measure", "1")
    assert "\x1b[" in on_a_terminal(*options)
    assert "\x1b[" not in on_a_terminal(*options, NO_COLOR="1")
    assert "\x1b[" not in on_a_terminal(*options, TERM="dumb")
    assert "\x1b[" not in on_a_terminal(*options, NO_COLOR="1", FORCE_COLOR="1")
    fine = on_a_terminal("-C", str(REPOSITORY), "check")
    assert fine.count("\n") == 1
    assert "91" in fine


def piped(*arguments: str, **environment: str) -> str:
    command, full = child("-C", str(REPOSITORY), "status", *DAY, "--measure", "1", *arguments, **environment)
    return subprocess.run(command, env=full, capture_output=True, check=True).stdout.decode()


def test_a_pipe_is_coloured_where_that_is_asked_for(tmp_path: Path) -> None:
    assert "\x1b[" not in piped()
    assert "\x1b[" in piped("-f", "term")
    assert "\x1b[" in piped(FORCE_COLOR="1")
    for never in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert "\x1b[" not in piped("-f", "term", FORCE_COLOR="1", **never)
    assert "\x1b[" not in piped("-f", "text", FORCE_COLOR="1")
    assert piped("-f", "term", "-o", str(tmp_path / "a")) == ""
    assert "\x1b[" not in (tmp_path / "a").read_text(encoding="utf-8")


def test_a_pipe_is_as_wide_as_it_takes_or_as_columns_says() -> None:
    assert max(map(len, piped().splitlines())) > 80
    assert max(map(cell_len, piped(COLUMNS="72").splitlines())) <= 72


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONIOENCODING": "gbk"},  # as on a Chinese Windows
        {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"},
        {"LC_ALL": "zh_CN.GBK", "PYTHONUTF8": "0"},
        {"LANG": "C", "LC_ALL": "", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    ],
)
def test_both_streams_are_utf8_whatever_the_locale(tmp_path: Path, surroundings: dict[str, str]) -> None:
    write_workspace(tmp_path, **{FILE: "date: 2024-08-10\nby：区科技局\n"})
    for arguments in (("status",), ("check",), ("status", "--help"), ("status", "--signal", "紫")):
        command, environment = child("-C", str(tmp_path), *arguments)
        environment |= {"TRACKER_LANG": "zh", **surroundings}
        found = subprocess.run(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
        assert "Traceback" not in found.stdout.decode()
        assert {"status": "新引进企业", "check": "区科技局"}.get(arguments[-1], "") in found.stdout.decode()


STRAY = "甲\udcff"  # as Python has an argument that is no UTF-8


@pytest.mark.parametrize(
    "arguments",
    [
        ("status", "--search", STRAY),
        ("status", "--owner", STRAY),
        ("status", "--as-of", STRAY),
        ("show", STRAY),
        ("record", STRAY, "3"),
        ("record", f"firms={STRAY}"),
        ("record", "firms", "3", "--note", STRAY, "--by", "区科技局"),
        ("record", "firms", "3", "--by", STRAY),
        ("void", "2024-08-10-a", "--reason", STRAY),
        ("brief", "--unit", STRAY),
        ("log", "--by", STRAY),
    ],
)
def test_bytes_that_are_no_text_are_told(tmp_path: Path, tracker: Run, arguments: tuple[str, ...]) -> None:
    found = tracker("--lang", "en", *arguments, cwd=write_workspace(tmp_path))
    assert (found.code, found.out) == (2, "")
    assert (
        found.err
        == 'tracker: "{}甲<U+DCFF>" is not UTF-8 text. Check the encoding of the terminal or script.\n'.format(
            "firms=" if arguments[1].startswith("firms=") else ""
        )
    )
    assert not (tmp_path / "progress").exists()


def test_files_may_have_any_name(tmp_path: Path, tracker: Run) -> None:
    root = write_workspace(tmp_path / STRAY)
    (root / f"{STRAY}.csv").write_text("指标,本次累计数,数据日期,报送单位\nfirms,3,2024-08-10,区科技局\n")
    assert tracker("import", f"{STRAY}.csv", cwd=root).code == 0
    assert tracker("form", "--owner", "区科技局", "-o", f"表{STRAY}.csv", cwd=root).code == 0
    assert tracker("status", "-o", f"{STRAY}.html", cwd=root).code == 0
    assert tracker("check", cwd=root).code == 0
