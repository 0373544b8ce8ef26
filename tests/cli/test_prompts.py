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
    terminal.until("no plain number")
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
    terminal.until("Nothing was written")
    assert (terminal.leave(), files(root)) == (1, [])


def test_leaving_in_the_middle_writes_nothing(root: Path) -> None:
    terminal = Terminal(root, "record", now="2024-11-05T09:00:00+08:00")
    terminal.answer("Target", "firms")
    terminal.until("Running total")
    terminal.hang_up()
    assert (terminal.leave(), files(root)) == (130, [])
