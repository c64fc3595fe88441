"""What a plan's files hold, part by part, and what is checked of them; `plans.py` joins them to a plan."""
