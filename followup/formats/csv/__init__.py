"""Every figure of a report with its cells, tidy."""
