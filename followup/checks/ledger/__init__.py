"""Rules about the ledger."""
