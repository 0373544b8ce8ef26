"""tracker brief: three weeks in both languages, every format, sources, and an old briefing once more."""

import json
import re
import shutil
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml
from repositories import Tree

from support import REPOSITORY, Result
from tracker.words import LANGUAGES

GOLDEN = Path(__file__).parent.parent / "golden"
Run = Callable[..., Result]
# Nothing moved; a deadline was missed; the day before that deadline.
WEEKS = {"quiet": "2024-W43", "bad": "2024-W40", "september": "2024-W39"}
TODAY = "2024-11-05T09:20:00+08:00"
FILES = ("text", "markdown", "html", "docx")


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_NOW", TODAY)
    monkeypatch.delenv("TRACKER_UNIT", raising=False)


def copied(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("progress", "seeds"):
        shutil.copytree(REPOSITORY / name, folder / name)
    shutil.copy(REPOSITORY / "measures.yaml", folder)
    return folder


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's workspace, outside of any repository; nothing here writes to it."""
    return copied(tmp_path_factory.mktemp("district"))


def brief(tracker: Run, folder: Path, *arguments: object) -> str:
    shown = tracker("brief", *arguments, cwd=folder)
    assert (shown.code, shown.err) == (0, "")
    return shown.out


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["text", "markdown"])
@pytest.mark.parametrize("week", WEEKS)
def test_golden(
    week: str, name: str, language: str, tracker: Run, district: Path, golden: Callable[[Path, str], None]
) -> None:
    shown = brief(tracker, district, "--week", WEEKS[week], "--lang", language, "-f", name)
    golden(GOLDEN / f"brief.{week}.{language}.{name}", shown)


def test_golden_json(tracker: Run, district: Path, golden: Callable[[Path, str], None]) -> None:
    shown = brief(tracker, district, "--week", WEEKS["bad"], "-f", "json")
    found = json.loads(shown)
    few = {**found, "targets": found["targets"][:3]}
    golden(GOLDEN / "brief.bad.zh.json", json.dumps(few, ensure_ascii=False, indent=2) + "\n")
    status = json.loads(tracker("status", "--as-of", "2024-10-06", "-f", "json", cwd=district).out)
    assert found["counts"] == status["counts"]
    assert {known["signal"]: len(known["targets"]) for known in found["classes"]} == status["counts"]
    assert sum(float(known["share"]) for known in found["classes"]) == pytest.approx(100)
    for mine, theirs in zip(found["targets"], status["targets"], strict=True):
        assert {key: mine[key] for key in theirs} == theirs


class Page(HTMLParser):
    """The words of a page, and its tags that were never closed."""

    EMPTY = frozenset(("meta", "br", "hr", "img", "link", "input", "col"))

    def __init__(self, page: str) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.text = "".join("".join(self.pieces).split())

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        """Opened and closed at once."""

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the base class passes it
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)


def words_of(document: Any) -> str:
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "".join("".join([*(paragraph.text for paragraph in document.paragraphs), *cells]).split())


