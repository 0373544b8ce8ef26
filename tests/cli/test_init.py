"""A new workspace: valid from the start, complete or not there at all, never over anything."""

import json
from pathlib import Path

import pytest

from support import REPOSITORY, Run
from tracker.problems import ExitCode, TrackerError
from tracker.store import scaffold
from tracker.store.atomic import create_file


def files(root: Path) -> dict[str, bytes]:
    return {
        p.relative_to(root).as_posix(): p.read_bytes()
        for p in root.rglob("*")
        if p.is_file() and ".tracker" not in p.parts
    }


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_it_makes_passes_its_own_check(language: str, tmp_path: Path, tracker: Run) -> None:
    made = tracker("init", "new", "--lang", language)
    assert (made.code, made.err) == (0, "")
    assert len(made.out.splitlines()) == 4
    root = tmp_path / "new"
    checked = tracker("check", cwd=root)
    assert (checked.code, checked.out, checked.err) == (0, "", "")
    shown = json.loads(tracker("status", "-f", "json", "--as-of", "2026-06-30", cwd=root).out)
    assert [target["id"] for target in shown["targets"]] == ["new-firms", "service-centre"]
    assert set(files(root)) == {
        "measures.yaml",
        "seeds/policy.md",
        "progress/.gitkeep",
        ".gitignore",
        ".pre-commit-config.yaml",
        "schema/catalogue.schema.json",
        "schema/progress.schema.json",
    }
    for name in ("catalogue", "progress"):
        assert files(root)[f"schema/{name}.schema.json"].decode() == tracker("schema", name).out


def test_title_year_and_language_are_written_down(tmp_path: Path, tracker: Run) -> None:
    title = "a: 'b' # \"c\" \\ {d}"
    assert (
        tracker("-C", tmp_path, "init", "x/y", "--title", title, "--year", "2031", "--lang", "en").code == 0
    )
    shown = json.loads(tracker("status", "-f", "json", "--as-of", "2031-06-30", cwd=tmp_path / "x/y").out)
    assert shown["title"] == title
    assert "year: 2031" in files(tmp_path / "x/y")["measures.yaml"].decode()
    assert "language: en" in files(tmp_path / "x/y")["measures.yaml"].decode()


@pytest.mark.parametrize(
    "options",
    [("--title", ""), ("--title", "a\nb"), ("--title", "\x7f\udcff"), ("--year", "99999"), ("--year", "-1")],
    ids=repr,
)
def test_what_no_catalogue_can_hold(options: tuple[str, ...], tmp_path: Path, tracker: Run) -> None:
    assert tracker("init", "new", *options).code == ExitCode.USAGE
    assert list(tmp_path.iterdir()) == []


def test_the_example_is_the_districts_workspace(tmp_path: Path, tracker: Run) -> None:
    assert tracker("init", "new", "--example").code == 0
    made = files(tmp_path / "new")
    for name, content in made.items():
        if not name.startswith("."):
            assert (REPOSITORY / name).read_bytes() == content
    assert len([name for name in made if name.startswith("progress/")]) > 100
    assert tracker("check", cwd=tmp_path / "new").code == 0
    assert tracker("init", "other", "--example", "--year", "2025").code == ExitCode.USAGE


def test_an_installation_without_the_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scaffold, "_EXAMPLES", (tmp_path,))
    with pytest.raises(TrackerError) as error:
        scaffold.example("en")
    assert error.value.exit_code == ExitCode.MISSING_DEPENDENCY


@pytest.mark.parametrize("name", ["measures.yaml", "seeds/mine.md", ".gitignore", "progress/2024/x"])
def test_nothing_is_overwritten(name: str, tmp_path: Path, tracker: Run) -> None:
    root = tmp_path / "there"
    (root / name).parent.mkdir(parents=True)
    (root / name).write_text("mine", encoding="utf-8")
    for options in ((), ("--example",)):
        ran = tracker("--lang", "en", "init", "there", *options)
        assert ran.code == ExitCode.WRITE_CONFLICT
        assert f"Already there: {name.partition('/')[0]}." in ran.err
        assert files(root) == {name: b"mine"}


def test_a_folder_with_other_things_is_fine(tmp_path: Path, tracker: Run) -> None:
    (tmp_path / "README").write_text("mine", encoding="utf-8")
    assert tracker("init", ".").code == 0
    assert files(tmp_path)["README"] == b"mine"
    assert tracker("init", "README").code == ExitCode.WRITE_CONFLICT
    assert tracker("init", "README/below").code == ExitCode.WRITE_CONFLICT
    assert tracker("init").code == ExitCode.WRITE_CONFLICT  # this folder is one by now


@pytest.mark.parametrize("fails_at", [0, 3, 6])
def test_half_a_workspace_is_never_left(
    fails_at: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Path] = []

    def fail(path: Path, content: bytes) -> None:
        if len(seen) == fails_at:
            raise TrackerError("write-failed", ExitCode.WRITE_CONFLICT, file=str(path), reason="disk full")
        seen.append(path)
        create_file(path, content)

    monkeypatch.setattr(scaffold, "create_file", fail)
    with pytest.raises(TrackerError) as error:
        scaffold.create(tmp_path / "a/b", scaffold.small("t", 2026, "zh"))
    assert error.value.code == "init-failed"
    assert list(tmp_path.iterdir()) == []


POLICY = "某县2026年工作方案\n一、产业\n1.培育企业。新增规上企业12家以上。（县工信局负责）\n2.改善民生。建立协调机制。\n3.加强保障。\n"


def test_a_workspace_from_a_policy_text_in_this_folder(tmp_path: Path, tracker: Run) -> None:
    (tmp_path / "方案.txt").write_text(POLICY, encoding="utf-8")
    made = tracker("init", "--from", "方案.txt", "--title", "某县方案")
    assert made.code == 0
    assert "seeds/方案.txt" in made.out
    written = files(tmp_path)
    assert written["seeds/方案.txt"].decode() == POLICY
    assert "title: 某县方案" in written["measures.yaml"].decode()
    assert "at_least: 12" in written["measures.yaml"].decode()
    checked = tracker("check")
    assert (checked.code, checked.out, checked.err) == (0, "", "")
    assert tracker("init", "--from", "方案.txt").code == ExitCode.WRITE_CONFLICT


def test_an_example_has_no_text_of_its_own(tmp_path: Path, tracker: Run) -> None:
    (tmp_path / "方案.txt").write_text(POLICY, encoding="utf-8")
    assert tracker("init", "new", "--example", "--from", "方案.txt").code == ExitCode.USAGE
    assert not (tmp_path / "new").exists()
