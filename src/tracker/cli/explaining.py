"""The entries of `tracker explain`: words with their meanings, problems as their examples bring them about."""

import contextlib
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from tracker.assess.assessment import assess
from tracker.draft.audit.audit import audit
from tracker.formats.problems import message, remedy
from tracker.model.worksheet_reading import RowDefaults
from tracker.problems import Problem, TrackerError
from tracker.report.explain import Entry, File
from tracker.report.values import Phrase
from tracker.store.examples import NOW, PROBLEM_GROUPS, Example, examples_of, explained
from tracker.store.import_mapping import known_of
from tracker.store.imports import Asked, checked, read_files
from tracker.store.indicators import not_shared
from tracker.store.locate import located
from tracker.store.workspace import Workspace, load
from tracker.words import SENTENCES, Sentence, Words

_MEANS = "means."
# The groups of words without examples, by the families of words/ that name them.
TERMS = {"terms": ("kind", "edited_path", "strength", "term", "notice"), "columns": ("column",)}
_NAMED = {"signals": "signal", "flags": "flag"}


def problem_codes() -> set[str]:
    """The codes of all problems that words/ has a sentence for."""
    keys = {key.removeprefix("problem.") for key in SENTENCES if key.startswith("problem.")}
    return {key for key in keys if not key.endswith(".none")} - {"place", "file"}


def entries(words: Words) -> dict[str, list[Entry]]:
    """Everything that is explained, by group, without its examples."""
    groups: dict[str, list[Entry]] = {}
    for group, of_group in groupby(explained().items(), key=lambda item: item[1]):
        groups[group] = [_outline(code, group, words) for code, _ in of_group]
    order = {key: number for number, key in enumerate(SENTENCES)}
    for group in _NAMED:  # in the order of their words, which is that of the code
        groups[group].sort(key=lambda entry: order.get(entry.word.key, 0))
    for group, families in TERMS.items():
        keys = [key.removeprefix(_MEANS) for key in SENTENCES if key.startswith(_MEANS)]
        groups[group] = [
            Entry(key.partition(".")[2], group, Phrase(key), Phrase(_MEANS + key))
            for key in keys
            if key.partition(".")[0] in families
        ]
    return {group: groups[group] for group in (*_NAMED, *TERMS, *PROBLEM_GROUPS)}


def _outline(code: str, group: str, words: Words) -> Entry:
    if group in _NAMED:
        key = f"{_NAMED[group]}.{code}"
        return Entry(code, group, Phrase(key), Phrase(_MEANS + key))
    sentence = Sentence(words.outline(f"problem.{code}"))
    origin = Phrase(f"origin.{code}") if words.has(f"origin.{code}") else None
    return Entry(code, group, Phrase("explain.said", {"text": sentence}), origin, message=sentence)


def with_example(entry: Entry, words: Words) -> Entry:
    """The entry with its example, as it is when that is looked at."""
    if entry.group in TERMS:
        return entry
    example = examples_of(entry.code, entry.group)[0]
    if example.told:
        return _of_problem(entry, example, example.told, words)
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(OSError):  # not every system has links
        root = example.lay_out(Path(folder).resolve())
        if entry.group in PROBLEM_GROUPS:
            found = [problem for problem in problems_of(example, root) if problem.code == entry.code]
            return _of_problem(entry, example, found[0], words) if found else entry
        book = load(root, NOW, cache=False).book
        judged = next(
            one for one in assess(book, example.as_of or book.today) if one.target.id == example.target
        )
        return entry._replace(files=tuple(_files(example)), judged=judged)
    return entry


def problems_of(example: Example, root: Path) -> tuple[Problem, ...]:
    """What is wrong with an example that was laid out: by the audit, the import, or the check."""
    try:
        workspace = load(root, NOW, cache=False)
    except TrackerError as error:
        return error.problems
    match example.group:
        case "audit":
            book = workspace.book
            return located(audit(book.catalogue, book.source or "").problems, root)
        case "sheets":
            return tuple(_of_sheets(example, workspace))
        case _:
            return (*workspace.book.problems, *not_shared(root, workspace.book.catalogue))


def _of_sheets(example: Example, workspace: Workspace) -> Iterator[Problem]:
    known, _ = known_of(workspace.root, workspace.book.catalogue)
    paths = [workspace.root / name for name in example.own]
    found = read_files(paths, workspace, known, Asked(RowDefaults(None, None), None))
    for problem in checked(found, workspace, NOW).problems:
        file = problem.place.file.removeprefix(f"{workspace.root}/")
        yield replace(problem, place=replace(problem.place, file=file))


def _of_problem(entry: Entry, example: Example, problem: Problem, words: Words) -> Entry:
    files = tuple(_files(example, problem))
    return entry._replace(
        message=Sentence(message(problem, words)),
        remedy=(text := remedy(problem, words)) and Sentence(text),
        files=files,
        at="" if any(file.line or file.name == problem.place.file for file in files) else problem.place.file,
    )


def _files(example: Example, problem: Problem | None = None) -> Iterable[File]:
    for name in dict.fromkeys(example.own):
        here = problem is not None and problem.place.file == name
        content = example.files.get(name)
        yield File(
            name,
            None if content is None else content.decode("utf-8", "replace"),
            example.links.get(name),
            (problem.place.line if here else None) if problem else example.changed.get(name),
            problem.place.column if problem and here else None,
        )
