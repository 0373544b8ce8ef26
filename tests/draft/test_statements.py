"""What sentences ask for: the constructs of policy language, one line each, in sentences.txt."""

from decimal import Decimal
from pathlib import Path

import pytest

from tracker.draft.layout import layout
from tracker.draft.mentions import TargetMention
from tracker.draft.statements import read_range
from tracker.model.quantity import plain_digits

LINES = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines()
CASES = [line.rpartition(" | ") for line in LINES if line and not line.startswith("#")]


def targets_in(sentence: str, year: int) -> list[TargetMention]:
    source, _ = layout(sentence)
    return read_range(source.text, 0, len(source.text), year, 0).targets


def shown(target: TargetMention) -> str:
    numbers = [plain_digits(value) for value in (target.value, target.upper) if value is not None]
    baseline = [] if target.baseline is None else ["from", plain_digits(target.baseline)]
    return " ".join((target.operator.value, *numbers, target.unit, *baseline))


@pytest.mark.parametrize(("sentence", "wanted"), [(case[0], case[2]) for case in CASES])
def test_what_a_sentence_asks_for(sentence: str, wanted: str) -> None:
    assert ", ".join(shown(target) for target in targets_in(sentence, 2024)) == (
        "" if wanted == "-" else wanted
    )


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("全年新引进无人机企业40家以上。", ["新引进无人机企业"]),
        ("完成256个老旧小区燃气管道改造。", ["完成老旧小区燃气管道改造"]),
        ("新增技能人才4500人、高技能人才2700人。", ["新增技能人才", "新增高技能人才"]),
        ("开工率、投产率分别达到70%、40%以上。", ["开工率", "投产率"]),
        ("接待游客数量、旅游综合收入同比增长15%。", ["接待游客数量增速", "旅游综合收入增速"]),
        ("“带押过户”办理量达到300件。", ["“带押过户”办理量"]),
        ("去年接待游客612万人次，今年力争达到700万人次。", ["接待游客"]),
        ("湿地保护率由51%提高到53%。", ["湿地保护率"]),
    ],
)
def test_names(sentence: str, names: list[str]) -> None:
    assert [target.name for target in targets_in(sentence, 2024)] == names


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("新增企业40家。", "cumulative"),
        ("高新技术企业总数超过38家。", "level"),
        ("覆盖率达到60%。", "share"),
        ("投资增长15%。", "growth"),
        ("能耗下降4%。", "growth"),
        ("覆盖率提高5个百分点。", "cumulative"),
        ("近视率下降1个百分点。", "level"),
        ("培育场景达到17个。", "level"),
        ("保持8%以上的增长。", "growth"),
    ],
)
def test_kinds(sentence: str, kind: str) -> None:
    assert targets_in(sentence, 2024)[-1].kind == kind


def test_strength_and_period_carry_to_the_end_of_the_sentence() -> None:
    targets = targets_in("力争下半年新增企业2家，培育人才5人。开展培训3场。", 2024)
    assert [target.aspire for target in targets] == [True, True, False]
    assert [target.since is not None for target in targets] == [True, True, False]


def test_what_holds_binds_again() -> None:
    assert [target.aspire for target in targets_in("力争新增2家，确保完成5家。", 2024)] == [True, False]


def test_a_bracket_inherits_what_its_sentence_says() -> None:
    targets = targets_in("到2026年新增平台5家（其中省级2家）。", 2024)
    assert [(target.value, target.due and target.due.year) for target in targets] == [
        (Decimal(5), 2026),
        (Decimal(2), 2026),
    ]


def test_no_number_no_goal() -> None:
    assert targets_in("加强组织领导。", 2024) == []
