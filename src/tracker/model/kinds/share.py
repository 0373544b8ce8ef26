"""Share: a percentage level (覆盖率, 普及率)."""

from tracker.model.kinds.base import Kind, of_the_way
from tracker.model.quantity import PERCENT

KIND = Kind("share", completion=of_the_way, path_without_baseline="at_due", unit=PERCENT)