def sentences(text: str) -> set[str]:
    """What the text says, in pieces between blanks, without the numbers of items."""
    return {
        piece
        for line in text.splitlines()
        for piece in re.sub(r"^\d+\. ", "", line).split()
        if piece.strip("-|")
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("week", WEEKS)
def test_page_and_word_file_say_what_the_text_says(
    week: str, language: str, tracker: Run, district: Path, tmp_path: Path
) -> None:
    asked = ("--week", WEEKS[week], "--lang", language)
    said = sentences(brief(tracker, district, *asked))
    page = Page(brief(tracker, district, *asked, "-f", "html"))
    assert page.open == []
    assert {piece for piece in said if piece not in page.text} == set()
    file = tmp_path / "a.docx"
    assert brief(tracker, district, *asked, "-o", file) == ""
    shown = words_of(docx.Document(str(file)))
    assert {piece for piece in said if piece not in shown} == set()


@pytest.mark.parametrize(
    ("arguments", "head"),
    [
        (("--dekad", "9月下旬"), ("进展旬报", "第27期", "（2024年9月21日至30日）")),
        (("--month", "2024-10"), ("进展月报", "第10期", "（2024年10月1日至31日）")),
        (
            ("--from", "2024-09-24", "--to", "2024-10-07"),
            ("进展专报", "第41期", "（2024年9月24日至10月7日）"),
        ),
        ((), ("进展旬报", "第30期", "（2024年10月21日至31日）")),
        (("--number", "7", "--unit", "区政府督查室"), ("第7期", "区政府督查室", "2024年11月5日")),
    ],
)
def test_the_head_tells_which_period(
    arguments: tuple[str, ...], head: tuple[str, ...], tracker: Run, district: Path
) -> None:
    shown = brief(tracker, district, *arguments)
    assert [piece for piece in head if piece not in shown[:500]] == []


def test_the_unit_may_come_from_the_environment(
    tracker: Run, district: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = brief(tracker, district, "--unit", "区政府办公室")
    monkeypatch.setenv("TRACKER_UNIT", "区政府办公室")
    assert brief(tracker, district) == asked


NOTE = re.compile(r"^\[\^(?P<number>\d+)\]: (?P<text>.+)$", re.MULTILINE)
ENTRY = re.compile(r"^(?P<target>[a-z0-9-]+)：(?P<value>\S+)，截至 (?P<day>\S+)，.+报，(?P<file>progress/\S+?)#(?P<n>\d+)，(?P<commit>.+)$")  # fmt: skip


@pytest.fixture
def repository(tmp_path: Path) -> Tree:
    """The workspace under git, a commit for each month of reports."""
    made = Tree(copied(tmp_path / "w"))
    for month in sorted(path.name for path in (made.root / "progress/2024").iterdir()):
        made.git("add", f"progress/2024/{month}")
        made.git("commit", "--quiet", "-m", month)
    made.save()
    return made


def commits_of(made: Tree) -> dict[str, str]:
    """The commit that added each file, by git's own word."""
    found: dict[str, str] = {}
    commit = ""
    for line in made.git("log", "--diff-filter=A", "--name-only", "--format=commit %H").splitlines():
        if line.startswith("commit "):
            commit = line.removeprefix("commit ")
        elif line:
            found[line] = commit
    return found


def test_every_footnote_leads_to_target_entry_and_commit(tracker: Run, repository: Tree) -> None:
    asked = ("--week", WEEKS["bad"], "-f", "markdown")
    traced = brief(tracker, repository.root, *asked, "--trace")
    notes = {m["number"]: m["text"].replace("\\", "") for m in NOTE.finditer(traced)}
    body = traced[: traced.index("[^1]: ")]
    used = re.findall(r"\[\^(\d+)\]", body)
    assert set(used) == set(notes)
    assert list(dict.fromkeys(used)) == list(notes)
    commits = commits_of(repository)
    seen: set[str] = set()
    for text in notes.values():
        if text.startswith("计入："):
            continue
        said = ENTRY.match(text)
        assert said, text
        read = yaml.safe_load((repository.root / said["file"]).read_text(encoding="utf-8"))
        assert read["entries"][int(said["n"]) - 1]["target"] == said["target"]
        assert str(read["date"]) == said["day"]
        assert said["commit"] == f"提交 {commits[said['file']][:10]}"
        seen.add(said["target"])
    assert len(seen) > 70
    plain = brief(tracker, repository.root, *asked)
    assert re.sub(r"\[\^\d+\]", "", body).rstrip() == plain.rstrip()


def test_what_a_count_counted_is_in_its_footnote(tracker: Run, district: Path) -> None:
    asked = ("--week", WEEKS["bad"])
    traced = brief(tracker, district, *asked, "--trace", "-f", "markdown")
    notes = {m["number"]: m["text"] for m in NOTE.finditer(traced)}
    classes = json.loads(brief(tracker, district, *asked, "-f", "json"))["classes"]
    said = re.findall(r"(\d+)\[\^(\d+)\]项，占(\d+\.\d)\[\^(\d+)\]%", traced)
    assert [(int(count), share) for count, _, share, _ in said] == [
        (known["count"], known["share"]) for known in classes if known["count"]
    ]
    shown = [known["targets"] for known in classes if known["count"]]
    for (_, number, _, same), targets in zip(said, shown, strict=True):
        assert number == same
        assert notes[number] == f"计入：{'、'.join(targets)}"


def test_without_a_repository_the_footnote_says_that_nothing_is_committed(
    tracker: Run, district: Path
) -> None:
    traced = brief(tracker, district, "--week", WEEKS["bad"], "--trace")
    assert "None" not in traced
    assert "，尚未提交" in traced


def test_json_has_entry_file_and_commit_of_every_figure(tracker: Run, repository: Tree) -> None:
    found = json.loads(brief(tracker, repository.root, "--week", WEEKS["bad"], "-f", "json"))
    commits = commits_of(repository)
    figures = [record for record in found["targets"] if record["actual"] is not None]
    assert len(figures) == 85
    for record in figures:
        assert (repository.root / record["file"]).is_file()
        assert record["entry"].startswith(Path(record["file"]).stem + "#")
        assert record["commit"] == commits[record["file"]]


LATER = {
    "2024-10-10-later1": "date: 2024-10-10\nby: 区科技局\nrecorded: 2024-10-12T09:00:00+08:00\nentries:\n- {target: uav-firms, total: 39}\n- {target: tech-contracts, total: 3.1}\n",
    "2024-09-30-later2": "date: 2024-09-30\nby: 区科技局\nrecorded: 2024-10-12T09:00:00+08:00\nentries:\n- {target: uav-firms, total: 28, note: 更正}\n",
}  # fmt: skip


def test_an_old_briefing_comes_out_as_it_was(
    tracker: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Written on 9 October; later come reports, a correction and a void."""
    root = copied(tmp_path / "w")
    later = [
        file
        for file in sorted(root.glob("progress/*/*/*.yaml"))
        if (said := yaml.safe_load(file.read_text(encoding="utf-8")))
        and str(said.get("recorded") or said["date"])[:10] > "2024-10-09"
    ]
    assert len(later) > 20
    for file in later:
        file.rename(tmp_path / file.name)
    (root / "notes").mkdir()
    (root / "notes/2024-W40.md").write_text("本期调度了逾期指标。", encoding="utf-8")
    periods = {"default": (), "week": ("--week", "2024-W40"), "month": ("--month", "2024-10")}

    def everything(folder: str, *more: str) -> dict[str, bytes]:
        for key, period in periods.items():
            for name in FILES:
                output = tmp_path / folder / f"{key}.{name}"
                output.parent.mkdir(exist_ok=True)
                brief(tracker, root, *period, "--unit", "区政府办公室", *more, "-f", name, "-o", output)
        return {path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()}

    monkeypatch.setenv("TRACKER_NOW", "2024-10-09T16:00:00+08:00")
    once = everything("once")
    monkeypatch.setenv("TRACKER_NOW", TODAY)
    for file in later:
        (tmp_path / file.name).rename(file)
    for stem, text in LATER.items():
        (root / f"progress/2024/{stem[5:7]}/{stem}.yaml").write_text(text, encoding="utf-8")
    withdrawn = min(root.glob("progress/2024/09/2024-09-30-*.yaml")).stem
    who = ("--by", "区政府办公室", "--reason", "录入有误")
    assert tracker("void", f"{withdrawn}#1", *who, cwd=root).code == 0
    assert everything("now") != once
    again = everything("again", "--known-on", "2024-10-09")
    assert sorted(again) == sorted(once)
    assert [name for name, content in once.items() if again[name] != content] == []


def test_the_clock_of_the_machine_is_in_no_format(
    tracker: Run, district: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def at(moment: str) -> list[bytes]:
        monkeypatch.setenv("TRACKER_NOW", moment)
        files = [tmp_path / f"{moment[:10]}.{name}" for name in FILES]
        for name, file in zip(FILES, files, strict=True):
            brief(tracker, district, "--week", WEEKS["bad"], "-f", name, "-o", file)
        return [file.read_bytes() for file in files]

    assert at(TODAY) == at("2024-12-24T09:20:00+08:00")
