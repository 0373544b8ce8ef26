"""What a measure delivers where it counts nothing: a plan, a centre, a mechanism, as milestones."""

import re
from collections.abc import Iterator

from tracker.draft.aims import Aim
from tracker.draft.naming import LONGEST, tidy
from tracker.draft.parts import Part, spoken
from tracker.draft.periods import periods_in
from tracker.draft.script import Script
from tracker.draft.sentences import Sentence, sentences, unveiled
from tracker.draft.will import aspires
from tracker.model.goal import Operator

# The likeliest deliverables first: what is there or is not there at the end.
_DELIVERS = (
    re.compile(
        r"出台|印发|制定|编制|建成|完成|投入使用|投用|竣工|组建|设立|挂牌|搭建|申报|创建|发布|推出|交付"
    ),
    re.compile(r"建立|建设|打造|开发|开工|启动|构建|形成|整合|争取|获批|通过"),
    re.compile(r"实施|开展|推进|推动|推广|落实|举办|组织|健全|完善|深化|加强|优化|强化|提升"),
)
_MOST = 2
_SHORTEST, _LONGEST = 5, 120


def milestones_of(script: Script, part: Part, year: int) -> Iterator[Aim]:
    """The one or two clauses that say best what is to be there at the end; at least one, all uncertain."""
    clauses = list(_clauses(script, part))
    ranked = sorted(clauses, key=lambda found: (_rank(found[2]), found[0]))
    best = [found for found in ranked if _rank(found[2]) == _rank(ranked[0][2])][:_MOST] if ranked else []
    for start, end, veiled in sorted(best) or [(*part.heading, part.title)]:
        floor = max((first for first, _ in part.body if first <= start), default=start)
        aspire = bool(aspires(script.text, end, floor))
        yield _milestone(part, (start, end), veiled, year, aspire=aspire)


def _clauses(script: Script, part: Part) -> Iterator[tuple[int, int, str]]:
    for start, end in spoken(part.body, part.responsible):
        for sentence in sentences(script.text, start, end):
            if not sentence.aside:
                yield from _of(sentence)


def _of(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    for start, end in sentence.clauses():
        words = sentence.veiled[start:end].rstrip("，。；：！？")
        if _SHORTEST <= len(words) <= _LONGEST:
            yield sentence.start + start, sentence.start + start + len(words), words


def _rank(veiled: str) -> int:
    return next((n for n, form in enumerate(_DELIVERS) if form.search(veiled)), len(_DELIVERS))


def _milestone(part: Part, quote: tuple[int, int], veiled: str, year: int, *, aspire: bool) -> Aim:
    periods = [p for p in periods_in(veiled, year) if p.until and not p.past]
    due = max((p.until for p in periods if p.until), default=None)
    name = unveiled(tidy(veiled)) or part.title
    return Aim(
        measure=part.number,
        name=name if len(name) <= LONGEST else name[: LONGEST - 1] + "…",
        kind="milestone",
        operator=Operator.DONE_BY,
        value=None,
        upper=None,
        unit="%",
        since=None,
        due=due,
        aspire=aspire,
        baseline=None,
        quote=quote,
        at=quote[0],
        doubts=("milestone",),
    )
