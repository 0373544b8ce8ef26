"""The shared indicators in a file: read, and refused with all its problems where anything is wrong."""

from dataclasses import replace
from pathlib import Path

from tracker.model.catalogue import Catalogue
from tracker.model.indicators import FILE, Indicators, disagreements
from tracker.model.indicators_file import read_indicators
from tracker.problems import ExitCode, Place, Problem, TrackerError, bounded, count
from tracker.store.files import CATALOGUE_LIMIT, UnreadableError, YamlError, decode, inside, read_bytes
from tracker.store.locate import located
from tracker.store.yaml import positions, read


def load_indicators(path: Path, *, within: Path | None = None) -> Indicators:
    """The indicators of a file. `within` is the workspace that it must not be a link out of.

    Raises TrackerError (no workspace) where there is none, (bad catalogue) with all that is wrong with it.
    """
    indicators, problems = _read(path, within)
    if indicators is None or problems:
        if any(problem.code == "file-missing" for problem in problems):
            raise TrackerError("indicators-none", ExitCode.NO_WORKSPACE, file=str(path))
        placed = bounded(located(problems, path.parent))
        raise TrackerError(
            "indicators-bad", ExitCode.BAD_CATALOGUE, placed, file=path.name, count=count(placed)
        )
    return indicators


def indicators_of(root: Path) -> Indicators | None:
    """The indicators that a workspace keeps a copy of, None where it has none; raises as load_indicators."""
    path = root / FILE
    return load_indicators(path, within=root) if path.exists() or path.is_symlink() else None


def not_shared(root: Path, catalogue: Catalogue) -> tuple[Problem, ...]:
    """What a catalogue and its workspace's copy of the shared indicators do not agree on, if it has one."""
    try:
        shared = indicators_of(root)
    except TrackerError as error:
        return error.problems
    return located(disagreements(catalogue, shared), root) if shared else ()


def _read(path: Path, within: Path | None) -> tuple[Indicators | None, list[Problem]]:
    place = Place(path.name)
    if within is not None and not inside(path, within):
        return None, [Problem("link-outside", place)]
    try:
        text = decode(read_bytes(path, CATALOGUE_LIMIT))
        data = read(text)
    except UnreadableError as error:
        return None, [Problem(error.code, place, error.facts)]
    except YamlError as error:
        return None, [
            Problem(error.code, Place(path.name, line=error.line, column=error.column), error.facts)
        ]
    indicators, problems = read_indicators(data, path.name)
    if indicators is None or problems:
        return None, problems
    # Other files' problems name the line of a code.
    where = positions(text)
    by_code = {
        code: replace(one, line=where.of(("indicators", at, "code"))[0])
        for at, (code, one) in enumerate(indicators.by_code.items())
    }
    return replace(indicators, by_code=by_code), []
