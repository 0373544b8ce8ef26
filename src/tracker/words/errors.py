"""Situations in which a command cannot go on: what happened, and what to do; git and new workspaces."""

# What a system says of a file, in its own words.
_SYSTEM = {
    "No such file or directory": "没有这个文件或目录",
    "Permission denied": "没有权限",
    "Operation not permitted": "系统不允许",
    "Is a directory": "这是目录，不是文件",
    "Not a directory": "路径中有一段不是目录",
    "File exists": "文件已存在",
    "Directory not empty": "目录不是空的",
    "File name too long": "文件名太长",
    "No space left on device": "磁盘已满",
    "Disk quota exceeded": "超出磁盘配额",
    "Read-only file system": "文件系统是只读的",
    "Too many open files": "打开的文件太多",
    "Too many levels of symbolic links": "链接层数太多",
    "Input/output error": "读写出错",
    "Broken pipe": "管道已断开",
}

ERRORS = {
    **{f"system.{said}": (chinese, said) for said, chinese in _SYSTEM.items()},
    # Any command
    "error.told-in-vain": (
        "已经写入，只是无法显示：{reason}。",
        "It is written; only what was to be said of it cannot be shown: {reason}.",
    ),
    "error.stdout-unwritable": ("无法输出：{reason}。", "Cannot write the output: {reason}."),
    "error.output-yaml": (
        "不向 YAML 文件输出（{file}），以免覆盖目录或进展。换一个文件名。",
        "No output goes to a YAML file ({file}): it might replace the catalogue or a report. Choose another name.",
    ),
    "error.output-link": (
        "不通过链接输出（{file}）：会改动链接所指的文件。写出真正的文件名。",
        "No output goes through a link ({file}): what it leads to would be changed. Name the file itself.",
    ),
    "error.output-git": (
        "不向 .git 里输出（{file}）。换一个地方。",
        "No output goes into .git ({file}). Choose another place.",
    ),
    "error.output-workspace": (
        "不向 {folder} 输出（{file}）：那是工作区自己的内容。换一个文件名或目录。",
        "No output goes to {folder} ({file}): that is what the workspace is made of. Choose another name or folder.",
    ),
    "error.output-exists": (
        "{file} 已经存在，而且不是本工具写的，或写后又改过。换一个文件名，或加 --yes 替换。",
        "{file} exists and is not the tool's, or was changed since. Choose another name, or add --yes to replace it.",
    ),
    "output.confirm": (
        "{file} 不是本工具写的，或写后又改过。替换吗？",
        "{file} is not the tool's, or was changed since. Replace it?",
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
        "无法写入 {file}：{reason}。这个文件没有改动。",
        "Cannot write {file}: {reason}. That file is as it was.",
    ),
    "error.completion-not-installed": (
        "无法为 {shell} 安装补全：{reason}。可用 --show-completion {shell} 显示脚本，自行安装。",
        "Cannot install completion for {shell}: {reason}. Install by hand what --show-completion {shell} prints.",
    ),
    "error.day-bad": (
        "“{text}”不是日期。可写 2024-08-10、8月10日、2024-W33、三季度、8月上旬、9月底、上周五、昨天、today。",
        '"{text}" is no day. Write 2024-08-10, 2024-08, 2024-W33, 2024Q3, 8月上旬, last week, yesterday or today.',
    ),
    "error.choice-unknown": (
        "没有{option}“{text}”。可选：{choices}。",
        'There is no {option} "{text}". One of: {choices}.',
    ),
    "error.not-text": (
        "“{text}”不是 UTF-8 文字。检查终端和脚本的编码。",
        '"{text}" is not UTF-8 text. Check the encoding of the terminal or script.',
    ),
    "error.signal-blue": (
        "蓝色是临期提醒，不是信号。用 --sort due 按截止日排列，或 tracker notice --all --level blue。",
        "Blue is a notice of a near deadline, no signal. See --sort due, or tracker notice --all --level blue.",
    ),
    "error.choice-near": (
        "没有{option}“{text}”。是不是：{near}？",
        'There is no {option} "{text}". Did you mean: {near}?',
    ),
    "error.view-broken": (
        "{file} 里保存的视图“{view}”写了 {key}: {text}，没有这样的名称。可写：{near}。",
        'The saved view "{view}" in {file} says {key}: {text}, which is not there. One of: {near}.',
    ),
    "error.memory": (
        "内存不够，没有完成。关闭别的程序，或缩小要看的范围，再运行一次。",
        "There is not enough memory to go on. Close other programs, or look at less, and run it again.",
    ),
    "error.interrupted": ("已中断。", "Interrupted."),
    "error.system": (
        "系统不允许或无法访问 {file}：{reason}。检查权限、磁盘和网络盘，再运行一次。",
        "The system does not let {file} be read or written: {reason}. Check permissions, the disk or the network drive, and run it again.",
    ),
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
    "error.no-such-command-at-all": (
        "没有命令 {name}。可选：{choices}。用 {command} --help 查看用法。",
        "No such command: {name}. One of: {choices}. See {command} --help.",
    ),
    "error.value-choice": (
        "{name} 没有“{text}”。可选：{choices}。",
        'There is no "{text}" for {name}. One of: {choices}.',
    ),
    "error.value-folder": (
        "{name} 要文件名，{text} 是目录。",
        "{name} takes the name of a file, and {text} is a folder.",
    ),
    "error.missing-parameter": ("缺少 {name}。", "Missing: {name}."),
    "error.option-value": (
        "选项 {name} 后面缺少值，或不该有值。",
        "Option {name} lacks its value, or takes none.",
    ),
    "error.number-bad": (
        "{name} 要{least}以上的整数，不是“{text}”。",
        '{name} takes a whole number from {least} on, not "{text}".',
    ),
    "error.number-large": (
        "{name} 最大是 {most}，不是“{text}”。",
        '{name} takes no more than {most}, not "{text}".',
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
    # Git, the history, new workspaces
    "error.git-failed": ("git 没有完成：{words}。", "git failed: {words}."),
    "error.git-identity": (
        "git 不知道提交人是谁。运行 git config user.name 姓名 和 git config user.email 邮箱，然后再来。",
        "git does not know who commits. Run git config user.name NAME and git config user.email ADDRESS, then try again.",
    ),
    "error.git-lock": (
        "另一个 git 正在使用这个仓库（{words}）。等它结束；若没有 git 在运行，删除该锁文件。",
        "Another git is using this repository ({words}). Wait for it; if none is running, remove the lock file.",
    ),
    "error.git-hook": (
        "仓库的提交钩子拒绝了这次提交：{words}。按它说的改正后再提交。",
        "A hook of the repository refused the commit: {words}. Do what it asks for, then commit again.",
    ),
    "error.git-merge": (
        "仓库正在合并或变基（{words}）。先完成（git commit、git rebase --continue）或放弃（--abort），再提交。",
        "The repository is in the middle of a merge or rebase ({words}). Finish it (git commit, git rebase --continue) or give it up (--abort), then commit again.",
    ),
    "error.git-under-way": (
        "仓库里有未完成的 {operation}，现在不能提交；文件已写好，留在原处。先完成或放弃（{way}），再提交。",
        "A {operation} is under way in the repository, so nothing was committed; the file stands as written. Finish it or give it up ({way}), then commit.",
    ),
    "error.git-partial": (
        "这个克隆缺少一部分历史，而这里什么都不会去下载（{words}）。先运行 git fetch --refetch --no-filter 取回全部。",
        "This clone lacks part of its history, and nothing is fetched here ({words}). Run git fetch --refetch --no-filter to have all of it.",
    ),
    "error.git-ownership": (
        "git 不信任这个仓库，因为它属于别的用户（{words}）。确认无误后用 git config --global --add safe.directory 目录 放行。",
        "git does not trust this repository, which belongs to another user ({words}). If it is all right, run git config --global --add safe.directory FOLDER.",
    ),
    "error.git-ignored": (
        "git 忽略这个文件（{words}）。进展文件必须提交：检查 .gitignore。",
        "git ignores this file ({words}). Progress files must be committed: look into .gitignore.",
    ),
    "error.git-outside": ("{file} 不在仓库 {top} 里。", "{file} is not in the repository {top}."),
    "error.git-missing": (
        "这里有 git 仓库，但无法运行 git：{reason}。请安装 git。",
        "There is a git repository here, but git cannot be run: {reason}. Install git.",
    ),
    "error.git-timeout": (
        "git 在 {seconds} 秒内没有结束，已中止。",
        "git did not come back within {seconds:second|seconds} and was stopped.",
    ),
    "error.not-a-repository": (
        "{folder} 不在 git 仓库里，没有历史可查。先 git init 并提交；check 也可去掉 --history。",
        "{folder} is not in a git repository, so there is no history to look at. Run git init and commit; check can also leave out --history.",
    ),
    "error.git-revision": (
        "仓库里没有版本“{revision}”。检查拼写；若是浅克隆，先用 git fetch 取回它。",
        'There is no revision "{revision}" in the repository. Check its name; in a shallow clone, git fetch it first.',
    ),
    "init.title": ("政策措施和量化指标", "Policy measures and targets"),
    "init.done": (
        (
            "已在 {folder} 建立工作区，共 {count} 个文件。接下来：\n"
            "1. 把政策原文放进 seeds/policy.md，在 measures.yaml 里逐项写下措施和指标\n"
            "2. 在该目录运行 tracker check；用 tracker record 录入，用 tracker status 查看\n"
            "3. git init && git add . && git commit；此后进展文件只增不改，用 tracker check --history 证明"
        ),
        (
            "Made a workspace in {folder}: {count:file|files}. Next:\n"
            "1. Put the policy's text into seeds/policy.md, and its measures and targets into measures.yaml\n"
            "2. Run tracker check there; enter figures with tracker record, see them with tracker status\n"
            "3. git init && git add . && git commit; reports are only ever added, which tracker check --history proves"
        ),
    ),
    "init.done.draft": (
        (
            "已在 {folder} 建立工作区，共 {count} 个文件；目录是从 {source} 起草的。接下来：\n"
            "1. 对照原文核对 measures.yaml：每项指标前写明把握、行号和依据；补上责任单位\n"
            "2. 在该目录运行 tracker check 和 tracker audit；用 tracker record 录入，用 tracker status 查看\n"
            "3. git init && git add . && git commit；此后进展文件只增不改，用 tracker check --history 证明"
        ),
        (
            "Made a workspace in {folder}: {count:file|files}, with a catalogue drafted from {source}. Next:\n"
            "1. Hold measures.yaml against the text: before each target stand how sure it is, line and reason; add owners\n"
            "2. Run tracker check and tracker audit there; enter figures with tracker record, see them with tracker status\n"
            "3. git init && git add . && git commit; reports are only ever added, which tracker check --history proves"
        ),
    ),
    "init.done.example": (
        (
            "已在 {folder} 建立示例工作区，共 {count} 个文件。接下来：\n"
            "1. 在该目录运行 tracker status --as-of 2024-10-31，查看演示进展\n"
            "2. 对照 seeds/ 里的原文读 measures.yaml，看每项指标怎样写\n"
            "3. 用 tracker init 为自己的政策建立工作区"
        ),
        (
            "Made the example workspace in {folder}: {count:file|files}. Next:\n"
            "1. Run tracker status --as-of 2024-10-31 there, to see the illustrative progress\n"
            "2. Read measures.yaml beside the text in seeds/, to see how targets are written\n"
            "3. Make a workspace for your own policy with tracker init"
        ),
    ),
    "error.init-exists": (
        "那里已有 {files}，不覆盖。换一个目录，或先移走它们。",
        "Already there: {files}. Nothing is overwritten; choose another folder, or move them away first.",
    ),
    "error.init-no-folder": (
        "{folder} 已存在，而且不是目录。换一个名字。",
        "{folder} is there already and is no folder. Choose another name.",
    ),
    "error.init-failed": (
        "无法写入 {file}：{reason}。什么也没有留下。",
        "Cannot write {file}: {reason}. Nothing was left behind.",
    ),
    "error.init-value": (
        "这样的标题或年度不能用。用 --title 和 --year 换一个。",
        "No catalogue can have this title or year. Give others with --title and --year.",
    ),
    "error.init-example-alone": (
        "--example 用现成的目录，不能再加 --title、--year 或 --from。",
        "--example comes with its own catalogue and takes no --title, --year or --from.",
    ),
    "error.example-missing": (
        "安装的程序里没有示例工作区。重新安装，或从源代码仓库运行。",
        "This installation does not carry the example. Install it again, or run from a checkout.",
    ),
}
