"""Cumulative: counted up over the period (新增企业, 培训人次)."""

from decimal import Decimal

from tracker.model.kinds.base import Kind, of_the_way

KIND = Kind("cumulative", completion=of_the_way, baseline=Decimal(0), counts_up=True)
