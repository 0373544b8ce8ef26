"""Growth: a rate of change against last year (同比增长15%); it must hold at every report, never prorated."""

from tracker.model.kinds.base import Kind, of_the_goal
from tracker.model.quantity import PERCENT

KIND = Kind(
    "growth",
    completion=of_the_goal,
    path="hold",
    path_without_baseline="hold",
    unit=PERCENT,
    takes_baseline=False,
    takes_add=False,
)
