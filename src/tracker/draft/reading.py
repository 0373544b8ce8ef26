"""The pipeline: a whole text read, from its characters to measures with their targets and owners.

characters, lines and blocks (`layout`) -> paragraphs that are headings too (`leads`) -> sections and measures
(`outline`) -> sentences, numbers, their classification, targets (`statements`). `account` says what became of
every number; `catalogue` goes on from here.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tracker.draft.layout import Block, layout
from tracker.draft.measures import MeasurePassage
from tracker.draft.mentions import Classification, NumberMention, Reason, Statements, TargetMention
from tracker.draft.outline import Outline, outline_of, title_of
from tracker.draft.outlook import looking_back, results_and_aims
from tracker.draft.periods import PLAN_ENDS, month_end, periods_in
from tracker.draft.statements import read_range
from tracker.draft.targets import table_target
from tracker.draft.text import Range, SourceText
from tracker.draft.unnumbered import with_bare_headings, with_leads

# No policy text has more headings and rows of tables, or more numbers.
MOST_MEASURES = 5_000
MOST_NUMBERS = 50_000
_NUMBER = re.compile(r"\d+")
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)年?")
# A day near the head is that of the meeting that the text was given to, or of its issue.
_DAY = re.compile(r"(?<!\d)(20\d{2})年\d{1,2}月\d{1,2}日(在.{4,30}会议上)?")
_HEAD = 400
# 到2025年、2027年、2030年
_BY_THESE = re.compile(r"[到至](?:20\d{2}年?[、和])+$")
# Above the columns of a table: only the first may be the text's.
_LISTED = re.compile(r"(?<=20\d{2}年)(?:[|、和]?20\d{2}年){2,}|(?<=20\d{2})(?:[|、]20\d{2}){2,}")
_MONTH = re.compile(r"\d{1,2}月")
_YEARS = re.compile(r"20\d{2}年?(?:-+|~|至|到)(20\d{2})")
_PLAN = re.compile(r"十([三四五六七])五[”’]?[^，。]{0,30}(?:规划|计划|纲要|方案)")
_DEADLINE = re.compile(r"(?:时限|时间|期限|进度|节点)(?:要求)?】?(?:：|为)([^。；，）]{2,24})")
# A measure with more words of results than these, and than of aims, may be none.
_FEW_RESULTS = 1
_HEADED = r"[一二三]、"
_PLANNED = re.compile(
    rf"{_HEADED}(?:全力[^，。；、]{{2,8}})?(20\d\d)年(?:的|度|全[省市县区])?[^，。；、]{{0,12}}?(?:安排|目标任务|主要任务|重点(?:工作|任务)|总体要求|打算|工作思路)"
)
_REVIEWED = re.compile(rf"{_HEADED}(20\d\d)年(?:的|度)?[^，。；、]{{0,8}}?(?:回顾|总结)")
_BY_THEN = re.compile(r"[年]?[底末]?(?:之|以)?前|[年]?[底末]")


class TooMuchError(Exception):
    """The text is no policy text; `code` (measures or numbers) and `limit` say of what it has too many."""

    def __init__(self, code: str, limit: int) -> None:
        super().__init__(code)
        self.code, self.limit = code, limit


@dataclass(frozen=True, slots=True)
class ReadMeasure:
    """One measure with its targets, in the order of the text."""

    passage: MeasurePassage
    targets: tuple[TargetMention, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A policy text, read; numbers name their targets by places in `targets`."""

    source: SourceText
    blocks: tuple[Block, ...]
    outline: Outline
    year: int
    measures: tuple[ReadMeasure, ...]
    numbers: tuple[NumberMention, ...]

    @property
    def targets(self) -> tuple[TargetMention, ...]:
        """All targets, in the order of the text."""
        return tuple(target for measure in self.measures for target in measure.targets)


