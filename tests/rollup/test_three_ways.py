"""A province through one process, a pool and a real Dask cluster: the same bytes, the right sums, nothing lost."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from fractions import Fraction
from functools import partial
from pathlib import Path

import pyarrow.parquet
import pytest
from clusters import RunningCluster, cluster
from provinces import (
    AS_OF,
    BROKEN,
    DEADLY,
    DISTRICTS,
    HOSTILE,
    MISSING,
    assess_or_always_die,
    assess_or_die,
    independent_share,
    independent_sums,
    province,
    read_ones,
)

from support import REPOSITORY
from tracker.assess.district import DistrictOptions, DistrictResult
from tracker.store.district_runs import Run
from tracker.store.district_sources import listed
from tracker.store.districts import assess_workspace, lost
from tracker.store.indicators import load_indicators

PATH = os.pathsep.join(
    map(str, (REPOSITORY / "tests/rollup", REPOSITORY / "tests", REPOSITORY / "benchmarks"))
)
LOST = {f"d{number:05d}" for number in (BROKEN, MISSING, HOSTILE)}
Told = list[tuple[str, dict[str, object]]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return province(tmp_path_factory.mktemp("province"))


@pytest.fixture
def dask(tmp_path: Path) -> Iterator[RunningCluster]:
    with cluster(tmp_path, PATH) as running:
        yield running


def looked_at(made: Path) -> DistrictOptions:
    return DistrictOptions(
        as_of=date.fromisoformat(AS_OF),
        now=datetime(2024, 11, 5, tzinfo=UTC),
        indicators=load_indicators(made / "indicators.yaml"),
    )


def run_of(made: Path, work: object = assess_workspace) -> tuple[Run[DistrictOptions, DistrictResult], Told]:
    told: Told = []
    run: Run[DistrictOptions, DistrictResult] = Run(
        work,  # type: ignore[arg-type]
        looked_at(made),
        lost,
        lambda key, facts: told.append((key, facts)),
        60,
    )
    return run, told


def by_command(made: Path, out: Path, *how: str) -> tuple[str, str, dict[str, object]]:
    """What a run of the program writes: digests of the rows and of the whole, and the whole."""
    rows = out / "rows.parquet"
    words = [
        sys.executable,
        "-m",
        "tracker",
        "--lang",
        "en",
        "rollup",
        "--list",
        str(made / "districts.yaml"),
    ]
    found = subprocess.run(
        [*words, "--as-of", AS_OF, "-f", "json", "--rows", str(rows), "--yes", *how],
        capture_output=True,
        check=True,
        timeout=300,
        env={**os.environ, "PYTHONPATH": PATH},
    )
    assert b"Traceback" not in found.stderr
    digest = hashlib.sha256(rows.read_bytes()).hexdigest()
    return digest, hashlib.sha256(found.stdout).hexdigest(), json.loads(found.stdout)


def test_all_three_ways_write_the_same_bytes_and_the_right_sums(
    made: Path, tmp_path: Path, dask: RunningCluster
) -> None:
    alone = by_command(made, tmp_path, "--jobs", "1")
    assert by_command(made, tmp_path, "--jobs", "2")[:2] == alone[:2]
    assert by_command(made, tmp_path, "--scheduler", dask.address)[:2] == alone[:2]
    whole = alone[2]
    assert whole["districts_read"] == DISTRICTS - len(LOST)
    assert set(whole["left_out"]) == LOST  # type: ignore[call-overload]
    found = {
        one["code"]: (Fraction(one["amount"]), Fraction(one["goal"]))
        for one in whole["indicators"]  # type: ignore[attr-defined]
        if one["aggregate"] == "sum"
    }
    assert found == independent_sums()
    (share,) = (one for one in whole["indicators"] if one["aggregate"] == "ratio")  # type: ignore[attr-defined]
    part, base = independent_share()
    assert (Fraction(share["part"]), Fraction(share["whole"])) == (part, base)
    assert abs(Fraction(share["amount"]) - 100 * part / base) <= Fraction(1, 2 * 10**6)
    uncounted = {district.name for district in read_ones() if not district.counts_shares}
    assert set(share["missing_districts"]) == LOST | uncounted
    rows = pyarrow.parquet.read_table(tmp_path / "rows.parquet").to_pylist()
    assert {row["district"] for row in rows if row["state"] != "read"} == LOST
    for code, (value, _) in independent_sums().items():
        assert sum(Fraction(row["amount"]) for row in rows if row["code"] == code) == value
    assert not list(made.rglob("pwned"))


def test_the_ranks_are_those_of_an_independent_mean(made: Path, tmp_path: Path) -> None:
    whole = by_command(made, tmp_path, "--jobs", "2")[2]
    ranked = [d["district"] for d in whole["districts"] if d["rank"]]  # type: ignore[attr-defined]
    assert sorted(ranked) == [district.name for district in read_ones()]
    completions = [Fraction(d["completion"]) for d in whole["districts"] if d["rank"]]  # type: ignore[attr-defined]
    assert completions == sorted(completions, reverse=True)


def expected(made: Path) -> list[DistrictResult]:
    run, _ = run_of(made)
    return list(run.in_turn(listed(made / "districts.yaml").sources))


def test_a_worker_of_the_pool_that_is_killed_midway_loses_nothing(made: Path, tmp_path: Path) -> None:
    run, told = run_of(made, partial(assess_or_die, tmp_path / "killed"))
    assert list(run.by_pool(listed(made / "districts.yaml").sources, 2)) == expected(made)
    assert (tmp_path / "killed").exists()
    assert {key for key, _ in told} == {"rollup.run.worker-lost"}


def test_a_district_that_kills_each_worker_is_left_out_alone(made: Path) -> None:
    run, _ = run_of(made, assess_or_always_die)
    found = list(run.by_pool(listed(made / "districts.yaml").sources, 2))
    wanted = expected(made)
    assert [result.name for result in found] == [result.name for result in wanted]
    assert [result.name for result, other in zip(found, wanted, strict=True) if result != other] == [DEADLY]
    assert next(result for result in found if result.name == DEADLY).error == "district-lost"


def test_a_worker_of_the_cluster_that_is_killed_midway_loses_nothing(
    made: Path, tmp_path: Path, dask: RunningCluster
) -> None:
    run, _ = run_of(made, partial(assess_or_die, tmp_path / "killed"))
    found = list(run.by_cluster(listed(made / "districts.yaml").sources, dask.address, 2))
    assert (tmp_path / "killed").exists()
    assert sum(worker.poll() is not None for worker in dask.workers) == 1
    assert found == expected(made)


def test_a_scheduler_that_goes_away_is_said_and_the_rest_done_here(made: Path, dask: RunningCluster) -> None:
    run, told = run_of(made)
    sources = listed(made / "districts.yaml").sources
    results = run.by_cluster(sources, dask.address, 2)
    found = [next(results)]
    dask.scheduler.kill()
    dask.scheduler.wait()
    for worker in dask.workers:
        worker.kill()
    found += results
    assert found == expected(made)
    assert [key for key, _ in told] == ["rollup.run.scheduler-gone"]
