"""Rules about the frames of the budget and those who hold them."""
