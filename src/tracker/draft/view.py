"""The draft as a view: a row per target, for a spreadsheet, a machine or a terminal."""

from datetime import date

from tracker.draft.catalogue import Proposal, Proposed, ProposedMeasure
from tracker.draft.document import why
from tracker.model.goal import Operator
from tracker.report.values import Phrase, Record
from tracker.report.view import Column, Level, Row, Table, View
from tracker.words import Words

COLUMNS = (
    Column("id"),
    Column("name", wraps=True),
    Column("operator", drop=2),
    Column("target", right=True),
    Column("upper", right=True, drop=5),
    Column("unit"),
    Column("confidence"),
    Column("line", right=True, drop=4),
    Column("quote", wraps=True, drop=3),
)


def view(proposal: Proposal, words: Words) -> View:
    """All targets with what is known of them; exact numbers, days only where the text names them."""
    records = tuple(_record(m, t, proposal.year, words) for m in proposal.measures for t in m.targets)
    uncertain = sum(not target.certain for target in proposal.targets)
    facts = {"measures": len(proposal.measures), "targets": len(records), "uncertain": uncertain}
    return View(
        name="draft",
        title=proposal.title,
        head=(Phrase("draft.counts", facts),),
        counts=None,
        total=len(records),
        blocks=(Table(COLUMNS, tuple(_rows(proposal, records))),),
        foot=(),
        facts={"title": proposal.title, "year": proposal.year, **facts},
        items="targets",
        make_records=lambda: records,
    )


def _rows(proposal: Proposal, records: tuple[Record, ...]) -> list[Row]:
    by_id = {record["id"]: record for record in records}
    rows: list[Row] = []
    for measure in proposal.measures:
        owner = measure.owners[0] if measure.owners else None
        rows.append(Row(Level.MEASURE, number=str(measure.number), text=measure.title, owner=owner))
        for target in measure.targets:
            record = by_id[target.id]
            cells = {column.key: record[column.key] for column in COLUMNS}
            rows.append(Row(Level.ITEM, cells=cells))
    return rows


def _record(measure: ProposedMeasure, target: Proposed, year: int, words: Words) -> Record:
    due = target.due
    if target.operator is Operator.DONE_BY:
        due = due or date(year, 12, 31)
    return {
        "measure": measure.number,
        "title": measure.title,
        "owners": measure.owners,
        "id": target.id,
        "name": target.name,
        "kind": target.kind,
        "operator": target.operator.value,
        "target": target.value,
        "upper": target.upper,
        "unit": target.unit,
        "from": target.since,
        "due": due,
        "strength": "aspire" if target.aspire else "binding",
        "baseline": target.baseline,
        "confidence": target.confidence.value,
        "why": why(target, words),
        "quote": target.quote,
        "line": target.line,
    }
