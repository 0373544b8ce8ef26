"""What an office adds to its briefing: its own paragraphs and its own templates, and what breaks them."""

import os
from pathlib import Path

import pytest

from briefings import root as root  # noqa: PLC0414 - a fixture
from support import Run, document, write_files, write_workspace
from tracker.words import LANGUAGES

NOTE = "notes/2024-08-D1.md"
TEMPLATE = "templates/brief.zh.md"


def shown(tracker: Run, root: Path, *arguments: str) -> str:
    found = tracker("brief", "-f", "markdown", *arguments, cwd=root)
    assert (found.code, found.err) == (0, "")
    return found.out


def refused(tracker: Run, root: Path, *arguments: str) -> str:
    """What is said where no briefing can be made: one sentence, and no file."""
    for more in ((), ("--lang", "en")):
        found = tracker("brief", "-o", "a.md", *arguments, *more, cwd=root)
        assert (found.code, found.out) == (2, "")
        assert found.err.count("\n") == 1
        assert "Traceback" not in found.err
        assert not (root / "a.md").exists()
    return tracker("brief", *arguments, cwd=root).err


NOTES = """﻿开头的话。

## 下步打算

一是调度。

二是通报。

## 经验做法

区科技局"揭榜挂帅"。

# Overview

后面的话。

### next STEPS ###

三是督查。
"""


@pytest.mark.parametrize(
    ("language", "headings"), [("zh", ("经验做法", "下步打算")), ("en", ("经验做法", "Next steps"))]
)
def test_the_analysts_paragraphs_stand_in_their_places(
    language: str, headings: tuple[str, str], tracker: Run, root: Path
) -> None:
    plain = shown(tracker, root, "--lang", language)
    write_files(root, {NOTE: NOTES.replace("\n", "\r\n")})
    text = shown(tracker, root, "--lang", language)
    order = ["开头的话。", "后面的话。", headings[0], '区科技局"揭榜挂帅"。', headings[1], "一是调度。", "二是通报。", "三是督查。", "附件" if language == "zh" else "Annex"]  # fmt: skip
    places = [text.index(piece) for piece in order]
    assert places == sorted(places)
    # Nothing else is changed, and a note of another period is not taken.
    assert {line for line in plain.splitlines() if line not in text.splitlines()} == set()
    (root / NOTE).rename(root / "notes/2024-08-D2.md")
    assert shown(tracker, root, "--lang", language) == plain


HOSTILE = """{{ 7*7 }}{% raw %}{{ config }} <script>alert(1)</script> [x](javascript:alert(1)) ![y](chart:none)

| a | b
|--
`````
unclosed

[^1]: mine
::: center
never closed
"""


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_hostile_notes_break_nothing_else(name: str, tracker: Run, root: Path) -> None:
    write_files(root, {NOTE: HOSTILE})
    found = tracker("brief", "-f", name, "--trace", cwd=root)
    assert (found.code, found.err) == (0, "")
    assert "{{ 7*7 }}" in found.out
    assert "{{ config }}" in found.out
    if name == "html":
        assert "<script>alert" not in found.out
        assert 'href="javascript' not in found.out
    assert "新引进企业" in found.out


def test_no_note_and_an_empty_one_are_the_same(tracker: Run, root: Path) -> None:
    plain = shown(tracker, root)
    for empty in ("", "\n\n", "## 综述\n", "## 下步打算\n\n"):
        write_files(root, {NOTE: empty})
        assert shown(tracker, root) == plain


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"x" * (1024 * 1024 + 1)])
def test_a_note_that_cannot_be_read(content: bytes, tracker: Run, root: Path) -> None:
    write_files(root, {NOTE: content})
    assert NOTE in refused(tracker, root)


def test_a_note_that_is_no_file_of_the_workspace(tracker: Run, root: Path) -> None:
    secret = root.parent / "secret.md"
    secret.write_text("不给人看", encoding="utf-8")
    (root / "notes").mkdir()
    (root / NOTE).symlink_to(secret)
    assert NOTE in refused(tracker, root)
    (root / NOTE).unlink()
    (root / NOTE).mkdir()
    assert NOTE in refused(tracker, root)
    (root / NOTE).rmdir()
    os.mkfifo(root / NOTE)
    assert NOTE in refused(tracker, root)


def test_a_template_of_ones_own_replaces_the_whole(tracker: Run, root: Path) -> None:
    english = shown(tracker, root, "--lang", "en")
    write_files(
        root,
        {TEMPLATE: "# {{ title }}\n\n共{{ total }}项，{{ lagging[0].name|quoted }}{{ lagging[0].actual }}\n"},
    )
    assert shown(tracker, root) == "# 测试目录\n\n共1项，“新引进企业”20家\n"
    assert shown(tracker, root, "--lang", "en") == english


def test_one_block_may_be_replaced(tracker: Run, root: Path) -> None:
    plain = shown(tracker, root)
    write_files(
        root,
        {
            TEMPLATE: '{% extends "tracker/brief.zh.md" %}\n{% block terms %}\n注：以各单位报送为准。\n{% endblock %}\n'
        },
    )
    text = shown(tracker, root)
    before, _, after = plain.partition("注：1.")
    assert text == f"{before}注：以各单位报送为准。\n{after.partition(chr(10))[2]}"
    write_files(
        root, {TEMPLATE: '{% extends "tracker/brief.zh.md" %}{% block annex %}{{ super() }}又{% endblock %}'}
    )
    assert "又" in shown(tracker, root)


