"""What the figures were measured with: processor, memory, versions; no names and no paths."""

import os
import platform
import re
from pathlib import Path

from scale.peers import PROGRAMS
from scale.place import Place, program
from scale.processes import output_of

_GIB = 1 << 30
_VERSION = re.compile(r"\d[\w.\-]*")


def facts(place: Place) -> dict[str, str]:
    """Each fact under its name; peers that are not installed are said to be so."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / _GIB
    found = {
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "memory": f"{memory:.0f} GiB",
        "system": f"{platform.system()} {platform.machine()}",
        "Python": platform.python_version(),
    }
    return found | {name: _version(name, place) for name in ("tracker", *PROGRAMS)}


def _processor() -> str:
    """Its model, where the system tells."""
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor() or "unknown"
    found = re.search(r"^model name\s*:\s*(.+)$", text, re.MULTILINE)
    return found[1] if found else "unknown"


def _version(name: str, place: Place) -> str:
    """The first number that it says of itself."""
    if not program(name):
        return "not installed"
    found = _VERSION.search(output_of(place.command(place.folder, program(name), "--version")))
    return found[0].rstrip(".,") if found else "unknown"
