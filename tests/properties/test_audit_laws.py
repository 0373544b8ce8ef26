"""The laws of the audit: one outcome for every number, counts that add up, and drafts that audit clean."""

from hypothesis import example, given
from hypothesis import strategies as st
from policy_texts import policies, scraps

from support import catalogue, target
from tracker.draft.audit.audit import audit
from tracker.draft.audit.page import marked_text
from tracker.draft.audit.results import Audit, Outcome
from tracker.draft.audit.view import audit_view
from tracker.draft.catalogue import propose
from tracker.draft.document import document
from tracker.draft.reading import read
from tracker.formats import FORMATS, Canvas, render
from tracker.formats.html import render_audit
from tracker.model.rules.quotes import squeezed
from tracker.model.validation import read_catalogue
from tracker.store.yaml import read as read_yaml
from tracker.words import LANGUAGES, Words

TEXTS = policies() | scraps()
# What a draft leaves to a person: goals outside the measures.
UNCERTAIN = {"audit-outside"}


def drafted(text: str) -> Audit | None:
    proposal = propose(read(text, 2024))
    if not proposal.measures:
        return None
    written = read_yaml(document(proposal, "policy.md", Words("zh")))
    read_, problems = read_catalogue(written, "measures.yaml")
    assert read_ is not None, problems
    return audit(read_, text)


@given(TEXTS)
def test_every_number_has_one_outcome_and_the_counts_add_up(text: str) -> None:
    found = audit(catalogue(target()), text)
    assert sum(found.counts.values()) == len(found.numbers)
    assert found.accounted + found.counts[Outcome.OPEN] == len(found.numbers)
    places = [(number.entry.start, number.entry.end) for number in (*found.numbers, *found.words_of_time)]
    assert len(set(places)) == len(places)
    for number in found.numbers:
        assert bool(number.ignored) == (number.outcome is Outcome.IGNORED)
        line = text.split("\n")[number.entry.line - 1]
        assert line[number.column - 1 :][:1] == text[number.entry.start]


@given(policies())
@example("1.抓好工作。全年新引进企业40家以上。\n2.抓好工作。联系电话：0371-12345678。（区科技局负责）\n")
@example(
    "1.抓好工作。新引进企业40家。\n2.抓好工作。巩固已建成的50万亩高标准农田，新建5万亩。（区科技局负责）\n"
)
def test_a_drafted_catalogue_agrees_with_the_text_it_was_drafted_from(text: str) -> None:
    found = drafted(text)
    if found is not None:
        assert [p for p in found.problems if p.code not in UNCERTAIN] == []


@given(TEXTS, st.sampled_from(LANGUAGES), st.booleans())
def test_every_format_can_show_it(text: str, language: str, everything: bool) -> None:  # noqa: FBT001
    found = audit(catalogue(target()), text)
    words = Words(language)
    view = audit_view(found, found.problems, everything=everything)
    for name in sorted(set(FORMATS) - {"xlsx", "parquet"}):
        assert render(name, view, words, Canvas(80))
    page = marked_text(found, found.problems)
    shown = "".join(piece.text for line in page.lines for piece in line.pieces)
    assert squeezed(shown) == squeezed(text)
    assert render_audit(page, words)
