"""What a workspace's own template may cost: a sentence where it takes more, and nothing written."""

import mmap
from pathlib import Path

import pytest

from support import Run, document, write_files, write_workspace
from tracker.formats import limits
from tracker.problems import ExitCode, TrackerError

COSTLY = {
    "product": "{{ 'x' * 3000000000 }}",
    "list": "{{ [0] * 3000000000 }}",
    "filter": "{{ 'x'|center(3000000000) }}",
    "width": "{{ '%3000000000d' % 1 }}",
    "format": "{{ '{:>3000000000}'.format(1) }}",
    "power": "{{ 10 ** 100000000 % 7 }}",
    "loops": "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
    "brackets": "{{ ('[' * 2000000)|safe }}",  # markdown-it takes the square of that
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRACKER_NOW", "2024-08-13T09:00:00+08:00")
    monkeypatch.setattr(limits, "SECONDS", 1)
    report = "date: 2024-08-10\nby: 区科技局\nentries:\n- {target: firms, total: 20}\n"
    return write_workspace(tmp_path / "w", document(), **{"progress/2024/08/2024-08-10-a.yaml": report})


@pytest.mark.parametrize("template", COSTLY.values(), ids=COSTLY)
def test_a_costly_template_is_a_sentence(template: str, root: Path, tracker: Run) -> None:
    write_files(root, {"templates/brief.zh.md": f"# a\n\n{template}\n"})
    found = tracker("brief", "-o", "a.html", cwd=root)
    assert (found.code, found.err.count("\n"), (root / "a.html").exists()) == (2, 1, False)
    assert "templates" in found.err


def test_costly_notes_are_a_sentence(root: Path, tracker: Run) -> None:
    write_files(root, {"notes/2024-08-D1.md": "[" * 1_000_000})
    found = tracker("brief", "-o", "a.html", cwd=root)
    assert (found.code, "notes/2024-08-D1.md" in found.err) == (2, True)


def test_what_is_made_within_bounds_comes_whole() -> None:
    text = bytes(range(256)) * 4000
    assert limits.bounded(lambda: text, "a") == text
    assert limits.bounded(lambda: b"", "a") == b""


def test_what_is_raised_within_bounds_is_raised_outside() -> None:
    def refuses() -> bytes:
        raise TrackerError("template-styles", ExitCode.USAGE, file="a", styles=("b", "c"))

    def lacks() -> bytes:
        raise ModuleNotFoundError(name="docx")

    def breaks() -> bytes:
        raise KeyError("x")

    with pytest.raises(TrackerError) as refused:
        limits.bounded(refuses, "a")
    assert (refused.value.code, refused.value.facts["styles"]) == ("template-styles", ("b", "c"))
    with pytest.raises(ModuleNotFoundError) as lacking:
        limits.bounded(lacks, "a")
    assert lacking.value.name == "docx"
    with pytest.raises(RuntimeError, match="KeyError"):
        limits.bounded(breaks, "a")


def test_addresses_held_before_are_not_counted_against_the_work() -> None:
    with mmap.mmap(-1, 3 * limits.MEBIBYTES * 2**20):  # reserved as threads do, and never written to
        assert limits.bounded(lambda: b"whole", "a.md") == b"whole"
        assert limits.bounded(lambda: b"x" * 2**25, "a.md") == b"x" * 2**25
