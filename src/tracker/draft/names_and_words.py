"""Rules for numbers that are part of a name or a word, whatever clause they stand in."""

import re

from tracker.draft.mentions import Reason
from tracker.draft.phrases import NumberInClause
from tracker.draft.units import TIME, UNIT, bare, is_money, is_ratio

_LATIN_BEFORE = re.compile(r"[A-Za-zα-ωΑ-Ω][-.]?$|[A-Za-z]\d*[-—.]$|[×xX*+/＋]$|\d[-.:：/]$")
_LATIN_AFTER = re.compile(r"[A-Za-z×*+＋#]|[-.]\d|：\d|:\d")
_INDEX = re.compile(
    r"(?:指数|系数|比值|评分|得分|分值|基尼系数|容积率|比|水平)(?:要|力争|应)?(?:达到|达|为|提高到|提升到|控制在|保持在|稳定在|降至|提高到|提升至|提升到)$"
)
_SESSIONS = re.compile(r"(?:[、和][一二三四五六七八九十]{1,3}次)+全会")
# 创成示范园一个: what is made, so many of it.
_MAKES_ONE = re.compile(r"(?:新增|新建|建成|建设|创成|创建|打造|培育|引进|设立|组建)[^，。；]{2,}$")
_COUNTED = re.compile(r"\d\D?$")
# Classes that are counted through (三类) are no more than these; 350类场景 counts.
_MOST_CLASSES = 20
# So many are counted even in words.
_MANY = 100
_COUNTERS_IN_WORDS = frozenset("批步遍类轮线点分面方道里代口头手包")
# 三大行动, 八大任务; not 2个大型基地.
COUNTS_GREAT = re.compile(r"大(?![型学中棚户专厅院桥道众师赛])")
_UNIT_BEHIND = re.compile(rf"(?:[、，和及与]\d[\d.]*)+[万亿]*{UNIT}")
_CONTACT = re.compile(r"(?:电话|传真|邮编|邮箱|联系人|网址|微信|地址|QQ)")
_FIXED_ONE = frozenset(
    "批步次体些件张站样定般旦流刀线律方面手切直带起致味心键对种类条家把期代支块头点声半共处身套项个轮大贯道脉生人年天届级网门窗屏册"
)


def named(number: NumberInClause) -> Reason | None:
    """Digits that letters or signs belong to: 5G, PM2.5, 11×5×9."""
    quantity = number.quantity
    if _LATIN_BEFORE.search(number.left) and not quantity.growth:
        return Reason.NAME
    if not quantity.unit and _LATIN_AFTER.match(number.right):
        return Reason.NAME
    if quantity.unit == "人" and number.right.startswith("才"):  # 168人才项目
        return Reason.NAME
    if number.right.startswith("制") and quantity.unit in {"人", "小时", "年"}:
        return Reason.NAME
    if quantity.unit == "分" and number.left.endswith("时"):
        return Reason.NAME
    if quantity.unit == "号" or number.right.startswith(("号", "#")):
        return Reason.NAME
    return None


def ordinal(number: NumberInClause) -> Reason | None:
    """第七届, 第3批, 二期工程, 三级医院."""
    quantity = number.quantity
    if number.left.endswith(("第", "新一", "上一", "下一")):
        return Reason.ORDINAL
    if quantity.unit in {"届", "代", "轮"}:
        return Reason.ORDINAL
    at_least = number.comparator.after and not quantity.chinese  # 3级以上
    many = quantity.unit == "类" and quantity.value > _MOST_CLASSES
    if quantity.unit in {"级", "星", "类", "档"} and quantity.value % 1 == 0 and not (at_least or many):
        return Reason.ORDINAL
    if quantity.unit == "期" and quantity.chinese:
        return Reason.ORDINAL
    if quantity.unit == "次" and _SESSIONS.match(number.right):  # 七次、八次全会
        return Reason.ORDINAL
    if quantity.unit in {"期", "次"} and number.right.startswith(
        ("全会", "会议", "全体", "党代会", "工程", "项目", "建设", "常务")
    ):
        return Reason.ORDINAL
    return None


def ranking(number: NumberInClause) -> Reason | None:
    """500强, 前10名, 第3位."""
    counts_places = number.quantity.unit in {"位", "名", "个", "名次", "户", "家"}
    places = counts_places and number.left.endswith(("前", "第", "进位", "前进"))
    return Reason.RANKING if places or number.right[:1] in {"强", "佳"} else None


def bare_number(number: NumberInClause) -> Reason | None:
    """A number that counts nothing: part of a name or a word."""
    quantity = number.quantity
    if quantity.unit:
        return None
    if quantity.value > 99999 and _CONTACT.search(number.left):  # noqa: PLR2004 - shorter ones are no telephone numbers
        return Reason.CONTACT
    if COUNTS_GREAT.match(number.right):
        return Reason.LISTED
    if number.right[:1] in {"强", "佳", "优"}:
        return Reason.RANKING
    if number.left.endswith("第"):
        return Reason.ORDINAL
    if quantity.chinese:
        return Reason.WORD
    if number.left.endswith("前"):
        return Reason.RANKING
    if "分别" in number.left and _UNIT_BEHIND.match(number.right):  # 分别降至30、50微克/立方米
        return None
    if number.ends and (number.comparator.explicit or _INDEX.search(number.left)):
        return None
    return Reason.NAME


def rate_base(number: NumberInClause) -> Reason | None:
    """每万人, 每千人口, 每百户."""
    return Reason.RATE_BASE if number.left.endswith("每") else None


def magnitude(number: NumberInClause) -> Reason | None:
    """千亿斤粮食产能提升行动, 百亿级: a mere power of ten is part of a name, unless it is made."""
    each = _COUNTED.search(number.left)  # 10个百万亩
    made = number.is_predicate or (
        number.ends and _MAKES_ONE.search(number.left) and not each
    )  # 培育企业百家
    if number.power and not number.comparator.explicit and not made and not number.right.startswith("级"):
        return Reason.NAME
    return None


def part_of_word(number: NumberInClause) -> Reason | None:
    """一批, 一步, 一件事: Chinese 一 with a counter is seldom a count."""
    quantity = number.quantity
    if not quantity.chinese or quantity.growth or is_ratio(quantity.unit) or is_money(quantity.unit):
        return None
    if number.comparator.after or number.comparator.explicit:
        return None
    if quantity.value == 0:
        return Reason.WORD
    if quantity.value == 1:
        if number.ends and quantity.unit in {"个", "家", "座", "所", "处"}:
            return None if _MAKES_ONE.search(number.left) else Reason.WORD
        if quantity.unit in TIME or bare(quantity.unit) in _FIXED_ONE or len(quantity.unit) == 1:
            return Reason.WORD
    if quantity.value < _MANY and quantity.unit in _COUNTERS_IN_WORDS:
        return Reason.WORD
    return None


# Asked in this order.
NAME_RULES = (named, ordinal, ranking, bare_number, rate_base, magnitude, part_of_word)
