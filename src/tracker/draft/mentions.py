"""What is read from a text: each number with what it is to the catalogue, each target as it is stated."""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cache

from tracker.draft.text import Range
from tracker.draft.weights import ERRORS
from tracker.model.goal import Operator


class Classification(StrEnum):
    """What a number is to the catalogue."""

    VALUE = "value"  # a target's number, or both bounds of its range
    BASELINE = "baseline"  # where a target starts: 由A提高到B
    PERIOD = "period"  # a target's deadline or the start of its period
    SIZE = "size"  # the size class of what a target counts: 70个30亿元以上项目
    NOT_TARGET = "not_target"  # with a reason


class Reason(StrEnum):
    """Why a number is no target."""

    NUMBERING = "numbering"  # of headings and items
    PAGE = "page"  # page numbers
    DATE = "date"  # days and years that are nobody's deadline
    DURATION = "duration"  # 3年内, 5个工作日内
    ORDINAL = "ordinal"  # 第七届, 二期, 三级
    RANKING = "ranking"  # 500强, 前10名
    NAME = "name"  # 5G, 12345热线, PM2.5
    SLOGAN = "slogan"  # “三个一批”, within quotation marks
    PROGRAMME = "programme"  # 三年行动
    DOCUMENT = "document"  # 《…》, 〔2024〕5号, 落实…18条…方案
    LISTED = "listed"  # 八大行动, 等五项
    SUBSIDY = "subsidy"  # 最高奖励200万元
    THRESHOLD = "threshold"  # 对超过5000万元的企业
    CLASS = "class"  # a size class where nothing is counted
    PAST = "past"  # 去年完成
    SUM = "sum"  # in a table: what the years up to a target add up to
    NOTE = "note"  # below 名词解释
    EXISTING = "existing"  # 全县18个乡镇
    RATE_BASE = "rate_base"  # 每万人
    FREQUENCY = "frequency"  # 每月2次
    UNIT = "unit"  # within the name of a responsible unit
    WORD = "word"  # a numeral that is part of a word: 统一, 一批
    CONTACT = "contact"  # telephone numbers, addresses
    OUTSIDE = "outside"  # stands in no measure
    UNCLEAR = "unclear"  # nothing says what it counts


class Confidence(StrEnum):
    """How sure the draft is of a target."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


_HIGH, _LOW = Fraction(3, 100), Fraction(30, 100)
# What is thought of a doubt before any target with it has been measured: a quarter of them is wrong.
_WRONG, _SEEN = 2, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetMention:
    """A target as the text states it; places are of SourceText.text."""

    measure: int
    name: str
    kind: str
    operator: Operator
    value: Decimal | None
    upper: Decimal | None = None
    unit: str
    since: date | None = None
    due: date | None = None
    aspire: bool = False
    baseline: Decimal | None = None
    quote: Range
    at: int  # where its number begins
    doubts: tuple[str, ...] = ()
    sentence: Range | None = None
    period_at: int = -1  # where its period begins; -1 where it has none of its own
    falls: bool = False  # it comes down to its number: 降至, 压缩到

    @property
    def confidence(self) -> Confidence:
        """High where 3 in 100 such targets are wrong or fewer, low where more than 30 are, as measured."""
        return _confidence(self.doubts)


@cache
def _confidence(doubts: tuple[str, ...]) -> Confidence:
    right = Fraction(1)
    for doubt in doubts or ("none",):
        wrong, seen = ERRORS.get(doubt, (0, 0))
        known, prior = (wrong, seen) if doubt == "none" else (wrong + _WRONG, seen + _SEEN)
        right *= 1 - Fraction(known, max(prior, 1))
    if "milestone" in doubts or 1 - right > _LOW:
        return Confidence.LOW
    return Confidence.HIGH if 1 - right <= _HIGH else Confidence.MEDIUM


@dataclass(frozen=True, slots=True)
class NumberMention:
    """What a number at [start, end) of SourceText.text is, and which targets it belongs to.

    `targets` are their places: in the sentence, the measure or the whole text, as far as that has been read.
    """

    start: int
    end: int
    classification: Classification
    reason: Reason | None = None
    targets: tuple[int, ...] = ()
    value: Decimal | None = None
    unit: str = ""

    def behind(self, count: int) -> "NumberMention":
        """The same where so many targets come before those it belongs to."""
        return replace(self, targets=tuple(n + count for n in self.targets)) if self.targets else self


@dataclass(slots=True)
class Statements:
    """Targets in the order of the text, and every number read; numbers name their targets by places here."""

    targets: list[TargetMention] = field(default_factory=list)
    numbers: list[NumberMention] = field(default_factory=list)

    def extend(self, other: "Statements") -> None:
        """Add what is stated behind all this."""
        self.numbers += [number.behind(len(self.targets)) for number in other.numbers]
        self.targets += other.targets
