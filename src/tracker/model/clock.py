"""The workspace's clock: the one time zone in which moments are told and days begin."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

DEFAULT_TIMEZONE = "Asia/Shanghai"
DEFAULT_ZONE = ZoneInfo(DEFAULT_TIMEZONE)
# Without names that mean another zone on each machine (localtime), or one with leap seconds (right/...).
_NAME = re.compile(r"[A-Z][A-Za-z0-9+-]*(?:[/_][A-Za-z0-9+-]+)*")


def zone_named(name: str) -> ZoneInfo:
    """The zone of this name in the IANA database. Raises ValueError where it has none."""
    try:
        if _NAME.fullmatch(name):
            return ZoneInfo(name)
    except (LookupError, OSError):  # no such zone; a whole region, such as Asia
        pass
    raise ValueError(name)


def moment_in(zone: ZoneInfo, moment: datetime) -> datetime:
    """A moment as the zone's clocks tell it; one that was written without offset is theirs already."""
    return moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)


def day_in(zone: ZoneInfo, when: date | datetime) -> date:
    """The day on which a moment falls in the zone; a day is itself."""
    return moment_in(zone, when).date() if isinstance(when, datetime) else when
