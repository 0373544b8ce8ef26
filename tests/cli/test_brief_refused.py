"""What tracker brief refuses: one sentence, an exit code, and no file."""

import sys
from pathlib import Path

import pytest

from briefings import REPORT
from briefings import root as root  # noqa: PLC0414 - a fixture
from support import Run, write_files

pytestmark = pytest.mark.usefixtures("quick_charts")
BACK = "2024-08-02"


def files(root: Path) -> set[Path]:
    return {path for path in root.rglob("*") if ".tracker" not in path.parts}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--week", "2024-W34"), "2024-08-19"),
        (("--month", "9月"), "2024-09-01"),
        (("--from", "2024-08-14", "--to", "2024-08-20"), "2024-08-14"),
        (("--week", "2024-W31"), "2024-08-10"),
        (("--month", "2020-01"), "2024-08-10"),
        (("--known-on", BACK, "--week", "2024-W30"), "tracker record"),
        (("--from", "2024-08-09", "--to", BACK), "2024-08-09"),
        (("--from", BACK), "--to"),
        (("--to", BACK), "--from"),
        (("--week", "2024-W32", "--month", "2024-08"), "--dekad"),
        (("--dekad", "8月上旬", "--from", BACK, "--to", BACK), "--dekad"),
        (("--week", "2024-W99"), "2024-W99"),
        (("--dekad", "下旬旬"), "下旬旬"),
        (("--number", "0"), "0"),
        (("--profile", "defualt"), "default"),
        (("-f", "markdwon"), "markdown"),
        (("-f", "csv"), "markdown"),
        (("-f", "docx"), "-o"),
        (("-o", "a.pdf"), ".docx"),
        (("-o", "a.yaml", "-f", "text"), "a.yaml"),
    ],
)
def test_what_is_asked_wrongly(
    arguments: tuple[str, ...], said: str, language: str, tracker: Run, root: Path
) -> None:
    before = files(root)
    found = tracker("brief", *arguments, "--lang", language, cwd=root)
    assert (found.code, found.out) == (2, "")
    assert said in found.err
    assert "None" not in found.err
    assert found.err.count("\n") == 1
    assert files(root) == before


def test_a_workspace_without_a_figure(tracker: Run, root: Path) -> None:
    (root / "progress/2024/08/2024-08-10-a.yaml").unlink()
    found = tracker("brief", "-o", "a.md", cwd=root)
    assert (found.code, found.out) == (2, "")
    assert "tracker record" in found.err
    assert "None" not in found.err
    assert not (root / "a.md").exists()


@pytest.mark.parametrize("suffix", ["md", "txt", "html", "docx", "json"])
def test_where_nothing_can_be_written(suffix: str, tracker: Run, root: Path) -> None:
    (root / "blocked").write_text("", encoding="utf-8")
    (root / f"folder.{suffix}").mkdir()
    before = files(root)
    for output, code in ((f"missing/a.{suffix}", 5), (f"blocked/a.{suffix}", 5), (f"folder.{suffix}", 2)):
        found = tracker("brief", "-o", output, cwd=root)
        assert (found.code, found.out) == (code, "")
        assert output in found.err
        assert found.err.count("\n") == 1
    assert files(root) == before


def test_an_earlier_file_stands_where_the_new_one_fails(
    tracker: Run, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "a.md").write_text("以前的", encoding="utf-8")
    before = files(root)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    found = tracker("brief", "-o", "a.md", "--yes", cwd=root)
    assert found.code == 5
    assert "磁盘已满" in found.err
    assert (root / "a.md").read_text(encoding="utf-8") == "以前的"
    assert files(root) == before


@pytest.mark.parametrize("part", ["docx", "resvg_py"])
def test_a_part_that_is_not_installed(
    part: str, tracker: Run, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [
        name
        for name in sys.modules
        if name.startswith(("tracker.formats.paper.docx", "tracker.formats.charts.pictures"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, part, None)
    found = tracker("brief", "-o", "a.docx", cwd=root)
    assert (found.code, found.out) == (7, "")
    assert ("charts" if part == "resvg_py" else "docx") in found.err
    assert not (root / "a.docx").exists()
    assert tracker("brief", "-o", "a.md", cwd=root).code == 0


def test_what_is_wrong_in_the_log_is_said_beside_the_briefing(tracker: Run, root: Path) -> None:
    write_files(
        root, {"progress/2024/08/2024-08-11-b.yaml": REPORT.replace("20", "二十").replace("08-10", "08-11")}
    )
    found = tracker("brief", "-o", "a.md", cwd=root)
    assert found.code == 0
    assert "二十" in found.err
    assert (root / "a.md").is_file()
