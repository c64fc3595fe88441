"""Sections and sentences that several kinds of report have."""
