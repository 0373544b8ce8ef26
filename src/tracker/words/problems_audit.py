"""What can be wrong in the catalogue beside the policy text it quotes: what is wrong, and what to do."""

# What is compared, by the name that `differs` has for it.
_CHECKS = {
    "operator": ("比较词", "operator"),
    "number": ("数字", "number"),
    "unit": ("单位", "unit"),
    "kind": ("类别", "kind"),
    "better": ("好的方向", "better side"),
    "period": ("期限", "period"),
    "strength": ("力度", "strength"),
    "baseline": ("期初值", "baseline"),
}
_SAYS = {
    f"problem.audit-{check}": (
        f"{{id}} 的{zh}：目录是 {{catalogue}}，原文第 {{line}} 行“{{words}}”是 {{text}}",
        f'{{id}}, {en}: the catalogue says {{catalogue}}, the text in line {{line}} ("{{words}}") {{text}}',
    )
    for check, (zh, en) in _CHECKS.items()
}

_OR_REASON = (
    "按原文改为 {{text}}；如确有理由与原文不同，写 differs: {{{{{check}: 理由}}}}。",
    "Change it to {{text}} as in the text; where it is meant to differ, write differs: {{{{{check}: why}}}}.",
)
_TARGET_OR_REASON = (
    "为它加一项指标；不是指标的，在 ignore 里写明理由：- {{words: 原话, reason: 理由}}。",
    "Add a target for it; if it is none, say why under ignore: - {{words: its words, reason: why}}.",
)


_NO_TARGET = (
    "删除这项指标；如确是目标，写 differs: {{result: 理由}} 或 differs: {{start: 理由}}。",
    "Delete the target; where it is meant as one, write differs: {{result: why}} or differs: {{start: why}}.",
)


def _remedy(check: str) -> tuple[str, str]:
    return _OR_REASON[0].format(check=check), _OR_REASON[1].format(check=check)


PROBLEMS_AUDIT = {
    **_SAYS,
    "problem.ignore-absent": ("原文 {source} 里没有“{words}”", '{source} does not say "{words}"'),
    "problem.ignore-numberless": ("“{words}”里没有数字", 'there is no number in "{words}"'),
    "problem.ignore-twice": ("“{words}”写了两次", '"{words}" stands twice'),
    "problem.audit-measure": (
        "{id}：引文在措施 {text} 的原文里（第 {line} 行），目录把它放在措施 {catalogue}",
        "{id}: the quote stands in the text of measure {text} (line {line}), the catalogue has it in measure {catalogue}",
    ),
    "problem.audit-nothing": (
        "{id}：引文（原文第 {line} 行）里没有可以作为这项指标的数字",
        "{id}: no number in its quote (line {line} of the text) can be this target's",
    ),
    "problem.audit-owners": (
        "措施 {id} 的责任单位是 {catalogue}，原文第 {line} 行是 {text}",
        "measure {id} has the units {catalogue}, the text in line {line} {text}",
    ),
    "problem.audit-owners-order": (
        "措施 {id} 的责任单位次序是 {catalogue}，原文第 {line} 行是 {text}；第一个是牵头单位",
        "measure {id} has the units in the order {catalogue}, the text in line {line} {text}; the first one leads",
    ),
    "problem.audit-open": ("“{words}”中的 {number} 没有着落", 'nothing accounts for {number} in "{words}"'),
    "problem.audit-outside": (
        "“{words}”中的 {number} 没有着落：不在任何措施的原文里",
        'nothing accounts for {number} in "{words}", which stands in no measure',
    ),
    "problem.audit-goal": (
        "“{words}”说的是要达到的 {number}，却没有指标",
        '"{words}" says that {number} is to be reached, but no target says so',
    ),
    "problem.audit-result": (
        "{id}：原文第 {line} 行“{words}”说的是已有的结果，不是目标",
        '{id}: line {line} of the text ("{words}") tells of a result, not of a target',
    ),
    "problem.audit-start": (
        "{id}：原文第 {line} 行“{words}”的数字是起点（{text}），不是目标",
        '{id}: the number in line {line} of the text ("{words}") is where it starts ({text}), not a target',
    ),
    "problem.audit-name": (
        "{id} 的名称“{catalogue}”是表格里的一格，不是指标的名称",
        '{id}: its name "{catalogue}" is a cell of a table, not the name of an indicator',
    ),
    "problem.audit-ignore-idle": (
        "“{words}”里的数字本来就有着落，不用写在 ignore 里",
        'the numbers in "{words}" are accounted for anyway',
    ),
    "problem.audit-differs-idle": (
        "{id} 的{check}与原文一致，不用写在 differs 里",
        "{id}: its {check} agrees with the text",
    ),
    "problem.audit-owners-idle": (
        "措施 {id} 的责任单位与原文一致，不用写在 differs 里",
        "the units of measure {id} agree with the text",
    ),
    "remedy.ignore-absent": ("从原文逐字复制。", "Copy it from the text, word for word."),
    "remedy.ignore-numberless": (
        "写出含有那个数字的原话，或删除这一条。",
        "Quote the words with the number, or delete it.",
    ),
    "remedy.ignore-twice": (
        "只写一次；同样的话在原文各处都算。",
        "Write it once: it holds wherever the text says so.",
    ),
    "remedy.audit-measure": (
        "把指标移到措施 {text}；如确有理由，写 differs: {{measure: 理由}}。",
        "Move the target to measure {text}; where it is meant to stand here, write differs: {{measure: why}}.",
    ),
    "remedy.audit-nothing": (
        "把引文写到含有这个数字为止；没有数字的任务用 milestone。",
        "Let the quote run up to the number; a task without a number is a milestone.",
    ),
    "remedy.audit-owners": _remedy("owners"),
    "remedy.audit-owners-order": _remedy("owners"),
    "remedy.audit-ignore-idle": ("删除这一条。", "Delete it."),
    "remedy.audit-differs-idle": ("删除这一项。", "Delete it."),
    "remedy.audit-owners-idle": ("删除这一项。", "Delete it."),
    **{f"remedy.audit-{check}": _remedy(check) for check in _CHECKS},
    **dict.fromkeys(("remedy.audit-result", "remedy.audit-start"), _NO_TARGET),
    "remedy.audit-name": ("写上指标的名称。", "Write the name of the indicator."),
    **dict.fromkeys(("remedy.audit-open", "remedy.audit-outside", "remedy.audit-goal"), _TARGET_OR_REASON),
}
