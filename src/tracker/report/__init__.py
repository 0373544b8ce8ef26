"""What a view says: typed tables, never how they look."""
