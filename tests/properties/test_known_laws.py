"""What was known on a day stays as it was: later files change no byte of any view of it, in any format."""

import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import workspaces_by_chance as chance
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support import Result, times, write_files, write_workspace
from tracker.cli.papers import NAMES
from tracker.formats import FORMATS

Run = Callable[..., Result]
# Each view, and the formats it has beside those of all views.
VIEWS: tuple[tuple[str, ...], ...] = (
    *(("status",), ("status", "--sort", "lead"), ("gaps",), ("owners",), ("owners", "--owner", "区科技局")),
    *(("due",), ("due", "--text"), ("profiles",), ("show", "1"), ("show", "t-0"), ("diff", "2024-07-01")),
    *(("log", "--limit", "0"), ("digest", "--month", "2024-08", "--all")),
)
PAPERS = (("brief", "--month", "2024-08"), ("brief", "--week", "2024-W33", "--trace"), ("notice", "--all"))


def views(known: date, form: str, paper: str) -> Iterator[tuple[str, ...]]:
    """The commands that show what was known, each view in one format."""
    clock = ("--known-on", str(known))
    for view in VIEWS:
        day = ("--as-of", "2024-08-31") if view[0] not in {"log", "digest"} else ()
        yield (*view, *day, *clock, "-f", form)
    yield ("digest", "--month", "2024-08", *clock, "--json-lines")
    yield (*PAPERS[0], *clock, "-f", "json")
    for view in PAPERS:
        yield (*view, *clock, *(("--as-of", "2024-08-31") if view[0] == "notice" else ()), "-f", paper)


def shown(tracker: Run, root: Path, arguments: tuple[str, ...]) -> tuple[int, bytes]:
    """What the command leaves behind: its exit code, and its output or what it wrote."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        packed = arguments[-1] in {"docx", "xlsx"}
        named = out if arguments[0] == "notice" else out.with_suffix(f".{arguments[-1]}")
        result = tracker(*arguments, *(("-o", named) if packed else ()), cwd=root)
        if packed:
            files = sorted(path for path in Path(folder).rglob("*") if path.is_file())
            return result.code, b"".join(path.name.encode() + path.read_bytes() for path in files)
        return result.code, result.out.encode()


@st.composite
def later(draw: chance.Draw, files: dict[str, str], known: date) -> dict[str, str | bytes]:
    """Files recorded after the day: corrections of its figures, voids, more figures, and what is no report."""
    made: dict[str, str | bytes] = {}
    for path, text in files.items():
        report = yaml.safe_load(text)
        stem = path.rpartition("/")[2].removesuffix(".yaml")
        moment = known + timedelta(draw(st.integers(1, 90)))
        # Past midnight in the westernmost of the zones too.
        head = {"date": str(report["date"]), "by": "区财政局", "recorded": f"{moment}T13:00:00+08:00"}
        what = draw(st.sampled_from(["again", "void", "entry", "copy", "nothing", "broken"]))
        entries = report["entries"]
        if what == "void":
            entries = [{"void": stem, "reason": "报错"}]
        elif what == "entry":
            entries = [{"void": f"{stem}#1", "reason": "报错"}]
        elif what == "again":
            entries = [entry | {"total": "7"} for entry in entries if "total" in entry] or entries
        elif what == "broken":
            entries = [{"target": "nowhere", "total": "1"}, *entries]
        if what != "nothing":
            named = f"{path.removesuffix('.yaml')}-later.yaml"
            made[named] = yaml.safe_dump(head | {"entries": entries}, allow_unicode=True)
    if draw(st.booleans()):
        made["progress/2024/08/2024-08-10-x (1).yaml"] = "date: 2024-08-10\n"
        made["progress/2024/08/2024-08-11-x.yaml"] = "date: [\n"
    return made


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=times(3, 100))
@given(
    chance.workspaces(),
    st.dates(date(2024, 6, 1), date(2024, 12, 1)),
    st.sampled_from(sorted(FORMATS)),
    st.sampled_from(sorted(NAMES)),
    st.data(),
)
def test_later_files_change_nothing_that_was_known(
    tracker: Run,
    files: tuple[dict[str, Any], dict[str, str]],
    known: date,
    form: str,
    paper: str,
    data: st.DataObject,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = write_workspace(Path(folder), files[0], **files[1])
        before = {view: shown(tracker, root, view) for view in views(known, form, paper)}
        write_files(root, data.draw(later(files[1], known), label="later"))
        for view, was in before.items():
            assert shown(tracker, root, view) == was, view


@pytest.mark.parametrize("form", sorted(NAMES))
def test_a_figure_corrected_later_is_told_as_it_was(tracker: Run, tmp_path: Path, form: str) -> None:
    entry = "entries:\n- {target: firms, total: 20}\n"
    root = write_workspace(
        tmp_path,
        **{"progress/2024/08/2024-08-10-a.yaml": f"date: 2024-08-10\nby: 区科技局\n{entry}"},
    )
    view = ("brief", "--month", "2024-08", "--known-on", "2024-08-31", "-f", form)
    before = shown(tracker, root, view)
    corrected = f"date: 2024-08-10\nby: 区科技局\nrecorded: 2024-09-01T09:00:00+08:00\n{entry}"
    write_files(root, {"progress/2024/08/2024-08-10-b.yaml": corrected.replace("20", "25")})
    assert shown(tracker, root, view) == before
    assert before[0] == 0


def test_what_is_wrong_today_is_still_said(tracker: Run, tmp_path: Path) -> None:
    root = write_workspace(tmp_path, **{"progress/2024/08/2024-08-10-a.yaml": "date: [\n"})
    result = tracker("status", "--known-on", "2024-09-01", "-f", "text", cwd=root)
    assert "2024-08-10-a.yaml" in result.err
    assert "2024-08-10-a.yaml" not in result.out
