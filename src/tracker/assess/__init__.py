"""Pure arithmetic: from a book and a day to assessments, in exact numbers."""
