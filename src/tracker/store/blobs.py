"""The names that git has for what files hold, without running it."""

import hashlib
import stat
from pathlib import Path

_SHA1 = 40  # hexadecimal digits


def names_of(path: Path, like: str) -> tuple[str, ...]:
    """The names git has for a file's content, with its line ends and with those of Unix."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return ()
        content = path.read_bytes()
    except OSError:  # gone, or for nobody to see
        return ()
    made = hashlib.sha1 if len(like) == _SHA1 else hashlib.sha256
    return tuple(
        made(b"blob %d\0%s" % (len(text), text)).hexdigest()
        for text in (content, content.replace(b"\r\n", b"\n"))
    )
