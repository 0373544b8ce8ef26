"""How well `tracker draft` reads: precision, recall and F1 against texts annotated by hand."""
