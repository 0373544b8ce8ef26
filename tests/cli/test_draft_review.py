"""`tracker draft --review`, on a real terminal."""

from pathlib import Path

import pytest

from support import Run
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


def review(root: Path) -> Terminal:
    return Terminal(root, "draft", "policy.txt", "--review", "-o", "measures.yaml", now="2025-01-05")


def test_accept_change_and_drop(root: Path) -> None:
    terminal = review(root)
    terminal.until("1/2")
    terminal.answer("a accept, c change, d drop", "x")
    terminal.answer("Type a, c, d, A, D or q.", "d")
    terminal.until("2/2")
    terminal.answer("a accept", "c")
    terminal.answer("Name", "口袋公园")
    terminal.answer("Operator", "roughly")
    terminal.answer("no such operator", "between")
    terminal.answer("Number", "12 10")
    terminal.answer("plain decimal number", "10 12")
    terminal.answer("Unit", "")
    terminal.until("2 clauses stand as milestones")
    terminal.answer("a keep all, o one by one", "o")
    terminal.answer("a accept", "a")
    terminal.answer("a accept", "c")
    terminal.answer("Name", "考核办法")
    terminal.until("Written")
    assert terminal.leave() == 0
    text = written(root)
    assert "id: m1-raised-firms" not in text
    assert "name: 口袋公园" in text
    assert "target: {between: [10, 12]}" in text
    assert "name: 考核办法" in text


def test_dropping_every_number_leaves_a_milestone(root: Path) -> None:
    terminal = review(root)
    terminal.answer("a accept", "a")
    terminal.answer("a accept", "d")
    terminal.answer("a keep all", "q")
    terminal.until("Written")
    assert terminal.leave() == 0
    text = written(root)
    assert "target: {reach: 2}" in text
    assert "target: {reach: 10}" not in text
    assert text.count("kind: milestone") == 3


def test_it_can_be_left_and_gone_on_with(root: Path) -> None:
    terminal = review(root)
    terminal.answer("a accept", "d")
    terminal.interrupt("a accept")
    assert terminal.leave() != 0
    assert not (root / "measures.yaml").exists()
    terminal = review(root)
    terminal.until("1 answered")
    terminal.until("1/1")
    terminal.answer("a accept", "a")
    terminal.answer("a keep all", "a")
    terminal.until("Written")
    assert terminal.leave() == 0
    assert "id: m1-raised-firms" not in written(root)
    assert not (root / "measures.yaml.review").exists()


def test_a_chapter_goes_at_once_and_what_was_left_is_taken(root: Path) -> None:
    (root / "policy.txt").write_text(
        "某县方案\n一、产业\n1.培育企业。培育两家龙头企业，建成三座园区。（县工信局负责）\n"
        "二、民生\n2.改善民生。新建学校3所，覆盖全县18个乡镇的群众。（县住建局负责）\n"
        "3.加强保障。新增床位50张。（县卫健委负责）\n",
        encoding="utf-8",
    )
    terminal = review(root)
    terminal.answer("D drop the chapter", "D")
    terminal.until("what there is already, 1, lines 5")
    terminal.answer("n take none, l list them", "l")
    terminal.answer("Which to take", "1")
    terminal.until("Written")
    assert terminal.leave() == 0
    text = written(root)
    assert "龙头企业" not in text.replace("# ", "").split("sections:")[1].split("民生")[1]
    assert "target: {reach: 18}" in text
    assert "id: m2-items" in text


def test_a_draft_that_nobody_touched_is_reviewed_where_it_stands(root: Path, tracker: Run) -> None:
    (root / "policy.txt").write_text(f"某区2025年方案\n{TEXT}", encoding="utf-8")
    assert tracker("draft", "policy.txt", "-o", "measures.yaml", "--lang", "en", cwd=root).code == 0
    terminal = review(root)
    terminal.answer("a accept", "d")
    terminal.answer("a accept", "q")
    terminal.until("Written")
    assert terminal.leave() == 0
    assert "id: m1-raised-firms" not in written(root)
    (root / "measures.yaml").write_text(written(root) + "# mine\n", encoding="utf-8")
    again = review(root)
    again.until("exists and is never overwritten")
    assert again.leave() == 5


def test_what_was_left_is_gone_on_with_in_its_place(root: Path) -> None:
    first = review(root)
    first.answer("1/2", "d")
    first.answer("2/2", "q")
    first.until("goes on from here")
    assert first.leave() == 0
    assert "id: m1-raised-firms" not in written(root)
    second = review(root)
    second.until("Going on with the review (1 answered)")
    second.answer("1/1", "d")
    second.answer("a keep all", "a")
    second.until("Written")
    assert second.leave() == 0
    assert not (root / "measures.yaml.review").exists()
    assert "id: m1-raised-firms" not in written(root)
