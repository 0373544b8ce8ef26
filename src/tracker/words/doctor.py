"""What `tracker doctor` says of what it looked at, and how to get what is missing."""

_EXTRAS = {
    "xlsx": ("Excel 表格（填报表、导入、导出）", "Excel sheets (forms, import, export)"),
    "ods": (".ods 和 .xls 表格的导入", "import of .ods and .xls sheets"),
    "docx": ("Word 文件（简报、起草）", "Word files (briefings, drafting)"),
    "charts": ("Word 文件里的图", "pictures in Word files"),
    "parquet": ("Parquet 文件（汇总的行）", "Parquet files (rows of roll-ups)"),
    "cluster": ("用 Dask 集群汇总", "roll-ups by a Dask cluster"),
    "workdays": ("国务院放假安排", "the State Council's calendar"),
    "ics": ("日历文件", "calendar files"),
}

DOCTOR = {
    "doctor.title": ("环境检查", "What there is and what is missing"),
    "doctor.well": ("什么都不缺。", "Nothing is missing."),
    "doctor.left": (
        "{count} 处缺少或不对，见右边的办法。",
        "{count:thing is|things are} missing or wrong; what to do stands on the right.",
    ),
    "column.item": ("项目", "item"),
    "column.state": ("状态", "state"),
    "column.detail": ("情况", "found"),
    "column.what_to_do": ("办法", "what to do"),
    "doctor_state.fine": ("✓ 好", "✓ fine"),
    "doctor_state.missing": ("○ 缺", "○ missing"),
    "doctor_state.wrong": ("✗ 不对", "✗ wrong"),
    "doctor.no-settings": ("没有设环境变量", "none"),
    **{f"doctor.extra-{name}": (f"可选 {name}", f"part {name}") for name in _EXTRAS},
    **{f"doctor.extra-{name}.fine": what for name, what in _EXTRAS.items()},
    **{f"doctor.extra-{name}.missing": what for name, what in _EXTRAS.items()},
    **{
        f"doctor.extra-{name}.missing.todo": (
            "pip install 'indicator-tracker[{extra}]'",
            "pip install 'indicator-tracker[{extra}]'",
        )
        for name in _EXTRAS
    },
    "doctor.program": ("程序", "program"),
    "doctor.program.fine": (
        "{version}，Python {python}，{system}，在 {folder}",
        "{version}, Python {python}, {system}, in {folder}",
    ),
    "doctor.libraries": ("依赖库", "libraries"),
    "doctor.libraries.fine": ("{versions}", "{versions}"),
    "doctor.font": ("中文字体", "Chinese font"),
    "doctor.font.fine": ("图里的汉字可以显示", "pictures can show Chinese"),
    "doctor.font.missing": (
        "没有含汉字的字体，Word 文件里不能有图",
        "no font has Chinese characters; Word files get no pictures",
    ),
    "doctor.font.missing.todo": (
        "安装一种，例如 apt install fonts-noto-cjk",
        "install one, such as apt install fonts-noto-cjk",
    ),
    "doctor.git": ("git", "git"),
    "doctor.git.fine": ("{version}", "{version}"),
    "doctor.git.missing": ("运行不了：{reason}", "it cannot be run: {reason}"),
    "doctor.git.missing.todo": (
        "安装 git；没有它不能提交、追溯和核对历史",
        "install git; without it nothing is committed, traced or proved",
    ),
    "doctor.repository": ("仓库", "repository"),
    "doctor.repository.fine": ("{folder}", "{folder}"),
    "doctor.repository.missing": ("这里不在 git 仓库中", "this folder is in no git repository"),
    "doctor.repository.missing.todo": ("git init，然后提交", "git init, then commit"),
    "doctor.repository.wrong": ("{reason}", "{reason}"),
    "doctor.repository.wrong.todo": ("按左边说的改正", "as said on the left"),
    "doctor.identity": ("提交身份", "identity"),
    "doctor.identity.fine": ("{name} <{email}>", "{name} <{email}>"),
    "doctor.identity.missing": ("git 不知道提交的人是谁", "git does not know who commits"),
    "doctor.identity.missing.todo": (
        "git config user.name 姓名；git config user.email 邮箱",
        "git config user.name NAME; git config user.email ADDRESS",
    ),
    "doctor.encoding": ("终端编码", "encoding"),
    "doctor.encoding.fine": ("{encoding}", "{encoding}"),
    "doctor.encoding.wrong": ("{encoding}，汉字可能乱码", "{encoding}: Chinese may be unreadable"),
    "doctor.encoding.wrong.todo": (
        "把终端设为 UTF-8（Windows：chcp 65001）",
        "set the terminal to UTF-8 (Windows: chcp 65001)",
    ),
    "doctor.settings": ("环境变量", "settings"),
    "doctor.settings.fine": ("{settings}", "{settings}"),
    "doctor.workspace": ("工作区", "workspace"),
    "doctor.workspace.fine": (
        "{folder}，{files} 个进展文件，没有问题",
        "{folder}, {files:progress file|progress files}, no problems",
    ),
    "doctor.workspace.missing": ("这里没有工作区", "there is none here"),
    "doctor.workspace.missing.todo": (
        "进入工作区，或 tracker init 新建",
        "go to one, or make one with tracker init",
    ),
    "doctor.workspace.wrong": ("有 {problems} 个问题", "{problems:problem|problems}"),
    "doctor.workspace.wrong.todo": ("tracker check", "tracker check"),
    "doctor.clock": ("时钟", "clock"),
    "doctor.clock.fine": ("{now}（{zone}）", "{now} ({zone})"),
    "doctor.clock.wrong": (
        "{now}（{zone}），而最近的进展录入于 {recorded}",
        "{now} ({zone}), yet the newest figure was recorded on {recorded}",
    ),
    "doctor.clock.wrong.todo": (
        "校正这台电脑的日期，或核对那份文件",
        "set this machine's date, or look at that file",
    ),
    "doctor.cache": ("缓存", "cache"),
    "doctor.cache.fine": ("{folder}/，可随时删除", "{folder}/, may be deleted at any time"),
    "doctor.cache.missing": (
        "没有用上（关闭、只读或属于别人），每次都要重读",
        "not in use (off, read-only or another's): all is read each time",
    ),
    "doctor.cache.missing.todo": ("让 {folder} 属于自己且可写", "let {folder} be your own and writable"),
}
