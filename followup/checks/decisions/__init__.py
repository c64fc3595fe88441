"""What is asked to be decided: its days, its amounts, and whether it is asked twice."""
