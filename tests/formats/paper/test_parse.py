"""The Markdown of papers: what is understood, and what stays text."""

from tracker.formats.paper.parse import parser


def types(text: str) -> list[str]:
    return [token.type for token in parser().parse(text)]


def test_tables_footnotes_and_containers_are_understood() -> None:
    text = "::: right\n署名\n:::\n\n::: center\n副题\n:::\n\n| a |\n|--:|\n| 1[^1] |\n\n[^1]: 注\n"
    found = types(text)
    for kind in ("container_right_open", "container_center_open", "table_open", "footnote_block_open"):
        assert kind in found


def test_html_and_strikethrough_stay_text() -> None:
    assert (
        types("<script>alert(1)</script>\n\n~~旧~~\n") == ["paragraph_open", "inline", "paragraph_close"] * 2
    )
    (_, inline, _) = parser().parse("a <b>b</b> ~~c~~")
    assert inline.children is not None
    assert "".join(child.content for child in inline.children) == "a <b>b</b> ~~c~~"
