"""`tracker draft --review`: the uncertain targets one by one, accepted, changed or dropped."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from tracker.cli.prompts import answer
from tracker.cli.session import Session
from tracker.draft.catalogue import Proposal, Proposed, revised, tolerance_of
from tracker.draft.document import goal_written, why
from tracker.draft.mentions import Confidence
from tracker.model.goal import Operator
from tracker.model.quantity import decimal_of

Answer = TypeVar("Answer")
_COUNTED = tuple(operator for operator in Operator if operator is not Operator.DONE_BY)


def reviewed(proposal: Proposal, session: Session) -> Proposal:
    """Ask for every target that is not certain; q keeps the rest as it is."""
    answers: dict[str, Proposed | None] = {}
    uncertain = [target for target in proposal.targets if not target.certain]
    for n, target in enumerate(uncertain, 1):
        _show(target, n, len(uncertain), proposal.year, session)
        chosen = _ask(session, "draft.ask", "a", _choice)
        if chosen == "q":
            break
        if chosen == "d":
            answers[target.id] = None
        elif chosen == "c":
            answers[target.id] = _changed(target, session)
        else:
            answers[target.id] = replace(target, confidence=Confidence.HIGH, doubts=())
    return revised(proposal, answers)


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
    return text.lower()


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
