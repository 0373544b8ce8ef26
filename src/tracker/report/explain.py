"""What the program's words and problems mean, each with its example: some of them, or the list of all."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tracker.assess.assessment import Assessment
from tracker.report import cells
from tracker.report.values import Phrase, Record, Value
from tracker.report.view import Block, Column, Fields, Level, Passage, Prose, Row, Table, TextLine, View

# So many lines are shown of a file, the one that is meant among them, and so many characters of a line.
MOST_LINES = 16
AROUND = 5
WIDEST = 100


class File(NamedTuple):
    """A file of an example, with the place that is meant: its line and column from 1, where it has them."""

    name: str
    text: str | None  # None: it is missing
    link: str | None = None
    line: int | None = None
    column: int | None = None


class Entry(NamedTuple):
    """One thing explained; `message` and `remedy` are those of the problem in its example."""

    code: str
    group: str
    word: Phrase  # its name; of a problem its sentence without facts
    meaning: Phrase | None = None  # of a problem where the rule comes from
    message: str = ""
    remedy: str | None = None
    files: tuple[File, ...] = ()
    judged: Assessment | None = None
    at: str = ""  # where the problem is, if no file shows it


def explain(entries: Sequence[Entry], title: str) -> View:
    """Entries in full, in the order given."""
    return _view(title, entries, tuple(block for entry in entries for block in _blocks(entry)))


def glossary(entries: Sequence[Entry], title: str) -> View:
    """Entries without examples, as one table."""
    return _view(title, entries, (_table(entries),))


def index(groups: Mapping[str, Sequence[Entry]], title: str) -> View:
    """Everything that is explained, by group: a line each."""
    tables = tuple(
        _table(entries)._replace(
            title=Phrase("explain.group", {"group": group, "title": Phrase(f"explain.group.{group}")})
        )
        for group, entries in groups.items()
    )
    return _view(title, [entry for entries in groups.values() for entry in entries], tables)


def _view(title: str, entries: Sequence[Entry], blocks: tuple[Block, ...]) -> View:
    return View(
        name="explain",
        title=title,
        head=(),
        counts=None,
        total=len(entries),
        blocks=blocks,
        foot=(),
        facts={},
        items="explained",
        make_records=lambda: tuple(map(_record, entries)),
    )


def _table(entries: Sequence[Entry]) -> Table:
    problems = all(entry.message or entry.at for entry in entries)
    columns = (
        Column("code"),
        Column("word", wraps=True),
        *(() if problems else (Column("meaning", wraps=True),)),
    )
    rows = (
        Row(Level.ITEM, cells={key: _record(entry)[key] for key in ("code", "word", "meaning")})
        for entry in entries
    )
    return Table(columns, tuple(rows))


def _record(entry: Entry) -> Record:
    """What machines read of an entry."""
    place = next((file for file in entry.files if file.line), None)
    return {
        "code": entry.code,
        "group": entry.group,
        "word": entry.word,
        "meaning": entry.meaning or "",
        "message": entry.message or None,
        "what_to_do": entry.remedy,
        "file": place.name if place else entry.at or None,
        "line": place.line if place else None,
        "text": place.text if place else None,
    }


def _blocks(entry: Entry) -> list[Block]:
    heading = Phrase("explain.heading", {"code": entry.code})
    if not entry.message:
        said: tuple[Phrase, ...] = (Phrase("explain.means", {"word": entry.word, "meaning": entry.meaning}),)
        return [
            Prose(said, heading),
            *(part for file in entry.files for part in _shown(file)),
            *_outcome(entry),
        ]
    blocks: list[Block] = [Prose((Phrase("explain.said", {"text": entry.message}),), heading)]
    blocks += [part for file in entry.files for part in _shown(file)]
    if entry.at:
        blocks.append(Prose((Phrase("explain.at", {"file": entry.at}),)))
    todo = (Phrase("explain.todo", {"text": entry.remedy}),) if entry.remedy else ()
    source = (Phrase("explain.origin", {"origin": entry.meaning}),) if entry.meaning else ()
    return [*blocks, Prose((*todo, *source))]


def _shown(file: File) -> list[Block]:
    """A file with its name; of a long one what stands around the place that is meant."""
    if file.link is not None:
        return [Prose((Phrase("explain.link", {"file": file.name, "to": file.link}),))]
    if file.text is None:
        return [Prose((Phrase("explain.missing", {"file": file.name}),))]
    if not file.text:
        return [Prose((Phrase("explain.empty", {"file": file.name}),))]
    lines = [
        TextLine(n, _cut(text), _mark(file, n, text)) for n, text in enumerate(file.text.splitlines(), 1)
    ]
    at = file.line or 1
    start = max(0, min(at - AROUND, len(lines) - MOST_LINES)) if len(lines) > MOST_LINES else 0
    stop = min(start + MOST_LINES, at + AROUND) if len(lines) > MOST_LINES else len(lines)
    place = Phrase(
        "explain.at-line" if file.line else "explain.file", {"file": file.name, "line": str(file.line)}
    )
    return [
        Prose((place,)),
        Passage(file.name, tuple(lines[start:stop])),
    ]


def _cut(text: str) -> str:
    return text if len(text) <= WIDEST else f"{text[:WIDEST]}…"


def _mark(file: File, number: int, text: str) -> tuple[tuple[int, int], ...]:
    """What is meant in a line: from the column on up to the end of the word."""
    if file.line != number or file.column is None or file.column > min(len(text), WIDEST):
        return ()
    begin = file.column - 1
    end = next((n for n in range(begin + 1, len(text)) if text[n] in " ,，:{}[]"), len(text))
    return ((begin, min(end, WIDEST)),)


def _outcome(entry: Entry) -> list[Block]:
    """What became of the example's target."""
    if entry.judged is None:
        return []
    a = entry.judged
    shown: dict[str, Value] = {
        "actual_date": a.as_of,
        **{key: cells.row(a)[key] for key in ("name", "target", "actual", "completion")},
        "expected_completion": cells.expected(a),
        "lead": cells.lead(a),
        "gap": cells.gap(a),
        "signal": a.signal,
        "flags": a.flags,
    }
    return [Fields(tuple(shown.items()))]
