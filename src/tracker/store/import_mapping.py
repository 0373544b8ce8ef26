"""import.yaml: what is known of the tables of others, and what is learnt of them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from tracker.model.catalogue import Catalogue
from tracker.model.import_file import read_known
from tracker.model.worksheet_headings import Known, with_headings
from tracker.model.worksheet_reading import SheetReading
from tracker.problems import Place, Problem
from tracker.store.atomic import replace_file
from tracker.store.files import MEBIBYTE, UnreadableError, YamlError, decode, inside, read_bytes
from tracker.store.locate import located
from tracker.store.yaml import read
from tracker.store.yaml_edit import EditedText
from tracker.store.yaml_text import in_flow

MAPPING = "import.yaml"
_LIMIT = MEBIBYTE
_HEAD = "# 别的表格的表头（headings）和指标名称（names）；可以改，可以删。\n"


def known_of(root: Path, catalogue: Catalogue) -> tuple[Known, list[Problem]]:
    """The form's own headings and what the workspace has in import.yaml; or what is wrong there."""
    path, place = root / MAPPING, Place(MAPPING)
    nothing = Known(with_headings({}))
    if not path.exists() and not path.is_symlink():
        return nothing, []
    if not inside(path, root):
        return nothing, [Problem("link-outside", place)]
    try:
        known, problems = read_known(read(decode(read_bytes(path, _LIMIT))), MAPPING, catalogue)
    except UnreadableError as error:
        return nothing, [Problem(error.code, place, error.facts)]
    except YamlError as error:
        return nothing, [
            Problem(error.code, Place(MAPPING, line=error.line, column=error.column), error.facts)
        ]
    return known, list(located(problems, root))


def remember(root: Path, tables: Sequence[SheetReading], asked: Mapping[str, str | None]) -> bool:
    """Write into import.yaml what was guessed of tables and found right, and the names that were asked for.

    Every other line stays as it is.
    Says whether there was anything. Raises TrackerError where it cannot be written.
    """
    headings: dict[str, list[str]] = {}
    for one in dict.fromkeys((one.field, one.text) for table in tables for one in table.guesses):
        headings.setdefault(one[0], []).append(one[1])
    names = {**asked, **{name: target for table in tables for name, target in table.near_names.items()}}
    if not headings and not names:
        return False
    path = root / MAPPING
    text = decode(read_bytes(path, _LIMIT)) if path.exists() else _HEAD
    replace_file(path, _with(text, headings, names).encode())
    return True


def _with(text: str, headings: Mapping[str, list[str]], names: Mapping[str, str | None]) -> str:
    """The text of import.yaml with more headings and names."""
    edited = EditedText(text)
    if headings and (text == _HEAD or not edited.has(("headings",))):
        lines = (f"  {field}: {in_flow(texts)}\n" for field, texts in headings.items())
        edited.text = f"{edited.text.rstrip()}\nheadings:\n{''.join(lines)}"
    else:
        for field, texts in headings.items():
            for one in texts:
                edited.append(("headings", field), one)
    items = [{"name": name} | ({"target": target} if target else {}) for name, target in names.items()]
    if items and edited.text == _HEAD:
        edited.text += f"names:\n- {in_flow(items.pop(0))}\n"
    for item in items:
        edited.append(("names",), item)
    return f"{edited.text.rstrip()}\n"
