"""The Markdown of papers: CommonMark with pipe tables, footnotes, and the containers `right` and `center`."""

from markdown_it import MarkdownIt
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin


def parser() -> MarkdownIt:
    """The one parser of all formats; HTML in the text stays text."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table").use(footnote_plugin)
    return markdown.use(container_plugin, "right").use(container_plugin, "center")
