"""The fast scan finds what the reader finds, and takes anything at all without complaint."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from support import REPOSITORY, document, target
from tracker.model.catalogue import Catalogue
from tracker.model.validation import read_catalogue
from tracker.problems import TrackerError
from tracker.store import outline
from tracker.store.scaffold import small
from tracker.store.workspace import find
from tracker.store.yaml import read

OWN = (REPOSITORY / "measures.yaml").read_text(encoding="utf-8")
SMALL = small('标题: "引号"', 2024, "zh")["measures.yaml"].decode()
DUMPED = document(
    target(id="a-one", name="冒号: 和 #井号", owners=["单独局"]),
    target(id="b-two", name="'单' \"双\" \\ 反斜杠"),
    target(
        id="c-three",
        name="逗号, [方] {花}",
        kind="milestone",
        target={"done_by": "2024-12-31"},
        stages={"开工": "40"},
    ),
)


def read_whole(text: str) -> Catalogue:
    catalogue, problems = read_catalogue(read(text), "measures.yaml")
    assert catalogue, problems
    return catalogue


def assert_same(text: str) -> None:
    found, known = outline.scan(text), read_whole(text)
    assert [(s.texts["number"], s.texts["title"]) for s in found.sections] == [
        (str(s.number), s.title) for s in known.sections
    ]
    assert [(m.texts["number"], m.texts["title"]) for m in found.measures] == [
        (str(m.number), m.title) for m in known.measures
    ]
    assert [(t.texts["id"], t.texts["name"], tuple(t.units)) for t in found.targets] == [
        (t.id, t.name, t.owners) for t in known.targets
    ]
    assert found.language in {None, known.language}


@pytest.mark.parametrize(
    "text",
    [
        OWN,
        SMALL,
        yaml.safe_dump(DUMPED, allow_unicode=True, sort_keys=False),
        yaml.safe_dump(DUMPED, allow_unicode=False, sort_keys=False),
        yaml.safe_dump(DUMPED, allow_unicode=True, default_style='"', width=1000),
        yaml.safe_dump(DUMPED, allow_unicode=True, default_style="'", width=1000, indent=4),
        "\ufeff" + OWN.replace("\n", "\r\n"),
    ],
    ids=["own", "small", "dumped", "escaped", "double", "single", "windows"],
)
def test_the_scan_finds_what_the_reader_finds(text: str) -> None:
    assert_same(text)


def test_lists_and_items_in_brackets() -> None:
    found = outline.scan(
        "sections:\n- number: 1\n  measures:\n  - number: 2\n    owners: [甲局, '乙, 局',\n      丙局]\n    targets:\n"
        '    - {id: a-b, name: "逗, 号", target: {at_least: 3}, owners: [丁局], stages: {开工: 40, 建成: 100}}\n'
        "    - id: c-d\n      stages:\n        起草: 30\n        印发: 100\n"
    )
    first, second = found.targets
    assert (first.texts["id"], first.texts["name"], first.units) == ("a-b", "逗, 号", ["丁局"])
    assert second.units == ["甲局", "乙, 局", "丙局"]
    assert second.lists["stages"] == ["起草", "印发"]


@pytest.mark.parametrize(
    "views",
    [
        "views:\n  周报: {owner: 甲局}\n  monthly:\n    signal: behind\n    sort: gap\n",
        "views: {周报: {owner: 甲局}, monthly: {signal: behind}}\n",
        "views:\n- name: 周报\n  owner: 甲局\n- owner: 乙局\n  name: monthly\n",
        "views:\n- {owner: 甲局, name: 周报}\n- name: monthly\n",
    ],
)
def test_saved_views_by_name(views: str) -> None:
    assert outline.scan(views).views == ["周报", "monthly"]


def test_a_catalogue_in_the_middle_of_being_edited_keeps_its_other_names() -> None:
    broken = OWN.replace("name: 新引进无人机企业", 'name: "新引进').replace(
        "year: 2024", "year: [\n<<<<<<< HEAD"
    )
    ids = [node.texts["id"] for node in outline.scan(broken).targets]
    assert ids == [known.id for known in read_whole(OWN).targets]


@given(st.integers(0, len(OWN)), st.text(max_size=20))
def test_any_beginning_of_a_catalogue_can_be_scanned(at: int, more: str) -> None:
    whole = [node.texts.get("id") for node in outline.scan(OWN).targets]
    cut = [node.texts.get("id") for node in outline.scan(OWN[:at]).targets]
    assert cut[:-1] == whole[: max(len(cut) - 1, 0)]
    outline.scan(OWN[:at] + more + OWN[at:])


@given(st.text(alphabet="sections:\n- {}[],'\"\\|>#&*number id measures targets views 局"))
def test_anything_can_be_scanned(text: str) -> None:
    assert isinstance(outline.scan(text).targets, list)


def test_long_lines_are_passed_over() -> None:
    found = outline.scan("a" + " " * 4_000_000 + "\n" + OWN)
    assert len(found.targets) == len(list(read_whole(OWN).targets))


@pytest.mark.parametrize("where", [".", "progress/2024", "nowhere", "seeds/2024-h2-measures.md"])
def test_the_workspace_is_the_one_the_program_finds(where: str) -> None:
    folder = REPOSITORY / where
    try:
        known: Path | None = find(folder)
    except TrackerError:
        known = None
    assert outline.root_of(str(folder)) == known or folder.is_file()


def test_recent_reports_newest_first() -> None:
    stems = outline.recent_stems(REPOSITORY, "2024-09", 1000)
    on_disk = [path.stem for path in (REPOSITORY / "progress").rglob("2024-09*.yaml")]
    assert stems == sorted(on_disk, reverse=True)
    assert outline.recent_stems(REPOSITORY, "", 3)[0] == max(
        path.stem for path in (REPOSITORY / "progress").rglob("*.yaml")
    )


def test_the_head_and_the_entries_of_a_report(tmp_path: Path) -> None:
    folder = tmp_path / "progress/2024/08"
    folder.mkdir(parents=True)
    text = "date: 2024-08-10\nby: 区科技局\nsource: '旬报'\nentries:\n- {target: a, total: 1}\n- target: b\n  add: 2\n"
    (folder / "2024-08-10-abc.yaml").write_text(text, encoding="utf-8")
    assert outline.report_head(tmp_path, "2024-08-10-abc") == "区科技局 旬报"
    assert outline.report_entries(tmp_path, "2024-08-10-abc") == ["{target: a, total: 1}", "target: b"]
    assert outline.report_entries(tmp_path, "../../../etc/passwd") == []
