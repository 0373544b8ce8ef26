"""Sentences of indicators that several workspaces share: their file, what does not agree, what is proposed."""

INDICATORS = {
    "problem.code-bad": ("“{text}”不能作代码", '"{text}" is no code'),
    "remedy.code-bad": (
        "只用字母、数字、点、横线和下划线，如 E01、9.4.1、uav-firms。",
        "Use letters, digits, dots, hyphens and underscores only: E01, 9.4.1, uav-firms.",
    ),
    "problem.code-twice": ("代码 {value} 重复", "the code {value} stands twice"),
    "remedy.code-twice": (
        "一个代码只能用一次，否则汇总时会重复计算。",
        "A code is used once: a roll-up would count it twice.",
    ),
    "problem.aggregate-kind": (
        "{id}：{kind}不能用 aggregate: {aggregate}",
        "{id}: a {kind} cannot have aggregate: {aggregate}",
    ),
    "remedy.aggregate-kind": (
        "可以是：{known}。百分比从不相加，也不平均；有分子分母的比率用 ratio。",
        "One of: {known}. Percentages are never added or averaged; a share with part and whole is a ratio.",
    ),
    "problem.indicator-unknown": (
        "{id}：{file} 里没有代码 {code}",
        "{id}: there is no code {code} in {file}",
    ),
    "remedy.indicator-unknown": (
        "用 tracker indicators list 看有哪些代码。",
        "See the codes with tracker indicators list.",
    ),
    "problem.indicator-kind": (
        "{id}：类型 {kind} 与共用指标 {code} 的 {wanted} 不一致（{there}）",
        "{id}: its kind {kind} is not the {wanted} of the shared indicator {code} ({there})",
    ),
    "remedy.indicator-kind": (
        "两处改成一致；若本来不是同一指标，去掉 indicator。",
        "Make both the same; where they are not one indicator, take away `indicator`.",
    ),
    "problem.indicator-unit": (
        "{id}：单位“{unit}”与共用指标 {code} 的“{wanted}”不是同一种量，不能换算（{there}）",
        '{id}: its unit "{unit}" and "{wanted}" of the shared indicator {code} measure different things ({there})',
    ),
    "remedy.indicator-unit": (
        "同一种量的单位（万元与亿元）会自动换算；不是同一种量的，去掉 indicator。",
        "Units of one quantity (万元, 亿元) are converted; where these are not, take away `indicator`.",
    ),
    "problem.indicator-direction": (
        "{id}：好的方向与共用指标 {code} 相反（{there}）",
        "{id}: which way is better is the other way round in the shared indicator {code} ({there})",
    ),
    "remedy.indicator-direction": (
        "核对比较方式和 better，以及 indicators.yaml 的 direction。",
        "Look at the comparator and `better`, and at `direction` in indicators.yaml.",
    ),
    "error.indicators-bad": (
        "{file} 有 {count} 个问题，无法使用。",
        "{file} has {count:problem|problems} and cannot be used.",
    ),
    "error.indicators-none": (
        "没有 {file}。请向上级索取，放在 measures.yaml 旁边，或用 --indicators 指明。",
        "There is no {file}. Get it from the level above and put it beside measures.yaml, or name it with --indicators.",
    ),
    "indicators.title": ("共用指标", "Shared indicators"),
    "indicators.used": (
        "共 {count} 个代码；本目录用了 {used} 个",
        "{count:code|codes}; {used} of them named in this catalogue",
    ),
    "indicators.fine": (
        "{used} 项指标与 {file} 一致",
        "{used:target agrees|targets agree} with {file}",
    ),
    "indicators.suggest.doubt": (
        "{code} {name}：{targets} 都像，未建议；请用 tracker target edit 自己写",
        "{code} {name}: {targets} are alike, so none is proposed; write it with tracker target edit",
    ),
    "indicators.suggest.rest": (
        "没有相近指标的代码：{codes}",
        "Codes that no target is like: {codes}",
    ),
    "column.aggregate": ("汇总方式", "whole"),
    "column.direction": ("方向", "better"),
    "column.target_of": ("本目录指标", "target here"),
    "aggregate.sum": ("相加", "sum"),
    "aggregate.ratio": ("分子分母", "ratio"),
    "aggregate.none": ("不合并", "none"),
    "direction.higher": ("越高越好", "higher"),
    "direction.lower": ("越低越好", "lower"),
}
