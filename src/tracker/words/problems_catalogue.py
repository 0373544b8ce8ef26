"""Problems of the catalogue."""

from tracker.words.pairs import Pairs

CATALOGUE_PROBLEMS: Pairs = {
    "ordinal-zero": ("编号从 1 开始", "numbers begin with 1"),
    "adjustment-twice": ("{value} 有两次调整", "two adjustments on {value}"),
    "baseline-above": (
        "{id}：期初值 {baseline} 已高于目标 {goal}",
        "{id}: the baseline {baseline} already lies above the goal {goal}",
    ),
    "points-order": (
        "{id}：{day} 的 {value} 不在 {from} 到 {to} 的路上",
        "{id}: {value} on {day} is not on the way from {from} to {to}",
    ),
    "threshold-short": (
        "far_behind_short {value} 不在 0 到 100 之间",
        "far_behind_short {value} is not between 0 and 100",
    ),
    "quote-absent": ("{id}：原文 {source} 里没有这句话", "{id}: {source} does not say this"),
    "goal-count.none": ("target 里没有写比较", "target has no comparator"),
    "between-two": ("between 要写下限和上限", "between needs a lower and an upper bound"),
    "source-file-missing": ("原文 {source} 不存在", "the policy text {source} does not exist"),
    "source-file-unreadable": (
        "无法读取原文 {source}：{reason}",
        "cannot read the policy text {source}: {reason}",
    ),
    "source-file-large": (
        "原文 {source} 超过 {limit} MiB",
        "the policy text {source} is larger than {limit} MiB",
    ),
    "source-not-a-file": ("原文 {source} 不是普通文件", "the policy text {source} is not a regular file"),
    "goal-count": (
        "target 里应有且只有一个比较：{given}",
        "target needs exactly one comparator, not: {given}",
    ),
    "goal-tolerance": (
        "about 必须写 tolerance；tolerance 只能与 about 连用，better 只能与 about 或 reach 连用",
        "about needs a tolerance, which goes with about only; better goes with about or reach",
    ),
    "goal-kind": ("{id}：{operator} 不能用于 {kind}", "{id}: {operator} does not fit {kind}"),
    "path-count": ("path 写一个规则名，或写 points", "path is the name of a rule, or points"),
    "due-differs": ("due {due} 与 done_by {done_by} 不一致", "due {due} differs from done_by {done_by}"),
    "baseline-kind": ("{kind} 没有期初值", "{kind} has no baseline"),
    "section-twice": ("部分编号 {value} 重复", "section {value} stands twice"),
    "measure-twice": ("措施编号 {value} 重复", "measure {value} stands twice"),
    "id-twice": ("id {value} 重复", "the id {value} stands twice"),
    "owner-twice": ("责任单位 {value} 重复", "the unit {value} stands twice"),
    "unit-kind": (
        "{id}：{kind} 的单位必须是 {wanted}，不是“{unit}”",
        '{id}: a {kind} is in {wanted}, not "{unit}"',
    ),
    "unit-missing": ("{id}：{kind} 必须写单位", "{id}: a {kind} needs a unit"),
    "between-order": (
        "{id}：下限 {low} 不小于上限 {high}",
        "{id}: the lower bound {low} is not below the upper bound {high}",
    ),
    "tolerance-negative": ("{id}：tolerance 不能是负数", "{id}: tolerance must not be negative"),
    "period-empty": ("{id}：截止日 {end} 早于起算日 {start}", "{id}: due {end} is before from {start}"),
    "points-outside": (
        "{id}：{day} 不在 {start} 至 {end} 之间",
        "{id}: {day} is not between {start} and {end}",
    ),
    "path-growth": ("{id}：增速不能按序时折算", "{id}: a growth rate is never prorated"),
    "path-baseline": (
        "{id}：没有期初值的 {kind} 不能按序时判定",
        "{id}: a {kind} without a baseline has no schedule",
    ),
    "stages-kind": ("{id}：只有里程碑才有 stages", "{id}: only milestones have stages"),
    "stages-range": (
        "{id}：阶段“{stage}”的 {value} 不在 0 到 100 之间",
        '{id}: {value} of the stage "{stage}" is not between 0 and 100',
    ),
    "thresholds-order": (
        "严重滞后的界限 {far_behind} 高于滞后的界限 {behind}",
        "far_behind {far_behind} lies above behind {behind}",
    ),
    "view-unknown": (
        "视图“{view}”里的“{text}”不存在",
        'the saved view "{view}" names "{text}", which is not there',
    ),
    "quote-missing": (
        "{id}：原文 {source} 里没有这句话；“{stands}”之后的“{differs}”对不上",
        '{id}: {source} does not say this; after "{stands}" it differs: "{differs}"',
    ),
    "source-outside": ("{source} 在工作区之外", "{source} lies outside the workspace"),
    "source-encoding": (
        "原文 {source} 第 {line} 行不是 UTF-8",
        "the policy text {source} is not UTF-8 in line {line}",
    ),
}

