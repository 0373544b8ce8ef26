"""A progress file as it is written: its keys, checked by pydantic, and its JSON Schema."""

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from tracker.model.fields import Choice, Day, FileModel, Moment, Number, SingleLine, Text


def _not_verified(value: object) -> object:
    """Nobody verifies a figure as it is reported: a second unit does, in an entry of its own."""
    if value == "verified":
        raise PydanticCustomError("status-verified", "self-verified")
    return value


Status = Annotated[str, Choice("preliminary"), BeforeValidator(_not_verified)]
VALUES = ("total", "add", "stage")
COUNTED = ("part", "whole")
WITH_VOID = frozenset({"void", "reason", "note", "evidence"})
# What an entry may be instead of a figure or a void, and what it may have beside that.
STATEMENTS = {
    "reply": frozenset({"reply", "note", "evidence"}),
    "notice": frozenset({"notice", "note", "evidence"}),
    "verify": frozenset({"verify", "note", "evidence"}),
    "return_": frozenset({"return_", "reason", "note", "evidence"}),
}


class ReplyWritten(FileModel):
    """What a unit replies to a notice."""

    target: SingleLine = Field(description="指标 id")
    cause: Text = Field(description="原因")
    remedy: Text = Field(description="措施")
    by_when: Day = Field(description="承诺哪天前赶上进度或完成")


class NoticeWritten(FileModel):
    """That a notice was sent about a target."""

    target: SingleLine = Field(description="指标 id")
    level: Annotated[str, Choice("blue", "yellow", "red")] = Field(description="级别：提醒、预警、督办")
    answer_by: Day = Field(description="请在哪天前书面反馈")


class EntryWritten(FileModel):
    """One figure, the withdrawal of an earlier entry, or what is said beside figures."""

    model_config = ConfigDict(json_schema_extra={"dependentRequired": {"part": ["whole"], "whole": ["part"]}})

    target: SingleLine | None = Field(None, description="指标 id")
    total: Number | None = Field(None, description="截至该日的累计数（或现值）")
    add: Number | None = Field(None, description="上次之后新增的数")
    part: Number | None = Field(None, description="比率的分子，与 whole 同写，代替 total")
    whole: Number | None = Field(None, description="比率的分母，大于零")
    stage: SingleLine | None = Field(None, description="里程碑到达的阶段")
    unit: SingleLine | None = Field(None, description="与指标不同而同类的单位，如 万元")
    status: Status | None = Field(None, description="preliminary 初步数")
    note: Text | None = None
    evidence: SingleLine | None = Field(None, description="佐证材料的路径或网址")
    void: SingleLine | None = Field(None, description="撤回：文件名（不带 .yaml），或 文件名#第几条")
    reason: Text | None = Field(None, description="撤回、退回的原因")
    reply: ReplyWritten | None = Field(None, description="对督办的回执：原因、措施、承诺完成日")

    notice: NoticeWritten | None = Field(None, description="发出的提醒、预警、督办")
    verify: SingleLine | None = Field(None, description="核实：文件名#第几条，由另一单位写")
    return_: SingleLine | None = Field(
        None, alias="return", description="退回：文件名#第几条，由另一单位写，并写 reason"
    )

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        if self.void is not None:
            extra = sorted(key.rstrip("_") for key in self.model_fields_set - WITH_VOID)
            if extra:
                raise PydanticCustomError(
                    "void-mixed", "void with other keys", {"at": extra[0], "keys": tuple(extra)}
                )
            if self.reason is None:
                raise PydanticCustomError("void-reason", "void without reason")
            return self
        for name, allowed in STATEMENTS.items():
            if getattr(self, name) is not None:
                return self._statement(name, allowed)
        if self.target is None:
            raise PydanticCustomError("entry-target", "no target")
        keys = [name for name in (*VALUES, *COUNTED) if getattr(self, name) is not None]
        if len(keys) != 1 and keys != [*COUNTED]:
            raise PydanticCustomError("entry-value", "exactly one value", {"given": tuple(keys)})
        self._check_counted(keys)
        if self.reason is not None:
            raise PydanticCustomError("reason-alone", "reason without void", {"at": "reason"})
        return self

    def _statement(self, name: str, allowed: frozenset[str]) -> Self:
        extra = sorted(key.rstrip("_") for key in self.model_fields_set - allowed)
        if extra:
            facts = {"at": extra[0], "keys": tuple(extra), "key": name.rstrip("_")}
            raise PydanticCustomError("statement-mixed", "a statement with other keys", facts)
        if self.return_ is not None and self.reason is None:
            raise PydanticCustomError("return-reason", "return without reason")
        return self

    def _check_counted(self, keys: list[str]) -> None:
        """A part stands with its whole, neither is negative, and something is not counted of nothing."""
        if keys[0] in COUNTED and len(keys) == 1:
            other = next(name for name in COUNTED if name not in keys)
            raise PydanticCustomError(
                "counted-half", "half a share", {"at": keys[0], "given": keys[0], "missing": other}
            )
        if self.part is not None and self.part < 0:
            raise PydanticCustomError("part-negative", "negative part", {"at": "part", "value": self.part})
        if self.whole is not None and self.whole <= 0:
            raise PydanticCustomError("whole-zero", "no whole", {"at": "whole", "value": self.whole})
        if keys == [*COUNTED] and self.unit is not None:
            raise PydanticCustomError("counted-unit", "a share counted in a unit", {"at": "unit"})


class ReportWritten(FileModel):
    """The whole file."""

    date: Day = Field(description="数据截止日，与文件名相同")
    by: SingleLine = Field(description="报送单位")
    source: SingleLine | None = Field(None, description="数据来源，如 8月上旬旬报")
    recorded: Moment | None = Field(None, description="录入时间")
    entries: Annotated[list[EntryWritten], Field(min_length=1)]


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a progress file, for editors."""
    return ReportWritten.model_json_schema(by_alias=True)
