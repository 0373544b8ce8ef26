"""Days at the ends of the calendar and names that no file can have: a sentence, never an internal error."""

import json
from pathlib import Path

import pytest

from support import Run, document, write_workspace

LONG = "名" * 300
FIGURES = {
    "progress/2024/08/2024-08-10-a.yaml": "date: 2024-08-10\nby: 区科技局\nentries:\n- {target: firms, total: 20}\n"
}


@pytest.mark.parametrize(
    "line",
    [
        "digest --since 0001-01-01",
        "digest --since 9999-12-30",
        "digest --known-on 0001-01-01",
        "brief --known-on 0001-01-01",
        "brief --from 0001-01-01 --to 9999-12-31",
        "status --as-of 0001-01-01",
        "due --as-of 9999-12-31",
        "notice --all --as-of 9999-12-31",
        "diff 0001-01-01 9999-12-31",
        "draft seeds/policy.md --year 999999999",
        "draft seeds/policy.md --year 9999",
        "init new --year 999999999",
        f"-C {LONG} status",
        f"init {LONG}",
        f"init a/{LONG}",
        f"status -o {LONG}.csv",
        f"status -o {LONG}",
        f"status -o {LONG}.xlsx",
        f"brief -o {LONG}.md",
        f"audit --html {LONG}.html",
        f"schema catalogue -o {LONG}.json",
        f"form --owner 区科技局 -o {LONG}.csv",
        f"form --all -o {LONG} -f csv",
        f"notice --owner 区科技局 -o {LONG}.txt",
        f"notice --all -o {LONG}",
        f"draft {LONG}",
        f"draft seeds/policy.md -o {LONG}.yaml",
        f"import {LONG}.csv",
    ],
)
def test_is_a_sentence(line: str, tmp_path: Path, tracker: Run) -> None:
    root = write_workspace(tmp_path, document(), **FIGURES)
    found = tracker("--lang", "en", *line.split(), cwd=root)
    assert "nternal error" not in found.err
    assert found.code in {0, 1, 2, 3, 5}
    assert (LONG in line) <= (found.code != 0 and "tracker: " in found.err)


def test_a_catalogue_written_as_json_is_not_rolled_over(tmp_path: Path, tracker: Run) -> None:
    root = write_workspace(tmp_path, json.dumps(document()), **FIGURES)
    found = tracker("--lang", "en", "rollover", "-o", "next", cwd=root)
    assert (found.code, "as JSON" in found.err, (root / "next").exists()) == (2, True, False)


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_a_template_of_nothing_is_an_empty_paper(name: str, tmp_path: Path, tracker: Run) -> None:
    root = write_workspace(tmp_path, document(), **FIGURES, **{"templates/brief.zh.md": "[^1]: x\n"})
    assert tracker("brief", "--lang", "zh", "--month", "2024-08", "-f", name, cwd=root).code == 0
