"""The command line `followup`. Its modules start fast: whatever is heavy is imported when it is needed."""
