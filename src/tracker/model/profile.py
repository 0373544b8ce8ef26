"""Thresholds: from which lag on a target is behind (黄) or far behind (红), and when a notice is due."""

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction


def _share(points: Decimal) -> Fraction:
    """Percentage points as a share of one."""
    return Fraction(points) / 100


@dataclass(frozen=True, slots=True)
class Profile:
    """Thresholds of the lead in percentage points; `far_behind_short` in percent below what is expected.

    A rate (growth, a share that is not prorated) has its own red threshold, in points of the rate.
    """

    name: str
    behind: Decimal = Decimal(0)
    far_behind: Decimal | None = None
    far_behind_short: Decimal | None = None
    far_behind_rate: Decimal = Decimal(-2)  # of rates, in points of the rate
    behind_includes: bool = False  # whether a lead of exactly `behind` is behind

    def is_behind(self, lead: Fraction, *, rate: bool = False) -> bool:
        """Whether this lead (a share: -0.1 is ten points behind) is at least yellow; of a `rate` any is."""
        if rate:
            return lead < 0
        threshold = _share(self.behind)
        return lead <= threshold if self.behind_includes else lead < threshold

    def is_far_behind(self, lead: Fraction, expected: Fraction, *, rate: bool = False) -> bool:
        """Whether it is red; `expected` is the expected completion as a share, of which a `rate` has none."""
        if rate:
            return lead < _share(self.far_behind_rate)
        if self.far_behind is not None and lead < _share(self.far_behind):
            return self.is_behind(lead)
        if self.far_behind_short is not None and expected > 0:
            return -lead / expected > _share(self.far_behind_short)
        return False

    def forgives_nothing(self, *, rate: bool = False) -> bool:
        """Whether any shortfall is red: then nothing that is asked for today and not met is yellow."""
        return (self.far_behind_rate if rate else self.far_behind) == 0

    def limits(self, expected: Fraction, *, rate: bool = False) -> tuple[Fraction, ...]:
        """The leads at which the colour changes, as shares; `expected` is the completion expected."""
        if rate:
            return Fraction(0), _share(self.far_behind_rate)
        short = None if self.far_behind_short is None else -_share(self.far_behind_short) * expected
        far = None if self.far_behind is None else _share(self.far_behind)
        return tuple(limit for limit in (_share(self.behind), far, short) if limit is not None)

    def override(self, **numbers: Decimal | None) -> "Profile":
        """The same with some of its numbers replaced by the catalogue's own."""
        replaced = {name: number for name, number in numbers.items() if number is not None}
        return replace(self, **replaced) if replaced else self  # type: ignore[arg-type]


PROFILES: dict[str, Profile] = {
    profile.name: profile
    for profile in (
        # The product's own: any lag is yellow, more than ten points red.
        Profile("default", behind=Decimal(0), far_behind=Decimal(-10)),
        # Any shortfall is red.
        Profile("strict", behind=Decimal(0), far_behind=Decimal(0), far_behind_rate=Decimal(0)),
        # 银川市 2025, 重点项目“红黄绿灯”机制: 10 to 30 points behind, both included, is yellow, more is red
        # (as reported in the press, which gives lags of less than ten points no colour; here they are green).
        Profile("yinchuan", behind=Decimal(-10), far_behind=Decimal(-30), behind_includes=True),
        # 三亚市 2022, 《三亚市推进项目建设红黄绿亮牌督办机制》 (海南日报 2022-05-13, 第 7 版): up to and
        # including 50 % below what is expected is yellow, more is red.
        Profile("sanya", behind=Decimal(0), far_behind_short=Decimal(50)),
    )
}


@dataclass(frozen=True, slots=True)
class Escalation:
    """When a notice (提醒、预警、督办) is due, and when it grows stronger.

    Blue (蓝): so many days before a deadline that is not met. Yellow (黄): behind. Red (红): overdue, or
    behind for `repeat` reporting periods in a row, or far behind for `repeat_far` of them.
    """

    near: int = 30
    repeat: int = 3
    repeat_far: int = 2


DEFAULT_ESCALATION = Escalation()
