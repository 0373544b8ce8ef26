"""Data packages: what their columns hold, and what can be wrong with one that is read."""

PACKAGES = {
    "package.description": (
        "考核指标、进展记录和完成情况",
        "Targets, reported figures, and where they stand",
    ),
    "package.targets": ("考核指标", "Targets"),
    "package.entries": ("进展记录", "Reported figures"),
    "package.assessment": ("截至某日的完成情况", "Where each target stands on the day"),
    "package.targets.owners": ("以“；”分隔，第一个牵头", "separated by ；, the first leads"),
    "package.targets.target": ("目标数，单位见 unit", "the number of the goal, in unit"),
    "package.targets.upper": ("区间目标的上限", "the upper bound of a range"),
    "package.entries.entry": ("文件名#第几条", "file name # number of the entry"),
    "package.entries.total_written": (
        "截至该日的累计数或现值，单位见 unit_written",
        "the running total or present value on the day, in unit_written",
    ),
    "package.entries.add_written": (
        "上次之后新增的数，单位见 unit_written",
        "the increment since the last figure, in unit_written",
    ),
    "package.entries.withdrawn": ("后来撤回的为 true", "true where it was withdrawn later"),
    "package.assessment.value": (
        "最近一次的数，单位见 unit；有分子、分母的，准确数由其算出，这里保留六位小数",
        "the latest figure, in unit; where there is a part and a whole the exact number is theirs, and this one has six decimals",
    ),
    "package.assessment.part": ("比率的分子", "the part of a share that was counted"),
    "package.assessment.whole": ("比率的分母，大于零", "the whole of a share that was counted, above zero"),
    "package.assessment.gap": ("离达标还差多少，单位见 unit", "what is still missing, in unit"),
    "column.withdrawn": ("已撤回", "withdrawn"),
    "export.written": (
        "已写 {count} 个文件，说明在 {file}",
        "Wrote {count:file|files}, described in {file}",
    ),
    "error.export-folder": (
        "{file} 是文件；-o 要用目录，例如 -o 开放数据。",
        "{file} is a file; -o wants a folder: -o data.",
    ),
    "problem.package-json": ("不是有效的 JSON", "this is no JSON"),
    "remedy.package-json": (
        "重新生成，或用编辑器改正这一处。",
        "Write it anew, or correct it here in an editor.",
    ),
    "problem.package-resource": ("没有名为 {name} 的资源", "there is no resource called {name}"),
    "remedy.package-resource": (
        "在 resources 里写上 name: assessment 和它的 path；至少要有 id、value 两列。",
        "Add it to resources with its path; its table needs the columns id and value at least.",
    ),
    "problem.package-path": ("“{path}”不是这个目录里的文件", '"{path}" is no file below this folder'),
    "remedy.package-path": (
        "写相对路径，如 assessment.csv；网址和上级目录不读。",
        "Write a relative path such as assessment.csv; addresses and folders above are not read.",
    ),
    "problem.package-column": ("缺少这些列：{names}", "columns are missing: {names}"),
    "remedy.package-column": (
        "第一行写列名，至少有 id 和 value。",
        "The first line has the names of the columns, id and value at least.",
    ),
    "problem.package-id": ("没有写 id", "the id is missing"),
    "remedy.package-id": ("每一行写上指标的 id。", "Every row needs the id of its target."),
    "problem.package-twice": ("{id} 在第 {line} 行已经有了", "{id} is there already, in line {line}"),
    "remedy.package-twice": ("每项指标只留一行。", "Keep one row for each target."),
    "problem.package-number": ("{name} 的“{text}”不是明确的数", '{name}: "{text}" is no certain number'),
    "remedy.package-number": (
        "只写数字和小数点，如 1359.59，不写千分位和单位；没有数就留空。",
        "Digits and a point only, such as 1359.59, no separators and no unit; leave it empty where there is none.",
    ),
    "problem.package-day": ("{name} 的“{text}”不是日期", '{name}: "{text}" is no day'),
    "remedy.package-day": ("写成 2024-08-10。", "Write 2024-08-10."),
    "problem.package-counted": (
        "part 和 whole 要同写，part 不小于零，whole 大于零",
        "part and whole stand together, the part not below zero, the whole above",
    ),
    "remedy.package-counted": ("补上另一个，或两个都留空。", "Add the other one, or leave both empty."),
}
