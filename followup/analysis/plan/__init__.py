"""What a plan decides, and where it stands."""
