"""Why there is each rule that a problem breaks."""

_YAML = (
    "文件要能由人、git 和别的程序读出同一个意思，只接受 YAML 中没有歧义的部分。",
    "People, git and other programs must read the same in a file: only the part of YAML that has one meaning is accepted.",
)
_NUMBER = (
    "千分位、下划线、指数、六十进制在不同程序里是不同的数；数字逐字读入，精确计算。",
    "Separators, underscores, exponents and sexagesimals are different numbers to different programs; numbers are read as written and computed exactly.",
)
_FIXED = (
    "每个键有固定的写法（docs/catalogue.md、docs/progress.md）；写错的键若被忽略，数就悄悄丢了。",
    "Each key has its form (docs/catalogue.md, docs/progress.md); if a wrong one were passed over, a figure would be lost in silence.",
)
_LINK = (
    "链接会把工作区以外的内容，或同一份报告，再算一次。",
    "A link would bring in what lies outside the workspace, or count a report twice.",
)
_READ = (
    "读不了的文件不能悄悄略过：其中的数会从合计里消失。",
    "A file that cannot be read is never passed over in silence: its figures would vanish from the sums.",
)
_UTF8 = (
    "工作区的文本都用 UTF-8，在哪台机器上都读得一样。",
    "All text of a workspace is UTF-8, and reads the same on any machine.",
)
_NAME = (
    "一份报送一个文件，文件名写明日期，目录按年月分，几个人同时录入也不冲突。",
    "One file a report, named by its day, in folders by year and month, so that people who record at once never clash.",
)
_DAY = (
    "一个数属于一天；日期不明或不可能，序时和先后就无从判断。",
    "A figure belongs to a day; with a day that is unclear or impossible nothing can be judged in time.",
)
_VALUE = (
    "一条记录对一项指标说一个数，否则不知道算哪个。",
    "An entry says one figure of one target, or it is not clear which counts.",
)
_UNIT = (
    "单位不同的数不能相加；同一种量才换算，而且要除得尽。",
    "Figures of different units cannot be added; only the same quantity is converted, and exactly.",
)
_KIND = (
    "每一类指标有自己的算法（tracker explain terms），不适用的写法没有意义。",
    "Each kind of target has its arithmetic (tracker explain terms); what does not fit it means nothing.",
)
_VOID = (
    "提交过的文件不改不删：更正和撤回写成新的一条，并说明原因，历史才可核查。",
    "What was committed is never edited or deleted: a correction or a void is a new entry with its reason, so that history can be examined.",
)
_GOAL = (
    "目标照原文写成一个可以判定的比较，什么算完成没有含糊。",
    "A goal is one comparison that can be decided, as the text has it: what counts as done is never vague.",
)
_PATH = (
    "应达到多少由路径决定：它从期初值走到目标，在考核期之内，不倒退。",
    "The path says how much is expected when: from the baseline to the goal, within the period, never backwards.",
)
_CHANGED = (
    "目标调整以后，原来约定的分步进度不再通向新目标；最初的目标仍然保留可查。",
    "Once a goal changes, steps agreed before no longer lead to it; what was first asked stays to be seen.",
)
_LAST = (
    "上年同期用来算同比和按上年分布的进度，要是到上年截止日为止的累计数。",
    "Last year's figures give year-on-year and the seasonal path: running totals up to last year's deadline.",
)
_UNIQUE = (
    "id、编号和单位是别处引用的名称，重复了就不知道指哪一个。",
    "Ids, numbers and units are names that others refer to; twice, they name nothing.",
)
_RULE = (
    "判定规则的界限要有次序：先黄后红（tracker profiles）。",
    "Thresholds have an order: yellow comes before red (tracker profiles).",
)
_QUOTE = (
    "每项指标都要能在政策原文里找到出处：引文去掉空格和换行后逐字比对。",
    "Each target must be found in the policy text: its quote is compared word for word, without spaces and line breaks.",
)
_SOURCE = ("没有原文就无从核对引文。", "Without the text no quote can be checked.")
_IGNORE = (
    "原文里的每个数都要有着落：是指标，或在 ignore 里注明为什么不是。",
    "Every number of the text is accounted for: by a target, or under ignore with the reason why it is none.",
)
_AUDIT = (
    "目录照政策原文写；与原文不同的每一处，要么改正，要么在 differs 里写明理由。",
    "The catalogue says what the text says; each difference is put right, or given its reason under differs.",
)
_IDLE = (
    "没有用处的说明会掩盖以后真正的差异。",
    "A reason that nothing needs would hide a real difference later.",
)
_SHEET_FILE = (
    "表格来自别人的机器：不运行宏，不解压过大的内容，读不准的不猜。",
    "Spreadsheets come from other people's machines: no macro is run, nothing huge is unpacked, and what cannot be read for certain is not guessed.",
)
_SHEET_HEAD = (
    "一列是什么由表头决定；认不出表头，就不知道哪一列是数。",
    "The heading says what a column is; without it nobody knows which one holds the figures.",
)
_SHEET_TARGET = (
    "数要记在确定的一项指标上；名称只是相近的，先问，不猜。",
    "A figure goes to one certain target; where a name is only near, a person is asked.",
)
_SHEET_CELL = (
    "单元格里的值和看到的要是同一个数、同一天；有两种读法的不导入。",
    "What a cell holds and what it shows must be one number or one day; what reads in two ways is not imported.",
)
_HISTORY = (
    "报过的数只增不改，才能证明当时说了什么；git 的历史逐个提交核对。",
    "Reports are only ever added, so that it can be proved what was said when; git's history is examined commit by commit.",
)
_SEAL = (
    "封存的摘要存在别处：即使整个历史被改写，也能对照出来。",
    "A seal is kept elsewhere: it shows a change even where all of the history was rewritten.",
)
_REPLY = (
    "通知要求反馈，回执作出承诺：原因、措施和日期要齐全、可以做到，到期才好对照。",
    "A notice asks for an answer and a reply promises: cause, remedy and a day that is possible, so that a unit can be held to them.",
)
_STATEMENT = (
    "一条记录说一件事：报数、回执、通知、核实各写一条，撤回其中一条不影响别的。",
    "An entry says one thing: figures, replies, notices and judgements each have their own, so that one can be withdrawn alone.",
)
_VERDICT = (
    "核实要由报数单位以外的单位作出，指明哪一条，退回要有理由，否则“已核实”不说明什么。",
    "A figure is verified by another unit than reported it, entry by entry, and returned with a reason, or verified would mean nothing.",
)
_ACCEPTED = (
    "接受偏差只在目标有效的期间内让它不进督办名单；期限、目标和信号都不因此改变。",
    "An acceptance keeps a target off the lists of what lags while it runs; it moves no deadline, goal or signal.",
)
_COUNTED = (
    "百分比不能相加；按分子、分母报的，准确数由两者算出，几个区县才合得起来。",
    "Percentages cannot be added; of a part and its whole the exact figure is computed, and districts can be brought together.",
)
_SHARED = (
    "几个区县的数合成一个，要是同一项指标、同一种量、同一个方向（tracker indicators）。",
    "Figures of several districts become one only where they are of one target, one quantity and one direction (tracker indicators).",
)
_DISTRICTS = (
    "一个区县在汇总里只算一次，从哪里读要没有疑问（tracker rollup）。",
    "A district counts once in a roll-up, and there is no doubt where it is read (tracker rollup).",
)
_PACKAGE = (
    "数据包来自别的程序：只读约定的几列，读不准的整包不计入，不猜（tracker export）。",
    "A data package comes from another program: its columns are agreed, and where one cannot be read for certain the package is left out (tracker export).",
)

