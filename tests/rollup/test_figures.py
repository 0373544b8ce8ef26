"""The page of figures: both languages tell the same, and a goal that is missed says so."""

import pytest

from rollup.measure import Figures
from rollup.page import page

SIZES = (100, 1000)


def figures(load: float = 0.0, pool: float = 6.0) -> Figures:
    made = Figures(
        2, load=load, start=0.5, start_cpu=0.5, dask_start=2.0, dask_start_cpu=3.0, loop=0.3, loop_cpu=0.3
    )
    for size in SIZES:
        seconds = {"cold pool": 50.0, "one process": 12.0, "pool": pool, "Dask": 8.0}
        for way, each in seconds.items():
            made.seconds[f"{way} {size}"] = 0.5 + each * size / 1000
            made.cpu[f"{way} {size}"] = 0.5 + each * size / 500
            made.digests[f"{way} {size}"] = "same"
        made.memory[f"pool {size}"] = 100_000 + size
    made.collected, made.size, made.kept = 0.0006, 3400, 8000
    return made


@pytest.mark.parametrize("load", [0.0, 20.0])
def test_both_languages_have_the_same_headings_and_rows(load: float) -> None:
    english, chinese = (page(figures(load), SIZES, language) for language in ("en", "zh"))
    for mark in ("#", "|"):
        counts = [sum(line.startswith(mark) for line in text.splitlines()) for text in (english, chinese)]
        assert counts[0] == counts[1] > 1
    assert ("machine was busy" in english) is (load > 1)


def test_a_goal_that_is_missed_is_said_to_be() -> None:
    assert "missed" not in page(figures(), SIZES, "en")
    assert "| ≤ 12 ms | 20.5 ms | missed |" in page(figures(pool=20.0), SIZES, "en")
    different = figures()
    different.digests["Dask 100"] = "other"
    assert "| = | ≠ | missed |" in page(different, SIZES, "en")


def test_a_busy_machine_is_judged_by_its_cpu_time() -> None:
    assert "| 1,000 | 50.50 | 24.50 | 6.50 |" in page(figures(20.0), SIZES, "en")
