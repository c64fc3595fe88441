"""The code of the region's own report, beside the committees'. Imports nothing: commands start fast."""

REGION = "REGION"
