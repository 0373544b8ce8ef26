"""`tracker draft --review`, on a real terminal."""

from pathlib import Path

import pytest

from terminal import Terminal

TEXT = """1.发展产业。新增企业40家以上，培育两家龙头企业。（区工信局负责）
2.改善民生。建成十座公园。（区住建局负责）
3.加强保障。建立联席会议机制，建立考核评价办法。（区政府办公室负责）
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "policy.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def written(root: Path) -> str:
    return (root / "measures.yaml").read_text(encoding="utf-8")


def test_accept_change_and_drop(root: Path) -> None:
    terminal = Terminal(root, "draft", "policy.txt", "--review", "-o", "measures.yaml", now="2025-01-05")
    terminal.until("1/4")
    terminal.answer("a accept, c change, d drop", "x")
    terminal.answer("Type a, c, d or q.", "d")
    terminal.until("2/4")
    terminal.answer("a accept", "c")
    terminal.answer("Name", "口袋公园")
    terminal.answer("Operator", "roughly")
    terminal.answer("no such operator", "between")
    terminal.answer("Number", "12 10")
    terminal.answer("plain decimal number", "10 12")
    terminal.answer("Unit", "")
    terminal.until("3/4")
    terminal.answer("a accept", "a")
    terminal.answer("a accept", "c")
    terminal.answer("Name", "考核办法")
    terminal.until("Written")
    assert terminal.leave() == 0
    text = written(root)
    assert "id: m1-t2" not in text
    assert "name: 口袋公园" in text
    assert "target: {between: [10, 12]}" in text
    assert "name: 考核办法" in text


def test_dropping_every_number_leaves_a_milestone(root: Path) -> None:
    terminal = Terminal(root, "draft", "policy.txt", "--review", "-o", "measures.yaml", now="2025-01-05")
    terminal.answer("a accept", "a")
    terminal.answer("a accept", "d")
    terminal.answer("a accept", "q")
    terminal.until("Written")
    assert terminal.leave() == 0
    text = written(root)
    assert "target: {reach: 2}" in text
    assert "target: {reach: 10}" not in text
    assert text.count("kind: milestone") == 3
