"""Options that several commands share, as annotated types, and the sorts of options that they are made of."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from tracker.assess.signal import Signal
from tracker.cli import complete
from tracker.cli.help import both
from tracker.cli.session import session_of
from tracker.formats import CALENDARS, FORMATS
from tracker.model.profile import PROFILES
from tracker.problems import ExitCode, TrackerError

# The headings under which --help lists them.
WHEN = both("日期和规则", "Day and rule")
WHICH = both("看哪些指标", "Which targets")
OUTPUT = both("输出", "Output")


def flag(name: str, chinese: str, english: str, panel: str | None = None) -> object:
    """An option without a value, and its help in both languages; `panel` is the heading it is listed under."""
    return typer.Option(name, help=both(chinese, english), rich_help_panel=panel)


def day(name: str, chinese: str, english: str, panel: str | None = None, envvar: str | None = None) -> object:
    """An option that takes a day, which `reading.day_of` understands."""
    return typer.Option(
        name,
        metavar="DAY",
        autocompletion=complete.days,
        envvar=envvar,
        help=both(chinese, english),
        rich_help_panel=panel,
    )


def unit(name: str, chinese: str, english: str, envvar: str | None = None) -> object:
    """An option that takes a responsible unit (责任单位)."""
    return typer.Option(
        name, metavar="UNIT", autocompletion=complete.units, envvar=envvar, help=both(chinese, english)
    )


def number(
    name: str,
    metavar: str,
    least: int,
    chinese: str,
    english: str,
    most: int = 999_999_999,
    panel: str | None = None,
) -> object:
    """An option that takes a whole number from `least` to `most`.

    Its parser raises TrackerError (usage) with what was typed, which Typer's own complaint does not say in
    every version.
    """

    def parser(text: str | int) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", str(text)) or int(text) < least:
            raise TrackerError("number-bad", ExitCode.USAGE, name=name, text=text, least=least)
        if int(text) > most:
            raise TrackerError("number-large", ExitCode.USAGE, name=name, text=text, most=most)
        return int(text)

    return typer.Option(
        name, metavar=metavar, parser=parser, help=both(chinese, english), rich_help_panel=panel
    )


def format_of(
    formats: Sequence[str],
    chinese: str = "输出格式",
    english: str = "format of the output",
    panel: str | None = OUTPUT,
) -> object:
    """The option --format of a command that has these; nothing is refused here."""
    return typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        autocompletion=complete.choices(formats),
        help=both(chinese, english, formats),
        rich_help_panel=panel,
    )


AsOf = Annotated[
    str | None,
    day(
        "--as-of",
        "截至哪天：2024-08-10、8月10日、2024-W33、三季度、8月上旬、9月底、上周五、昨天",
        "the day to look at: 2024-08-10, 2024-08, 2024-W33, 2024Q3, 8月上旬, last week, yesterday",
        WHEN,
        envvar="TRACKER_AS_OF",
    ),
]
KnownOn = Annotated[
    str | None,
    day(
        "--known-on",
        "只用这天及以前录入的数据，用来重现当时的情况",
        "leave out what was recorded after this day, to see what was known then",
        WHEN,
    ),
]
VerifiedOnly = Annotated[bool, flag("--verified-only", "只按已核实的数", "by verified figures alone", WHEN)]
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
Format = Annotated[str | None, format_of(tuple(FORMATS))]
# Of views that have events.
FormatOrCalendar = Annotated[str | None, format_of((*FORMATS, *CALENDARS))]
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


def _replaces(ctx: typer.Context, value: bool) -> None:
    if value:
        session_of(ctx).replaces = True


# Every command with `Output` has it (cli/group.py); it tells the session, and no command sees it.
Replace = Annotated[
    bool,
    typer.Option(
        "--yes",
        "-y",
        callback=_replaces,
        expose_value=False,
        help=both("文件已有也替换，不再询问", "replace a file that is there, without asking"),
        rich_help_panel=OUTPUT,
    ),
]
OutputOrFolder = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE|DIR",
        help=both("写入文件；写给几个单位时是目录", "file to write; for several units a folder"),
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
Yes = Annotated[
    bool,
    typer.Option(
        "--yes", "-y", help=both("有疑问也写入，不再询问", "write in spite of doubts, without asking")
    ),
]
DryRun = Annotated[bool, flag("--dry-run", "只显示将写入的内容", "only show what would be written")]
Commit = Annotated[
    bool, flag("--commit", "写入后用 git 提交这一个文件", "then commit exactly this file with git")
]
# The unit that issues a paper.
Unit = Annotated[
    str | None, unit("--unit", "编发或署名单位", "the unit that issues or signs it", envvar="TRACKER_UNIT")
]
