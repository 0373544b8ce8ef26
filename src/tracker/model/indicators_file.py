"""indicators.yaml as it is written: its keys, checked by pydantic, and what they mean."""

from typing import Annotated, Any

from pydantic import Field, ValidationError

from tracker.model.catalogue_file import Better, KindName
from tracker.model.fields import Choice, Code, FileModel, SingleLine
from tracker.model.indicators import Aggregate, Indicator, Indicators, check_indicators
from tracker.model.kinds import KINDS
from tracker.model.validation import form_problems
from tracker.problems import Place, Problem

AggregateName = Annotated[str, Choice(*(each.value for each in Aggregate))]


class IndicatorWritten(FileModel):
    """One of `indicators`."""

    code: Code = Field(description="代码：各工作区的指标用 indicator 引用")
    name: SingleLine
    unit: SingleLine | None = Field(None, description="比率、增速、里程碑可省略（%）")
    kind: KindName
    direction: Better = Field("higher", description="越高越好，还是越低越好")
    aggregate: AggregateName = Field(description="sum 相加，ratio 分子分母各自相加，none 不合并")


class IndicatorsWritten(FileModel):
    """The whole file."""

    title: SingleLine | None = None
    indicators: Annotated[list[IndicatorWritten], Field(min_length=1)]


def read_indicators(data: object, file: str) -> tuple[Indicators | None, list[Problem]]:
    """The indicators in `data` (as loaded from YAML), or every problem. Lines are not known yet."""
    try:
        written = IndicatorsWritten.model_validate(data)
    except ValidationError as error:
        return None, list(form_problems(error, file, data, IndicatorsWritten))
    paths: dict[str, int] = {}
    problems: list[Problem] = []
    for at, one in enumerate(written.indicators):
        if paths.setdefault(one.code, at) != at:
            place = Place(file, ("indicators", at, "code"))
            problems.append(Problem("code-twice", place, {"value": one.code}))
    by_code = {one.code: _meant(one) for one in reversed(written.indicators)}
    indicators = Indicators(file, {code: by_code[code] for code in paths}, written.title)
    return indicators, [*problems, *check_indicators(indicators, paths)]


def _meant(written: IndicatorWritten) -> Indicator:
    return Indicator(
        code=written.code,
        name=written.name,
        unit=written.unit or KINDS[written.kind].unit or "",
        kind=written.kind,
        higher=written.direction == "higher",
        aggregate=Aggregate(written.aggregate),
    )


def json_schema() -> dict[str, Any]:
    """The JSON Schema of indicators.yaml, for editors."""
    return IndicatorsWritten.model_json_schema(by_alias=True)
