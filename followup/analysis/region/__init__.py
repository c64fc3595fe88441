"""The whole region: its accounts, and sums over the committees."""
