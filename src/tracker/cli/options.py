"""Options that several commands share, as annotated types."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from tracker.assess.signal import Signal
from tracker.cli import complete
from tracker.cli.help import both
from tracker.formats import FORMATS
from tracker.model.profile import PROFILES
from tracker.problems import ExitCode, TrackerError


def whole_number(option: str, least: int) -> Callable[[str | int], int]:
    """The parser of an option that takes a whole number from `least` on.

    It raises TrackerError (usage) with what was typed, which Typer's own complaint does not say in every
    version.
    """

    def parser(text: str | int) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", str(text)) or int(text) < least:
            raise TrackerError("number-bad", ExitCode.USAGE, name=option, text=text, least=least)
        return int(text)

    return parser


# The headings under which --help lists them.
WHEN = both("日期和规则", "Day and rule")
WHICH = both("看哪些指标", "Which targets")
OUTPUT = both("输出", "Output")

AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DAY",
        autocompletion=complete.days,
        envvar="TRACKER_AS_OF",
        help=both(
            "截至哪天：2024-08-10、2024-08、2024-W33、2024Q3、8月上旬、9月底、today",
            "the day to look at: 2024-08-10, 2024-08, 2024-W33, 2024Q3, 8月上旬, 9月底, today",
        ),
        rich_help_panel=WHEN,
    ),
]
KnownOn = Annotated[
    str | None,
    typer.Option(
        "--known-on",
        metavar="DAY",
        autocompletion=complete.days,
        help=both(
            "只用这天及以前录入的数据，用来重现当时的情况",
            "leave out what was recorded after this day, to see what was known then",
        ),
        rich_help_panel=WHEN,
    ),
]
Profile = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="NAME",
        autocompletion=complete.choices(PROFILES),
        help=both("换一种判定规则", "judge by another threshold profile", PROFILES),
        rich_help_panel=WHEN,
    ),
]
Owners = Annotated[
    list[str] | None,
    typer.Option(
        "--owner",
        metavar="UNIT",
        autocompletion=complete.units,
        help=both(
            "只看这些单位牵头或参与的（名称的一部分）",
            "only targets of these units, leading or not (part of the name)",
        ),
        rich_help_panel=WHICH,
    ),
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        autocompletion=complete.choices(FORMATS),
        help=both("输出格式", "format of the output", FORMATS),
        rich_help_panel=OUTPUT,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        dir_okay=False,
        help=both("写入文件", "write to a file"),
        rich_help_panel=OUTPUT,
    ),
]
FailOn = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-on",
        metavar="SIGNAL",
        autocompletion=complete.signals,
        help=both(
            "有指标处于这些信号时以 10 退出",
            "exit with 10 if any target shown has one of these signals",
            Signal,
        ),
        rich_help_panel=OUTPUT,
    ),
]
DryRun = Annotated[
    bool,
    typer.Option("--dry-run", help=both("只显示将写入的内容", "only show what would be written")),
]
Commit = Annotated[
    bool,
    typer.Option(
        "--commit",
        help=both("写入后用 git 提交这一个文件", "then commit exactly this file with git"),
    ),
]
# The format and the name of a paper; each command says which formats it has.
Unit = Annotated[
    str | None,
    typer.Option(
        "--unit",
        metavar="UNIT",
        autocompletion=complete.units,
        envvar="TRACKER_UNIT",
        help=both("编发或署名单位", "the unit that issues or signs it"),
    ),
]
