"""import.yaml as it is written: what the headings of other tables say, and which targets their names mean."""

from typing import Annotated

from pydantic import Field, ValidationError

from tracker.model.catalogue import Catalogue
from tracker.model.fields import FileModel, SingleLine, Slug
from tracker.model.typed import folded
from tracker.model.validation import form_problems as problems_of_form
from tracker.model.worksheet_headings import Known, with_headings
from tracker.problems import Place, Problem, nearest

Texts = Annotated[list[SingleLine], Field(max_length=200)]


class HeadingsWritten(FileModel):
    """Further headings, by what stands beneath them."""

    target: Texts = Field([], description="指标：id、编号或名称")
    task: Texts = Field([], description="任务；表里没有指标时就是指标")
    total: Texts = Field([], description="累计数或现值")
    done: Texts = Field([], description="完成数；表里没有累计数时就是累计数")
    add: Texts = Field([], description="新增数：上次报数之后增加的")
    part: Texts = Field([], description="比率的分子，与分母同用")
    whole: Texts = Field([], description="比率的分母")
    date: Texts = Field([], description="数据截止日")
    filed: Texts = Field([], description="填报日；表里没有数据日期时就是数据日期")
    unit: Texts = Field([], description="计量单位")
    note: Texts = Field([], description="备注")
    by: Texts = Field([], description="报送单位")
    cause: Texts = Field([], description="回执的原因")
    remedy: Texts = Field([], description="回执的措施")
    by_when: Texts = Field([], description="回执承诺的完成日")
    owner: Texts = Field([], description="责任单位；没有写报送单位时由第一个报送")


class NameWritten(FileModel):
    """What a table calls a target; without a target its rows are left out."""

    name: SingleLine
    target: Slug | None = None


class ImportWritten(FileModel):
    """The whole file."""

    headings: HeadingsWritten = HeadingsWritten()
    names: Annotated[list[NameWritten], Field([], max_length=2000)]


def read_known(data: object, file: str, catalogue: Catalogue) -> tuple[Known, list[Problem]]:
    """The form's own headings and what `data` (as loaded from YAML) adds, or every problem of its form."""
    ids = [target.id for target in catalogue.targets]
    try:
        written = ImportWritten.model_validate(data)
    except ValidationError as error:
        return Known(with_headings({})), list(problems_of_form(error, file, data, ImportWritten))
    problems = [
        Problem(
            "target-unknown",
            Place(file, ("names", n, "target")),
            {"name": one.target, "near": nearest(one.target, ids)},
        )
        for n, one in enumerate(written.names)
        if one.target and catalogue.target(one.target) is None
    ]
    names = {folded(one.name): one.target for one in written.names}
    return Known(with_headings(written.headings.model_dump()), names), problems
