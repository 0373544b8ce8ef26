"""Git, what it proves of the log, and new workspaces: errors, problems, help and templates' words."""

from tracker.words.pairs import Pairs

HISTORY: Pairs = {
    "error.git-failed": ("git 没有完成：{words}。", "git failed: {words}."),
    "error.git-identity": (
        "git 不知道提交人是谁。运行 git config user.name 姓名 和 git config user.email 邮箱，然后再提交。",
        "git does not know who commits. Run git config user.name NAME and git config user.email ADDRESS, then commit again.",
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
        "{folder} 不在 git 仓库里，没有历史可查。先 git init 并提交，或去掉 --history。",
        "{folder} is not in a git repository, so there is no history to look at. Run git init and commit, or leave out --history.",
    ),
    "error.git-revision": (
        "仓库里没有版本“{revision}”。检查拼写；若是浅克隆，先用 git fetch 取回它。",
        'There is no revision "{revision}" in the repository. Check its name; in a shallow clone, git fetch it first.',
    ),
    "error.since-alone": (
        "--since 要与 --history 一起用。",
        "--since goes with --history.",
    ),
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
        "--example 用现成的目录，不能再加 --title 或 --year。",
        "--example comes with its own catalogue and takes neither --title nor --year.",
    ),
    "error.example-missing": (
        "安装的程序里没有示例工作区。重新安装，或从源代码仓库运行。",
        "This installation does not carry the example. Install it again, or run from a checkout.",
    ),
}
