"""Each threshold of params/rules.yml from both sides: see `pair`."""
