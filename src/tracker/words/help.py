"""What --help says of each command, argument and option."""

from tracker.words.pairs import Pairs

HELP: Pairs = {
    "help.tracker": (
        "从纯文本文件跟踪政策措施和量化指标：哪些已完成，哪些滞后，谁未报送，哪些要逾期。",
        "Track policy measures with numeric targets from plain files: what is done, what lags, who is silent, what will miss its deadline.",
    ),
    "help.tracker.version": ("显示版本", "show the version"),
    "help.tracker.lang": ("输出语言 zh 或 en", "language of the output: zh or en"),
    "help.tracker.directory": ("在这个目录运行", "run as if in this folder"),
    "help.tracker.debug": ("出错时显示调用栈", "show the traceback of an error"),
    "help.tracker.install_completion": ("为当前 shell 安装补全", "install completion for the current shell"),
    "help.tracker.show_completion": (
        "显示当前 shell 的补全脚本",
        "show the completion script of the current shell",
    ),
    "help.any.help": ("显示帮助", "show this help"),
    "help.status": (
        "显示每项指标的目标、实际、完成率、超欠序时和信号",
        "Show each target: goal, actual, completion, lead over schedule, signal",
    ),
    "help.any.as_of": (
        "截至哪天：2024-08-10、2024-08、2024-W33、2024Q3、8月上旬、9月底、today",
        "the day to look at: 2024-08-10, 2024-08, 2024-W33, 2024Q3, 8月上旬, 9月底, today",
    ),
    "help.any.known_on": (
        "只用这天及以前录入的数据，用来重现当时的情况",
        "leave out what was recorded after this day, to see what was known then",
    ),
    "help.any.section": (
        "只看这些部分（编号或标题的一部分）",
        "only these sections (number or part of the title)",
    ),
    "help.any.measure": (
        "只看这些措施（编号或标题的一部分）",
        "only these measures (number or part of the title)",
    ),
    "help.any.owner": (
        "只看这些单位牵头或参与的（名称的一部分）",
        "only targets of these units, leading or not (part of the name)",
    ),
    "help.any.lead_only": ("与 --owner 连用：只看其牵头的", "with --owner: only where that unit leads"),
    "help.any.signal": ("只看这些信号，可用逗号分隔", "only these signals, separated by commas"),
    "help.any.search": ("名称、id、原文中含有这些字", "name, id or quote contains this"),
    "help.any.sort": ("排序", "order of the rows"),
    "help.any.view": (
        "用 measures.yaml 里 views 保存的筛选和排序；另给的选项优先",
        "filters and order saved under views in measures.yaml; options given beside it win",
    ),
    "help.any.profile": ("换一种判定规则", "judge by another threshold profile"),
    "help.any.format": ("输出格式", "format of the output"),
    "help.any.output": ("写入文件", "write to a file"),
    "help.any.fail_on": (
        "有指标处于这些信号时以 10 退出",
        "exit with 10 if any target shown has one of these signals",
    ),
    "help.draft": (
        "从政策原文起草指标目录：措施、责任单位和每个数字；写明把握、依据和原句，绝不覆盖已有文件",
        "Draft a catalogue from a policy text: measures, units, every number, with how sure it is, why, and the sentence; never overwrites",
    ),
    "help.draft.file": ("政策原文：.txt、.md，或 .docx", "the policy text: .txt, .md or .docx"),
    "help.draft.year": ("年份，默认从原文读出", "the year, read from the text by default"),
    "help.draft.review": (
        "在终端逐条核对没有把握的指标：接受、修改或删除",
        "go through the uncertain targets on a terminal: accept, change, drop",
    ),
    "help.draft.format": (
        "输出格式，默认 yaml；csv 便于在表格里核对",
        "format, yaml by default; csv for a review in a spreadsheet",
    ),
    "help.draft.output": ("写入文件（不覆盖）", "write to a file that does not exist yet"),
    "help.check": (
        "检查目录、进展文件、原文引用和规则；一次列出全部问题",
        "Check catalogue, progress files, quotes and rules; every problem at once",
    ),
    "help.check.format": ("输出格式", "format of the output"),
    "help.schema": (
        "输出文件格式的 JSON Schema，供编辑器补全和检查",
        "Print the JSON Schema of a file format, for editors",
    ),
    "help.schema.which": ("哪种文件：catalogue 或 progress", "which file: catalogue or progress"),
    "help.schema.output": ("写入文件", "write to a file"),
}
