"""Tables in the shapes that offices have them in, and the long tables that they are, written by hand."""
