"""The forms that a workbook comes in: each is written again as the xlsx that it would have been, cell for cell.

`any_workbook.open_any` is the door. Everything after it reads xlsx and nothing else.
"""
