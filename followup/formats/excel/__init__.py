"""The blocks as sheets with real numbers."""
