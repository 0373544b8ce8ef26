"""A progress file as it is written: its keys, checked by pydantic, and its JSON Schema."""

from typing import Annotated, Any, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from tracker.model.fields import Choice, Day, FileModel, Moment, Number, SingleLine, Text

Status = Annotated[str, Choice("preliminary", "verified")]
VALUES = ("total", "add", "stage")
COUNTED = ("part", "whole")
WITH_VOID = frozenset({"void", "reason", "note", "evidence"})


class EntryWritten(FileModel):
    """One figure, or the withdrawal of an earlier one."""

    model_config = ConfigDict(json_schema_extra={"dependentRequired": {"part": ["whole"], "whole": ["part"]}})

    target: SingleLine | None = Field(None, description="指标 id")
    total: Number | None = Field(None, description="截至该日的累计数（或现值）")
    add: Number | None = Field(None, description="上次之后新增的数")
    part: Number | None = Field(None, description="比率的分子，与 whole 同写，代替 total")
    whole: Number | None = Field(None, description="比率的分母，大于零")
    stage: SingleLine | None = Field(None, description="里程碑到达的阶段")
    unit: SingleLine | None = Field(None, description="与指标不同而同类的单位，如 万元")
    status: Status | None = Field(None, description="preliminary 初步数；verified 也可写，不改变任何结果")
    note: Text | None = None
    evidence: SingleLine | None = Field(None, description="佐证材料的路径或网址")
    void: SingleLine | None = Field(None, description="撤回：文件名（不带 .yaml），或 文件名#第几条")
    reason: Text | None = Field(None, description="撤回的原因")

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        if self.void is not None:
            extra = sorted(self.model_fields_set - WITH_VOID)
            if extra:
                raise PydanticCustomError(
                    "void-mixed", "void with other keys", {"at": extra[0], "keys": tuple(extra)}
                )
            if self.reason is None:
                raise PydanticCustomError("void-reason", "void without reason")
            return self
        if self.target is None:
            raise PydanticCustomError("entry-target", "no target")
        keys = [name for name in (*VALUES, *COUNTED) if getattr(self, name) is not None]
        if len(keys) != 1 and keys != [*COUNTED]:
            raise PydanticCustomError("entry-value", "exactly one value", {"given": tuple(keys)})
        self._check_counted(keys)
        if self.reason is not None:
            raise PydanticCustomError("reason-alone", "reason without void", {"at": "reason"})
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
