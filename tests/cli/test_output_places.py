"""Where output may go: never through a link, never over what people wrote, and over the tool's own without a word."""

from pathlib import Path

import pytest

from support import Run, write_workspace

NOTES = "notes/2024-W40.md"
REPORT = "progress/2024/08/2024-08-10-ab12.yaml"
WHOLE = {
    NOTES: "本周要点\n",
    REPORT: "date: 2024-08-10\nby: 区科技局\nentries:\n- {target: firms, total: 3}\n",
    "templates/brief.zh.md": "{{ title }}\n",
    "schema/catalogue.schema.json": "{}\n",
    ".git/config": "[core]\n",
}
COMMANDS = {
    "status": ("status", "-f", "text", "-o"),
    "brief": ("brief", "-f", "text", "-o"),
    "digest": ("digest", "-o"),
    "log": ("log", "-f", "json", "-o"),
    "audit": ("audit", "-f", "csv", "-o"),
    "page": ("audit", "-f", "csv", "--html"),
    "schema": ("schema", "catalogue", "-o"),
    "form": ("form", "--owner", "区科技局", "-f", "csv", "-o"),
    "notice": ("notice", "--owner", "区科技局", "-f", "text", "-o"),
    "draft": ("draft", "seeds/policy.md", "-f", "csv", "-o"),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_workspace(tmp_path / "w", **WHOLE)


def content(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".tracker" not in path.parts
    }


PLACES = [
    "seeds/policy.md", NOTES, "notes/new.txt", "templates/brief.zh.md", "templates/new.md", ".git/config", ".git/new",
    ".tracker/x.txt", "progress/2024/x.txt", "Progress/x.txt", "sub/.GIT/x", REPORT.replace(".yaml", ".txt"),
    "link-to-policy.txt", "link-to-nothing.txt", "linked/x.txt", "linked/../.git/x", "outside/x.txt",
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_what_a_workspace_is_made_of_is_never_written_to(
    command: tuple[str, ...], root: Path, tracker: Run
) -> None:
    (root / "sub/.GIT").mkdir(parents=True)
    (root / "Progress").mkdir()
    (root / "link-to-policy.txt").symlink_to("seeds/policy.md")
    (root / "link-to-nothing.txt").symlink_to("nothing")
    (root / "linked").symlink_to("progress/2024")
    (root.parent / "elsewhere").mkdir()
    (root / "outside").symlink_to(root.parent / "elsewhere")
    before = content(root)
    never_over = command[0] in {"form", "notice", "draft"}
    for place in PLACES if command[0] in {"status", "form"} else PLACES[::5]:
        found = tracker(*command, place, *(() if never_over else ("--yes",)), cwd=root)
        assert (found.code in {2, 5}, content(root)) == (True, before), (place, found.err)
        assert found.code == 2 or place in found.err
    assert not list((root.parent / "elsewhere").iterdir())


@pytest.mark.parametrize("command", ["status", "brief", "page", "schema"])
def test_a_file_that_is_not_the_tools_is_kept_unless_somebody_says_so(
    command: str, root: Path, tracker: Run
) -> None:
    name = "会议.txt"
    (root / name).write_text("手写", encoding="utf-8")
    found = tracker(*COMMANDS[command], name, cwd=root)
    assert (found.code, "--yes" in found.err, (root / name).read_text("utf-8")) == (5, True, "手写")
    assert tracker(*COMMANDS[command], name, "--yes", cwd=root).code in {0, 1}
    again = (root / name).read_bytes()
    assert again != "手写".encode()


@pytest.mark.parametrize(
    "folder",
    [
        "progress",
        "progress/site",
        "notes",
        ".git",
        "schema",
        "templates",
        ".tracker/x",
        "linked",
        "linked/site",
    ],
)
def test_no_site_is_written_into_what_a_workspace_is_made_of(folder: str, root: Path, tracker: Run) -> None:
    (root.parent / "elsewhere").mkdir()
    (root / "linked").symlink_to(root.parent / "elsewhere")
    before = content(root)
    found = tracker("page", "--all", "--yes", "-o", folder, cwd=root)
    assert (found.code, folder in found.err, content(root)) == (5, True, before)
    assert not list((root.parent / "elsewhere").iterdir())


@pytest.mark.parametrize("name", ["index.html", "units/区科技局.html"])
def test_a_site_keeps_what_is_not_the_tools_and_is_then_not_begun(
    name: str, root: Path, tracker: Run
) -> None:
    site = ("page", "--all", "-o", "site")
    (root / "site/units").mkdir(parents=True)
    (root / "site" / name).write_text("手写", encoding="utf-8")
    before = content(root)
    found = tracker(*site, cwd=root)
    assert (found.code, "--yes" in found.err, content(root)) == (5, True, before)
    assert tracker(*site, "--yes", cwd=root).code == 0
    assert (root / "site" / name).read_bytes() != "手写".encode()
    assert tracker(*site, "--as-of", "2024-08-11", cwd=root).code == 0


@pytest.mark.parametrize("folder", ["progress/new", "notes/new", ".git/new", "linked/new"])
def test_no_workspace_is_made_in_what_another_is_made_of(folder: str, root: Path, tracker: Run) -> None:
    (root.parent / "elsewhere").mkdir()
    (root / "linked").symlink_to(root.parent / "elsewhere")
    before = content(root)
    assert (tracker("init", folder, cwd=root).code, content(root)) == (5, before)
    assert not (root / folder).exists()


def test_its_own_output_is_replaced_until_somebody_has_changed_it(root: Path, tracker: Run) -> None:
    for day in ("2024-08-10", "2024-08-11"):
        assert tracker("status", "--as-of", day, "-o", "a.csv", cwd=root).code == 0
        assert tracker("status", "--as-of", day, "-o", "../b.csv", cwd=root).code == 0
    with (root / "a.csv").open("ab") as stream:
        stream.write(b"mine\n")
    assert tracker("status", "-o", "a.csv", cwd=root).code == 5
    assert (root / "a.csv").read_bytes().endswith(b"mine\n")
    assert tracker("status", "-o", "../b.csv", cwd=root).code == 0


def test_schemas_are_written_where_they_belong(root: Path, tracker: Run) -> None:
    assert tracker("schema", "catalogue", "-o", "schema/catalogue.schema.json", cwd=root).code == 0
    assert (root / "schema/catalogue.schema.json").stat().st_size > 1000
    assert tracker("status", "-o", "schema/catalogue.schema.json", "--yes", cwd=root).code == 5


def test_devices_are_written_to_also_through_links(root: Path, tracker: Run) -> None:
    (root / "null.txt").symlink_to("/dev/null")
    for name in ("/dev/null", "null.txt"):
        assert tracker("status", "-f", "text", "-o", name, cwd=root).code == 0
    assert (root / "null.txt").is_symlink()


def test_a_note_of_what_was_written_is_made_through_no_link(root: Path, tracker: Run) -> None:
    elsewhere = root.parent / "elsewhere"
    elsewhere.mkdir()
    (root / ".tracker").symlink_to(elsewhere)
    assert tracker("status", "-o", "a.csv", cwd=root).code == 0
    (root / ".tracker").unlink()
    (root / ".tracker").mkdir()
    (root / ".tracker/written").symlink_to(elsewhere)
    assert tracker("status", "-o", "b.csv", cwd=root).code == 0
    assert not list(elsewhere.iterdir())
