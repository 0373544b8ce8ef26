"""The commands: their names, where each is, and the line of help that `tracker --help` shows of it.

A new command is a file in cli/ with a function of its name, and a line here. Nothing of a command is imported
before it runs.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from tracker.cli.help import both


class Entry(NamedTuple):
    """A command as the program knows it without importing it."""

    panel: str  # the heading under which `tracker --help` lists it
    chinese: str
    english: str
    commands: "Mapping[str, Entry]" = MappingProxyType({})  # of a group: functions of its module

    @property
    def help(self) -> str:
        """Its line of help in both languages."""
        return both(self.chinese, self.english)


READING = both("查看", "Reading")
RECORDING = both("录入", "Recording")
PAPERS = both("文稿", "Papers")
CATALOGUE = both("指标目录", "Catalogue")
WORKSPACE = both("工作区", "Workspace")

COMMANDS = {
    "status": Entry(
        READING,
        "显示每项指标的目标、实际、完成率、超欠序时和信号",
        "Show each target: goal, actual, completion, lead over schedule, signal",
    ),
    "show": Entry(
        READING,
        "一项指标（或一条措施）的全部情况：原文、判定依据、历史、速度、预计",
        "Show everything about one target or measure: its words, its rule, its history, its pace, its forecast",
    ),
    "gaps": Entry(
        READING,
        "列出缺口：还差多少、每个报送周期还需多少（倒排），最急的在前",
        "List what is missing, most urgent first, with the pace that would close it",
    ),
    "owners": Entry(
        READING,
        "各责任单位的成绩单：指标数、信号、平均完成率、报送及时率；--owner 给出该单位自己的清单",
        "Show a scoreboard of the units: targets, signals, completion, reports in time; with --owner a unit's own list",
    ),
    "due": Entry(
        READING,
        "列出谁欠报进展、逾期几天，以及临近的截止日；--text 生成催报文字",
        "Show who owes a report and how late, and deadlines to come; --text writes the reminders",
    ),
    "profiles": Entry(
        READING,
        "同一天按各种判定规则分别判定：哪些指标会变色",
        "Judge the same day by every threshold profile: which targets would change colour",
    ),
    "diff": Entry(
        READING,
        "两天之间或两个 git 版本之间的变化：数值、信号、新完成、新未报送、数据修订、目录改动",
        "What changed between two days or two git revisions: values, signals, done, silent, revised figures, the catalogue",
    ),
    "rollup": Entry(
        READING,
        "汇总许多区县的工作区：全域数值、名次、谁未报；从一台电脑到集群（下一年的工作区用 rollover）",
        "Bring many districts together: the whole, ranks, who is missing; by a laptop or a cluster (for the next year: rollover)",
    ),
    "log": Entry(READING, "列出报过的数，最新在前", "List what was reported, newest first"),
    "record": Entry(
        RECORDING,
        "录入一项或几项指标的数，写成一个新的进展文件",
        "Record figures of one target or several, in one new progress file",
    ),
    "void": Entry(
        RECORDING,
        "撤回一份报送或其中一条，写成一个新文件",
        "Withdraw a report or one entry of it, in a new file",
    ),
    "verify": Entry(
        RECORDING,
        "核实别的单位报的数，写成一个新文件",
        "Verify figures that another unit reported, in a new file",
    ),
    "return": Entry(
        RECORDING,
        "退回别的单位报的数：不再计入，须重报",
        "Return figures that another unit reported: they count no more and are owed again",
    ),
    "reply": Entry(
        RECORDING,
        "记下单位对督办的回执：原因、措施、承诺哪天赶上",
        "Record what a unit replies to a notice: why, what it does, and by when it will be back on schedule",
    ),
    "undo": Entry(
        RECORDING,
        "收回最近一份还没有提交的进展文件：先显示，再问，再删",
        "Take back the last report that is not committed: shown, asked about, removed",
    ),
    "form": Entry(
        RECORDING,
        "写出各单位填报用的表格（xlsx 或 csv），填好后用 import 导入",
        "Write the sheet a unit fills in (xlsx or csv), to be read back by import",
    ),
    "import": Entry(
        RECORDING,
        "从表格（xlsx、csv）导入进展：全部检查无误才写入",
        "Import progress from spreadsheets (xlsx, csv): all is checked first, and written only if nothing is wrong",
    ),
    "page": Entry(
        PAPERS,
        "写一个给领导看的网页：一个文件，手机、电脑和打印都能看；--all 给每个单位各写一页",
        "Write the page that leaders read: one file for a phone, a desk and paper; with --all one for each unit",
    ),
    "brief": Entry(
        PAPERS,
        "写一期简报：总体情况、本期进展、滞后与预警、临期、未报送、修订、附表",
        "Write the briefing of one period: what stands, what moved, what lags, what is due, who is silent",
    ),
    "notice": Entry(
        PAPERS,
        "按单位写提醒函（蓝）、预警通知单（黄）、督办单（红）：事项、数字、要求和时限",
        "Write the letters to lead units: reminder (blue), warning (yellow), order (red), with figures and what is asked by when",
    ),
    "calendar": Entry(
        PAPERS,
        "写日历文件（ics），供各单位在手机、电脑的日历里订阅：每次报送、每个截止日一个日程；报了、完成了就取消",
        "Write calendar files (ics) for units to subscribe to: an event for each report and deadline, cancelled when it is done",
    ),
    "digest": Entry(
        PAPERS,
        "一行一条列出本期变化，供发到工作群：完成、转黄转红、未报送、风险、更正",
        "One short line for each change of the period, to post to a chat: done, turned, silent, at risk, corrected",
    ),
    "draft": Entry(
        CATALOGUE,
        "从政策原文起草指标目录：措施、责任单位和每个数字；写明把握、依据和原句，绝不覆盖已有文件",
        "Draft a catalogue from a policy text: measures, units, every number, with how sure it is, why, and the sentence; never overwrites",
    ),
    "audit": Entry(
        CATALOGUE,
        "逐项核对目录与政策原文：引文、比较词、数字、单位、期限、力度、责任单位；原文每个数字都要有着落",
        "Hold the catalogue against its policy text: quotes, operators, numbers, units, periods, strength, owners; every number accounted for",
    ),
    "target": Entry(
        CATALOGUE,
        "改动目录里的指标：改名、终止、调整、新增、编辑；先检查，先显示改动，再写入",
        "Change targets of the catalogue: rename, retire, adjust, add, edit; checked and shown before it is written",
        {
            "rename": Entry(
                CATALOGUE,
                "换一个 id；以旧 id 报过的数仍然算数",
                "Give a target another id; what was reported under the old one still counts",
            ),
            "retire": Entry(
                CATALOGUE,
                "终止一项指标而不删除：从那天起不再计入，历史保留",
                "End a target without deleting it: from that day on it is in no count, its history stays",
            ),
            "adjust": Entry(
                CATALOGUE,
                "从某天起调整目标或期限；原来的仍然看得到",
                "Change a goal or a deadline from a day on; what was asked before stays to be seen",
            ),
            "add": Entry(CATALOGUE, "在一条措施下新增指标", "Add a target behind the others of its measure"),
            "edit": Entry(
                CATALOGUE,
                "用自己的编辑器改目录，写入之前先检查",
                "Change the catalogue in your editor; what is wrong is said before anything is written",
            ),
        },
    ),
    "accept": Entry(
        CATALOGUE,
        "接受一项指标的偏差，到某天为止：信号照实，预警和督办不列",
        "Accept until a day that a target is behind: its signal stays, notices and red lists leave it out",
    ),
    "indicators": Entry(
        CATALOGUE,
        "上级共用的指标（indicators.yaml）：列出、核对、为本目录的指标建议代码，供汇总（rollup）使用",
        "Indicators shared with other workspaces (indicators.yaml): list, check, suggest codes, for roll-ups",
        {
            "list": Entry(
                CATALOGUE, "列出共用指标，和本目录中对应的指标", "List them, with the targets that name them"
            ),
            "check": Entry(
                CATALOGUE,
                "核对：类型、单位、方向是否与代码一致",
                "Check that kinds, units and directions agree with the codes",
            ),
            "suggest": Entry(
                CATALOGUE,
                "按名称、单位和类型建议代码；先显示改动，同意后写入目录",
                "Propose codes by name, unit and kind; shown first, written into the catalogue when accepted",
            ),
        },
    ),
    "export": Entry(
        PAPERS,
        "导出数据包：CSV 和 datapackage.json，供开放平台、统计和上级汇总",
        "Export a data package: CSV with datapackage.json, for open-data portals, statistics and roll-ups",
    ),
    "rollover": Entry(
        CATALOGUE,
        "由本年的目录建立下一年的工作区：什么继续、什么结束、什么要定新数（多区县汇总用 rollup）",
        "Make the next year's workspace from this one: what goes on, what ends, what needs a new number (many districts: rollup)",
    ),
    "check": Entry(
        WORKSPACE,
        "检查目录、进展文件、原文引用和规则；一次列出全部问题",
        "Check catalogue, progress files, quotes and rules; every problem at once",
    ),
    "sync": Entry(
        WORKSPACE,
        "与同事收发进展：取来、检查、合并、送出；有问题就停下，什么也不动",
        "Share with the others: fetch, check, merge, push; stops at any problem and moves nothing",
    ),
    "seal": Entry(
        WORKSPACE,
        "封存：用一行写明全部已提交进展文件的摘要和提交，存到别处，日后对照",
        "Seal all committed reports in one line, digest and commit, to be kept elsewhere and compared later",
    ),
    "explain": Entry(
        WORKSPACE,
        "解释问题代码、信号、标记和列名，附例子；不写名称就列出全部",
        "Explain problems, signals, flags and columns with examples; without a name all are listed",
    ),
    "doctor": Entry(
        WORKSPACE,
        "检查程序、可选部分、git、时钟、字体和工作区：有什么，缺什么，怎么补",
        "Look at program, parts, git, clock, font and workspace: what is there, what is missing, how to get it",
    ),
    "init": Entry(WORKSPACE, "建立新的工作区", "Make a new workspace"),
    "schema": Entry(
        WORKSPACE,
        "输出文件格式的 JSON Schema，供编辑器补全和检查",
        "Print the JSON Schema of a file format, for editors",
    ),
}
