"""The scalars of both file formats. All arrive as text, exactly as written; each is read strictly."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, GetCoreSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from tracker.model.clock import DEFAULT_TIMEZONE, zone_named
from tracker.model.period import YEARS, iso_day
from tracker.model.quantity import PLAIN_NUMBER, decimal_of

LONGEST_TEXT = 2000
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
# As statistics have them: E01, 9.4.1, SDG-1-1-1.
_CODE = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]{0,58}[A-Za-z0-9])?")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?", re.ASCII)
_WHOLE = re.compile(r"0|[1-9][0-9]{0,8}")


class FileModel(BaseModel):
    """What stands in a file: unknown keys are errors, nothing is coerced."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, populate_by_name=False)


def scalar(value: object) -> str:
    """The text of a scalar; lists and mappings are refused."""
    if value is None:
        raise PydanticCustomError("value-missing", "value missing")
    if not isinstance(value, str):
        raise PydanticCustomError("scalar-expected", "scalar expected")
    return value


def _number(value: object) -> Decimal:
    text = scalar(value)
    try:
        return decimal_of(text)
    except ValueError:
        raise PydanticCustomError("number-bad", "not a number", {"text": text}) from None


def _whole(value: object) -> int:
    text = scalar(value)
    if not _WHOLE.fullmatch(text):
        raise PydanticCustomError("whole-bad", "not a whole number", {"text": text})
    return int(text)


def _ordinal(value: object) -> int:
    number = _whole(value)
    if number == 0:
        raise PydanticCustomError("ordinal-zero", "numbers begin with 1")
    return number


def _year(value: object) -> int:
    year = _whole(value)
    if year not in YEARS:
        raise PydanticCustomError("year-bad", "not a year", {"text": str(year)})
    return year


def _day(value: object) -> date:
    text = scalar(value)
    try:
        day = iso_day(text)
    except ValueError:
        raise PydanticCustomError("date-bad", "not a date", {"text": text}) from None
    if day.year not in YEARS:
        raise PydanticCustomError("year-bad", "not a year", {"text": str(day.year)})
    return day


def _moment(value: object) -> datetime:
    text = scalar(value)
    try:
        moment = datetime.fromisoformat(text) if _MOMENT.fullmatch(text) else None
    except ValueError:
        moment = None
    if moment is None or moment.year not in YEARS:
        raise PydanticCustomError("moment-bad", "not a moment", {"text": text})
    return moment


def _timezone(value: object) -> str:
    text = scalar(value)
    try:
        return zone_named(text).key
    except ValueError:
        raise PydanticCustomError("timezone-bad", "not a time zone", {"text": text}) from None


def _yes_no(value: object) -> bool:
    text = scalar(value)
    if text not in {"true", "false"}:
        raise PydanticCustomError("choice-bad", "not one of", {"text": text, "choices": ("true", "false")})
    return text == "true"


def one_or_several(value: object) -> object:
    """A list, or one item that stands for a list of one."""
    return tuple(value) if isinstance(value, list) else (value,)


def _text(value: object) -> str:
    text = scalar(value)
    if not text.strip():
        raise PydanticCustomError("text-empty", "empty text")
    if len(text) > LONGEST_TEXT:
        raise PydanticCustomError("text-long", "text too long", {"limit": LONGEST_TEXT, "length": len(text)})
    if match := _CONTROL.search(text):
        raise PydanticCustomError(
            "text-control", "control character", {"character": f"U+{ord(match[0]):04X}"}
        )
    return text


def _line(value: object) -> str:
    text = _text(value)
    if "\n" in text or text != text.strip():
        raise PydanticCustomError("text-lines", "more than one line", {"text": text})
    return text


def _slug(value: object) -> str:
    text = scalar(value)
    if not _SLUG.fullmatch(text) or len(text) > 60:  # noqa: PLR2004 - a name fit for typing
        raise PydanticCustomError("slug-bad", "not a slug", {"text": text})
    return text


def _code(value: object) -> str:
    text = scalar(value)
    if not _CODE.fullmatch(text):
        raise PydanticCustomError("code-bad", "not a code", {"text": text})
    return text


class Choice:
    """Annotation for a word out of a fixed list, offered as such by editors."""

    def __init__(self, *choices: str) -> None:
        self.choices = choices

    def _choose(self, value: object) -> str:
        text = scalar(value)
        if text not in self.choices:
            raise PydanticCustomError("choice-bad", "not one of", {"text": text, "choices": self.choices})
        return text

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._choose, handler(source))

    def __get_pydantic_json_schema__(self, _schema: CoreSchema, _handler: object) -> dict[str, Any]:
        return {"enum": list(self.choices)}


Number = Annotated[
    Decimal,
    BeforeValidator(_number),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^{PLAIN_NUMBER}$"}]}),
]
Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer", "minimum": 0})]
Ordinal = Annotated[int, BeforeValidator(_ordinal), WithJsonSchema({"type": "integer", "minimum": 1})]
Year = Annotated[int, BeforeValidator(_year), WithJsonSchema({"type": "integer", "minimum": 1900})]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
YesNo = Annotated[bool, BeforeValidator(_yes_no), WithJsonSchema({"type": "boolean"})]
Moment = Annotated[
    datetime,
    BeforeValidator(_moment),
    WithJsonSchema({"type": "string", "description": "ISO 8601, with offset"}),
]
Timezone = Annotated[
    str, BeforeValidator(_timezone), WithJsonSchema({"type": "string", "examples": [DEFAULT_TIMEZONE]})
]
Text = Annotated[str, BeforeValidator(_text), WithJsonSchema({"type": "string", "minLength": 1})]
SingleLine = Annotated[
    str, BeforeValidator(_line), WithJsonSchema({"type": "string", "pattern": r"^\S([^\n]*\S)?$"})
]
Slug = Annotated[
    str, BeforeValidator(_slug), WithJsonSchema({"type": "string", "pattern": f"^{_SLUG.pattern}$"})
]
Code = Annotated[
    str, BeforeValidator(_code), WithJsonSchema({"type": "string", "pattern": f"^{_CODE.pattern}$"})
]
