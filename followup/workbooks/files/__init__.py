"""A workbook as bytes: the archive, its parts, how a cell is formatted and what is hidden in it."""
