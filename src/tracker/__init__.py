"""Track policy measures with numeric targets from plain files."""

__version__ = "0.1.0"
