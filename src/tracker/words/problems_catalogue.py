"""What can be wrong in the catalogue alone: what is wrong, and what to do."""

PROBLEMS_CATALOGUE = {
    "problem.timezone-bad": ("没有名为“{text}”的时区", 'there is no time zone named "{text}"'),
    "remedy.timezone-bad": (
        "写 IANA 时区名：北京时间是 Asia/Shanghai。",
        "Write its IANA name: Beijing time is Asia/Shanghai.",
    ),
    "problem.ordinal-zero": ("编号从 1 开始", "numbers begin with 1"),
    "problem.adjustment-twice": (
        "{value} 依据“{document}”调整了两次",
        "two adjustments on {value} by “{document}”",
    ),
    "problem.baseline-above": (
        "{id}：期初值 {baseline} 已高于目标 {goal}",
        "{id}: the baseline {baseline} already lies above the goal {goal}",
    ),
    "problem.points-order": (
        "{id}：{day} 的 {value} 不在 {from} 到 {to} 的路上",
        "{id}: {value} on {day} is not on the way from {from} to {to}",
    ),
    "problem.threshold-short": (
        "far_behind_short {value} 不在 0 到 100 之间",
        "far_behind_short {value} is not between 0 and 100",
    ),
    "problem.quote-absent": ("{id}：原文 {source} 里没有这句话", "{id}: {source} does not say this"),
    "problem.goal-count.none": ("target 里没有写比较", "target has no comparator"),
    "problem.between-two": ("between 要写下限和上限", "between needs a lower and an upper bound"),
    "problem.source-file-missing": ("原文 {source} 不存在", "the policy text {source} does not exist"),
    "problem.source-file-unreadable": (
        "无法读取原文 {source}：{reason}",
        "cannot read the policy text {source}: {reason}",
    ),
    "problem.source-file-large": (
        "原文 {source} 超过 {limit} MiB",
        "the policy text {source} is larger than {limit} MiB",
    ),
    "problem.source-not-a-file": (
        "原文 {source} 不是普通文件",
        "the policy text {source} is not a regular file",
    ),
    "problem.goal-count": (
        "target 里应有且只有一个比较：{given}",
        "target needs exactly one comparator, not: {given}",
    ),
    "problem.goal-tolerance": (
        "about 必须写 tolerance；tolerance 只能与 about 连用，better 只能与 about 或 reach 连用",
        "about needs a tolerance, which goes with about only; better goes with about or reach",
    ),
    "problem.goal-kind": ("{id}：{operator} 不能用于{kind}", "{id}: {operator} does not fit {kind}"),
    "problem.path-count": ("path 写一个规则名，或写 points", "path is the name of a rule, or points"),
    "problem.due-differs": (
        "due {due} 与 done_by {done_by} 不一致",
        "due {due} differs from done_by {done_by}",
    ),
    "problem.baseline-kind": ("{kind}没有期初值", "{kind} has no baseline"),
    "problem.section-twice": ("部分编号 {value} 重复", "section {value} stands twice"),
    "problem.measure-twice": ("措施编号 {value} 重复", "measure {value} stands twice"),
    "problem.adjustment-path": (
        "{id}：原来约定了分步进度，{date} 的调整没有写新的 path",
        "{id}: steps were agreed, and the adjustment of {date} gives no path to the new goal",
    ),
    "problem.id-twice": ("id {value} 重复", "the id {value} stands twice"),
    "problem.owner-twice": ("责任单位 {value} 重复", "the unit {value} stands twice"),
    "problem.unit-kind": (
        "{id}：{kind}的单位必须是 {wanted}，不是“{unit}”",
        '{id}: a {kind} is in {wanted}, not "{unit}"',
    ),
    "problem.unit-missing": ("{id}：{kind}必须写单位", "{id}: a {kind} needs a unit"),
    "problem.between-order": (
        "{id}：下限 {low} 不小于上限 {high}",
        "{id}: the lower bound {low} is not below the upper bound {high}",
    ),
    "problem.tolerance-negative": ("{id}：tolerance 不能是负数", "{id}: tolerance must not be negative"),
    "problem.period-empty": (
        "{id}：截止日 {end} 早于起算日 {start}",
        "{id}: due {end} is before from {start}",
    ),
    "problem.points-outside": (
        "{id}：{day} 不在 {start} 至 {end} 之间",
        "{id}: {day} is not between {start} and {end}",
    ),
    "problem.path-growth": ("{id}：增速不能按序时折算", "{id}: a growth rate is never prorated"),
    "problem.path-baseline": (
        "{id}：没有期初值的{kind}不能按序时判定",
        "{id}: a {kind} without a baseline has no schedule",
    ),
    "problem.previous-kind": (
        "{id}：只有累计数才有上年同期（previous），{kind} 没有",
        "{id}: only what is counted up has last year's figures (previous), a {kind} has none",
    ),
    "problem.previous-order": (
        "{id}：上年 {day} 的 {value} 少于此前的 {before}",
        "{id}: {value} on {day} of last year is less than {before} before it",
    ),
    "problem.previous-end": (
        "{id}：上年同期（previous）写到 {day}，应写到上年的截止日 {end}",
        "{id}: last year's figures (previous) end on {day}, not on last year's deadline {end}",
    ),
    "problem.stages-kind": ("{id}：只有里程碑才有 stages", "{id}: only milestones have stages"),
    "problem.stages-range": (
        "{id}：阶段“{stage}”的 {value} 不在 0 到 100 之间",
        '{id}: {value} of the stage "{stage}" is not between 0 and 100',
    ),
    "problem.thresholds-order": (
        "严重滞后的界限 {far_behind} 高于滞后的界限 {behind}",
        "far_behind {far_behind} lies above behind {behind}",
    ),
    "problem.view-unknown": (
        "视图“{view}”里的“{text}”不存在",
        'the saved view "{view}" names "{text}", which is not there',
    ),
    "problem.quote-missing": (
        "{id}：原文 {source} 里没有这句话；“{stands}”之后的“{differs}”对不上",
        '{id}: {source} does not say this; after "{stands}" it differs: "{differs}"',
    ),
    "problem.source-outside": ("{source} 在工作区之外", "{source} lies outside the workspace"),
    "problem.source-encoding": (
        "原文 {source} 第 {line} 行不是 UTF-8",
        "the policy text {source} is not UTF-8 in line {line}",
    ),
    "remedy.ordinal-zero": ("写成 1、2、3……", "Write 1, 2, 3, ..."),
    "remedy.adjustment-twice": (
        "合并成一次；改已写的那一次用 tracker target edit。",
        "Make one of them; tracker target edit changes the one that is there.",
    ),
    "remedy.baseline-above": (
        "要降下来就用 at_most；要保持就删除 baseline。",
        "Use at_most to come down to it; leave the baseline out to keep it.",
    ),
    "remedy.points-order": (
        "各步应从期初值逐步走向目标。",
        "The steps lead from the baseline to the goal, none of them backwards.",
    ),
    "remedy.threshold-short": ("写百分数，如 50。", "Write per cent, such as 50."),
    "remedy.quote-absent": ("从原文逐字复制。", "Copy it from the text, word for word."),
    "remedy.source-file-missing": ("检查 source 的路径。", "Check the path in source."),
    "remedy.source-file-unreadable": ("检查文件的权限。", "Check the file's permissions."),
    "remedy.source-file-large": (
        "source 应是政策原文的纯文本。",
        "source must be the plain text of the policy.",
    ),
    "remedy.source-not-a-file": (
        "source 应是政策原文的纯文本。",
        "source must be the plain text of the policy.",
    ),
    "remedy.between-two": ("例如 between: [3, 5]。", "For example between: [3, 5]."),
    "remedy.between-order": ("先写下限，再写上限。", "Write the lower bound first."),
    "remedy.section-twice": ("换一个编号。", "Choose another number."),
    "remedy.measure-twice": ("换一个编号。", "Choose another number."),
    "remedy.owner-twice": ("只写一次。", "Name it once."),
    "remedy.tolerance-negative": ("写正数，如 0.5。", "Write it without a sign, such as 0.5."),
    "remedy.period-empty": ("改 from 或 due。", "Change from or due."),
    "remedy.previous-kind": ("删除 previous。", "Delete previous."),
    "remedy.previous-order": ("写到各日为止的累计数。", "Write what had been counted by each day."),
    "remedy.previous-end": ("补上上年截止日的数。", "Add the figure of last year's deadline."),
    "remedy.stages-kind": (
        "删除 stages，或把 kind 改成 milestone。",
        "Delete stages, or make it a milestone.",
    ),
    "remedy.stages-range": ("阶段写完成百分比，0 到 100。", "A stage is a percentage done, 0 to 100."),
    "remedy.goal-count": (
        "从 at_least、more_than、reach、about、at_most、less_than、between、done_by 中写一个。",
        "Write one of at_least, more_than, reach, about, at_most, less_than, between, done_by.",
    ),
    "remedy.goal-tolerance": (
        "例如 {{about: -4, tolerance: 0.5, better: lower}}。",
        "For example {{about: -4, tolerance: 0.5, better: lower}}.",
    ),
    "remedy.goal-kind": (
        "done_by 用于 milestone，其他比较用于其他类别。",
        "done_by is for milestones, all other comparators for the other kinds.",
    ),
    "remedy.path-count": (
        "例如 path: linear，或 path: {{points: {{2024-09-30: 12}}}}。",
        "For example path: linear, or path: {{points: {{2024-09-30: 12}}}}.",
    ),
    "remedy.due-differs": ("只写 done_by。", "Write done_by alone."),
    "remedy.baseline-kind": ("删除 baseline。", "Delete baseline."),
    "remedy.adjustment-path": (
        "在这条调整里写 path：新的 points，或 linear、at_due。",
        "Add path to this adjustment: new points, or linear or at_due.",
    ),
    "remedy.id-twice": ("换一个 id；用过的 id 不再使用。", "Choose another; an id is never used again."),
    "remedy.unit-kind": ("改 unit 或 kind。", "Change unit or kind."),
    "remedy.unit-missing": ("写上 unit，如 家、万元。", "Add unit, such as 家 or 万元."),
    "remedy.points-outside": ("改日期，或改 from 和 due。", "Change the day, or from and due."),
    "remedy.path-growth": (
        "删除 path（默认 hold），或写 at_due。",
        "Delete path (hold by default), or write at_due.",
    ),
    "remedy.path-baseline": ("写上 baseline，或改用 at_due。", "Add a baseline, or use at_due."),
    "remedy.thresholds-order": (
        "严重滞后要比滞后更低，如 behind: 0，far_behind: -10。",
        "Red lies below yellow: behind: 0, far_behind: -10.",
    ),
    "remedy.view-unknown": ("改成其中之一：{near}。", "Name one of these: {near}."),
    "remedy.quote-missing": ("从原文逐字复制。", "Copy it from the text, word for word."),
    "remedy.source-outside": ("把原文放在 seeds/ 下。", "Put the policy text under seeds/."),
    "remedy.source-encoding": ("用编辑器另存为 UTF-8。", "Save it as UTF-8 in an editor."),
}
