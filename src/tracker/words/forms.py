"""Forms that units fill in, and the import of spreadsheets."""

FORMS = {
    # The form itself.
    "form.id": ("指标id", "id"),
    "form.number": ("编号", "no."),
    "form.name": ("指标", "target"),
    "form.unit": ("单位", "unit"),
    "form.goal": ("目标", "goal"),
    "form.last": ("上次数", "last figure"),
    "form.last_date": ("上次日期", "last date"),
    "form.total": ("本次累计数", "new total"),
    "form.date": ("数据日期", "date"),
    "form.note": ("备注", "note"),
    "form.state": ("状态", "state"),
    "form.by": ("报送单位", "reporting unit"),
    "form.sheet": ("填报表", "form"),
    "form.done": ("已完成", "done"),
    "form.title": ("{title}　进展填报表", "{title} – progress form"),
    "form.hint": (
        "请填浅黄色单元格：累计数填至数据日期为止的全部数，增速、比率填现值；没有进展的行留空（记为未报送）。上次数截至 {day}。",
        "Fill in the yellow cells: the running total up to the date, of rates the present value. Leave rows without a figure empty (not reported). Last figures as of {day}.",
    ),
    "form.number-title": ("数字不对", "Not a number"),
    "form.number-text": ("请填数字，不写单位。", "Write a number without its unit."),
    "form.date-title": ("日期不对", "Not a date"),
    "form.date-text": ("请填日期，如 2024-08-10。", "Write a date such as 2024-08-10."),
    "form.note-title": ("备注太长", "The note is too long"),
    "form.note-text": ("最多 {limit} 个字。", "At most {limit} characters."),
    "form.written": ("已写 {file}：{count} 项指标", "Wrote {file}: {count:target|targets}"),
    # The import.
    "import.done": (
        "已导入 {files} 个文件：{entries} 条记录，未报送 {blank} 行",
        "Imported {files:file|files}: {entries:entry|entries}, {blank:row|rows} not reported",
    ),
    "import.dry": (
        "可以导入 {files} 个文件：{entries} 条记录，未报送 {blank} 行；试运行，什么也没有写",
        "Ready to import {files:file|files}: {entries:entry|entries}, {blank:row|rows} not reported; a dry run, nothing was written",
    ),
    "import.report": (
        "{day} {by}：{entries} 条（{source}）",
        "{day} {by}: {entries:entry|entries} ({source})",
    ),
    "import.doubted": (
        "什么也没有写。核对无误后加 --yes，或逐格加 --yes-to {cell}。",
        "Nothing was written. If it is right, add --yes, or for one cell --yes-to {cell}.",
    ),
    "error.yes-to-nothing": (
        "{cell} 没有疑问可核对（写法同疑问前面的位置）。什么也没有写。",
        "There is no doubt about {cell} (write it as it stands before the doubt). Nothing was written.",
    ),
    "import.known": (
        "{count} 份报告以前导入过，这次跳过",
        "{count:report|reports} imported before and left out",
    ),
    "import.note": (
        "{place}：没有数，备注未导入：{note}",
        "{place}: no figure, so the note was not imported: {note}",
    ),
    "import.sheet": (
        "{sheet}：没有认得的表头，整张略过",
        "{sheet}: no headings that are known; the sheet was passed over",
    ),
    "import.hidden-rows": (
        "{sheet}：第 {rows} 行是隐藏的，没有导入（要导入加 --hidden）",
        "{sheet}: hidden, so not imported: row {rows} (--hidden imports them)",
    ),
    "import.hidden-columns": (
        "{sheet}：{columns} 列是隐藏的，没有读取（要读取加 --hidden）",
        "{sheet}: hidden, so not read: column {columns} (--hidden reads them)",
    ),
    "import.hidden-sheet": (
        "{sheet}：隐藏的表，没有导入（要导入加 --hidden）",
        "{sheet}: a hidden sheet, so not imported (--hidden imports it)",
    ),
    "import.passed": (
        "{count} 行没有指标也没有数，已略过",
        "{count:row|rows} with neither target nor figure passed over",
    ),
    "import.reading": ("读取文件", "Reading files"),
    # Situations.
    "error.missing-extra": (
        "缺少可选组件 {extra}。请运行 pip install 'indicator-tracker[{extra}]'。",
        "The optional part {extra} is not installed. Run pip install 'indicator-tracker[{extra}]'.",
    ),
    "error.import-refused": (
        "共 {count} 个问题，什么也没有写。",
        "{count:problem|problems}; nothing was written.",
    ),
    "error.import-known": (
        "以前已经导入过，什么也没有写。确要再导入一次，加 --again。",
        "Imported before; nothing was written. To import it once more, add --again.",
    ),
    "error.form-which": (
        "用 --owner 指定一个单位，或用 --all -o 目录 为每个牵头单位各写一份。",
        "Name one unit with --owner, or write one form for each lead unit with --all -o DIR.",
    ),
    "error.form-suffix": (
        "填报表只能是 .xlsx 或 .csv，不能是 {suffix}。换一个文件名，或加 -f xlsx、-f csv。",
        "A form is .xlsx or .csv, not {suffix}. Choose another name, or add -f xlsx or -f csv.",
    ),
    "error.form-exists": (
        "{file} 已经存在，可能已有人填过。什么也没有写；换一个文件名或目录。",
        "{file} exists, and somebody may have filled it in. Nothing was written; choose another name or folder.",
    ),
    # What can be wrong in a spreadsheet.
    "problem.sheet-kind": ("不是表格文件（{suffix}）", "not a spreadsheet ({suffix})"),
    "remedy.sheet-kind": ("另存为 .xlsx 或 .csv。", "Save it as .xlsx or .csv."),
    "problem.sheet-old": (
        "是 .xls、.et、.ods 等格式，或只是叫这个名字，在这里读不了",
        "an .xls, .et or .ods file, or one that is only called so; it cannot be read here",
    ),
    "remedy.sheet-old": (
        "用 Excel 或 WPS 打开，另存为 .xlsx 或 .csv；.xls 和 .ods 也可以装可选组件后直接读：pip install 'indicator-tracker[ods]'。",
        "Open it in Excel or LibreOffice and save it as .xlsx or .csv; .xls and .ods are read where the optional part is installed: pip install 'indicator-tracker[ods]'.",
    ),
    "problem.sheet-password": ("文件有打开密码", "the file has a password"),
    "remedy.sheet-password": (
        "去掉打开密码，另存为 .xlsx 或 .csv。",
        "Remove the password and save it as .xlsx or .csv.",
    ),
    "problem.sheet-macro": ("文件带有宏，不读取", "the file holds macros and is not read"),
    "remedy.sheet-macro": ("另存为不带宏的 .xlsx。", "Save it as .xlsx without macros."),
    "problem.sheet-bomb": (
        "解压后过大（超过 {limit} MiB），或内容异常地多，不读取",
        "too large unpacked (over {limit} MiB), or with far too much in it; not read",
    ),
    "remedy.sheet-bomb": (
        "把填报的部分复制到新的工作簿，再另存为 .xlsx。",
        "Copy the figures into a new workbook and save that as .xlsx.",
    ),
    "problem.sheet-broken": (
        "文件已损坏，无法读取（{reason}）",
        "the file is broken and cannot be read ({reason})",
    ),
    "remedy.sheet-broken": (
        "用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。",
        "Open it in Excel or LibreOffice, save it as .xlsx, and import that.",
    ),
    "problem.sheet-rows": ("超过 {limit} 行", "more than {limit} rows"),
    "remedy.sheet-rows": (
        "删除表格下方多余的行，或拆成几个文件。",
        "Delete the rows below the table, or split it into several files.",
    ),
    "problem.sheet-columns": ("超过 {limit} 列", "more than {limit} columns"),
    "remedy.sheet-columns": ("删除表格右边多余的列。", "Delete the columns right of the table."),
    "problem.sheet-encoding": ("不是 UTF-8 也不是 GBK 文本", "neither UTF-8 nor GBK text"),
    "remedy.sheet-encoding": ("另存为“CSV UTF-8”。", "Save it as CSV UTF-8."),
    "problem.sheet-mixed": (
        "第 {line} 行的编码与前面的行不同（UTF-8 和 GBK 混在一个文件里）",
        "line {line} is of another encoding than what stands before it (UTF-8 and GBK in one file)",
    ),
    "remedy.sheet-mixed": (
        "在表格软件里打开，看清每一行，另存为“CSV UTF-8”。",
        "Open it in a spreadsheet program, look at every line, and save it as CSV UTF-8.",
    ),
    "problem.sheet-csv": ("第 {line} 行不合 CSV 格式（{reason}）", "line {line} is no CSV ({reason})"),
    "remedy.sheet-csv": ("检查这一行的引号。", "Check the quotes in this line."),
    "problem.sheet-no-heading": (
        "找不到表头：要有一行同时写明指标（{target}）和累计数（{total}）",
        "no headings: one row must head the targets ({target}) and the figures ({total})",
    ),
    "remedy.sheet-no-heading": (
        "用 tracker form 的表，或把表头改成 指标名称、累计完成 这样的词（docs/commands/import.zh-CN.md 列出了认得的），或在 import.yaml 的 headings 里写上这张表的表头。",
        "Use the sheet of tracker form, or headings such as 指标名称 and 累计完成 (docs/commands/import.md lists those that are known), or name this table's own in import.yaml under headings.",
    ),
    "problem.sheet-across": (
        "{cell} 到 {last} 是指标，一列一个；这里只读一行一个指标的表",
        "{cell} to {last} are targets, a column each; only tables with a row for each target are read",
    ),
    "remedy.sheet-across": (
        "复制整张表，“选择性粘贴”时勾“转置”，数那一列写 累计完成；几个单位的数分开，各加 --by 单位。",
        "Copy the table, paste it transposed, and head the figures 累计完成; with several units, one at a time with --by UNIT.",
    ),
    "problem.sheet-heading-hidden": (
        "写指标或数的行、列或表是隐藏的",
        "what heads the targets or the figures is hidden",
    ),
    "remedy.sheet-heading-hidden": (
        "取消隐藏，或加 --hidden。",
        "Unhide it, or add --hidden.",
    ),
    "problem.sheet-merged": (
        "这个数与第 {first} 行合并，不能同时是几项指标的数",
        "the figure is merged with that of row {first}, and cannot be that of several targets",
    ),
    "remedy.sheet-merged": (
        "拆开合并的单元格，每项指标各填自己的数。",
        "Take the merged cells apart and give each target its own figure.",
    ),
    "problem.sheet-heading-twice": (
        "这一列与前面一列的表头说的是同一回事（{headings}）",
        "this column is headed like one before it ({headings})",
    ),
    "remedy.sheet-heading-twice": (
        "只保留一列，或改其中一个表头。",
        "Keep one of them, or rename its heading.",
    ),
    "problem.sheet-target-missing": ("有数，没有写是哪项指标", "a figure without its target"),
    "remedy.sheet-target-missing": (
        "写上指标的 id、编号（如 1.2）或名称。",
        "Write the target's id, number (1.2) or name.",
    ),
    "problem.sheet-target-unknown": (
        "没有指标“{name}”；是不是：{near}？",
        'there is no target "{name}"; is it: {near}?',
    ),
    "problem.sheet-target-unknown.none": ("没有指标“{name}”", 'there is no target "{name}"'),
    "remedy.sheet-target-unknown": (
        "写指标的 id、编号（如 1.2）或与目录完全相同的名称；或在 import.yaml 的 names 里写明，如 - {{name: 表里的名称, target: 指标id}}，不写 target 就是不导入。",
        "Write the target's id, its number (1.2), or its name exactly as in the catalogue; or say it in import.yaml under names: - {{name: the name in the table, target: its id}}, without target to leave it out.",
    ),
    "problem.sheet-target-several": (
        "“{name}”可能是几项指标：{ids}",
        '"{name}" may be several targets: {ids}',
    ),
    "remedy.sheet-target-several": ("写指标的 id。", "Write the target's id."),
    "problem.sheet-target-conflict": (
        "这一行写的不是同一项指标：{names}",
        "this row names different targets: {names}",
    ),
    "remedy.sheet-target-conflict": (
        "检查是否错行；id、编号和名称要属于同一项。",
        "Check for shifted rows: id, number and name must belong to one target.",
    ),
    "problem.sheet-number": ("“{text}”不是明确的数", '"{text}" is no certain number'),
    "remedy.sheet-number": (
        "写成 1359.59、1,359.59、3.5亿元 或 23家，不写“约”“多”“左右”。",
        "Write 1359.59, 1,359.59, 3.5亿元 or 23家, without words such as about.",
    ),
    "problem.sheet-number-long": (
        "{text} 的位数太多（整数至多 15 位，小数至多 8 位）",
        "{text} has too many digits (at most 15 before and 8 after the point)",
    ),
    "remedy.sheet-number-long": (
        "四舍五入成报送的数，公式可用 ROUND。",
        "Round it to the figure that is reported, in a formula with ROUND.",
    ),
    "problem.sheet-number-kind": ("{text} 不是数", "{text} is not a number"),
    "remedy.sheet-number-kind": (
        "把单元格格式改为常规，重新填数。",
        "Set the cell's format to General and type the number again.",
    ),
    "problem.sheet-number-format": (
        "单元格里是 {value}，按格式 {format} 显示成另一个数，不能确定是哪个",
        "the cell holds {value}, but its format {format} shows something else",
    ),
    "remedy.sheet-number-format": (
        "把单元格格式改为常规，单位写在单位列。",
        "Set the cell's format to General; the unit goes into the column of units.",
    ),
    "problem.sheet-error-value": ("公式出错：{text}", "a formula failed: {text}"),
    "remedy.sheet-error-value": ("改正公式，或直接填数。", "Correct the formula, or type the value."),
    "problem.sheet-formula": ("公式没有算出的值", "a formula without its result"),
    "remedy.sheet-formula": (
        "用 Excel 或 WPS 打开并保存一次，或直接填数。",
        "Open and save it once in Excel or LibreOffice, or type the value.",
    ),
    "problem.sheet-date": ("“{text}”不是明确的日期", '"{text}" is no certain date'),
    "remedy.sheet-date": (
        "写成 2024-08-10、2024/8/10、2024年8月10日 或 8月10日。",
        "Write 2024-08-10, 2024/8/10, 2024年8月10日 or 8月10日.",
    ),
    "problem.sheet-date-short": (
        "“{text}”不能确定是哪一天：表格会把 8.10 变成 8.1",
        '"{text}" is no certain day: a spreadsheet makes 8.1 of 8.10',
    ),
    "remedy.sheet-date-short": (
        "写成 2024-08-10 或 8月10日。",
        "Write 2024-08-10 or 8月10日.",
    ),
    "problem.sheet-date-serial": ("{text} 是数，不是日期", "{text} is a number, not a date"),
    "remedy.sheet-date-serial": (
        "把单元格格式改为日期，或写成 2024-08-10。",
        "Set the cell's format to a date, or write 2024-08-10.",
    ),
    "problem.sheet-date-missing": ("没有写数据日期", "the day of the figure is missing"),
    "remedy.sheet-date-missing": ("填上数据日期，或加 --date。", "Write the day, or give one with --date."),
    "problem.sheet-date-alone": ("只填了日期，没有数", "a day without a figure"),
    "remedy.sheet-date-alone": (
        "填上数；没有报送就清空日期。",
        "Write the figure, or clear the day if nothing is reported.",
    ),
    "problem.sheet-by-missing": ("没有写报送单位", "the reporting unit is missing"),
    "remedy.sheet-by-missing": (
        "加 --by 单位，或在表里写明报送单位。",
        "Give it with --by, or write it into the table.",
    ),
    "problem.sheet-file-twice": ("与 {earlier} 的内容完全相同", "the same content as {earlier}"),
    "remedy.sheet-file-twice": ("只导入其中一个。", "Import one of them."),
    "problem.sheet-report-large": (
        "同一单位同一天的记录超过 {limit} MiB",
        "more than {limit} MiB of one unit and day",
    ),
    "remedy.sheet-report-large": ("缩短备注，或拆成几个文件。", "Shorten the notes, or split the file."),
}
