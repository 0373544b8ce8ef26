"""tracker rollup, as people use it: where districts come from, what is shown, and what stops nothing."""

import csv
import io
import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import duckdb
import openpyxl
import pyarrow.parquet
import pytest
from provinces import BROKEN, HOSTILE, MISSING, province

from rollup.districts import MadeDistrict, indicators_text
from support import Run, write_files
from tracker.assess.district import DistrictOptions, DistrictState
from tracker.store.district_sources import DistrictSource
from tracker.store.districts import assess_workspace

DAY = ("--as-of", "2024-09-30")
LOST = [f"d{n:05d}" for n in (BROKEN, MISSING, HOSTILE)]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return province(tmp_path_factory.mktemp("province"), 8)


@pytest.fixture
def rollup(tracker: Run, made: Path) -> Run:
    def run(*words: str, **keys: object) -> object:
        return tracker("rollup", "--list", "districts.yaml", *DAY, "--jobs", "1", *words, cwd=made, **keys)

    return run  # type: ignore[return-value]


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    """Two sound districts and the shared indicators."""
    for number in (0, 5):
        MadeDistrict(number).write(tmp_path, "2024-09-30")
    write_files(tmp_path, {"indicators.yaml": indicators_text()})
    return tmp_path


def test_the_broken_the_missing_and_the_hostile_are_named_and_stop_nothing(rollup: Run) -> None:
    found = rollup("--lang", "en")
    assert found.code == 0
    assert "5 of 8 districts read" in found.out
    for name in LOST:
        assert f"Left out: {name}: " in found.out
    assert "5/8" in found.out
    assert "Traceback" not in found.err


@pytest.mark.parametrize(("by", "records"), [("indicator", 12), ("district", 8), ("target", 5 * 12)])
def test_rows_are_indicators_districts_or_targets(by: str, records: int, rollup: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(rollup("--by", by, "-f", "csv", "--lang", "en").out)))
    assert len(rows) == records
    document = json.loads(rollup("--by", by, "-f", "json").out)
    assert len(document[{"indicator": "indicators"}.get(by, f"{by}s")]) == records
    assert len(document["districts"]) == 8


@pytest.mark.parametrize("name", ["text", "markdown", "html", "term"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_format_says_how_many_reported_and_who_is_missing(
    name: str, language: str, rollup: Run
) -> None:
    out = rollup("-f", name, "--lang", language, "--since", "2024-08-31").out
    assert "5/8" in out
    assert all(lost in out for lost in LOST)


def test_a_workbook_and_parquet_are_files(rollup: Run, tmp_path: Path) -> None:
    assert rollup("-f", "parquet").code == 2
    for name in ("x.xlsx", "x.parquet"):
        assert rollup("-o", str(tmp_path / name)).code == 0
    assert openpyxl.load_workbook(tmp_path / "x.xlsx").sheetnames[:2] == ["全域", "区县"]
    rows = pyarrow.parquet.read_table(tmp_path / "x.parquet").to_pylist()
    assert [row["code"] for row in rows] == [f"E{n:02d}" for n in range(1, 13)]
    assert {row["kind"] for row in rows} >= {"cumulative", "share"}


def test_other_views_can_be_parquet_too(pair: Path, tracker: Run, tmp_path: Path) -> None:
    out = tmp_path / "status.parquet"
    assert tracker("status", *DAY, "-o", str(out), cwd=pair / "d00000").code == 0
    rows = pyarrow.parquet.read_table(out).to_pylist()
    status = json.loads(tracker("status", *DAY, "-f", "json", cwd=pair / "d00000").out)["targets"]
    assert [row["id"] for row in rows] == [target["id"] for target in status]
    assert rows[0]["completion"] == Decimal(status[0]["completion"])
    assert rows[0]["signal"] == status[0]["signal"]


def test_questions_over_the_rows_are_answered_by_sql(rollup: Run, tmp_path: Path) -> None:
    rows = tmp_path / "rows.parquet"
    whole = json.loads(rollup("--rows", str(rows), "-f", "json").out)["indicators"]
    asked = "SELECT code, sum(amount) FROM read_parquet(?) WHERE value_unit IS NOT NULL GROUP BY code"
    sums = dict(duckdb.execute(asked, [str(rows)]).fetchall())
    for one in whole:
        if one["aggregate"] == "sum":
            assert sums[one["code"]] == Decimal(one["amount"])


def test_rows_never_replace_a_file_unasked_and_leave_nothing_half_written(
    rollup: Run, tmp_path: Path
) -> None:
    rows = tmp_path / "rows.parquet"
    rows.write_text("mine", encoding="utf-8")
    assert rollup("--rows", str(rows)).code == 5
    assert rows.read_text(encoding="utf-8") == "mine"
    assert rollup("--rows", str(rows), "--indicator", "nope", "--yes").code == 2
    assert rollup("--rows", str(rows), "--yes").code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["rows.parquet"]


def test_one_indicator_shows_every_district_and_its_gap_to_the_median(rollup: Run) -> None:
    found = rollup("--indicator", "E02", "--lang", "en")
    assert "to median" in found.out
    assert found.out.count("亿元") >= 5
    unknown = rollup("--indicator", "E99", "--lang", "en")
    assert (unknown.code, "E9" in unknown.err) == (2, True)


def test_a_unit_of_another_quantity_is_refused_with_both_files(pair: Path, tracker: Run) -> None:
    catalogue = pair / "d00005/measures.yaml"
    catalogue.write_text(
        catalogue.read_text(encoding="utf-8").replace("unit: '家'", "unit: '公里'"), encoding="utf-8"
    )
    found = tracker("--lang", "en", "rollup", "--under", ".", *DAY, "--jobs", "1", cwd=pair)
    assert "1/2" in found.out
    assert "d00005 (measures.yaml:17 " in found.out
    assert "(indicators.yaml:3)" in found.out


def test_without_shared_indicators_districts_are_only_compared(pair: Path, tracker: Run) -> None:
    (pair / "indicators.yaml").unlink()
    found = tracker("--lang", "en", "rollup", "d00000", "d00005", *DAY, "--jobs", "1", cwd=pair)
    assert found.code == 0
    assert "nothing can be added" in found.out
    assert "12/12" in found.out
    refused = tracker("rollup", "d00000", "d00005", *DAY, "--indicator", "E01", cwd=pair)
    assert refused.code == 2


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--under", ".", "d00000"],
        ["--under", "nowhere"],
        ["--under", ".", "--since", "2024-10-01"],
        ["--under", ".", "--by", "nothing"],
        ["--under", ".", "--rank", "nothing"],
        ["--under", ".", "--brief", "--page", "x"],
        ["--under", ".", "--jobs", "0"],
        ["--list", "nowhere.yaml"],
        ["--under", ".", "--indicators", "nowhere.yaml"],
        ["--under", ".", "--profile", "nothing"],
    ],
)
def test_what_cannot_be_asked_is_said(words: list[str], pair: Path, tracker: Run) -> None:
    found = tracker("--lang", "en", "rollup", *DAY, *words, cwd=pair)
    assert found.code in {2, 3, 4}
    assert found.out == ""
    assert found.err
    assert "Traceback" not in found.err


