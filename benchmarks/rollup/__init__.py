"""Made-up districts of a year each, and what it takes to bring them together."""
