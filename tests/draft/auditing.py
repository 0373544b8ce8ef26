"""Small texts and catalogues for the tests of the audit."""

from typing import Any

from support import catalogue, document, target
from tracker.draft.audit.audit import audit
from tracker.draft.audit.results import Audit
from tracker.model.validation import read_catalogue

MEASURE = "1.引进企业。{}（区科技局、区财政局按职责分工负责）\n2.建设平台。做好服务。（区商务局负责）\n3.优化环境。做好服务。（区税务局负责）\n"


def policy(words: str) -> str:
    """A policy text with three measures, the first of which says these words."""
    return MEASURE.format(words)


def audited(words: str, *targets: dict[str, Any], **keys: Any) -> Audit:
    """The audit of a catalogue with these targets in its first measure against such a text."""
    return audit(catalogue(*targets, **keys), policy(words))


def audited_text(text: str, *targets: dict[str, Any], **keys: Any) -> Audit:
    """The audit against any text."""
    read, problems = read_catalogue(document(*targets, **keys), "measures.yaml")
    assert read is not None, problems
    return audit(read, text)


def codes(found: Audit) -> list[str]:
    """The codes of all problems."""
    return [problem.code for problem in found.problems]


def milestone(quote: str, due: str = "2024-12-31", **keys: Any) -> dict[str, Any]:
    """A milestone as it stands in measures.yaml."""
    return target(id="hall", name="大厅", kind="milestone", target={"done_by": due}, quote=quote, **keys)
