"""`tracker draft --review`: what is doubtful first, then what counts nothing, then what was not taken."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from tracker.cli.prompts import answer
from tracker.cli.review_steps import Steps
from tracker.cli.session import Session
from tracker.draft.catalogue import Left, Proposal, Proposed, revised, tolerance_of
from tracker.draft.document import goal_written, why
from tracker.draft.leftover import spans
from tracker.draft.mentions import Confidence
from tracker.model.goal import Operator
from tracker.model.quantity import decimal_of
from tracker.words import printable

Answer = TypeVar("Answer")
_COUNTED = tuple(operator for operator in Operator if operator is not Operator.DONE_BY)
# The most doubtful first.
_ORDER = (Confidence.LOW, Confidence.MEDIUM)


def reviewed(proposal: Proposal, session: Session, saved: Path | None, text: str) -> tuple[Proposal, bool]:
    """Ask for what is not certain, and whether all was asked; q keeps the rest as it is.

    Every step is kept in `saved`, and gone on with from there; None keeps none.
    """
    steps = Steps(saved, proposal, text)
    if steps.answers:
        session.complain(session.words("draft.review.goes-on", {"count": len(steps.answers)}) + "\n")
    through = all(step(proposal, steps, session) for step in (_doubtful, _milestones, _left_over))
    return revised(proposal, steps.answers), through


def so_far(proposal: Proposal, saved: Path | None, text: str) -> Proposal:
    """The draft with the answers that were given before."""
    return revised(proposal, Steps(saved, proposal, text).answers)


def put_away(saved: Path, session: Session, *, through: bool) -> None:
    """The draft is written: its steps are needed no more where all was asked; else they are gone on with."""
    if through:
        saved.unlink(missing_ok=True)
    elif saved.exists():
        session.complain(session.words("draft.review.left") + "\n")


def _doubtful(proposal: Proposal, steps: Steps, session: Session) -> bool:
    """Targets with numbers that are not certain, by doubt; False where the person has left."""
    sections = {target.id: measure.section for measure in proposal.measures for target in measure.targets}
    doubtful = [t for level in _ORDER for t in proposal.targets if t.confidence is level and _counts(t)]
    asked = [target for target in doubtful if target.id not in steps.answers]
    for n, target in enumerate(asked, 1):
        if target.id in steps.answers:
            continue
        _show(target, n, len(asked), proposal.year, session)
        chosen = _ask(session, "draft.ask", "a", _choice)
        chapter = [t for t in proposal.targets if sections[t.id] == sections[target.id]]
        match chosen:
            case "q":
                return False
            case "A":
                steps.add({t.id: _certain(t) for t in chapter if t.id not in steps.answers})
            case "D":
                steps.add({t.id: None for t in chapter})
            case "d":
                steps.add({target.id: None})
            case "c":
                steps.add({target.id: _changed(target, session)})
            case _:
                steps.add({target.id: _certain(target)})
    return True


def _milestones(proposal: Proposal, steps: Steps, session: Session) -> bool:
    """What stands for measures that count nothing, all at once or one by one."""
    made_up = [t for t in proposal.targets if not _counts(t) and not t.certain and t.id not in steps.answers]
    if not made_up:
        return True
    session.complain(session.words("draft.ask.milestones", {"count": len(made_up)}) + "\n")
    chosen = _ask(session, "draft.ask.all", "a", _choice_of("aodq"))
    for n, target in enumerate(made_up, 1) if chosen == "o" else ():
        _show(target, n, len(made_up), proposal.year, session)
        one = _ask(session, "draft.ask", "a", _choice)
        if one == "q":
            return False
        changed = _changed(target, session) if one == "c" else _certain(target)
        steps.add({target.id: None if one in {"d", "D"} else changed})
    if chosen in {"a", "d"}:
        steps.add({t.id: _certain(t) if chosen == "a" else None for t in made_up})
    return chosen != "q"


def _left_over(proposal: Proposal, steps: Steps, session: Session) -> bool:
    """Numbers that were not taken, by kind: none, all, or those whose numbers are typed."""
    kinds: dict[str, list[Left]] = defaultdict(list)
    for one in proposal.left:
        kinds[one.reason.value].append(one)
    for reason, left in sorted(kinds.items(), key=lambda kind: len(kind[1])):
        if all(one.target.id in steps.answers for one in left):
            continue
        lines = spans(one.line for one in left)
        facts: dict[str, object] = {"reason": session.words(f"why-not.{reason}"), "lines": lines}
        session.complain(session.words("draft.ask.left", {**facts, "count": len(left)}) + "\n")
        chosen = _ask(session, "draft.ask.take", "n", _choice_of("nlaq"))
        if chosen == "q":
            return False
        taken = set(range(len(left)) if chosen == "a" else _which(left, session) if chosen == "l" else ())
        steps.add({one.target.id: _certain(one.target) if n in taken else None for n, one in enumerate(left)})
    return True


def _which(left: Sequence[Left], session: Session) -> list[int]:
    """The list, and which of it a person takes, by places from 0."""
    for n, one in enumerate(left, 1):
        session.complain(printable(f"{n:4}  {one.line:>5}  {one.number}  {one.target.quote[:60]}") + "\n")
    return _ask(session, "draft.ask.which", "0", lambda text: _places(text, len(left)))


def _counts(target: Proposed) -> bool:
    return target.operator is not Operator.DONE_BY


def _certain(target: Proposed) -> Proposed:
    return replace(target, confidence=Confidence.HIGH, doubts=())


def _choice_of(keys: str) -> Callable[[str], str]:
    def understood(text: str) -> str:
        if text.lower() not in set(keys):
            raise ValueError(text)
        return text.lower()

    return understood


def _places(text: str, count: int) -> list[int]:
    """3 5-8 as places from 0; 0 is none."""
    places: list[int] = []
    for part in text.replace(",", " ").split():
        first, _, last = part.partition("-")
        places += range(int(first) - 1, int(last or first))
    if any(place >= count for place in places):
        raise ValueError(text)
    return [place for place in places if place >= 0]


def _show(target: Proposed, n: int, count: int, year: int, session: Session) -> None:
    words = session.words
    facts = {
        "n": n,
        "count": count,
        "measure": target.measure,
        "line": target.line,
        "name": target.name,
        "goal": f"{goal_written(target, year)} {target.unit}",
        "sentence": target.sentence,
        "why": why(target, words),
    }
    session.complain(words("draft.ask.target", facts) + "\n")


def _changed(target: Proposed, session: Session) -> Proposed:
    name = _ask(session, "draft.ask.name", target.name, _line)
    if target.operator is Operator.DONE_BY:
        return replace(target, name=name, confidence=Confidence.HIGH, doubts=())
    operator = _ask(session, "draft.ask.operator", target.operator.value, _operator)
    value, upper = _ask(
        session, "draft.ask.number", _numbers_of(target), lambda text: _numbers(text, operator)
    )
    unit = target.unit
    if target.kind not in {"share", "growth"}:
        unit = _ask(session, "draft.ask.unit", target.unit, _line)
    about = operator is Operator.ABOUT
    better = (target.better or "higher") if about or operator is Operator.REACH else None
    return replace(
        target,
        name=name,
        operator=operator,
        value=value,
        upper=upper,
        unit=unit,
        tolerance=tolerance_of(value, unit) if about else None,
        better=better,
        baseline=None
        if target.baseline is not None and target.baseline > value and better != "lower"
        else target.baseline,
        confidence=Confidence.HIGH,
        doubts=(),
    )


def _ask(session: Session, key: str, default: str, understand: Callable[[str], Answer]) -> Answer:
    """Ask until the answer is understood."""
    while True:
        text = answer(session.words(key), default)
        try:
            return understand(text.strip())
        except ValueError:
            session.complain(session.words(f"{key}.bad") + "\n")


def _choice(text: str) -> str:
    if text.lower() not in {"a", "c", "d", "q"}:
        raise ValueError(text)
    return text if text in {"A", "D"} else text.lower()


def _line(text: str) -> str:
    if not text or not text.isprintable():
        raise ValueError(text)
    return text


def _operator(text: str) -> Operator:
    operator = Operator(text)
    if operator not in _COUNTED:
        raise ValueError(text)
    return operator


def _numbers_of(target: Proposed) -> str:
    numbers = [number for number in (target.value, target.upper) if number is not None]
    return " ".join(f"{number:f}" for number in numbers)


def _numbers(text: str, operator: Operator) -> tuple[Decimal, Decimal | None]:
    numbers = [decimal_of(part) for part in text.replace(",", " ").split()]
    if len(numbers) != (2 if operator is Operator.BETWEEN else 1):
        raise ValueError(text)
    if operator is Operator.BETWEEN and numbers[0] >= numbers[1]:
        raise ValueError(text)
    return numbers[0], numbers[1] if operator is Operator.BETWEEN else None
