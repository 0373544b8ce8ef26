"""What the shell shows beside the words it completes."""

from tracker.words.pairs import Pairs

COMPLETION: Pairs = {
    "completion.today": ("今天", "this day"),
    "completion.leads": ("牵头 {leads} 项指标", "leads {leads:target|targets}"),
    "completion.installed": (
        "已为 {shell} 安装补全：{file}。重新打开终端后生效。",
        "Completion for {shell} is installed in {file}. It works once you open a new terminal.",
    ),
}
