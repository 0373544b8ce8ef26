"""Command lines, catalogues, Word files and templates as chance makes them: a sentence, never an internal error.

A few of each in every run; thousands with TRACKER_STRESS=1.
"""

import io
import json
import random
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import docx
import pytest
from test_many_spreadsheets import flip, mutate_parts, too_long
from test_mutations import damaged

from support import Result, Run, Tally, document, target, times, write_files, write_workspace
from tracker.cli.commands import COMMANDS
from tracker.cli.group import load
from tracker.formats import limits

LINES, CATALOGUES = times(40, 6000), times(20, 3000)
WORDS, TEMPLATES = times(6, 600), times(8, 400)
SECONDS = 30  # of the clock for one run: a crowded machine fails no test
CODES = {0, 1, 2, 3, 4, 5, 6, 7, 10}
TARGETS = [target(id=f"t-{n}", name=f"指标{n}") for n in range(3)]
REPORT = "date: 2024-08-10\nby: 区科技局\nentries:\n- {target: t-0, total: 3}\n- {target: t-1, add: 1}\n"
ODD = [
    "", " ", "-", "--", "0", "-1", "3", "1e400", "٣", "９", "x" * 300, "t-0", "t-0=3", "t-0+=1", "t-0=", "=", "指标", "1.1",
    "0001-01-01", "9999-12-31", "2024-02-30", "2024-08-10", "2024-W53", "2024Q5", "8月上旬", "上上上周", "today", "[31m", "\u202e",
    "{x}", "%s", "{{ 1 }}", "*", ".*", "区科技局", "区", "none", "measures.yaml", "seeds/policy.md", "progress", ".git", "..", "/proc/none", "a.csv",
    "a.docx", "a.json", "csv", "json", "html", "markdown", "xlsx", "docx", "text", "red", "far_behind,done", "HEAD", "^HEAD", "HEAD..", "@{1}",
    "2024-08-10-a", "2024-08-10-a#1", "2024-08-10-a#99", "null\\0", "💥", "zh", "en", "yinchuan", "due", "999999999", "1/3",
]  # fmt: skip
PIECES = [
    "{{ title }}", "{{ total }}", "{{ 1 / 0 }}", "{{ 'x' * 10**9 * 9 }}", "{% for i in lagging %}{{ i.name }}{% endfor %}", "{{ nothing }}",
    "{% extends 'tracker/brief.zh.md' %}", "{% block terms %}", "{% endblock %}", "{% if %}", "{{ ''.__class__ }}", "{{ range(10**6)|list }}",
    "{{ as_of|date }}", "{{ as_of|listed }}", "{{ 3|day }}", "{% include 'x' %}", "{% include '../measures.yaml' %}", "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
    "| a |\n|---|\n| b |", "::: right\n", ":::", "![x](chart:bullets)", "[^1]", "[^1]: x", "# ", "---\n", "> " * 50, "[" * 500, "\n\n", "{#", "{{", "}}", "`" * 9,
]  # fmt: skip


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRACKER_NOW", "2024-08-13T09:00:00+08:00")
    monkeypatch.setenv("VISUAL", "true")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    root = tmp_path / "w"
    root.mkdir()
    catalogue = json.dumps(document(*TARGETS), ensure_ascii=False, indent=1)
    return write_workspace(root, catalogue, **{"progress/2024/08/2024-08-10-a.yaml": REPORT})


@contextmanager
def in_time() -> Iterator[None]:
    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)


def answered(found: Result, made: object) -> None:
    assert found.code in CODES, (made, found.err)
    assert not any(said in found.err for said in ("nternal error", "内部错误", "Traceback")), (
        made,
        found.err,
    )
    assert found.code in {0, 10} or found.err, made


def a_line(chance: random.Random, options: dict[str, list[tuple[str, bool]]]) -> list[str]:
    """A command with some of its options and arguments, each with a value that may fit or not."""
    command = chance.choice(list(options))
    line = [command]
    for _ in range(chance.randrange(5)):
        if options[command] and chance.random() < 0.7:
            name, flag = chance.choice(options[command])
            line += [name] if flag else [name, chance.choice(ODD)]
        else:
            line.append(chance.choice(ODD))
    return line


def test_command_lines(root: Path, tracker: Run, tally: Tally) -> None:
    chance = random.Random(5)  # noqa: S311 - to be repeated
    options = {
        name: [
            (max(p.opts, key=len), bool(getattr(p, "is_flag", False)))
            for p in load(name).params
            if p.opts[0][0] == "-"
        ]
        for name in COMMANDS
    }
    before = {path: path.read_bytes() for path in (root / "measures.yaml", root / "seeds/policy.md")}
    for _ in range(LINES):
        line = a_line(chance, options)
        with in_time():
            answered(tracker(*line, cwd=root), line)
        assert {path: path.read_bytes() for path in before} == before, line
    tally("command lines", LINES)


def test_catalogues(root: Path, tracker: Run, tally: Tally) -> None:
    chance = random.Random(6)  # noqa: S311 - to be repeated
    sound = (root / "measures.yaml").read_text(encoding="utf-8")
    codes = set()
    for _ in range(CATALOGUES):
        raw = damaged(chance, sound)
        (root / "measures.yaml").write_bytes(raw)
        with in_time():
            found = tracker(chance.choice(["check", "status", "audit", "due"]), cwd=root)
        answered(found, raw)
        codes.add(found.code)
    assert 4 in codes
    tally("damaged catalogues", CATALOGUES)


def word_file(path: Path, chance: random.Random) -> None:
    written = docx.Document()
    for n in range(chance.randrange(1, 12)):
        written.add_paragraph(
            chance.choice(
                ["一、创新", "（一）引进企业。全年新引进企业40家以上。", "责任单位：区科技局", *ODD[:12]]
            ),
            style=chance.choice([None, "Heading 1"]),
        )
        if chance.random() < 0.2:
            table = written.add_table(chance.randrange(1, 4), chance.randrange(1, 5))
            table.cell(0, 0).text = f"{n}"
    written.save(str(path))
    if chance.random() < 0.8:
        mutate_parts(path, chance)
    if chance.random() < 0.2:
        path.write_bytes(flip(path.read_bytes(), chance))


def test_word_files(root: Path, tracker: Run, tally: Tally) -> None:
    chance = random.Random(7)  # noqa: S311 - to be repeated
    for n in range(WORDS):
        word_file(root / "a.docx", chance)
        with in_time():
            answered(tracker("draft", "a.docx", cwd=root), n)
    tally("Word files, sound and damaged", WORDS)


def test_templates(root: Path, tracker: Run, tally: Tally, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 2)
    chance = random.Random(8)  # noqa: S311 - to be repeated
    make: Callable[[], str] = lambda: "".join(chance.choices(PIECES, k=chance.randint(1, 6)))  # noqa: E731
    for _ in range(TEMPLATES):
        template = make()
        write_files(root, {"templates/brief.zh.md": template, "notes/2024-08-D1.md": make()})
        with in_time():
            answered(
                tracker("brief", "--lang", "zh", "-f", chance.choice(["text", "html", "markdown"]), cwd=root),
                template,
            )
    tally("templates and notes", TEMPLATES)
