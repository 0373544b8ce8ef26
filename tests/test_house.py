"""The rules of the house that no linter knows."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from manual import ENGLISH
from support import REPOSITORY
from tracker.cli.commands import COMMANDS
from tracker.words import SENTENCES

SOURCES = sorted((REPOSITORY / "src").rglob("*.py"))
CLI = [path for path in SOURCES if path.parent.name == "cli"]
TESTS = sorted((REPOSITORY / "tests").rglob("*.py"))


@pytest.mark.parametrize("path", [*SOURCES, *TESTS], ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_no_file_has_more_than_300_lines(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") <= 300


def test_every_module_starts_with_a_sentence() -> None:
    for path in SOURCES:
        assert path.read_text(encoding="utf-8").startswith(('"""', 'r"""')), path


def nodes() -> Iterator[tuple[Path, ast.AST]]:
    for path in SOURCES:
        yield from ((path, node) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def test_no_binary_floats() -> None:
    for path, node in nodes():
        assert not (isinstance(node, ast.Constant) and isinstance(node.value, float)), (path, node.lineno)
        assert not (isinstance(node, ast.Name) and node.id == "float"), (path, node.lineno)


# Where a name is imported only when it is used, and why.
LATE_IMPORTS = {
    "cli/rollup_request.py": "pyarrow, which is an extra",
    "store/district_runs.py": "Dask, which is an extra",
    "cli/help.py": "rich, which only a help page needs",
    "cli/progress_bar.py": "rich, which only a long reading needs",
    "cli/prompts.py": "readline, which Windows lacks",
    "cli/doctor.py": "resvg, which is an extra",
    "cli/form.py": "openpyxl, which is an extra",
    "cli/output.py": "rich, which only a terminal needs",
    "cli/app.py": "what draws problems, which only a run that fails needs",
    "cli/group.py": "options, which bring the whole store, and which a help page of the program needs not",
    "cli/session.py": "what writes files, which brings the whole store",
    "formats/limits.py": "resource, which Windows lacks",
    "formats/terminal.py": "what draws charts, which few views have",
    "cli/audit.py": "Jinja, which only the marked page needs",
    "formats/paper/docx_body.py": "resvg, which is an extra",
    "store/workdays.py": "chinese_calendar, which is an extra",
    "store/spreadsheets.py": "openpyxl and python-calamine, which are extras",
    "store/locking.py": "fcntl, which Windows lacks",
    "store/policy.py": "python-docx, which is an extra",
    "store/progress.py": "pydantic and YAML, which only a new file needs",
    "store/workspace.py": "pydantic and YAML, which only a changed catalogue needs",
    "problems.py": "difflib, which only an unknown name needs",
}


def test_imports_stand_at_the_top() -> None:
    late = {
        path.relative_to(REPOSITORY / "src/tracker").as_posix()
        for path, node in nodes()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and any(isinstance(inner, ast.Import | ast.ImportFrom) for inner in ast.walk(node))
    }
    assert late == set(LATE_IMPORTS)


def test_the_commands_are_imported_by_name_in_one_place() -> None:
    by_name = {path.name for path in CLI if "import_module" in path.read_text(encoding="utf-8")}
    assert by_name == {"group.py"}


def test_options_are_typed_all_the_way() -> None:
    # Typer does not export the classes of the contexts that its group and command are given.
    untyped = {path.name for path in CLI if re.search(r"\bAny\b", path.read_text(encoding="utf-8"))}
    assert untyped == {"group.py"}


def test_only_git_and_the_editor_are_run() -> None:
    for path in SOURCES:
        if path.name not in {"git.py", "editor.py"}:
            assert not re.search(
                r"\b(subprocess|os\.system|os\.popen|pickle)\b", path.read_text(encoding="utf-8")
            ), path


@pytest.mark.parametrize("key", sorted(SENTENCES))
def test_both_languages_say_the_same(key: str) -> None:
    chinese, english = SENTENCES[key]
    assert chinese
    assert english
    fields = [
        {name for _, name, _, _ in string.Formatter().parse(text) if name} for text in (chinese, english)
    ]
    same_but = {"section.number": {"numeral", "number"}}.get(key, set())
    assert fields[0] ^ fields[1] <= same_but


def test_every_command_and_page_of_the_manual_belong_together() -> None:
    pages = {page.stem for page in ENGLISH if page.parent.name == "commands"}
    assert pages == set(COMMANDS)


def test_every_page_of_the_manual_has_its_place_in_the_site() -> None:
    site = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    pages = [page.relative_to(REPOSITORY).as_posix() for page in (REPOSITORY / "docs").rglob("*.md")]
    missing = [page for page in pages if not page.endswith(".zh-CN.md") and f"{page}\n" not in site]
    assert not missing, f"name them under nav in mkdocs.yml: {missing}"


def test_the_readmes_open_with_the_two_commands() -> None:
    for name in ("README.md", "README.zh-CN.md"):
        text = (REPOSITORY / name).read_text(encoding="utf-8")
        first = text[: text.index("##")]
        assert "make status" in first
        assert "make test" in first
