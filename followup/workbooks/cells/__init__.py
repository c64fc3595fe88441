"""What one cell says: numbers, dates and words, and the doubts about them."""
