"""The summary: one screen of what leaders ask, for who types `tracker` alone, and for scripts."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from tracker.assess.assessment import Assessment
from tracker.assess.changes import TargetChange
from tracker.assess.reporting import Duty
from tracker.assess.signal import Signal
from tracker.assess.summary import Score, summarize
from tracker.report import cells
from tracker.report.answers import CLASSES, Answers
from tracker.report.drawings import drawings
from tracker.report.scope import facts, foot, head
from tracker.report.selection import COLOURS
from tracker.report.standing import now
from tracker.report.values import Bar, Facts, Percent, Phrase, Record
from tracker.report.view import Block, Column, Fields, Level, Row, Table, View

# As much as a screen of 24 lines holds.
SECTIONS_SHOWN = 8
WORST_SHOWN = 5
NAMED = 3
SECTION_COLUMNS = (
    Column("section_title"),
    Column("time_bar"),
    *(Column(signal.value, right=True, mark=signal) for signal in Signal),
    Column("total", right=True, drop=1),
)
WORST_COLUMNS = (
    Column("number"),
    Column("worst", wraps=True),
    Column("lead_unit", drop=1),
    Column("lead", right=True, drop=2),
    Column("signal"),
)


def summary(answers: Answers) -> View:
    """On time or not, the sections, the five worst, what changed, who is silent, what is due or will miss."""
    scope = answers.scope
    as_of, *terms = head(scope)
    sections = tuple(_sections(answers))
    return View(
        name="summary",
        title=scope.book.catalogue.title,
        head=(as_of, answers.headline, *terms),
        counts=None,
        total=answers.total,
        blocks=tuple(_blocks(answers, sections)),
        foot=(*(phrase for phrase in foot(scope) if phrase.key != "foot.read"), _next(answers)),
        facts={**facts(scope), **_facts(answers)},
        items="sections",
        make_records=lambda: sections,
        make_drawings=lambda: tuple(drawings(scope)),
        dense=True,
    )


def _blocks(answers: Answers, sections: Sequence[Record]) -> Iterator[Block]:
    least_on_time = {record["section"] for record in sorted(sections, key=_on_time)[:SECTIONS_SHOWN]}
    rows = tuple(_section_row(record) for record in sections if record["section"] in least_on_time)
    left = len(sections) - len(rows)
    remark = Phrase("summary.sections-left", {"count": left}) if left else None
    yield Table(SECTION_COLUMNS, rows, remark=remark)
    if answers.lagging:
        yield Table(WORST_COLUMNS, tuple(map(_worst_row, answers.worst[:WORST_SHOWN])))
    yield Fields(
        (
            ("since_before", _changes(answers)),
            ("silent_units", _silent(answers)),
            ("due_soon", _due(answers)),
            ("will_miss", _missing(answers)),
        )
    )


def _sections(answers: Answers) -> Iterator[Record]:
    groups: dict[int, list[Assessment]] = {}
    for assessment in answers.scope.shown:
        groups.setdefault(assessment.target.section, []).append(assessment)
    for section in answers.scope.book.catalogue.sections:
        if group := groups.get(section.number):
            counts = summarize(group).counts
            yield {
                "section": section.number,
                "section_title": section.title,
                **{signal.value: counts[signal] for signal in Signal},
                "total": len(group),
                "on_time": Percent(Fraction(sum(counts[s] for s in COLOURS["green"]), len(group))),
            }


def _on_time(section: Record) -> Fraction:
    share = section["on_time"]
    return share.share if isinstance(share, Percent) else Fraction(0)


def _section_row(section: Record) -> Row:
    # A blank where there is none: the eye goes to what is there.
    marks: Record = {signal.value: section[signal.value] or "" for signal in Signal}
    bar = Bar(Percent(_on_time(section)), None)
    return Row(Level.ITEM, cells={**section, **marks, "time_bar": bar})


def _worst_row(change: TargetChange) -> Row:
    row = cells.row(now(change))
    return Row(Level.ITEM, cells={**row, "worst": row["name"]})


def _changes(answers: Answers) -> Phrase:
    """What there is more and less of than at the end of the period before, by colour; and who turned."""
    colours = tuple(
        Phrase(f"summary.{colour.colour}", {"change": f"{colour.change:+d}"})
        for colour in answers.colours
        if colour.change
    )
    turned = [change.course for change in answers.changed]
    key = "summary.changed" if answers.changed else "summary.unchanged"
    since = {"month": answers.since.month, "day": answers.since.day}
    return Phrase(key, {**since, "colours": colours, "worse": turned.count(-1), "better": turned.count(1)})


def _silent(answers: Answers) -> Phrase:
    units = tuple(
        Phrase("summary.silent-unit", {"unit": each.unit, "count": len(each.duties), "days": each.days})
        for each in answers.silent[:NAMED]
    )
    if not units and answers.waiting:
        return Phrase("summary.silent.waiting", {"count": len(answers.waiting)})
    return _listed("silent", len(answers.silent), units)


def _due(answers: Answers) -> Phrase:
    targets = tuple(
        Phrase(
            "summary.due-one", {"month": a.period.end.month, "day": a.period.end.day, "name": a.target.name}
        )
        for a in answers.due[:NAMED]
    )
    return _listed("due", len(answers.due), targets)


def _missing(answers: Answers) -> Phrase:
    return _listed("missing", len(answers.missing), tuple(a.target.name for a in answers.missing[:2]))


def _listed(what: str, count: int, named: tuple[object, ...]) -> Phrase:
    """How many, and the first of them by name."""
    key = "none" if not count else "all" if count == len(named) else "first"
    return Phrase(f"summary.{what}.{key}", {"count": count, "named": named})


def _next(answers: Answers) -> Phrase:
    """What to type next."""
    worst = answers.worst[0].target.number if answers.worst else None
    return Phrase("summary.next" if worst else "summary.next-none", {"worst": worst})


def _facts(answers: Answers) -> Facts:
    """The same for machines, and in full."""
    trust = answers.trust
    signals: tuple[Record, ...] = tuple(
        {"signal": each.signal, "count": each.count, "share": Percent(each.share), "change": each.change}
        for each in answers.signals
    )
    colours: tuple[Record, ...] = tuple(
        {"colour": each.colour, "count": each.count, "share": each.share, "change": each.change}
        for each in answers.colours
    )
    trend: tuple[Record, ...] = tuple(
        {"day": each.day, **{colour: each.of(colour) for colour in CLASSES}} for each in answers.trend
    )
    silent: tuple[Record, ...] = tuple(
        {"lead_unit": each.unit, "days": each.days, "targets": _ids(each.duties)} for each in answers.silent
    )
    return {
        "headline": answers.headline,
        "signals": signals,
        "colours": colours,
        "since": answers.since,
        "trend": trend,
        "worst": tuple(_target(now(change)) for change in answers.worst),
        "changed": tuple(
            {**_target(now(change)), "signal_before": change.before.signal if change.before else None}
            for change in answers.changed
        ),
        "units": tuple(_unit(unit, score) for unit, score in answers.units),
        "silent": silent,
        "due": tuple(map(_target, answers.due)),
        "missing": tuple(map(_target, answers.missing)),
        "latest_figure": trust.latest,
        "without_figure": trust.without,
        "preliminary": trust.preliminary,
        "source": trust.source,
    }


def _ids(duties: Iterable[Duty]) -> tuple[str, ...]:
    return tuple(duty.assessment.target.id for duty in duties)


def _target(assessment: Assessment) -> Record:
    row = cells.row(assessment)
    keys = ("number", "name", "lead_unit", "lead", "signal")
    return {"id": assessment.target.id, **{key: row[key] for key in keys}, "due": assessment.period.end}


def _unit(unit: str, score: Score) -> Record:
    return {
        "lead_unit": unit,
        "targets": score.targets,
        **{signal.value: score.counts[signal] for signal in Signal},
        "mean_completion": cells.percent(score.completion),
        "punctuality": cells.percent(score.punctuality),
    }
