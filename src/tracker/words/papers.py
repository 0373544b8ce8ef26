"""Words of papers: pictures, notes, and what goes wrong with them."""

from tracker.words.pairs import Pairs

PAPERS: Pairs = {
    "paper.annex": ("附件", "Annex"),
    "paper.notes": ("注：", "Notes"),
    # A paragraph behind a table that begins so belongs to the table.
    "paper.remark": ("注", "Note"),
    "picture.expected": ("应达到的进度", "expected"),
    "error.no-cjk-font": (
        "画图要用中文字体，这台电脑上没有找到。请安装下列字体中的一种（Debian 或 Ubuntu：apt install fonts-noto-cjk），再试一次：{fonts}。",
        "The charts have Chinese characters, and no Chinese font was found on this computer. Install one of these and try again (on Debian or Ubuntu: apt install fonts-noto-cjk): {fonts}.",
    ),
}