def read(original: str, year: int | None = None, asked: int | None = None) -> Reading:
    """Read a policy text. `year` is used where the text names none; `asked` whatever it names.

    Raises TooMuchError for what is no policy text.
    """
    source, blocks = layout(original)
    _refuse_too_much(source, blocks)
    title = title_of(source, blocks)
    this = asked or year_of(source.text, title) or year or 2000
    blocks = with_bare_headings(source, blocks)
    back = looking_back(source, blocks, year_of(source.text, title) or this)
    ahead = with_leads(source, [block for block in blocks if block not in back])
    blocks = tuple(sorted((*back, *ahead), key=lambda block: block.start))
    outline = outline_of(source, blocks, title, back)
    end = _end_of_years(title)
    measures: list[ReadMeasure] = []
    everything = Statements()
    for passage, stated in _measures(source, outline, this):
        everything.extend(stated)
        measures.append(ReadMeasure(passage, tuple(_due(stated.targets, end))))
    return Reading(source, blocks, outline, this, tuple(measures), tuple(everything.numbers))


def year_of(text: str, title: str) -> int | None:
    """The year a text speaks of: that of its title; else the latest it names often, and not as a deadline."""
    if year := _year_of_title(title):
        return year
    if plan := _PLAN.search(title):
        return PLAN_ENDS[plan[1]] - 4
    if headed := _year_of_headings(text):
        return headed
    counts: Counter[int] = Counter()
    for named in _YEAR.finditer(_LISTED.sub(lambda listed: "-" * len(listed[0]), text)):
        if not (_is_later(text, named) or text.startswith(("-", "~"), named.end())):
            counts[int(named[1])] += 1
    most = max(counts.values(), default=0)
    if (said := _DAY.search(text, 0, _HEAD)) and (said[2] or counts[int(said[1])] * 4 >= most):
        return int(said[1])
    latest = max((year for year, count in counts.items() if count * 2 >= most), default=None)
    deadlines = Counter(int(year[1]) for year in _YEAR.finditer(text) if _BY_THEN.match(text, year.end()))
    return min(
        (year for year, count in deadlines.items() if latest and count > 1 and year < latest), default=latest
    )


def _year_of_title(title: str) -> int | None:
    """The first year of a range, else the last (2024年执行情况与2025年草案); no day, no deadline."""
    named = [year for year in _YEAR.finditer(title) if not _is_later(title, year)]
    whole = [year for year in named if not _MONTH.match(title, year.end())]
    return max((int(year[1]) for year in whole or named), default=None)


def _is_later(text: str, year: re.Match[str]) -> bool:
    """Whether it is the end of a range, or by when: 到2027年、2030年, 2027年底前."""
    before = text[max(0, year.start() - 24) : year.start()]
    ends = before.endswith(("到", "至", "-", "~")) or _BY_THESE.search(before)
    return bool(ends or _BY_THEN.match(text, year.end()))


def _year_of_headings(text: str) -> int | None:
    """The year of a heading that plans (二、2024年工作安排), or that behind one that reviews."""
    planned = [int(heading[1]) for heading in _PLANNED.finditer(text)]
    reviewed = [int(heading[1]) + 1 for heading in _REVIEWED.finditer(text)]
    return next(iter(planned), max(reviewed, default=None))


def _refuse_too_much(source: SourceText, blocks: Sequence[Block]) -> None:
    if sum(block.mark is not None or bool(block.cells) for block in blocks) > MOST_MEASURES:
        raise TooMuchError("measures", MOST_MEASURES)
    if sum(1 for _ in _NUMBER.finditer(source.text)) > MOST_NUMBERS:
        raise TooMuchError("numbers", MOST_NUMBERS)


def _measures(source: SourceText, outline: Outline, year: int) -> Iterator[tuple[MeasurePassage, Statements]]:
    """Every measure with what it states, in order; other headings are, if they state a target or name units.

    Those have the number that the text gives them among its measures, else one behind all.
    """
    measures = [(passage, _read_measure(source, passage, year)) for passage in outline.measures]
    used = {passage.number for passage in outline.measures}
    last = max(used, default=0)
    for passage in outline.candidates:
        stated = _read_measure(source, passage, year)
        if not stated.targets and not passage.owner_clauses:
            continue
        number = passage.number
        if number in used or not number:
            last += 1
            number = last
        used.add(number)
        measures.append((replace(passage, number=number), stated))
    for passage, stated in sorted(measures, key=lambda measure: measure[0].heading):
        targets = [replace(target, measure=passage.number) for target in stated.targets]
        yield passage, Statements(targets, stated.numbers)


