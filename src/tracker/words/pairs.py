"""The form of every table in this package: key -> (Chinese, English)."""

Pairs = dict[str, tuple[str, str]]
