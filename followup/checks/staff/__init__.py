"""Rules about figures of people."""
