"""The same tables for the Chinese page: their words are put otherwise, their figures stay."""

_WORDS = {
    "centre and range": "中心值和区间",
    "held": "命中",
    "held, odd": "命中（有异常的）",
    "median width": "宽度中位数",
    "width, odd": "宽度（有异常的）",
    "mean error": "平均误差",
    "recent pace, quartiles of the paces": "近期速度，各段速度的四分位数",
    "recent pace, random walk with drift": "近期速度，带漂移的随机游走",
    "Theil–Sen slope, drift with MAD": "Theil–Sen 斜率，以 MAD 计的漂移",
    "chosen: recent pace, limited, drift and change": "选定：限幅的近期速度，漂移和变速",
    "chosen, with last year's figures": "选定，用上年的数",
    "range held": "区间命中",
    "> 6 months left": "剩 6 个月以上",
    "3 to 6": "3 至 6 个月",
    "< 3": "不足 3 个月",
    "any": "合计",
    "with last year's figures": "用上年的数",
    "missed in the end": "最终没有完成",
    "met in the end": "最终完成",
    "histories": "历史数",
    "lead < 0": "超欠 < 0",
    "at risk or worse": "预警或更差",
    "days lead < 0": "超欠 < 0 的报送日",
    "days at risk or worse": "预警或更差的报送日",
    "at risk: missed": "预警的，没有完成",
    "on track, not at risk: missed": "达到序时而未预警的，没有完成",
    "with last year's figures: at risk: missed": "用上年的数：预警的，没有完成",
    "not at risk: missed": "未预警的，没有完成",
    "steady": "平稳",
    "seasonal": "季节",
    "rush": "年底集中",
    "S-curve": "S 形",
    "quarterly": "按季",
    "stepwise": "分批",
    "stalled": "停滞",
    "all": "全部",
}


def in_chinese(table: str) -> str:
    """A table of `tables`, as it stands in docs/forecast.zh-CN.md."""
    return "\n".join(
        f"| {' | '.join(_cell(cell.strip()) for cell in line.split('|')[1:-1])} |"
        for line in table.strip().splitlines()
    )


def _cell(cell: str) -> str:
    if set(cell) <= set(":-"):
        return "---:" if cell.endswith(":") else "---"
    return _WORDS.get(cell, cell).replace(" %", "%")
