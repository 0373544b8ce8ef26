"""What templates can do with values: days, lists, numerals."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from markupsafe import Markup

from tracker.formats.cells import numeral
from tracker.formats.markdown import escaped
from tracker.words import Words

_INNER = str.maketrans("“”", "‘’")
Filter = Callable[..., object]


def filters(words: Words) -> Mapping[str, Filter]:
    """The filters of both languages' templates; docs/templates.md lists them."""
    chinese = words.language == "zh"
    return {
        "date": lambda day: _date(day, chinese=chinese),
        "day": lambda day: f"{day.month}月{day.day}日" if chinese else f"{day.day} {day:%B}",
        "numeral": numeral,
        "until": lambda end, start: _until(end, start, chinese=chinese),
        "from": lambda start, end: _from(start, end, chinese=chinese),
        "listed": lambda names, most=5: listed(names, most, words),
        # Quotes within quotes are single ones.
        "quoted": lambda name: f"“{str(name).translate(_INNER)}”",
    }


def _date(day: date, *, chinese: bool) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if chinese else f"{day.day} {day:%B %Y}"


def _until(end: date, start: date, *, chinese: bool) -> str:
    """The last day of a range, without what the first day said already."""
    if not chinese or end.year != start.year:
        return _date(end, chinese=chinese)
    return f"{end.day}日" if end.month == start.month else f"{end.month}月{end.day}日"


def _from(start: date, end: date, *, chinese: bool) -> str:
    """The first day of a range, without what the last day will say."""
    if chinese or start.year != end.year:
        return _date(start, chinese=chinese)
    return f"{start.day}" if start.month == end.month else f"{start.day} {start:%B}"


def listed(names: Iterable[object], most: int, words: Words) -> Markup:
    """Names in a row: A、B和C; where there are more than `most`, the first three and how many in all."""
    shown = [escaped(str(name)) for name in names]
    count = len(shown)
    if words.language == "zh":
        if count > most:
            return Markup(f"{'、'.join(shown[:3])}等{count}项")  # noqa: S704 - escaped above
        return Markup("和".join(filter(None, ["、".join(shown[:-1]), *shown[-1:]])))  # noqa: S704
    if count > most:
        return Markup(f"{', '.join(shown[:3])} and {count - 3} others")  # noqa: S704 - escaped above
    return Markup(" and ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]])))  # noqa: S704