ORIGINS = {
    f"origin.{code}": why
    for codes, why in {
        "syntax tab colon-wide colon-tight sign-wide conflict too-deep several-documents anchor alias tag key-twice key-bad": _YAML,
        "number-bad number-comma whole-bad year-bad": _NUMBER,
        "key-unknown key-missing mapping-expected list-expected list-empty scalar-expected value-missing choice-bad": _FIXED,
        "text-empty text-long text-control text-lines slug-bad timezone-bad": _FIXED,
        "link-outside link-file link-folder": _LINK,
        "file-missing file-unreadable folder-unreadable file-large not-a-file not-a-folder empty-file nul": _READ,
        "more-problems word-broken write-unfinished": _READ,
        "not-utf8 gbk": _UTF8,
        "name-bad misplaced date-differs": _NAME,
        "date-bad moment-bad date-future date-outside recorded-future total-unordered": _DAY,
        "entry-target entry-value entry-twice reason-alone target-unknown target-lost report-copied": _VALUE,
        "unit-wrong unit-inexact unit-stage unit-kind unit-missing": _UNIT,
        "value-fraction value-negative sum-negative add-kind add-base milestone-range stage-kind stage-unknown": _KIND,
        "counted-half counted-unit counted-kind part-negative part-above-whole whole-zero": _COUNTED,
        "sheet-counted-half sheet-counted-differs": _COUNTED,
        "code-bad code-twice indicator-unknown indicator-kind indicator-unit indicator-direction aggregate-kind": _SHARED,
        "district-place district-twice": _DISTRICTS,
        "package-json package-resource package-path package-column package-id package-twice": _PACKAGE,
        "package-number package-day package-counted": _PACKAGE,
        "stages-kind stages-range baseline-kind path-growth path-baseline": _KIND,
        "void-mixed void-reason void-unknown void-of-void void-of-both void-twice": _VOID,
        "goal-count goal-tolerance goal-kind between-two between-order tolerance-negative due-differs": _GOAL,
        "path-count points-order points-outside period-empty baseline-above path-seasonal path-season-end": _PATH,
        "adjustment-path adjustment-twice": _CHANGED,
        "accept-empty accept-late accept-retired": _ACCEPTED,
        "promise-past notice-answer-past sheet-reply-part": _REPLY,
        "statement-mixed": _STATEMENT,
        "status-verified return-reason verify-unknown verify-no-figure verify-self verify-not-named": _VERDICT,
        "previous-kind previous-order previous-end": _LAST,
        "id-twice section-twice measure-twice owner-twice ordinal-zero view-unknown": _UNIQUE,
        "threshold-short thresholds-order": _RULE,
        "quote-missing quote-absent": _QUOTE,
        "source-file-missing source-file-unreadable source-file-large source-not-a-file source-outside source-encoding": _SOURCE,
        "ignore-absent ignore-numberless ignore-twice audit-open audit-outside audit-goal": _IGNORE,
        "audit-operator audit-number audit-unit audit-kind audit-better audit-period audit-strength audit-baseline": _AUDIT,
        "audit-measure audit-nothing audit-owners audit-owners-order audit-result audit-start audit-name": _AUDIT,
        "audit-ignore-idle audit-differs-idle audit-owners-idle": _IDLE,
        "sheet-kind sheet-old sheet-password sheet-macro sheet-bomb sheet-broken sheet-rows sheet-columns": _SHEET_FILE,
        "sheet-encoding sheet-mixed sheet-csv sheet-file-twice sheet-report-large": _SHEET_FILE,
        "sheet-no-heading sheet-heading-hidden sheet-heading-twice sheet-across": _SHEET_HEAD,
        "sheet-target-missing sheet-target-unknown sheet-target-several sheet-target-conflict": _SHEET_TARGET,
        "sheet-merged sheet-number sheet-number-long sheet-number-kind sheet-number-format": _SHEET_CELL,
        "sheet-error-value sheet-formula sheet-date sheet-date-short sheet-date-serial": _SHEET_CELL,
        "sheet-date-missing sheet-date-alone sheet-by-missing": _SHEET_CELL,
        "history-changed history-deleted history-clash history-rewritten history-dropped": _HISTORY,
        "seal-differs seal-gone seal-line seal-twice seal-digest seal-commit seal-cut-off": _SEAL,
    }.items()
    for code in codes.split()
}
