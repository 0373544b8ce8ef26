"""The Markdown of papers as tokens: CommonMark with tables, footnotes and the containers `right` and `center`."""

from markdown_it import MarkdownIt
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin


def parser() -> MarkdownIt:
    """A parser of papers; HTML in them is text."""
    return (
        MarkdownIt("commonmark", {"html": False})
        .enable("table")
        .use(footnote_plugin)
        .use(container_plugin, "right")
        .use(container_plugin, "center")
    )
