"""The text of a drafted catalogue: measures.yaml as a person would write it, and what is uncertain beside."""

import json
import re
from collections.abc import Iterator
from datetime import date

from tracker.draft.catalogue import Proposal, Proposed, ProposedMeasure
from tracker.model.goal import Operator
from tracker.model.quantity import plain_digits
from tracker.words import Words, printable

# Text that YAML takes for text whatever stands around it, in a list in brackets too.
_PLAIN = re.compile(r"[\u3400-\u9fff（《“][\u3400-\u9fff\w（）《》“”‘’、。，；：—·…%＋]*", re.UNICODE)
_LONGEST_SENTENCE = 160


def document(proposal: Proposal, source: str, words: Words) -> str:
    """The whole file. `source` is the path the catalogue names; comments are in the language of `words`."""
    lines = [
        *_comment("", words("draft.head", {"source": source})),
        *_comment("", words("draft.head.tolerance")),
        f"title: {scalar(proposal.title)}",
        f"year: {proposal.year}",
        f"language: {words.language}",
        f"source: {scalar(source)}",
        "",
        *_comment("", words("draft.head.reporting")),
        "reporting: {cadence: month, grace: 5}",
        "signals: default",
        "",
        "sections:",
    ]
    for number, (title, measures) in enumerate(proposal.sections(), 1):
        lines += [f"- number: {number}", f"  title: {scalar(title or proposal.title)}", "  measures:"]
        for at, measure in enumerate(measures):
            lines += ([""] if at else []) + list(_measure(measure, proposal.year, words))
        lines.append("")
    return "\n".join(lines)


def _measure(measure: ProposedMeasure, year: int, words: Words) -> Iterator[str]:
    yield f"  - number: {measure.number}"
    yield f"    title: {scalar(measure.title)}"
    if not measure.owners:
        yield from _comment("    ", words("draft.no-owners"))
    owners = measure.owners or (words("draft.unknown-owner"),)
    yield f"    owners: [{', '.join(map(scalar, owners))}]"
    yield "    targets:"
    for target in measure.targets:
        yield from target_lines(target, year, words)


def target_lines(target: Proposed, year: int, words: Words) -> Iterator[str]:
    """One target as it stands in the file, with what it rests on before it."""
    sentence = target.sentence
    shown = sentence if len(sentence) <= _LONGEST_SENTENCE else sentence[:_LONGEST_SENTENCE] + "…"
    facts = {
        "confidence": words(f"draft.confidence.{target.confidence.value}"),
        "line": target.line,
        "why": why(target, words),
    }
    yield from _comment("    ", words("draft.because", facts))
    yield from _comment("    ", shown)
    yield f"    - id: {target.id}"
    yield f"      name: {scalar(target.name)}"
    yield f"      kind: {target.kind}"
    if target.kind != "milestone":
        yield f"      unit: {scalar(target.unit)}"
    yield f"      target: {goal_written(target, year)}"
    if target.baseline is not None:
        yield f"      baseline: {plain_digits(target.baseline)}"
    if target.since is not None:
        yield f"      from: {target.since}"
    if target.due is not None and target.kind != "milestone":
        yield f"      due: {target.due}"
    if target.aspire:
        yield "      strength: aspire"
    yield f"      quote: {scalar(target.quote)}"


def why(target: Proposed, words: Words) -> str:
    """What the confidence rests on, in a few words."""
    reasons = tuple(words(f"draft.doubt.{doubt}") for doubt in target.doubts)
    return words.listing(reasons) if reasons else words("draft.no-doubt")


def goal_written(target: Proposed, year: int) -> str:
    """The `target:` mapping."""
    if target.operator is Operator.DONE_BY or target.value is None:
        return f"{{done_by: {target.due or date(year, 12, 31)}}}"
    if target.operator is Operator.BETWEEN and target.upper is not None:
        return f"{{between: [{plain_digits(target.value)}, {plain_digits(target.upper)}]}}"
    operator = Operator.REACH if target.operator is Operator.BETWEEN else target.operator
    parts = [f"{operator.value}: {plain_digits(target.value)}"]
    if target.tolerance is not None:
        parts.append(f"tolerance: {plain_digits(target.tolerance)}")
    if target.better == "lower" or (target.better and operator is Operator.ABOUT):
        parts.append(f"better: {target.better}")
    return f"{{{', '.join(parts)}}}"


def scalar(text: str) -> str:
    """The text as YAML has it: plain where that is safe, quoted where it is not."""
    if _PLAIN.fullmatch(text) and not text.endswith("："):
        return text
    if "'" not in text and text.isprintable():
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=not text.isprintable())


def _comment(indent: str, text: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield f"{indent}# {printable(line)}".rstrip()
