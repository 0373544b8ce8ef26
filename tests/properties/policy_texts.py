"""Policy texts made by chance: of real sentences, and of fragments in any order."""

from pathlib import Path

from hypothesis import strategies as st

LINES = (Path(__file__).parents[1] / "draft" / "sentences.txt").read_text(encoding="utf-8").splitlines()
SENTENCES = [line.rpartition(" | ")[0] for line in LINES if line and not line.startswith("#")]
OWNERS = ("（区科技局、区财政局按职责分工负责）", "（责任单位：区商务局；配合单位：各镇（街道））", "")
_FRAGMENTS = (
    *(
        "新增企业",
        "达到",
        "不低于",
        "力争",
        "分别",
        "由",
        "提高到",
        "同比",
        "下降",
        "去年",
        "9月底前",
        "2025年",
        "奖励",
        "对",
    ),
    *(
        "12",
        "3.5",
        "1,250,000",
        "三千万",
        "二十",
        "一",
        "5G",
        "０",
        "%",
        "家",
        "万元",
        "个百分点",
        "以上",
        "左右",
        "至",
        "-",
    ),
    *(
        "，",
        "、",
        "。",
        "；",
        "：",
        "（",
        "）",
        "“",
        "”",
        "《",
        "》",
        "|",
        "\n",
        "\n\n",
        " ",
        "\u3000",
        "\t",
        "\f",
        "\x0b",
    ),
    *(
        "1.",
        "2.",
        "一、",
        "（二）",
        "第三条",
        "## ",
        "责任单位：",
        "区财政局",
        "序号\n任务\n单位\n",
        "负责",
        "𠀀",
        "\u202e",
        "\u200b",
    ),
)


@st.composite
def policies(draw: st.DrawFn) -> str:
    """Three or more measures of real sentences, with owners or without."""
    count = draw(st.integers(min_value=3, max_value=6))
    owner = draw(st.sampled_from(OWNERS))
    parts = []
    for number in range(1, count + 1):
        said = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4))
        parts.append(f"{number}.抓好第{number}项工作。{''.join(said)}{owner}\n")
    return "某区2024年若干措施\n\n" + "".join(parts)


def scraps() -> st.SearchStrategy[str]:
    """Any fragments in any order."""
    return st.lists(st.sampled_from(_FRAGMENTS), max_size=60).map("".join)
