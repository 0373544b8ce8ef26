"""Growth on the year (同比) in papers and on the page: exact, traced, and silent where nothing can be compared."""

from pathlib import Path

import pytest

from briefings import brief
from pages import Page
from support import Run, document, target, write_workspace
from tracker.words import LANGUAGES

MONTH = ("--month", "2024-06", "-f", "markdown")
# Of the same day, zero on it, of no such day, and none at all.
TARGETS = (
    target(previous={"2023-06-30": "8", "2023-12-31": "40"}),
    target(id="zero", name="首店", previous={"2023-06-30": "0", "2023-12-31": "3"}),
    target(id="other-day", name="展会", previous={"2023-05-31": "3", "2023-12-31": "9"}),
    target(id="none", name="培训"),
    target(id="fell", name="签约", previous={"2023-06-30": "16", "2023-12-31": "40"}),
    target(id="level", name="落地", previous={"2023-06-30": "10", "2023-12-31": "40"}),
    target(id="done", name="路演", target={"at_least": "10"}, previous={"2023-06-30": "3", "2023-12-31": "4"}),
    target(id="late", name="开业", due="2024-06-28", previous={"2023-06-28": "8"}),
)  # fmt: skip
LAST = {"late": "2024-06-28"}


def workspace(folder: Path) -> Path:
    """Every target at ten, on the last day of June or on its deadline."""
    reports: dict[str, str | bytes] = {}
    for n, each in enumerate(TARGETS):
        day = LAST.get(each["id"], "2024-06-30")
        reports[f"progress/2024/06/{day}-ab1{n}.yaml"] = (
            f"date: {day}\nby: 区科技局\nrecorded: 2024-07-01T09:00:00+08:00\n"
            f"entries:\n- {{target: {each['id']}, total: 10}}\n"
        )
    return write_workspace(folder, document(*TARGETS), **reports)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRACKER_NOW", "2024-07-05T09:00:00+08:00")
    return workspace(tmp_path)


def rows(paper: str, last: str) -> dict[str, list[str]]:
    """The rows of the annex, by the name of the target."""
    annex = paper[paper.index(last) :]
    cells = [line.strip("| ").split(" | ") for line in annex.splitlines() if line.startswith("| 1.")]
    return {each[1]: each for each in cells}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_annex_compares_what_can_be_compared(language: str, tracker: Run, root: Path) -> None:
    paper = brief(tracker, root, *MONTH, "--lang", language)
    found = rows(paper, "附件1" if language == "zh" else "Annex 1")
    growth = {name: cells[5] for name, cells in found.items()}
    assert growth == {
        "新引进企业": "25.0%", "首店": "—", "展会": "—", "培训": "—", "签约": "-37.5%", "落地": "0.0%", "路演": "233.3%",
        "开业": "25.0%",
    }  # fmt: skip


def test_sentences_say_which_way_it_went(tracker: Run, root: Path) -> None:
    paper = brief(tracker, root, *MONTH)
    assert "“路演”累计10家，同比增长233.3%，提前完成年度目标" in paper
    assert (
        "“开业”（区科技局，本月由未报送转为逾期未完成）：目标40家以上，累计10家，同比增长25.0%，完成25.0%"
        in paper
    )
    english = brief(tracker, root, *MONTH, "--lang", "en")
    assert "“路演”: 10家 in all, up 233.3% on the year, which meets the target of 10家 or more" in english


def test_a_footnote_names_both_figures(tracker: Run, root: Path) -> None:
    paper = brief(tracker, root, *MONTH, "--trace")
    assert (
        "firms：10家，截至 2024-06-30，区科技局报，progress/2024/06/2024-06-30-ab10.yaml\\#1，尚未提交；"
        "上年同期 8家，截至 2023-06-30，measures.yaml 的 previous"
    ) in paper


def test_the_one_page_has_it_where_a_red_target_has_it(tracker: Run, root: Path) -> None:
    short = brief(tracker, root, "--short", *MONTH)
    assert "| 牵头单位 | 同比 | 完成率 | 欠序时 | 差距 |" in short
    assert "| 新引进企业（新） | 区科技局 | 25.0% | 25.0% |" in short


@pytest.mark.parametrize("asked", [MONTH, ("--short", *MONTH)])
def test_nothing_is_said_where_nobody_knows_last_year(
    asked: tuple[str, ...], tracker: Run, root: Path
) -> None:
    bare = ({key: value for key, value in each.items() if key != "previous"} for each in TARGETS)
    write_workspace(root, document(*bare))
    assert "同比" not in brief(tracker, root, *asked)


def test_page_and_detail_say_it_in_words(tracker: Run, root: Path) -> None:
    page = Page(tracker("page", cwd=root).out).text()
    assert "8家（2023-06-30），同比增长25.0%" in page
    assert "16家（2023-06-30），同比下降37.5%" in page
    assert "10家（2023-06-30），与上年同期持平" in page
    assert "0家（2023-06-30）" in tracker("show", "zero", cwd=root).out
    assert "同比" not in tracker("show", "none", cwd=root).out


@pytest.mark.parametrize(
    ("figure", "said"), [("8.004", "0.1%"), ("8.0044", "0.1%"), ("8.0036", "0.05%"), ("9.2", "15.0%")]
)  # fmt: skip
def test_it_is_rounded_once_and_half_up(
    figure: str, said: str, tracker: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_NOW", "2024-07-05T09:00:00+08:00")
    keys = {"unit": "亿元", "previous": {"2023-06-30": "8", "2023-12-31": "40"}}
    report = f"date: 2024-06-30\nby: 区科技局\nentries:\n- {{target: firms, total: {figure}}}\n"
    root = write_workspace(
        tmp_path, document(target(**keys)), **{"progress__2024__06__2024-06-30-ab12.yaml": report}
    )
    assert rows(brief(tracker, root, *MONTH), "附件1")["新引进企业"][5] == said
