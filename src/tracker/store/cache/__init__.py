"""The cache: what was read and admitted once, in plain tables, so that a run reads only what changed."""
