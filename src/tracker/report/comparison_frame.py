"""What stands above and below a comparison of two days or two revisions."""

from collections.abc import Iterator
from datetime import date

from tracker.model.book import Book
from tracker.model.period import year_of
from tracker.problems import count
from tracker.report.changed import tally
from tracker.report.comparison import Clock, Compared, Version
from tracker.report.scope import facts as scope_facts
from tracker.report.scope import foot as scope_foot
from tracker.report.scope import terms
from tracker.report.values import Percent, Phrase, Record


def head(compared: Compared) -> Iterator[Phrase]:
    """What stands above: from where to where, by which clock, under which rule."""
    scope, since = compared.scope, compared.since
    year, day = scope.book.catalogue.year, scope.as_of
    then, now = (Percent(year_of(year).elapsed(each)) for each in (since, day))
    if compared.versions:
        before, after = map(_version, compared.versions)
        yield Phrase("diff.revisions", {"before": before, "after": after})
        yield Phrase("diff.one-day", {"day": day, "year": year, "elapsed": now})
    else:
        yield Phrase("diff.days", {"since": since, "until": day, "year": year, "then": then, "now": now})
        yield Phrase(f"diff.clock.{compared.clock.value}")
    for each in dict.fromkeys((since, day)):
        if each < date(year, 1, 1):
            yield Phrase("diff.year-ahead", {"day": each, "year": year})
        if each > date(year, 12, 31):
            yield Phrase("diff.year-over", {"day": each, "year": year})
    if scope.known_on and compared.clock is not Clock.KNOWN:
        yield Phrase("head.known-on", {"day": scope.known_on})
    rules = [book.catalogue.profile for book in (compared.before, scope.book)]
    if rules[0] != rules[1] and scope.profile == rules[1]:
        yield Phrase("diff.own-rules", {"before": rules[0].name, "after": rules[1].name})
    yield from terms(scope)


def _version(version: Version) -> Phrase:
    if version.commit is None or version.day is None:
        return Phrase("diff.files")
    named = version.name.startswith(version.commit)
    key = "diff.commit" if named else "diff.version"
    return Phrase(key, {"name": version.name, "commit": version.commit, "day": version.day})


def foot(compared: Compared) -> Iterator[Phrase]:
    """What stands below: how much was read on each side, and how much of it could not be used."""
    if compared.versions is None:
        yield from scope_foot(compared.scope.book)
        return
    for version, book in zip(compared.versions, (compared.before, compared.scope.book), strict=True):
        side = Phrase("diff.files") if version.commit is None else version.name
        read, left_out = _read(book)
        yield Phrase("diff.read", {"side": side, **read})
        if book.problems:
            yield Phrase("diff.problems", {"side": side, "problems": count(book.problems), **left_out})


def _read(book: Book) -> tuple[Record, Record]:
    tally_ = book.tally
    return (
        {"files": tally_.files, "entries": tally_.entries},
        {"files": tally_.files_left_out, "entries": tally_.entries_left_out},
    )


def facts(compared: Compared) -> Record:
    """What machines read of head and foot."""
    versions = compared.versions or (None, None)
    return {
        **scope_facts(compared.scope),
        "since": compared.since,
        "clock": compared.clock.value,
        "revision_before": versions[0].name if versions[0] else None,
        "commit_before": versions[0].commit if versions[0] else None,
        "revision": versions[1].name if versions[1] else None,
        "commit": versions[1].commit if versions[1] else None,
        "files_before": compared.before.tally.files,
        "entries_before": compared.before.tally.entries,
        **{f"changed_{key}": number for key, number in tally(compared.changes).items()},
    }
