"""A table from somebody's drawer to the file of a plan: `start.started_plan` reads one, and tells what did not fit.

`grid` has the cells, `list_form` and `export_form` the two forms of table, `plan_text` the file.
"""
