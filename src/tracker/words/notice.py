"""Letters to lead units: what they are called, what is said of them, and what can go wrong."""

from tracker.words.pairs import Pairs

NOTICE: Pairs = {
    "notice.subject": ("{count}项指标", "{count:target|targets}"),
    "notice.heading.silent": ("关于报送{subject}进展情况的提醒函", "Reminder: progress report on {subject}"),
    "notice.heading.blue": ("关于{subject}临近完成时限的提醒函", "Reminder: deadline near for {subject}"),
    "notice.heading.yellow": ("关于{subject}进度滞后的预警通知单", "Warning: behind schedule on {subject}"),
    "notice.heading.overdue": ("关于{subject}逾期未完成的督办单", "Order: overdue, {subject}"),
    "notice.heading.repeated": (
        "关于{subject}多次滞后的督办单",
        "Order: behind again and again on {subject}",
    ),
    "notice.heading.both": (
        "关于{subject}逾期和多次滞后的督办单",
        "Order: {subject} overdue or behind again and again",
    ),
    "notice.kind.blue": ("提醒函", "reminder"),
    "notice.kind.yellow": ("预警通知单", "warning"),
    "notice.kind.red": ("督办单", "order"),
    "notice.written": ("已写 {file}：{kind}，{count}项指标", "Wrote {file}: {kind}, {count:target|targets}"),
    "notice.nothing": (
        "没有需要提醒、预警或督办的事项（{count}个单位）：{units}",
        "Nothing to remind, warn or press {count:unit|units} about: {units}",
    ),
    "option.level": ("级别", "level"),
    "error.notice-which": (
        "用 --owner 指定牵头单位（可多次），或用 --all 写给所有牵头单位。",
        "Name lead units with --owner (more than once if need be), or take all of them with --all.",
    ),
    "error.notice-several": (
        "几封信不能写在一个这样的文件里。用 -o 目录 每个单位各写一份；直接显示只能用 {known}。",
        "Several letters do not fit into one such file. Write one for each unit with -o DIR; only {known} can be printed together.",
    ),
    "error.notice-folder": (
        "几封信要写到目录里，{file} 像是文件名。用 -o 目录，格式用 -f。",
        "Several letters go to a folder, and {file} looks like a file. Give -o DIR, and the format with -f.",
    ),
    "error.notice-exists": (
        "{file} 已经存在，可能已经发出。什么也没有写；换一个文件名或目录。",
        "{file} exists, and may have been sent. Nothing was written; choose another name or folder.",
    ),
    "error.notice-reply-early": (
        "反馈时限 {day} 早于成文日期 {written}。换一个较晚的日期。",
        "The reply is asked for by {day}, before the letter is dated, {written}. Choose a later day.",
    ),
    "error.notice-date-early": (
        "成文日期 {written} 早于数据截止日 {day}。用 --as-of 看较早的一天，或改 --date。",
        "The letter is dated {written}, before the day its figures are of, {day}. Look at an earlier day with --as-of, or change --date.",
    ),
    "help.notice": (
        "按单位写提醒函（蓝）、预警通知单（黄）、督办单（红）：事项、数字、要求和时限",
        "Write the letters to lead units: reminder (blue), warning (yellow), order (red), with figures and what is asked by when",
    ),
    "help.notice.owner": (
        "写给哪个牵头单位（名称的一部分即可，可多次）",
        "to which lead unit (part of the name; may be repeated)",
    ),
    "help.notice.all": ("写给所有牵头单位", "to every lead unit"),
    "help.notice.level": (
        "只写这一级和更重的事项",
        "only items of this level or a graver one",
    ),
    "help.notice.day": ("成文日期，默认与 --as-of 同日", "date of the letter; that of --as-of if not given"),
    "help.notice.reply_by": (
        "请在哪天前书面反馈，默认成文后第3个工作日",
        "the day to reply by; the third working day after the letter's date if not given",
    ),
    "help.notice.unit": ("署名单位", "the unit that signs"),
    "help.notice.format": (
        "输出格式；默认按文件名，写入目录时为 docx",
        "format; decided by the file's name, in a folder docx",
    ),
    "help.notice.output": ("文件；写给几个单位时是目录", "file; with several units a folder"),
}
