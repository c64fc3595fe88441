"""A file to tables of values with their cells: `read_workbook` for one workbook, `cache` for those that are read again.

`files` opens what a zip holds, `cells` reads what one cell says; the modules here find headings, rows and totals.
"""
