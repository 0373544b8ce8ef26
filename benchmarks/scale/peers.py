"""The peers: their commands that do the like, their versions, and what everything was measured with."""

import os
import platform
import re
from collections.abc import Iterator
from pathlib import Path

from scale.place import NOW, Journal, Place, program
from scale.processes import Command, Job, output_of

PROGRAMS = ("hledger", "ledger", "bean-query")
_DAY = NOW.partition("T")[0]
# Only the targets' accounts: a sum of all units says nothing, and ledger's budget cannot show one.
_INCOME = "^Income"
_FLAT = ("--flat", "--no-total", _INCOME)
_QUERY = "SELECT account, sum(position) WHERE account ~ '^Income' GROUP BY account ORDER BY account"
# What hledger asks for: day, description, account, amount, account, amount, no more, save, no more.
_TYPED = f"{_DAY}\n区科技局\nIncome:New-firms-001\n3 JIA\nEquity:Reported\n\n.\ny\n.\n"


def missing() -> list[str]:
    """The peers that are not installed."""
    return [name for name in PROGRAMS if not program(name)]


def versions(place: Place) -> Iterator[Job]:
    """The time to start."""
    for name in ("hledger", "ledger"):
        if program(name):
            yield _steady(f"{name} --version", place.command(place.folder, program(name), "--version"))


def ledger(place: Place, journal: Journal) -> Iterator[Job]:
    """The fastest of them."""
    if words := _words("ledger", "-f", "main.ledger", "--no-pager"):
        budget = (*words, "--now", _DAY, "budget", *_FLAT)
        yield _steady("ledger budget", place.command(journal.root, *budget, terminal=True))
        yield _steady("ledger balance", place.command(journal.root, *words, "balance", *_FLAT, terminal=True))


def hledger(place: Place, journal: Journal) -> Iterator[Job]:
    """The one whose budget report is the most alike."""
    if words := _words("hledger", "-f", "main.hledger"):
        budget = (*words, "balance", "--budget", _INCOME)
        yield _steady("hledger balance --budget", place.command(journal.root, *budget, terminal=True))


def hledger_add(place: Place, journal: Journal) -> Iterator[Job]:
    """One more transaction."""
    if words := _words("hledger", "-f", "main.hledger", "add"):
        command = place.command(journal.root, *words, typed=_TYPED)
        yield Job("hledger add", lambda _: command, journal.put_back)


def beancount(place: Place, journal: Journal) -> Iterator[Job]:
    """The one that has a cache."""
    if words := _words("bean-query", "main.beancount", _QUERY):
        # Not to a terminal, where it would wait in a pager.
        command = place.command(journal.root, *words)

        def cold(_: int) -> Command:
            journal.forget()
            return command

        yield Job("bean-query, no cache", cold)
        yield _steady("bean-query", command)


def _words(name: str, *words: str) -> tuple[str, ...]:
    return (program(name), *words) if program(name) else ()


def _steady(work: str, command: Command) -> Job:
    return Job(work, lambda _: command)


_GIB = 1 << 30
_VERSION = re.compile(r"\d[\w.\-]*")


def facts(place: Place) -> dict[str, str]:
    """Each fact under its name; peers that are not installed are said to be so."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / _GIB
    found = {
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "memory": f"{memory:.0f} GiB",
        "system": f"{platform.system()} {platform.machine()}",
        "Python": platform.python_version(),
    }
    return found | {name: _version(name, place) for name in ("tracker", *PROGRAMS)}


def _processor() -> str:
    """Its model, where the system tells."""
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor() or "unknown"
    found = re.search(r"^model name\s*:\s*(.+)$", text, re.MULTILINE)
    return found[1] if found else "unknown"


def _version(name: str, place: Place) -> str:
    """The first number that it says of itself."""
    if not program(name):
        return "not installed"
    found = _VERSION.search(output_of(place.command(place.folder, program(name), "--version")))
    return found[0].rstrip(".,") if found else "unknown"
