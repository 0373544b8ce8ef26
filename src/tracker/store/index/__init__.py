"""The index: what was read and checked once, kept beside the workspace so that it need not be read again."""
