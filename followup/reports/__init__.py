"""What a report knows. `open` is the way in; start reading there."""
