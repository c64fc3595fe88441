"""Rules about texts that committees write."""
