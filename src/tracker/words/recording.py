"""Sentences of recording, withdrawing and reading the log."""

RECORDING = {
    "column.before": ("原值", "before"),
    "column.after": ("新值", "after"),
    "column.signal_before": ("原信号", "was"),
    "column.day": ("数据日期", "day"),
    "column.said": ("报数", "reported"),
    "column.total_written": ("所报累计数", "total as reported"),
    "column.add_written": ("所报新增数", "increment as reported"),
    "column.stage_written": ("所报阶段", "stage as reported"),
    "column.unit_written": ("所报单位", "unit as reported"),
    "column.value": ("累计", "value"),
    "column.by": ("报送单位", "by"),
    "column.recorded": ("录入时间", "recorded"),
    "column.committed_by": ("提交人", "committed by"),
    "column.committed": ("提交时间", "committed"),
    "column.voided": ("撤回", "void"),
    "column.target_name": ("指标", "target"),
    "head.written": ("已写入 {file}", "Written: {file}"),
    "head.voided": ("已撤回 {ref}，见 {file}", "Voided {ref}, see {file}"),
    "head.effect": ("截至 {day} 的变化", "Effect as of {day}"),
    "head.effect-if": ("写入后，截至 {day} 的变化", "Effect as of {day}, once written"),
    "head.log": ("进展记录 {shown} 条，最新在前", "{shown:entry|entries}, newest first"),
    "head.log-more": (
        "另有 {more} 条更早的未显示（--limit 0 全部显示）",
        "{more:earlier entry|earlier entries} not shown (--limit 0 shows all)",
    ),
    "column.attribution": ("提交情况", "attribution"),
    "column.commits": ("相关提交", "commits"),
    "attribution.committed": ("已提交", "committed"),
    "attribution.changed": ("不明（提交后改过）", "not known (changed since)"),
    "attribution.edited": ("不明（有改动未提交）", "not known (edited, not committed)"),
    "attribution.cut-off": ("不明（浅克隆）", "not known (shallow clone)"),
    "foot.cut-off": (
        "提交记录不全（浅克隆）：{count} 条记录由谁提交不明；git fetch --unshallow 可取回全部历史",
        "A shallow clone: who committed {count:entry|entries} is not known; git fetch --unshallow brings the whole history",
    ),
    "record.finished": (
        "上次写到一半中断，已补完 {count} 个文件。",
        "An earlier write was cut off; {count:file|files} of it have been added now.",
    ),
    "record.hint": ("提交用：", "To commit it:"),
    "record.committed": ("已提交 {commit}：{message}", "Committed {commit}: {message}"),
    "record.doubts": ("请核对：", "Please look again:"),
    "record.confirm": ("仍然写入？", "Write it all the same?"),
    "record.refused": ("没有写入。核对无误后加 --yes。", "Nothing was written. If it is right, add --yes."),
    "record.not-written": ("没有写入。", "Nothing was written."),
    "ask.target": (
        "指标（id、编号或名称的一部分，Tab 补全；回车结束）",
        "Target (id, number or part of the name, Tab completes; Enter to finish)",
    ),
    "ask.last": ("{name}：目标 {goal}，最近 {actual}（{day}）", "{name}: goal {goal}, last {actual} ({day})"),
    "ask.no-last": ("{name}：目标 {goal}，还没有数", "{name}: goal {goal}, no figure yet"),
    "ask.value": (
        "累计数（+3 表示新增，可带单位，里程碑可写阶段）",
        "Running total (+3 for an increment, a unit may follow, a milestone may name its stage)",
    ),
    "ask.value-again": (
        "{name}：请再填一次（回车略去这一项）",
        "{name}: once more, please (Enter leaves it out)",
    ),
    "ask.keep": (
        "已经填了 {count} 项，保留并继续？",
        "{count:target|targets} answered. Keep that and go on?",
    ),
    "error.answer-unfit": ("{why}。{remedy}", "{why}. {remedy}"),
    "ask.date": ("数据日期", "Day of the figures"),
    "ask.by": ("报送单位", "Reported by"),
    "ask.note": ("备注（可空）", "Note (may be empty)"),
    "ask.write": ("写入？", "Write it?"),
    "doubt.falls": (
        "{name}：{value}{unit} 比 {day} 的 {previous}{unit} 还少",
        "{name}: {value}{unit} is less than the {previous}{unit} of {day}",
    ),
    "doubt.wan": (
        "{name}：{value}{unit} 与 {reference}{unit} 相差千倍以上，是不是多写或漏写了“万”？",
        "{name}: {value}{unit} and {reference}{unit} differ a thousandfold or more; was 万 typed or forgotten?",
    ),
    "doubt.leaps": (
        "{name}：{value}{unit} 与 {reference}{unit} 相差十倍以上",
        "{name}: {value}{unit} and {reference}{unit} differ tenfold or more",
    ),
    "doubt.far-past": (
        "{name}：{value}{unit} 是目标 {goal}{unit} 的两倍以上，这一次就多了 {added}{unit}",
        "{name}: {value}{unit} is more than twice the goal of {goal}{unit}; this report alone adds {added}{unit}",
    ),
    "doubt.fraction": (
        "{name}：写的是 {value}%，是不是 {meant}%？确是 {value}% 就连百分号写上",
        "{name}: {value}% is written; is it {meant}%? If not, write its sign too",
    ),
    "doubt.negative": ("{name}：{value}{unit} 小于零", "{name}: {value}{unit} is below zero"),
    "doubt.goal-fraction": (
        "{name}：新目标写的是 {value}%，是不是 {meant}%？",
        "{name}: the new goal is written as {value}%; is it {meant}%?",
    ),
    "doubt.goal-wan": (
        "{name}：新目标 {value}{unit} 与原来的 {reference}{unit} 相差千倍以上，是不是多写或漏写了“万”？",
        "{name}: the new goal of {value}{unit} and the old one of {reference}{unit} differ a thousandfold or more; was 万 typed or forgotten?",
    ),
    "doubt.goal-leaps": (
        "{name}：新目标 {value}{unit} 与原来的 {reference}{unit} 相差十倍以上",
        "{name}: the new goal of {value}{unit} and the old one of {reference}{unit} differ tenfold or more",
    ),
    "doubt.goal-lower": (
        "{name}：原来越高越好，新目标 {value}{unit} 却是越低越好",
        "{name}: more was better, and of the new goal of {value}{unit} less is",
    ),
    "doubt.goal-higher": (
        "{name}：原来越低越好，新目标 {value}{unit} 却是越高越好",
        "{name}: less was better, and of the new goal of {value}{unit} more is",
    ),
    "doubt.goal-sign": (
        "{name}：新目标 {value}{unit} 与原来的 {reference}{unit} 正负相反",
        "{name}: the new goal of {value}{unit} has another sign than the old one of {reference}{unit}",
    ),
    "doubt.goal-met": (
        "{name}：最近的 {figure}{unit} 已经达到新目标 {value}{unit}",
        "{name}: the latest figure of {figure}{unit} meets the new goal of {value}{unit} already",
    ),
    "doubt.due-past": (
        "{name}：新的截止日 {due} 早于 {day}",
        "{name}: the new deadline {due} is before {day}",
    ),
    "doubt.over-hundred": ("{name}：{value}% 超过 100%", "{name}: {value}% is more than 100%"),
    "doubt.late": (
        "{name}：{day} 早于最近的数（{newest}）",
        "{name}: {day} is earlier than the latest figure ({newest})",
    ),
    "doubt.repeats": (
        "{name}：{day} 的 {value}{unit} 已经报过（{ref}）",
        "{name}: {value}{unit} for {day} is there already ({ref})",
    ),
    "doubt.adds-again": (
        "{name}：{day} 新增 {added}{unit} 刚刚报过（{ref}），是不是重复？",
        "{name}: {added}{unit} more on {day} was reported a short time ago ({ref}); is it the same?",
    ),
    "doubt.at": ("{place}：{doubt}", "{place}: {doubt}"),
    "doubt.more": ("另有 {more} 处", "{more} more"),
    "doubt.outsider": (
        "{name}：{by} 不是责任单位（{owners}）",
        "{name}: {by} is not a responsible unit ({owners})",
    ),
    "doubt.evidence": ("佐证材料 {evidence} 不存在", "the evidence {evidence} does not exist"),
    "error.write-failed": (
        "无法写入 {file}：{reason}。什么也没有写入。",
        "Cannot write {file}: {reason}. Nothing was written.",
    ),
    "error.write-link": (
        "{folder} 是符号链接，里面的文件不会被读取。什么也没有写入；请换成真正的文件夹。",
        "{folder} is a symbolic link, and nothing behind it is read. Nothing was written; make it a folder.",
    ),
    "error.write-no-folder": (
        "{folder} 不是文件夹。什么也没有写入；请移开它。",
        "{folder} is no folder. Nothing was written; move it out of the way.",
    ),
    "error.target-ambiguous": ("“{text}”不止一项：{candidates}。", '"{text}" fits several: {candidates}.'),
    "error.target-unknown": (
        "没有指标“{text}”。是不是：{near}？",
        'There is no target "{text}". Did you mean: {near}?',
    ),
    "error.target-nothing": (
        "没有指标“{text}”。用 tracker status --search 查找。",
        'There is no target "{text}". Look for it with tracker status --search.',
    ),
    "error.value-bad": (
        "“{text}”不是明确的数。写成 1500、1,500、3.5、21000万元；新增写 +40 或 名称+=40。",
        '"{text}" is no certain number. Write 1500, 1,500, 3.5 or 21000万元; an increment is +40 or name+=40.',
    ),
    "error.record-nothing": (
        "没有写要报什么。例如：tracker record uav-firms 23 --by 区科技局，或 uav-firms=23 talent+=40。",
        "Nothing to record. For example: tracker record uav-firms 23 --by 区科技局, or uav-firms=23 talent+=40.",
    ),
    "error.record-items": (
        "“{text}”看不懂。写 指标 数，或 指标=数、指标+=数。",
        'Cannot read "{text}". Write TARGET VALUE, or TARGET=VALUE and TARGET+=VALUE.',
    ),
    "error.record-by": (
        "没有写报送单位：加 --by；总是同一个单位的，设环境变量 TRACKER_BY，或运行 git config --global {setting} 单位。",
        "Who reported it? Add --by; if it is always the same unit, set TRACKER_BY, or run git config --global {setting} UNIT.",
    ),
    "ask.keep-unit": (
        "以后都用“{unit}”，不再问？（写入 git config --global tracker.unit）",
        "Keep {unit}, and not ask again? (writes git config --global tracker.unit)",
    ),
    "record.kept-unit": (
        "已记住 {unit}；改用别的写 --by，或重设：{command}",
        "Kept {unit}; for another give --by, or set it anew: {command}",
    ),
    "record.keep-unit": (
        "以后不再问就运行：{command}（或设 TRACKER_BY={unit}）",
        "Not to be asked again, run: {command} (or set TRACKER_BY={unit})",
    ),
    "error.record-pairs": ("{name} 只用于一项指标。", "{name} is for one target only."),
    "error.record-stdin": (
        "从标准输入读时不用 {name}：写进内容里每一条的相应键（note、evidence、stage、add）。没有写入。",
        "{name} does not go with standard input: write it into its entries (note, evidence, stage, add). Nothing was written.",
    ),
    "error.record-asked": (
        "逐项填写时不用 {name}：在命令行写明指标和数，如 tracker record uav-firms 23 {name} …。",
        "{name} does not go with being asked: name target and value on the command line, as in tracker record uav-firms 23 {name} ….",
    ),
    "error.record-verified": (
        "第 {n} 条写了 status: verified：核实由别人来做，不能在报数时写。删去这一项再报；初步数写 preliminary。没有写入。",
        "Entry {n} says status: verified: a figure is verified by somebody else, not as it is reported. Leave it out, or write preliminary for a first figure. Nothing was written.",
    ),
    "error.stdin-bad": (
        "标准输入的内容有 {count} 个问题，没有写入。",
        "{count:problem|problems} in what came from standard input; nothing was written.",
    ),
    "error.no-repository": (
        "{folder} 不在 git 仓库里，无法提交；文件已写入 {file}。",
        "{folder} is in no git repository, so nothing was committed; the file stands: {file}.",
    ),
}
