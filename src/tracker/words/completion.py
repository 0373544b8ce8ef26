"""What the shell shows beside the words it completes."""

from tracker.words.pairs import Pairs

COMPLETION: Pairs = {
    "completion.today": ("今天", "this day"),
    "completion.leads": ("牵头 {leads} 项指标", "leads {leads:target|targets}"),
}
