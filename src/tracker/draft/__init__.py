"""From policy text to catalogue, as a pipeline of pure functions from values to values.

text, lines -> layout (blocks: paragraphs, headings, table rows) -> outline (sections, measures, owners)
-> sentences -> numbers, periods -> phrases, comparators -> classification -> targets -> catalogue.
`reading.read` runs them in this order up to the targets, `catalogue.propose` makes the catalogue of that.
Nothing here does I/O.
"""
