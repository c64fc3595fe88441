"""Two columns of a table under each other's headings: what says so, and the rule that tells it once."""
