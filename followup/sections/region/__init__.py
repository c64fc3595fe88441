"""The sections of the region's report."""