def test_what_files_say_is_escaped_in_a_template_of_ones_own(tracker: Run, root: Path) -> None:
    catalogue = document(title="*甲* <b>乙</b> [丙](x)")
    write_workspace(root, catalogue)
    write_files(root, {TEMPLATE: "{{ title }}"})
    assert shown(tracker, root).strip() == r"\*甲\* \<b\>乙\</b\> \[丙\](x)".strip()


@pytest.mark.parametrize(
    ("template", "line", "said"),
    [
        ("一\n二{{ totla }}\n", 2, "totla"),
        ("一\n\n{% for i in lagging %}\n{{ i.nmae }}\n{% endfor %}\n", 4, "nmae"),
        ("一\n{% if total %}\n没有结束\n", 3, "endif"),
        ("{{ total|nosuch }}\n", 1, "nosuch"),
        ("一\n{% macro m(i) %}\n{{ i.x }}\n{% endmacro %}\n{{ m(lagging[0]) }}\n", 3, "x"),
        ("一\n{{ total + 1 }}\n", 2, "+"),
        ("一\n{{ 1 // 0 }}\n", 2, "zero"),
        ("一\n{{ lagging[7].name }}\n", 2, "7"),
        ('一\n{% include "nosuch.md" %}\n', 2, "nosuch.md"),
        ('{% extends "tracker/../brief.zh.md" %}\n', 1, "brief.zh.md"),
        ("{{ ''.__class__.__mro__ }}\n", 1, "__class__"),
        ("一\n{{ lagging[0]._now }}\n", 2, "_now"),
        ("一\n{{ lagging.append(1) }}\n", 2, "append"),
        ("一\n{% do classes.clear() %}\n", 2, "clear"),
        ("一\n{{ title.__init__.__globals__ }}\n", 2, "__init__"),
        ('一\n{{ "{0.__class__}".format(title) }}\n', 2, "__class__"),
        ("一\n{{ range(999999999)|list }}\n", 2, "range"),
        ("{% extends 'brief.zh.md' %}", 1, "recursion"),
        ("一\n{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}\n", 2, ""),
        ("一\n{{ start|date|day }}\n", 2, "month"),
    ],
)
def test_a_broken_template_is_told_with_its_line(
    template: str, line: int, said: str, tracker: Run, root: Path
) -> None:
    write_files(root, {TEMPLATE: template, "templates/brief.en.md": template})
    found = refused(tracker, root)
    assert f"{TEMPLATE} 第 {line} 行：" in found
    assert said in found.partition("行：")[2]


def test_a_template_that_is_no_text(tracker: Run, root: Path) -> None:
    write_files(root, {TEMPLATE: b"\xff\xfe", "templates/brief.en.md": b"\xff\xfe"})
    assert TEMPLATE in refused(tracker, root)


def test_a_template_that_leads_out_of_the_workspace(tracker: Run, root: Path) -> None:
    secret = root.parent / "secret.md"
    secret.write_text("不给人看", encoding="utf-8")
    (root / "templates").mkdir()
    for language in ("zh", "en"):
        (root / f"templates/brief.{language}.md").symlink_to(secret)
    assert TEMPLATE in refused(tracker, root)


OLD = """# {{ title }}

{{ number }} {{ unit or "" }} {{ elapsed }} {{ total }} {{ rule }}
{% for c in classes %}{{ c.name }}{{ c.count }}，{{ c.share }}%，{{ c.change }} {% endfor %}

{% for group in progress %}{{ group.section }}：{% for i in group["items"] %}{{ i.name }} {% endfor %}{% endfor %}

{% for i in lagging %}
{{ loop.index }}. {{ i.name }}：{{ i.weeks_left }}周 {{ i.required }} {{ i.recent }} {{ i.turned }}
{% endfor %}

| 一 | 二 | 三 | 四 | 五 | 六 | 七 | 八 | 九 | 十 |
|---|---|---|---|---|---|---|---|---|---|
{% for row in annex %}
| {% for cell in row %}{{ cell }} | {% endfor %}

{% endfor %}

![全部](chart:bullets)

{% for i in drawn %}
![{{ i.name }}](chart:{{ i.id }})

{% endfor %}
"""


def test_a_template_of_an_earlier_version_still_works(tracker: Run, root: Path) -> None:
    write_files(root, {TEMPLATE: OLD})
    assert "新引进企业" in shown(tracker, root)
    page = tracker("brief", "-f", "html", "--charts", "none", cwd=root)
    assert (page.code, page.err) == (0, "")
    assert page.out.count("<figure>") >= 1, "which charts it has, it says itself"


def test_the_page_has_a_template_too(tracker: Run, root: Path) -> None:
    own = '{% extends "tracker/brief-short.zh.md" %}{% block terms %}按{{ answers.source }}。{% endblock %}'
    write_files(root, {"templates/brief-short.zh.md": own})
    assert shown(tracker, root, "--short").rstrip().endswith("按seeds/policy.md。")
    assert "按seeds/policy.md" not in shown(tracker, root)
    write_files(root, {f"templates/brief-short.{language}.md": "{{ nothing }}" for language in LANGUAGES})
    assert "templates/brief-short.zh.md" in refused(tracker, root, "--short")
