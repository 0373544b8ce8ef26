"""Problems as text (place, source line, caret, what is wrong, what to do) and as JSON."""

import json
from collections.abc import Iterable, Iterator
from datetime import date

from tracker.formats.widths import width as width_of
from tracker.problems import Problem
from tracker.words import Words, printable

# A longer source line is shown from a little before the place.
WIDEST = 100
BEFORE = 40


def as_text(problems: Iterable[Problem], words: Words) -> str:
    """All problems, an empty line between them."""
    return "\n".join("\n".join(_lines(problem, words)) + "\n" for problem in problems)


def as_json(problems: Iterable[Problem], words: Words) -> str:
    """One record per problem: code, place, facts, and the sentences in the language of the output."""
    records = [
        {
            "code": problem.code,
            "file": printable(problem.place.file),
            "line": problem.place.line,
            "column": problem.place.column,
            "path": list(problem.place.path),
            "message": message(problem, words),
            "remedy": remedy(problem, words),
            "facts": {key: _fact(fact) for key, fact in problem.facts.items()},
        }
        for problem in problems
    ]
    return (
        json.dumps({"view": "problems", "version": 1, "problems": records}, ensure_ascii=False, indent=2)
        + "\n"
    )


def message(problem: Problem, words: Words) -> str:
    """What is wrong."""
    facts = dict(problem.facts)
    if problem.code == "syntax" and words.has(key := f"syntax.{facts['problem']}"):
        facts["problem"] = words(key)
    return words(_variant(f"problem.{problem.code}", problem, words), facts)


def remedy(problem: Problem, words: Words) -> str | None:
    """What to do, where there is more to say than what is wrong."""
    key = _variant(f"remedy.{problem.code}", problem, words)
    return words(key, problem.facts) if words.has(key) else None


def _variant(key: str, problem: Problem, words: Words) -> str:
    """The sentence for when there is nothing to list, where there is one."""
    nothing = any(fact == () for fact in problem.facts.values())
    return f"{key}.none" if nothing and words.has(f"{key}.none") else key


def _lines(problem: Problem, words: Words) -> Iterator[str]:
    place = problem.place
    facts = {"file": place.file, "line": str(place.line), "column": str(place.column)}
    where = words("problem.place" if place.line else "problem.file", facts)
    yield f"{where}: {message(problem, words)}"
    if place.excerpt is not None and place.line and place.column:
        start = max(0, place.column - 1 - BEFORE) if len(place.excerpt) > WIDEST else 0
        shown = place.excerpt[start : start + WIDEST]
        before = printable(shown[: place.column - 1 - start])
        margin = f"{place.line:>5} | "
        yield margin + printable(shown)
        yield " " * (len(margin) - 2) + "| " + " " * width_of(before) + "^"
    what_to_do = remedy(problem, words)
    if what_to_do:
        yield f"→ {what_to_do}"


def _fact(fact: object) -> object:
    match fact:
        case tuple():
            return [_fact(item) for item in fact]
        case date():
            return fact.isoformat()
        case bool() | int() | None:
            return fact
        case _:
            return printable(str(fact))
