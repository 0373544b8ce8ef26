"""Words of the scoreboard, and the help of owners."""

from tracker.words.pairs import Pairs

OWNERS: Pairs = {
    "role.lead": ("牵头", "lead"),
    "role.participant": ("参与", "participant"),
    "owners.leads": ("牵头单位", "Lead units"),
    "owners.participants": ("参与单位", "Participating units"),
    "owners.overlap": (
        "一项指标可有几个参与单位，各单位都计入，因此不加总",
        "A target may have several participants and counts for each of them: these rows do not add up",
    ),
    "owners.none": ("这些指标没有参与单位", "None of these targets has participants"),
    "owners.total": ("合计", "total"),
    "owners.since": ("报送情况自 {day} 应报的起算", "Reports due since {day}"),
    "owners.unit": ("{unit}", "{unit}"),
    "owners.own.lead": ("{unit}牵头的指标（{count}项）", "{unit} leads {count:target|targets}"),
    "owners.own.participant": (
        "{unit}参与的指标（{count}项）",
        "{unit} takes part in {count:target|targets}",
    ),
    "option.rank": ("单位排序", "ranking"),
    "column.owner": ("单位", "unit"),
    "column.role": ("角色", "role"),
    "column.targets": ("指标数", "targets"),
    "column.done": ("已完成", "done"),
    "column.on_track": ("达到序时", "on track"),
    "column.behind": ("滞后", "behind"),
    "column.far_behind": ("严重滞后", "far behind"),
    "column.overdue": ("逾期未完成", "overdue"),
    "column.silent": ("未报送", "silent"),
    "column.pending": ("未到考核期", "not yet due"),
    "column.mean_completion": ("平均完成", "compl."),
    "column.reports_due": ("应报", "reports"),
    "column.on_time": ("按时", "on time"),
    "column.late_reports": ("迟报", "late"),
    "column.missing": ("漏报", "missing"),
    "column.punctuality": ("及时率", "in time"),
    "column.owing": ("现欠报", "owing"),
    "column.waiting": ("待报", "asked for"),
    "column.owed": ("欠报", "report"),
    "help.owners": (
        "各责任单位的成绩单：指标数、信号、平均完成率、报送及时率；--owner 给出该单位自己的清单",
        "Show a scoreboard of the units: targets, signals, completion, reports in time; with --owner a unit's own list",
    ),
    "help.owners.owner": (
        "这些单位自己的清单，可直接发送（名称的一部分）",
        "these units' own lists, ready to be sent (part of the name)",
    ),
    "help.owners.sort": ("清单中指标的排序", "order of the targets in a unit's list"),
    "help.owners.since": (
        "报送情况只统计这天及以后应报的",
        "of the reports, count only those due on this day or later",
    ),
    "help.owners.rank": (
        "单位的排序：按原文、指标数、平均完成率、及时率、滞后项数",
        "order of the units: as in the text, by targets, completion, reports in time, or targets that lag",
    ),
}
