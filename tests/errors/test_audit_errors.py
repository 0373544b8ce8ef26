"""Each way in which catalogue and text can differ: what is said of it in both languages."""

import json
from pathlib import Path

import pytest

from support import Golden, Run
from tracker.store.examples import examples_of, explained, sound

HERE = Path(__file__).parent
CODES = [code for code, group in explained().items() if group == "audit"]


def test_the_sound_catalogue_agrees(tmp_path: Path, tracker: Run) -> None:
    found = tracker("audit", cwd=sound("audit").lay_out(tmp_path))
    assert (found.code, found.err) == (0, "")


@pytest.mark.parametrize("code", CODES)
def test_what_is_said(code: str, tmp_path: Path, tracker: Run, golden: Golden) -> None:
    (example,) = examples_of(code, "audit")
    root = example.lay_out(tmp_path)
    assert tracker("check", cwd=root).code == 0, "the catalogue by itself is sound"
    shown = json.loads(tracker("audit", "-f", "json", cwd=root).out)
    assert [finding["code"] for finding in shown["findings"]] == [code]
    for language in ("zh", "en"):
        found = tracker("--lang", language, "audit", cwd=root)
        assert found.code == 1
        golden(HERE / "expected" / f"{code}.{language}.txt", found.err)
