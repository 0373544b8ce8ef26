"""What --help says of each command, argument and option."""

HELP = {
    "help.tracker": (
        "从纯文本文件跟踪政策措施和量化指标：哪些已完成，哪些滞后，谁未报送，哪些要逾期。",
        "Track policy measures with numeric targets from plain files: what is done, what lags, who is silent, what will miss its deadline.",
    ),
    "help.tracker.version": ("显示版本", "show the version"),
    "help.tracker.lang": ("输出语言 zh 或 en", "language of the output: zh or en"),
    "help.tracker.directory": ("在这个目录运行", "run as if in this folder"),
    "help.tracker.debug": ("出错时显示调用栈", "show the traceback of an error"),
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
    "help.gaps": (
        "列出缺口：还差多少、每个报送周期还需多少（倒排），最急的在前",
        "List what is missing, most urgent first, with the pace that would close it",
    ),
    "help.profiles": (
        "同一天按各种判定规则分别判定：哪些指标会变色",
        "Judge the same day by every threshold profile: which targets would change colour",
    ),
    "help.record": (
        "录入一项或几项指标的数，写成一个新的进展文件",
        "Record figures of one target or several, in one new progress file",
    ),
    "help.record.items": (
        "指标 数；或 指标=数、指标+=新增数，可写几个；- 表示从标准输入读 YAML 或 JSON",
        "TARGET VALUE; or TARGET=VALUE and TARGET+=INCREMENT, several at once; - reads YAML or JSON from standard input",
    ),
    "help.record.day": ("数据日期，默认今天", "the day of the figures; today unless given"),
    "help.record.by": ("报送单位", "the unit that reported"),
    "help.record.note": ("备注", "a note"),
    "help.record.evidence": ("佐证材料的路径或网址", "path or address of the evidence"),
    "help.record.source": ("数据来源", "where the figures come from"),
    "help.record.add": ("数是新增数，不是累计数", "the value is an increment, not the running total"),
    "help.record.stage": ("里程碑到达的阶段", "the stage a milestone has reached"),
    "help.record.preliminary": ("初步数", "mark the figures as preliminary"),
    "help.record.yes": ("有疑问也写入，不再询问", "write in spite of doubts, without asking"),
    "help.record.dry_run": ("只显示将写入的内容", "only show what would be written"),
    "help.record.commit": ("写入后用 git 提交这一个文件", "then commit exactly this file with git"),
    "help.void": (
        "撤回一份报送或其中一条，写成一个新文件",
        "Withdraw a report or one entry of it, in a new file",
    ),
    "help.void.what": (
        "文件名（可不带 .yaml），或 文件名#第几条",
        "the report's file name, with or without .yaml, or name#number",
    ),
    "help.void.reason": ("撤回的原因", "why it is withdrawn"),
    "help.void.by": (
        "谁撤回的，默认为原报送单位",
        "who withdraws it; the unit that reported it unless given",
    ),
    "help.void.dry_run": ("只显示将写入的内容", "only show what would be written"),
    "help.void.commit": ("写入后用 git 提交这一个文件", "then commit exactly this file with git"),
    "help.log": ("列出报过的数，最新在前", "List what was reported, newest first"),
    "help.log.target": ("只看这项指标", "only this target"),
    "help.log.owner": ("只看这些单位牵头或参与的指标", "only targets of these units"),
    "help.log.by": ("只看这个单位报的", "only what this unit reported"),
    "help.log.since": ("数据日期从这天起", "figures from this day on"),
    "help.log.until": ("数据日期到这天止", "figures up to this day"),
    "help.log.limit": ("最多几条，0 为全部", "at most so many; 0 for all"),
    "help.log.format": ("输出格式", "format of the output"),
    "help.log.output": ("写入文件", "write to a file"),
    "help.check.history": (
        "还要用 git 历史证明：提交过的进展文件从未被改动、改名或删除",
        "prove from git's history that no committed progress file was changed, renamed or deleted",
    ),
    "help.check.since": (
        "与 --history 连用：只看这个版本之后的提交（CI 用，如 origin/main）",
        "with --history: only commits after this revision, for CI (origin/main)",
    ),
    "help.init": ("建立新的工作区", "Make a new workspace"),
    "help.init.folder": ("建在哪个目录", "the folder to make it in"),
    "help.init.title": ("政策文件的标题", "title of the policy"),
    "help.init.year": ("考核年度，默认今年", "the year under review; this year if not given"),
    "help.init.from_example": (
        "用示范区的完整工作区（措施、原文和演示进展）",
        "start from the district's whole workspace, with its illustrative progress",
    ),
    "help.form": (
        "写出各单位填报用的表格（xlsx 或 csv），填好后用 import 导入",
        "Write the sheet a unit fills in (xlsx or csv), to be read back by import",
    ),
    "help.form.owner": ("哪个牵头单位（名称的一部分即可）", "which lead unit (part of the name)"),
    "help.form.all": ("每个牵头单位各一份，写入 -o 目录", "one form for each lead unit, into the folder -o"),
    "help.form.as_of": (
        "上次数截至哪天，写法同 status",
        "the day of the last figures, written as for status",
    ),
    "help.form.format": (
        "xlsx 或 csv；默认由文件名决定",
        "xlsx or csv; decided by the file's name by default",
    ),
    "help.form.output": ("文件；与 --all 连用时是目录", "file; with --all a folder"),
    "help.import": (
        "从表格（xlsx、csv）导入进展：全部检查无误才写入",
        "Import progress from spreadsheets (xlsx, csv): all is checked first, and written only if nothing is wrong",
    ),
    "help.import.files": ("表格文件", "spreadsheet files"),
    "help.import.by": ("报送单位，表中没有写时用", "the reporting unit, where the table does not say"),
    "help.import.date": (
        "数据日期，表中没有写时用，写法同 status",
        "the day of the figures, where the table does not say; written as for status",
    ),
    "help.import.source": ("来源；默认是文件名", "where the figures come from; the file's name by default"),
    "help.import.again": ("以前导入过的也再导入一次", "import once more what was imported before"),
    "help.import.dry_run": ("只检查，不写入", "check only, write nothing"),
    "help.show": (
        "一项指标（或一条措施）的全部情况：原文、判定依据、历史、速度、预计",
        "Show everything about one target or measure: its words, its rule, its history, its pace, its forecast",
    ),
    "help.show.target": (
        "指标的 id、编号（1.2）或名称的一部分；措施的编号（1）或标题的一部分",
        "id, number (1.2) or part of the name of a target; number (1) or part of the title of a measure",
    ),
    "help.show.open": ("同时显示原文中该句前后的文字", "also show the policy text around the quote"),
    "help.diff": (
        "两天之间或两个 git 版本之间的变化：数值、信号、新完成、新未报送、数据修订、目录改动",
        "What changed between two days or two git revisions: values, signals, done, silent, revised figures, the catalogue",
    ),
    "help.diff.since": ("从哪天起", "from which day"),
    "help.diff.until": ("到哪天，默认为 --as-of", "to which day; --as-of unless given"),
    "help.diff.rev": (
        "比较两个版本的全部文件：A..B；A...B 从分叉处起；只写 A 则与现有文件比",
        "compare the files of two revisions: A..B, A...B from where they parted, A with the files as they are",
    ),
    "help.diff.as_known": (
        "两边各用当天已录入的数据，即当时看到的情况",
        "each side with what was recorded by its own day, as it was seen then",
    ),
    "help.diff.everything": ("没有变化的也列出", "list what did not change as well"),
    "help.due": (
        "列出谁欠报进展、逾期几天，以及临近的截止日；--text 生成催报文字",
        "Show who owes a report and how late, and deadlines to come; --text writes the reminders",
    ),
    "help.due.within": (
        "列出这么多天内到期的指标，默认 30",
        "deadlines within so many days; 30 if not given",
    ),
    "help.due.text": (
        "不列表，而是给每个牵头单位一段可直接发送的催报文字",
        "instead of the tables, a reminder for each lead unit, ready to be sent",
    ),
    "help.due.reply_by": (
        "与 --text 连用：请各单位在哪天前报送，默认下一个工作日",
        "with --text: the day to ask for; the next working day if not given",
    ),
    "help.owners": (
        "各责任单位的成绩单：指标数、信号、平均完成率、报送及时率；--owner 给出该单位自己的清单",
        "Show a scoreboard of the units: targets, signals, completion, reports in time; with --owner a unit's own list",
    ),
    "help.owners.owner": (
        "这些单位自己的清单，可直接发送（名称的一部分）",
        "these units' own lists, ready to be sent (part of the name)",
    ),
    "help.owners.sort": ("清单中指标的排序", "order of the targets in a unit's list"),
    "help.owners.since": (
        "报送情况只统计这天及以后应报的",
        "of the reports, count only those due on this day or later",
    ),
    "help.owners.rank": (
        "单位的排序：按原文、指标数、平均完成率、及时率、滞后项数",
        "order of the units: as in the text, by targets, completion, reports in time, or targets that lag",
    ),
    "help.notice": (
        "按单位写提醒函（蓝）、预警通知单（黄）、督办单（红）：事项、数字、要求和时限",
        "Write the letters to lead units: reminder (blue), warning (yellow), order (red), with figures and what is asked by when",
    ),
    "help.notice.owner": (
        "写给哪个牵头单位（名称的一部分即可，可多次）",
        "to which lead unit (part of the name; may be repeated)",
    ),
    "help.notice.all": ("写给所有牵头单位", "to every lead unit"),
    "help.notice.level": ("只写这一级和更重的事项", "only items of this level or a graver one"),
    "help.notice.day": ("成文日期，默认与 --as-of 同日", "date of the letter; that of --as-of if not given"),
    "help.notice.reply_by": (
        "请在哪天前书面反馈，默认成文后第3个工作日",
        "the day to reply by; the third working day after the letter's date if not given",
    ),
    "help.notice.unit": ("署名单位", "the unit that signs"),
    "help.notice.format": (
        "输出格式；默认按文件名，写入目录时为 docx",
        "format; decided by the file's name, in a folder docx",
    ),
    "help.notice.output": ("文件；写给几个单位时是目录", "file; with several units a folder"),
    "help.brief": (
        "写一期简报：总体情况、本期进展、滞后与预警、临期、未报送、修订、附表",
        "Write the briefing of one period: what stands, what moved, what lags, what is due, who is silent",
    ),
    "help.any.week": ("哪一周，如 2024-W36", "which week: 2024-W36"),
    "help.any.dekad": ("哪一旬，如 2024-08中旬、8月中旬", "which dekad (ten days): 2024-08中旬"),
    "help.any.month": ("哪个月，如 2024-08", "which month: 2024-08"),
    "help.any.start": ("从哪天起（与 --to 一起用）", "from this day (with --to)"),
    "help.any.end": ("到哪天止（与 --from 一起用）", "to this day (with --from)"),
    "help.brief.number": (
        "期号；默认为本年第几个周期",
        "number of the issue; by default which period of the year it is",
    ),
    "help.brief.unit": ("编发单位", "the unit that issues it"),
    "help.brief.trace": ("每个数字加注：指标、文件、提交", "a note to each number: target, file, commit"),
    "help.brief.format": ("输出格式", "format of the output"),
    "help.digest": (
        "一行一条列出本期变化，供发到工作群：完成、转黄转红、未报送、风险、更正",
        "One short line for each change of the period, to post to a chat: done, turned, silent, at risk, corrected",
    ),
    "help.digest.since": (
        "从哪天以后到今天，代替某一期",
        "what changed after this day until today, instead of a period",
    ),
    "help.digest.everything": (
        "也列出信号未变的数值变化和补报",
        "also values that moved without another signal, and late figures",
    ),
    "help.digest.json_lines": ("每行一个 JSON 对象，供脚本使用", "one JSON object to a line, for scripts"),
    "help.digest.format": (
        "用一种视图格式代替逐行文字",
        "one of the formats of views, instead of plain lines",
    ),
    "help.audit": (
        "逐项核对目录与政策原文：引文、比较词、数字、单位、期限、力度、责任单位；原文每个数字都要有着落",
        "Hold the catalogue against its policy text: quotes, operators, numbers, units, periods, strength, owners; every number accounted for",
    ),
    "help.audit.everything": (
        "列出原文的每个数字及其着落",
        "list every number of the text with what became of it",
    ),
    "help.audit.html": (
        "把原文写成网页，每个数字按着落着色并链接到指标",
        "write the text as a page, each number coloured by what became of it and linked to its target",
    ),
}
