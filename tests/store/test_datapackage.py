"""Data packages: what is written is a package to others, and is read back exactly; broken ones are named."""

import json
import subprocess
import sys
import tempfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support import REPOSITORY, Run, book, catalogue, document, report, target, write_files, write_workspace
from tracker.formats.datapackage import render
from tracker.model.datapackage import Published
from tracker.report.package import published
from tracker.report.scope import ViewOptions, scope_of
from tracker.store.datapackage import read_package
from tracker.words import SENTENCES

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=9)
NUMBERS = st.decimals(0, 10**6, places=3)
DESCRIPTOR = '{"resources": [{"name": "assessment", "path": "a.csv"}]}'


def validated(folder: Path) -> dict[str, Any]:
    """What frictionless, in a process of its own, says of a package."""
    program = Path(sys.executable).with_name("frictionless")
    found = subprocess.run(
        [program, "validate", "datapackage.json", "--json"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    answer: dict[str, Any] = json.loads(found.stdout)
    return answer


@settings(max_examples=60)
@given(
    rows=st.lists(st.tuples(NAMES, NUMBERS, st.none() | st.tuples(NUMBERS, st.decimals(1, 10**6, places=2)))),
    reported=st.booleans(),
)
def test_what_is_written_is_read_as_it_was(
    *, rows: list[tuple[str, Decimal, tuple[Decimal, Decimal] | None]], reported: bool
) -> None:
    targets, lines = [], []
    for n, (name, number, counted) in enumerate(rows):
        goal = {"at_least": "200000000"}
        targets.append(target(id=f"t-{n}", name=name, kind="share", target=goal))
        said = {"total": number} if counted is None else {"part": counted[0], "whole": counted[1]}
        lines.append({"target": f"t-{n}", **said})
    made = catalogue(*targets or [target()])
    reports = [report("2024-08-10", *lines)] if lines and reported else []
    scope = scope_of(book(made, *reports), ViewOptions(as_of=date(2024, 9, 1)))
    with tempfile.TemporaryDirectory() as folder:
        for name, content in render(scope).items():
            (Path(folder) / name).write_bytes(content)
        package, problems = read_package(Path(folder))
    assert not problems
    assert package is not None
    assert package.values == tuple(published(assessment) for assessment in scope.everything)
    assert package.as_of == date(2024, 9, 1)
    for one, assessment in zip(package.values, scope.everything, strict=True):
        assert one.exact == assessment.actual


def test_a_package_of_this_repository_is_valid_and_knows_the_past(tmp_path: Path, tracker: Run) -> None:
    past = ("--as-of", "2024-10-31", "--known-on", "2024-10-31")
    found = tracker("export", *past, "-o", tmp_path / "data", cwd=REPOSITORY)
    assert found.code == 0, found.err
    answer = validated(tmp_path / "data")
    assert answer["valid"], answer
    assert [task["name"] for task in answer["tasks"]] == ["targets", "entries", "assessment"]
    package, _ = read_package(tmp_path / "data" / "datapackage.json")
    shown = json.loads(tracker("status", *past, "-f", "json", cwd=REPOSITORY).out)["targets"]
    assert package is not None
    assert [(one.id, None if one.value is None else f"{one.value:f}") for one in package.values] == [
        (record["id"], record["actual"]) for record in shown
    ]


def test_frictionless_sees_what_is_wrong(tmp_path: Path, tracker: Run) -> None:
    tracker("export", "--as-of", "2024-10-31", "-o", tmp_path, cwd=REPOSITORY)
    file = tmp_path / "assessment.csv"
    file.write_bytes(file.read_bytes().replace(b"uav-firms,", b"nobody,"))
    assert not validated(tmp_path)["valid"]


def test_names_that_begin_like_formulas_stay_text(tmp_path: Path, tracker: Run) -> None:
    firms = target(name="=1+1", unit="家")
    root = write_workspace(tmp_path / "w", json.dumps(document(firms), ensure_ascii=False))
    assert tracker("export", "-o", tmp_path / "data", cwd=root).code == 0
    assert b",'=1+1," in (tmp_path / "data/assessment.csv").read_bytes()
    package, _ = read_package(tmp_path / "data")
    assert package is not None
    assert package.values[0].name == "=1+1"


def test_output_is_guarded_as_all_output_is(tmp_path: Path, tracker: Run) -> None:
    root = write_workspace(tmp_path / "w")
    write_files(root, {"data/targets.csv": "mine\n"})
    assert tracker("export", "-o", root / "data", cwd=root).code == 5
    assert (root / "data/targets.csv").read_text() == "mine\n"
    assert not (root / "data/datapackage.json").exists()
    assert tracker("export", "-o", root / "data", "--yes", cwd=root).code == 0
    assert tracker("export", "-o", root / "data", cwd=root).code == 0
    assert tracker("export", "-o", root / "progress", cwd=root).code == 5
    assert tracker("export", "-o", root / "measures.yaml", cwd=root).code == 2


def test_a_package_needs_two_columns(tmp_path: Path) -> None:
    write_files(tmp_path, {"datapackage.json": DESCRIPTOR, "a.csv": "value,id,其他\n1.50,firms,x\n,rate,\n"})
    package, problems = read_package(tmp_path)
    assert (package and package.values, problems) == (
        (Published(id="firms", value=Decimal("1.50")), Published(id="rate", value=None)),
        [],
    )


BROKEN = {
    "package-json": ({"datapackage.json": '{"resources": [\n,]}'}, 2),
    "package-resource": ({"datapackage.json": '{"resources": [{"name": "other"}]}'}, None),
    "package-path": ({"datapackage.json": DESCRIPTOR.replace("a.csv", "../a.csv")}, None),
    "file-missing": ({"datapackage.json": DESCRIPTOR}, None),
    "package-column": ({"datapackage.json": DESCRIPTOR, "a.csv": "id,数\nfirms,1\n"}, 1),
    "package-id": ({"datapackage.json": DESCRIPTOR, "a.csv": "id,value\nfirms,1\n,2\n"}, 3),
    "package-twice": ({"datapackage.json": DESCRIPTOR, "a.csv": "id,value\nfirms,1\nfirms,2\n"}, 3),
    "package-number": ({"datapackage.json": DESCRIPTOR, "a.csv": "id,value\nfirms,1e3\n"}, 2),
    "package-day": ({"datapackage.json": DESCRIPTOR, "a.csv": "id,value,day\nfirms,1,8.10\n"}, 2),
    "package-counted": ({"datapackage.json": DESCRIPTOR, "a.csv": "id,value,part,whole\nr,1,1,0\n"}, 2),
}


@pytest.mark.parametrize("code", BROKEN)
def test_broken_packages_are_named_with_file_and_line(code: str, tmp_path: Path) -> None:
    files, line = BROKEN[code]
    write_files(tmp_path, dict(files))
    package, problems = read_package(tmp_path)
    assert package is None
    assert [(problem.code, problem.place.line) for problem in problems] == [(code, line)]
    assert problems[0].file.startswith(str(tmp_path))


def test_every_problem_of_packages_has_a_case() -> None:
    named = {key.removeprefix("problem.") for key in SENTENCES if key.startswith("problem.package-")}
    assert named == {code for code in BROKEN if code.startswith("package-")}
