"""The lines of the region's balance sheet that make up each side."""

from __future__ import annotations

ASSETS = ("fixed_assets", "current_assets")
FUNDING = ("equity", "provisions", "long_liabilities", "short_liabilities")
