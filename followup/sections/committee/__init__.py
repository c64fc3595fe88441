"""The sections of a committee's report."""
