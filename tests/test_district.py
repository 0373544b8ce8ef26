"""The district's own workspace: the catalogue is true to the policy text, the log shows every case."""

import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from support import REPOSITORY, TODAY
from tracker.assess.assessment import assess
from tracker.assess.signal import Flag, Signal
from tracker.model.book import Book
from tracker.model.catalogue import Target
from tracker.model.goal import Operator
from tracker.store.workspace import load

SEED = REPOSITORY / "seeds/2024-h2-measures.md"
TEXT = "".join(SEED.read_text(encoding="utf-8").split())


@pytest.fixture(scope="module")
def book() -> Book:
    return load(REPOSITORY, TODAY).book


def targets() -> list[Target]:
    return list(load(REPOSITORY, TODAY).book.catalogue.targets)


NUMERIC = [target for target in targets() if target.kind != "milestone"]
IDS = [target.id for target in NUMERIC]


def test_the_workspace_is_sound(book: Book) -> None:
    assert book.problems == ()


def test_sections_and_measures_are_those_of_the_text(book: Book) -> None:
    headings = re.findall(
        r"#+ \**([一二三四五六七八])、(.+?)\**$", SEED.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert [(section.title) for section in book.catalogue.sections] == [title for _, title in headings]
    measures = list(book.catalogue.measures)
    assert [measure.number for measure in measures] == list(range(1, 33))
    for measure in measures:
        assert f"{measure.number}.{measure.title}。" in TEXT


def test_owners_are_those_of_the_text_in_its_order(book: Book) -> None:
    lists = re.findall(r"\(((?:区|中原高新区)[^()]*?)(?:按职责分工)?负责\)", TEXT)
    assert len(lists) == 32
    for measure, written in zip(book.catalogue.measures, lists, strict=True):
        assert list(measure.owners) == re.split("、|及(?=各|区)", written)


def body_of(book: Book) -> dict[int, str]:
    """The text of each measure after its number."""
    rest, bodies = TEXT, {}
    for measure in reversed(list(book.catalogue.measures)):
        rest, _, bodies[measure.number] = rest.rpartition(f"{measure.number}.{measure.title}。")
    return bodies


def test_each_quote_stands_in_its_own_measure(book: Book) -> None:
    bodies = body_of(book)
    for target in book.catalogue.targets:
        assert "".join(target.quote.split()) in bodies[target.measure], target.id


# What the words after and before a number say.
AFTER = {"以上": Operator.AT_LEAST, "左右": Operator.ABOUT, "以内": Operator.AT_MOST}
BEFORE = {
    "超过": Operator.MORE_THAN,
    "不低于": Operator.AT_LEAST,
    "不少于": Operator.AT_LEAST,
    "达到": Operator.REACH,
    "到": Operator.REACH,
}


def said(target: Target) -> tuple[Operator, Decimal, Decimal | None]:
    """Operator and numbers as the quote's own words give them, for this target's number."""
    quote = "".join(target.quote.split())
    if between := re.search(r"(\d+)至(\d+)", quote):
        return Operator.BETWEEN, Decimal(between[1]), Decimal(between[2])
    if "全覆盖" in quote and not re.search(r"\d", quote):
        return Operator.REACH, Decimal(100), None
    wanted = f"{abs(target.goal.value):f}"
    unit = target.unit if target.id != "waste-transfer" else "个"
    found = [
        m
        for m in re.finditer(r"(\D{0,4}?)(\d+(?:\.\d+)?)(" + re.escape(unit) + r")(以上|左右|以内)?", quote)
        if m[2] == wanted
    ]
    assert found, (target.id, wanted, unit, quote)
    match = found[-1]
    operator = AFTER.get(match[4] or "")
    before = quote[: match.start(2)]
    if operator is None:
        operator = next((op for word, op in BEFORE.items() if before.endswith(word)), Operator.REACH)
    sign = -1 if "下降" in before[-6:] else 1
    return operator, sign * Decimal(match[2]), None


@pytest.mark.parametrize("target", NUMERIC, ids=IDS)
def test_operator_and_number_agree_with_the_words_of_the_quote(target: Target) -> None:
    assert said(target) == (target.goal.operator, target.goal.value, target.goal.upper)


@pytest.mark.parametrize("target", NUMERIC, ids=IDS)
def test_kind_and_period_agree_with_the_words_of_the_quote(target: Target) -> None:
    quote = "".join(target.quote.split())
    assert (target.period.start == date(2024, 7, 1)) == ("下半年" in quote)
    assert target.period.end == date(2024, 12, 31)
    assert (target.kind == "growth") == bool(re.search("同比|增速", quote))
    assert (target.kind == "share") == (target.unit == "%" and target.kind != "growth")
    if target.kind == "level":
        assert re.search("总数|达到|超过", quote)
        assert target.path == "at_due"


def test_strength_is_that_of_the_sentence(book: Book) -> None:
    for target in book.catalogue.targets:
        quote = "".join(target.quote.split())
        assert target.aspire == bool(re.search("力争|争取", quote)), target.id


def numbers_of(text: str) -> Iterator[str]:
    return (match[0] for match in re.finditer(r"\d+(?:\.\d+)?", text))


# Numbers of the text that set no target: names, slogans, programmes, counts of things.
NAMES = ("11×5×9", "省首批18条", "5G泛在", "500强", "2024--2025年", "“123”和“321”")


def test_every_number_of_the_text_is_a_target_or_a_name(book: Book) -> None:
    rest = "\n".join(body_of(book).values())
    quotes = {"".join(target.quote.split()) for target in book.catalogue.targets}
    for quote in sorted(quotes, key=len, reverse=True):
        rest = rest.replace(quote, "")
    for name in NAMES:
        rest = rest.replace(name, "")
    assert list(numbers_of(rest)) == []


def test_every_measure_has_a_target_and_milestones_beside_numbers_are_deliverables_of_the_text(
    book: Book,
) -> None:
    beside = {
        target.id
        for measure in book.catalogue.measures
        for target in measure.targets
        if target.kind == "milestone" and any(other.kind != "milestone" for other in measure.targets)
    }
    assert all(measure.targets for measure in book.catalogue.measures)
    assert beside == {"pipe-network-plan", "sponge-quarters"}
    assert len(NUMERIC) == 44


def test_deadlines_follow_the_season_and_say_why(book: Book) -> None:
    sooner = {target.id: target for target in book.catalogue.targets if target.period.end.month != 12}
    assert {target.period.end for target in sooner.values()} == {date(2024, 9, 30)}
    named = {name for name, target in sooner.items() if re.search("9 ?月底", target.quote)}
    assert named == {"resettlement-delivery"}
    assert {name for name, target in sooner.items() if "period" in target.differs} == {
        "peak-power",
        "flood-warning",
    }


def test_every_signal_and_flag_occurs_in_the_illustrative_log(book: Book) -> None:
    last = assess(book, date(2024, 10, 31))
    assert {found.signal for found in last} == set(Signal)
    days = [date(2024, month, day) for month in (7, 8, 9, 10) for day in (10, 20, 30)]
    flags = {
        flag for day in [*days, date(2024, 10, 31)] for found in assess(book, day) for flag in found.flags
    }
    # No two units say different things in it, and nobody has replied, verified or accepted anything.
    assert flags == set(Flag) - {Flag.CONFLICTING, Flag.PROMISE_OVERDUE, Flag.VERIFIED, Flag.ACCEPTED}


def test_the_illustrative_log_uses_everything_a_log_can_say() -> None:
    files = sorted((REPOSITORY / "progress").rglob("*.yaml"))
    text = "".join(path.read_text(encoding="utf-8") for path in files)
    assert len(files) >= 100
    for used in (
        "void:",
        "reason:",
        "add:",
        "stage:",
        "unit: 万元",
        "unit: 米",
        "status: preliminary",
        "更正",
    ):
        assert used in text
    assert all("演示" in path.read_text(encoding="utf-8") for path in files)
    assert {path.parent.name for path in files} >= {"07", "08", "09", "10"}


def test_every_lead_unit_but_one_has_reported(book: Book) -> None:
    leads = {target.lead for target in book.catalogue.targets}
    silent = leads - {
        found.latest.entry.report.by for found in assess(book, date(2024, 10, 31)) if found.latest
    }
    assert silent == {"区委宣传部"}


def test_the_seed_is_kept_byte_for_byte() -> None:
    raw = SEED.read_bytes()
    assert (len(raw), raw.count(b"\r")) == (19258, 0)


@pytest.mark.parametrize("name", ["catalogue", "progress"])
def test_the_schemas_are_current_and_accept_the_workspace(name: str) -> None:
    import jsonschema  # noqa: PLC0415 - only here
    import yaml  # noqa: PLC0415 - only here

    from tracker.cli.schema import SCHEMAS  # noqa: PLC0415 - only here

    committed = json.loads((REPOSITORY / f"schema/{name}.schema.json").read_text(encoding="utf-8"))
    assert committed == {"$schema": committed["$schema"], **SCHEMAS[name]()}, "make schema"
    jsonschema.Draft202012Validator.check_schema(committed)
    validator = jsonschema.Draft202012Validator(committed)
    files = (
        [REPOSITORY / "measures.yaml"]
        if name == "catalogue"
        else sorted((REPOSITORY / "progress").rglob("*.yaml"))
    )
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert schema_named_in(path, text) == REPOSITORY / f"schema/{name}.schema.json"
        document = json.loads(json.dumps(yaml.safe_load(text), default=str))
        validator.validate(document)
    with pytest.raises(jsonschema.ValidationError):
        validator.validate({**document, "unknown": 1})


def schema_named_in(path: Path, text: str) -> Path:
    first = text.partition("\n")[0]
    return (path.parent / first.removeprefix("# yaml-language-server: $schema=")).resolve()
