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
