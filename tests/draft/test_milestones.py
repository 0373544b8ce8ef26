"""What is to be there by a day is a target, beside the numbers of its measure."""

from tracker.draft.catalogue import propose
from tracker.draft.reading import read

TEXT = (
    "某县2026年工作方案\n1.抓好建设。新建学校3所，9月1日前投入使用；医院新院区年底前主体完工，力争6月底前开通专线。\n"
    "2.优化服务。年底前建成公园2座，去年底前已建成大厅。\n3.健全机制。全年开展督查，建立制度。\n"
)


def test_tasks_with_a_deadline_stand_beside_numbers() -> None:
    found = [(str(t.due), t.aspire, t.quote) for t in propose(read(TEXT)).targets if "date-bound" in t.doubts]
    assert found == [
        ("2026-09-01", False, "9月1日前投入使用"),
        ("2026-12-31", False, "医院新院区年底前主体完工"),
        ("2026-06-30", True, "力争6月底前开通专线"),
    ]
