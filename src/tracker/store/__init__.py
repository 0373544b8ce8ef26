"""Between disk and model."""
