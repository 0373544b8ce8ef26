"""Districts that do not use the program, and publish a data package."""

import json
from pathlib import Path

import pytest

from rollup.districts import MadeDistrict, indicators_text
from support import Run, write_files

DAY = ("--as-of", "2024-09-30", "--jobs", "1")
HEAD = {"resources": [{"name": "assessment", "path": "values.csv"}], "title": "丙区", "as_of": "2024-09-30"}


@pytest.fixture
def city(tmp_path: Path) -> Path:
    MadeDistrict(0).write(tmp_path, "2024-09-30")
    write_files(
        tmp_path,
        {
            "indicators.yaml": indicators_text(),
            "bing/datapackage.json": json.dumps(HEAD),
            "bing/values.csv": "id,value,unit,kind,part,whole\nE01,10,家,,,\nE02,5000,万元,cumulative,,\nE09,,%,share,9,10\n",
            "districts.yaml": "districts:\n- {name: 甲, workspace: d00000}\n- {name: 丙, package: bing}\n",
        },
    )
    return tmp_path


def whole(tracker: Run, city: Path, *words: str) -> dict[str, dict[str, object]]:
    found = tracker("rollup", *(words or ("--list", "districts.yaml")), *DAY, "-f", "json", cwd=city)
    assert found.code == 0, found.err
    return {one["code"]: one for one in json.loads(found.out)["indicators"]}


def test_its_values_are_added_in_any_unit_of_the_quantity(city: Path, tracker: Run) -> None:
    alone, both = whole(tracker, city, "d00000"), whole(tracker, city)
    assert float(str(both["E01"]["amount"])) - float(str(alone["E01"]["amount"])) == 10
    assert round(float(str(both["E02"]["amount"])) - float(str(alone["E02"]["amount"])), 9) == 0.5
    assert int(str(both["E09"]["part"])) - int(str(alone["E09"]["part"])) == 9
    assert both["E01"]["with_figure"] == 2
    # It publishes no goals: there is none of the whole, and so no rate.
    assert (both["E01"]["goal"], both["E01"]["completion"]) == (None, None)
    for more in ((), ("--brief",)):
        found = tracker("--lang", "en", "rollup", "--list", "districts.yaml", *DAY, *more, cwd=city)
        told = " ".join(found.out.split())
        assert "新引进企业, no goal, so the whole has no goal, completion or lead: 丙" in told
        assert told.count("so the whole has no goal") == 3  # of the two that are added, and of the ratio
    assert tracker("rollup", "--list", "districts.yaml", *DAY, "--page", "site", cwd=city).code == 0
    assert (city / "site/index.html").read_text(encoding="utf-8").count("所以全域没有目标") == 3
    assert both["E03"]["without_it"] == ["丙"]


def test_it_is_found_below_a_folder_and_by_name(city: Path, tracker: Run) -> None:
    assert whole(tracker, city, "--under", ".")["E01"]["with_figure"] == 2
    assert whole(tracker, city, "d00000", "bing")["E01"]["with_figure"] == 2


def test_another_unit_or_kind_is_refused_with_both_places(city: Path, tracker: Run) -> None:
    write_files(city, {"bing/values.csv": "id,value,unit,kind\nE01,10,公里,\nE02,1,万元,level\n"})
    found = tracker("--lang", "en", "rollup", "--list", "districts.yaml", *DAY, cwd=city)
    assert '"公里" and "家"' in found.out
    assert "its kind level is not the cumulative" in found.out
    assert "indicators.yaml:3" in found.out


def test_a_package_that_is_broken_missing_or_of_a_later_day_is_no_figure(city: Path, tracker: Run) -> None:
    write_files(city, {"bing/values.csv": "id,value,unit,day\nE01,10,家,2024-10-31\n"})
    assert whole(tracker, city)["E01"]["missing_districts"] == ["丙"]
    write_files(city, {"bing/values.csv": "id,value\nE01,ten\n"})
    found = tracker("--lang", "en", "rollup", "--list", "districts.yaml", *DAY, cwd=city)
    assert (found.code, "Left out: 丙" in found.out) == (0, True)
    (city / "bing/datapackage.json").unlink()
    found = tracker("--lang", "en", "rollup", "--list", "districts.yaml", *DAY, cwd=city)
    assert "there is no" in found.out
    assert "1 of 2 districts read" in found.out


def test_of_two_rows_with_one_code_neither_counts_and_both_are_told_of(city: Path, tracker: Run) -> None:
    rows = "id,value,unit,indicator\nfirms,10,家,E01\nother,20,家,E01\nE02,5000,万元,\n"
    write_files(city, {"bing/values.csv": rows})
    alone, both = whole(tracker, city, "d00000"), whole(tracker, city)
    assert both["E01"]["amount"] == alone["E01"]["amount"]
    assert both["E01"]["missing_districts"] == ["丙"]
    assert both["E02"]["missing_districts"] == []
    found = tracker("--lang", "en", "rollup", "--list", "districts.yaml", *DAY, cwd=city)
    assert "values.csv:3 the code E01 stands twice" in " ".join(found.out.split())


def test_a_part_that_is_more_than_its_whole_is_refused(city: Path, tracker: Run) -> None:
    write_files(city, {"bing/values.csv": "id,value,unit,kind,part,whole\nE09,,%,share,3,2\n"})
    alone, both = whole(tracker, city, "d00000"), whole(tracker, city)
    assert (both["E09"]["amount"], both["E09"]["missing_districts"]) == (alone["E09"]["amount"], ["丙"])
    found = tracker("--lang", "en", "rollup", "--list", "districts.yaml", *DAY, cwd=city)
    assert "the part of E09, 3, is more than the whole, 2" in " ".join(found.out.split())


def test_it_has_no_verified_figures(city: Path, tracker: Run) -> None:
    found = whole(tracker, city, "--list", "districts.yaml", "--verified-only")
    assert found["E01"]["missing_districts"] == ["甲", "丙"]


def test_a_row_without_a_day_is_of_the_day_of_its_package(city: Path, tracker: Run) -> None:
    write_files(city, {"bing/datapackage.json": json.dumps({**HEAD, "as_of": "2024-10-10"})})
    assert whole(tracker, city)["E01"]["missing_districts"] == ["丙"]
    later = tracker(
        "rollup", "bing", "--as-of", "2024-10-10", "--indicator", "E01", "--lang", "en", cwd=city
    ).out
    assert "10-10" in later.split("reported/asked")[1]


def test_a_package_is_of_the_year_of_its_latest_row(city: Path, tracker: Run) -> None:
    write_files(
        city,
        {
            "bing/datapackage.json": json.dumps({**HEAD, "as_of": "2025-01-10"}),
            "bing/values.csv": "id,value,unit,day\nE01,10,家,2024-09-30\nE02,,万元,\n",
        },
    )
    assert whole(tracker, city)["E01"]["with_figure"] == 2
    write_files(city, {"bing/values.csv": "id,value,unit\nE01,10,家\n"})
    MadeDistrict(5).write(city, "2024-09-30")
    found = tracker("--lang", "en", "rollup", "--under", ".", *DAY, cwd=city)
    assert "its figures are of 2025, those of the others of 2024" in " ".join(found.out.split())
