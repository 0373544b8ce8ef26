"""Sentences of sharing with other clones, and of taking one's last report back."""

SHARING = {
    "sync.came": (
        "收到 {reports} 份进展文件，{entries} 条记录",
        "{reports:report|reports} came, with {entries:entry|entries}",
    ),
    "sync.went": ("送出 {reports} 份进展文件", "{reports:report|reports} went out"),
    "sync.more": ("另有 {more} 条，见 tracker log", "{more} more: tracker log"),
    "sync.catalogue": (
        "别人改了目录：tracker diff --rev {before}..{after}",
        "The catalogue was changed by others: tracker diff --rev {before}..{after}",
    ),
    "sync.catalogue-went": ("送出了目录的改动。", "The changed catalogue went out."),
    "sync.nothing": (
        "与 {remote} 一致，没有要收发的。",
        "Nothing to share: the same as {remote}.",
    ),
    "sync.watching": (
        "每 {seconds} 秒收发一次；按 Ctrl-C 结束。",
        "Sharing every {seconds} seconds; Ctrl-C ends it.",
    ),
    "sync.conflict": (
        "两边都改了 measures.yaml 的同一处。各边改了什么：",
        "Both sides changed measures.yaml in the same place. What each side changed:",
    ),
    "sync_side.there": ("有", "there"),
    "sync_side.not-there": ("没有", "not there"),
    "column.base": ("原来", "before"),
    "column.here": ("这边", "here"),
    "column.there": ("那边", "there"),
    "error.sync-no-branch": (
        "现在不在任何分支上（分离的 HEAD）。先 git switch 到一个分支。",
        "No branch is checked out (detached HEAD). Go to one first: git switch BRANCH.",
    ),
    "error.sync-nothing-committed": (
        "这个仓库还没有任何提交。先提交目录：git add -A && git commit -m start。",
        "Nothing was ever committed here. Commit the catalogue first: git add -A && git commit -m start.",
    ),
    "error.sync-no-remote": (
        "没有可以收发的远端。加一个：git remote add origin 地址（共享文件夹里的裸仓库、ssh 或 https 地址）。",
        "There is no remote to share with. Add one: git remote add origin ADDRESS (a bare repository in a shared folder, an ssh or an https address).",
    ),
    "error.sync-which-remote": (
        "有几个远端：{known}。用 --remote 指明是哪个。",
        "There are several remotes: {known}. Name one with --remote.",
    ),
    "error.sync-unknown-remote": (
        "没有叫“{name}”的远端。已有：{known}。",
        "No remote is called “{name}”. There are: {known}.",
    ),
    "error.sync-no-repository": (
        "{folder} 不在 git 仓库里，没有可以收发的。先 git init，提交，再加远端。",
        "{folder} is not in a git repository, so there is nothing to share with. First git init, commit, and add a remote.",
    ),
    "error.sync-address": (
        "不能用这个远端地址：“{url}”。可用：文件夹、ssh、https。",
        "This address of a remote cannot be used: “{url}”. Folders, ssh and https can.",
    ),
    "error.sync-unreachable": (
        "{url} 不是 git 仓库，或现在够不到。共享盘连上了吗？新的共享仓库用 git init --bare 建。",
        "{url} is no git repository, or cannot be reached now. Is the share connected? A new place to share is made by git init --bare.",
    ),
    "error.sync-strange": (
        "{folder} 里有会以你的身份运行的东西：{strange}。确认可信之后：git config --global --add safe.directory {named}",
        "{folder} has what would run as you: {strange}. If you trust it: git config --global --add safe.directory {named}",
    ),
    "error.sync-rewritten": (
        "{remote} 的历史被改写：见过的提交 {seen} 不在里面了。什么也没有动；先查明是谁强推：git fetch 之后 git log {remote}..{seen} 列出被去掉的提交。那之后 tracker sync 把两边合并，这里有的不会丢。",
        "The history of {remote} was rewritten: commit {seen}, seen there before, is no part of it. Nothing was done; find out who has forced it: after git fetch, git log {remote}..{seen} lists the commits that were dropped. From then on tracker sync merges both sides; nothing that is here is lost.",
    ),
    "error.sync-gone": (
        "{remote} 不在了：那边的分支被删去或改了名。什么也没有动；问清楚再说。确实要重新放上去：git push {name} {branch}:{ref}。",
        "{remote} is gone: the branch was removed or renamed there. Nothing was done; find out who did it. To put it there again: git push {name} {branch}:{ref}.",
    ),
    "error.sync-running": (
        "这个克隆里另一个 tracker sync 还没有结束。等它结束再来。",
        "Another tracker sync is at work in this clone. Wait until it has ended.",
    ),
    "error.sync-unfinished": (
        "已经收发，但这里的文件没有全部跟上：{words}。没有文件写到一半；排除之后再 tracker sync，它会接着做完。",
        "It was exchanged, but not all files here have followed: {words}. No file is half written; put that right, and tracker sync again: it goes on from there.",
    ),
    "error.sync-under-way": (
        "仓库里有未完成的 {operation}，没有收发。先完成或放弃（{way}），再 tracker sync。",
        "A {operation} is under way in the repository: nothing was exchanged. Finish it or give it up ({way}), and tracker sync again.",
    ),
    "error.sync-unsettled": (
        "{files} 里的冲突还没有解决，没有收发。改好后 git add，再 tracker sync。",
        "{files}: a conflict is not settled yet; nothing was exchanged. Put it right, git add it, and tracker sync again.",
    ),
    "error.sync-catalogue": (
        "合并后的目录读不出来，没有合并，什么也没有动。请改目录的人更正。",
        "The merged catalogue cannot be read: nothing was merged or moved. Ask who changed it to put it right.",
    ),
    "error.sync-watch-output": (
        "--watch 一直在收发，不写到文件里：不要与 -o 连用。",
        "--watch goes on for ever and writes no file: leave out -o.",
    ),
    "error.git-checked-out": (
        "那边不是裸仓库：有人正在那个文件夹里用这个分支。共享的地方用 git init --bare 建。",
        "The other end is no bare repository: somebody works on this branch in that folder. Make a place to share with git init --bare.",
    ),
    "error.sync-unrelated": (
        "{remote} 与这里没有共同的历史，是另一个仓库。",
        "{remote} has no history in common with this repository: it is another one.",
    ),
    "error.sync-conflict": (
        "两边都改了 {files}，没有合并，什么也没有动。在这里合并：git merge {remote}，改好冲突处，tracker check，git commit -a，再 tracker sync。",
        "Both sides changed {files}; nothing was merged or moved. Merge here: git merge {remote}, settle the conflict, tracker check, git commit -a, and tracker sync again.",
    ),
    "error.sync-breach": (
        "有提交改动或删去了已提交的进展文件，没有收发。按上面说的恢复，再 tracker sync。",
        "A commit changed or dropped committed reports: nothing was exchanged. Put them back as said above, and tracker sync again.",
    ),
    "error.sync-goes": (
        "要送出的有问题，没有收发。改好再 tracker sync。",
        "What would go out has problems: nothing was exchanged. Put them right, and tracker sync again.",
    ),
    "error.sync-comes": (
        "收到的有问题，没有合并。请报送的人撤回重报（tracker void），或用 --with-problems 照收：有问题的条目不计入，check 会一直提示。",
        "What comes has problems: nothing was merged. Ask who reported to withdraw it (tracker void) and report again, or take it as it is with --with-problems: such entries do not count, and check goes on saying so.",
    ),
    "error.sync-in-the-way": (
        "{files} 有没有提交的改动，合并会碰到它们。先提交或收起（git stash），再 tracker sync。",
        "{files}: changed and not committed, where a merge would change them too. Commit or stash first, and tracker sync again.",
    ),
    "error.sync-link": (
        "链接和子模块不收发：{files}。确实需要时用 git 自己提交、合并。",
        "Links and submodules are not exchanged: {files}. Where they are wanted, commit and merge with git itself.",
    ),
    "error.git-behind": (
        "别人在同时收发，等了很久也没轮到。过一会儿再 tracker sync。",
        "Others share at the same time, and it was never our turn. Try tracker sync again in a while.",
    ),
    "error.git-no-ref": ("那边没有这个分支：{words}。", "There is no such branch at the other end: {words}."),
    "error.git-offline": (
        "够不到远端（没有网络？）：{words}。记录都在这里，连上再 tracker sync。",
        "The remote cannot be reached (no network?): {words}. All that was recorded is here; tracker sync again when there is one.",
    ),
    "error.git-not-there": (
        "那边没有这个仓库，或你没有权限看到它：{words}。核对地址：git remote -v。",
        "There is no such repository at the other end, or you may not see it: {words}. Look at the address: git remote -v.",
    ),
    "error.git-unknown-host": (
        "ssh 还不认识那台机器：{words}。先用 ssh 登录它一次，核对并接受它的密钥。",
        "ssh does not know that machine yet: {words}. Log in to it once by ssh, and accept its key after a look.",
    ),
    "error.git-host-changed": (
        "那台机器的密钥与 ssh 记住的不一样：可能换了机器，也可能有人冒充，没有收发。先问管那台机器的人；确实换了，再用 ssh-keygen -R 去掉旧的。",
        "That machine's key is not the one that ssh remembers: another machine, or somebody who pretends to be it; nothing was exchanged. Ask whoever keeps it; if it was changed, remove the old key with ssh-keygen -R.",
    ),
    "error.git-certificate": (
        "信不过那台机器的证书：{words}。单位自己签发的，向管服务器的人要根证书，git config --global http.sslCAInfo 文件；不要关掉核验。",
        "The certificate of that machine is not trusted: {words}. Of one your office has issued ask for the root certificate, and git config --global http.sslCAInfo FILE; never switch the check off.",
    ),
    "error.git-credentials": (
        "远端不认识你：{words}。ssh 先装好密钥；https 先用 git config --global credential.helper 存好密码。",
        "The remote does not let you in: {words}. For ssh set up a key; for https let git keep the password: git config --global credential.helper.",
    ),
    "error.git-declined": ("远端的检查没有通过：{words}。", "The remote's own check refused it: {words}."),
    "error.git-protocol": (
        "不能用这种地址：{words}。可用：文件夹、ssh、https。",
        "Addresses of this kind are not used: {words}. Folders, ssh and https are.",
    ),
    "error.git-old": (
        "git 太旧，sync 需要 2.38 或更新版本。",
        "This git is too old: sync needs 2.38 or later.",
    ),
    "undo.shown": ("最近一份没有提交的进展文件：{file}", "The last report that is not committed: {file}"),
    "undo.confirm": ("删去它？", "Remove it?"),
    "undo.kept": ("没有删。", "It was kept."),
    "undo.gone": ("已删去 {file}。", "Removed {file}."),
    "error.undo-ask": (
        "删去之前要问，而这里没有终端：确定就加 --yes。",
        "Removing asks first, and there is no terminal: add --yes if you are sure.",
    ),
    "error.undo-nothing": (
        "没有未提交的进展文件。已提交的不删，用 tracker void 撤回。",
        "There is no report that is not committed. Committed ones are never removed; withdraw them with tracker void.",
    ),
    "error.undo-named": (
        "{file} 已被 {by} 引用，不能删；用 tracker void 撤回。",
        "{file} is referred to by {by} and cannot be removed; withdraw it with tracker void.",
    ),
}
