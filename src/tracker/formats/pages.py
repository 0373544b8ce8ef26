"""The templates of pages, and the languages as pages name them."""

from jinja2 import Environment, PackageLoader, StrictUndefined

LANGUAGE_TAGS = {"zh": "zh-CN", "en": "en"}
PAGES = Environment(
    loader=PackageLoader("tracker.formats"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
