"""Rules about the region's own accounts."""
