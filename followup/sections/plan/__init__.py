"""The sections of a plan and of its follow-up."""
