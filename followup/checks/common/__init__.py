"""What rules share: the case that they look at, how a finding is told, and how it is confirmed."""
