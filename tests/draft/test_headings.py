import pytest

from tracker.draft.headings import Style, is_title, mark_of


@pytest.mark.parametrize(
    ("line", "style", "number", "rest"),
    [
        ("一、总体要求", Style.DUN, 1, "总体要求"),
        ("十二、保障措施", Style.DUN, 12, "保障措施"),
        ("（三）优化环境", Style.PAREN, 3, "优化环境"),
        ("1.打造平台", Style.DOT, 1, "打造平台"),
        ("12、打造平台", Style.DOT, 12, "打造平台"),
        ("第一条稳定生产", Style.ARTICLE, 1, "稳定生产"),
        ("第三章附则", Style.CHAPTER, 3, "附则"),
        ("第二部分教育", Style.PART, 2, "教育"),
        ("1.2健全机制", Style.DOTTED, 2, "健全机制"),
        ("（2）开展检查", Style.NUMBER_PAREN, 2, "开展检查"),
        ("③开展检查", Style.CIRCLED, 3, "开展检查"),
        ("##二、链群", Style.DUN, 2, "链群"),
        ("###支持研发", Style.HASH, 0, "支持研发"),
        ("措施三：强化用地", Style.NAMED, 3, "强化用地"),
        ("-1.打造平台", Style.DOT, 1, "1.打造平台"),
    ],
)
def test_marks(line: str, style: Style, number: int, rest: str) -> None:
    mark = mark_of(line)
    if line.startswith("-"):
        assert mark is None
        return
    assert mark is not None
    assert (mark.style, mark.number) == (style, number)
    assert line[mark.length :] == rest


@pytest.mark.parametrize(
    "line", ["3.5亿元", "1500个以上", "2.3万人", "第三条产业", "全年新增", "2025年底", "5G网络", "1."]
)
def test_numbers_at_the_start_of_a_line_are_no_marks(line: str) -> None:
    assert mark_of(line) is None


def test_titles() -> None:
    assert is_title("澄江新区促进消费若干措施（试行）")
    assert not is_title("为贯彻落实若干措施。现将")
