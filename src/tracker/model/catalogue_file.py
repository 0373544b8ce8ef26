"""measures.yaml as it is written: its keys, checked by pydantic, and its JSON Schema."""

from datetime import date
from typing import Annotated, Any, Self, get_args

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from tracker.model.amendments import PathRule
from tracker.model.amendments_file import Acceptances, RetirementWritten
from tracker.model.catalogue import CHECKS_OF_TARGETS, Cadence, ReadingCheck
from tracker.model.clock import DEFAULT_TIMEZONE
from tracker.model.fields import (
    Choice,
    Code,
    Day,
    FileModel,
    Number,
    Ordinal,
    SingleLine,
    Slug,
    Text,
    Timezone,
    Whole,
    Year,
    YesNo,
    one_or_several,
)
from tracker.model.goal import Operator
from tracker.model.kinds import KINDS
from tracker.model.profile import PROFILES

KindName = Annotated[str, Choice(*KINDS)]
PathName = Annotated[str, Choice(*(rule.value for rule in PathRule if rule is not PathRule.POINTS))]
CadenceName = Annotated[str, Choice(*(cadence.value for cadence in Cadence))]
Strength = Annotated[str, Choice("binding", "aspire")]
Better = Annotated[str, Choice("higher", "lower")]
ProfileName = Annotated[str, Choice(*PROFILES)]
Language = Annotated[str, Choice("zh", "en")]
CheckName = Annotated[str, Choice(*(check.value for check in CHECKS_OF_TARGETS))]
OwnersCheck = Annotated[str, Choice(ReadingCheck.OWNERS.value)]


class GoalWritten(FileModel):
    """`target`: exactly one comparator with its number."""

    at_least: Number | None = Field(None, description="以上、不低于、不少于")
    more_than: Number | None = Field(None, description="超过、突破：等于该数还不算")
    reach: Number | None = Field(None, description="达到，或只写数字")
    about: Number | None = Field(None, description="左右；须写 tolerance")
    at_most: Number | None = Field(None, description="以内、不超过")
    less_than: Number | None = Field(None, description="低于、少于")
    between: tuple[Number, Number] | None = Field(None, description="3至5项：[下限, 上限]")
    done_by: Day | None = Field(None, description="里程碑的完成日期")
    tolerance: Number | None = Field(None, description="about 的允许偏差，与目标同单位")
    better: Better | None = Field(None, description="about 往哪边更好；降到、下降的 reach 写 lower")

    @model_validator(mode="before")
    @classmethod
    def _between_is_a_list(cls, value: object) -> object:
        if not isinstance(value, dict) or "between" not in value:
            return value
        bounds = value["between"]
        if not isinstance(bounds, list) or len(bounds) != 2:  # noqa: PLR2004 - lower and upper
            raise PydanticCustomError("between-two", "two bounds", {"at": "between"})
        return {**value, "between": tuple(bounds)}

    @model_validator(mode="after")
    def _one_comparator(self) -> Self:
        operators = [operator.value for operator in Operator if getattr(self, operator.value) is not None]
        if len(operators) != 1:
            raise PydanticCustomError("goal-count", "exactly one comparator", {"given": tuple(operators)})
        directed = self.about is not None or self.reach is not None
        if (self.about is None) != (self.tolerance is None) or (self.better and not directed):
            raise PydanticCustomError("goal-tolerance", "tolerance goes with about")
        return self

    @property
    def operator(self) -> Operator:
        """The one comparator that is given."""
        return next(operator for operator in Operator if getattr(self, operator.value) is not None)


