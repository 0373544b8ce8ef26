"""Papers: the briefing, letters to lead units, and the words of charts and pages."""

PAPERS = {
    # Briefing
    "goal.at_least": ("{value}以上", "{value} or more"),
    "goal.at_least.percent": ("{value}以上", "{value} or more"),
    "goal.more_than": ("超过{value}", "more than {value}"),
    "goal.reach": ("{value}", "{value}"),
    "goal.reach.lower": ("不高于{value}", "{value} or less"),
    "forecast.between": ("{low}至{high}", "{low} to {high}"),
    "goal.about": ("{value}左右", "about {value}"),
    "goal.at_most": ("{value}以内", "{value} at most"),
    "goal.less_than": ("低于{value}", "less than {value}"),
    "goal.between": ("{low}至{upper}", "{low} to {upper}"),
    "goal.done_by": ("{month}月{day}日前完成", "done by {month:02d}-{day:02d}"),
    "goal.done_by.year": ("{year}年{month}月{day}日前完成", "done by {year}-{month:02d}-{day:02d}"),
    "brief.turn": ("由{was}转为{now}", "from {was} to {now}"),
    "trace.committed": (
        "{target}：{value}，截至 {day}，{by}报，{file}，提交 {commits}",
        "{target}: {value} as of {day}, from {by}, {file}, commit {commits}",
    ),
    "trace.changed": (
        "{target}：{value}，截至 {day}，{by}报，{file}，提交后改过：{commits}",
        "{target}: {value} as of {day}, from {by}, {file}, changed after it was committed: {commits}",
    ),
    "trace.edited": (
        "{target}：{value}，截至 {day}，{by}报，{file}，有改动未提交",
        "{target}: {value} as of {day}, from {by}, {file}, edited and not committed",
    ),
    "trace.cut-off": (
        "{target}：{value}，截至 {day}，{by}报，{file}，提交记录不全（浅克隆），提交不明",
        "{target}: {value} as of {day}, from {by}, {file}, commit not known (a shallow clone)",
    ),
    "trace.uncommitted": (
        "{target}：{value}，截至 {day}，{by}报，{file}，尚未提交",
        "{target}: {value} as of {day}, from {by}, {file}, not committed",
    ),
    "trace.year-before": (
        "{now}；上年同期 {value}，截至 {day}，{file} 的 previous",
        "{now}; a year before {value} as of {day}, previous in {file}",
    ),
    "trace.catalogue": ("{target}：{file} 的 path", "{target}: path in {file}"),
    "trace.targets": ("计入：{targets}", "counted: {targets}"),
    "trace.none": ("没有这样的指标", "no such target"),
    "error.brief-period": (
        "--week、--dekad、--month 和 --from/--to 只能用一种，--from 和 --to 要一起用。",
        "Give one of --week, --dekad, --month, or --from with --to.",
    ),
    "error.brief-backwards": (
        "起始日 {start} 晚于截止日 {end}。",
        "The first day, {start}, is after the last, {end}.",
    ),
    "error.brief-future": (
        "这一期从 {start} 开始，今天是 {today}，还没有到。",
        "This period begins on {start}, and today is {today}: it has not come yet.",
    ),
    "error.brief-early": (
        "到 {end} 为止还没有任何数据；最早的数据是 {first} 的。换一个时期。",
        "There is no figure up to {end}; the first one is of {first}. Choose another period.",
    ),
    "error.brief-date-early": (
        "签发日期 {written} 早于数据截止日 {day}。换一个较早的时期，或改 --date。",
        "It is dated {written}, before the day its figures are of, {day}. Choose an earlier period, or change --date.",
    ),
    "option.charts": ("图", "choice of charts"),
    "charts.red": ("红的", "of what is red"),
    "charts.all": ("全部", "all there are"),
    "charts.none": ("不要", "no chart"),
    "error.brief-no-figures": (
        "到 {end} 为止还没有任何数据。先用 tracker record 录入。",
        "There is no figure up to {end}. Record some first, with tracker record.",
    ),
    "error.template-broken": (
        "模板 {file} 第 {line} 行：{reason}。可用的变量见 docs/templates.zh-CN.md。",
        "Template {file}, line {line}: {reason}. docs/templates.md lists the variables.",
    ),
    "error.template-costly": (
        "{file} 要的时间或内存超过限度（{seconds} 秒、{limit} MiB）。检查其中的循环和乘法。",
        "{file} takes more time or memory than it may ({seconds} s, {limit} MiB). Look at its loops and products.",
    ),
    "error.template-outside": ("{file} 指向工作区之外。", "{file} leads out of the workspace."),
    "error.template-no-word": (
        "Word 模板 {file} 用不了：{reason}。模板可由本工具写出的 Word 文件改成，见 docs/templates.zh-CN.md。",
        "The Word template {file} cannot be used: {reason}. Any Word file written by this tool can be made into one, see docs/templates.md.",
    ),
    "error.template-styles": (
        "Word 模板 {file} 缺少样式：{styles}。模板可由本工具写出的 Word 文件改成，见 docs/templates.zh-CN.md。",
        "The Word template {file} lacks styles: {styles}. Any Word file written by this tool can be made into one, see docs/templates.md.",
    ),
    "error.note-broken": ("读不了 {file}：{reason}。", "Cannot read {file}: {reason}."),
    "error.note-outside": ("{file} 指向工作区之外。", "{file} leads out of the workspace."),
    "error.docx-output": (
        "Word 文件要用 -o 写到文件，如 -o 简报.docx。",
        "A Word file goes to a file: add -o, as in -o briefing.docx.",
    ),
    "note.overview": ("综述", "overview"),
    "note.next": ("下步打算", "next steps"),
    "brief.charts.bullets": (
        "各项指标完成率与应完成率",
        "Completion of each target, beside what is expected",
    ),
    # Letters
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
    # Papers of any sort
    "paper.annex": ("附件", "Annex"),
    "paper.notes": ("注：", "Notes"),
    # A paragraph behind a table that begins so belongs to the table.
    "paper.remark": ("注", "Note"),
    "error.no-cjk-font": (
        "画图要用中文字体，这台电脑上没有找到。请安装下列字体中的一种（Debian 或 Ubuntu：apt install fonts-noto-cjk），再试一次：{fonts}。",
        "The charts have Chinese characters, and no Chinese font was found on this computer. Install one of these and try again (on Debian or Ubuntu: apt install fonts-noto-cjk): {fonts}.",
    ),
    # Pages in a browser: what is read aloud, what stands in a drawn chart
    "page.bar": ("完成率 {completion}", "completion {completion}"),
    "page.bar.expected": (
        "完成率 {completion}，应完成 {expected}",
        "completion {completion}, expected {expected}",
    ),
    "page.figure": ("{day}：{value}", "{day}: {value}"),
    "page.goal": ("目标 {value}", "goal {value}"),
    "page.today": ("截至 {day}", "as of {day}"),
    "page.deadline": ("期限 {day}", "due {day}"),
    "page.chart": ("实际与应达到的进度", "Actual against expected"),
    "page.chart.period": ("{start} 至 {end}，目标 {goal}。", "{start} to {end}, goal {goal}."),
    "page.chart.latest": (
        "共 {count} 次数据，最近一次 {day}：{value}。",
        "{count:figure|figures}, the latest {value} on {day}.",
    ),
    "page.chart.none": ("尚无数据。", "No figure yet."),
    "page.chart.range": (
        "预计 {day} 在 {low} 与 {high} 之间。",
        "Forecast for {day}: between {low} and {high}.",
    ),
    "page.notes": ("注释", "Notes"),
    "page.note": ("注释 {number}", "note {number}"),
    "page.note.back": ("返回正文", "back to the text"),
    "page.table": ("表", "table"),
    "bullets.completion": ("完成率", "completion"),
    "bullets.expected": ("应达到", "expected"),
    "bullets.over": ("超过 {limit} 的只画到 {limit}", "above {limit} drawn to {limit}"),
    "bullets.bar": (
        "{name}：{signal}，完成率 {completion}，应达到 {expected}",
        "{name}: {signal}, completion {completion}, expected {expected}",
    ),
    "bullets.bar.unexpected": (
        "{name}：{signal}，完成率 {completion}",
        "{name}: {signal}, completion {completion}",
    ),
    "bullets.bar.empty": ("{name}：{signal}，无完成率", "{name}: {signal}, no completion"),
}
