"""Problems of the catalogue beside the text it quotes."""

from tracker.words.pairs import Pairs

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
_SAYS: Pairs = {
    f"audit-{check}": (
        f"{{id}} 的{zh}：目录是 {{catalogue}}，原文第 {{line}} 行“{{words}}”是 {{text}}",
        f'{{id}}, {en}: the catalogue says {{catalogue}}, the text in line {{line}} ("{{words}}") {{text}}',
    )
    for check, (zh, en) in _CHECKS.items()
}

AUDIT_PROBLEMS: Pairs = {
    **_SAYS,
    "ignore-absent": ("原文 {source} 里没有“{words}”", '{source} does not say "{words}"'),
    "ignore-numberless": ("“{words}”里没有数字", 'there is no number in "{words}"'),
    "ignore-twice": ("“{words}”写了两次", '"{words}" stands twice'),
    "audit-measure": (
        "{id}：引文在措施 {text} 的原文里（第 {line} 行），目录把它放在措施 {catalogue}",
        "{id}: the quote stands in the text of measure {text} (line {line}), the catalogue has it in measure {catalogue}",
    ),
    "audit-nothing": (
        "{id}：引文（原文第 {line} 行）里没有可以作为这项指标的数字",
        "{id}: no number in its quote (line {line} of the text) can be this target's",
    ),
    "audit-owners": (
        "措施 {id} 的责任单位是 {catalogue}，原文第 {line} 行是 {text}",
        "measure {id} has the units {catalogue}, the text in line {line} {text}",
    ),
    "audit-owners-order": (
        "措施 {id} 的责任单位次序是 {catalogue}，原文第 {line} 行是 {text}；第一个是牵头单位",
        "measure {id} has the units in the order {catalogue}, the text in line {line} {text}; the first one leads",
    ),
    "audit-open": (
        "“{words}”中的 {number} 没有着落",
        'nothing accounts for {number} in "{words}"',
    ),
    "audit-outside": (
        "“{words}”中的 {number} 没有着落：不在任何措施的原文里",
        'nothing accounts for {number} in "{words}", which stands in no measure',
    ),
    "audit-ignore-idle": (
        "“{words}”里的数字本来就有着落，不用写在 ignore 里",
        'the numbers in "{words}" are accounted for anyway',
    ),
    "audit-differs-idle": (
        "{id} 的 {check} 与原文一致，不用写在 differs 里",
        "{id}: its {check} agrees with the text",
    ),
    "audit-owners-idle": (
        "措施 {id} 的责任单位与原文一致，不用写在 differs 里",
        "the units of measure {id} agree with the text",
    ),
}

_OR_REASON = (
    "按原文改为 {{text}}；如确有理由与原文不同，写 differs: {{{{{check}: 理由}}}}。",
    "Change it to {{text}} as in the text; where it is meant to differ, write differs: {{{{{check}: why}}}}.",
)
_TARGET_OR_REASON = (
    "为它加一项指标；不是指标的，在 ignore 里写明理由：- {{words: 原话, reason: 理由}}。",
    "Add a target for it; if it is none, say why under ignore: - {{words: its words, reason: why}}.",
)


def _remedy(check: str) -> tuple[str, str]:
    return _OR_REASON[0].format(check=check), _OR_REASON[1].format(check=check)


AUDIT_REMEDIES: Pairs = {
    "ignore-absent": ("从原文逐字复制。", "Copy it from the text, word for word."),
    "ignore-numberless": (
        "写出含有那个数字的原话，或删除这一条。",
        "Quote the words with the number, or delete it.",
    ),
    "ignore-twice": (
        "只写一次；同样的话在原文各处都算。",
        "Write it once: it holds wherever the text says so.",
    ),
    **{f"audit-{check}": _remedy(check) for check in _CHECKS},
    "audit-measure": (
        "把指标移到措施 {text}；如确有理由，写 differs: {{measure: 理由}}。",
        "Move the target to measure {text}; where it is meant to stand here, write differs: {{measure: why}}.",
    ),
    "audit-nothing": (
        "把引文写到含有这个数字为止；没有数字的任务用 milestone。",
        "Let the quote run up to the number; a task without a number is a milestone.",
    ),
    "audit-owners": _remedy("owners"),
    "audit-owners-order": _remedy("owners"),
    **dict.fromkeys(("audit-open", "audit-outside"), _TARGET_OR_REASON),
    "audit-ignore-idle": ("删除这一条。", "Delete it."),
    "audit-differs-idle": ("删除这一项。", "Delete it."),
    "audit-owners-idle": ("删除这一项。", "Delete it."),
}
