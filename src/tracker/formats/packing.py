"""Office files made the same of the same: their parts packed again without the time at which it was done."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from types import MappingProxyType

# Zip files keep a time for each file in them; the earliest there is says nothing, and is always the same.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_NONE: Mapping[str, bytes] = MappingProxyType({})


def timeless(content: BytesIO, instead: Mapping[str, bytes] = _NONE) -> bytes:
    """The same parts without times, some of them replaced, by their names."""
    packed = BytesIO()
    with zipfile.ZipFile(content) as timed, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as result:
        for name in timed.namelist():
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every system
            result.writestr(entry, instead.get(name) or timed.read(name))
    return packed.getvalue()
