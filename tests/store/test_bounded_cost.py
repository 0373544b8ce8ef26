"""What is accepted costs in proportion to its size: twice as much takes about twice as many steps, not four times."""

import io
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import FrameType
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement

from support import Run, admitted, catalogue, document, report, target, write_workspace
from tracker.store.docx_text import text_of


def steps(work: Callable[[], object]) -> int:
    """How many functions of Python's are called meanwhile: a measure of time that no other process disturbs."""
    count = 0

    def counting(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counting)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def proportional(make: Callable[[int], Callable[[], object]], size: int) -> None:
    make(10)()  # what is loaded once
    small, large = steps(make(size)), steps(make(2 * size))
    assert large < 2.3 * small


def test_rows_of_a_csv_that_the_log_refuses(tmp_path: Path, tracker: Run) -> None:
    root = write_workspace(tmp_path, document(*[target(id=f"t{n}", name=f"指标{n}") for n in range(20)]))

    def make(size: int) -> Callable[[], object]:
        rows = (
            f"t{n % 20},{n}x,2024-{1 + n // 560:02d}-{1 + n // 20 % 28:02d},区科技局\n" for n in range(size)
        )
        (root / "a.csv").write_text("指标id,本次累计数,数据日期,报送单位\n" + "".join(rows), encoding="utf-8")
        return lambda: tracker("import", "a.csv", cwd=root)

    proportional(make, 80)


def test_totals_of_one_day_by_many_units() -> None:
    def make(size: int) -> Callable[[], object]:
        reports = [
            report("2024-08-10", {"target": "firms", "total": n}, stem=f"2024-08-10-{n}", by=f"单位{n}")
            for n in range(size)
        ]
        written = catalogue()
        return lambda: admitted(written, *reports).log(written).points("firms", date(2024, 8, 10))

    proportional(make, 200)


@pytest.mark.parametrize("style", [None, "Heading1"])
def test_paragraphs_of_a_word_file(style: str | None) -> None:
    def make(size: int) -> Callable[[], object]:
        written = docx.Document()
        for _ in range(size):
            paragraph = OxmlElement("w:p")
            written.element.body.insert(0, paragraph)
            paragraph.style = style
        content = io.BytesIO()
        written.save(content)
        return lambda: text_of(content.getvalue())

    proportional(make, 200)
    assert steps(make(200)) < 30_000
