"""The table at the end of a long stress run: what was done, how often, and that nothing came of it."""

from collections import Counter
from collections.abc import Callable

import pytest

from support import STRESS

_KIND = "stress: "


@pytest.fixture
def tally(record_property: Callable[[str, object], None]) -> Callable[[str, int], None]:
    """Note, at the end of a test that went well, what it did and how often."""
    return lambda what, count: record_property(f"{_KIND}{what}", count)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    rows: Counter[str] = Counter()  # a test may be run for each of several cases
    for report in terminalreporter.stats.get("passed", []):
        for name, count in report.user_properties:
            if name.startswith(_KIND):
                rows[name.removeprefix(_KIND)] += count
    if STRESS and rows:
        terminalreporter.write_line("")
        terminalreporter.write_line(f"{'':50}{'tried':>8}{'lost':>6}{'wrong':>7}{'crashed':>9}")
        for what, count in sorted(rows.items()):
            terminalreporter.write_line(f"{what:50}{count:>8}{0:>6}{0:>7}{0:>9}")
