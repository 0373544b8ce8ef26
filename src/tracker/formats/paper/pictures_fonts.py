"""Which fonts a picture is written in: one with its Chinese characters, and matplotlib's own for the rest."""

import unicodedata
from contextlib import suppress
from functools import cache

from matplotlib.font_manager import FontProperties, findSystemFonts, fontManager, get_font

from tracker.problems import ExitCode, TrackerError

# Sans serif first; the faces for simplified characters before those that merely have them.
CHINESE_FONTS = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei",
    "SimHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "Heiti SC",
    "STHeiti",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
    "Noto Sans CJK JP",
    "Noto Serif CJK SC",
    "Noto Serif CJK JP",
    "SimSun",
    "FangSong",
    "KaiTi",
    "AR PL UMing CN",
    "AR PL UKai CN",
)
# What is said where none is there: fonts that are free, or come with the system.
_ADVISED = ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei", "Microsoft YaHei", "SimHei")
_BOX = "□"
BUILT_IN = "DejaVu Sans"  # comes with matplotlib; has the glyphs of the signals


def fonts_for(characters: frozenset[str]) -> list[str]:
    """The fonts in which these characters show, in the order in which they are tried.

    Raises TrackerError `no-cjk-font` where there are characters that only a Chinese font has, and none is
    installed.
    """
    needed = characters - _held(BUILT_IN)
    if not any(unicodedata.category(character)[0] in "LP" for character in needed):
        return [BUILT_IN]
    found = _installed() or _found_anew()
    if not found:
        raise TrackerError("no-cjk-font", ExitCode.MISSING_DEPENDENCY, fonts=_ADVISED)
    return [max(found, key=lambda name: len(needed & _held(name))), BUILT_IN]


def legible(text: str, held: frozenset[str]) -> str:
    """The text with a box for each character that is not held by any font."""
    return "".join(character if character in held else _BOX for character in text)


def held_by(fonts: list[str]) -> frozenset[str]:
    """The characters that at least one of these fonts has."""
    return frozenset[str]().union(*map(_held, fonts))


def _installed() -> tuple[str, ...]:
    known = set(fontManager.get_font_names())
    return tuple(name for name in CHINESE_FONTS if name in known)


def _found_anew() -> tuple[str, ...]:
    """The list of fonts is kept from earlier runs: what was installed since then is not in it."""
    known = {entry.fname for entry in fontManager.ttflist}
    for path in findSystemFonts():
        if path not in known:
            with suppress(OSError, RuntimeError):  # a broken font file is no reason to stop
                fontManager.addfont(path)
    return _installed()


@cache
def _held(name: str) -> frozenset[str]:
    path = fontManager.findfont(FontProperties(family=[name]))
    return frozenset(map(chr, get_font(path).get_charmap()))
