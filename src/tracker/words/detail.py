"""The detail of one target or measure: its words, its rule, its history, its pace."""

DETAIL = {
    "error.measure-unknown": (
        "没有第 {text} 条措施。措施编号：{choices}。",
        "There is no measure {text}. Measures: {choices}.",
    ),
    "error.subject-ambiguous": (
        "“{text}”可以指几条措施：{candidates}。写编号。",
        '"{text}" could be one of several measures: {candidates}. Give its number.',
    ),
    "detail.quote": ("“{quote}”", "“{quote}”"),
    "detail.clause": ("第 {number} 条 {measure}（{section}）", "{number} {measure} ({section})"),
    "detail.clause-line": (
        "第 {number} 条 {measure}（{section}）；{file} 第 {line} 行",
        "{number} {measure} ({section}); {file}:{line}",
    ),
    "detail.owners": ("{lead}（牵头）、{others}", "{lead} (lead), {others}"),
    "detail.kind": (
        "{kind}，{strength}；按{cadence}报送，宽限 {grace} 天",
        "{kind}, {strength}; reported by {cadence}, {grace:day|days} of grace",
    ),
    "detail.period": ("{start} 至 {end}", "{start} to {end}"),
    "detail.retired": (
        "{on} 起终止，依据《{document}》：{reason}；以下为终止前一天的情况",
        "from {on}, by {document}: {reason}; shown as it stood the day before",
    ),
    "detail.actual": ("{actual}（截至 {day}，{by}报；{file}）", "{actual} (as of {day}, from {by}; {file})"),
    "detail.completion": (
        "{completion}，应完成 {expected}，超欠 {lead} 个百分点",
        "{completion}, expected {expected}, lead {lead} points",
    ),
    "detail.lead.rate": (
        "{lead} 个百分点（{actual} 与达标线 {edge} 相比）",
        "{lead} points of the rate ({actual} against the passing mark of {edge})",
    ),
    "detail.why": ("判定依据", "Why this signal"),
    "detail.paces": ("速度", "Pace"),
    "detail.outlook": ("{forecast}", "{forecast}"),
    "detail.outlook-buffer": ("{forecast}{buffer}", "{forecast} {buffer}"),
    "detail.chart": ("走势", "Over time"),
    "detail.history": ("历次数据", "What was reported"),
    "detail.no-history": ("没有报送过数据", "Nothing was reported"),
    "detail.superseded": ("同日另有更正", "corrected on the same day"),
    "detail.conflicting": ("同日有异：{by}报 {value}", "conflicting: {by} said {value}"),
    "detail.adjustments": ("指标调整", "Adjustments"),
    "detail.original": ("（原目标）", "(as first set)"),
    "detail.text": ("原文 {file}", "The text, {file}"),
    "detail.no-text": ("在 {file} 中找不到这句原文", "The quote is not found in {file}"),
    "detail.one": ("{number} {name}", "{number} {name}"),
    "strength.binding": ("约束性", "binding"),
    "strength.aspire": ("力争", "aspired to"),
    "cadence.week": ("周", "week"),
    "cadence.dekad": ("旬", "dekad"),
    "cadence.half-month": ("半月", "half-month"),
    "cadence.month": ("月", "month"),
    "cadence.quarter": ("季", "quarter"),
    "operator.at_least": ("目标：达到或超过 {value} 即为完成。", "Goal: {value} or more."),
    "operator.more_than": (
        "目标：必须超过 {value}，等于该数不算完成。",
        "Goal: more than {value}; the number itself is not enough.",
    ),
    "operator.reach": ("目标：达到 {value} 即为完成，超过更好。", "Goal: reach {value}; more is fine."),
    "operator.reach.lower": ("目标：{value} 或更少即为完成。", "Goal: {value} or less."),
    "operator.about.both": (
        "目标：在 {value} 上下 {tolerance} 之内。",
        "Goal: within {tolerance} of {value}, either way.",
    ),
    "operator.about.higher": (
        "目标：{value} 左右，最多低 {tolerance}，高出更好。",
        "Goal: about {value}, no more than {tolerance} below it; higher is better.",
    ),
    "operator.about.lower": (
        "目标：{value} 左右，最多高 {tolerance}，更低更好。",
        "Goal: about {value}, no more than {tolerance} above it; lower is better.",
    ),
    "operator.at_most": ("目标：不超过 {value}。", "Goal: {value} at most."),
    "operator.less_than": (
        "目标：必须低于 {value}，等于该数不算完成。",
        "Goal: less than {value}; the number itself is too much.",
    ),
    "operator.between": (
        "目标：{value} 至 {upper}，达到下限即为完成。",
        "Goal: {value} to {upper}; the lower bound is enough.",
    ),
    "operator.done_by": ("目标：{end} 前全部完成（100%）。", "Goal: all done (100%) by {end}."),
    "path.linear": (
        "进度路径：序时，从 {start} 的 {from} 匀速到 {end} 的 {to}。",
        "Path: linear, from {from} on {start} to {to} on {end}.",
    ),
    "path.hold": (
        "进度路径：每次报送都须满足目标，直到 {end}，不按时间折算。",
        "Path: it must hold at every report until {end}; it is not prorated.",
    ),
    "path.at_due": (
        "进度路径：只在 {end} 考核，此前不作要求。",
        "Path: judged only on {end}; nothing is asked before.",
    ),
    "path.points": (
        "进度路径：按约定的分步进度（{steps}），其间按时间折算，{end} 到 {to}。",
        "Path: steps agreed in advance ({steps}), interpolated between them, {to} on {end}.",
    ),
    "path.seasonal": (
        "进度路径：按上年同期的分布，从 {start} 的 {from} 到 {end} 的 {to}。",
        "Path: as last year's figures were spread, from {from} on {start} to {to} on {end}.",
    ),
    "chart.previous": ("上年同期", "last year"),
    "column.year_before": ("上年同期", "a year before"),
    "column.year_on_year": ("同比", "y/y"),
    "growth.up": ("同比增长{share}", "up {share} on the year"),
    "growth.down": ("同比下降{share}", "down {share} on the year"),
    "growth.level": ("与上年同期持平", "level with the year before"),
    "column.year_step": ("本年应达", "this year"),
    "column.year_completion": ("本年完成", "of year"),
    "column.years": ("跨年目标", "over years"),
    "years.stand": (
        "本年应达 {step}（完成 {done}）；至{due}年 {goal}（完成 {completion}）",
        "{step} this year ({done} of it); {goal} by {due} ({completion} of it)",
    ),
    "years.asked": (
        "本年应达 {step}；至{due}年 {goal}",
        "{step} this year; {goal} by {due}",
    ),
    "column.year_before_date": ("上年同期日期", "day a year before"),
    "detail.year-before": ("{value}（{day}），{growth}", "{value} ({day}), {growth}"),
    "detail.year-before.zero": ("{value}（{day}）", "{value} ({day})"),
    "path.step": ("{day} 到 {value}", "{value} by {day}"),
    "figure.conflicting": (
        "数据：{figures} 报了同一天（{day}）的不同数，按后录入的 {actual} 计；请核实。",
        "Figure: units do not agree on {day} ({figures}); the later recorded, {actual}, counts. Please check.",
    ),
    "judged.none": ("考核日：没有数据，按 {as_of} 考核。", "Judged on {as_of}: there is no figure."),
    "judged.at_due": (
        "考核日：按 {as_of} 考核（最新数据截至 {day}）。",
        "Judged on {as_of} (the latest figure is of {day}).",
    ),
    "judged.fresh": (
        "考核日：最新数据截至 {day}，仍在有效期（{fresh} 天：按{cadence}报送加宽限 {grace} 天）内，按 {day} 考核。",
        "Judged on {day}, the day of the latest figure, which is still fresh ({fresh} days: one {cadence} and {grace:day|days} of grace).",
    ),
    "judged.late": (
        "考核日：最新数据截至 {day}，已过 {days} 天，超出有效期（{fresh} 天：按{cadence}报送加宽限 {grace} 天），按 {as_of} 考核。",
        "Judged on {as_of}: the latest figure, of {day}, is {days:day|days} old and no longer fresh ({fresh} days: one {cadence} and {grace:day|days} of grace).",
    ),
    "reason.met": (
        "判定：{actual} 已满足 {target} → {signal}。",
        "Signal: {actual} meets {target} → {signal}.",
    ),
    "reason.held": (
        "判定：截止日 {end} 时有效的数据 {actual} 满足 {target} → {signal}。",
        "Signal: {actual}, fresh on the deadline {end}, meets {target} → {signal}.",
    ),
    "reason.not-started": (
        "判定：{start} 才开始考核 → {signal}。",
        "Signal: it begins on {start} → {signal}.",
    ),
    "reason.at-due": (
        "判定：截止日 {end} 未到，尚未满足 {target} → {signal}。",
        "Signal: {target} is not met and the deadline {end} has not come → {signal}.",
    ),
    "reason.at-due.at-risk": (
        "判定：截止日 {end} 未到，尚未满足 {target} → {signal}；但按已有数据推算，到期达不到，标为预警。",
        "Signal: {target} is not met and the deadline {end} has not come → {signal}; its figures say that it will not be met then: at risk.",
    ),
    "reason.not-met": (
        "判定：截止日 {end} 已过，实际 {actual}，没有达到 {target} → {signal}。",
        "Signal: the deadline {end} has passed and {actual} does not meet {target} → {signal}.",
    ),
    "reason.no-final-figure": (
        "判定：截止日 {end} 已过，没有能说明当日情况的数据 → {signal}。",
        "Signal: the deadline {end} has passed and no figure speaks for that day → {signal}.",
    ),
    "reason.no-figure": (
        "判定：没有报送过数据 → {signal}。",
        "Signal: nothing was ever reported → {signal}.",
    ),
    "reason.stale": (
        "判定：最新数据已超出有效期 → {signal}。",
        "Signal: the latest figure is no longer fresh → {signal}.",
    ),
    "reason.holds": (
        "判定：{actual} 满足 {target}；以后还会变动，须保持到 {end} 才算完成 → {signal}。",
        "Signal: {actual} meets {target}; it can change again, and is done only if it still does on {end} → {signal}.",
    ),
    "reason.holds.rate": (
        "判定：{actual} 满足 {target}，与达标线 {edge} 相比超欠 {lead} 个百分点；以后还会变动，须保持到 {end} 才算完成 → {signal}。",
        "Signal: {actual} meets {target}, a lead of {lead} points of the rate over the passing mark of {edge}; it can change again, and is done only if it still does on {end} → {signal}.",
    ),
    "reason.wrong-direction": (
        "判定：{actual} 与 {target} 方向相反，无法计算完成率 → {signal}。",
        "Signal: {actual} goes the other way than {target}; there is no completion → {signal}.",
    ),
    "reason.lead": (
        "判定：完成率 {completion} 减应完成率 {expected}，超欠 {lead} 个百分点；规则 {profile}：{rule} → {signal}。",
        "Signal: completion {completion} minus expected {expected} is a lead of {lead} points; profile {profile}: {rule} → {signal}.",
    ),
    "reason.lead.limit": (
        "判定：这是限额，用得越少越好；应完成率 {expected} 减完成率 {completion}，超欠 {lead} 个百分点；规则 {profile}：{rule} → {signal}。",
        "Signal: it is a limit, less is better; expected {expected} minus completion {completion} is a lead of {lead} points; profile {profile}: {rule} → {signal}.",
    ),
    "reason.lead.past": (
        "判定：{actual} 已越过允许范围的边界 {edge}，越过的部分折合超欠 {lead} 个百分点；规则 {profile}：{rule} → {signal}。",
        "Signal: {actual} is past {edge}, the far edge of what is allowed; what is beyond it is a lead of {lead} points; profile {profile}: {rule} → {signal}.",
    ),
    "reason.lead.rate": (
        "判定：{actual} 与达标线 {edge} 相比，超欠 {lead} 个百分点；规则 {profile}：{rule} → {signal}。",
        "Signal: {actual} against the passing mark of {edge} is a lead of {lead} points of the rate; profile {profile}: {rule} → {signal}.",
    ),
    "reason.no-ratio": (
        "判定：目标为 0，没有完成率可算；{actual} 不满足 {target} → {signal}。",
        "Signal: of a goal of 0 there is no completion; {actual} does not meet {target} → {signal}.",
    ),
    "reason.not-enough": (
        "判定：超欠 {lead} 个百分点，但 {actual} 还不满足 {target} → {signal}。",
        "Signal: the lead is {lead} points, yet {actual} does not meet {target} → {signal}.",
    ),
    "why.over": ("提示：无（截止日 {end} 已过）。", "Notice: none (the deadline {end} has passed)."),
    "why.none": (
        "提示：无（未滞后，距截止日还有 {days} 天，{near} 天内才提醒）。",
        "Notice: none (not behind; {days:day|days} to the deadline, a reminder is due within {near}).",
    ),
    "why.blue": (
        "提示：蓝色提醒（距截止日 {days} 天，在 {near} 天之内，尚未完成）。",
        "Notice: blue reminder ({days:day|days} to the deadline, within {near}, and not done).",
    ),
    "why.blue.met": (
        "提示：蓝色提醒（距截止日 {days} 天，在 {near} 天之内；目前满足目标，到期时仍满足才算完成）。",
        "Notice: blue reminder ({days:day|days} to the deadline, within {near}; met today, and done only if it still is then).",
    ),
    "why.yellow": (
        "提示：黄色预警（{since} 起滞后，已连续 {periods}；连续 {repeat}，或严重滞后连续 {repeat_far}，升为红色督办）。",
        "Notice: yellow (behind since {since}, {periods} in a row; red after {repeat}, or {repeat_far} far behind).",
    ),
    "why.yellow.new": (
        "提示：黄色预警（{since} 起滞后，所在的{cadence}结束或有新数据才计入连续；连续 {repeat}，或严重滞后连续 {repeat_far}，升为红色督办）。",
        "Notice: yellow (behind since {since}; the {cadence} at hand counts once it has ended or has a figure; red after {repeat}, or {repeat_far} far behind).",
    ),
    "why.red": (
        "提示：红色督办（{since} 起滞后，已连续 {periods}；满 {repeat}，或严重滞后满 {repeat_far}）。",
        "Notice: red (behind since {since}, {periods} in a row; the limit is {repeat}, or {repeat_far} far behind).",
    ),
    "why.overdue": (
        "提示：红色督办（已逾期；{since} 起滞后，已连续 {periods}）。",
        "Notice: red (overdue; behind since {since}, {periods} in a row).",
    ),
    "why.overdue.new": ("提示：红色督办（已逾期）。", "Notice: red (overdue)."),
    "forecast.season": (
        "按近期速度和上年同期的分布，{end} 预计 {value}（{low} 至 {high}），目标 {target}。",
        "At the recent pace, spread over the year as last year, it will be {value} ({low} to {high}) on {end}; the goal is {target}.",
    ),
    "forecast.range": (
        "按近期速度（不计年底集中等季节变化），{end} 预计 {value}（{low} 至 {high}），目标 {target}。",
        "At the recent pace, seasons left aside, it will be {value} ({low} to {high}) on {end}; the goal is {target}.",
    ),
    "forecast.warning": (
        "预警：这项只在 {end} 考核，不作预计；但按已有数据推算，到时在 {low} 至 {high} 之间，达不到 {target}。",
        "At risk: it is judged only on {end} and not extrapolated, yet its figures point to {low} to {high} then; the goal is {target}.",
    ),
    "forecast.too-few": ("预计：—（至少要有三次数据）。", "Forecast: — (it takes at least three figures)."),
    "forecast.not-extrapolated": (
        "预计：—（这类指标不按速度外推）。",
        "Forecast: — (targets of this path are not extrapolated).",
    ),
    "forecast.no-time-left": ("预计：—（已到截止日）。", "Forecast: — (the deadline has come)."),
    "forecast.met": ("预计：—（已完成）。", "Forecast: — (it is done)."),
    "buffer.gone": ("余量 0 天：已落后于应有的进度。", "Buffer: 0 days, it is behind its path."),
    "buffer.days": (
        "余量 {days} 天：{as_of} 起若不再有新进展，{days} 天后落后于序时。",
        "Buffer: {days:day|days} from {as_of} until it falls behind its path if nothing more is reported.",
    ),
    "column.no_forecast": ("无预计的原因", "no forecast because"),
    "column.best_pace_month": ("最好月均", "best pace/month"),
    "column.clause": ("条款", "clause"),
    "column.retired": ("已终止", "ended"),
    "column.period": ("期限", "period"),
    "column.per": ("每", "per"),
    "column.required_pace": ("还需", "required"),
    "column.recent_pace": ("近期", "recent"),
    "column.best_pace": ("最好", "best so far"),
    "column.expected_then": ("当日应达到", "expected then"),
    "column.commit_short": ("提交", "commit"),
    "column.source": ("来源", "source"),
    "column.recorded": ("录入时间", "recorded"),
    "column.commit": ("提交号", "commit"),
    "column.document": ("文件", "document"),
    "column.adjusted_completion": ("完成率", "completion"),
    "column.adjustment_reason": ("原因", "reason"),
    "field.completion": ("完成率", "completion"),
}