class PathWritten(FileModel):
    """`path`: a rule by name, or steps agreed in advance."""

    rule: PathName | None = None
    points: Annotated[dict[Day, Number], Field(min_length=1)] | None = Field(
        None, description="约定的分步进度：日期: 应达到的数"
    )

    @model_validator(mode="before")
    @classmethod
    def _a_name_is_a_rule(cls, value: object) -> object:
        return {"rule": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        if (self.rule is None) == (self.points is None):
            raise PydanticCustomError("path-count", "a rule or points")
        return self


class ReportingWritten(FileModel):
    """`reporting`: how often, and how many days of grace."""

    cadence: CadenceName
    grace: Whole = Field(3, description="宽限天数，超过即为未报送")


class SignalsWritten(FileModel):
    """`signals`: a profile by name, or with numbers of one's own."""

    profile: ProfileName = "default"
    behind: Number | None = Field(None, description="滞后（黄）的界限，百分点，例如 0 或 -5")
    far_behind: Number | None = Field(None, description="严重滞后（红）的界限，百分点")
    far_behind_short: Number | None = Field(None, description="严重滞后（红）：比应达到的少百分之几以上")
    far_behind_rate: Number | None = Field(
        None, description="增速、比率严重滞后（红）的界限，该比率的百分点，例如 -2"
    )

    @model_validator(mode="before")
    @classmethod
    def _a_name_is_a_profile(cls, value: object) -> object:
        return {"profile": value} if isinstance(value, str) else value


def refuse_two_deadlines(due: date | None, done_by: date | None) -> None:
    """A milestone has one deadline."""
    if due and done_by and due != done_by:
        facts = {"at": "due", "due": due, "done_by": done_by}
        raise PydanticCustomError("due-differs", "due and done_by", facts)


class AdjustmentWritten(FileModel):
    """One later change of a target."""

    date: Day
    target: GoalWritten
    document: SingleLine
    reason: Text | None = None
    due: Day | None = None
    path: PathWritten | None = Field(None, description="新的进度；原有约定分步的必须写")

    @model_validator(mode="after")
    def _one_deadline(self) -> Self:
        refuse_two_deadlines(self.due, self.target.done_by)
        return self


class TargetWritten(FileModel):
    """One target of a measure."""

    id: Slug
    name: SingleLine
    kind: KindName
    target: GoalWritten
    quote: Text = Field(description="政策原文中的原话，一字不差")
    indicator: Code | None = Field(None, description="上级 indicators.yaml 里的代码，用于汇总")
    unit: SingleLine | None = Field(None, description="里程碑可省略（%）")
    baseline: Number | None = Field(None, description="期初值")
    from_: Day | None = Field(None, alias="from", description="起算日，默认为年初")
    due: Day | None = Field(None, description="截止日，默认为年末")
    path: PathWritten | None = None
    strength: Strength = "binding"
    owners: Annotated[list[SingleLine], Field(min_length=1)] | None = None
    reporting: ReportingWritten | None = None
    adjustments: list[AdjustmentWritten] = Field(default_factory=list)
    former_ids: list[Slug] = Field(default_factory=list, description="曾用 id；以其报送的数仍然算数")
    retired: RetirementWritten | None = None
    accept: Acceptances | None = Field(
        None, description="已接受的偏差：到期以前不预警、不督办；接受过几次的写成列表"
    )
    whole: YesNo | None = Field(None, description="是否按整数计；默认由单位决定")
    previous: Annotated[dict[Day, Number], Field(min_length=1)] | None = Field(
        None, description="上年同期：日期: 累计到这天的数；写到上年的截止日"
    )
    stages: dict[SingleLine, Number] = Field(
        default_factory=dict, description="里程碑的阶段：名称: 完成百分比"
    )
    differs: dict[CheckName, Text] = Field(
        default_factory=dict, description="与原文读法有意不同之处：核对项: 理由（tracker audit）"
    )

    @model_validator(mode="after")
    def _keys_that_exclude_each_other(self) -> Self:
        refuse_two_deadlines(self.due, self.target.done_by)
        if self.baseline is not None and not KINDS[self.kind].takes_baseline:
            raise PydanticCustomError("baseline-kind", "no baseline", {"at": "baseline", "kind": self.kind})
        return self


class MeasureWritten(FileModel):
    """One measure."""

    number: Ordinal
    title: SingleLine
    owners: Annotated[list[SingleLine], Field(min_length=1)]
    targets: Annotated[list[TargetWritten], Field(min_length=1)]
    differs: dict[OwnersCheck, Text] = Field(
        default_factory=dict, description="责任单位与原文有意不同：owners: 理由（tracker audit）"
    )


class SectionWritten(FileModel):
    """One section."""

    number: Ordinal
    title: SingleLine
    measures: Annotated[list[MeasureWritten], Field(min_length=1)]


OneOrMore = Annotated[tuple[SingleLine, ...], BeforeValidator(one_or_several)]


class ViewWritten(FileModel):
    """One of `views`: filters and an order under a name, for `--view`."""

    section: OneOrMore = Field((), description="部分：编号或标题的一部分")
    measure: OneOrMore = Field((), description="措施：编号或标题的一部分")
    owner: OneOrMore = Field((), description="责任单位：名称的一部分")
    lead_only: YesNo = Field(default=False, description="只看其牵头的")
    signal: OneOrMore = Field((), description="信号")
    search: SingleLine | None = Field(None, description="名称、id、原文中含有这些字")
    sort: SingleLine | None = Field(None, description="排序")
    profile: ProfileName | None = Field(None, description="判定规则")


class EscalationWritten(FileModel):
    """`escalation`: when a notice is due, and when it grows stronger."""

    near: Whole = Field(30, description="截止前多少天内、尚未完成：蓝色提醒")
    repeat: Ordinal = Field(3, description="连续滞后多少个报送周期：由黄色预警升为红色督办")
    repeat_far: Ordinal = Field(2, description="其中连续严重滞后多少个报送周期：即升为红色督办")


class BriefWritten(FileModel):
    """`brief`: how briefings are written where no option says it."""

    length: Annotated[str, Choice("full", "short")] = Field("full", description="full 全文，short 一页")


class IgnoreWritten(FileModel):
    """One of `ignore`: words of the text whose numbers are no targets, and why."""

    words: Text = Field(description="政策原文中的原话，一字不差")
    reason: Text = Field(description="其中的数字为什么不是指标")


class CatalogueWritten(FileModel):
    """The whole file."""

    title: SingleLine
    year: Year
    language: Language = "zh"
    source: SingleLine = Field(description="政策原文的路径，例如 seeds/policy.md")
    notice: SingleLine | None = Field(None, description="显示在每个输出开头的一行说明")
    timezone: Timezone = Field(DEFAULT_TIMEZONE, description="时区（IANA 名称）：“今天”和录入日期以此为准")
    reporting: ReportingWritten
    signals: SignalsWritten = Field(default_factory=SignalsWritten)
    escalation: EscalationWritten = Field(default_factory=EscalationWritten)
    brief: BriefWritten = Field(default_factory=BriefWritten)
    verifiers: list[SingleLine] = Field(
        default_factory=list, description="可以核实、退回的单位；不写则为报送单位以外的任何单位"
    )
    views: dict[SingleLine, ViewWritten] = Field(
        default_factory=dict, description="保存的视图：名称: 筛选和排序"
    )
    ignore: list[IgnoreWritten] = Field(
        default_factory=list, description="原文中不是指标的数字（tracker audit）"
    )
    sections: Annotated[list[SectionWritten], Field(min_length=1)]


def json_schema() -> dict[str, Any]:
    """The JSON Schema of measures.yaml, for editors."""
    schema = CatalogueWritten.model_json_schema(by_alias=True)
    # Both may also be written as one word.
    for name, choice in (("PathWritten", PathName), ("SignalsWritten", ProfileName)):
        mapping = dict(schema["$defs"][name])
        words: tuple[Choice, ...] = get_args(choice)[1:]
        schema["$defs"][name] = {"anyOf": [{"enum": list(words[0].choices)}, mapping]}
    del schema["$defs"]["PathWritten"]["anyOf"][1]["properties"]["rule"]
    return schema