def test_a_list_says_all_that_is_wrong_with_it(pair: Path, tracker: Run) -> None:
    write_files(
        pair,
        {"districts.yaml": "districts:\n- {name: 甲, workspace: a}\n- {name: 甲, workspace: b}\n"},
    )
    assert (
        "the district 甲 stands twice"
        in tracker("--lang", "en", "rollup", "--list", "districts.yaml", cwd=pair).err
    )
    write_files(
        pair, {"districts.yaml": "districts:\n- {name: 甲}\n- {name: 乙, workspace: b, revision: c}\n"}
    )
    found = tracker("--lang", "en", "rollup", "--list", "districts.yaml", cwd=pair)
    assert found.code == 4
    assert found.err.count("give a workspace") == 2


def test_a_district_that_is_named_again_counts_once(pair: Path, tracker: Run) -> None:
    def amounts(*places: str) -> list[str]:
        found = tracker("rollup", *places, *DAY, "--jobs", "1", "-f", "json", cwd=pair)
        document = json.loads(found.out)
        assert document["districts_in_all"] == 1
        return [one["amount"] for one in document["indicators"]]

    (pair / "link").symlink_to("d00000")
    assert amounts("d00000", "./d00000", "d00000/", "link") == amounts("d00000")


def test_a_list_with_two_names_for_one_district_is_no_list(pair: Path, tracker: Run) -> None:
    lines = "districts:\n- {name: 甲, workspace: d00000}\n- {name: 乙, workspace: ./d00000/}\n"
    write_files(pair, {"districts.yaml": lines})
    found = tracker("--lang", "en", "rollup", "--list", "districts.yaml", *DAY, cwd=pair)
    assert (found.code, "the district ./d00000/ stands twice" in found.err) == (4, True)
    assert "districts.yaml:3" in found.err
    write_files(
        pair,
        {
            "districts.yaml": "districts:\n- {name: 甲, repository: a.git, folder: w}\n"
            "- {name: 乙, repository: ./a.git, folder: w/}\n- {name: 丙, repository: a.git, folder: v}\n"
        },
    )
    found = tracker("--lang", "en", "rollup", "--list", "districts.yaml", *DAY, cwd=pair)
    assert (found.code, found.err.count("stands twice")) == (4, 1)


