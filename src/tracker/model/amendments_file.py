"""How a catalogue file says that a target ended, and that its being behind is accepted."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from tracker.model.fields import Day, FileModel, SingleLine, Text


class RetirementWritten(FileModel):
    """`retired`: a document ended the target."""

    on: Day = Field(description="从这天起不再考核")
    reason: Text
    document: SingleLine


class AcceptanceWritten(FileModel):
    """`accept`: a document accepts that the target is behind, until a day."""

    from_: Day | None = Field(None, alias="from", description="从这天起；不写则从一开始")
    until: Day = Field(description="到这天止（含）")
    document: SingleLine
    reason: Text


def _several(written: object) -> object:
    return written if isinstance(written, list) else [written]


Acceptances = Annotated[
    list[AcceptanceWritten],
    Field(min_length=1),
    BeforeValidator(_several, json_schema_input_type=AcceptanceWritten | list[AcceptanceWritten]),
]
