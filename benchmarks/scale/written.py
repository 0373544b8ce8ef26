"""The text of a report file: as the program writes it, and as people write it by hand."""

from collections.abc import Callable, Sequence

from scale.reports import Line, Sheet
from scale.targets import Aim

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