CATALOGUE_REMEDIES: Pairs = {
    "ordinal-zero": ("写成 1、2、3……", "Write 1, 2, 3, ..."),
    "adjustment-twice": ("合并成一次。", "Make one of them."),
    "baseline-above": (
        "要降下来就用 at_most；要保持就删除 baseline。",
        "Use at_most to come down to it; leave the baseline out to keep it.",
    ),
    "points-order": (
        "各步应从期初值逐步走向目标。",
        "The steps lead from the baseline to the goal, none of them backwards.",
    ),
    "threshold-short": ("写百分数，如 50。", "Write per cent, such as 50."),
    "quote-absent": ("从原文逐字复制。", "Copy it from the text, word for word."),
    "source-file-missing": ("检查 source 的路径。", "Check the path in source."),
    "source-file-unreadable": ("检查文件的权限。", "Check the file's permissions."),
    "source-file-large": ("source 应是政策原文的纯文本。", "source must be the plain text of the policy."),
    "source-not-a-file": ("source 应是政策原文的纯文本。", "source must be the plain text of the policy."),
    "between-two": ("例如 between: [3, 5]。", "For example between: [3, 5]."),
    "between-order": ("先写下限，再写上限。", "Write the lower bound first."),
    "section-twice": ("换一个编号。", "Choose another number."),
    "measure-twice": ("换一个编号。", "Choose another number."),
    "owner-twice": ("只写一次。", "Name it once."),
    "tolerance-negative": ("写正数，如 0.5。", "Write it without a sign, such as 0.5."),
    "period-empty": ("改 from 或 due。", "Change from or due."),
    "stages-kind": ("删除 stages，或把 kind 改成 milestone。", "Delete stages, or make it a milestone."),
    "stages-range": ("阶段写完成百分比，0 到 100。", "A stage is a percentage done, 0 to 100."),
    "goal-count": (
        "从 at_least、more_than、reach、about、at_most、less_than、between、done_by 中写一个。",
        "Write one of at_least, more_than, reach, about, at_most, less_than, between, done_by.",
    ),
    "goal-tolerance": (
        "例如 {{about: -4, tolerance: 0.5, better: lower}}。",
        "For example {{about: -4, tolerance: 0.5, better: lower}}.",
    ),
    "goal-kind": (
        "done_by 用于 milestone，其他比较用于其他类别。",
        "done_by is for milestones, all other comparators for the other kinds.",
    ),
    "path-count": (
        "例如 path: linear，或 path: {{points: {{2024-09-30: 12}}}}。",
        "For example path: linear, or path: {{points: {{2024-09-30: 12}}}}.",
    ),
    "due-differs": ("只写 done_by。", "Write done_by alone."),
    "baseline-kind": ("删除 baseline。", "Delete baseline."),
    "id-twice": ("换一个 id；用过的 id 不再使用。", "Choose another; an id is never used again."),
    "unit-kind": ("改 unit 或 kind。", "Change unit or kind."),
    "unit-missing": ("写上 unit，如 家、万元。", "Add unit, such as 家 or 万元."),
    "points-outside": ("改日期，或改 from 和 due。", "Change the day, or from and due."),
    "path-growth": (
        "删除 path（默认 hold），或写 at_due。",
        "Delete path (hold by default), or write at_due.",
    ),
    "path-baseline": ("写上 baseline，或改用 at_due。", "Add a baseline, or use at_due."),
    "thresholds-order": (
        "严重滞后要比滞后更低，如 behind: 0，far_behind: -10。",
        "Red lies below yellow: behind: 0, far_behind: -10.",
    ),
    "view-unknown": ("改成其中之一：{near}。", "Name one of these: {near}."),
    "quote-missing": ("从原文逐字复制。", "Copy it from the text, word for word."),
    "source-outside": ("把原文放在 seeds/ 下。", "Put the policy text under seeds/."),
    "source-encoding": ("用编辑器另存为 UTF-8。", "Save it as UTF-8 in an editor."),
}
