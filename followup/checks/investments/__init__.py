"""Rules about investments."""
