"""A day as analysts write it, at the command line as in a chat."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.model.days import days_of, last_day

TODAY = date(2024, 10, 31)  # a Thursday
DAYS = st.dates(date(2023, 1, 1), date(2026, 12, 31))


def read(text: str, today: date = TODAY) -> date:
    return last_day(text, today=today, year=2024)


BY_DAY = {
    "2024-06-30": "2024-06-30 2024/6/30 2024.6.30 2024-6-30 20240630 2024年6月30日 2024年06月30 6月30日 6月30号 6.30 6/30 06-30"
    " ２０２４－０６－３０ ２０２４／６／３０ 六月三十日 2024-06 2024/6 2024.06 202406 6月 6月份 六月 6月底 ６月底 6月末 六月下旬 2024年6月下旬"
    " 2024Q2 2024-q2 Q2 二季度 第二季度 2季度 第2季度 二季末 2024年二季度 2024年第二季度末 2024年度第二季度 今年二季度"
    " 上半年 2024上半年 2024年上半年 H1 2024H1 上半年末 1-6月 1—6月 1～6月 1月至6月 2024年1-6月 1至6月份",
    "2024-09-30": "三季度 3季度 第三季度 前三季度 前三个季度 三季度末 三季度底 2024年三季度 Q3 上季度 上个季度 上一季度 上季度末 上季末 last-quarter"
    " 9月 上月 上个月 上一个月 上月底 上月末 上月下旬 last-month 1-9月",
    "2024-10-31": "today 今天 今日 本月 这个月 当月 本月底 月底 月末 本旬 下旬 本月下旬 本周 这周 本星期 周四 本周四 星期四 本季度 今年 本年度"
    " this-week this-month 10月 10月31日 10.31 10月下旬 十月 十月底",
    "2024-10-30": "昨天 昨日 yesterday 周三 礼拜三 本周三",
    "2024-10-29": "前天 前日",
    "2024-11-01": "明天 tomorrow 本周五 周五 11月初 11月1日 下月初 11.1",
    "2024-10-27": "上周 上星期 上个星期 上周日 上周末 上星期天 上礼拜日 last-week 2024-W43 2024年第43周 第43周 W43",
    "2024-10-25": "上周五 上个星期五",
    "2024-10-20": "上上周 上一旬 上个旬 中旬 本月中旬 10月中旬 十月中旬 本月20日 2024-10中旬",
    "2024-10-10": "上旬 10月上旬 上上个旬 2024年10月上旬 本月10号",
    "2024-12-31": "年底 年末 年终 2024 2024年 2024年底 2024年末 2024年度 今年底 今年年底 下半年 2024H2 四季度 12月 十二月 1-12月 全年 本季度末 季末 季度末",
    "2023-12-31": "去年 去年底 去年末 上年 上年末 上年度 2023 2023年底 去年12月 去年四季度 last-year 去年下半年",
    "2023-10-31": "去年同期 上年同期 去年今天 去年10月 2023年10月 2023-10",
    "2024-01-01": "年初 今年初 2024年初 1月初 1月1日",
    "2024-02-29": "2月 2月底 2024-2 2024-02 二月下旬",
    "2024-11-30": "下月 下个月 11月 下个月底",
    "2024-11-10": "下一旬 下月上旬",
}


@pytest.mark.parametrize(
    ("text", "day"), [(text, day) for day, texts in BY_DAY.items() for text in texts.split()]
)
def test_days_as_people_write_them(text: str, day: str) -> None:
    assert read(text.replace("last-", "last ").replace("this-", "this ")) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "8",
            "8日",
            "底",
            "年",
            "月",
            "周",
            "旬",
            "季度",
            "年度",
            "上",
            "本",
            "第三",
            "3",
            "q",
            "h1h2",
            "w",
        ),
        *(
            "2024-13",
            "2024-00",
            "2024-02-30",
            "2024-W54",
            "2024-W53",
            "2024-W00",
            "2024Q5",
            "5季度",
            "第五季度",
        ),
        *("13月上旬", "2月30日", "0月", "十三月", "一二月", "2024/06-30", "2024-08-10-11", "13.1", "10.32"),
        *(
            "2024081",
            "20241301",
            "20240832",
            "24-06-30",
            "8月①日",
            "٨月",
            "9月²",
            "8月三旬",
            "上周八",
            "上上上周",
        ),
        *("前年同期", "三季度上旬", "本周5", "2024-08-10T09:00", "v1.2.3", "HEAD", "main", "--", "today+1"),
    ],
)
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the caller adds the sentence
        read(text)


@given(DAYS)
def test_a_period_before_the_present_one_ends_before_it_begins(today: date) -> None:
    for past, present, longest in (
        ("上周", "本周末", 7),
        ("上一旬", "本旬", 11),
        ("上月", "本月底", 31),
        ("上季度", "本季度末", 92),
        ("去年", "今年底", 366),
    ):
        assert read(past, today) < today
        assert today - read(past, today) <= timedelta(days=longest)
        assert read(past, today) < read(present, today) <= read(past, today) + timedelta(days=longest)


@given(DAYS)
def test_a_day_is_read_however_it_is_written(day: date) -> None:
    for form in ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%Y年%m月%d日"):
        assert read(day.strftime(form)) == day
    assert read(f"{day.year}/{day.month}/{day.day}") == day
    assert last_day(f"{day.month}月{day.day}日", today=TODAY, year=day.year) == day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("8月上旬", "2024-08-01", "2024-08-10"),
        ("2024-08中旬", "2024-08-11", "2024-08-20"),
        ("8月下旬", "2024-08-21", "2024-08-31"),
        ("8月", "2024-08-01", "2024-08-31"),
        ("2024-08", "2024-08-01", "2024-08-31"),
        ("8月底", "2024-08-31", "2024-08-31"),
        ("8月初", "2024-08-01", "2024-08-01"),
        ("1-9月", "2024-01-01", "2024-09-30"),
        ("2024-W33", "2024-08-12", "2024-08-18"),
        ("上周", "2024-10-21", "2024-10-27"),
        ("上周五", "2024-10-25", "2024-10-25"),
        ("上一旬", "2024-10-11", "2024-10-20"),
        ("本旬", "2024-10-21", "2024-10-31"),
        ("本月", "2024-10-01", "2024-10-31"),
        ("上月底", "2024-09-30", "2024-09-30"),
        ("三季度", "2024-07-01", "2024-09-30"),
        ("前三季度", "2024-01-01", "2024-09-30"),
        ("二季度末", "2024-06-30", "2024-06-30"),
        ("上季度", "2024-07-01", "2024-09-30"),
        ("上半年", "2024-01-01", "2024-06-30"),
        ("下半年", "2024-07-01", "2024-12-31"),
        ("去年", "2023-01-01", "2023-12-31"),
        ("今年", "2024-01-01", "2024-10-31"),
        ("年初", "2024-01-01", "2024-01-01"),
        ("2024-08-10", "2024-08-10", "2024-08-10"),
        ("昨天", "2024-10-30", "2024-10-30"),
    ],
)
def test_a_period_has_a_first_and_a_last_day(text: str, first: str, last: str) -> None:
    days = days_of(text, today=TODAY, year=2024)
    assert (str(days.start), str(days.end)) == (first, last)


def test_the_present_period_ends_today_unless_its_end_is_named() -> None:
    day = date(2024, 8, 14)
    assert [read(text, day) for text in ("本周", "本旬", "本月", "本季度", "今年")] == [day] * 5
    assert [str(read(text, day)) for text in ("本周末", "月底", "本月底", "季末", "今年底", "本周日")] == [
        *("2024-08-18", "2024-08-31", "2024-08-31", "2024-09-30", "2024-12-31", "2024-08-18")
    ]


def test_a_leap_day_has_a_year_before() -> None:
    assert read("去年同期", date(2024, 2, 29)) == date(2023, 2, 28)
