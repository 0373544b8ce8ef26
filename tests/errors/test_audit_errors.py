"""Each way in which catalogue and text can differ: what is said of it in both languages."""

import json
from pathlib import Path

import pytest
from cases_audit import AGREES, AUDIT_CASES, TEXT

from support import Golden, Run, write_files
from tracker.words import SENTENCES

HERE = Path(__file__).parent


def lay_out(root: Path, catalogue: str, text: str) -> Path:
    write_files(root, {"measures.yaml": catalogue, "seeds/policy.md": text})
    return root


def test_the_sound_catalogue_agrees(tmp_path: Path, tracker: Run) -> None:
    found = tracker("audit", cwd=lay_out(tmp_path, AGREES, TEXT))
    assert (found.code, found.err) == (0, "")


@pytest.mark.parametrize("name", AUDIT_CASES)
def test_what_is_said(name: str, tmp_path: Path, tracker: Run, golden: Golden) -> None:
    root = lay_out(tmp_path, *AUDIT_CASES[name])
    assert tracker("check", cwd=root).code == 0, "the catalogue by itself is sound"
    shown = json.loads(tracker("audit", "-f", "json", cwd=root).out)
    assert [finding["code"] for finding in shown["findings"]] == [name]
    for language in ("zh", "en"):
        found = tracker("--lang", language, "audit", cwd=root)
        assert found.code == 1
        golden(HERE / "expected" / f"{name}.{language}.txt", found.err)


def test_every_problem_of_the_audit_has_a_case() -> None:
    named = {key.removeprefix("problem.") for key in SENTENCES if key.startswith("problem.audit-")}
    assert named == set(AUDIT_CASES)
