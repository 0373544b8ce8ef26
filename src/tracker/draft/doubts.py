"""What speaks against a target: words around its number that stand beside others that were none, too.

How much each weighs is measured (`weights`); a doubt costs a target nothing but that somebody looks at it.
"""

import re

from tracker.draft.context import Clause
from tracker.draft.phrases import BOUNDARY, NumberPhrase
from tracker.draft.units import is_measured, is_ratio

# 推进, 支持 and their like may speak of what is there.
_PUSHES = re.compile(r"推进|推动|加快|支持|抓好|围绕|壮大|落实|用好|统筹|做好|深化|强化|优化|覆盖|涉及|在$")
_REACHES = re.compile(
    r"新[建增认改创培引开]|建成|完成|达到|培育|举办|开展|打造|改造|创建|引进|实现|发放|招聘|选派"
)
# What is done, in more words than those, and what measures by itself.
_DOES = re.compile(
    r"新|增|建|改|造|达|超|突破|完成|实现|培|育|举办|开展|组织|引|招|选|评|认定|发放|投放|减|降|缩|控制|稳定|保持|提|扩|治|修|"
    r"加装|惠及|购置|采购|配备|种植|栽植|疏浚|清淤|清理|铺设|拆除|救助|帮扶|发展|出栏|转移|输转|回收|整合|化解|打通|消除|绿化|"
    r"淘汰|开|投|签约|落地|储备|盘活|处置|推广|推出|打造|争取|力争|确保|设立|率|比重|占比|水平|指数|覆盖|产量|总额|总量|收入|销售|接待"
)
# 同比, 已, 位居: words of results.
_RESULTS = re.compile(
    r"(?<!为)了(?![解结])|同比|较上年|比上年|已[经有建完达成]?|荣获|获评|入选|位居|居全|列全|排名|连续|累计|高于全|快于全|历史"
)
_AHEAD = re.compile(r"力争|确保|争取|将|要(?![求素点])|计划|目标|今年|全年|年内|年底|底前|到20\d\d|到“?十")
_PAYS = re.compile(r"奖励|奖补|补助|补贴|给予|资助|贴息|奖金|补偿|处罚|标准|最高")
_EACH = re.compile(r"每(?!年)|平均|户均|人均|单位[^，。；]{0,4}$|单个|单笔")
_REFERS = re.compile(r"对标|对照|围绕|瞄准|锚定|按照|根据|落实|依托|聚焦|对[^，。；外口接]{0,12}$|针对|面向")
_DESCRIBES = re.compile(
    r"总投资|占地|总建筑面积|全长|规划面积|设计|首期|规模(?:为|达)?$|总规模|涉及|包括|包含|分为|设置|(?<!公)共(?![享同建有])"
)
_LONG = 32
# So many digits are counted rather than wanted.
_EXACT = 4


def doubts_of(phrase: NumberPhrase, clause: Clause) -> list[str]:
    """The doubts that the words around a number raise, by their keys in `words`."""
    quantity, sentence = phrase.quantity, clause.sentence.masked
    words = clause.undated[quantity.start : quantity.end]
    left = clause.left_of(quantity.start)
    counted = bool(quantity.unit) and not is_measured(quantity.unit) and not is_ratio(quantity.unit)
    plain = not phrase.comparator.explicit
    described = counted and plain and not phrase.of_list and not _REACHES.search(left)
    goes_on = not BOUNDARY.match(clause.undated, phrase.comparator.end)
    before = sentence[max(0, quantity.start - 80) : quantity.start]
    doubts = {
        "no-unit": not quantity.unit,
        "chinese-count": quantity.chinese and plain and not is_measured(quantity.unit),
        "aside": clause.sentence.aside,
        "only-pushed": counted and plain and bool(_PUSHES.search(left)) and not _REACHES.search(left),
        "amid": described and not BOUNDARY.match(clause.undated, quantity.end),
        "roughly": quantity.more,
        "fraction": "分之" in words and bool(quantity.value % 1),
        "results": bool(_RESULTS.search(before)) and not _AHEAD.search(before),
        "pays": bool(_PAYS.search(sentence, max(0, quantity.start - 24), quantity.end + 12)),
        "each": bool(_EACH.search(left[-12:])),
        "refers": bool(_REFERS.search(left[-20:])),
        "describes": plain and bool(_DESCRIBES.search(left[-16:])),
        "bare": plain and not phrase.of_list and not _DOES.search(left),
        "goes-on": goes_on and clause.undated.startswith("的", phrase.comparator.end),
        "long": quantity.start - phrase.start > _LONG,
        "exact": plain and len(f"{quantity.value.normalize():f}".strip("0.").replace(".", "")) >= _EXACT,
    }
    return [doubt for doubt, holds in doubts.items() if holds]
