"""All that one report rests on, joined and checked."""
