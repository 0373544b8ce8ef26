"""What a measure delivers where it counts nothing: a plan, a centre, a mechanism, as milestones."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from tracker.draft.context import aspires_to
from tracker.draft.indicators import shortened, tidy
from tracker.draft.measures import MeasurePassage
from tracker.draft.mentions import TargetMention
from tracker.draft.periods import periods_in
from tracker.draft.sentences import Sentence, sentences, unmasked
from tracker.draft.text import Range, SourceText
from tracker.model.goal import Operator

# The likeliest deliverables first: what is there or is not there at the end.
_DELIVERS = (
    re.compile(
        r"出台|印发|制定|编制|建成|完成|投入使用|投用|竣工|组建|设立|挂牌|搭建|申报|创建|发布|推出|交付"
    ),
    re.compile(r"建立|建设|打造|开发|开工|启动|构建|形成|整合|争取|获批|通过"),
    re.compile(r"实施|开展|推进|推动|推广|落实|举办|组织|健全|完善|深化|加强|优化|强化|提升"),
)
_IS_THERE = re.compile(
    rf"{_DELIVERS[0].pattern}|{_DELIVERS[1].pattern}|完工|投产|投运|通车|开通|启用|实现|达产|封顶|见效|上线|到位|办结|合龙|开园|开业|开馆|开诊|运营|迁入|入驻|贯通|主体"
)
# 年内全面完工: the whole year is a deadline too.
_FINISHES = re.compile(
    r"(?:全面|全部|基本|主体|正式|顺利|如期)*(?:完工|竣工|建成|投用|投入使用|投产|通车|开通|完成|交付|开园|开业)"
)
_MOST = 2
_SHORTEST, _LONGEST = 5, 120


def milestones_of(source: SourceText, passage: MeasurePassage, year: int) -> Iterator[TargetMention]:
    """The one or two clauses that say best what is to be there at the end; at least one, all uncertain."""
    ranked = sorted((_rank(masked), place, masked) for place, masked in _clauses(source, passage))
    best = [(place, masked) for rank, place, masked in ranked if rank == ranked[0][0]][:_MOST]
    for place, masked in best or [(passage.heading, passage.title)]:
        floor = max((start for start, _ in passage.body if start <= place[0]), default=place[0])
        aspire = bool(aspires_to(source.text, place[1], floor))
        yield _milestone(passage, place, masked, year, aspire=aspire)


def dated_of(
    source: SourceText, passage: MeasurePassage, year: int, numbers: Collection[int]
) -> Iterator[TargetMention]:
    """Clauses that say by when something is to be there, without these numbers: 9月1日前投入使用."""
    for place, masked in _dated_parts(_clauses(source, passage), year):
        periods = [p for p in periods_in(masked, year) if p.until and not p.past]
        ends = [p for p in periods if p.since is None or _FINISHES.match(masked, p.end)]
        if not ends or not _IS_THERE.search(masked) or any(place[0] <= at < place[1] for at in numbers):
            continue
        floor = max((start for start, _ in passage.body if start <= place[0]), default=place[0])
        aspire = bool(aspires_to(source.text, place[1], floor))
        yield replace(_milestone(passage, place, masked, year, aspire=aspire), doubts=("date-bound",))


def _dated_parts(clauses: Iterable[tuple[Range, str]], year: int) -> Iterator[tuple[Range, str]]:
    """The clauses; one that names several days is parted between them: 5月底前合龙、年底前通车."""
    for (start, end), masked in clauses:
        starts = [
            p.start for p in periods_in(masked, year) if p.until and masked[p.start - 1 : p.start] == "、"
        ]
        bounds = [0, *starts, end - start + 1]
        if not starts or not any(p.start < starts[0] for p in periods_in(masked, year)):
            yield (start, end), masked
            continue
        for first, last in pairwise(bounds):
            yield (start + first, start + last - 1), masked[first : last - 1]


def _clauses(source: SourceText, passage: MeasurePassage) -> Iterator[tuple[Range, str]]:
    for start, end in passage.spoken():
        for sentence in sentences(source.text, start, end):
            if not sentence.aside:
                yield from _of_sentence(sentence)


def _of_sentence(sentence: Sentence) -> Iterator[tuple[Range, str]]:
    for start, end in sentence.clauses():
        words = sentence.masked[start:end].rstrip("，。；：！？")
        if _SHORTEST <= len(words) <= _LONGEST and any(map(str.isalpha, words)):  # no telephone number
            begin = sentence.start + start
            yield (begin, begin + len(words)), words


def _rank(masked: str) -> int:
    return next((n for n, form in enumerate(_DELIVERS) if form.search(masked)), len(_DELIVERS))


def _milestone(
    passage: MeasurePassage, quote: Range, masked: str, year: int, *, aspire: bool
) -> TargetMention:
    ends = [p.until for p in periods_in(masked, year) if p.until and not p.past]
    return TargetMention(
        measure=passage.number,
        name=shortened(unmasked(tidy(masked)) or passage.title),
        kind="milestone",
        operator=Operator.DONE_BY,
        value=None,
        unit="%",
        due=max(ends, default=None),
        aspire=aspire,
        quote=quote,
        at=quote[0],
        doubts=("milestone",),
    )
