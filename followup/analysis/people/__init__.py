"""Sick leave and turnover, and what of it is hidden so that nobody can be worked out."""
