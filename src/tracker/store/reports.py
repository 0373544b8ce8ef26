"""Writing reports: the text of one, and adding it to the log without ever touching another file."""

import re
import secrets
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from tracker.model.entry import Report, ReportLine
from tracker.store.atomic import create_file
from tracker.store.progress import FOLDER

SCHEMA_LINE = "# yaml-language-server: $schema=../../../schema/progress.schema.json\n"
SCHEMA = "schema/progress.schema.json"
# Digits and letters that are not mistaken for one another.
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_SUFFIX = 8
_ENDLESS = 1_000_000


class _Dumper(yaml.SafeDumper):
    """Writes scalars that mean the same in YAML 1.1 and 1.2: whatever either takes for more is quoted."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the library's signature
        return True


_Dumper.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"[-+]?[0-9._:]+([eE][-+]?[0-9]+)?|0[ox][0-9a-fA-F]+"),
    list("-+0123456789."),
)


def new_stem(day: date) -> str:
    """A name for a report of this day that nobody else will choose: 2024-08-10-7k3m9x2a."""
    return f"{day}-{''.join(secrets.choice(_ALPHABET) for _ in range(_SUFFIX))}"


def with_new_stem(report: Report) -> Report:
    """The report under a new name."""
    stem = new_stem(report.date)
    return replace(report, stem=stem, file=f"{FOLDER}/{report.date:%Y/%m}/{stem}.yaml")


def text_of(report: Report, *, schema: bool = True) -> str:
    """The report as it stands in its file: one entry a line, only what is given."""
    lines = [SCHEMA_LINE] if schema else []
    lines.append(f"date: {report.date}\nby: {_scalar(report.by)}\n")
    if report.source is not None:
        lines.append(f"source: {_scalar(report.source)}\n")
    if report.recorded is not None:
        lines.append(f"recorded: {report.recorded.isoformat(timespec='auto')}\n")
    lines.append("entries:\n")
    for line in report.entries:
        pairs = ", ".join(f"{key}: {value}" for key, value in _pairs(line))
        lines.append(f"- {{{pairs}}}\n")
    return "".join(lines)


def add(root: Path, report: Report) -> Path:
    """Add a report to the log; the file is there whole or not at all, and no other file is touched.

    Returns its path. Raises TrackerError where it cannot be written.
    """
    path = root / report.file
    create_file(path, text_of(report, schema=(root / SCHEMA).exists()).encode())
    return path


def _pairs(line: ReportLine) -> list[tuple[str, str]]:
    pairs: list[tuple[str, Any]] = [
        ("target", line.target),
        ("void", line.void),
        ("total", line.total),
        ("add", line.add),
        ("stage", line.stage),
        ("unit", line.unit),
        ("status", "preliminary" if line.preliminary else None),
        ("reason", line.reason),
        ("note", line.note),
        ("evidence", line.evidence),
    ]
    numbers = {"total", "add"}
    given = ((key, value) for key, value in pairs if value is not None)
    return [(key, f"{value:f}" if key in numbers else _scalar(value)) for key, value in given]


def _scalar(text: str) -> str:
    """Text within a flow mapping, on one line: plain where that is safe, quoted where it is not."""
    style = '"' if "\n" in text else None
    written = yaml.dump(
        [text],
        Dumper=_Dumper,
        allow_unicode=True,
        default_flow_style=True,
        default_style=style,
        width=_ENDLESS,
    )
    return written.strip().removeprefix("[").removesuffix("]")