def test_a_catalogue_of_another_year_does_not_count(pair: Path, tracker: Run) -> None:
    MadeDistrict(6).write(pair, "2024-09-30")
    catalogue = pair / "d00006/measures.yaml"
    catalogue.write_text(
        catalogue.read_text(encoding="utf-8").replace("year: 2024", "year: 2023"), encoding="utf-8"
    )
    found = tracker("--lang", "en", "rollup", "--under", ".", *DAY, "--jobs", "1", cwd=pair)
    assert "Left out: d00006: its figures are of 2023, those of the others of 2024" in found.out


def test_known_on_leaves_out_what_came_later(pair: Path, tracker: Run) -> None:
    def value(*words: str) -> str:
        found = tracker("rollup", "--under", ".", *words, "--jobs", "1", "-f", "json", cwd=pair)
        return str(json.loads(found.out)["indicators"][0]["amount"])

    assert value("--as-of", "2024-09-30", "--known-on", "2024-08-31") == value("--as-of", "2024-08-31")
    assert value("--as-of", "2024-09-30") != value("--as-of", "2024-08-31")


def test_verified_figures_alone_where_that_is_wished(pair: Path, tracker: Run) -> None:
    words = ("rollup", "d00000", *DAY, "--since", "2024-08-31", "--jobs", "1")
    only = ("--verified-only", "--known-on", "2024-10-31")

    def indicators(*more: str) -> dict[str, dict[str, object]]:
        document = json.loads(tracker(*words, *more, "-f", "json", cwd=pair).out)
        assert document.get("verified_only", False) is ("--verified-only" in more)
        return {one["code"]: one for one in document["indicators"]}

    everything = indicators()
    assert everything["E01"]["change"] is not None
    assert {one["with_figure"] for one in indicators("--verified-only").values()} == {0}
    last = max((pair / "d00000/progress").rglob("*.yaml"), key=lambda path: path.name)
    found = tracker("-C", "d00000", "verify", f"{last.stem}#1", "--by", "市统计局", cwd=pair)
    assert found.code == 0, found.err
    verified = {code: one for code, one in indicators("--verified-only").items() if one["with_figure"]}
    assert [one["amount"] for one in verified.values()] == [everything[code]["amount"] for code in verified]
    assert (len(verified), {one["change"] for one in verified.values()}) == (1, {None})
    assert {one["with_figure"] for one in indicators(*only).values()} == {0}
    for more in ((), ("--brief",)):
        assert "By verified figures alone" in tracker("--lang", "en", *words, *only, *more, cwd=pair).out
    assert tracker("--lang", "en", *words, "--verified-only", "--page", "site", cwd=pair).code == 0
    for page in ("index.html", "districts/d00000.html"):
        assert "By verified figures alone" in (pair / "site" / page).read_text(encoding="utf-8")


def test_a_slow_district_is_counted_out(pair: Path) -> None:
    options = DistrictOptions(as_of=date(2024, 9, 30), now=datetime(2024, 11, 5, tzinfo=UTC), seconds=0)
    found = assess_workspace(DistrictSource("甲", "甲", str(pair / "d00000")), options)
    assert (found.state, found.error) == (DistrictState.SLOW, "district-slow")


def test_the_briefing_and_the_pages_tell_the_same(rollup: Run, tmp_path: Path) -> None:
    for language in ("zh", "en"):
        brief = rollup("--brief", "-f", "markdown", "--lang", language).out
        assert "| 5/8 |" in brief
        assert all(name in brief for name in LOST)
    assert rollup("--brief", "-o", str(tmp_path / "x.docx")).code == 0
    found = rollup("--page", str(tmp_path / "site"))
    assert found.code == 0
    index = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    pages = sorted(path.name for path in (tmp_path / "site/districts").iterdir())
    assert pages == ["d00000.html", "d00003.html", "d00005.html", "d00006.html", "d00007.html"]
    assert all(f'href="districts/{name}"' in index for name in pages)
    assert 'href="../index.html"' in (tmp_path / "site/districts/d00000.html").read_text(encoding="utf-8")
    assert "<script" not in index


def test_names_from_lists_stay_text(pair: Path, tracker: Run) -> None:
    name = "[red]甲[/red]<b>&|=1"
    write_files(pair, {"districts.yaml": f"districts:\n- {{name: '{name}', workspace: d00000}}\n"})
    words = ("rollup", "--list", "districts.yaml", *DAY)
    assert name in tracker(*words, cwd=pair).out
    assert "<b>&|" not in tracker(*words, "-f", "html", cwd=pair).out
    assert tracker(*words, "--page", "site", cwd=pair).code == 0
    assert "<b>&|" not in (pair / "site/index.html").read_text(encoding="utf-8")
