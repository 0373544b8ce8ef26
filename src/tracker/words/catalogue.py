"""Sentences of changing the catalogue: its targets renamed, ended, adjusted, added, edited."""

CATALOGUE = {
    "revise.nothing": ("没有改动。", "Nothing changes."),
    "revise.not-written": ("目录没有改动。", "The catalogue was not changed."),
    "revise.confirm": ("这样写入目录？", "Write this into the catalogue?"),
    "revise.written": ("已写入 {file}", "Written: {file}"),
    "error.revise-edited": (
        "{file} 里还有未提交的改动，不能只提交这一处。请先提交它们，或不用 --commit。",
        "{file} has changes that are not committed yet. Commit them first, or leave out --commit.",
    ),
    "error.revise-meanwhile": (
        "{file} 刚刚被别人改过。没有写入，请再运行一次。",
        "{file} was changed in the meantime. Nothing was written; run it again.",
    ),
    "error.goal-typed": (
        "“{text}”不是这项指标的目标。可写 45、45家、≥45、at_most=3.2、3-5，单位与指标同一种量；里程碑用 --due。",
        '"{text}" is no goal of this target. Write 45, 45家, ≥45, at_most=3.2 or 3-5; for a milestone --due.',
    ),
    "error.adjust-nothing": (
        "没有说调整什么。用 --to 写新目标，或用 --due 写新期限。",
        "Nothing to adjust. Give the new goal with --to, or the new deadline with --due.",
    ),
    "error.target-retired": (
        "{id} 已从 {on} 起终止。要改，用 tracker target edit {id}。",
        "{id} is ended from {on} on already. To change that: tracker target edit {id}.",
    ),
    "error.add-goal": (
        "有数的指标要用 --to 写目标；里程碑（--kind milestone）不写 --to，用 --due 写完成日期。",
        "A target in numbers needs its goal (--to); a milestone (--kind milestone) has none, but a day (--due).",
    ),
    "problem.target-lost": (
        "目录里没有 id 为 {name} 的指标，却有 {count} 份进展文件报过它（最后一份 {last}）；这些数都没有计入",
        "no target has the id {name}, yet {count:report|reports} speak of it (the last is {last}); none of that counts",
    ),
    "remedy.target-lost": (
        "改了 id：tracker target rename {name} 现在的id。不再考核：恢复这项，再用 tracker target retire 终止。",
        "If its id was changed: tracker target rename {name} ITS-NEW-ID. If it is to end: put it back, and tracker target retire.",
    ),
    # Last year and the next one
    "problem.path-seasonal": (
        "{id}：seasonal（按上年分布）需要 previous 里有上年的数",
        "{id}: seasonal needs last year's figures (previous)",
    ),
    "problem.path-season-end": (
        "{id}：期限调整到 {due}，previous 里上年的数没有到那里",
        "{id}: the deadline moves to {due}, which last year's figures (previous) do not reach",
    ),
    "remedy.path-seasonal": ("补上 previous，或改用 linear。", "Add previous, or write linear."),
    "remedy.path-season-end": (
        "在这次调整里写上 path: linear 或分步进度。",
        "Give this adjustment a path: linear, or steps.",
    ),
    "column.becomes": ("下一年", "next year"),
    "fate.retired": ("已终止，不再列入", "ended, left out"),
    "fate.done": ("已完成，不再列入", "done, left out"),
    "fate.goes_on": ("期限未到，继续", "goes on"),
    "fate.unfinished": ("未完成，期限待定", "unfinished, day to be set"),
    "fate.renewed": ("新数待定", "new number to be set"),
    "rollover.retired": ("已终止，不再列入：{count} 项", "Ended, left out: {count}"),
    "rollover.done": ("已完成，不再列入：{count} 项", "Done, left out: {count}"),
    "rollover.goes_on": ("期限未到，继续：{count} 项", "Goes on, due later: {count}"),
    "rollover.unfinished": (
        "未按期完成，暂列到年底、期限待定：{count} 项",
        "Unfinished, due at the end of the year until a day is set: {count}",
    ),
    "rollover.renewed": (
        "暂沿用本年的目标数，新数待定：{count} 项（目录里有注释；用 tracker target adjust 或直接修改）",
        "Kept with this year's number until a new one is set: {count} (each has a comment in the catalogue)",
    ),
    "rollover.would": (
        "{year} 年的目录将是这样（没有写入）",
        "The catalogue of {year} as it would be (nothing was written)",
    ),
    "rollover.written": ("已在 {folder} 建立 {year} 年的工作区", "Made the workspace of {year} in {folder}"),
    "rollover.notice": (
        "{year} 年目标数暂沿用 {last} 年，待新文件确定",
        "the numbers of {year} are those of {last} until a document sets them",
    ),
    "rollover.no-figure": ("没有报过数", "no figure"),
    "rollover.figure": ("最后报到 {value}{unit}（{day}）", "the last figure is {value}{unit} ({day})"),
    "rollover.early": (
        "{year} 年还没有结束，之后报的数不在其中",
        "{year} is not over: what is reported from now on is not in it",
    ),
    "rollover.remark.renewed": (
        "待定：{year} 年的目标数。以下是 {last} 年的；{figure}。",
        "To be set: the number of {year}. This is that of {last}; {figure}.",
    ),
    "rollover.remark.unfinished": (
        "待定：期限。{last} 年没有完成，{figure}。",
        "To be set: the day. It was not finished in {last}; {figure}.",
    ),
    "rollover.remark.whole": (
        "待定：余下多少。以下是全期的；到 {last} 年底{figure}。",
        "To be set: what is left of it. This is the whole; at the end of {last} {figure}.",
    ),
    "rollover.remark.rest": (
        "全期目标 {whole}{unit}，到 {last} 年底{figure}；以下是余下的。",
        "{whole}{unit} in all; at the end of {last} {figure}; this is the rest.",
    ),
    "rollover.remark.beyond": (
        "年底的 {value}{unit} 已越过目标，没有写期初值；定了新数再写 baseline: {value}。",
        "The {value}{unit} at the year's end lies beyond the goal, so there is no baseline; write baseline: {value} with the new number.",
    ),
    "rollover.remark.steps": (
        "{days} 的分步进度年初已经达到，只要求保持。",
        "The steps of {days} were reached before the year began and only ask to be kept.",
    ),
    "rollover.differs": ("由 {last} 年结转", "carried over from {last}"),
    "rollover.ignored": ("{last} 年的指标，已结束", "a target of {last} that has ended"),
    "error.rollover-year": (
        "{year} 年的下一年是 {next} 年，不是 {text}。",
        "The year after {year} is {next}, not {text}.",
    ),
    "error.rollover-flow": (
        "目录用花括号或 JSON 写成，没有地方加批注。改写成每键一行的 YAML（见 docs/catalogue.zh-CN.md），再结转。",
        "The catalogue is written in braces or as JSON, which has no room for remarks. Write it as YAML with a key to a line (docs/catalogue.md), then roll it over.",
    ),
    "error.rollover-where": (
        "写上新的一年（建在旁边的 ../年份），或用 -o 写明建在哪个目录；只看结果用 --dry-run。",
        "Name the new year (made as ../YEAR beside this one) or the folder with -o, or only look with --dry-run.",
    ),
    "error.rollover-nothing": (
        "{year} 年的指标到年底都已结束，没有可以延续的。用 tracker init 新建工作区。",
        "All targets of {year} are done or ended; nothing goes on. Make a new workspace with tracker init.",
    ),
    "edit.again": ("继续编辑？", "Edit it again?"),
    "edit.kept": ("你的改动留在 {file}。", "What you wrote is kept in {file}."),
    "error.editor-missing": (
        "打不开编辑器 {editor}：{reason}。用环境变量 EDITOR 指定一个，例如 EDITOR=nano。",
        "Cannot open the editor {editor}: {reason}. Name one in the environment variable EDITOR, such as nano.",
    ),
    "error.editor-failed": (
        "编辑器 {editor} 以 {exit} 退出。目录没有改动。",
        "The editor {editor} left with {exit}. The catalogue was not changed.",
    ),
}
