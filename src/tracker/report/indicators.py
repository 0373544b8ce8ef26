"""The shared indicators as a view, with the targets of a catalogue that name them."""

from tracker.model.catalogue import Catalogue
from tracker.model.indicators import Indicators
from tracker.report.values import Phrase, Record, Word
from tracker.report.view import Column, Level, Row, Table, View

COLUMNS = (
    Column("code"),
    Column("name", wraps=True),
    Column("unit"),
    Column("kind", drop=3),
    Column("direction", drop=4),
    Column("aggregate", drop=2),
    Column("target_of", wraps=True, drop=1),
)


def indicators_view(indicators: Indicators, catalogue: Catalogue | None) -> View:
    """All indicators; `catalogue` is that of the workspace one is in, None outside of any."""
    named = {target.indicator: target for target in (catalogue.targets if catalogue else ())}
    records: list[Record] = []
    for code, one in indicators.by_code.items():
        target = named.get(code)
        records.append(
            {
                "code": code,
                "name": one.name,
                "unit": one.unit,
                "kind": Word("kind", one.kind),
                "direction": Word("direction", "higher" if one.higher else "lower"),
                "aggregate": Word("aggregate", one.aggregate.value),
                "target_of": f"{target.number} {target.id}" if target else None,
            }
        )
    used = sum(code in named for code in indicators.by_code)
    return View(
        name="indicators",
        title=indicators.title or "indicators.yaml",
        head=(Phrase("indicators.used", {"count": len(records), "used": used}),) if catalogue else (),
        counts=None,
        total=len(records),
        blocks=(Table(COLUMNS, tuple(Row(Level.ITEM, record) for record in records)),),
        foot=(),
        facts={"file": indicators.file},
        items="indicators",
        make_records=lambda: records,
    )
