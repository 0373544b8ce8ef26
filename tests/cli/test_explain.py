"""tracker explain: everything that is shown to people is explained, with examples that are true."""

import json
from pathlib import Path

import pytest

from support import REPOSITORY, Golden, Run
from terminal import Terminal
from tracker.assess.signal import Flag, Signal
from tracker.cli.explaining import entries, problem_codes, with_example
from tracker.model.amendments import PathRule
from tracker.model.kinds import KINDS
from tracker.report.explain import Entry
from tracker.store.examples import PROBLEM_GROUPS, examples_of, explained
from tracker.words import LANGUAGES, SENTENCES, Words

CHINESE = Words("zh")
ENTRIES = [entry for group in entries(CHINESE).values() for entry in group]
JUDGED = [entry for entry in ENTRIES if entry.group in {"signals", "flags"}]
DOCS = REPOSITORY / "docs"
PAGES = {
    group: f"problems/{group}" if group in PROBLEM_GROUPS else f"words/{group}" for group in entries(CHINESE)
}


def explained_in(group: str) -> set[str]:
    return {entry.code for entry in ENTRIES if entry.group == group}


def test_every_signal_flag_kind_path_and_column_is_explained() -> None:
    assert explained_in("signals") == set(Signal), "write store/explained/signals/<signal>.yaml"
    assert explained_in("flags") == set(Flag), "write store/explained/flags/<flag>.yaml"
    assert explained_in("terms") >= {*KINDS, *PathRule, "points"}, "write means.kind.… in words/explaining.py"
    columns = {key.removeprefix("column.") for key in SENTENCES if key.startswith("column.")}
    unexplained = sorted(columns - explained_in("columns"))
    assert not unexplained, f"write means.column.… in words/columns_more.py for {unexplained}"
    meaningless = sorted(
        f"{e.group} {e.code}" for e in ENTRIES if e.meaning and e.meaning.key not in SENTENCES
    )
    assert not meaningless, f"write means.… in words/explaining.py for {meaningless}"


def test_every_problem_says_why_there_is_such_a_rule() -> None:
    without = sorted(code for code in problem_codes() if f"origin.{code}" not in SENTENCES)
    assert not without, f"write why there is such a rule in words/origins.py: {without}"
    assert {key.removeprefix("origin.") for key in SENTENCES if key.startswith("origin.")} <= problem_codes()


@pytest.mark.parametrize("entry", JUDGED, ids=lambda entry: entry.code)
def test_the_example_of_a_signal_or_flag_shows_it(entry: Entry) -> None:
    judged = with_example(entry, CHINESE).judged
    assert judged is not None
    assert entry.code == judged.signal or entry.code in judged.flags


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_told_is_told_in_full(language: str) -> None:
    words = Words(language)
    for code, group in explained().items():
        if examples_of(code, group)[0].told:
            entry = next(one for one in ENTRIES if (one.code, one.group) == (code, group))
            said = with_example(entry, words)
            assert said.message
            assert said.remedy
            assert said.at


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("group", PAGES)
def test_the_pages_are_what_the_command_says(
    group: str, language: str, tmp_path: Path, tracker: Run, golden: Golden
) -> None:
    found = tracker("--lang", language, "explain", group, "-f", "markdown", cwd=tmp_path)
    assert (found.code, found.err) == (0, "")
    suffix = ".zh-CN.md" if language == "zh" else ".md"
    golden(DOCS / f"{PAGES[group]}{suffix}", found.out)


def test_one_of_them(tracker: Run) -> None:
    found = tracker("explain", "key-twice")
    assert found.code == 0
    assert "键 total 重复" in found.out
    assert "6 |   total: 24" in found.out
    assert "只保留一个" in found.out
    english = tracker("--lang", "en", "explain", "key-twice", "超欠").out
    assert "Keep one" in english
    assert "Completion minus expected completion" in english


def test_a_word_in_either_language_and_what_means_several_things(tracker: Run) -> None:
    for name in ("完成率", "compl.", "completion"):
        assert "不封顶" in tracker("explain", name).out
    both = tracker("explain", "behind").out
    assert "几项指标的信号是" in both
    assert "黄" in both


def test_an_unknown_name_gives_the_nearest(tracker: Run) -> None:
    found = tracker("explain", "qoute-missing")
    assert found.code == 2
    assert "quote-missing" in found.err


def test_all_are_listed_by_group(tracker: Run) -> None:
    found = tracker("explain").out
    lines = found.splitlines()
    assert all(any(entry.code in line for line in lines) for entry in ENTRIES)
    assert "{" not in found
    shown = json.loads(tracker("explain", "-f", "json").out)
    assert [one["code"] for one in shown["explained"]] == [entry.code for entry in ENTRIES]


def test_machines_get_the_example_as_well(tracker: Run) -> None:
    (shown,) = json.loads(tracker("explain", "number-bad", "-f", "json").out)["explained"]
    assert (shown["group"], shown["line"]) == ("files", 4)
    assert "1,500" in shown["text"]
    assert shown["message"].startswith("“1,500”")


def test_a_terminal_says_how_to_ask_of_a_problem(tmp_path: Path) -> None:
    for code, group in (("key-twice", "files"), ("unit-wrong", "progress")):
        root = examples_of(code, group)[0].lay_out(tmp_path / code)
        terminal = Terminal(root, "check", now="2024-12-31")
        terminal.until(f"tracker explain {code}")
        assert terminal.process.wait(30) == 1


def test_completion_offers_codes_and_words(tracker: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_TRACKER_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "tracker\nexplain\nquote-")
    monkeypatch.setenv("COMP_CWORD", "2")
    assert tracker().out.split() == ["quote-absent", "quote-missing"]
