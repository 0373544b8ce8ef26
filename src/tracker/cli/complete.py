"""What can stand in place of a word being typed: a callback for `autocompletion=` per kind of parameter.

A callback offers words, each with what it means. It never complains: without a workspace, or in a broken one,
it offers nothing.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import wraps

import typer

from tracker.assess.signal import Signal
from tracker.cli.session import session_of
from tracker.cli.shells import Name
from tracker.model.book import Book
from tracker.model.catalogue import Catalogue
from tracker.model.days import last_day
from tracker.model.entry import Entry
from tracker.model.entry_history import EntryFilter
from tracker.model.exact import counted_text
from tracker.store.workspace import find, load, load_catalogue
from tracker.words import SENTENCES, printable

Candidate = tuple[str, str]  # a word, and what it means
Callback = Callable[[typer.Context, str], list[Candidate]]

_RECENT = 200  # so many of the newest entries are looked at for the names of their reports


def _offered(source: Callable[[typer.Context, str], Iterable[Candidate]]) -> Callback:
    """The callback that offers what `source` finds, as far as it can be shown, or nothing where it fails.

    The words come from files: what cannot be shown as it is cannot be typed either.
    """

    @wraps(source)
    def callback(ctx: typer.Context, incomplete: str) -> list[Candidate]:
        try:
            candidates = list(source(ctx, incomplete))
        except Exception:  # noqa: BLE001 - whoever types a word is not told what is wrong with a file
            return []
        return [(word, printable(text)) for word, text in candidates if word and printable(word) == word]

    return callback


@_offered
def targets(ctx: typer.Context, incomplete: str) -> Iterator[Candidate]:
    """Targets by id, by their name, and by number where one is typed: 1.2 is the second of measure 1."""
    for target in _catalogue(ctx).targets:
        yield target.id, Name(target.name)
        if incomplete[:1].isdigit():
            yield target.number, f"{target.name} {target.id}"


@_offered
def subjects(ctx: typer.Context, incomplete: str) -> list[Candidate]:
    """Targets, and measures where a number is typed or a title names one."""
    return [*targets(ctx, incomplete), *(measures(ctx, incomplete) if incomplete else ())]


@_offered
def items(ctx: typer.Context, incomplete: str) -> list[Candidate]:
    """Targets, in `TARGET VALUE` and `TARGET=VALUE...`: a value is nobody's to guess."""
    before = _items_before(ctx)
    value = "=" in incomplete or (before and "=" not in before[0])
    return [] if value else targets(ctx, incomplete)


@_offered
def measures(ctx: typer.Context, incomplete: str) -> Iterator[Candidate]:  # noqa: ARG001 - Typer's form
    """Measures by number and title."""
    return ((str(measure.number), Name(measure.title)) for measure in _catalogue(ctx).measures)


@_offered
def sections(ctx: typer.Context, incomplete: str) -> Iterator[Candidate]:  # noqa: ARG001 - Typer's form
    """Sections by number and title."""
    return ((str(section.number), Name(section.title)) for section in _catalogue(ctx).sections)


@_offered
def units(ctx: typer.Context, incomplete: str) -> Iterator[Candidate]:  # noqa: ARG001 - Typer's form
    """Responsible units (责任单位), with the number of targets that each leads."""
    catalogue = _catalogue(ctx)
    leads = Counter(target.lead for target in catalogue.targets)
    words = session_of(ctx).words
    for unit in dict.fromkeys(unit for target in catalogue.targets for unit in target.owners):
        yield unit, words("completion.leads", {"leads": leads[unit]}) if leads[unit] else ""


@_offered
def leads(ctx: typer.Context, incomplete: str) -> list[Candidate]:
    """Units that lead (牵头) a target."""
    return [candidate for candidate in units(ctx, incomplete) if candidate[1]]


@_offered
def stages(ctx: typer.Context, incomplete: str) -> Iterator[Candidate]:  # noqa: ARG001 - Typer's form
    """The stages of the milestones on the line, or of all."""
    catalogue = _catalogue(ctx)
    named = {item.partition("=")[0] for item in _items_before(ctx)}
    on_line = [target for target in catalogue.targets if named & {target.id, target.number, target.name}]
    names = {stage: target.name for target in on_line or catalogue.targets for stage in target.stages}
    return ((stage, name if on_line else "") for stage, name in names.items())


