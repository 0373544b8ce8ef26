"""The pages of the manual and their Chinese twins, for the tests of both."""

from pathlib import Path

from support import REPOSITORY

# What lies beside the README and is for readers too. The changelog is in English alone.
_ROOT = ("README", "ARCHITECTURE", "SECURITY")
_ALL = [*(REPOSITORY / f"{page}.md" for page in _ROOT), *(REPOSITORY / "docs").rglob("*.md")]
ENGLISH = sorted(page for page in _ALL if not page.name.endswith(".zh-CN.md"))
# X.zh-CN.md stands beside X.md.
TWINS = {page: page.with_suffix(".zh-CN.md") for page in ENGLISH}
# Each page before its twin, as far as they are there.
PAGES = [page for pair in TWINS.items() for page in pair if page.exists()]


def name(page: Path) -> str:
    """The page as seen from the repository's folder."""
    return page.relative_to(REPOSITORY).as_posix()
