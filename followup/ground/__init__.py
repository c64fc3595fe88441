"""What everything stands on: errors, periods, figures, paths, Swedish words and numbers. Knows nothing of reports."""
