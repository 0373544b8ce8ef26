"""Situations in which a command cannot go on: what happened, and what to do."""

from tracker.words.pairs import Pairs

ERRORS: Pairs = {
    "error.stdout-unwritable": ("无法输出：{reason}。", "Cannot write the output: {reason}."),
    "error.output-yaml": (
        "不向 YAML 文件输出（{file}），以免覆盖目录或进展。换一个文件名。",
        "No output goes to a YAML file ({file}): it might replace the catalogue or a report. Choose another name.",
    ),
    "error.output-suffix": (
        "不知道 {suffix} 该用什么格式。用 {known} 结尾，或加 -f。",
        "No format is known for {suffix}. End the name in {known}, or add -f.",
    ),
    "error.no-workspace": (
        "{folder} 及其上级目录里没有 measures.yaml。请进入工作区，或用 -C 指定目录。",
        "No measures.yaml in {folder} or above it. Go to a workspace, or name one with -C.",
    ),
    "error.no-folder": ("{folder} 不是目录。", "{folder} is not a folder."),
    "error.catalogue-bad": (
        "{file} 有 {count} 个问题，改正之前不能继续。",
        "{count:problem|problems} in {file}; nothing can be computed before they are put right.",
    ),
    "error.output-unwritable": (
        "无法写入 {file}：{reason}。什么也没有改动。",
        "Cannot write {file}: {reason}. Nothing was changed.",
    ),
    "error.day-bad": (
        "“{text}”不是日期。可写 2024-08-10、2024-08、2024-W33、2024Q3、8月上旬、9月底、today。",
        '"{text}" is no day. Write 2024-08-10, 2024-08, 2024-W33, 2024Q3, 8月上旬, 9月底 or today.',
    ),
    "error.choice-unknown": (
        "{option}没有“{text}”。可选：{choices}。",
        'There is no {option} "{text}". One of: {choices}.',
    ),
    "error.choice-near": (
        "{option}没有“{text}”。是不是：{near}？",
        'There is no {option} "{text}". Did you mean: {near}?',
    ),
    "error.view-broken": (
        "{file} 里保存的视图“{view}”写了 {key}: {text}，没有这样的名称。可写：{near}。",
        'The saved view "{view}" in {file} says {key}: {text}, which is not there. One of: {near}.',
    ),
    "error.interrupted": ("已中断。", "Interrupted."),
    "error.internal": (
        "程序内部错误（{kind}）。请加 --debug 再运行一次，并把输出报告给维护者。",
        "An internal error ({kind}). Run it again with --debug and report what it prints.",
    ),
    "error.no-such-option": ("没有选项 {name}。", "No such option: {name}."),
    "error.near": ("是不是：{near}？", "Did you mean: {near}?"),
    "error.no-such-command": (
        "没有命令 {name}。是不是：{near}？用 {command} --help 查看用法。",
        "No such command: {name}. Did you mean: {near}? See {command} --help.",
    ),
    "error.missing-parameter": ("缺少 {name}。", "Missing: {name}."),
    "error.option-value": (
        "选项 {name} 后面缺少值，或不该有值。",
        "Option {name} lacks its value, or takes none.",
    ),
    "error.bad-parameter": ("{name} 的值不对：{message}", "Bad value for {name}: {message}"),
    "error.extra-argument": (
        "多余的参数：{arguments}。用 {command} --help 查看用法。",
        "Unexpected argument: {arguments}. See {command} --help.",
    ),
    "error.usage": ("用法不对：{message}", "Usage: {message}"),
    "error.usage-hint": ("用 {command} --help 查看用法。", "See {command} --help."),
    "option.section": ("部分", "section"),
    "option.measure": ("措施", "measure"),
    "option.owner": ("责任单位", "unit"),
    "option.signal": ("信号", "signal"),
    "option.profile": ("判定规则", "profile"),
    "option.view": ("保存的视图", "saved view"),
    "option.format": ("格式", "format"),
    "option.sort": ("排序", "order"),
    "option.lang": ("语言", "language"),
    "option.schema": ("文件格式", "file format"),
}
