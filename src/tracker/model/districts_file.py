"""The list of districts (districts.yaml) as it is written: its keys, checked by pydantic."""

from typing import Annotated, Self

from pydantic import Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from tracker.model.fields import FileModel, SingleLine
from tracker.model.validation import form_problems
from tracker.problems import Place, Problem

# The keys that say where a district is; each has one of them.
PLACES = ("workspace", "package", "repository")


class DistrictWritten(FileModel):
    """One of `districts`: a folder, or a repository with what to take of it."""

    name: SingleLine
    workspace: SingleLine | None = Field(None, description="工作区的目录，从本文件算起")
    package: SingleLine | None = Field(None, description="数据包的目录：不用本程序的区县")
    repository: SingleLine | None = Field(None, description="git 仓库：本机路径、https 或 ssh 地址")
    revision: SingleLine | None = Field(None, description="分支、标签、提交，或一天（当天结束时的状态）")
    folder: SingleLine | None = Field(None, description="工作区在仓库里的目录")

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if sum(getattr(self, place) is not None for place in PLACES) != 1:
            raise PydanticCustomError("district-place", "one place")
        if self.repository is None and (self.revision or self.folder):
            raise PydanticCustomError("district-place", "of a repository only")
        return self


class DistrictsWritten(FileModel):
    """The whole file."""

    title: SingleLine | None = None
    indicators: SingleLine | None = Field(None, description="共用指标的文件，默认为旁边的 indicators.yaml")
    districts: Annotated[list[DistrictWritten], Field(min_length=1)]


def read_districts(data: object, file: str) -> tuple[DistrictsWritten | None, list[Problem]]:
    """The list in `data` (as loaded from YAML), or every problem of it."""
    try:
        written = DistrictsWritten.model_validate(data)
    except ValidationError as error:
        return None, list(form_problems(error, file, data, DistrictsWritten))
    names: set[str] = set()
    problems = []
    for at, district in enumerate(written.districts):
        if district.name in names:
            place = Place(file, ("districts", at, "name"))
            problems.append(Problem("district-twice", place, {"value": district.name}))
        names.add(district.name)
    return written, problems
