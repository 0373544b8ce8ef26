"""The profiles view: the same day under every rule, and which targets would change colour."""

from tracker.assess.assessment import Assessment, assess
from tracker.assess.signal import Signal
from tracker.assess.summary import summarize
from tracker.model.profile import PROFILES, Profile
from tracker.report import cells
from tracker.report.scope import Scope, facts, foot, head
from tracker.report.values import Phrase, Record, Value
from tracker.report.view import Column, Level, Row, Table, View

OWN = "own"
CATALOGUE = "catalogue"  # the catalogue's own numbers, where another rule was asked for


def profiles(scope: Scope) -> View:
    """Counts under each profile, then each target whose signal is not the same under all of them."""
    rules = _rules(scope)
    ids = {assessment.target.id for assessment in scope.shown}
    by_profile = {
        name: {
            a.target.id: a
            for a in assess(scope.book, scope.as_of, known_on=scope.known_on, profile=rule)
            if a.target.id in ids
        }
        for name, rule in rules.items()
    }
    changing = [a for a in scope.shown if len({by_profile[name][a.target.id].signal for name in rules}) > 1]
    summary = summarize(by_profile[OWN].values())
    records = tuple(_record(a, by_profile) for a in changing)
    return View(
        name="profiles",
        title=scope.book.catalogue.title,
        head=tuple(head(scope)),
        counts=summary.counts,
        total=summary.total,
        blocks=(_counts(scope, rules, by_profile), _changes(changing, by_profile)),
        foot=tuple(foot(scope)),
        facts=facts(scope)
        | {"profiles": tuple(_rule(name, rules[name], by_profile[name]) for name in rules)},
        items="changes",
        make_records=lambda: records,
    )


def _rules(scope: Scope) -> dict[str, Profile]:
    """The rule looked by first, the catalogue's own unless another was asked for; then those that differ."""
    base, own = scope.profile, scope.book.catalogue.profile
    others = {name: rule for name, rule in PROFILES.items() if rule != base}
    if own not in (base, *others.values()):
        others[CATALOGUE] = own
    return {OWN: base} | others


def _counts(scope: Scope, rules: dict[str, Profile], by_profile: dict[str, dict[str, Assessment]]) -> Table:
    columns = (
        Column("profile"),
        *(Column(signal.value, right=True, mark=signal) for signal in Signal),
        Column("total", right=True),
        Column("changes", right=True),
        Column("rule", wraps=True, drop=1),
    )
    rows = []
    for name, rule in rules.items():
        summary = summarize(by_profile[name].values())
        differs = sum(by_profile[name][i].signal != by_profile[OWN][i].signal for i in by_profile[OWN])
        counts: dict[str, Value] = {signal.value: count for signal, count in summary.counts.items()}
        origin = "own" if rule == scope.book.catalogue.profile else "asked"
        label = Phrase(f"profile.{origin}", {"name": rule.name}) if name in {OWN, CATALOGUE} else name
        row: Record = {"profile": label, **counts, "total": summary.total, "changes": differs}
        rows.append(Row(Level.ITEM, cells={**row, "rule": thresholds(rule)}))
    return Table(columns, tuple(rows), title=Phrase("profiles.counts"))


def thresholds(rule: Profile) -> Phrase:
    """A profile's rule in words, of counts and of rates."""
    return Phrase("rule", {"counts": of_counts(rule), "rates": of_rates(rule)})


def of_rates(rule: Profile) -> Phrase:
    """What it says of growth and of shares that are judged as rates, in points of the rate."""
    far = -rule.far_behind_rate
    return Phrase("rule.rates" if far else "rule.rates.any", {"far": far})


def of_counts(rule: Profile) -> Phrase:
    """What it says of all that has a completion; its numbers are percentage points of the lead."""
    numbers = {"behind": rule.behind, "far": rule.far_behind, "short": rule.far_behind_short}
    if rule.far_behind_short is not None:
        return Phrase("rule.short", numbers)
    if rule.far_behind is None:
        return Phrase("rule.one", numbers)
    if rule.far_behind == rule.behind:
        return Phrase("rule.any", numbers)
    return Phrase("rule.points.including" if rule.behind_includes else "rule.points", numbers)


def _changes(changing: list[Assessment], by_profile: dict[str, dict[str, Assessment]]) -> Table:
    columns = (
        Column("number"),
        Column("name", wraps=True),
        Column("lead_unit", drop=2),
        Column("lead", right=True, drop=1),
        *(Column(f"under_{name}", label=None if name == OWN else name) for name in by_profile),
    )
    rows = tuple(
        Row(
            Level.ITEM,
            cells={
                "number": a.target.number,
                "name": a.target.name,
                "lead_unit": a.target.lead,
                "lead": cells.lead(a),
                **{f"under_{name}": by_id[a.target.id].signal for name, by_id in by_profile.items()},
            },
        )
        for a in changing
    )
    return Table(columns, rows, title=Phrase("profiles.changes"), empty=Phrase("profiles.same"))


def _record(assessment: Assessment, by_profile: dict[str, dict[str, Assessment]]) -> Record:
    target = assessment.target
    return {
        "id": target.id,
        "number": target.number,
        "name": target.name,
        "lead_unit": target.lead,
        "lead": cells.lead(assessment),
        **{f"under_{name}": by_id[target.id].signal for name, by_id in by_profile.items()},
    }


def _rule(name: str, rule: Profile, assessments: dict[str, Assessment]) -> Record:
    counts: dict[str, Value] = {s.value: count for s, count in summarize(assessments.values()).counts.items()}
    return {
        "profile": name,
        "behind": rule.behind,
        "far_behind": rule.far_behind,
        "far_behind_short": rule.far_behind_short,
        "far_behind_rate": rule.far_behind_rate,
        **counts,
    }
