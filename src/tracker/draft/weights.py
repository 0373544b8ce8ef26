"""Targets of the annotated texts by doubt: how many are wrong, of all. Written by `make eval-draft`."""

ERRORS: dict[str, tuple[int, int]] = {
    "amid": (1, 14),
    "aside": (2, 2),
    "chinese-count": (0, 54),
    "no-name": (0, 1),
    "no-unit": (0, 3),
    "none": (1, 1460),
    "only-pushed": (0, 3),
    "roughly": (0, 1),
    "shared": (0, 22),
    "table": (0, 6),
}
