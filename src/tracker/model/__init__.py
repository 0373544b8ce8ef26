"""The values: catalogue, goals, entries, log, book, and the rules they must keep. No I/O."""
