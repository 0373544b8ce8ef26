"""What to do about problems in files, by the code of the problem."""

REMEDIES_FILES = {
    "remedy.more-problems": ("先改正以上这些。", "Put those above right first."),
    "remedy.number-comma": ("去掉千分位：1,500 写成 1500。", "Leave out the separator: 1500, not 1,500."),
    "remedy.file-unreadable": (
        "检查权限、磁盘和网络盘，再运行一次；下次会重新读取。",
        "Check permissions, the disk or the network drive, and run it again: it is read anew each time.",
    ),
    "remedy.folder-unreadable": (
        "检查权限、磁盘和网络盘，再运行一次；下次会重新读取。",
        "Check permissions, the disk or the network drive, and run it again: it is read anew each time.",
    ),
    "remedy.file-large": ("拆成几个文件。", "Split it into several files."),
    "remedy.not-a-file": ("换成普通的文件。", "Replace it with a plain file."),
    "remedy.not-a-folder": (
        "移开它；进展文件放在 progress/年/月/ 里。",
        "Move it away; reports stand in progress/YYYY/MM/.",
    ),
    "remedy.write-unfinished": (
        "下一次 tracker import、record 或 void 会先补完它。",
        "The next tracker import, record or void finishes it first.",
    ),
    "remedy.link-outside": ("把文件复制进工作区。", "Copy the file into the workspace."),
    "remedy.link-file": (
        "删除链接；要改正数字请写新文件。",
        "Delete the link; to correct a figure write a new file.",
    ),
    "remedy.link-folder": ("把文件移入 progress/年/月/。", "Move the files into progress/YYYY/MM/."),
    "remedy.not-utf8": ("用编辑器另存为 UTF-8。", "Save it as UTF-8 in an editor."),
    "remedy.gbk": ("用编辑器另存为 UTF-8。", "Save it as UTF-8 in an editor."),
    "remedy.mapping-expected": (
        "写成 键: 值，冒号后有空格。",
        "Write key: value, with a space after the colon.",
    ),
    "remedy.list-expected": ("每项一行，以 - 开头。", "One item a line, each after a -."),
    "remedy.list-empty": ("至少写一项。", "Write at least one item."),
    "remedy.scalar-expected": ("只写一个值。", "Write one value."),
    "remedy.text-lines": ("写在一行里，去掉首尾空格。", "Put it on one line, without spaces around it."),
    "remedy.file-missing": ("检查文件名。", "Check the file's name."),
    "remedy.nul": ("文件可能已损坏，从 git 恢复。", "The file may be damaged; restore it from git."),
    "remedy.empty-file": ("填入内容，或删除这个文件。", "Fill it in, or delete it."),
    "remedy.colon-wide": (
        "改成半角冒号加一个空格：{key}: ……",
        "Write a plain colon and a space: {key}: …",
    ),
    "remedy.colon-tight": ("冒号后面加一个空格：{key}: ……", "Write a space behind the colon: {key}: …"),
    "remedy.sign-wide": ("改成半角的 {plain} 。", "Write {plain} instead."),
    "remedy.syntax": (
        "检查这一行的缩进、冒号后的空格和引号。",
        "Check indentation, the space after colons, and quotes.",
    ),
    "remedy.tab": ("改用空格缩进。", "Indent with spaces."),
    "remedy.conflict": ("解决冲突后删除这些标记行。", "Resolve the conflict and delete the marker lines."),
    "remedy.too-deep": (
        "这不像是手写的文件，请检查来源。",
        "This does not look like a person's file; check where it came from.",
    ),
    "remedy.several-documents": (
        "删除多余的 ---，或分成几个文件。",
        "Delete the extra ---, or make several files of it.",
    ),
    "remedy.anchor": ("把内容原样写出来。", "Write the content out."),
    "remedy.alias": ("把内容原样写出来。", "Write the content out."),
    "remedy.tag": ("删除标签，直接写值。", "Delete the tag and write the value alone."),
    "remedy.key-twice": (
        "只保留一个；后一个会悄悄覆盖前一个。",
        "Keep one; the later would silently replace the earlier.",
    ),
    "remedy.key-bad": ("在冒号前写键名。", "Write the key's name before the colon."),
    "remedy.key-unknown": ("可以用的有：{near}。", "Known here: {near}."),
    "remedy.key-unknown.none": ("删除这个键。", "Delete this key."),
    "remedy.key-missing": ("补上这个键。", "Add this key."),
    "remedy.number-bad": (
        "只写数字和小数点，不加千分位、单位、下划线、百分号或 e：1500、3.5、-4。单位写在 unit。",
        "Write digits and a point only, without separators, units, underscores, % or e: 1500, 3.5, -4. The unit goes into unit.",
    ),
    "remedy.whole-bad": ("写成 0、1、2……", "Write 0, 1, 2, ..."),
    "remedy.year-bad": ("写四位年份，如 2024。", "Write four digits, such as 2024."),
    "remedy.date-bad": (
        "写成 2024-08-10 的形式，并确认有这一天。",
        "Write it like 2024-08-10, and make sure the day exists.",
    ),
    "remedy.moment-bad": (
        "写成 2024-08-11T09:20:00+08:00 的形式。",
        "Write it like 2024-08-11T09:20:00+08:00.",
    ),
    "remedy.value-missing": ("补上值，或删除这个键。", "Give it a value, or delete the key."),
    "remedy.text-empty": ("写上内容，或删除这个键。", "Write something, or delete the key."),
    "remedy.text-long": ("写短一些，详情放进佐证材料。", "Shorten it; details belong into the evidence."),
    "remedy.text-control": ("删除这个字符。", "Delete the character."),
    "remedy.slug-bad": (
        "用小写字母开头，只含小写字母、数字和连字符，如 uav-firms。",
        "Start with a lower-case letter and use lower-case letters, digits and hyphens only: uav-firms.",
    ),
    "remedy.choice-bad": ("可以是：{choices}。", "One of: {choices}."),
    # Progress files and their entries
    "problem.recorded-future": (
        "录入时间 {recorded} 在今天（{today}）之后",
        "recorded {recorded} is after today, {today}",
    ),
    "problem.value-fraction": ("{value}{unit}不是整数", "{value}{unit} is not a whole number"),
    "problem.value-negative": ("{value}{unit}是负数", "{value}{unit} is negative"),
    "problem.total-unordered": (
        "{id} 在 {day} 有两个不同的数，看不出哪个在后（{one}、{two}）",
        "{id} has two different figures on {day}, and nothing says which is later ({one}, {two})",
    ),
    "problem.void-of-both": (
        "“{ref}”里既有数又有撤回，不能整份撤回",
        '"{ref}" holds a void beside figures and cannot be voided as a whole',
    ),
    "problem.entry-value.none": ("没有写数", "has no figure"),
    "problem.name-bad": (
        "文件名“{name}”不合格式，或没有这一天",
        'the name "{name}" is not of the form, or there is no such day',
    ),
    "problem.misplaced": ("文件放错了目录", "the file stands in the wrong folder"),
    "problem.date-differs": (
        "date {date} 与文件名的日期 {named} 不同",
        "date {date} differs from the file's name, {named}",
    ),
    "problem.date-future": ("{date} 在今天（{today}）之后", "{date} is after today, {today}"),
    "problem.date-outside": (
        "{date} 不在 {id} 的考核期 {start} 至 {end} 内",
        "{date} is outside the period of {id}, {start} to {end}",
    ),
    "problem.entry-target": ("没有写是哪项指标", "names no target"),
    "problem.entry-value": (
        "total、add、stage 应有且只有一个：{given}",
        "exactly one of total, add and stage is needed, not: {given}",
    ),
    "problem.entry-twice": ("同一文件里 {id} 报了两个数", "two figures for {id} in one file"),
    "problem.reason-alone": ("reason 只用于撤回（void）", "reason goes with void only"),
    "problem.target-unknown": ("没有指标“{name}”", 'unknown target "{name}"'),
    "problem.unit-wrong": (
        "单位“{unit}”与 {id} 的“{wanted}”不是同一种量",
        '"{unit}" does not measure what {id} counts in "{wanted}"',
    ),
    "problem.unit-inexact": (
        "{value}{unit}换算成{wanted}除不尽",
        "{value}{unit} has no exact value in {wanted}",
    ),
    "problem.unit-stage": ("写了 stage 就不写 unit", "a stage has no unit"),
    "problem.add-kind": ("{kind}不能累加", "a {kind} cannot be added to"),
    "problem.report-copied": (
        "与 {other} 说的完全相同，连录入时间也相同，是它的副本；这一份没有计入",
        "says all that {other} says, recorded at the same moment: a copy of it, which is left out",
    ),
    "problem.sum-negative": (
        "{id} 之前是 {value}{unit}，加上 {added}{unit} 就小于零了；这一条没有计入",
        "{id} was {value}{unit} before, and {added}{unit} would bring it below zero; it is left out",
    ),
    "problem.add-base": (
        "{id} 没有期初值，也没有更早的 total，无从累加",
        "{id} has neither a baseline nor an earlier total to add to",
    ),
    "problem.milestone-range": ("{value} 不在 0 到 100 之间", "{value} is not between 0 and 100"),
    "problem.stage-kind": ("{id} 没有设阶段", "{id} has no stages"),
    "problem.stage-unknown": ("{id} 没有阶段“{stage}”", '{id} has no stage "{stage}"'),
    "problem.void-mixed": ("撤回的条目不能再写：{keys}", "a void cannot have: {keys}"),
    "problem.void-reason": ("撤回要写明原因", "a void needs its reason"),
    "problem.void-unknown": ("要撤回的“{ref}”不存在", 'nothing to void: there is no "{ref}"'),
    "problem.void-of-void": (
        "“{ref}”本身是撤回，不能再撤回",
        '"{ref}" is itself a void and cannot be voided',
    ),
    "problem.void-twice": ("“{ref}”已经撤回过", '"{ref}" is void already'),
    "remedy.recorded-future": ("检查日期和时区。", "Check the day and the offset."),
    "remedy.value-fraction": ("检查数字和单位。", "Check the number and its unit."),
    "remedy.value-negative": (
        "数量、累计数和比率不会是负数；减少的数，文件里写 add: -1，命令行上写 指标+=-1。",
        "A count, a running total or a share is never negative; to take away, write add: -1 in a file, TARGET+=-1 at the command line.",
    ),
    "remedy.total-unordered": (
        "写上 recorded: 录入时间，或撤回（void）其中一个。",
        "Add recorded: to say when, or void one of them.",
    ),
    "remedy.void-of-both": ("逐条撤回：文件名#第几条。", "Void its figures one by one: name#number."),
    "remedy.name-bad": (
        "改成 年-月-日-后缀.yaml，后缀用小写字母和数字，如 2024-08-10-kjj1.yaml。",
        "Name it YYYY-MM-DD-suffix.yaml, the suffix in lower-case letters and digits: 2024-08-10-kjj1.yaml.",
    ),
    "remedy.misplaced": ("移到 {folder}/。", "Move it to {folder}/."),
    "remedy.date-differs": (
        "改成一致；数字属于哪天，文件名就写哪天。",
        "Make them agree: both are the day of the figures.",
    ),
    "remedy.date-future": ("检查年份和月份。", "Check year and month."),
    "remedy.date-outside": (
        "检查年份和月份；期初的数写在目录的 baseline。",
        "Check year and month; a value from before goes into the catalogue's baseline.",
    ),
    "remedy.entry-target": ("写上 target: 指标id。", "Add target: with the target's id."),
    "remedy.entry-value": (
        "累计数写 total，新增数写 add，阶段写 stage。",
        "total for the running total, add for an increment, stage for a stage.",
    ),
    "remedy.entry-twice": ("只保留一条。", "Keep one."),
    "remedy.reason-alone": ("改写成 note。", "Write note instead."),
    "remedy.target-unknown": ("相近的有：{near}。", "Near: {near}."),
    "remedy.target-unknown.none": ("写目录里的 id。", "Write an id of the catalogue."),
    "remedy.unit-wrong": ("改用“{wanted}”或同类单位。", "Use {wanted} or a unit of the same quantity."),
    "remedy.unit-inexact": ("直接按{wanted}报数。", "Report it in {wanted}."),
    "remedy.unit-stage": ("删除 unit。", "Delete unit."),
    "remedy.add-kind": (
        "报当前的数：文件里写 total: 80，命令行上写 指标=80。",
        "Report the present figure: total: 80 in a file, TARGET=80 at the command line.",
    ),
    "remedy.report-copied": (
        "删去副本；已经提交的，用 tracker void {stem} --reason 重复 撤回。",
        "Delete the copy; where it is committed, tracker void {stem} --reason duplicate.",
    ),
    "remedy.sum-negative": (
        "检查正负号（文件里 add: -6，命令行上 指标+=-6），以及更早的数是否已被撤回；要改成累计数的，写 total: 20 或 指标=20，已写入的这一条先撤回。",
        "Check the sign (add: -6 in a file, TARGET+=-6 at the command line), and whether an earlier figure was withdrawn; or report a total, total: 20 or TARGET=20, once this one, where it is written, is void.",
    ),
    "remedy.add-base": (
        "先报一次总数：文件里写 total: 20，命令行上写 指标=20。",
        "Report a total first: total: 20 in a file, TARGET=20 at the command line.",
    ),
    "remedy.milestone-range": (
        "里程碑写完成百分比，0 到 100。",
        "A milestone is a percentage done, 0 to 100.",
    ),
    "remedy.stage-kind": (
        "用 total 写完成百分比，或在目录里设 stages。",
        "Write total as a percentage, or give it stages in the catalogue.",
    ),
    "remedy.stage-unknown": ("阶段有：{stages}。", "Its stages: {stages}."),
    "remedy.void-mixed": ("撤回和新数分成两条写。", "Make two entries of it, the void and the new figure."),
    "remedy.void-reason": ("加上 reason: 原因。", "Add reason:."),
    "remedy.void-unknown": (
        "写文件名（不带 .yaml），或 文件名#第几条，如 2024-08-10-ab12#2。",
        "Write the file's name without .yaml, or name#number: 2024-08-10-ab12#2.",
    ),
    "remedy.void-of-void": ("要恢复原来的数，请重新报一条。", "To restore a figure, report it again."),
    "remedy.void-twice": (
        "删除多余的这一条（若尚未提交）。",
        "Delete this entry, if it is not committed yet.",
    ),
    # What libyaml says of bad YAML, by its own words
    "syntax.mapping values are not allowed in this context": (
        "这里不能再有“键: 值”；值里有冒号加空格时要用引号括起来",
        "no key: value can stand here; quote a value that contains a colon and a space",
    ),
    "syntax.did not find expected ',' or '}'": ("缺少 , 或 }}", "a , or }} is missing"),
    "syntax.did not find expected ',' or ']'": ("缺少 , 或 ]", "a , or ] is missing"),
    "syntax.did not find expected key": (
        "这里应是一个键，多半是缩进没有对齐",
        "a key is expected here; most likely the indentation is off",
    ),
    "syntax.did not find expected '-' indicator": (
        "这里应以 - 开头，多半是缩进没有对齐",
        "a - is expected here; most likely the indentation is off",
    ),
    "syntax.could not find expected ':'": ("缺少冒号", "a colon is missing"),
    "syntax.found unexpected end of stream": ("引号没有闭合", "a quotation mark is not closed"),
    "syntax.found character that cannot start any token": (
        "值不能以这个字符开头，请用引号括起来",
        "a value cannot begin with this character; quote it",
    ),
    "syntax.found unknown escape character": ("双引号里有不认识的转义", "an unknown escape in double quotes"),
    "syntax.block sequence entries are not allowed in this context": (
        "这里不能有以 - 开头的条目",
        "no item with - can stand here",
    ),
    "syntax.did not find expected node content": ("这里缺少内容", "something is missing here"),
    "syntax.did not find expected <document start>": (
        "这里多出了内容，多半是缩进没有对齐",
        "something is left over here; most likely the indentation is off",
    ),
    "syntax.found unexpected document indicator": (
        "--- 之前的引号没有闭合",
        "a quotation mark before --- is not closed",
    ),
    "syntax.did not find expected comment or line break": (
        "这里只能有注释或换行",
        "only a comment or a line break can stand here",
    ),
    "syntax.found undefined tag handle": ("不认识的标签", "an unknown tag"),
}
