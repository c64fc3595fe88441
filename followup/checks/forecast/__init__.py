"""Rules about forecasts and measures."""
