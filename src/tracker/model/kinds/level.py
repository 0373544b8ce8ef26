"""Level: a stock at a date (企业总数, 场景数); on schedule only where it is known from where it started."""

from tracker.model.kinds.base import Kind, of_the_way

KIND = Kind("level", completion=of_the_way, path_without_baseline="at_due")
