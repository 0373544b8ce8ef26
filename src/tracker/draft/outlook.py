"""What of a text looks back: chapters that review, and paragraphs that tell of years before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.draft.layout import Block
from tracker.draft.mentions import Reason
from tracker.draft.periods import PLAN_ENDS
from tracker.draft.sections import Node, tree
from tracker.draft.text import SourceText

REVIEWS = re.compile(
    r"回顾|回眸|工作总结|(?:^|主要|发展|工作|历史性|辉煌|突出|取得的)(?:成效|成就|成绩)(?:$|和|与)|"
    r"(?:完成|进展|执行|落实|工作|开展|运行|发展|实施)情况(?:$|及|和|的)|基本情况|主要做法|做了以下|[一二三四五几]年来|过去[的一三五]|"
    r"(?:^|[、和与]|时期)(?:发展|工作|现实)(?:基础|现状|环境|背景)|(?:^|[、和与])现状|形势(?:$|和|与|分析)|机遇[和与]挑战|"
    r"存在(?:的)?(?:主要|突出)*(?:问题|困难|不足)|面临(?:的)?(?:主要)?(?:形势|机遇|环境)"
)
# What explains words, and what a web page adds.
_NOTES = re.compile(
    r"(?:名词|术语|用语|指标)(?:解释|注释|说明|释义)|^(?:注释|附注|相关(?:报道|链接|附件|阅读|文章)|责任编辑)"
)
_PLANS = re.compile(r"任务|安排|目标|打算|部署|要求|重点|思路|举措|措施|展望|计划$|建议$")
_PAST = re.compile(
    r"过去(?:的)?(?:一年|[三四五两]年|20\d\d)|(?<!近)(?<![\d十])[一三四五两几]年来|去年|上年|上一年|回顾|回首|回望|总结(?:过去|成绩|工作)|"
    r"我们也清醒(?:地)?(?:看到|认识)|上一(?:个)?五年"
)
_AHEAD = re.compile(
    r"今年|本年度|今后|未来|下一步|下一阶段|展望|明年|(?:预期|总体|发展|主要)目标|总体要求|目标任务|我们要|要(?:坚持|以|全面|把|着力|聚焦|围绕)|新的一年"
)
# Behind these a paragraph may speak of this year too: its sentences tell.
_TURNS = re.compile(r"今年|明年|力争|确保|下一步|我们要|将")
# 对2013年以来建设的户厕: whom it is done to, not when.
_YEARS = re.compile(
    r"(?<![\d对比较据按照])(20\d\d)(?:年?(?:-+|~|至|到)(20\d\d))?(?!\d)(?!年?度?[底末]?[之以]?前)"
)
_PLAN = re.compile(r"“?十([三四五六七])五”?(?:时期|期间|以来|规划|期|末|的五年|[^，。；]{0,4}五年)")
# Within a chapter that reviews, only a paragraph that opens so turns to what is to come.
_OPENS = re.compile(
    r"(?:各位代表！)?(?:做好)?(?:今年(?:是|的|，|要|工作|我)|今后|未来[三五一]年|展望|下一步，)"
)
_OPENING = 8
# Words of results, and of what is to come, in a chapter whose title says neither.
_RESULTS = re.compile(
    r"(?<!为)了(?![解结])|同比(?:增长|下降|提高|减少)|(?:较|比)上年|荣获|获评|入选|位居|居全[国省市]|列全[国省市]|成功(?:创建|举办|入选)|"
    r"(?:圆满|顺利|超额|全面|累计)完成|历史新高|首次突破"
)
_AIMS = re.compile(r"力争|确保|争取|将|(?<!主)要(?![求素点])|今年(?!以来)|年底前|到20\d\d年")
_FEW_RESULTS = 4
# So much of a paragraph says what it speaks of, and so much whether that is over.
_BEGINS, _BEGINS_BACK = 40, 16
_SENTENCE = re.compile(r"[，。：；]")
_LONGEST_TITLE, _LONGEST_NOTE = 24, 24
_LEAD = re.compile(r"(?:做了|抓了|开展了|体现在|表现在|如下|以下)[^。]{0,16}[。：]?$")
_LONGEST_LEAD = 80


@dataclass(slots=True)
class _Told:
    """What paragraphs said last; `depth`: of the heading above them, if that holds for headings too."""

    back: bool = False
    depth: int = -1


def looking_back(source: SourceText, blocks: Sequence[Block], year: int) -> dict[Block, Reason]:
    """The blocks that tell of what has been reached before `year` and of how things stand, or explain words.

    What a heading says holds for all below it; what a paragraph says for those that follow it, up to a
    paragraph or a heading that looks ahead.
    """
    nodes = {node.block: node for node in tree(blocks).walk()}
    verdicts: dict[int, bool | None] = {}
    above, told = nodes[None], _Told()
    back: dict[Block, Reason] = {}
    last_plan = max((n.start for n in above.children if _plans(source, n, year)), default=0)
    notes = 0  # from here on, below a heading so deep
    for block in blocks:
        words = source.text[block.body : block.end]
        depth = nodes[block].depth if block in nodes else 0
        if _NOTES.search(words[:_LONGEST_NOTE]) and (depth or len(words) <= _LONGEST_NOTE):
            notes = depth or 1
        elif 0 < depth <= notes and block.mark and block.mark.number <= 1:
            notes = 0
        if notes:
            back[block] = Reason.NOTE
            continue
        if node := nodes.get(block):
            above = node
            own = _of_chapter(source, node, words, year, last_plan)
            inherited = verdicts.get(id(node.above))
            verdicts[id(node)] = verdict = inherited or (inherited if own is None else own)
            if not 0 <= told.depth < node.depth or verdict is False:
                told = _Told()
            looks = bool(verdict) or told.back
        else:
            looks, told = _of_paragraph(words, above, told, year, verdict=verdicts.get(id(above)))
            opens = above.depth == 1 and block is above.texts[0] and _of_words(words[:_BEGINS], year)
            if looks and opens and block.start < last_plan and verdicts.get(id(above)) is None:
                # A chapter that opens so reviews, but for one with parts of its own that plan.
                parts = (
                    source.text[part.block.body : part.block.end] for part in above.children if part.block
                )
                verdicts[id(above)] = None if any(_of_heading(of, year) is False for of in parts) else True
            if told.back is False and verdicts.get(id(above)) and not looks:
                verdicts[id(above)] = None  # it turns to what is to come
        if looks:
            back[block] = Reason.PAST
    return back


def _plans(source: SourceText, node: Node, year: int) -> bool:
    """Whether a chapter plans, by its title or its first paragraph."""
    title, *first = (source.text[b.body : b.end] for b in (node.block, *node.texts[:1]) if b)
    return _of_heading(title, year) is False or any(
        _of_words(words[:_BEGINS], year) is False for words in first
    )


def _of_chapter(source: SourceText, node: Node, words: str, year: int, last_plan: int) -> bool | None:
    """What a heading says; a chapter before those that plan, whose title says nothing, by its sentences."""
    own = _of_heading(words, year)
    if own is not None or node.depth != 1 or node.start >= last_plan:
        return own
    results, aims = results_and_aims(source.text[node.start : node.end])
    return True if results >= _FEW_RESULTS and results > 4 * aims else None


def results_and_aims(text: str) -> tuple[int, int]:
    """How many words of results a text has, and how many of what is to come."""
    return len(_RESULTS.findall(text)), len(_AIMS.findall(text))


def _of_paragraph(
    words: str, above: Node, told: _Told, year: int, *, verdict: bool | None
) -> tuple[bool, _Told]:
    """Whether a paragraph looks back, and what holds for those behind it."""
    own = _of_words(words[:_BEGINS], year) if _SENTENCE.search(words) else None  # heads of tables say nothing
    if own is False and (not verdict or _OPENS.match(words) or _of_years(words[:_OPENING], year) is False):
        return False, _Told()
    if verdict:
        return True, told
    if own and not _TURNS.search(words):
        leads = len(words) <= _LONGEST_LEAD and bool(_LEAD.search(words))
        return True, _Told(leads or verdict is None, above.depth if leads else -1)
    return told.back, told


def _of_heading(words: str, year: int) -> bool | None:
    """Whether the title of a heading reviews (True) or plans (False); None where it says neither."""
    title = words.partition("。")[0][:_BEGINS]
    reviews, plans = REVIEWS.search(title), _PLANS.search(title)
    if reviews:
        return None if plans and plans.start() > reviews.end() else True
    dated = _of_years(title[:_BEGINS_BACK], year) if len(title) <= _LONGEST_TITLE else None
    return False if plans and dated is not True else dated


def _of_words(words: str, year: int) -> bool | None:
    """Whether the beginning of a paragraph looks back (True) or ahead (False), by what it names first."""
    found = [(match.start(), True) for match in _PAST.finditer(words[:_BEGINS_BACK])]
    found += [(match.start(), False) for match in _AHEAD.finditer(words)]
    if (dated := _of_years(words[:_BEGINS_BACK], year)) is not None:
        first = min(m.start() for form in (_YEARS, _PLAN) for m in form.finditer(words[:_BEGINS_BACK]))
        found.append((first, dated))
    return min(found)[1] if found else None


def _of_years(words: str, year: int) -> bool | None:
    """Whether the years that words name first are over."""
    named = [(m.start(), int(m[2] or m[1])) for m in _YEARS.finditer(words)]
    named += [(m.start(), PLAN_ENDS[m[1]]) for m in _PLAN.finditer(words)]
    return min(named)[1] < year if named else None
