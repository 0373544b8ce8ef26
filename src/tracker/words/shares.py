"""Counted shares: a part and its whole, at every way in and out."""

SHARES = {
    "error.share-added": (
        "“{text}”是比率的分子和分母，报的是现值，不能作为新增数。写 指标={text}。",
        '"{text}" is the part and the whole of a share as it is, not an increment. Write TARGET={text}.',
    ),
    "doubt.whole-leaps": (
        "{name}：分母 {whole} 与 {day} 的 {previous} 相差三倍以上",
        "{name}: the whole, {whole}, and the {previous} of {day} differ threefold or more",
    ),
    "column.part_written": ("所报分子", "part as reported"),
    "column.whole_written": ("所报分母", "whole as reported"),
    "problem.counted-half": ("写了 {given}，没有写 {missing}", "{given} without {missing}"),
    "problem.part-negative": ("分子 {value} 是负数", "the part, {value}, is negative"),
    "problem.whole-zero": ("分母 {value} 不大于零", "the whole, {value}, is not above zero"),
    "problem.counted-unit": ("写了 part 和 whole 就不写 unit", "a share that is counted has no unit"),
    "problem.counted-kind": (
        "{id} 不是比率，不能按分子、分母报数",
        "{id} is no share and cannot be counted as a part of a whole",
    ),
    "problem.part-above-whole": (
        "{id} 的分子 {part} 大于分母 {whole}",
        "the part of {id}, {part}, is more than the whole, {whole}",
    ),
    "remedy.counted-half": (
        "分子 part 和分母 whole 要同写，如 part: 9, whole: 10；只有百分比的写 total。",
        "part and whole stand together: part: 9, whole: 10; where only the percentage is known, write total.",
    ),
    "remedy.part-negative": ("检查分子的正负号。", "Check the sign of the part."),
    "remedy.whole-zero": (
        "检查分母；没有可计的对象就不报这一项。",
        "Check the whole; where there is nothing to count, leave the entry out.",
    ),
    "remedy.counted-unit": (
        "删除 unit；分子、分母按同一单位写。",
        "Delete unit; part and whole are counted alike.",
    ),
    "remedy.counted-kind": (
        "直接报数：文件里写 total: 80，命令行上写 指标=80。",
        "Report the figure itself: total: 80 in a file, TARGET=80 at the command line.",
    ),
    "remedy.part-above-whole": (
        "检查分子、分母是否写反；确实可以超过 100% 的，写 total: 百分比。",
        "Check whether they were exchanged; where more than 100 % is possible, write the percentage as total.",
    ),
    "form.part": ("分子", "part"),
    "form.whole": ("分母", "whole"),
    "form.hint-counted": (
        "比率有分子、分母的，填这两列，不填累计数。",
        "Of a share that is counted fill in part and whole instead.",
    ),
    "problem.sheet-counted-half": ("有分子，没有分母", "a part without its whole"),
    "remedy.sheet-counted-half": (
        "填上分母；只有百分比的，清空分子，填在累计数（现值）一列。",
        "Write the whole; where only the percentage is known, it goes into the column of figures.",
    ),
    "problem.sheet-counted-differs": (
        "同一行的 {said} 与分子、分母 {counted} 对不上",
        "{said} in the same row is not {counted}",
    ),
    "remedy.sheet-counted-differs": (
        "改正其中一个，或清空百分比。",
        "Correct one of them, or clear the percentage.",
    ),
    "import.field.part": ("比率的分子", "the part of a share"),
    "import.field.whole": ("比率的分母", "the whole of a share"),
    "detail.counted": ("{share}（{counted}）", "{share} ({counted})"),
    "column.part": ("分子", "part"),
    "column.whole": ("分母", "whole"),
}
