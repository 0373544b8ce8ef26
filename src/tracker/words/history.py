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
}
