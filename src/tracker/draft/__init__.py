"""From policy text to catalogue: small passes over one text, and the account of every number in it.

script (characters and where they stood) -> headings, layout (paragraphs) -> outline (sections, measures)
-> owners; and within a measure: sentences -> quantities -> comparators, periods -> roles -> indicators
-> targets. `reading.read` runs them all. Nothing here does I/O.
"""
