"""That the tables of one report agree with each other, asserted when a report is opened to be shown.

`equality` is what an agreement is; `committee`, `region` and `plan` list those of each kind of report; `assertion`
refuses a report whose numbers differ.
"""
