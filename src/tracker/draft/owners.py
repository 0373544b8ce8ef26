"""Who is responsible: （区科技局、区财政局按职责分工负责） or 牵头单位：… taken apart into units."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.draft.text import SourceText, pairs_in

_UNIT_END = (
    "局|委|办|部|院|处|科|室|署|厅|站|队|社|会|中心|公司|集团|银行|分行|支行|政府|街道|镇|乡|园区|开发区|新区|高新区|"
    "学校|学院|大学|部门|单位|企业|联|所|馆|办事处|专班|指挥部|领导小组|税务|海关|医院|机构|平台"
)
_ENDS_AS_UNIT = re.compile(rf"(?:{_UNIT_END}|各[\u4e00-\u9fff]{{0,6}}[区县市州旗村])(?:（[^（）]*）)?$")
_AREA = "区县市省州旗镇乡各"
_ROLE = (
    "责任|牵头|配合|协同|协办|协助|参加|主办|承办|主责|实施|落实|参与|负责|联合|支持|组织|督导|主管|督办|指导"
)
# 责任单位：, 牵头部门：, 主要责任单位及分工：
_LABEL_ROLE = rf"(?:主要|第一|具体|共同)?(?:{_ROLE})(?:{_ROLE})?"
_LABEL_NOUN = r"(?:单位|部门|主体|机构|处室|科室|分工)"
_LABEL_MORE = r"(?:及(?:责任)?分工)?"
# 【组织实施】 is a title, 【责任单位】 and 【实施】： are labels.
LABEL = re.compile(
    rf"【(?:{_LABEL_ROLE}{_LABEL_NOUN}|责任|牵头|配合){_LABEL_MORE}】"
    rf"|[【（]?{_LABEL_ROLE}{_LABEL_NOUN}?{_LABEL_MORE}】?："
)
# What stands behind owners in the same line and is not one of them.
_OTHER_LABEL = re.compile(
    r"(?:完成|办理|推进|实施|落实|责任)?(?:时限|时间|期限|进度|时间节点)(?:要求)?：|(?:责任|联系|负责)人(?:员)?："
    r"|(?:责任|分管|牵头|包保|包联|挂钩)领导：|备注："
)
# What such a label says, up to the next clause or label.
_OTHERS = re.compile(rf"(?:{_OTHER_LABEL.pattern})[^；。]*?(?=[；。]|{LABEL.pattern}|$)")
_NOTE = re.compile(r"列第?[一首]|排(?:名|在)?第?[一首]|下同|为牵头|为第一")
# Names that blanks alone part: both must end as only units do.
_SURELY = re.compile(r"[\u4e00-\u9fff]{2}(?:局|委|办|厅|署|队|院|中心|公司)$")
_SURELY_NEXT = re.compile(
    r"[\u4e00-\u9fff]{2,20}?(?:局|委|办|厅|署|队|院|中心|公司)(?![\u4e00-\u9fff]{0,3}[委局室])"
)
_ROLE_WORDS = (
    r"(?:按(?:照)?(?:各自)?(?:职责|职能)?(?:分工)?|依(?:据)?职责|根据职责(?:分工)?|各司其职|分工|分别|共同|具体|统筹|协同|联合|"
    r"牵头|配合|负责|落实|参与|参加|组织|实施|推进|推动|承担|主办|协办|承办|抓好|做好|督导|指导|协调|支持|等|"
    r"(?:相关|有关)工作)"
)
_TAIL = re.compile(
    rf"(?:等(?:国务院|中央|相关|有关|其他|[省市区县]级?|各|直)*(?:职能|责任|成员)?(?:部门|单位|科室|处室|地区)?)?{_ROLE_WORDS}*$"
)
_HEAD = re.compile(
    rf"^(?:(?:由|会同|协同|联合|以及|并|和|及|与|另)|(?:主要|具体|第一)?(?:{_ROLE})(?:{_ROLE})?(?:单位|部门|主体)?(?:：|为|】)|"
    r"(?:配合|协办|协助|牵头|参与)(?=[区县市省各]))"
)
# 市级有关部门: nobody by name.
_ANYBODY = re.compile(r"(?:国务院|中央|[省市区县]级?)?(?:相关|有关)(?:职能|责任|成员)?(?:部门|单位|地区)")
_IN_BRACKETS = re.compile(rf"（(?:{_ROLE})+(?:单位|部门|主体)?）")
_SEPARATOR = re.compile(r"[、，；：]")
_JOINT = re.compile(r"以及|会同|[和及与]")
_MARKS_RESPONSIBILITY = re.compile(rf"负责|牵头|职责分工|分工落实|配合|{LABEL.pattern}")
_DATE = re.compile(r"\d|长期|持续|全年|年底")
_SENTENCE = re.compile(
    r"(?:^|(?<=[。；]))(?:以上工作|此项工作|该项工作)?由?([^，。；：（）]{2,80}(?:牵头|负责|主办|承办)(?:落实|实施)?(?:，[^。；：]{2,120}(?:配合|参与|协助|协同|负责|落实))?)(?=[。；]|$)"
)
_LONGEST = 60
# No list of units is longer.
_LONGEST_CLAUSE = 1500


@dataclass(frozen=True, slots=True)
class OwnerClause:
    """A clause that names units: [start, end) of SourceText.text, and the units in their order."""

    start: int
    end: int
    units: tuple[str, ...]


def owner_clauses(source: SourceText, start: int, end: int) -> list[OwnerClause]:
    """Every clause in source.text[start:end] that says who is responsible."""
    text = source.text[start:end]
    bracketed: list[OwnerClause] = []
    for opening, closing in (*pairs_in(text), *pairs_in(text, "【】")):
        inner = text[opening + 1 : closing]
        if _names_units(inner, last=closing + 2 >= len(text)):
            # The outermost bracket comes last and takes the place of those within.
            bracketed = [clause for clause in bracketed if clause.start < start + opening]
            units = units_between(source, start + opening + 1, start + closing)
            bracketed.append(OwnerClause(start + opening, start + closing + 1, units))
    labelled = list(_labelled(source, start, end, sorted(bracketed, key=lambda clause: clause.start)))
    # 责任单位：市场监管局（知识产权局）: that bracket is part of a name.
    apart = [b for b in bracketed if not any(label.start <= b.start < label.end for label in labelled[-20:])]
    clauses = apart + labelled or list(_in_sentences(text, start))
    return sorted((clause for clause in clauses if clause.units), key=lambda clause: clause.start)


def ends_as_unit(line: str) -> bool:
    """Whether a line ends with the name of a unit, or with what a unit does."""
    return bool(_ENDS_AS_UNIT.search(line)) or line.endswith(("负责", "落实", "配合", "牵头", "分工"))


def units_between(source: SourceText, start: int, end: int) -> tuple[str, ...]:
    """The units in source.text[start:end], a clause or cell that holds nothing else."""
    return units_of(_spaced(source, start, end))


def units_of(clause: str) -> tuple[str, ...]:
    """The units in the words of one clause, without roles, each once; the first leads."""
    names = dict.fromkeys(_names(clause))
    return tuple(name for name in names if not _ANYBODY.fullmatch(name)) or tuple(names)


def _names(clause: str) -> Iterator[str]:
    items = (item for part in _split(_OTHERS.sub("", clause)) for item in _apart(part))
    return (name for item in items if (name := _bare(item)))


def _in_sentences(text: str, start: int) -> Iterator[OwnerClause]:
    """Sentences that say nothing else: 由区农业农村局牵头，区财政局、各镇配合."""
    for sentence in _SENTENCE.finditer(text):
        units = units_of(sentence[1])
        if units and all(_ENDS_AS_UNIT.search(unit) for unit in units):
            yield OwnerClause(start + sentence.start(), start + sentence.end(), units)


def _labelled(
    source: SourceText, start: int, end: int, bracketed: Sequence[OwnerClause]
) -> Iterator[OwnerClause]:
    """The clauses behind labels (责任单位：) that stand in no bracketed clause; those are in order."""
    text = source.text
    starts = [clause.start for clause in bracketed]
    at = start
    while label := LABEL.search(text, at, end):
        at = label.end()
        n = bisect_right(starts, label.start()) - 1
        if n >= 0 and label.start() < bracketed[n].end:
            continue
        stop = _stop(text, label, min(end, at + _LONGEST_CLAUSE))
        clause = _spaced(source, at, stop)
        if clause.count("）") > clause.count("（"):  # it closes what stands before the label
            clause = clause.removesuffix("）")
        yield OwnerClause(label.start(), stop, units_of(clause))
        at = max(at, stop)


def _stop(text: str, label: re.Match[str], end: int) -> int:
    """Where the clause behind a label ends: at a full stop, its bracket, or the next label."""
    at = label.end()
    other = _OTHER_LABEL.search(text, at, end)
    stops = [text.find("。", at, end), other.start() if other else -1]
    if text[label.start()] == "（" and (closing := text.find("）", at, end)) >= 0:
        stops = [closing + 1]
    stop = min((place for place in stops if place >= 0), default=end)
    following = LABEL.search(text, at, stop)
    return following.start() if following else stop


def _names_units(inner: str, *, last: bool) -> bool:
    if len(inner) > _LONGEST_CLAUSE or not inner:
        return False
    if LABEL.match(inner):
        return True
    names = list(_names(inner))
    units = [name for name in names if _ENDS_AS_UNIT.search(name)]
    if _MARKS_RESPONSIBILITY.search(inner):
        return bool(units) and not inner.endswith("。")
    of_one_place = all(name[0] in _AREA for name in names)
    return len(units) == len(names) > 0 and (of_one_place or (last and len(names) > 1))


def _spaced(source: SourceText, start: int, end: int) -> str:
    """The words, with a mark where a blank in the original stands between two units."""
    parts: list[str] = []
    begin = start
    for n in range(start + 1, end):
        if source.at[n] - source.at[n - 1] > 1:
            left = source.text[max(begin, n - 6) : n]
            named = len(_SEPARATOR.split(left)[-1]) > len("各乡")
            apart = named and source.text[n] in _AREA and _ENDS_AS_UNIT.search(left)
            if apart or (_SURELY.search(left) and _SURELY_NEXT.match(source.text, n, end)):
                parts.append(source.text[begin:n])
                begin = n
    return "、".join((*parts, source.text[begin:end]))


def _split(clause: str) -> Iterator[str]:
    """The items of a list, whatever stands in their brackets kept together."""
    depth, begin = 0, 0
    for n, character in enumerate(clause):
        if character == "（":
            depth += 1
        elif character == "）":
            depth = max(depth - 1, 0)
        elif depth == 0 and character in "、，；。/：|":
            label = character == "："
            yield clause[begin:n] + ("：" if label else "")
            begin = n + 1
    yield clause[begin:]


def _apart(item: str) -> Iterator[str]:
    """甲局和乙局 is two units, 住房和城乡建设局 is one: what stands before 和 must be a unit by itself."""
    begin = 0
    for joint in _JOINT.finditer(item):
        goes_on = joint.end() < len(item) and item[joint.end()] != "）"
        if joint.start() > begin and goes_on and _ENDS_AS_UNIT.search(item[begin : joint.start()]):
            yield item[begin : joint.start()]
            begin = joint.end()
    yield item[begin:]


def _bare(item: str) -> str:
    """The name of a unit without marks, roles and notes; empty where the item is none."""
    name = item.strip("。.：*_|-“”")
    name = name.strip("【】") if name.count("【") != name.count("】") or name.startswith("【") else name
    if item.endswith("：") and LABEL.match(item):
        return ""
    name = _IN_BRACKETS.sub("", name)
    name = _HEAD.sub("", name, count=1)
    name = _TAIL.sub("", name)
    if name.endswith("（") or name.count("（") != name.count("）"):
        name = name.strip("（）") if "（" not in name.strip("（）") else name
    if (
        not name
        or len(name) > _LONGEST
        or _DATE.match(name)
        or _NOTE.search(name)
        or LABEL.fullmatch(name + "：")
    ):
        return ""
    return name
