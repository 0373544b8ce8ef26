"""A Dask cluster (an extra): connected to, or made for one run, with one core for each worker."""

import contextlib
import logging
from collections.abc import Callable, Iterator
from typing import Any

from distributed import CancelledError, Client, LocalCluster
from distributed import KilledWorker as Killed
from distributed.comm.core import CommClosedError

from tracker.problems import ExitCode, TrackerError

LOCAL = "local"  # the name of a cluster of this machine's own, for as long as the run
_WAIT = 30  # seconds for the scheduler to answer, and for its first worker
# What is raised where a scheduler cannot be reached, or goes away.
GONE = (CancelledError, CommClosedError, OSError, TimeoutError)
__all__ = ["GONE", "LOCAL", "Killed", "connected"]
Submit = Callable[..., Any]


@contextlib.contextmanager
def connected(scheduler: str, jobs: int) -> Iterator[tuple[Submit, int]]:
    """How work is handed to the cluster at this address, and how many workers it has now.

    Raises TrackerError (usage) where it cannot be reached or has no workers.
    """
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    with contextlib.ExitStack() as stack:
        try:
            address: Any = scheduler
            if scheduler == LOCAL:
                address = stack.enter_context(
                    LocalCluster(  # type: ignore[no-untyped-call]
                        n_workers=jobs,
                        threads_per_worker=1,
                        dashboard_address=None,
                        silence_logs=logging.CRITICAL,
                    )
                )
            client = stack.enter_context(Client(address, timeout=_WAIT))  # type: ignore[no-untyped-call]
            client.wait_for_workers(1, timeout=_WAIT)
        except (*GONE, ValueError) as error:
            reason = str(error).partition("\n")[0]
            raise TrackerError("cluster-none", ExitCode.USAGE, scheduler=scheduler, reason=reason) from None

        def submit(function: Callable[..., Any], *arguments: object) -> Any:  # noqa: ANN401 - a future
            return client.submit(function, *arguments, pure=False)

        yield submit, max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
