"""A workspace for tables of other makers, and what its log holds of them."""

from pathlib import Path

import yaml

from support import document, target, write_workspace

TARGETS = (
    target(name="新引进无人机企业"),
    target(id="deals", name="技术合同成交额", unit="亿元", target={"more_than": "3.5"}),
    target(id="scenes", name="培育无人机应用场景", unit="个"),
    target(id="water", name="农村自来水普及率", kind="share", unit="%", target={"at_least": "90"}),
    target(id="training", name="补贴性职业技能培训", unit="人次", target={"at_least": "30000"}),
)
ASKED = "以下是对表格的理解"
OCTOBER, NOVEMBER = "2024-10-31", "2024-11-10"
SCIENCE, FINANCE = "区科技局", "区财政局"


def tables_workspace(folder: Path) -> Path:
    """A workspace with the targets of which these tables speak."""
    return write_workspace(folder, document(*TARGETS))


def said(root: Path) -> dict[tuple[str, str], list[str]]:
    """What the log holds: target, figure, and the unit where it is not the target's."""
    found: dict[tuple[str, str], list[str]] = {}
    for path in sorted(root.glob("progress/**/*.yaml"), key=str):
        report = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only
        for entry in report["entries"]:
            figure = entry.get("total") or f"+{entry['add']}"
            unit = f" {entry['unit']}" if "unit" in entry else ""
            found.setdefault((report["date"], report["by"]), []).append(f"{entry['target']} {figure}{unit}")
    return found
