"""The steps of a review, kept in a file beside the draft so that it can be left and gone on with."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from pydantic import BaseModel, ValidationError

from tracker.draft.catalogue import Proposal, Proposed
from tracker.draft.mentions import Confidence
from tracker.model.goal import Operator
from tracker.store.atomic import replace_file


class _Answer(BaseModel):
    """What a person may have changed of a target."""

    name: str
    unit: str
    operator: Operator
    value: Decimal | None
    upper: Decimal | None
    tolerance: Decimal | None
    better: str | None
    baseline: Decimal | None


class _Kept(BaseModel):
    """The file: which text it is of, and the answers."""

    text: str
    answers: dict[str, _Answer | None]


_CHANGED = tuple(_Answer.model_fields)


class Steps:
    """The answers by id: a target as it is to be, or None where it is none; each kept at once in `path`."""

    def __init__(self, path: Path | None, proposal: Proposal, text: str) -> None:
        self._path = path
        self._text = hashlib.sha256(text.encode()).hexdigest()
        self._targets = {target.id: target for target in proposal.targets}
        self._targets |= {left.target.id: left.target for left in proposal.left}
        self.answers: dict[str, Proposed | None] = dict(self._read())

    def add(self, answers: Mapping[str, Proposed | None]) -> None:
        """Keep these answers."""
        self.answers |= answers
        if self._path is not None:
            written = {name: _answer(target) for name, target in self.answers.items()}
            kept = _Kept(text=self._text, answers=written)
            replace_file(self._path, kept.model_dump_json(indent=1).encode())

    def _read(self) -> dict[str, Proposed | None]:
        """What was kept for this text; nothing where the file is none of ours."""
        try:
            kept = _Kept.model_validate_json(self._path.read_bytes()) if self._path is not None else None
        except (OSError, ValidationError):
            return {}
        if kept is None or kept.text != self._text:
            return {}
        known = [(name, answer) for name, answer in kept.answers.items() if name in self._targets]
        return {name: None if answer is None else self._changed(name, answer) for name, answer in known}

    def _changed(self, name: str, answer: _Answer) -> Proposed:
        changes = {key: getattr(answer, key) for key in _CHANGED}
        return replace(self._targets[name], **changes, confidence=Confidence.HIGH, doubts=())


def _answer(target: Proposed | None) -> _Answer | None:
    return None if target is None else _Answer(**{key: getattr(target, key) for key in _CHANGED})
