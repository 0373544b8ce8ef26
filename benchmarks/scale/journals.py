"""The same figures as journals of plain-text accounting: each entry a transaction, each goal a budget."""

from collections.abc import Iterable, Sequence

from scale.catalogue import YEAR
from scale.reports import Sheet
from scale.targets import Aim

MONTHS = 12
_OTHER = "Equity:Reported"
_BUDGET = "Equity:Budget"


def transactions(sheet: Sheet, aims: Sequence[Aim]) -> str:
    """A report as transactions that hledger and ledger both read."""
    head = f"{sheet.day} {sheet.by}\n    "
    return "".join(
        f"{head}{aim.account}  {aim.number(change)} {aim.subject.commodity}\n"
        f"    {_OTHER}  {aim.number(-change)} {aim.subject.commodity}\n\n"
        for aim, change in _changes(sheet, aims)
    )


def bean_transactions(sheet: Sheet, aims: Sequence[Aim]) -> str:
    """A report as beancount's transactions."""
    head = f'{sheet.day} * "{sheet.by}"\n  '
    return "".join(
        f"{head}{aim.account}  {aim.number(change)} {aim.subject.commodity}\n"
        f"  {_OTHER}  {aim.number(-change)} {aim.subject.commodity}\n\n"
        for aim, change in _changes(sheet, aims)
    )


def hledger_head(aims: Sequence[Aim], body: str) -> str:
    """The main file for hledger: a twelfth of each goal a month."""
    return _budget(f"~ monthly from {YEAR}-01-01 to {YEAR + 1}-01-01", aims) + f"include {body}\n"


def ledger_head(aims: Sequence[Aim], body: str) -> str:
    """The main file for ledger, with the same budget."""
    return _budget(f"~ Monthly from {YEAR}/01/01 to {YEAR + 1}/01/01", aims) + f"include {body}\n"


def bean_head(aims: Sequence[Aim], body: str) -> str:
    """The main file for beancount, which knows no budgets: the accounts."""
    accounts = [*(aim.account for aim in aims), _OTHER]
    lines = [f"{YEAR}-01-01 open {account}\n" for account in accounts]
    return "".join(lines) + f'include "{body}"\n'


def _budget(period: str, aims: Sequence[Aim]) -> str:
    lines = [f"{period}\n"]
    for aim in aims:
        # To the next step of the goal's precision: budgets need not add up to a digit.
        month = -(-aim.goal // MONTHS)
        lines.append(f"    {aim.account}  {aim.number(month)} {aim.subject.commodity}\n")
        lines.append(f"    {_BUDGET}  {aim.number(-month)} {aim.subject.commodity}\n")
    return "".join(lines) + "\n"


def _changes(sheet: Sheet, aims: Sequence[Aim]) -> Iterable[tuple[Aim, int]]:
    return ((aims[line.target], line.change) for line in sheet.lines)
