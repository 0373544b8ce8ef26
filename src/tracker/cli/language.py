"""Which language a run speaks."""

from collections.abc import Mapping

from tracker.words import LANGUAGES


def language_of(environ: Mapping[str, str], option: str | None, catalogue: str | None) -> str:
    """The first that names a language: --lang, TRACKER_LANG, the locale, the catalogue; else Chinese."""
    locale = next((v for n in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := environ.get(n))), "")
    wishes = (option, environ.get("TRACKER_LANG"), locale[:2], catalogue)
    return next((wish for wish in wishes if wish in LANGUAGES), "zh")
