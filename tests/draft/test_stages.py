"""The small stages of reading a sentence, each by itself: lines, masks, phrases, context, classification."""

import pytest

from tracker.draft.account import account_of
from tracker.draft.context import SentenceContext, aspires_to, looks_back
from tracker.draft.lines import lines_of
from tracker.draft.mentions import Classification, Reason
from tracker.draft.numbers import quantities_in
from tracker.draft.periods import periods_in
from tracker.draft.phrases import NumberPhrase, phrases_of
from tracker.draft.reading import read
from tracker.draft.sentences import Sentence, mask, sentences, unmasked
from tracker.model.goal import Operator

YEAR = 2024


def phrases(clause: str) -> list[NumberPhrase]:
    return phrases_of(clause, 0, len(clause), quantities_in(clause))


def entered(clause: str) -> SentenceContext:
    context = SentenceContext(YEAR)
    context.enter(Sentence(0, len(clause), clause), 0, len(clause), periods_in(clause, YEAR))
    return context


def test_numbers_of_pages_and_rules_are_no_lines() -> None:
    text = "某区工作方案\n\n— 1 —\n某区工作方案\n-----\n新增5家\n— 2 —\n某区工作方案\n"
    uniform_text, lines = lines_of(text.replace("—", "-"))
    assert [line.words for line in lines] == ["某区工作方案", "新增5家"]
    assert len(uniform_text) == len(text)


def test_what_is_masked_keeps_its_length_and_can_be_read_again() -> None:
    text = "落实《若干措施》，办好“一件事”（含3项）。"
    masked = mask(text)
    assert len(masked) == len(text)
    assert not {"措", "件", "3"} & set(masked)
    assert unmasked(masked) == "落实《若干措施》，办好“一件事”。"
    assert mask("新增设备5台（套）。") == "新增设备5台（套）。"


def test_brackets_are_sentences_of_their_own_behind_theirs() -> None:
    text = "新增5家（其中省级2家）。再建3个。"
    read_ = [(text[s.start : s.end], s.aside) for s in sentences(text, 0, len(text))]
    assert read_ == [("新增5家（其中省级2家）。", False), ("其中省级2家", True), ("再建3个。", False)]


def test_each_number_has_its_phrase_and_a_baseline_none() -> None:
    clause = "湿地保护率由51%提高到53%，新增企业5家"
    first, second = phrases(clause)
    assert clause[first.start : first.end] == "湿地保护率由51%提高到53%"
    assert first.baseline is not None
    assert [str(q.value) for q in (first.baseline, first.quantity, second.quantity)] == ["51", "53", "5"]


def test_numbers_of_a_list_share_unit_and_comparator() -> None:
    listed = phrases("开工率、投产率分别达到70、80%以上")
    assert [(p.of_list, p.list_size, p.quantity.unit) for p in listed] == [(1, 2, "%"), (2, 2, "%")]
    assert {p.comparator.operator for p in listed} == {Operator.AT_LEAST}


@pytest.mark.parametrize(
    ("clause", "past", "aspire", "due"),
    [
        ("力争9月底前新增5家", False, True, "2024-09-30"),
        ("确保完成5家", False, False, None),
        ("截至目前已建成5家", True, False, None),
        ("去年新增5家", True, False, None),
        ("比去年新增5家", False, False, None),
        ("2024年工作要点提出5项", False, False, None),
    ],
)
def test_what_a_clause_lends(clause: str, past: object, aspire: object, due: str | None) -> None:
    context = entered(clause)
    assert (context.past, context.aspire) == (past, aspire)
    assert (context.period.until.isoformat() if context.period and context.period.until else None) == due


def test_what_is_said_of_a_part_ends_at_a_semicolon() -> None:
    context = entered("其中2025年50公里")
    context.pass_semicolon()
    assert context.period is None


def test_modality_is_that_of_the_last_word() -> None:
    for text, aspired in (
        ("力争建成，确保完成", False),
        ("确保建成。力争完成", True),
        ("争取国家资金", None),
    ):
        assert aspires_to(text, len(text), 0) is aspired
    assert looks_back("为全年工作打下坚实基础。")
    assert not looks_back("为今年工作打下坚实基础。")


def test_the_account_says_what_each_number_is() -> None:
    text = "1.引进企业。去年新增3家，今年9月底前新增5家以上，对超过500万元的企业给予奖励20万元。\n2.乙。做好。\n3.丙。做好。"
    entries = {e.text: (e.classification, e.reason) for e in account_of(read(text, YEAR))}
    assert entries["3家"] == (Classification.NOT_TARGET, Reason.PAST)
    assert entries["今年9月底前"] == (Classification.PERIOD, None)
    assert entries["5家"] == (Classification.VALUE, None)
    assert entries["1"] == (Classification.NOT_TARGET, Reason.NUMBERING)
    assert entries["20万元"] == (Classification.NOT_TARGET, Reason.SUBSIDY)


def test_a_mark_alone_is_numbering_however_long() -> None:
    (entry,) = account_of(read("03.5甲", YEAR))
    assert (entry.text, entry.reason) == ("03.5", Reason.NUMBERING)
