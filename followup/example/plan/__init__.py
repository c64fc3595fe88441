"""The follow-ups of the plans: made-up statuses and values beside what the real plans promise."""
