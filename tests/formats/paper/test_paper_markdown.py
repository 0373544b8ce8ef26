"""Papers as Markdown: what every reader of Markdown knows, and nothing else."""

import pytest

from papers import HOSTILE, briefing
from support import GOLDEN, Golden
from tracker.formats.markdown import escaped
from tracker.formats.paper import Paper, render
from tracker.words import LANGUAGES, Words


def markdown(text: str) -> str:
    return render("markdown", Paper("题", text), Words("zh")).decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_golden(language: str, golden: Golden) -> None:
    words = Words(language)
    found = render("markdown", briefing(words), words).decode()
    golden(GOLDEN / f"paper.{language}.md", found)
    assert escaped(HOSTILE) in found
    assert ":::" not in found
    assert "chart:" not in found
    assert "\n\n\n" not in found


def test_a_container_leaves_its_lines() -> None:
    found = markdown("甲\n::: right\n办公室\n2025年\n\n盖章\n:::\n乙\n\n::: center\n丙\n")
    assert found == "甲\n\n办公室  \n2025年\n\n盖章\n\n乙\n\n丙\n"


def test_a_chart_leaves_nothing_and_other_images_stay() -> None:
    assert markdown("甲\n\n![图](chart:a)\n\n\n乙 ![图](chart:b)\n\n![图](c.png)\n") == (
        "甲\n\n乙 ![图](chart:b)\n\n![图](c.png)\n"
    )


def test_code_stands_as_it_is() -> None:
    code = "```\n::: right\n\n\n![图](chart:a)\n:::\n```\n"
    assert markdown(code) == code


def test_line_ends_of_any_kind() -> None:
    assert markdown("甲\r\n\r\n\r\n乙\r::: right\r丙\r:::\r") == "甲\n\n乙\n\n丙\n"
    assert markdown("甲\x0b\u2028乙\n::: right\n丙\n:::\n") == "甲\x0b\u2028乙\n\n丙\n"
