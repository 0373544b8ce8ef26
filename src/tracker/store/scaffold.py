"""A new workspace: which files it starts with, and writing them all or none."""

import contextlib
import json
from collections.abc import Mapping
from pathlib import Path

from tracker.model import catalogue_file, progress_file
from tracker.model.rules.catalogue import check_catalogue
from tracker.model.validation import read_catalogue
from tracker.problems import ExitCode, TrackerError
from tracker.store.atomic import create_file
from tracker.store.files import CATALOGUE_LIMIT, UnreadableError, YamlError, decode, read_bytes
from tracker.store.outputs import refuse_place
from tracker.store.progress import FOLDER
from tracker.store.workspace import CATALOGUE
from tracker.store.yaml import read

Files = dict[str, bytes]

_PACKAGE = Path(__file__).resolve().parents[1]
# The wheel carries the example within the package; in a checkout it is the repository itself.
_EXAMPLES = (_PACKAGE / "example", _PACKAGE.parents[1])
_PARTS = ("seeds", "schema", FOLDER)
# What a small workspace starts with, in the folder `starter` of each language.
_OWN = {".gitignore": "gitignore", ".pre-commit-config.yaml": "pre-commit-config.yaml"}
_STARTER = {CATALOGUE: "measures.yaml", "seeds/policy.md": "policy.md", **_OWN}


def small(title: str, year: int, language: str) -> Files:
    """A small catalogue to start from, in this language.

    Raises TrackerError (usage) with its problems where title or year cannot stand in a catalogue.
    """
    files = _starter(_STARTER, language)
    quoted = json.dumps(title, ensure_ascii=False)  # a quoted YAML text, whatever it holds
    text = files[CATALOGUE].decode().replace("YEAR", f"{year:04d}").replace("TITLE", quoted)
    try:
        catalogue, problems = read_catalogue(read(decode(text.encode())), CATALOGUE)
    except (YamlError, UnicodeEncodeError):  # characters that no catalogue can hold
        raise TrackerError("init-value", ExitCode.USAGE) from None
    problems = problems or (check_catalogue(catalogue) if catalogue else [])
    if problems:
        raise TrackerError("init-value", ExitCode.USAGE, tuple(problems))
    return {**files, CATALOGUE: text.encode(), f"{FOLDER}/.gitkeep": b"", **_schemas()}


def of_draft(catalogue: str, source: str, text: str, language: str) -> Files:
    """A workspace around a drafted catalogue that quotes `text`, which it names `source`.

    Raises TrackerError (usage) with its problems where the catalogue is none.
    """
    read_back, problems = read_catalogue(read(decode(catalogue.encode())), CATALOGUE)
    problems = problems or (check_catalogue(read_back) if read_back else [])
    if problems:
        raise TrackerError("init-value", ExitCode.USAGE, tuple(problems))
    files = {CATALOGUE: catalogue.encode(), source: text.encode(), f"{FOLDER}/.gitkeep": b""}
    return {**_starter(_OWN, language), **files, **_schemas()}


def _starter(names: Mapping[str, str], language: str) -> Files:
    return {name: (_PACKAGE / "store/starter" / language / file).read_bytes() for name, file in names.items()}


def example(language: str) -> Files:
    """The district's workspace, with its catalogue, policy text and illustrative progress.

    Raises TrackerError (missing dependency) where this installation does not carry it.
    """
    top = next((folder for folder in _EXAMPLES if (folder / CATALOGUE).is_file()), None)
    if top is None:
        raise TrackerError("example-missing", ExitCode.MISSING_DEPENDENCY)
    paths = [top / CATALOGUE, *(path for part in _PARTS for path in sorted((top / part).rglob("*.*")))]
    files = _starter(_OWN, language)
    try:
        for path in paths:
            if path.is_file() and not path.name.startswith("."):
                files[path.relative_to(top).as_posix()] = read_bytes(path, CATALOGUE_LIMIT)
    except UnreadableError:
        raise TrackerError("example-missing", ExitCode.MISSING_DEPENDENCY) from None
    return files


def following(root: Path, source: str, text: str) -> Files:
    """The workspace of the year after: its catalogue, this one's policy text, and what is the office's own.

    Reports, and the paragraphs written for this year's briefings, stay where they are.
    """
    kept = [root / source, *sorted((root / "templates").glob("*.*"))]
    own = [root / name for name in (*_OWN, "import.yaml")]
    files = {
        path.relative_to(root).as_posix(): read_bytes(path, CATALOGUE_LIMIT)
        for path in (*kept, *own)
        if path.is_file() and not path.is_symlink()
    }
    return {**files, CATALOGUE: text.encode(), f"{FOLDER}/.gitkeep": b"", **_schemas()}


def create(folder: Path, files: Files) -> None:
    """Write all files into `folder`, which may be there already but must hold none of them.

    Raises TrackerError (write conflict), also where no output may go; nothing is then left behind.
    The catalogue comes last, so that a folder is a workspace only once it is complete.
    """
    made: list[Path] = []
    folders: list[Path] = []
    try:
        _require_room(folder, files)
        refuse_place(folder / CATALOGUE)
        folders += [path for path in (folder, *folder.parents) if not path.exists()]
        for name in sorted(files, key=lambda name: (name == CATALOGUE, name)):
            path = folder / name
            folders += [above for above in path.parents if not above.exists() and above not in folders]
            create_file(path, files[name])
            made.append(path)
    except OSError as error:
        _remove(made, folders)
        facts = {"file": str(folder), "reason": error.strerror or str(error)}
        raise TrackerError("init-failed", ExitCode.WRITE_CONFLICT, (), **facts) from None
    except TrackerError as error:
        _remove(made, folders)
        if error.code != "write-failed":
            raise
        raise TrackerError("init-failed", ExitCode.WRITE_CONFLICT, (), **error.facts) from None
    except BaseException:
        _remove(made, folders)
        raise


def _require_room(folder: Path, files: Files) -> None:
    if folder.exists() and not folder.is_dir():
        raise TrackerError("init-no-folder", ExitCode.WRITE_CONFLICT, folder=folder.name)
    # What stands below a folder of this name belongs to something else already.
    tops = sorted({name.partition("/")[0] for name in files})
    there = tuple(name for name in tops if (folder / name).exists() or (folder / name).is_symlink())
    if there:
        raise TrackerError("init-exists", ExitCode.WRITE_CONFLICT, files=there)


def _remove(files: list[Path], folders: list[Path]) -> None:
    """Take back what was made; a folder in which somebody else has put something meanwhile stays."""
    with contextlib.suppress(OSError):
        for path in files:
            path.unlink(missing_ok=True)
    for folder in sorted(folders, key=lambda path: len(path.parts), reverse=True):
        with contextlib.suppress(OSError):
            folder.rmdir()


def _schemas() -> Files:
    """Both JSON Schemas, as `tracker schema` prints them."""
    documents = {"catalogue": catalogue_file.json_schema(), "progress": progress_file.json_schema()}
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {
        f"schema/{name}.schema.json": (
            json.dumps({**dialect, **document}, ensure_ascii=False, indent=2) + "\n"
        ).encode()
        for name, document in documents.items()
    }