def _read_measure(source: SourceText, passage: MeasurePassage, year: int) -> Statements:
    """What the sentences and table cells of a measure state, with the deadline that it names for all."""
    stated = Statements()
    ends = {cell: month_end(of_year or year, month) for cell, of_year, month in passage.steps}
    dues = dict(passage.dues)
    for start, end in passage.spoken():
        part = read_range(source.text, start, end, year, passage.number)
        part = Statements(_due(part.targets, ends.get((start, end))), part.numbers)
        stated.extend(_by(source, dues[start, end], year, part) if (start, end) in dues else part)
    for cells in passage.table_values:
        if 0 < cells.column.year < year:
            past = NumberMention(*cells.value, Classification.NOT_TARGET, Reason.PAST)
            stated.extend(Statements([], [past]))
        elif target := table_target(source, cells, passage.number, year):
            number = NumberMention(*cells.value, Classification.VALUE, None, (0,), target.value, target.unit)
            stated.extend(Statements([target], [number]))
    return _with_deadline(source, passage, year, _doubted(source, passage, _once(stated, passage.heading)))


def _doubted(source: SourceText, passage: MeasurePassage, stated: Statements) -> Statements:
    """What is stated, all of it doubtful where the measure as a whole reads like one of results."""
    results, aims = results_and_aims("".join(source.text[start:end] for start, end in passage.body))
    if results <= max(aims, _FEW_RESULTS):
        return stated
    return Statements([replace(t, doubts=(*t.doubts, "tells")) for t in stated.targets], stated.numbers)


def _once(stated: Statements, heading: Range) -> Statements:
    """Without the targets of a title that the text below it states again."""
    below = {(t.value, t.unit, t.due) for t in stated.targets if t.at >= heading[1]}
    again = {
        n
        for n, t in enumerate(stated.targets)
        if heading[0] <= t.at < heading[1] and (t.value, t.unit, t.due) in below
    }
    if not again:
        return stated
    kept = [n for n in range(len(stated.targets)) if n not in again]
    places = {old: new for new, old in enumerate(kept)}
    numbers = [
        replace(number, targets=tuple(places[n] for n in number.targets if n in places))
        if set(number.targets) - again or not number.targets
        else replace(number, classification=Classification.NOT_TARGET, reason=Reason.LISTED, targets=())
        for number in stated.numbers
    ]
    return Statements([stated.targets[n] for n in kept], numbers)


def _with_deadline(source: SourceText, passage: MeasurePassage, year: int, stated: Statements) -> Statements:
    """The deadline that the measure names for all of it is that of each target without its own."""
    cell = passage.due or _labelled_deadline(source, passage)
    return stated if cell is None else _by(source, cell, year, stated)


def _by(source: SourceText, cell: Range, year: int, stated: Statements) -> Statements:
    """What is stated, by the deadline that words name where it has none of its own."""
    periods = [p for p in periods_in(source.text[slice(*cell)], year) if p.until and not p.past]
    period = max(periods, key=lambda p: p.until or date.min, default=None)
    takers = tuple(n for n, target in enumerate(stated.targets) if target.due is None)
    if period is None or period.whole or not takers:
        return stated
    start, end = cell[0] + period.start, cell[0] + period.end
    deadline = NumberMention(start, end, Classification.PERIOD, None, takers)
    apart = [number for number in stated.numbers if number.end <= start or number.start >= end]
    return Statements(_due(stated.targets, period.until), [*apart, deadline])


def _labelled_deadline(source: SourceText, passage: MeasurePassage) -> Range | None:
    """Where the text of a measure or of its owners names a deadline behind a label: 完成时限：9月底."""
    for start, end in (*passage.body, *((c.start, c.end) for c in passage.owner_clauses)):
        if deadline := _DEADLINE.search(source.text, start, end):
            return deadline.span(1)
    return None


def _end_of_years(title: str) -> date | None:
    """The end of the years that a title names: （2024—2026年）."""
    years, plan = _YEARS.search(title), _PLAN.search(title)
    last = int(years[1]) if years else PLAN_ENDS[plan[1]] if plan and not _YEAR.search(title) else 0
    return date(last, 12, 31) if last else None


def _due(targets: Sequence[TargetMention], due: date | None) -> list[TargetMention]:
    """The targets, those without a deadline of their own with this one."""
    return [replace(target, due=due) if target.due is None and due else target for target in targets]