@_offered
def views(ctx: typer.Context, incomplete: str) -> Iterator[Candidate]:  # noqa: ARG001 - Typer's form
    """The names of saved views."""
    return ((name, "") for name in _catalogue(ctx).views)


@_offered
def signals(ctx: typer.Context, incomplete: str) -> Iterator[Candidate]:
    """Signals, several of them with commas between; by their code, or their word where one is typed."""
    words = session_of(ctx).words
    last = max(incomplete.rfind(","), incomplete.rfind("，")) + 1
    before, typed = incomplete[:last], incomplete[last:]
    for signal in Signal:
        code, word = signal.value, words(f"signal.{signal.value}")
        if not {code, word} & set(before.replace("，", ",").split(",")):
            yield (before + code, Name(word)) if typed.isascii() else (before + word, code)


def choices(names: Iterable[str], meanings: str = "") -> Callback:
    """The callback for one of these; `meanings` is the family of words that says what each means."""

    @_offered
    def choice(ctx: typer.Context, incomplete: str) -> Iterator[Candidate]:  # noqa: ARG001 - Typer's form
        words = session_of(ctx).words
        return ((str(name), words(f"{meanings}.{name}") if meanings else "") for name in names)

    return choice


@_offered
def explained_words(ctx: typer.Context, incomplete: str) -> Iterator[Candidate]:  # noqa: ARG001 - Typer's form
    """What `tracker explain` explains, by code."""
    words = session_of(ctx).words
    for key in SENTENCES:
        family, _, code = key.partition(".")
        if family == "problem" and f"origin.{code}" in SENTENCES:
            yield code, words.outline(key)
        elif family == "means":
            yield code.partition(".")[2], words(code)


@_offered
def days(ctx: typer.Context, incomplete: str) -> Iterator[Candidate]:
    """Today, and the months of the catalogue's year."""
    yield "today", session_of(ctx).words("completion.today")
    if incomplete[:1].isdigit():
        year = _catalogue(ctx).year
        yield from ((f"{year}-{month:02}", "") for month in range(1, 13))


@_offered
def reports(ctx: typer.Context, incomplete: str) -> Iterator[Candidate]:
    """The newest reports, up to the day or month typed; after `FILE#`, the entries of that one."""
    session = session_of(ctx)
    book = load(find(session.directory), session.moment).book
    stem, mark, _ = incomplete.partition("#")
    histories, _ = book.log.newest(_wanted(stem, book.today))
    entries = [history.entry for history in histories if history.void is None]
    if mark:
        return ((entry.ref, _value(entry, book)) for entry in entries if entry.report.stem == stem)
    heads = {entry.report.stem: (entry.report.by, entry.report.source) for entry in entries}
    return ((stem, " ".join(filter(None, head))) for stem, head in heads.items())


def _wanted(stem: str, today: date) -> EntryFilter:
    """The entries among which a report is looked for whose name begins so: those of its day, or the newest."""
    lengths = map(len, ("2024-08-10", "2024-08", "2024"))
    beginning = next((stem[:length] for length in lengths if len(stem) >= length), "")
    try:
        until = last_day(beginning, today=today, year=today.year)
    except ValueError:
        until = None
    since = until if until and until.isoformat() == beginning else None
    return EntryFilter(since=since, until=until, limit=0 if since else _RECENT)


def _value(entry: Entry, book: Book) -> str:
    target = book.catalogue.target(entry.target)
    if entry.counted:
        value = counted_text(*entry.counted)
    else:
        value = f"{entry.total:f}" if entry.total is not None else f"{entry.add:+f}"
    return f"{target.name if target else entry.target} {value}"


def _catalogue(ctx: typer.Context) -> Catalogue:
    """The catalogue of the workspace that the line is about. Raises TrackerError where there is none."""
    session = session_of(ctx)
    catalogue = load_catalogue(find(session.directory))
    session.catalogue_language = catalogue.language
    return catalogue


def _items_before(ctx: typer.Context) -> list[str]:
    """The items on the line; Typer leaves them unread where it stops at an option without its value."""
    return [*(ctx.params.get("items") or ()), *ctx.args]
