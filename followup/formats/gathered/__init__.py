"""The pages over many reports, made of what these say of themselves: the period's page, and the one that compares."""
