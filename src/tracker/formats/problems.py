"""What is said of a problem, and problems as JSON."""

import json
from collections.abc import Iterable
from datetime import date

from tracker.problems import Problem
from tracker.words import Words, printable

# Facts that a file has as keys, by the group of words that says them.
_NAMED = {"kind": "kind", "check": "check"}
_NAMED_OF = {"audit-kind": {"catalogue": "kind", "text": "kind"}}


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
    for name, group in (_NAMED | _NAMED_OF.get(problem.code, {})).items():
        if name in facts and words.has(key := f"{group}.{facts[name]}"):
            facts[name] = words(key)
    return words(_variant(f"problem.{problem.code}", problem, words), facts)


def remedy(problem: Problem, words: Words) -> str | None:
    """What to do, where there is more to say than what is wrong."""
    key = _variant(f"remedy.{problem.code}", problem, words)
    return words(key, problem.facts) if words.has(key) else None


def _variant(key: str, problem: Problem, words: Words) -> str:
    """The sentence for when there is nothing to list, where there is one."""
    nothing = any(fact == () for fact in problem.facts.values())
    return f"{key}.none" if nothing and words.has(f"{key}.none") else key


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
