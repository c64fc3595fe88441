"""The blocks as a Word document, and a draft of the letter that goes with it."""
