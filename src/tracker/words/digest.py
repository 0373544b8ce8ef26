"""The digest: one line for each change."""

from tracker.words.pairs import Pairs

DIGEST: Pairs = {
    "digest.line": ("{what}｜{unit}｜{name}：{detail}", "{what} | {unit} | {name}: {detail}"),
    "digest.mark.done": ("✓", "✓"),
    "digest.mark.on_track": ("●", "●"),
    "digest.mark.behind": ("▲", "▲"),
    "digest.mark.far_behind": ("✗", "✗"),
    "digest.mark.overdue": ("!", "!"),
    "digest.mark.silent": ("○", "○"),
    "digest.mark.pending": ("◇", "◇"),
    "digest.what.newly_done": ("✓ 新完成", "✓ newly done"),
    "digest.what.turned": ("{mark} 由{was}转为{signal}", "{mark} {was} → {signal}"),
    "digest.what.at_risk": ("△ 新增风险", "△ newly at risk"),
    "digest.what.adjusted": ("◎ 目标调整", "◎ goal adjusted"),
    "digest.what.revised": ("↻ 数据更正", "↻ figure corrected"),
    "digest.what.withdrawn": ("↻ 数据撤回", "↻ figure withdrawn"),
    "digest.what.late": ("↻ 补报", "↻ late figure"),
    "digest.what.value": ("· 进展", "· moved"),
    "digest.share": ("{value}，完成目标的{share}", "{value}, {share} of the target"),
    "digest.share.year": ("{value}，完成年度目标的{share}", "{value}, {share} of the year's target"),
    "digest.progress": ("进度{value}", "{value} complete"),
    "digest.complete": ("已全部完成", "complete"),
    "digest.against": ("{value}，目标{goal}", "{value} against {goal}"),
    "digest.overdue": ("{said}，已逾期{days}天", "{said}, {days:day|days} overdue"),
    "digest.ahead": ("{said}，快于序时进度{points}个百分点", "{said}, {points} points ahead of schedule"),
    "digest.late": ("{said}，慢于序时进度{points}个百分点", "{said}, {points} points behind schedule"),
    "digest.pace": ("{said}，所需{required}，近期{recent}", "{said}; {required} needed, {recent} of late"),
    "digest.moved": ("原{was}，现{said}", "{was} before, now {said}"),
    "digest.no-figure": ("无", "none"),
    "digest.figure": ("{day}的数由{old}改为{new}", "the figure of {day} was {old}, now {new}"),
    "digest.late-figure": ("{day}的数为{new}", "the figure of {day} is {new}"),
    "digest.adjusted": ("由{old}调整为{new}（{document}）", "{old} becomes {new} ({document})"),
    "digest.moved-due": ("期限由{old}改为{new}（{document}）", "due {new} instead of {old} ({document})"),
    "digest.head": (
        "{start} 至 {end} 的变化（与截至 {previous} 相比）",
        "Changes from {start} to {end}, against {previous}",
    ),
    "digest.none": ("没有变化", "Nothing changed"),
    "digest.nothing": (
        "{start} 至 {end} 没有变化（与截至 {previous} 相比）。",
        "Nothing changed from {start} to {end}, against {previous}.",
    ),
    "column.event": ("变化", "change"),
    "column.text": ("摘要", "line"),
    "change.at_risk": ("新增风险", "newly at risk"),
    "change.withdrawn": ("数据撤回", "withdrawn"),
    "error.digest-period": (
        "--since 不能与 --week、--dekad、--month、--from/--to 一起用。",
        "--since does not go with --week, --dekad, --month or --from and --to.",
    ),
    "error.digest-since": (
        "--since {day} 不早于今天（{today}），还没有变化可说。写一个较早的日期。",
        "--since {day} is not before today, {today}: nothing can have changed. Give an earlier day.",
    ),
    "error.digest-format": (
        "--json-lines 已经是一种格式，不能再给 -f。",
        "--json-lines is a format of its own: leave out -f.",
    ),
    "help.digest": (
        "一行一条列出本期变化，供发到工作群：完成、转黄转红、未报送、风险、更正",
        "One short line for each change of the period, to post to a chat: done, turned, silent, at risk, corrected",
    ),
    "help.digest.since": (
        "从哪天以后到今天，代替某一期",
        "what changed after this day until today, instead of a period",
    ),
    "help.digest.everything": (
        "也列出信号未变的数值变化和补报",
        "also values that moved without another signal, and late figures",
    ),
    "help.digest.json_lines": (
        "每行一个 JSON 对象，供脚本使用",
        "one JSON object to a line, for scripts",
    ),
    "help.digest.format": (
        "用一种视图格式代替逐行文字",
        "one of the formats of views, instead of plain lines",
    ),
}
