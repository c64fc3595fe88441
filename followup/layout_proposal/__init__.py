"""From an unknown workbook to a proposed layout: what its tables are, with reasons, and questions where it cannot tell.

A unit or a sign is never guessed: without evidence in the workbook its key is left out, and params refuse the layout.
"""
