"""The laws of drafting: every number has one fate, every catalogue is good, blanks mean nothing."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from policy_texts import policies, scraps

from tracker.draft.account import AccountEntry, account_of
from tracker.draft.catalogue import propose
from tracker.draft.document import document
from tracker.draft.layout import layout
from tracker.draft.mentions import Classification
from tracker.draft.reading import read
from tracker.model.rules.catalogue import check_catalogue
from tracker.model.rules.quotes import squeezed
from tracker.model.validation import read_catalogue
from tracker.store.files import decode
from tracker.store.yaml import read as read_yaml
from tracker.words import LANGUAGES, Words

TEXTS = policies() | scraps()
DIGITS = re.compile(r"\d+", re.ASCII)


def mentions(text: str) -> tuple[AccountEntry, ...]:
    return account_of(read(text, 2024))


@given(TEXTS)
def test_every_number_has_exactly_one_fate(text: str) -> None:
    found = mentions(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = [False] * len(text)
    for mention in found:
        covered[mention.start : mention.end] = [True] * (mention.end - mention.start)
    assert all(all(covered[run.start() : run.end()]) for run in DIGITS.finditer(text))


@given(TEXTS)
def test_mentions_stand_where_they_say(text: str) -> None:
    for mention in mentions(text):
        part = text[mention.start : mention.end]
        assert layout(f"甲{part}")[0].text.replace("，", ",") == f"甲{mention.text}".replace("，", ",")
        assert text.count("\n", 0, mention.start) == mention.line - 1
        assert (mention.reason is None) == (mention.classification is not Classification.NOT_TARGET)


@given(TEXTS)
def test_targets_and_mentions_belong_together(text: str) -> None:
    reading = read(text, 2024)
    targets = reading.targets
    taken = [
        n
        for mention in account_of(reading)
        if mention.classification is Classification.VALUE
        for n in mention.targets
    ]
    assert sorted(taken) == list(range(len(targets)))


@given(TEXTS, st.sampled_from(LANGUAGES))
def test_a_drafted_catalogue_passes_check(text: str, language: str) -> None:
    proposal = propose(read(text, 2024))
    if not proposal.measures:
        return
    written = document(proposal, "policy.txt", Words(language))
    catalogue, problems = read_catalogue(read_yaml(decode(written.encode())), "measures.yaml")
    assert not problems
    assert catalogue is not None
    assert not check_catalogue(catalogue)
    source = squeezed(text)
    assert all(squeezed(target.quote) in source for target in catalogue.targets)
    assert len(list(catalogue.targets)) == len(list(proposal.targets))


@given(TEXTS)
def test_drafting_twice_is_drafting_once(text: str) -> None:
    assert read(text, 2024) == read(text, 2024)


@given(policies(), st.data())
def test_blanks_change_no_target(text: str, data: st.DataObject) -> None:
    blanks = data.draw(st.lists(st.integers(min_value=0, max_value=len(text)), max_size=30))
    spaced = text
    for at in sorted(blanks, reverse=True):
        spaced = spaced[:at] + " " + spaced[at:]
    before, after = read(text, 2024), read(spaced, 2024)
    assert [m.passage.units for m in after.measures] == [m.passage.units for m in before.measures]
    plain = [(a.measure, a.operator, a.value, a.upper, a.unit, a.due) for a in before.targets]
    assert [(a.measure, a.operator, a.value, a.upper, a.unit, a.due) for a in after.targets] == plain
