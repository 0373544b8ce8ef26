"""What is paid and to whom: sums, shares and multiples that are given out one by one, not altogether."""

import re

from tracker.draft.mentions import Reason
from tracker.draft.phrases import NumberInClause
from tracker.draft.units import TIMES, is_money
from tracker.model.goal import CAPS

# What is paid, who is meant, how large a thing is.
_GIVES = re.compile(
    r"减按|加计|奖励|奖补|补助|补贴|资助|补偿|给予|贴息|奖金|扶持|返还|处罚|罚款|额度|授信|赔付|注册资本|最高(?:可|给)?"
)
_PER_HEAD = re.compile(
    r"每人|每户|每家|每亩|每个|每项|每台|每套|每辆|每件|每月|每平方米|每吨|每度|每车|每张|每名|每位|单个|单户|单笔|单项|标准为|收费"
)
_RAISES = re.compile(r"(?:提高|增加|增长|达到|提升|降低|降至|上涨|上调|不低于|减轻|节约|实现|扩大)(?:到|至)?")
_GETS = re.compile(
    r"(?:发放|投放|兑现|兑付|争取|到位|筹集|撬动|带动|拉动|累计|总额|总规模|新增|完成|力争|确保|突破|降低|减轻|为企业)[^，。；]{0,14}$"
)
# 落实…补贴等资金6000万元: the sum that is given out altogether.
_SUM = re.compile(
    r"(?:发放|落实|兑现|兑付|拨付|争取|筹集|下达|投入)[^，。；]*(?:资金|经费|贷款|款项|补贴|补助|券)(?:共|达|达到|约|累计|总额)*$"
)
# 财政每年安排专项资金3000万元: what is spent so that something is reached.
_ALLOTS = re.compile(r"安排[^，。；]*专项(?:资金|经费)(?:共|达|约|合计|总计|不少于|不低于)*$")
_ALLOTS_BARELY = re.compile(r"财政[^，。；]{0,8}安排(?:约|不少于|不低于)?$")
_IN_SUPPORT = re.compile(r"(?:用于)?(?:支持|扶持)")
# 省级财政承担50%: who pays how much of it.
_SHARES_COST = re.compile(
    r"(?:财政|企业|个人|单位|省级|市级|县级)[^，。；]{0,4}(?:承担|负担|分担|出资|配套)$"
)
_EACH_LOAN = re.compile(r"(?:户均|笔均|单笔|单户)[^，。；]{0,6}$")
IS_GIVEN = re.compile(
    r"[^，。；]{0,8}(?:给予|奖励|补助|补贴|资助|贴息|奖补|返还|优惠|减免|收取|缴纳|征收|配套|税率|费率|政策)|[^，。；]{0,16}予以(?:支持|奖励|补助)"
)
MAKES = re.compile(
    r"(?:设立|组建|建设|建成|打造|完成|新增|新建|形成|争取|筹集|投入|实现|保持|达到|确保|创建|发行|整合|盘活|新开工)[^，。；的]{0,20}$"
)


def subsidy(number: NumberInClause) -> Reason | None:
    """最高奖励200万元, 按10%给予补助."""
    unit, near = number.quantity.unit, number.left[-32:]
    if is_money(unit):
        return Reason.SUBSIDY if _pays(number, near) or _gives(number, near) else None
    if unit in {"%", ":1"} or unit in TIMES:
        if _SHARES_COST.search(near):
            return Reason.SUBSIDY
        return Reason.SUBSIDY if _gives(number, near) else None
    return None


def _pays(number: NumberInClause, near: str) -> bool:
    """Whether a sum of money is a limit of what is paid, or set apart to be spent."""
    limit = number.comparator.operator in CAPS
    if limit and ((number.subsidies and not MAKES.search(number.left)) or _EACH_LOAN.search(near)):
        return True
    if _ALLOTS.search(near) or (_ALLOTS_BARELY.search(near) and _IN_SUPPORT.match(number.right)):
        return True
    return bool(_GIVES.search(near) and _PER_HEAD.search(near) and not _RAISES.search(near))


def _gives(number: NumberInClause, near: str) -> bool:
    """Whether a sum, a share or a multiple is what somebody is given, not what is given out altogether."""
    gives = list(_GIVES.finditer(near))
    if gives and _SUM.search(near) and "最高" not in near:
        return False
    if gives and not _GETS.search(near[: gives[-1].start()]) and not _RAISES.search(near[gives[-1].end() :]):
        return True
    if is_money(number.quantity.unit) and _PER_HEAD.search(near) and not _RAISES.search(near):
        return True
    return bool(IS_GIVEN.match(number.tail)) and not _GETS.search(near)
