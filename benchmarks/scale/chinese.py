"""The page of figures in Chinese: its words are put otherwise, its figures stay."""

import re

_HEAD = """\
# 测量结果

由 `make bench` 写成；量什么，写在 `benchmarks/scale` 里。
每个倍数都是同一次运行里两个中位数之比，各个程序轮流运行。
`status` 等视图，以及 hledger 和 ledger 的报表（只含各项指标的科目），都显示在伪终端上。
“无缓存”是每轮之前先删去缓存。内存是一个程序全部进程的合计，共用的页只算一次。
"""
_WORDS = {
    "## Goals": "## 目标",
    "## this repository's workspace": "## 本仓库的工作区",
    "## Cost per entry": "## 每条的代价",
    "processor": "处理器",
    "cores": "核",
    "memory": "内存",
    "system": "系统",
    "not installed": "没有安装",
    "work": "工作",
    "entries": "记录条数",
    "took": "用了",
    "beside": "对照",
    "ratio": "倍数",
    "goal": "目标",
    "met": "达到",
    "**missed**": "**没有达到**",
    "not run": "没有测",
    "median": "中位数",
    "least": "最少",
    "rounds": "轮数",
    "peak memory": "内存峰值",
    "least program": "最小程序",
    "µs per entry": "每条 µs",
}
# What stands behind the name of a work.
_ASIDES = {
    ", no cache": "，无缓存",
    ", piped": "，管道",
    ", a file added": "，增加一个文件",
    ", a file edited": "，修改一个文件",
    ", a file for each entry": "，每条一个文件",
    ", written by hand": "，手写的文件",
    ": memory": "：内存",
}


def in_chinese(page: str) -> str:
    """A page of `tables.markdown`, as it stands in docs/performance-figures.zh-CN.md."""
    _, _, tables = page.partition("\n\n|")
    return f"{_HEAD}\n" + "".join(_line(line) for line in f"|{tables}".splitlines(keepends=True))


def _line(line: str) -> str:
    if line.startswith("| "):
        return f"| {' | '.join(_words(cell) for cell in line[2:-3].split(' | '))} |\n"
    return _words(line.rstrip("\n")) + "\n"


def _words(text: str) -> str:
    if text in _WORDS:
        return _WORDS[text]
    text = re.sub(r"(?:, |(?<=^## ))([\d,]+) (entries|targets)", _count, text)
    for aside, words in _ASIDES.items():
        text = re.sub(f"{aside}(?=$|[，：,:])", words, text)
    return text


def _count(found: re.Match[str]) -> str:
    mark = "，" if found[0].startswith(",") else ""
    return f"{mark}{found[1]} {'条' if found[2] == 'entries' else '项指标'}"
