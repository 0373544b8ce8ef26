"""tracker explain."""

from typing import Annotated

import typer

from tracker.cli import complete, options
from tracker.cli.explaining import TERMS, entries, with_example
from tracker.cli.help import both, examples
from tracker.cli.output import show
from tracker.cli.session import session_of
from tracker.model.typed import folded
from tracker.report.explain import Entry, glossary, index
from tracker.report.explain import explain as explain_view
from tracker.report.selection import unknown
from tracker.words import LANGUAGES, Words

EXAMPLES = examples(
    "tracker explain", "tracker explain quote-missing", "tracker explain 超欠", "tracker explain signals"
)


def explain(
    ctx: typer.Context,
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CODE|WORD|GROUP]...",
            autocompletion=complete.explained_words,
            help=both(
                "问题代码、信号、标记、列名或别的词，或一组的名称；不写就列出全部",
                "codes of problems, signals, flags, columns, other words, or the name of a group; without any all are listed",
            ),
        ),
    ] = None,
    format: options.Format = None,  # noqa: A002 - the option's name
    output: options.Output = None,
) -> None:
    """Explain problems, signals, flags and columns, with examples."""
    session = session_of(ctx)
    words = session.words
    groups = entries(words)
    if not names:
        show(index(groups, words("explain.title")), session, format, output)
        return
    if len(names) == 1 and names[0] in groups:
        group = names[0]
        title = words(f"explain.group.{group}")
        view = glossary if group in TERMS else explain_view
        show(view([with_example(entry, words) for entry in groups[group]], title), session, format, output)
        return
    found = {(entry.group, entry.code): entry for name in names for entry in _named(name, groups)}
    chosen = [with_example(entry, words) for entry in found.values()]
    show(explain_view(chosen, words("explain.title")), session, format, output)


def _named(name: str, groups: dict[str, list[Entry]]) -> list[Entry]:
    """What has this code, or this word in either language. Raises TrackerError (usage) where nothing has."""
    if name in groups:
        return groups[name]
    by_name: dict[str, list[Entry]] = {}
    for entry in (entry for group in groups.values() for entry in group):
        named = () if entry.message else (Words(language)(entry.word.key) for language in LANGUAGES)
        for known in dict.fromkeys(folded(text) for text in (entry.code, *named)):
            by_name.setdefault(known, []).append(entry)
    wanted = folded(name)
    if wanted not in by_name:
        raise unknown("word", name, list(by_name), tuple(groups))
    return by_name[wanted]
