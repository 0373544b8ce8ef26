"""What all tests share: the --golden switch, and running the tool as a person does."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from briefings import copied
from support import REPOSITORY, TODAY, Result, times
from tracker.cli.app import main

# Fixtures of the tests of the cache, and the table of the stress tests.
pytest_plugins = ("caches", "tallies")

# Caches and reports are written through to the disk, thousands of times in a run: memory does not wait for that.
_MEMORY = Path("/dev/shm")  # noqa: S108 - what is made there has random names
if "TMPDIR" not in os.environ and _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > 2**31:
    os.environ["TMPDIR"] = tempfile.tempdir = str(_MEMORY)

# A slow machine fails no test.
settings.register_profile("tracker", deadline=None, max_examples=times(25, 500))
settings.load_profile("tracker")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Twice as many as there are cores: many tests wait, for a disk, a terminal or another process."""
    return 2 * (os.cpu_count() or 1)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="rewrite golden outputs; read the diff")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare with a golden file, or rewrite it with --golden."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert path.exists(), f"{path} is missing: make golden"
        assert text == path.read_bytes().decode(), f"{path.relative_to(REPOSITORY)} differs: make golden"

    return compare


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's workspace, outside of any repository; nothing writes to it."""
    return copied(tmp_path_factory.mktemp("district"))


@pytest.fixture
def quick_charts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures of charts are small, and drawn also without a Chinese font: what cannot be shown is left out."""
    monkeypatch.setattr("tracker.formats.charts.pictures.PIXELS", 100)
    monkeypatch.setattr("tracker.formats.charts.pictures.shows", bool)


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "TRACKER_LANG",
        "TRACKER_AS_OF",
        "TRACKER_NOW",
        "COLUMNS",
        "NO_COLOR",
        "FORCE_COLOR",
        "LANG",
        "LC_MESSAGES",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("TRACKER_NOW", str(TODAY))


@pytest.fixture
def tracker(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> Callable[..., Result]:
    """Run the tool in this process; `cwd` is the folder it runs in."""

    def run(*arguments: object, cwd: Path | None = None) -> Result:
        monkeypatch.chdir(cwd or tmp_path)
        capsysbinary.readouterr()
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        sys.stderr.flush()
        captured = capsysbinary.readouterr()
        return Result(int(left.value.code or 0), captured.out.decode(), captured.err.decode())

    return run
