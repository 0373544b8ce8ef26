"""`tracker record` without arguments, on a real terminal."""

import json
from pathlib import Path

import pytest

from support import document, target, write_workspace
from terminal import Terminal

MONEY = target(id="deals", name="技术合同成交额", unit="亿元", target={"more_than": "3.5"})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_workspace(tmp_path, json.dumps(document(target(), MONEY), ensure_ascii=False))


def files(root: Path) -> list[Path]:
    return sorted((root / "progress").rglob("*.yaml"))


def test_one_question_at_a_time(root: Path) -> None:
    terminal = Terminal(root, "record", now="2024-11-05T09:00:00+08:00")
    terminal.answer("Target", "firms")
    terminal.until("no figure yet")
    terminal.answer("Running total", "2,3")
    terminal.until("no certain number")
    terminal.answer("Running total", "23")
    terminal.answer("Target", "合同")
    terminal.answer("Running total", "21000万元")
    terminal.answer("Target", "")
    terminal.answer("Day of the figures", "10月底")
    terminal.answer("Reported by", "")
    terminal.until("新引进企业: 23家")
    terminal.answer("Write it?", "y")
    terminal.until("Written: progress/2024/10/")
    assert terminal.leave() == 0
    (path,) = files(root)
    text = path.read_text(encoding="utf-8")
    assert "by: 区科技局\n" in text
    assert "- {target: firms, total: 23}\n- {target: deals, total: 21000, unit: 万元}\n" in text


def test_a_doubt_is_asked_about_and_no_means_nothing_is_written(root: Path) -> None:
    terminal = Terminal(root, "record", now="2024-11-05T09:00:00+08:00")
    terminal.answer("Target", "1.1")
    terminal.answer("Running total", "400")
    terminal.answer("Target", "")
    terminal.answer("Day of the figures", "")
    terminal.answer("Reported by", "")
    terminal.until("tenfold")
    terminal.answer("all the same?", "n")
    terminal.answer("once more", "")
    terminal.until("Nothing was written")
    assert (terminal.leave(), files(root)) == (1, [])


def test_leaving_in_the_middle_writes_nothing(root: Path) -> None:
    terminal = Terminal(root, "record", now="2024-11-05T09:00:00+08:00")
    terminal.answer("Target", "firms")
    terminal.until("Running total")
    terminal.hang_up()
    assert (terminal.leave(), files(root)) == (130, [])


def test_a_value_that_will_not_do_is_asked_for_again_at_once(root: Path) -> None:
    terminal = Terminal(root, "record", now="2024-11-05T09:00:00+08:00")
    terminal.answer("Target", "firms")
    terminal.answer("Running total", "23万元")
    terminal.until("does not measure")
    terminal.answer("Running total", "3.5")
    terminal.until("not a whole number")
    terminal.answer("Running total", "+3")
    terminal.answer("Target", "deals")
    terminal.answer("Running total", "二")
    terminal.until("no certain number")
    terminal.answer("Running total", "2,1")
    terminal.answer("Running total", "2.1")
    terminal.answer("Target", "")
    terminal.answer("Day of the figures", "2024-12-31")
    terminal.until("is after today")
    terminal.answer("Day of the figures", "2023-12-31")
    terminal.answer("Reported by", "")
    terminal.answer("Day of the figures", "2024-10-31")
    terminal.answer("Write it?", "y")
    terminal.until("Written: progress/2024/10/")
    assert terminal.leave() == 0
    text = files(root)[0].read_text(encoding="utf-8")
    assert "- {target: firms, add: 3}\n- {target: deals, total: 2.1}\n" in text


def test_one_late_mistake_loses_nothing_else(root: Path) -> None:
    terminal = Terminal(root, "record", now="2024-11-05T09:00:00+08:00")
    for name, value in (("firms", "-9"), ("deals", "2.1")):
        terminal.answer("Target", name)
        terminal.answer("Running total", value)
        if name == "firms":
            terminal.until("is negative")
            terminal.answer("Running total", "+-9")
            terminal.answer("Running total", "400")
    terminal.answer("Target", "")
    terminal.answer("Day of the figures", "")
    terminal.answer("Reported by", "")
    terminal.until("tenfold")
    terminal.answer("all the same?", "n")
    terminal.answer("新引进企业: once more", "40")
    terminal.answer("Write it?", "y")
    terminal.until("Written: progress/2024/11/")
    assert terminal.leave() == 0
    text = files(root)[0].read_text(encoding="utf-8")
    assert "- {target: firms, total: 40}\n- {target: deals, total: 2.1}\n" in text


def test_who_leaves_may_keep_what_is_there(root: Path) -> None:
    terminal = Terminal(root, "record", now="2024-11-05T09:00:00+08:00")
    terminal.answer("Target", "firms")
    terminal.answer("Running total", "23")
    terminal.interrupt("Target")
    terminal.answer("1 target answered. Keep that and go on?", "y")
    terminal.interrupt("Day of the figures")
    terminal.answer("Keep that and go on?", "y")
    terminal.answer("Day of the figures", "")
    terminal.answer("Reported by", "")
    terminal.answer("Write it?", "y")
    terminal.until("Written: progress/2024/11/")
    assert (terminal.leave(), len(files(root))) == (0, 1)


def test_who_leaves_may_leave(root: Path) -> None:
    terminal = Terminal(root, "record", now="2024-11-05T09:00:00+08:00")
    terminal.answer("Target", "firms")
    terminal.answer("Running total", "23")
    terminal.interrupt("Target")
    terminal.answer("Keep that and go on?", "n")
    assert (terminal.leave(), files(root)) == (130, [])
