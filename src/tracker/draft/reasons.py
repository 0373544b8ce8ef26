"""What becomes of each number of a text: its fate, and the reason where it is no target."""

from enum import StrEnum


class Fate(StrEnum):
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
    EXISTING = "existing"  # 全县18个乡镇
    RATE_BASE = "rate_base"  # 每万人
    FREQUENCY = "frequency"  # 每月2次
    UNIT = "unit"  # within the name of a responsible unit
    WORD = "word"  # a numeral that is part of a word: 统一, 一批
    CONTACT = "contact"  # telephone numbers, addresses
    OUTSIDE = "outside"  # stands in no measure
    UNCLEAR = "unclear"  # nothing says what it counts
