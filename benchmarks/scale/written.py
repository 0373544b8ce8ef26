"""The text of a report: as the program writes it, as people do by hand, and as journals of other programs."""

from collections.abc import Callable, Iterable, Sequence

from scale.catalogue import YEAR, Aim
from scale.reports import Line, Sheet

_SCHEMA = "# yaml-language-server: $schema=../../../schema/progress.schema.json\n"
# What begins with a digit is quoted by the program, whether it could be a number or not.
_MARK = "'"


def canonical(sheet: Sheet, aims: Sequence[Aim]) -> str:
    """As `tracker record` writes it."""
    entries = "".join(f"- {{{_pairs(_items(line, aims, _MARK))}}}\n" for line in sheet.lines)
    return (
        f"{_SCHEMA}date: {sheet.day}\nby: {sheet.by}\nsource: {_MARK}{sheet.source}{_MARK}\n"
        f"recorded: {sheet.recorded}\nentries:\n{entries}"
    )


def handwritten(sheet: Sheet, aims: Sequence[Aim]) -> str:
    """As one of several people writes it; the report's name decides which."""
    return _HANDS[ord(sheet.stem[-1]) % len(_HANDS)](sheet, aims)


Items = list[tuple[str, str]]


def _items(line: Line, aims: Sequence[Aim], mark: str = "") -> Items:
    """The keys and values of an entry, in the order in which the program writes them.

    `mark` stands around what begins with a digit and is no number.
    """
    if line.key == "void":
        return [("void", f"{mark}{line.value}{mark}"), ("reason", line.reason)]
    items = [("target", aims[line.target].id), (line.key, line.value)]
    if line.unit:
        items.append(("unit", line.unit))
    if line.preliminary:
        items.append(("status", "preliminary"))
    if line.note:
        items.append(("note", line.note))
    return items


def _pairs(items: Items) -> str:
    return ", ".join([f"{key}: {value}" for key, value in items])


def _block(sheet: Sheet, aims: Sequence[Aim]) -> str:
    """Block style, indented, with comments."""
    lines = [f"# {sheet.source}，{sheet.by}\ndate: {sheet.day}\nby: {sheet.by}\n"]
    lines.append(f"source: {sheet.source}  # 邮件\nrecorded: {sheet.recorded}\n\nentries:\n")
    for line in sheet.lines:
        text = "\n    ".join([f"{key}: {value}" for key, value in _items(line, aims)])
        lines.append(f"  - {text}\n")
    return "".join(lines)


def _quoted(sheet: Sheet, aims: Sequence[Aim]) -> str:
    """Every value in quotation marks, the head after the entries."""
    lines = ["---\nentries:\n"]
    for line in sheet.lines:
        pairs = ", ".join([f"{key}: '{value}'" for key, value in _items(line, aims)])
        lines.append(f"- {{{pairs}}}\n")
    lines.append(f'by: "{sheet.by}"\ndate: "{sheet.day}"\nsource: "{sheet.source}"\n')
    lines.append(f'recorded: "{sheet.recorded}"\n')
    return "".join(lines)


def _spaced(sheet: Sheet, aims: Sequence[Aim]) -> str:
    """One entry a line with room to breathe, its keys the other way round."""
    lines = [
        f"by: {sheet.by}\ndate: {sheet.day}\nrecorded: {sheet.recorded}\nsource: {sheet.source}\nentries:\n"
    ]
    lines += [f"  - {{ {_pairs(_items(line, aims)[::-1])} }}  # 已核\n" for line in sheet.lines]
    return "".join(lines)


def _json(sheet: Sheet, aims: Sequence[Aim]) -> str:
    """JSON, which is YAML."""
    entries = ",\n  ".join(
        "{" + ", ".join([f'"{key}": "{value}"' for key, value in _items(line, aims)]) + "}"
        for line in sheet.lines
    )
    return (
        f'{{"date": "{sheet.day}", "by": "{sheet.by}", "source": "{sheet.source}",\n'
        f' "recorded": "{sheet.recorded}", "entries": [\n  {entries}]}}\n'
    )


_HANDS: tuple[Callable[[Sheet, Sequence[Aim]], str], ...] = (_block, _quoted, _spaced, _json)


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
