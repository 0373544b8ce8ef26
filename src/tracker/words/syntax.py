"""What libyaml says of bad YAML, in words an analyst can act on."""

from tracker.words.pairs import Pairs

_SAID: Pairs = {
    "mapping values are not allowed in this context": (
        "这里不能再有“键: 值”；值里有冒号加空格时要用引号括起来",
        "no key: value can stand here; quote a value that contains a colon and a space",
    ),
    "did not find expected ',' or '}'": ("缺少 , 或 }}", "a , or }} is missing"),
    "did not find expected ',' or ']'": ("缺少 , 或 ]", "a , or ] is missing"),
    "did not find expected key": (
        "这里应是一个键，多半是缩进没有对齐",
        "a key is expected here; most likely the indentation is off",
    ),
    "did not find expected '-' indicator": (
        "这里应以 - 开头，多半是缩进没有对齐",
        "a - is expected here; most likely the indentation is off",
    ),
    "could not find expected ':'": ("缺少冒号", "a colon is missing"),
    "found unexpected end of stream": ("引号没有闭合", "a quotation mark is not closed"),
    "found character that cannot start any token": (
        "值不能以这个字符开头，请用引号括起来",
        "a value cannot begin with this character; quote it",
    ),
    "found unknown escape character": ("双引号里有不认识的转义", "an unknown escape in double quotes"),
    "block sequence entries are not allowed in this context": (
        "这里不能有以 - 开头的条目",
        "no item with - can stand here",
    ),
    "did not find expected node content": ("这里缺少内容", "something is missing here"),
    "did not find expected <document start>": (
        "这里多出了内容，多半是缩进没有对齐",
        "something is left over here; most likely the indentation is off",
    ),
    "found unexpected document indicator": (
        "--- 之前的引号没有闭合",
        "a quotation mark before --- is not closed",
    ),
    "did not find expected comment or line break": (
        "这里只能有注释或换行",
        "only a comment or a line break can stand here",
    ),
    "found undefined tag handle": ("不认识的标签", "an unknown tag"),
}
SYNTAX: Pairs = {f"syntax.{said}": pair for said, pair in _SAID.items()}
