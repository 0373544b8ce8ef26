"""Sentences of what git's history and seals prove, and of what they cannot."""

PROVING = {
    "error.history-alone": ("{name} 要与 --history 一起用。", "{name} goes with --history."),
    "history.shallow": (
        "浅克隆：只检查了本地已有的历史。",
        "A shallow clone: only the history at hand was looked at.",
    ),
    "history.settled": (
        "历史中有 {count} 处改动已经恢复原状。",
        "{count:earlier breach has|earlier breaches have} been put right.",
    ),
    "problem.history-changed": (
        "提交后被改动：{commit}（{author}，{when}）",
        "changed after it was committed, by {commit} ({author}, {when})",
    ),
    "problem.history-deleted": (
        "提交后被删除或改名：{commit}（{author}，{when}）",
        "deleted or renamed after it was committed, by {commit} ({author}, {when})",
    ),
    "problem.history-clash": (
        "两个分支各加了一份同名文件，{commit}（{author}，{when}）丢掉了其中一份",
        "two reports were added under this name, and {commit} ({author}, {when}) dropped one of them",
    ),
    "remedy.history-changed": (
        "恢复原文件并提交：git checkout {source} -- {file}；更正写成新文件，数字有误的用 void 撤回。",
        "Put it back and commit: git checkout {source} -- {file}. Write the correction as a new file, with a void where a figure is wrong.",
    ),
    "remedy.history-deleted": (
        "恢复原文件并提交：git checkout {source} -- {file}；要撤回其中的数，写一份含 void 的新文件。",
        "Put it back and commit: git checkout {source} -- {file}. To withdraw its figures, write a new file with a void.",
    ),
    "remedy.history-clash": (
        "用新的文件名存回丢掉的一份并提交：git show {source}:./{file} > 新文件。",
        "Save the dropped one under a new name and commit it: git show {source}:./{file} > NEW-NAME.",
    ),
    "history.fine": (
        "历史：提交过的进展文件都还是原样。改写过、又无人保留原样的历史，从这里看不出来，要靠封存（tracker seal）。",
        "History: every committed report stands as it was added. A history that was rewritten, and of which nobody kept the old end, cannot be told from here; seals can (tracker seal).",
    ),
    "history.replaced": (
        "仓库里有 {count} 处替换或嫁接（git replace、grafts），未采用：查的是原来提交的历史。",
        "The repository has {count:replacement or graft|replacements or grafts} (git replace, grafts); the history was looked at as it was committed, without them.",
    ),
    "history.own": (
        "{folder} 自成一个仓库：查的是它自己的历史。",
        "{folder} is a repository of its own: its own history was looked at.",
    ),
    "history.submodule": (
        "{folder} 里有子模块，里面的文件不在这个历史里，没有检查。",
        "{folder} holds a submodule, whose files are not in this history: they were not looked at.",
    ),
    "problem.history-rewritten": (
        "在 {revision} 里不是这样，而那个版本已不在现在的历史里",
        "is not as it stands in {revision}, which is no part of this history any more",
    ),
    "problem.history-dropped": (
        "在 {revision} 里有，现在的历史里没有",
        "stands in {revision} and not in this history",
    ),
    "remedy.history-rewritten": (
        "恢复原文件并提交：git checkout {source} -- {file}；更正写成新文件。",
        "Put it back and commit: git checkout {source} -- {file}. Write the correction as a new file.",
    ),
    "remedy.history-dropped": (
        "若只是还没有合并，先合并 {source}；若已被丢掉，恢复并提交：git checkout {source} -- {file}。",
        "If it is only not merged yet, merge {source}; if it was dropped, put it back and commit: git checkout {source} -- {file}.",
    ),
    "seal.first": ("与封存不符的第一天：{day}", "The first day that differs from its seal: {day}"),
    "seal.rewritten": (
        "{day} 封存时的提交 {commit} 不在现在的历史里：历史被改写过（变基、修补提交等）。",
        "The commit that was sealed on {day}, {commit}, is no part of this history: it was rewritten (rebase, amend).",
    ),
    "seal.uncommitted": (
        "有 {count} 份进展文件没有提交或提交后改过，不在封存之内。",
        "{count:report is|reports are} not committed as they stand, and not in the seal.",
    ),
    "problem.seal-differs": (
        "与 {day} 封存的不同（当时的提交 {commit}）",
        "differs from what was sealed on {day} (commit {commit})",
    ),
    "problem.seal-gone": (
        "{day} 封存时还有（当时的提交 {commit}），现在没有了",
        "was there when sealed on {day} (commit {commit}), and is gone",
    ),
    "problem.seal-line": ("不是封存文件的一行", "no line of a file of seals"),
    "problem.seal-twice": ("{file} 在封存里有两种内容", "{file} is sealed with two contents"),
    "problem.seal-digest": (
        "{day} 的摘要与它封存的文件对不上",
        "the digest of {day} is not that of the reports it seals",
    ),
    "problem.seal-commit": (
        "{day} 封存的提交 {commit} 已不在仓库里，而封存里没有逐个文件的摘要",
        "the commit sealed on {day}, {commit}, is not in the repository, and no digests of single reports are sealed",
    ),
    "problem.seal-cut-off": (
        "最后几行没有当天的摘要，文件可能不完整",
        "the last lines have no day that seals them; the file may be cut off",
    ),
    "remedy.seal-differs": (
        "恢复当时的内容（备份、别人的克隆），更正写成新文件。",
        "Put back what stood there (a backup, somebody else's clone), and write corrections as new files.",
    ),
    "remedy.seal-gone": (
        "恢复当时的内容（备份、别人的克隆）；要撤回其中的数，写一份含 void 的新文件。",
        "Put it back (a backup, somebody else's clone); to withdraw its figures, write a new file with a void.",
    ),
    "remedy.seal-line": (
        "用原样保存的封存文件；它只由 tracker seal 追加。",
        "Use the file as it was kept; only tracker seal adds to it.",
    ),
    "remedy.seal-twice": (
        "用原样保存的封存文件；它只由 tracker seal 追加。",
        "Use the file as it was kept; only tracker seal adds to it.",
    ),
    "remedy.seal-digest": (
        "用原样保存的封存文件；若原样如此，该提交或封存被人改过。",
        "Use the file as it was kept; if it is, somebody changed the seal, or the commit is another.",
    ),
    "remedy.seal-commit": (
        "历史被改写过。从备份或别人的克隆取回那个提交，再对照。",
        "The history was rewritten. Fetch that commit from a backup or somebody else's clone, and compare again.",
    ),
    "remedy.seal-cut-off": (
        "用原样保存的封存文件；它只由 tracker seal 追加。",
        "Use the file as it was kept; only tracker seal adds to it.",
    ),
    "error.seal-nothing": (
        "{folder} 还没有任何提交，没有可以封存的。先 git add 并 git commit。",
        "Nothing was ever committed in {folder}, so there is nothing to seal. Run git add and git commit first.",
    ),
    "error.seal-refused": (
        "与 {file} 里已有的封存不符，没有追加。",
        "This is not what {file} has sealed; nothing was added to it.",
    ),
    "error.seal-unreadable": (
        "无法读取封存文件 {file}：{reason}。",
        "Cannot read the file of seals {file}: {reason}.",
    ),
}
