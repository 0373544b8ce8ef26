"""The pages of a roll-up: that of the whole, and one of each district, made where the district is read."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tracker.assess.district import DistrictOptions
from tracker.assess.rollup import RollUp
from tracker.cli.output import extras, files_of
from tracker.cli.progress_bar import ProgressBar
from tracker.cli.rollup_request import RollUpRequest
from tracker.formats.page import render
from tracker.formats.page.whole import render_whole
from tracker.model.profile import PROFILES
from tracker.problems import TrackerError
from tracker.report.board import board
from tracker.report.scope import ViewOptions, scope_of
from tracker.report.view import View
from tracker.store.district_runs import Run
from tracker.store.district_sources import DistrictSource
from tracker.store.districts import opened
from tracker.store.workdays import working_calendar
from tracker.store.workspace import book_to_look_at
from tracker.words import Words

# Where the pages of districts lie beside the index, and the way back.
FOLDER, HOME = "districts", "../index.html"


@dataclass(frozen=True, slots=True)
class PageOptions:
    """How the page of a district is made."""

    looked_at: DistrictOptions
    language: str


def district_page(source: DistrictSource, options: PageOptions) -> bytes | None:
    """The page of one district; None where it cannot be read, which the roll-up has said."""
    looked_at = options.looked_at
    try:
        with opened(source, looked_at) as (workspace, _):
            book = book_to_look_at(workspace, looked_at)
            profile = PROFILES[looked_at.profile] if looked_at.profile else None
            view_options = ViewOptions(
                as_of=looked_at.as_of,
                known_on=looked_at.known_on,
                profile=profile,
                verified_only=looked_at.verified_only,
            )
            scope = scope_of(book, view_options)
            return render(board(scope, working_calendar(), {}), Words(options.language), home=HOME)
    except (TrackerError, OSError):
        return None


def _lost(_source: DistrictSource) -> None:
    return None


def site(request: RollUpRequest, found: RollUp, view: View, folder: Path) -> Mapping[Path, bytes]:
    """The index first, then the pages of the districts that were read, by their paths."""
    words = request.session.words
    read = {district.result.name for district in found.districts if district.result.is_read}
    sources = [source for source in request.sources if source.name in read]
    options = PageOptions(request.options, words.language)
    run: Run[PageOptions, bytes | None] = Run(
        district_page, options, _lost, request.told, request.options.seconds
    )
    files = files_of(folder / FOLDER, (source.name for source in sources), "html")
    pages: dict[Path, bytes] = {}
    with ProgressBar(words, "rollup.reading") as bar, extras():
        contents = run.through(sources, request.jobs, request.scheduler)
        for number, (source, content) in enumerate(zip(sources, contents, strict=True), 1):
            bar(number, len(sources))
            if content is not None:
                pages[files[source.name]] = content
    links = {name: file.relative_to(folder).as_posix() for name, file in files.items() if file in pages}
    return {folder / "index.html": render_whole(view, found, words, links), **pages}
