from tracker.draft.reading import Reading, read


def outline(reading: Reading) -> list[tuple[int, str, tuple[str, ...]]]:
    return [(m.passage.number, m.passage.title, m.passage.units) for m in reading.measures]


OWNED = "（区财政局负责）"


def test_the_sort_of_heading_that_names_units_is_the_measure() -> None:
    text = "\n".join(
        (
            "某区2025年工作方案",
            "一、创新",
            *(f"{n}.第{n}件事。做好工作。{OWNED}" for n in (1, 2)),
            "二、开放",
            f"3.第3件事。做好工作。{OWNED}",
        )
    )
    reading = read(text)
    assert outline(reading) == [(n, f"第{n}件事", ("区财政局",)) for n in (1, 2, 3)]
    assert [m.passage.section for m in reading.measures] == ["创新", "创新", "开放"]
    assert reading.outline.title == "某区2025年工作方案"
    assert reading.year == 2025


def test_items_below_a_measure_belong_to_it() -> None:
    measure = "（{n}）强化第{n}项\n1.突出重点。新增企业{m}家。\n2.创新方式。做好工作。\n责任单位：区商务局、区财政局\n"
    text = "二、重点任务\n" + "".join(measure.format(n="一二三"[n], m=n + 1) for n in range(3))
    reading = read(text, 2025)
    assert [m.passage.title for m in reading.measures] == ["强化第一项", "强化第二项", "强化第三项"]
    assert [[str(a.value) for a in m.targets] for m in reading.measures] == [["1"], ["2"], ["3"]]
    assert {m.passage.units for m in reading.measures} == {("区商务局", "区财政局")}


def test_where_numbers_begin_again_places_count() -> None:
    section = "{n}、部分\n（一）甲事。做好工作。{o}\n（二）乙事。做好工作。{o}\n"
    reading = read("".join(section.format(n=n, o=OWNED) for n in "一二"), 2025)
    assert [m.passage.number for m in reading.measures] == [1, 2, 3, 4]


def test_without_any_owners_titles_decide() -> None:
    text = "一、部分\n" + "".join(f"{n}．抓好第{n}件事。新增企业{n}家，提高水平。\n" for n in range(1, 5))
    assert [m.passage.title for m in read(text, 2025).measures] == [f"抓好第{n}件事" for n in range(1, 5)]


def test_articles() -> None:
    text = "第一章总则\n第一条为促进发展，制定本办法。\n第二章措施\n" + "".join(
        f"第{n}条　支持发展。新增企业5家。\n责任单位：区商务局\n" for n in "二三四"
    )
    assert outline(read(text, 2025)) == [(n, "支持发展", ("区商务局",)) for n in (2, 3, 4)]


def test_goals_outside_the_measures_are_measures_behind_the_others() -> None:
    text = "一、工作目标\n全年新增企业80家，投资增长12%。\n二、任务\n" + "".join(
        f"{n}.第{n}件事。做好工作。{OWNED}\n" for n in (1, 2, 3)
    )
    reading = read(text, 2025)
    assert [m.passage.number for m in reading.measures] == [4, 1, 2, 3]
    assert len(reading.measures[0].targets) == 2


def test_the_deadline_of_a_measure_is_that_of_its_targets() -> None:
    text = "".join(
        f"{n}.第{n}件事。新增企业{n}家。\n责任单位：区商务局\n完成时限：2025年10月底\n" for n in (1, 2, 3)
    )
    assert {str(a.due) for m in read(text).measures for a in m.targets} == {"2025-10-31"}


def test_what_a_notice_announces_is_the_title() -> None:
    text = "关于印发《某区2025年实施方案》的通知\n" + "".join(
        f"{n}.第{n}件事。做好工作。{OWNED}\n" for n in (1, 2, 3)
    )
    assert read(text).outline.title == "某区2025年实施方案"


def test_without_headings_each_paragraph_that_states_a_target_is_a_measure() -> None:
    text = "某县工作简报\n抓好各项工作。\n全年新增企业5家，带动就业300人。\n到年底，建成公园2座。\n"
    assert [len(m.targets) for m in read(text, 2025).measures] == [2, 1]
    assert not read("抓好各项工作。", 2025).measures


GOALS = "到年底，新增企业30家，建成园区2个。"


def test_goals_with_a_chapter_of_their_own_stand_behind_the_measures() -> None:
    section = "{n}、部分\n1.甲事。做好工作。{o}\n2.乙事。做好工作。{o}\n"
    text = f"一、总体目标\n{GOALS}\n" + "".join(section.format(n=n, o=OWNED) for n in "二三")
    found = {m.passage.title: (m.passage.number, len(m.targets)) for m in read(text, 2025).measures}
    assert [m.passage.number for m in read(text, 2025).measures] == [5, 1, 2, 3, 4]
    assert found["总体目标"] == (5, 2)


def test_goals_that_the_text_counts_among_its_measures_keep_their_number() -> None:
    articles = "".join(f"第{n}条 【第{n}件事】做好工作。由区财政局负责。\n" for n in "二三四")
    text = f"第一章 总则\n第一条 【主要目标】{GOALS}\n第二章 任务\n{articles}"
    assert [(m.passage.number, len(m.targets)) for m in read(text, 2025).measures] == [
        (1, 2),
        (2, 0),
        (3, 0),
        (4, 0),
    ]


TABLE = "| 序号 | 任务 | 目标 | 责任单位 |\n|---|---|---|---|\n" + "".join(
    f"| {n} | 表内第{n}件 | 新建{n}个 | 区商务局 |\n" for n in (1, 2)
)
PROSE = "".join(f"**（{n}）文内第{n}件。**做好工作。{OWNED}\n\n" for n in "一二三")


def test_places_count_where_a_table_stands_before_the_headings() -> None:
    found = outline(read(f"# 方案\n\n## 一、清单\n\n{TABLE}\n## 二、举措\n\n{PROSE}", 2025))
    assert [(number, title[:2]) for number, title, _ in found] == [
        (1, "表内"),
        (2, "表内"),
        (3, "文内"),
        (4, "文内"),
        (5, "文内"),
    ]


def test_headings_keep_their_numbers_behind_a_table_of_indicators() -> None:
    table = "| 序号 | 指标 | 目标值 | 单位 |\n|---|---|---|---|\n| 1 | 新增站点 | 3 | 个 |\n| 2 | 新增企业 | 5 | 家 |\n"
    found = outline(read(f"# 方案\n\n## 一、指标\n\n{table}\n## 二、举措\n\n{PROSE}", 2025))
    assert [number for number, _, units in found if units] == [1, 2, 3]
    assert [(number, title) for number, title, units in found if not units] == [(4, "指标")]


def test_places_count_where_a_table_stands_behind_the_headings() -> None:
    found = outline(read(f"# 方案\n\n## 一、举措\n\n{PROSE}\n## 二、清单\n\n{TABLE}", 2025))
    assert [number for number, _, _ in found] == [1, 2, 3, 4, 5]
    assert [title[:2] for _, title, _ in found] == ["文内"] * 3 + ["表内"] * 2
