"""What offers --verified-only does something with it, whichever command it is."""

from pathlib import Path

import pytest

from support import Run, document, target, total, write_files, write_workspace
from tracker.cli.commands import COMMANDS
from tracker.cli.group import load
from tracker.store.reports import text_of

SHARED = "indicators:\n- {code: F1, name: 新引进企业, unit: 家, kind: cumulative, aggregate: sum}\n"
DAY = ("--as-of", "2024-08-31")
# How each is run where the first of two figures is verified.
LINES: dict[str, tuple[str, ...]] = {
    "status": (*DAY, "-f", "json"),
    "show": ("firms", *DAY, "-f", "json"),
    "gaps": (*DAY, "-f", "json"),
    "owners": (*DAY, "-f", "json"),
    "due": (*DAY, "-f", "json"),
    "brief": ("--month", "2024-08", "-f", "markdown"),
    "digest": ("--month", "2024-08"),
    "log": (),
    "notice": ("--all", *DAY),
    "profiles": (*DAY, "-f", "json"),
    "diff": ("2024-08-01", "2024-08-31", "-f", "json"),
    "page": (*DAY, "-o", "OUT.html"),
    "calendar": (*DAY, "-o", "OUT.ics"),
    "export": (*DAY, "-o", "OUT"),
    "rollup": (".", *DAY, "-f", "json"),
}


def test_each_command_that_offers_it_is_tried() -> None:
    offering = {
        name
        for name, entry in COMMANDS.items()
        if not entry.commands and any("--verified-only" in p.opts for p in load(name).params)
    }
    assert offering == set(LINES)


@pytest.mark.parametrize("name", LINES)
def test_it_is_not_passed_over(name: str, tmp_path: Path, tracker: Run) -> None:
    seen = []
    for more in ((), ("--verified-only",)):
        root = write_workspace(tmp_path / f"w{len(more)}", document(target(indicator="F1")))
        write_files(root, {"indicators.yaml": SHARED})
        reports = (
            total(day, value, stem=f"{day}-a") for day, value in (("2024-08-10", 10), ("2024-08-31", 30))
        )
        write_files(root, {report.file: text_of(report, schema=False) for report in reports})
        assert tracker("verify", "2024-08-10-a", "--by", "区统计局", cwd=root).code == 0
        out = tmp_path / f"out{len(more)}"
        arguments = [argument.replace("OUT", str(out)) for argument in LINES[name]]
        found = tracker(name, *arguments, *more, cwd=root)
        assert found.code == 0, found.err
        written = sorted(path for path in tmp_path.glob(f"{out.name}*") if path.is_file())
        written += sorted(path for path in out.glob("*") if path.is_file())
        seen.append([path.read_bytes() for path in written] if written else found.out)
    assert seen[0] != seen[1]
