"""Pages from templates: one file each, without scripts and without anything from elsewhere."""

from functools import partial

from jinja2 import Environment, PackageLoader, StrictUndefined

from tracker.formats.cells import heading, label, section_heading, sentence, text_of
from tracker.words import Words, printable

PAGES = Environment(
    loader=PackageLoader("tracker.formats"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
_LANGUAGE_TAGS = {"zh": "zh-CN", "en": "en"}


def page(template: str, words: Words, **variables: object) -> str:
    """The page that a template makes of these variables, and of what every page can say.

    `say` makes a sentence of a phrase, `written` a text of a value; `plain` shows what cannot be seen in a
    text from a file; `heading`, `label` and `section` name columns, single values and sections.
    """
    return PAGES.get_template(template).render(
        language=_LANGUAGE_TAGS[words.language],
        words=words,
        plain=printable,
        say=partial(sentence, words=words),
        written=partial(text_of, words=words),
        heading=partial(heading, words=words),
        label=partial(label, words=words),
        section=partial(section_heading, words=words),
        **variables,
    )
