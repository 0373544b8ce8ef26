"""import.yaml as it is written: the headings under which other tables say what the tool's own form says."""

from typing import Annotated

from pydantic import Field, ValidationError

from tracker.model.fields import FileModel, SingleLine
from tracker.model.validation import _problems as problems_of_form
from tracker.problems import Problem

Texts = Annotated[list[SingleLine], Field(max_length=50)]


class HeadingsWritten(FileModel):
    """Further headings, by what stands beneath them."""

    target: Texts = Field([], description="指标：id、编号或名称")
    total: Texts = Field([], description="累计数或现值")
    date: Texts = Field([], description="数据截止日")
    unit: Texts = Field([], description="计量单位")
    note: Texts = Field([], description="备注")
    by: Texts = Field([], description="报送单位")


class ImportWritten(FileModel):
    """The whole file."""

    headings: HeadingsWritten


def read_headings(data: object, file: str) -> tuple[dict[str, list[str]], list[Problem]]:
    """The headings in `data` (as loaded from YAML), or every problem of its form."""
    try:
        written = ImportWritten.model_validate(data)
    except ValidationError as error:
        return {}, list(problems_of_form(error, file, data, ImportWritten))
    headings: dict[str, list[str]] = written.headings.model_dump()
    return headings, []
