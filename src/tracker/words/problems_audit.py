"""Problems of the catalogue beside the text it quotes."""

from tracker.words.pairs import Pairs

_SAYS = (
    "{id}：目录是 {catalogue}，原文第 {line} 行“{words}”是 {text}",
    '{id}: the catalogue says {catalogue}, the text in line {line} ("{words}") {text}',
)

AUDIT_PROBLEMS: Pairs = {
    "ignore-absent": ("原文 {source} 里没有“{words}”", '{source} does not say "{words}"'),
    "ignore-numberless": ("“{words}”里没有数字", 'there is no number in "{words}"'),
    "ignore-twice": ("“{words}”写了两次", '"{words}" stands twice'),
    "audit-operator": _SAYS,
    "audit-number": _SAYS,
    "audit-unit": _SAYS,
    "audit-kind": _SAYS,
    "audit-better": _SAYS,
    "audit-period": _SAYS,
    "audit-strength": _SAYS,
    "audit-baseline": _SAYS,
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
    "audit-unclear": (
        "“{words}”中的 {number} 没有着落：看不出数的是什么",
        'nothing accounts for {number} in "{words}", and nothing says what it counts',
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
    "按原文改；如确有理由与原文不同，写 differs: {{{check}: 理由}}。",
    "Follow the text; where the catalogue means to differ, write differs: {{{check}: why}}.",
)

_TARGET_OR_REASON = (
    "为它加一项指标；不是指标的，在 ignore 里写明理由：- {{words: 原话, reason: 理由}}。",
    "Add a target for it; if it is none, say why under ignore: - {{words: its words, reason: why}}.",
)


def _remedy(check: str) -> tuple[str, str]:
    return (_OR_REASON[0].replace("{check}", check), _OR_REASON[1].replace("{check}", check))


AUDIT_REMEDIES: Pairs = {
    "ignore-absent": ("从原文逐字复制。", "Copy it from the text, word for word."),
    "ignore-numberless": ("写出含有那个数字的原话，或删除这一条。", "Quote the words with the number, or delete it."),
    "ignore-twice": ("只写一次；同样的话在原文各处都算。", "Write it once: it holds wherever the text says so."),
    "audit-operator": _remedy("operator"),
    "audit-number": _remedy("number"),
    "audit-unit": _remedy("unit"),
    "audit-kind": _remedy("kind"),
    "audit-better": _remedy("better"),
    "audit-period": _remedy("period"),
    "audit-strength": _remedy("strength"),
    "audit-baseline": _remedy("baseline"),
    "audit-measure": _remedy("measure"),
    "audit-nothing": (
        "把引文写到含有这个数字为止；没有数字的任务用 milestone。",
        "Let the quote run up to the number; a task without a number is a milestone.",
    ),
    "audit-owners": _remedy("owners"),
    "audit-owners-order": _remedy("owners"),
    **dict.fromkeys(("audit-open", "audit-outside", "audit-unclear"), _TARGET_OR_REASON),
    "audit-ignore-idle": ("删除这一条。", "Delete it."),
    "audit-differs-idle": ("删除这一项。", "Delete it."),
    "audit-owners-idle": ("删除这一项。", "Delete it."),
}
