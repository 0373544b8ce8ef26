"""Threshold profiles: from which lag on a target is behind (黄) or far behind (红)."""

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction


def _share(points: Decimal) -> Fraction:
    """Percentage points as a share of one."""
    return Fraction(points) / 100


@dataclass(frozen=True, slots=True)
class Profile:
    """Thresholds of the lead in percentage points; `far_behind_short` in percent below what is expected."""

    name: str
    behind: Decimal = Decimal(0)
    far_behind: Decimal | None = None
    far_behind_short: Decimal | None = None
    behind_includes: bool = False  # whether a lead of exactly `behind` is behind

    def is_behind(self, lead: Fraction) -> bool:
        """Whether this lead (a share: -0.1 is ten points behind) is at least yellow."""
        threshold = _share(self.behind)
        return lead <= threshold if self.behind_includes else lead < threshold

    def is_far_behind(self, lead: Fraction, expected: Fraction) -> bool:
        """Whether it is red; `expected` is the expected completion as a share."""
        if self.far_behind is not None and lead < _share(self.far_behind):
            return self.is_behind(lead)
        if self.far_behind_short is not None and expected > 0:
            return -lead / expected > _share(self.far_behind_short)
        return False

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
        Profile("strict", behind=Decimal(0), far_behind=Decimal(0)),
        # 银川市 2025, 重点项目“红黄绿灯”机制: 10 to 30 points behind, both included, is yellow, more is red
        # (as reported in the press, which gives lags of less than ten points no colour; here they are green).
        Profile("yinchuan", behind=Decimal(-10), far_behind=Decimal(-30), behind_includes=True),
        # 三亚市 2022, 《三亚市推进项目建设红黄绿亮牌督办机制》 (海南日报 2022-05-13, 第 7 版): up to and
        # including 50 % below what is expected is yellow, more is red.
        Profile("sanya", behind=Decimal(0), far_behind_short=Decimal(50)),
    )
}
