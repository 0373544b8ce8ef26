"""pydantic's findings as Problems, and the checked files as values of the model."""

from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from tracker.model.catalogue import Catalogue
from tracker.model.catalogue_file import CatalogueWritten
from tracker.model.clock import DEFAULT_ZONE
from tracker.model.entry import Report, ReportLine
from tracker.model.progress_file import EntryWritten, ReportWritten
from tracker.model.resolve import resolve
from tracker.model.supervision import Judgement, Reply, SentNotice, Statement
from tracker.problems import Path, Place, Problem, nearest

# pydantic's own error types; our own validators already raise the codes of words/.
_CODES = {
    "missing": "key-missing",
    "extra_forbidden": "key-unknown",
    "model_type": "mapping-expected",
    "model_attributes_type": "mapping-expected",
    "dict_type": "mapping-expected",
    "list_type": "list-expected",
    "tuple_type": "list-expected",
    "too_short": "list-empty",
    "too_long": "list-long",
}
# Stands in where every entry of a report is broken, so that its head can be read.
_SOUND = {"target": "none", "total": "0"}
# What pydantic puts into the location of an error in a key.
_KEY = "[key]"


def read_catalogue(data: object, file: str) -> tuple[Catalogue | None, list[Problem]]:
    """The catalogue in `data` (as loaded from YAML), or every problem of its form."""
    try:
        written = CatalogueWritten.model_validate(data)
    except ValidationError as error:
        return None, list(form_problems(error, file, data, CatalogueWritten))
    return resolve(written, file), []


def read_report(
    data: object, file: str, stem: str, zone: ZoneInfo = DEFAULT_ZONE
) -> tuple[Report | None, list[Problem]]:
    """The report in `data` and the problems of its form.

    A broken entry leaves the others standing; a broken head leaves out the file.
    """
    problems: list[Problem] = []
    broken: set[int] = set()
    try:
        written = ReportWritten.model_validate(data)
    except ValidationError as error:
        problems = list(form_problems(error, file, data, ReportWritten))
        for problem in problems:
            match problem.place.path:
                case ("entries", int(index), *_):
                    broken.add(index)
                case _:
                    return None, problems
        sound = [entry for index, entry in enumerate(_entries(data)) if index not in broken]
        # The head is sound: it is read with the entries that are, or with none.
        written = ReportWritten.model_validate({**_mapping(data), "entries": sound or [_SOUND]})
        if not sound:
            written = written.model_copy(update={"entries": []})
    numbers = (n for n in range(1, len(written.entries) + len(broken) + 1) if n - 1 not in broken)
    lines = tuple(_line(n, entry) for n, entry in zip(numbers, written.entries, strict=True))
    report = Report(
        file=file,
        stem=stem,
        date=written.date,
        by=written.by,
        source=written.source,
        recorded=written.recorded,
        entries=lines,
        broken=tuple(sorted(index + 1 for index in broken)),
        zone=zone,
    )
    return report, problems


def _line(n: int, entry: EntryWritten) -> ReportLine:
    about = entry.reply or entry.notice
    return ReportLine(
        n=n,
        target=about.target if about else entry.target,
        total=entry.total,
        add=entry.add,
        part=entry.part,
        whole=entry.whole,
        stage=entry.stage,
        unit=entry.unit,
        note=entry.note,
        evidence=entry.evidence,
        preliminary=entry.status == "preliminary",
        void=entry.void,
        reason=entry.reason,
        statement=_statement(entry),
    )


def _statement(entry: EntryWritten) -> Statement | None:
    if entry.reply:
        return Reply(entry.reply.cause, entry.reply.remedy, entry.reply.by_when)
    if entry.notice:
        return SentNotice(entry.notice.level, entry.notice.answer_by)
    if ref := entry.verify or entry.return_:
        return Judgement(ref, verified=entry.verify is not None)
    return None


def _mapping(data: object) -> dict[str, Any]:
    return data if isinstance(data, dict) else {}


def _entries(data: object) -> list[object]:
    entries = _mapping(data).get("entries")
    return entries if isinstance(entries, list) else []


def form_problems(error: ValidationError, file: str, data: object, model: type) -> Iterator[Problem]:
    """Pydantic's findings in `data`, which is of this file and should be of this model."""
    for details in error.errors(include_url=False):
        path: Path = tuple(step for step in details["loc"] if step != _KEY)
        if path and isinstance(_at(path[:-1], data), str):
            path = path[:-1]  # one word where a mapping could stand: `path: linear`
        code = _CODES.get(details["type"], details["type"])
        if code == "key-unknown" and str(path[-1]).isdigit():
            code = "number-comma"  # {total: 1,500} is read as total: 1 and a key 500
        facts = _facts(details, path, data, model)
        if code == "key-unknown" and "：" in str(path[-1]):
            code, facts = "colon-wide", {"key": str(path[-1]).partition("：")[0].strip()}
        of_key = code in {"key-unknown", "number-comma", "colon-wide"}
        place = Place(file, path, of_key=_KEY in details["loc"] or of_key)
        if key := facts.pop("at", None):
            place = Place(file, (*path, str(key)))
        yield Problem(code, place, facts)


def _facts(details: ErrorDetails, path: Path, data: object, model: type) -> dict[str, object]:
    facts: dict[str, object] = {"key": str(path[-1]) if path else "", **details.get("ctx", {})}
    if details["type"] == "extra_forbidden":
        siblings = set(_mapping(_at(path[:-1], data)))
        keys = [key for key in _keys_at(model, path[:-1]) if key not in siblings]
        facts["near"] = nearest(str(path[-1]), keys) or tuple(keys)
    return facts


def _at(path: Path, data: object) -> object:
    """What stands at `path`, None where nothing does."""
    for step in path:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def _keys_at(model: type, path: Path) -> list[str]:
    """The keys a mapping at `path` may have."""
    for step in path:
        if isinstance(step, int):
            continue
        field = next(
            (field for name, field in model.model_fields.items() if step in {name, field.alias}),  # type: ignore[attr-defined]
            None,
        )
        inner = field and _model_in(field.annotation)
        if not inner:
            return []
        model = inner
    return [field.alias or name for name, field in model.model_fields.items()]  # type: ignore[attr-defined]


def _model_in(annotation: object) -> type | None:
    if isinstance(annotation, type) and hasattr(annotation, "model_fields"):
        return annotation
    parts = getattr(annotation, "__args__", ())
    return next((model for part in parts if (model := _model_in(part))), None)
