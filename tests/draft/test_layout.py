from tracker.draft.layout import Block, layout


def words(original: str) -> list[str]:
    source, blocks = layout(original)
    return [source.text[block.start : block.end] for block in blocks]


def test_a_line_break_within_a_word_joins() -> None:
    assert words("1.建设平台。建立科技型企业名录库，开\n\n展融资培育行动。\n2.下一条。") == [
        "1.建设平台。建立科技型企业名录库，开展融资培育行动。",
        "2.下一条。",
    ]


def test_a_page_number_between_is_left_out() -> None:
    assert words("1.引进企业。全年新引进各类无人机企\n— 3 —\n业40家。") == [
        "1.引进企业。全年新引进各类无人机企业40家。"
    ]
    assert words("1.引进企业。全年新引进各类无人机企\n第 3 页 共 9 页\n业40家。") == [
        "1.引进企业。全年新引进各类无人机企业40家。"
    ]


def test_a_number_that_begins_a_line_by_chance_is_no_heading() -> None:
    assert words("1.甲。新增无人机企业的数量要达到\n5、力争更多。") == [
        "1.甲。新增无人机企业的数量要达到5、力争更多。"
    ]


def test_labels_begin_a_paragraph() -> None:
    assert words("1.甲。做好工作\n责任单位：区财政局\n完成时限：9月底\n2.乙。") == [
        "1.甲。做好工作",
        "责任单位：区财政局",
        "完成时限：9月底",
        "2.乙。",
    ]


def test_wrapped_lines_join_also_within_owners() -> None:
    original = "    （一）实施就业促进行动。开发公益性岗位500个，全年城镇新增就业6000\n人以上，培训劳动者3000人次。（责任单位：县人社局，各乡镇（街道）人\n民政府）"
    assert words(original) == [
        "（一）实施就业促进行动。开发公益性岗位500个，全年城镇新增就业6000人以上，培训劳动者3000人次。（责任单位：县人社局，各乡镇（街道）人民政府）"
    ]


def test_headings_with_a_line_of_their_own() -> None:
    source, blocks = layout("（一）强化招商引资\n突出产业链招商。\n")
    assert [block.own for block in blocks] == [True, False]
    assert source.text[blocks[0].body : blocks[0].end] == "强化招商引资"


def test_a_set_in_line_begins_a_paragraph() -> None:
    assert len(words("某县2025年工作情况的说明文字\n\u3000\u3000为做好工作，制定本文。")) == 2


def test_rows_of_tables_are_blocks() -> None:
    _, blocks = layout("| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 建设 | 区财政局 |\n")
    assert [len(block.cells) for block in blocks] == [0, 3]
    assert all(isinstance(block, Block) for block in blocks)


def test_a_full_line_of_owners_goes_on() -> None:
    line = "　　责任单位：县教育局、县人力资源和社会保障局、县纪委监委驻县卫生健康局"
    text = f"一、甲\n{line}\n纪检监察组\n" + "".join(f"{n}、{'做好工作，' * 6}做好。\n" for n in "二三四五")
    source, blocks = layout(text)
    words = [source.text[block.start : block.end] for block in blocks]
    assert words[1].endswith("卫生健康局纪检监察组")


def test_a_full_line_that_ends_with_a_bracket_goes_on() -> None:
    lines = ("一、甲。" + "做好工作，" * 5 + "由各镇（街道）", "配合。", "二、" + "做好工作，" * 6 + "做好。")
    assert [part[-3:] for part in words("\n".join((*lines, lines[2])))] == ["配合。", "做好。", "做好。"]


def test_each_item_of_a_list_is_a_paragraph() -> None:
    assert len(words("- 举办各类群众性文体活动共计100场+\n- 10月底前完成场馆改造\n")) == 2
    assert len(words("全年引进和培育各类专业技术人才3\n-5名")) == 1
