"""What stands in calendars that units subscribe to, and what is said of writing them."""

AGENDA = {
    "agenda.name": ("{title}", "{title}"),
    "agenda.name.unit": ("{unit}：{title}", "{unit}: {title}"),
    "event.report": ("报送 {name}（{number}）{period}进展", "Report {name} ({number}): {period}"),
    "event.report.roaming": (
        "报送 {name}（{number}）最新进展",
        "Report {name} ({number}): the latest figure",
    ),
    "event.deadline": ("截止 {name}（{number}）{target}", "Deadline {name} ({number}): {target}"),
    "event.lead": ("牵头单位：{unit}", "Lead unit: {unit}"),
    "event.ask": ("请于{due}前报送截至{until}的数据。", "Please send the figure as of {until} by {due}."),
    "event.closed": ("已报送，或不再要求。", "It has come, or is asked for no more."),
    "event.met": ("已完成。", "Done."),
    "event.retired": ("指标已终止：{document}", "The target was ended: {document}"),
    "event.last": ("最近一次数据：{actual}（截至{day}）", "Latest figure: {actual} (as of {day})"),
    "event.never": ("至今没有报过数据", "No figure was ever sent"),
    "event.quote": ("原文：{quote}", "Policy text: {quote}"),
    "calendar.written": (
        "已在 {folder} 写 {count} 个日历",
        "Wrote {count:calendar|calendars} in {folder}",
    ),
    "error.calendar-folder": (
        "--all 要用 -o 指明目录，例如 -o 日历/",
        "--all wants a folder: -o calendars/",
    ),
    "error.calendar-output": (
        "日历请写入 .ics 文件：-o 日历.ics",
        "A calendar goes to a file that ends in .ics: -o calendar.ics",
    ),
}
